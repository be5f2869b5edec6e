import type { Change } from '../types/change.js'
import type { FileDiff } from '../types/diff.js'
import { groupBy } from '../types/group-by.js'
import type { OwnResults } from '../types/policy.js'
import { ownReviewer } from '../types/result.js'
import { bySeverity } from '../types/rule.js'
import { anchorOfQuote } from './anchor.js'
import type { CheckedFinding } from './check.js'
import { firstChangedLine } from './own/anchor.js'
import { lockFiles } from './own/lock-files.js'
import { addedLines, fileNames, type ScannedText, wordsOfChange } from './own/scanned-text.js'
import { lineScans, type Scan, wordScans } from './own/scans.js'
import type { Sighting } from './own/sighting.js'
import { testGaps } from './own/test-gaps.js'
import { agentConfigFiles, policyFiles } from './own/touched-files.js'

/** What our own code looks at. */
export interface OwnMaterial {
  /** All of the change, what the policy leaves out included: nothing hides behind `paths-ignore`. */
  readonly files: readonly FileDiff[]
  readonly change: Pick<Change, 'pullRequest' | 'commits'>
  /** As the run was given it, relative to the root of the repository. */
  readonly configFile: string
  readonly ownResults: OwnResults
}

/** Of one rule in one file; the rest is counted. */
const maximumSightings = 10
/** Of one run; code scanning shows no more than a few thousand, and a person reads fewer. */
const maximumFindings = 200

/** What our own code says of a change without any model: one finding for each rule and line, the worst first. */
export function ownFindings(material: OwnMaterial): readonly CheckedFinding[] {
  const { files, configFile, ownResults } = material
  const sightings = [
    ...policyFiles(files, configFile),
    ...agentConfigFiles(files),
    ...scanWords(material),
    ...files.flatMap(scanFile),
    ...scanTests(files),
    ...lockFiles(files),
  ]
  const findings = byPlace(sightings)
    .map((group) => toFinding(group, ownResults))
    .toSorted((a, b) => bySeverity(a.finding, b.finding))
  return capped(findings)
}

function scanWords({ files, change }: OwnMaterial): readonly Sighting[] {
  const anchor = files.map(firstChangedLine).find(({ text }) => text !== '') ?? files.map(firstChangedLine)[0]
  if (anchor === undefined) return []
  const words = wordsOfChange(change, anchor)
  const names = fileNames(files)
  return wordScans.flatMap((scan) => [...scanTexts(words, scan), ...names.flatMap((name) => scanTexts([name], scan))])
}

function scanFile(file: FileDiff): readonly Sighting[] {
  const lines = addedLines(file)
  return lineScans.flatMap((scan) => scanTexts(lines, scan))
}

function scanTexts(texts: readonly ScannedText[], { rule, title, advice, look }: Scan): readonly Sighting[] {
  // Looked at twice rather than kept: there may be millions of them.
  const seen = texts.filter((text) => look(text) !== undefined)
  return firstOf(seen, (text) => {
    return { rule, anchor: text.anchor, title, what: `${text.where} ${look(text) ?? ''}.`, advice }
  })
}

function scanTests(files: readonly FileDiff[]): readonly Sighting[] {
  const byPath = groupBy(testGaps(files), ({ anchor }) => anchor.path)
  return [...byPath.values()].flatMap((sightings) => firstOf(sightings, (sighting) => sighting))
}

/** The first ones, and one that counts the rest where the first of them stands. */
function firstOf<Seen>(seen: readonly Seen[], toSighting: (one: Seen) => Sighting): readonly Sighting[] {
  const listed = seen.slice(0, maximumSightings).map(toSighting)
  const next = seen[maximumSightings]
  if (next === undefined) return listed
  const what = `From here on, ${seen.length - maximumSightings} more of the same are not listed one by one.`
  return [...listed, { ...toSighting(next), what }]
}

type Group = readonly [Sighting, ...Sighting[]]

/** Results of one rule on one line could not be told apart later. */
function byPlace(sightings: readonly Sighting[]): readonly Group[] {
  const groups = groupBy(sightings, ({ rule, anchor: { path, side, line } }) =>
    JSON.stringify([rule, path, side, line]),
  )
  return [...groups.values()]
}

const maximumQuoteLength = 1_000

function toFinding(group: Group, ownResults: OwnResults): CheckedFinding {
  const [{ rule, anchor, title }] = group
  const { path, side, line, text } = anchor
  const quote = cut(text)
  const sentences = [...group.map(({ what }) => what), ...new Set(group.map(({ advice }) => advice))]
  const detail = text === '' ? 'This is about the path itself, of which no line changed.' : null
  return {
    finding: {
      ...{ ruleId: rule, severity: ownResults[rule] ?? 'low', confidence: 'certain', basis: 'grounded' },
      ...{ assumptions: [], triage: 'real', title, message: sentences.join(' '), recommendation: null },
      ...{ path, side, startLine: line, endLine: line, quote, related: [], searches: [] },
    },
    region: { startLine: line, endLine: line },
    text: quote,
    anchor: anchorOfQuote(quote),
    evidence: { status: 'verified', detail },
    related: [],
    reviewer: ownReviewer,
  }
}

/** A part of the line is still text of the file. */
function cut(text: string): string {
  // Half a surrogate pair at the end is no character of the file.
  return text.length <= maximumQuoteLength ? text : text.slice(0, maximumQuoteLength).replace(/\p{Cs}$/u, '')
}

/** The worst ones come first, so that a flood of mild ones hides no raised one. */
function capped(findings: readonly CheckedFinding[]): readonly CheckedFinding[] {
  const last = findings[maximumFindings - 1]
  const more = findings.length - maximumFindings
  if (last === undefined || more <= 0) return findings
  const message = `${last.finding.message} ${more} more results of our own checks are not listed.`
  return [...findings.slice(0, maximumFindings - 1), { ...last, finding: { ...last.finding, message } }]
}
