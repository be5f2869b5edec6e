import { providerOutages, type ReviewerErrorCode } from '../errors.js'
import type { OverrideAnswer } from '../history/override.js'
import type { HeadState } from '../host/host.js'
import { someOf } from '../review/some-of.js'
import type { OnNotEvaluated } from '../types/policy.js'
import type { Override } from '../types/report.js'
import type { Reason, Result, Verdict } from '../types/result.js'

export type ReasonKind = Reason['kind']

/** One place for a reviewer, after failover. */
export interface SeatFacts {
  readonly reviewer: string
  /** A reply that validated stands behind it. */
  readonly filled: boolean
  readonly error?: { readonly code: ReviewerErrorCode; readonly message: string } | undefined
  /** Model turns that completed normally. */
  readonly turns: number
  /** Reads of the snapshot that succeeded. */
  readonly filesRead: number
  /** Findings that did not fit the schema, also after the repair turn: what they said is not known. */
  readonly unreadableFindings?: number
  /** Requests of a review that was kept which failed, also when asked again; what they were about, and why. */
  readonly failedParts?: readonly { readonly part: string; readonly code: ReviewerErrorCode; readonly reason: string }[]
}

/** What the reviews are worth under the family policy, with a sentence for people. `seats-empty`: it follows from a failure. */
export type FamilyFacts =
  | { readonly kind: 'met' | 'waived'; readonly sentence: string }
  | { readonly kind: 'unmet'; readonly sentence: string; readonly because: 'wrong-families' | 'seats-empty' }

/** Everything that the verdict depends on. */
export interface GateFacts {
  /** `nothing`: the base branch's policy leaves out every changed line. */
  readonly reviewable: 'nothing' | 'some'
  readonly seats: readonly SeatFacts[]
  readonly coverage: {
    readonly percent: number
    /** What `percent` would be, had every seat completed: below 100 for files that nobody could have reviewed. */
    readonly possiblePercent: number
    /** What `percent` would be, had every request about a part of the change completed. */
    readonly withoutFailuresPercent?: number
    readonly minCoverage: number
  }
  readonly head: HeadState
  readonly proof: { readonly unchanged: boolean; readonly differences: readonly string[] }
  readonly family: FamilyFacts
  /** With `blocking` set by `markBlocking`. */
  readonly results: readonly Result[]
  readonly pullRequestClosed: boolean
  /** What ended the run before its end. */
  readonly failure?:
    | { readonly kind: 'configuration' | 'trigger' | 'git' | 'internal'; readonly message: string }
    | undefined
  readonly isolation?: 'isolated' | 'none' | undefined
}

/** Why a change counts as not evaluated; `code` where a reviewer said why. */
export interface Cause {
  readonly kind: ReasonKind
  readonly code: ReviewerErrorCode | undefined
}

export interface Decision {
  readonly verdict: Verdict
  /** Empty unless something stood in the way of a full review. For `exitCode`. */
  readonly causes: readonly Cause[]
}

/** The only place that decides: contract.md, "When the check may be green" and "Exit". */
export function decide(facts: GateFacts): Decision {
  const obstacles = obstaclesOf(facts)
  const causes = obstacles.filter(({ consequence }) => consequence !== true)
  const reasons = obstacles.map(({ kind, message }) => ({ kind, message: oneLine(message) }))
  const disclosures = disclosuresOf(facts)
  const blocking = facts.results.filter((result) => result.blocking)
  const conclude = (conclusion: Verdict['conclusion'], first: readonly Reason[]): Decision => ({
    verdict: { conclusion, reasons: [...first, ...disclosures] },
    causes: causes.map(({ kind, code }) => ({ kind, code })),
  })
  // A blocking result outranks what is missing, but says nothing about a head that was not reviewed.
  if (blocking.length > 0 && facts.head.kind !== 'moved')
    return conclude('fail', [blockingReason(blocking), ...reasons])
  if (reasons.length > 0) return conclude('not-evaluated', reasons)
  if (facts.reviewable === 'nothing') return conclude('nothing-to-review', [nothingReason])
  return conclude('pass', [passReason(facts.results)])
}

/** Whether somebody lifted the block, and what the report has to say about it. */
export interface OverrideDecision {
  readonly override: Override | null
  readonly reasons: readonly Reason[]
}

/**
 * Contract.md, "Override": it lifts blocking results of the reviewed head and nothing else, so that a run in which
 * anything else stood in the way stays as it is.
 */
