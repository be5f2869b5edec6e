import type { CoverageReport, EgressReport, Report } from '../types/report.js'
import { codeSpan, inlineText } from './escape.js'
import { folded, paragraphs, rows, table, takeWithin } from './markdown-parts.js'
import { count, dataSize, grouped, isolationOf, isolationWords, proofWords } from './wording.js'

/** Shares of the job summary; see there. */
const BYTES = { hosts: 4_000, files: 12_000, checks: 6_000, neutralised: 12_000, missing: 8_000 } as const
const SHORT = 300
const FILES = 200

/** What left this machine and how the reviewer was kept in, each folded. */
export function ledgerSections(report: Report): readonly string[] {
  if (isolationOf(report) === 'not-used') return []
  return [egressSection(report.egress), isolationSection(report)]
}

function egressSection(egress: EgressReport): string {
  const sent = egress.hosts.reduce((sum, host) => sum + host.bytesSent, 0)
  if (egress.hosts.length === 0 && egress.files.length === 0)
    return 'What left this machine: no request of the reviewer was recorded.'
  const title = `What left this machine: ${dataSize(sent)} to ${count(egress.hosts.length, 'host')}, content of ${filesSent(egress)}`
  return folded(title, paragraphs([hostTable(egress), fileList(egress)]))
}

function hostTable({ hosts }: EgressReport): string {
  if (hosts.length === 0) return ''
  const refusals = hosts.some(({ refused }) => refused > 0)
  const lines = hosts.map(({ host, requests, refused, bytesSent, bytesReceived }) => {
    const numbers = [grouped(requests), ...(refusals ? [grouped(refused)] : [])]
    return `| ${[codeSpan(host, SHORT), ...numbers, dataSize(bytesSent), dataSize(bytesReceived)].join(' | ')} |`
  })
  const header = ['Host', 'Requests', ...(refusals ? ['Refused'] : []), 'Sent', 'Received']
  return table(header, takeWithin(lines, BYTES.hosts), 'more host')
}

function fileList(egress: EgressReport): string {
  const { kept } = takeWithin(
    egress.files.slice(0, FILES).map((path) => `- ${codeSpan(path, SHORT)}`),
    BYTES.files,
  )
  const list = { kept, left: egress.files.length - kept.length }
  return paragraphs([
    kept.length === 0
      ? 'Of no file is it known that its content was sent.'
      : 'Content was sent of these files, in whole or in part:',
    rows(list, 'more file'),
    egress.filesComplete
      ? ''
      : '**The list may be incomplete:** not all of the files could be compared with what was sent.',
  ])
}

function filesSent({ files, filesComplete }: EgressReport): string {
  return `${filesComplete ? '' : 'at least '}${count(files.length, 'file')}`
}

function isolationSection(report: Report): string {
  const { level, preflight } = report.isolation
  const checks = preflight.length === 0 ? '' : `, ${count(preflight.length, 'check')} before the start`
  const title = `Isolation: ${level}${checks}, checkout ${proofWords(report)}`
  const passed = takeWithin(
    preflight.map((check) => `- ${inlineText(check, SHORT)}`),
    BYTES.checks,
  )
  return folded(
    title,
    paragraphs([
      `Level ${codeSpan(level)}: ${isolationWords[level]}.`,
      preflight.length === 0 ? '' : `Proved before the model was asked:\n\n${rows(passed, 'more check')}`,
      proofSentence(report),
      neutralisedTable(report.coverage),
      missingTable(report.coverage),
      leftOutNote(report.coverage),
    ]),
  )
}

function proofSentence({ isolation: { proof } }: Report): string {
  const digests = `${codeSpan(proof.before.slice(0, 16))} before, ${codeSpan(proof.after.slice(0, 16))} after`
  if (proof.before === '' && proof.unchanged) return 'The checkout was not compared.'
  return proof.unchanged
    ? `The checkout, its git directory included, is the same before and after the review (${codeSpan(proof.before.slice(0, 16))}).`
    : `**The checkout is not proven unchanged:** ${digests}.`
}

const reasonWords: Readonly<Record<CoverageReport['neutralised'][number]['reason'], string>> = {
  'agent-config': 'configuration of coding agents',
  symlink: 'symbolic link, held as text',
  'unsafe-path': 'unsafe name',
  'case-collision': 'same name as another but for case',
}

function neutralisedTable({ neutralised }: CoverageReport): string {
  if (neutralised.length === 0) return ''
  const lines = neutralised.map(
    ({ path, snapshotPath, reason, target }) =>
      `| ${codeSpan(path, SHORT)} | ${snapshotPath === path ? 'the same' : codeSpan(snapshotPath, SHORT)} | ${reasonWords[reason]} | ${target === null ? '' : codeSpan(target, SHORT)} |`,
  )
  const header = ['File', 'Name for the reviewer', 'Why', 'Points to']
  return paragraphs([
    'The reviewer got these under another name or as text, so that nothing obeys or follows them:',
    table(header, takeWithin(lines, BYTES.neutralised), 'more file'),
  ])
}

function missingTable({ notInSnapshot }: CoverageReport): string {
  if (notInSnapshot.length === 0) return ''
  const lines = notInSnapshot.map(({ path, reason }) => `| ${codeSpan(path, SHORT)} | ${inlineText(reason, SHORT)} |`)
  return paragraphs([
    'The reviewer could not read these:',
    table(['File', 'Why'], takeWithin(lines, BYTES.missing), 'more file'),
  ])
}

function leftOutNote({ snapshotEntriesLeftOut }: CoverageReport): string {
  return snapshotEntriesLeftOut === 0
    ? ''
    : `${count(snapshotEntriesLeftOut, 'more file')} of these kinds that the change does not touch ${snapshotEntriesLeftOut === 1 ? 'is' : 'are'} not named.`
}
