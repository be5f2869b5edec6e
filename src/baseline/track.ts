import type { AgreedFinding } from '../consensus/agree.js'
import type { History, KnownResult } from '../types/history.js'
import { isProven, type Result } from '../types/result.js'
import { bySeverity } from '../types/rule.js'
import { compareText } from '../types/text-order.js'
import { absentResults } from './absent.js'
import { type Candidate, fingerprintUnder } from './candidate.js'
import { fingerprint } from './fingerprint.js'
import { foldSame } from './fold.js'
import type { CodeAge } from './new-code.js'
import { type Recognized, recognize, recognizeWithCaution } from './recognize.js'
import { type Filed, isSarifRuleOf, sarifRuleId } from './sarif-rule.js'
import { expiredNotes, type Suppressed, type SuppressionContext, suppressor } from './suppress.js'

/** What tells known results from new ones and accepted ones from open ones. */
export interface TrackContext extends SuppressionContext {
  readonly history: History
  /** New path → path at the merge base. */
  readonly renames: ReadonlyMap<string, string>
  /** Paths that the change touches, old names included: what is known of other files was not looked for. */
  readonly touched: ReadonlySet<string>
  /** What the change did to the code: nobody can have accepted before what it wrote or took away itself. */
  codeAge(found: AgreedFinding): CodeAge
}

/** The results of a run and what people must know of how they were tracked. */
export interface TrackedResults {
  /** Worst first, then by place; those that earlier runs reported and this one does not come last. */
  readonly results: readonly Result[]
  /** By `alertKey`: a person dismissed them under another name, so that code scanning would open an alert for each. */
  readonly withheld: ReadonlySet<string>
  /** One line each. */
  readonly notes: readonly string[]
}

/** What code scanning tells alerts of one tool and category apart by. */
export function alertKey({ path, sarifRuleId, fingerprint }: Pick<Result, AlertKeyPart>): string {
  return JSON.stringify([path, sarifRuleId, fingerprint])
}

type AlertKeyPart = 'path' | 'sarifRuleId' | 'fingerprint'

/** Gives each finding its identity, what it was before, and whether somebody accepted it. Nothing blocks yet. */
export function toResults(agreed: readonly AgreedFinding[], context: TrackContext): TrackedResults {
  const basePath = (path: string) => context.renames.get(path) ?? path
  const candidates = agreed.toSorted(byPlace).map((found) => toCandidate(found, basePath(found.finding.path)))
  const sources = recognizeAll(candidates, { context, basePath })
  const suppressedOf = suppressor(context)
  const notes = new Set(expiredNotes(context))
  const withheld = new Set<string>()
  const present = identify(candidates, sources).map((one) => {
    const suppressed = suppressedOf(one)
    for (const note of suppressed.notes) notes.add(note)
    const result = { ...toResult(one, context.history), suppression: suppressed.suppression }
    if (isFiledElsewhere(result, suppressed)) withheld.add(alertKey(result))
    return result
  })
  const absent = absentResults({
    base: sources.base.missing.filter(({ path }) => context.touched.has(path)),
    previous: sources.previous.missing,
  })
  return { results: [...foldSame(present).toSorted(bySeverity), ...absent], withheld, notes: [...notes] }
}

function isFiledElsewhere(result: Result, { dismissed }: Suppressed): boolean {
  if (dismissed === undefined) return false
  const { path, sarifRuleId, fingerprint } = dismissed
  return fingerprint === null || alertKey({ path, sarifRuleId, fingerprint }) !== alertKey(result)
}

interface Recognition {
  readonly context: TrackContext
  readonly basePath: (path: string) => string
}

/**
 * New code is none of what was accepted before this change, however alike it is; else a copied defect would pass. What
 * moved is so with its function only. The user's own report may be of this very change: at the same line of the same
 * symbol it is taken at its word.
 */
function recognizeAll(candidates: readonly Candidate[], { context, basePath }: Recognition): Sources {
  const { base = [], baseFrom, previous = [], dismissed } = context.history
  const ages = new Map(candidates.map((candidate) => [candidate, context.codeAge(candidate.found)]))
  const couldBe = (known: readonly KnownResult[], atSamePlace: readonly CodeAge[]) => {
    const isSamePlace = standsWhereKnown(known)
    return (candidate: Candidate) => {
      const age = ages.get(candidate) ?? 'new'
      return age === 'old' || (atSamePlace.includes(age) && isSamePlace(candidate))
    }
  }
  return {
    base: recognizeWithCaution(candidates, {
      results: base,
      basePath,
      couldBe: couldBe(base, baseFrom === 'file' ? ['new', 'moved'] : ['moved']),
    }),
    previous: recognize(candidates, { results: previous, basePath }),
    dismissed: recognizeWithCaution(candidates, {
      results: dismissed,
      basePath,
      couldBe: couldBe(dismissed, ['moved']),
    }),
  }
}