export function decideOverride({ verdict, causes }: Decision, answer: OverrideAnswer): OverrideDecision {
  const alone = verdict.conclusion === 'fail' && causes.length === 0
  if (answer.kind === 'none') return { override: null, reasons: [] }
  if (answer.kind === 'refused') return { override: null, reasons: [overrideReason(answer.why)] }
  if (alone) return { override: answer.override, reasons: [] }
  const why = 'The override lifts blocking results only, and something else stands in the way too.'
  return { override: null, reasons: verdict.conclusion === 'fail' ? [overrideReason(why)] : [] }
}

function overrideReason(message: string): Reason {
  return { kind: 'override', message: oneLine(message) }
}

export interface ExitFacts {
  readonly onNotEvaluated: OnNotEvaluated
  readonly causes: readonly Cause[]
  readonly surface: 'action' | 'command-line'
  /** As `decideOverride` decided; left out where nobody can override. */
  readonly override?: Override | null
  /** Wrong usage, config, ref or path: never excused. */
  readonly configurationError: boolean
}

/** The exit code of the process: contract.md, "Exit". */
export function exitCode({ conclusion }: Verdict, facts: ExitFacts): number {
  const onCommandLine = facts.surface === 'command-line'
  if (facts.configurationError) return onCommandLine ? 3 : 1
  if (conclusion === 'pass' || conclusion === 'nothing-to-review') return 0
  if (conclusion === 'fail') return facts.override ? 0 : 1
  if (isExcused(facts)) return 0
  return onCommandLine ? 2 : 1
}

/** Failures that the provider or the network alone can cause; everything else a pull request can provoke. */
const outages: ReadonlySet<ReviewerErrorCode> = new Set([...providerOutages, 'INSTALL_FAILED'])

function isExcused({ onNotEvaluated, causes }: ExitFacts): boolean {
  switch (onNotEvaluated) {
    case 'fail':
      return false
    case 'warn':
      return true
    case 'warn-on-outage':
      return causes.length > 0 && causes.every(isOutage)
  }
}

function isOutage({ kind, code }: Cause): boolean {
  return kind === 'reviewer-failed' && code !== undefined && outages.has(code)
}

interface Obstacle {
  readonly kind: ReasonKind
  readonly message: string
  readonly code?: ReviewerErrorCode | undefined
  /** It only follows from another obstacle, so it is no cause of its own. */
  readonly consequence?: boolean
}

/** The most important first: what the user must fix, then what makes the review void, then what is missing. */
function obstaclesOf(facts: GateFacts): readonly Obstacle[] {
  const always = [...failureOf(facts), ...closedOf(facts), ...headOf(facts), ...treeOf(facts)]
  // Without reviewable lines nobody is asked, and a run that ended early has no seats to speak of.
  if (facts.reviewable === 'nothing' || facts.failure !== undefined || facts.pullRequestClosed) return always
  // With nothing that anybody could read, the files are what must change, not the reviewers.
  if (facts.seats.length === 0 && facts.coverage.possiblePercent === 0) {
    return [...always, ...coverageOf(facts), ...seatsOf(facts)]
  }
  return [...always, ...familyOf(facts), ...seatsOf(facts), ...coverageOf(facts)]
}

function failureOf({ failure }: GateFacts): readonly Obstacle[] {
  return failure === undefined ? [] : [failure]
}

function closedOf({ pullRequestClosed }: GateFacts): readonly Obstacle[] {
  if (!pullRequestClosed) return []
  return [
    { kind: 'closed', message: 'The pull request is closed, so nothing was reviewed. Reopen it to have it reviewed.' },
  ]
}

function headOf({ head }: GateFacts): readonly Obstacle[] {
  if (head.kind !== 'moved') return []
  const message = `The head moved to ${head.to} during the review. The run for that commit decides; start one if there is none.`
  return [{ kind: 'head-moved', message }]
}

/** Names that fit on one line. */
const MAX_NAMED = 5

function treeOf({ proof }: GateFacts): readonly Obstacle[] {
  if (proof.unchanged && proof.differences.length === 0) return []
  const named = someOf(proof.differences, MAX_NAMED)
  const what = named === '' ? '' : `: ${named}`
  const message = `The checkout changed during the review${what}. Find out what wrote to it, then run again.`
  return [{ kind: 'tree-changed', message }]
}

function familyOf({ family }: GateFacts): readonly Obstacle[] {
  if (family.kind !== 'unmet' || family.because === 'seats-empty') return []
  const message = `No reviewer of another family than the author reviewed the change. ${family.sentence}`
  return [{ kind: 'family-policy', message }]
}

