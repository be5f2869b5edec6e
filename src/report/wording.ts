import type { IsolationReport, Report, ReviewerReport } from '../types/report.js'
import { isLocated, isOwnResult, ownReviewer, type Result } from '../types/result.js'
import { bySeverity } from '../types/rule.js'

/** The verdict in a few words, shared by every output. `text` holds foreign characters and must be escaped. */
export interface Headline {
  readonly icon: '✅' | '❌' | '⚠️' | '⚪'
  readonly text: string
}

/** The first thing that every output says. */
export function headline(report: Report): Headline {
  const reason = report.reasons[0]?.message ?? 'no reason was recorded'
  switch (report.conclusion) {
    case 'pass':
      return { icon: '✅', text: passed(report) }
    case 'fail':
      return { icon: '❌', text: failed(report, reason) }
    case 'not-evaluated':
      return { icon: '⚠️', text: `NOT REVIEWED — ${reason}` }
    case 'nothing-to-review':
      return { icon: '⚪', text: `Nothing to review — ${reason}` }
  }
}

/** Results as every output groups them, each group worst first; `absent` ones are gone and left out. */
export interface Groups {
  /** Grounded in code that was found where they say. */
  readonly grounded: readonly Result[]
  /** The quoted code was not found as claimed: listed, never blocking. */
  readonly unverified: readonly Result[]
  /** Found by our own code, not by a model. */
  readonly own: readonly Result[]
  readonly suppressed: readonly Result[]
}

/** Sorts the results of a report into the groups that outputs show. */
export function groupResults(report: Report): Groups {
  const present = worstFirst(report.results.filter((result) => result.baselineState !== 'absent'))
  const open = present.filter((result) => result.suppression === null)
  const reviewed = open.filter((result) => !isOwnResult(result))
  return {
    grounded: reviewed.filter(isFound),
    unverified: reviewed.filter((result) => !isFound(result)),
    own: open.filter(isOwnResult),
    suppressed: present.filter((result) => result.suppression !== null),
  }
}

/** Blocking before not blocking, then by severity; equal ones keep their order. */
export function worstFirst(results: readonly Result[]): Result[] {
  return results.toSorted((a, b) => Number(b.blocking) - Number(a.blocking) || bySeverity(a, b))
}

/** A reviewer's id, or words for our own code. */
export function reporterName(reviewer: string): string {
  return reviewer === ownReviewer ? 'model-stack itself' : reviewer
}

/** True if the quoted code stands in the file, at the claimed line or at another. */
export function isFound(result: Result): boolean {
  return isLocated(result.evidence)
}

/** Why a result blocks or does not, as one sentence; holds foreign text. */
export function blockingWords(result: Result): string {
  if (isOwnResult(result)) return ownBlockingWords(result)
  if (result.blocking) return 'Blocks: at or above the threshold, and its code was found in the change.'
  return `Does not block: ${whyNot(result)}.`
}

/** `src/a.ts:12`, `src/a.ts:12-14`, with the side where it is the old one; holds foreign text. */
export function place(result: Pick<Result, 'path' | 'region' | 'side'>): string {
  const { startLine, endLine } = result.region
  const lines = startLine === endLine ? `${startLine}` : `${startLine}-${endLine}`
  return `${result.path}:${lines}${result.side === 'old' ? ' (removed code)' : ''}`
}

/** Where the family policy let the author's own family review. */
export const WAIVER = 'Waiver: a reviewer is of the same family as an author of the change.'

/** What must not be missed beside the verdict: replay, isolation, waiver, override, a changed tree. */
export function stamps(report: Report): string[] {
  const stamped: string[] = []
  if (report.replayed)
    stamped.push('Replayed: the answers of the model were recorded earlier; no live model took part.')
  if (report.reusedReview !== null) {
    const { at, head } = report.reusedReview
    stamped.push(
      `Recorded: the same content was reviewed at ${at} (${head.slice(0, 12)}) and no model was asked again.`,
    )
  }
  if (report.increment !== null) {
    const { at, head, sentLines, keptLines } = report.increment
    stamped.push(
      `Built on the review of ${head.slice(0, 12)} at ${at}: ${count(sentLines, 'changed line')} reviewed now, ${grouped(keptLines)} then, by the same reviewers and rules.`,
    )
  }
  if (isolationOf(report) === 'none') stamped.push(NOT_ISOLATED)
  if (report.reviewers.some((reviewer) => reviewer.waiver)) stamped.push(WAIVER)
  if (!report.isolation.proof.unchanged) stamped.push('The checkout is not proven unchanged by the review.')
  if (report.override !== null) {
    const { by, at, reason, head } = report.override
    stamped.push(`Override by ${by} at ${at} for ${head.slice(0, 12)}: ${reason}`)
  }
  return stamped
}

/** The isolation that the reviewers had; `not-used` where none was started, which is no opt-out. */
export type IsolationState = IsolationReport['level'] | 'not-used'

