import type { AgreedFinding } from '../consensus/agree.js'
import type { History, KnownResult } from '../types/history.js'
import type { Result } from '../types/result.js'
import { bySeverity } from '../types/rule.js'
import { absentResults } from './absent.js'
import type { Candidate } from './candidate.js'
import { fingerprint } from './fingerprint.js'
import { foldSame } from './fold.js'
import { type Recognized, recognize } from './recognize.js'
import { type Filed, isProven, isSarifRuleOf, sarifRuleId } from './sarif-rule.js'
import { expiredNotes, type SuppressionContext, suppressor } from './suppress.js'

/** What tells known results from new ones and accepted ones from open ones. */
export interface TrackContext extends SuppressionContext {
  readonly history: History
  /** New path → path at the merge base. */
  readonly renames: ReadonlyMap<string, string>
  /** Paths that the change touches, old names included: what is known of other files was not looked for. */
  readonly touched: ReadonlySet<string>
}

/** The results of a run and what people must know of how they were tracked. */
export interface TrackedResults {
  /** Worst first, then by place; those that earlier runs reported and this one does not come last. */
  readonly results: readonly Result[]
  /** One line each. */
  readonly notes: readonly string[]
}

/** Gives each finding its identity, what it was before, and whether somebody accepted it. Nothing blocks yet. */
export function toResults(agreed: readonly AgreedFinding[], context: TrackContext): TrackedResults {
  const basePath = (path: string) => context.renames.get(path) ?? path
  const candidates = agreed.toSorted(byPlace).map((found) => toCandidate(found, basePath(found.finding.path)))
  const { base, previous } = context.history
  const inBase = recognize(candidates, { results: base ?? [], basePath })
  const inPrevious = recognize(candidates, { results: previous ?? [], basePath })
  const tracked = identify(candidates, { base: inBase, previous: inPrevious })
  const suppressedOf = suppressor(context)
  const notes = new Set(expiredNotes(context))
  const present = tracked.map((one) => {
    const suppressed = suppressedOf(one)
    for (const note of suppressed.notes) notes.add(note)
    return { ...toResult(one, context.history), suppression: suppressed.suppression }
  })
  const absent = absentResults({
    base: inBase.missing.filter(({ path }) => context.touched.has(path)),
    previous: inPrevious.missing,
  })
  return { results: [...foldSame(present).toSorted(bySeverity), ...absent], notes: [...notes] }
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
}

/** The previous run knows best what a result is called; what nobody knows gets a name that nobody has. */
function identify(candidates: readonly Candidate[], { base, previous }: Sources): readonly Tracked[] {
  const recognized = candidates.map((candidate, index) => {
    const [inBase, inPrevious] = [base.known[index], previous.known[index]]
    return { ...candidate, inBase, inPrevious, known: [inPrevious, inBase].filter((one) => one !== undefined) }
  })
  const taken = new Set([...base.fingerprints, ...previous.fingerprints])
  // A second defect at the place and under the rule of an open result goes on with it, as in a run without a history.
  for (const one of recognized) if (!isAccepted(one)) taken.delete(nameOf(one) ?? '')
  return recognized.map((one) => {
    const identity = nameOf(one) ?? freeFingerprint(one, taken)
    return { ...one, identity, fingerprints: [identity, one.fingerprint] }
  })
}

type Recognition = Pick<Tracked, 'inBase' | 'known'>

function nameOf({ known }: Recognition): string | undefined {
  return known.find(({ fingerprint }) => fingerprint !== null)?.fingerprint ?? undefined
}

/** What was there before or was dismissed does not block, and must not let anything else pass. */
function isAccepted({ inBase, known }: Recognition): boolean {
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

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