function seatsOf({ seats, coverage }: GateFacts): readonly Obstacle[] {
  if (seats.length === 0) {
    const unreadable = coverage.possiblePercent === 0
    const why = unreadable
      ? 'no changed line can be reviewed'
      : 'none was chosen. Name one in reviewers and give its key'
    return [{ kind: 'empty-seat', message: `No reviewer ran: ${why}.` }]
  }
  const falls = coverage.percent < coverage.minCoverage
  const obstacles = seats.flatMap((seat) => seatObstacle(seat) ?? (falls ? failedParts(seat) : []))
  const order: readonly ReasonKind[] = ['reviewer-failed', 'empty-seat', 'unreadable-findings', 'nothing-read']
  return order.flatMap((kind) => obstacles.filter((obstacle) => obstacle.kind === kind))
}

function seatObstacle({
  reviewer,
  filled,
  error,
  turns,
  filesRead,
  unreadableFindings = 0,
}: SeatFacts): Obstacle | undefined {
  if (error !== undefined) {
    return {
      kind: 'reviewer-failed',
      code: error.code,
      message: `${reviewer} failed (${error.code}): ${error.message}`,
    }
  }
  if (!filled)
    return {
      kind: 'empty-seat',
      message: `The seat of ${reviewer} stayed empty. Give its key, or take it off reviewers.`,
    }
  if (unreadableFindings > 0) {
    const message = `${reviewer} sent ${unreadableFindings} finding${unreadableFindings === 1 ? '' : 's'} that could not be read, so what was found is not fully known. Run again.`
    return { kind: 'unreadable-findings', message }
  }
  if (turns >= 1 && filesRead >= 1) return undefined
  const missing = turns >= 1 ? 'read no file of the snapshot' : 'completed no turn'
  return {
    kind: 'nothing-read',
    message: `${reviewer} ${missing}, so its reply is no evidence of a review. Run again.`,
  }
}

/** One for each code, so that each can be excused or not; where the coverage suffices all the same, nothing is missing. */
function failedParts({ reviewer, failedParts: failed = [] }: SeatFacts): readonly Obstacle[] {
  const codes = [...new Set(failed.map(({ code }) => code))]
  return codes.map((code) => {
    const those = failed.filter((one) => one.code === code)
    const others = those.length - 1
    const more = others === 0 ? '' : ` (and ${others} more part${others === 1 ? '' : 's'})`
    return { kind: 'reviewer-failed', code, message: `${reviewer}: ${those[0]?.reason}${more}` }
  })
}

function coverageOf({ coverage, seats }: GateFacts): readonly Obstacle[] {
  const { percent, possiblePercent, withoutFailuresPercent = percent, minCoverage } = coverage
  // Written so that NaN falls short.
  if (percent >= minCoverage) return []
  const message = `Only ${percent} % of the changed lines were reviewed; min-coverage is ${minCoverage}. See the list of what was not.`
  const failed = seats.some(({ error }) => error !== undefined)
  const consequence = (failed && possiblePercent >= minCoverage) || withoutFailuresPercent >= minCoverage
  return [{ kind: 'coverage', message, consequence }]
}

/** What a reader must know although it does not decide. */
function disclosuresOf({ head, family, isolation }: GateFacts): readonly Reason[] {
  const disclosures: Reason[] = []
  if (head.kind === 'unknown') {
    disclosures.push({ kind: 'head-unknown', message: oneLine(`Whether the head moved is not known: ${head.why}`) })
  }
  if (family.kind === 'waived') {
    disclosures.push({
      kind: 'family-policy',
      message: oneLine(
        `Waived by policy: only a reviewer of the author’s own family reviewed the change. ${family.sentence}`,
      ),
    })
  }
  if (isolation === 'none') {
    disclosures.push({
      kind: 'isolation-none',
      message: 'The reviewer ran without isolation, as the isolation setting allows.',
    })
  }
  return disclosures
}

const nothingReason: Reason = {
  kind: 'nothing-to-review',
  message: 'The policy of the base branch leaves out every changed line; nothing was sent to a reviewer.',
}

function blockingReason(blocking: readonly Result[]): Reason {
  const what = blocking.length === 1 ? '1 result blocks' : `${blocking.length} results block`
  return { kind: 'blocking-results', message: `${what}. Fix what is listed, then push.` }
}

function passReason(all: readonly Result[]): Reason {
  const { length } = all.filter(({ baselineState }) => baselineState !== 'absent')
  const listed = length === 0 ? 'There are no results.' : `Results listed: ${length}; none blocks.`
  return { kind: 'no-blocking-results', message: listed }
}

const MAX_MESSAGE_CHARACTERS = 500

/** Messages of providers are foreign: one line, without control characters, capped. */
function oneLine(text: string): string {
  const line = text
    .slice(0, 4 * MAX_MESSAGE_CHARACTERS)
    .replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ')
    .trim()
  return line.length > MAX_MESSAGE_CHARACTERS ? `${line.slice(0, MAX_MESSAGE_CHARACTERS - 1)}…` : line
}
