import type { CheckedFinding } from '../evidence/check.js'
import { isLocated, isProven, ownReviewer, type Result, type Wording } from '../types/result.js'
import { bySeverity } from '../types/rule.js'
import { groupSame, type Statement } from './match.js'
import { type Group, splitPlaces } from './split-places.js'

/** One issue, with everyone who found it. */
export interface AgreedFinding extends Omit<CheckedFinding, 'reviewer'> {
  readonly reviewers: readonly string[]
  readonly agreement: Result['agreement']
  /** What the other members of the group said. */
  readonly alsoReportedAs: readonly Wording[]
}

/** Of one issue; nobody reads more, and a reviewer that repeats itself cannot fill the report. */
const MAX_WORDINGS = 50

/** One result for each issue, what reviewers found before what our own code alone says; each in the order of its first report. */
export function mergeSame(checked: readonly CheckedFinding[]): readonly AgreedFinding[] {
  return withOwn(checked, groupReviewed(checked)).map((group) => mergeGroup(group))
}

/** What reviewers found, by the issue that it is about. */
function groupReviewed(checked: readonly CheckedFinding[]): readonly Group[] {
  const reviewed = checked.filter(({ reviewer }) => reviewer !== ownReviewer)
  return groupSame(reviewed.map(toStatement)).flatMap((members) => {
    const [first, ...others] = members.flatMap((index) => reviewed[index] ?? [])
    return first === undefined ? [] : splitPlaces([first, ...others], isPlaced)
  })
}

function toStatement({ finding, region, text, related, reviewer }: CheckedFinding): Statement {
  const { path, side, ruleId, title, message } = finding
  return { path, side, region, ruleId, title, message, quote: text, reviewer, related }
}

/** Our own code speaks in set phrases, so that not the words but rule and line tell what it means. */
function withOwn(checked: readonly CheckedFinding[], reviewed: readonly Group[]): readonly Group[] {
  const groups = [...reviewed]
  const groupAt = new Map<string, Group>()
  for (const group of groups) {
    for (const member of group) if (!groupAt.has(lineKey(member))) groupAt.set(lineKey(member), group)
  }
  const alone = new Map<string, Group>()
  for (const own of checked.filter(({ reviewer }) => reviewer === ownReviewer)) {
    const group = groupAt.get(lineKey(own)) ?? alone.get(exactKey(own))
    if (group !== undefined) group.push(own)
    else {
      const made: Group = [own]
      alone.set(exactKey(own), made)
      groups.push(made)
    }
  }
  return groups
}

/** JSON, so that no text can run into the next. */
function lineKey({ finding, region }: CheckedFinding): string {
  return JSON.stringify([finding.path, finding.side, region.startLine, finding.ruleId])
}

function exactKey(found: CheckedFinding): string {
  return lineKey(found) + found.text.replace(/\s+/g, ' ').trim()
}

/**
 * The claim that is proven best speaks for the group, and among such the most severe: a milder duplicate cannot hide a
 * severe claim, and a severe claim without proof cannot make a proven mild one block.
 */
function mergeGroup(group: Group): AgreedFinding {
  const [spokesman = group[0], ...others] = group.toSorted(byWeight)
  const { reviewer: _, ...spoken } = spokesman
  const reviewers = [...new Set(group.map(({ reviewer }) => reviewer))]
  return {
    ...spoken,
    reviewers,
    agreement: { found: countSupporters(reviewers), confirmed: 0, refuted: 0 },
    alsoReportedAs: otherWordings(spokesman, others),
  }
}

/** Our own code is no second opinion: it counts only where it stands alone. */
function countSupporters(reviewers: readonly string[]): number {
  return Math.max(1, reviewers.filter((reviewer) => reviewer !== ownReviewer).length)
}

/** A claim that can block goes first, then one with a proven place, then the more severe one. */
function byWeight(a: CheckedFinding, b: CheckedFinding): number {
  return (
    Number(isSolid(b)) - Number(isSolid(a)) ||
    Number(isPlaced(b)) - Number(isPlaced(a)) ||
    bySeverity(a.finding, b.finding)
  )
}

function isSolid(found: CheckedFinding): boolean {
  return isProven({ ...found.finding, evidence: found.evidence }) && found.finding.triage === 'real'
}

function isPlaced({ evidence }: CheckedFinding): boolean {
  return isLocated(evidence)
}

/** The worst first; what says the same in the same words stands once. */
function otherWordings(spokesman: CheckedFinding, others: readonly CheckedFinding[]): readonly Wording[] {
  const said = new Set([wordingKey(toWording(spokesman))])
  const wordings: Wording[] = []
  for (const wording of others.map(toWording)) {
    if (said.has(wordingKey(wording))) continue
    said.add(wordingKey(wording))
    wordings.push(wording)
  }
  return wordings.sort(bySeverity).slice(0, MAX_WORDINGS)
}

function toWording({ finding: { ruleId, severity, title, message }, reviewer }: CheckedFinding): Wording {
  return { reviewer, ruleId, severity, title, message }
}

function wordingKey({ ruleId, severity, title, message }: Wording): string {
  return JSON.stringify([ruleId, severity, title, message])
}