/** Each state as half a sentence. */
export const isolationWords: Readonly<Record<IsolationState, string>> = {
  'root-sandbox': 'the reviewer ran in a sandbox under a user id of its own',
  'user-sandbox': 'the reviewer ran in a sandbox in a user namespace',
  'in-process': 'the reviewer is a part of this program and runs no commands',
  none: 'the reviewer was not isolated from this machine',
  'not-used': 'no reviewer was started',
}

/** What every output says of a run without isolation. */
export const NOT_ISOLATED = `isolation: none — ${isolationWords.none}: it could do what this job can do.`

/** How the review was isolated. A report says `none` too where nobody had to be isolated; that must not look like an opt-out. */
export function isolationOf({ reviewers, isolation, reasons }: Report): IsolationState {
  if (reviewers.length === 0) return 'not-used'
  const optedOut = reasons.some(({ kind }) => kind === 'isolation-none')
  // Requests are counted from the moment that a reviewer has a place to work.
  const started = reviewers.some(({ error, usage }) => error === null || usage.requests !== null)
  return isolation.level === 'none' && !optedOut && !started ? 'not-used' : isolation.level
}

/** Why the verdict is what it is, from the given one on, without what a stamp says already. */
export function reasonsFrom(report: Report, first: number): readonly string[] {
  const stamped = isolationOf(report) === 'none'
  return report.reasons
    .slice(first)
    .filter(({ kind }) => !(stamped && kind === 'isolation-none'))
    .map(({ message }) => message)
}

/** `unchanged`, `NOT proven unchanged`, `not compared`: the checkout before and after. */
export function proofWords({ isolation: { proof } }: Report): string {
  if (!proof.unchanged) return 'NOT proven unchanged'
  return proof.before === '' ? 'not compared' : 'unchanged'
}

/** Who wrote the change, as far as known. */
export function authors(report: Report): string {
  if (report.authorship.families.length > 0) return `written by ${report.authorship.families.join(', ')}`
  return 'author model unknown'
}

/** Codex CLI 0.144.1 of a reviewer, or that it has none. */
export function cliVersion(reviewer: ReviewerReport): string {
  return reviewer.cliVersion === null ? 'no CLI' : `CLI ${reviewer.cliVersion}`
}

/** `1,234,567`. By hand, as the first use of Intl takes longer than anything else of a report. */
export function grouped(amount: number): string {
  const [whole = '', ...fraction] = String(amount).split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...fraction].join('.')
}

/** `2 results`, `1 result`. */
export function count(amount: number, noun: string): string {
  return `${grouped(amount)} ${noun}${amount === 1 ? '' : 's'}`
}

/** `512 B`, `1.5 kB`, `12 MB`: powers of ten, two digits or more. */
export function dataSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const
  const step = Math.min(units.length - 1, Math.max(0, Math.floor((String(Math.trunc(bytes)).length - 1) / 3)))
  const amount = bytes / 1000 ** step
  const shown = step === 0 || amount >= 10 ? Math.round(amount) : Math.round(amount * 10) / 10
  return `${grouped(shown)} ${units[step]}`
}

/** `42 s`, `3 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

function passed(report: Report): string {
  const { grounded, unverified, own, suppressed } = groupResults(report)
  const total = grounded.length + unverified.length + suppressed.length
  const covered = `${report.coverage.percent} % of the changed lines reviewed`
  const reported = total === 0 ? 'nothing reported' : `${count(total, 'result')}, none blocks`
  const noticed = own.length === 0 ? '' : `; ${count(own.length, 'notice')} to look at`
  return `Passed — ${covered}, ${reported}${noticed}`
}

function failed(report: Report, reason: string): string {
  const blocking = report.results.filter((result) => result.blocking).length
  const overridden = report.override === null ? '' : ` — overridden by ${report.override.by}`
  if (blocking === 0) return `Failed — ${reason}${overridden}`
  return `${count(blocking, 'result')} ${blocking === 1 ? 'blocks' : 'block'} this change${overridden}`
}

function ownBlockingWords({ blocking, suppression, baselineState }: Result): string {
  if (blocking) return 'Blocks, because the configuration of the base branch raises this rule.'
  if (suppression !== null) return `Does not block: it is suppressed (${suppression.reason}).`
  if (baselineState === 'unchanged') return 'Does not block: it was there before.'
  return 'Does not block: it is for a person to look at, unless the configuration of the base branch raises it.'
}

function whyNot(result: Result): string {
  const causes: string[] = []
  if (result.suppression !== null) causes.push(`it is suppressed (${result.suppression.reason})`)
  if (result.baselineState === 'unchanged') causes.push('it was there before')
  if (!isFound(result)) causes.push('the code it quotes was not found as claimed')
  if (result.basis === 'inferred') causes.push('it is inferred, not grounded in quoted code')
  if (result.confidence === 'possible') causes.push('the reviewer calls it only possible')
  if (result.triage !== 'real') causes.push(`the reviewer calls it ${result.triage}`)
  return causes.length === 0 ? 'it is below the threshold, or too few reviewers support it' : causes.join('; ')
}
