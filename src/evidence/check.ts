import type { Side } from '../diff/lines.js'
import type { Files } from '../host/host.js'
import type { Diff } from '../types/diff.js'
import type { Finding } from '../types/finding.js'
import { type Evidence, isLocated, type Region, type Result } from '../types/result.js'
import type { RejectedFinding } from '../types/reviewer.js'
import { bySeverity, type RuleId } from '../types/rule.js'
import type { NeutralisedFile } from '../types/snapshot.js'
import { type SearchPort, withSearches } from './absence.js'
import { type Anchor, anchorOf, anchorOfQuote } from './anchor.js'
import { capFinding, toRejected } from './cap.js'
import { type Claim, type IndexedText, indexText, type Location, locateIn } from './locate.js'
import { pathResolver, type TreePaths } from './resolve-path.js'
import { type ScopeOf, scopeIn } from './scope.js'

/** A finding whose quotes were looked up in the files. */
export interface CheckedFinding {
  /**
   * As it was sent, but for the resolved path, cut texts, a triage that the diff contradicts, and a basis that the file
   * does not bear out.
   */
  readonly finding: Omit<Finding, 'ruleId'> & { readonly ruleId: RuleId }
  readonly region: Region
  /** The file's own lines at the region; the quote where it was not found. */
  readonly text: string
  readonly evidence: Evidence
  /** Only those whose quote was found. */
  readonly related: Result['related']
  /** What the place is known by in other runs. */
  readonly anchor: Anchor
  readonly reviewer: string
}

export interface CheckContext {
  readonly reviewer: string
  readonly diff: Diff
  readonly files: Files
  /** The snapshot's `neutralised`, so that a reviewer may name what it saw. */
  readonly neutralised?: readonly NeutralisedFile[]
  /** Without it, a path is told by itself and by the changed files only. */
  readonly treePaths?: TreePaths
  /** Absolute directories under which the reviewer saw the repository. */
  readonly roots?: readonly string[]
  /** Repeats the searches of a claim that something is absent. */
  readonly search: SearchPort
}

/** Every finding is in one of the two lists. */
export interface CheckedFindings {
  readonly checked: readonly CheckedFinding[]
  readonly rejected: readonly RejectedFinding[]
}

/** Of one reviewer, in all its requests; one answer holds 500 at most. */
const MAX_FINDINGS = 5_000
/** Findings whose files are asked for together. */
const READ_AHEAD = 64
/** Texts that are kept cut into lines at once. */
const MAX_INDEXED = 16

/** Looks up the quotes of all findings of one reviewer; of too many, those of the worst. */
export async function checkFindings(findings: readonly Finding[], context: CheckContext): Promise<CheckedFindings> {
  const material = {
    reviewer: context.reviewer,
    look: lookupIn(context),
    scopeOf: scopeIn(context.diff),
    search: context.search,
  }
  const readAhead = aheadIn(context)
  const checked: CheckedFinding[] = []
  const rejected: RejectedFinding[] = []
  const inOrder = findings.length > MAX_FINDINGS ? findings.toSorted(bySeverity) : findings
  for (const [index, raw] of inOrder.slice(0, MAX_FINDINGS).entries()) {
    if (index % READ_AHEAD === 0) await readAhead(inOrder.slice(index, index + READ_AHEAD))
    const outcome = await checkFinding(raw, material)
    if (typeof outcome === 'string') rejected.push(toRejected(context.reviewer, outcome, raw))
    else checked.push(outcome)
  }
  for (const raw of inOrder.slice(MAX_FINDINGS)) {
    rejected.push(toRejected(context.reviewer, `more than ${MAX_FINDINGS} findings of one reviewer`, raw))
  }
  return { checked, rejected }
}

/** The host reads faster what it is asked for at once. What is not a changed file is looked up on its own. */
function aheadIn({ diff, files }: CheckContext): (findings: readonly Finding[]) => Promise<void> {
  const changed = new Set(diff.files.map(({ path }) => path))
  return async (findings) => {
    const wanted = new Map(findings.map(({ side, path }) => [`${side} ${path}`, { side, path }]))
    const known = [...wanted.values()].filter(({ path }) => changed.has(path))
    if (known.length > 1) await Promise.all(known.map(({ side, path }) => files.text(side, path)))
  }
}