/** The same line of the same symbol, under whatever rule. */
function standsWhereKnown(known: readonly KnownResult[]): (candidate: Candidate) => boolean {
  const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint))
  const ruleIds = new Set(known.map(({ ruleId }) => ruleId))
  return (candidate) => [...ruleIds].some((ruleId) => fingerprints.has(fingerprintUnder(candidate, ruleId)))
}

function toCandidate(found: AgreedFinding, path: string): Candidate {
  const { side, ruleId } = found.finding
  return { found, path, fingerprint: fingerprint({ path, side, ruleId, anchor: found.anchor, sibling: 0 }) }
}

/** A candidate with the name that it goes by. */
interface Tracked extends Candidate {
  readonly identity: string
  readonly fingerprints: readonly string[]
  readonly inBase: KnownResult | undefined
  readonly inPrevious: KnownResult | undefined
  readonly known: readonly KnownResult[]
}

interface Sources {
  readonly base: Recognized
  readonly previous: Recognized
  readonly dismissed: Recognized
}

/** The previous run knows best what a result is called; what nobody knows gets a name that nobody has. */
function identify(candidates: readonly Candidate[], { base, previous, dismissed }: Sources): readonly Tracked[] {
  const recognized = candidates.map((candidate, index) => {
    const [inBase, inPrevious] = [base.known[index], previous.known[index]]
    const all = [inPrevious, inBase, dismissed.known[index]]
    return { ...candidate, inBase, inPrevious, known: all.filter((one) => one !== undefined) }
  })
  const taken = new Set([...base.fingerprints, ...previous.fingerprints, ...dismissed.fingerprints])
  // A second defect at the place and under the rule of an open result goes on with it, as in a run without a history.
  for (const one of recognized) if (!isAccepted(one)) taken.delete(nameOf(one) ?? '')
  return recognized.map((one) => {
    const identity = nameOf(one) ?? freeFingerprint(one, taken)
    return { ...one, identity, fingerprints: [identity, one.fingerprint] }
  })
}

type Known = Pick<Tracked, 'inBase' | 'known'>

function nameOf({ known }: Known): string | undefined {
  return known.find(({ fingerprint }) => fingerprint !== null)?.fingerprint ?? undefined
}

/** What was there before or was dismissed does not block, and must not let anything else pass. */
function isAccepted({ inBase, known }: Known): boolean {
  return stateOf(inBase) === 'unchanged' || known.some(({ state }) => state === 'dismissed')
}

/** So many other defects at one place and under one rule can be told apart. */
const MAX_SIBLINGS = 20

/** Not that of an earlier result that it is not: code scanning, and what a person said of that one, would swallow it. */
function freeFingerprint({ found, path, fingerprint: own }: Candidate, taken: ReadonlySet<string>): string {
  const { side, ruleId } = found.finding
  let free = own
  for (let sibling = 1; taken.has(free) && sibling <= MAX_SIBLINGS; sibling += 1) {
    free = fingerprint({ path, side, ruleId, anchor: found.anchor, sibling })
  }
  return free
}

function toResult({ found, identity, inBase, inPrevious, known: [known] }: Tracked, history: History): Result {
  const { finding, region, evidence, related, agreement } = found
  const { severity, confidence, basis, triage, title, message, recommendation, assumptions, path, side } = finding
  const ruleId = known?.ruleId ?? finding.ruleId
  return {
    ...{ fingerprint: identity, sarifRuleId: filedUnder({ ...finding, evidence, ruleId }, known), ruleId },
    ...{ severity, confidence, basis, triage, title, message, recommendation, assumptions },
    ...{ path, side, region, quote: finding.quote, evidence, related, reviewers: [...found.reviewers], agreement },
    alsoReportedAs: [...found.alsoReportedAs],
    baselineState: stateOf(inBase),
    sincePreviousRun: history.previous === undefined ? null : stateOf(inPrevious),
    ...{ suppression: null, blocking: false },
  }
}

/** Where code scanning has it already, so that it opens no second alert. What is not proven gets no rank, whatever it had. */
function filedUnder(result: Filed, known: KnownResult | undefined): string {
  if (known === undefined || !isSarifRuleOf(result.ruleId, known.sarifRuleId)) return sarifRuleId(result)
  return isProven(result) ? known.sarifRuleId : result.ruleId
}

/** What was fixed and is reported again is new again, under its old name. */
function stateOf(known: KnownResult | undefined): 'new' | 'unchanged' {
  return known === undefined || known.state === 'fixed' ? 'new' : 'unchanged'
}

function byPlace(a: AgreedFinding, b: AgreedFinding): number {
  return (
    compareText(a.finding.path, b.finding.path) ||
    a.region.startLine - b.region.startLine ||
    compareText(a.finding.side, b.finding.side)
  )
}