/** A path that was looked up; `text` is undefined where there is no readable file. */
interface Found {
  readonly kind: 'found'
  readonly path: string
  readonly text: IndexedText | undefined
  /** How the path was resolved, where it was not written as it is. */
  readonly note: string | undefined
}

type Lookup = (side: Side, path: string) => Promise<Found | { readonly kind: 'rejected'; readonly reason: string }>

/** What every finding of a reviewer is checked with. */
interface Material {
  readonly reviewer: string
  readonly look: Lookup
  readonly scopeOf: ScopeOf
  readonly search: SearchPort
}

function lookupIn({ diff, files, neutralised = [], treePaths, roots = [] }: CheckContext): Lookup {
  const read = readerOf(files)
  const exists = async (side: Side, path: string) => (await read(side, path)) !== undefined
  const resolve = pathResolver({ diff, neutralised, treePaths, roots, exists })
  return async (side, path) => {
    const resolved = await resolve(side, path)
    if (resolved.kind === 'rejected') return resolved
    return { kind: 'found', path: resolved.path, text: await read(side, resolved.path), note: resolved.note }
  }
}

/** Keeps the last few texts, because findings of one file tend to follow each other. */
function readerOf(files: Files): (side: Side, path: string) => Promise<IndexedText | undefined> {
  const kept = new Map<string, IndexedText>()
  return async (side, path) => {
    const key = `${side} ${path}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const text = await files.text(side, path)
    if (text === undefined) return undefined
    const indexed = indexText(text)
    const [oldest] = kept.keys()
    if (kept.size >= MAX_INDEXED && oldest !== undefined) kept.delete(oldest)
    kept.set(key, indexed)
    return indexed
  }
}

/** The checked finding, or why it cannot be accepted. */
async function checkFinding(raw: Finding, material: Material): Promise<CheckedFinding | string> {
  const capped = capFinding(raw)
  if (capped.kind === 'rejected') return capped.reason
  const found = await material.look(raw.side, raw.path)
  if (found.kind === 'rejected') return found.reason
  const finding = { ...capped.finding, path: found.path }
  const place = placeOf(finding, found.text)
  if (typeof place === 'string') return place
  const related = await checkRelated(finding, material)
  const scope = outOfScope(finding, { place, related }, material)
  const otherSide = place.status === 'unverified' ? await otherSideNote(finding, material) : undefined
  const { basis, detail: searched } = isLocated(place)
    ? await withSearches(finding, material.search)
    : { basis: 'inferred' as const, detail: null }
  const details = [place.detail, otherSide, found.note, ...capped.notes, ...related.notes, searched, scope]
  return {
    finding: {
      ...finding,
      triage: scope === undefined ? finding.triage : 'out-of-scope',
      basis,
    },
    region: place.region,
    text: place.text,
    evidence: { status: place.status, detail: joined(details) },
    related: related.located,
    anchor: anchorIn(found.text, place, finding),
    reviewer: material.reviewer,
  }
}

/** A line that nothing proves would make the identity depend on a line number. */
function anchorIn(text: IndexedText | undefined, { status, region }: Place, { quote }: Finding): Anchor {
  const hasPlace = text !== undefined && status !== 'unverified' && status !== 'ambiguous'
  return hasPlace ? anchorOf(text, region) : anchorOfQuote(quote)
}

interface Place {
  readonly status: Evidence['status']
  readonly region: Region
  readonly text: string
  readonly detail: string | null
}

function placeOf(finding: Finding, text: IndexedText | undefined): Place | string {
  const location = text === undefined ? unreadable(finding) : locateIn(text, finding)
  if ('region' in location) return location
  const { startLine, endLine, quote } = finding
  if (startLine < 1 || endLine < startLine || !Number.isSafeInteger(endLine)) {
    return `the quote was not found and lines ${startLine} to ${endLine} are not a range`
  }
  const last = text === undefined ? endLine : lineCount(text)
  if (startLine > last) return `the quote was not found and line ${startLine} is beyond the file's last line, ${last}`
  const region = { startLine, endLine: Math.min(endLine, last) }
  return { status: location.status, region, text: quote, detail: location.detail }
}

function unreadable({ side }: Finding): Location {
  const where = side === 'new' ? 'at the head' : 'at the base'
  return { status: 'unverified', detail: `There is no readable text file of this path ${where}.` }
}

/** Without the empty piece after the last line's terminator; an empty file has one line to point at. */
function lineCount({ lines }: IndexedText): number {
  return Math.max(1, lines.at(-1) === '' ? lines.length - 1 : lines.length)
}

/** A claim about code that the change removed, or not yet had, is not moved to the other side: it may be just wrong. */
async function otherSideNote({ side, path, ...claim }: Finding, { look }: Material): Promise<string | undefined> {
  const other = side === 'new' ? 'old' : 'new'
  const region = await findIn(look, { ...claim, side: other, path })
  return region && `The quote stands on the ${other} side only, at line ${region.region.startLine}.`
}

interface Quoted extends Claim {
  readonly side: Side
  readonly path: string
}

/** Where the quote is proven to stand; undefined where it is not. */
async function findIn(
  look: Lookup,
  { path, ...claim }: Quoted,
): Promise<{ readonly path: string; readonly region: Region } | undefined> {
  const found = await look(claim.side, path)
  if (found.kind === 'rejected' || found.text === undefined) return undefined
  const location = locateIn(found.text, claim)
  return 'region' in location && isLocated(location) ? { path: found.path, region: location.region } : undefined
}

interface CheckedRelated {
  readonly located: Result['related']
  /** One of them is about what the change did. */
  readonly touchesChange: boolean
  readonly notes: readonly string[]
}

async function checkRelated({ related }: Finding, { look, scopeOf }: Material): Promise<CheckedRelated> {
  const located: Result['related'] = []
  const notes: string[] = []
  let touchesChange = false
  let lost = 0
  for (const { path, startLine, quote } of related) {
    const claim = { path, startLine, endLine: startLine, quote }
    const now = await findIn(look, { ...claim, side: 'new' })
    if (now !== undefined) {
      located.push({ ...now, quote })
      touchesChange ||= isInHunk(scopeOf({ ...now, side: 'new' }))
      continue
    }
    const before = await findIn(look, { ...claim, side: 'old' })
    if (before === undefined || scopeOf({ ...before, side: 'old' }).kind !== 'changed') lost += 1
    else {
      touchesChange = true
      notes.push(`A related quote stands among the removed lines, at line ${before.region.startLine} of the old side.`)
    }
  }
  if (lost > 0) notes.push(`${lost} of ${related.length} related locations could not be found.`)
  return { located, touchesChange, notes }
}

function isInHunk({ kind }: ReturnType<ScopeOf>): boolean {
  return kind === 'changed' || kind === 'context'
}

/** Why the finding is not about this change; undefined when it is. */
function outOfScope(
  { path, side }: Finding,
  { place, related }: { readonly place: Place; readonly related: CheckedRelated },
  { scopeOf }: Material,
): string | undefined {
  if (related.touchesChange) return undefined
  const scope = scopeOf({ path, side, region: place.region })
  switch (scope.kind) {
    case 'changed':
    case 'context':
      return undefined
    case 'file':
      // A place that nobody found cannot be said to lie outside the change.
      if (place.status === 'ambiguous' || place.status === 'unverified') return undefined
      return 'Out of scope: the change shows neither these lines nor a related location.'
    case 'unchanged':
      return 'Out of scope: neither this path nor a related location was changed.'
    case 'excluded':
      return `Out of scope: the policy leaves this path out (${scope.reason}).`
  }
}

function joined(details: readonly (string | null | undefined)[]): string | null {
  const present = details.filter((detail) => detail !== undefined && detail !== null)
  return present.length === 0 ? null : present.join(' ')
}
