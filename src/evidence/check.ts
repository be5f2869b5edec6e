import type { Files } from '../host/host.js'
import type { Diff } from '../types/diff.js'
import type { Finding } from '../types/finding.js'
import type { Evidence, Region, Result } from '../types/result.js'
import type { RejectedFinding } from '../types/reviewer.js'
import type { RuleId } from '../types/rule.js'
import type { NeutralisedFile } from '../types/snapshot.js'
import { capFinding, toRejected } from './cap.js'
import { type IndexedText, indexText, type Location, locateIn } from './locate.js'
import { pathResolver } from './resolve-path.js'

/** A finding whose quotes were looked up in the files. */
export interface CheckedFinding {
  /** As it was sent, but for the resolved path, cut texts and a triage that the diff contradicts. */
  readonly finding: Omit<Finding, 'ruleId'> & { readonly ruleId: RuleId }
  readonly region: Region
  /** The file's own lines at the region; the quote where it was not found. */
  readonly text: string
  readonly evidence: Evidence
  /** Only those whose quote was found. */
  readonly related: Result['related']
  readonly reviewer: string
}

export interface CheckContext {
  readonly reviewer: string
  readonly diff: Diff
  readonly files: Files
  /** The snapshot's `neutralised`, so that a reviewer may name what it saw. */
  readonly neutralised?: readonly NeutralisedFile[]
}

/** Every finding is in one of the two lists. */
export interface CheckedFindings {
  readonly checked: readonly CheckedFinding[]
  readonly rejected: readonly RejectedFinding[]
}

const MAX_FINDINGS = 500
/** Texts that are kept cut into lines at once. */
const MAX_INDEXED = 16

/** Looks up the quotes of all findings of one reviewer. */
export async function checkFindings(findings: readonly Finding[], context: CheckContext): Promise<CheckedFindings> {
  const look = lookupIn(context)
  const checked: CheckedFinding[] = []
  const rejected: RejectedFinding[] = []
  for (const raw of findings.slice(0, MAX_FINDINGS)) {
    const outcome = await checkFinding(raw, context, look)
    if (typeof outcome === 'string') rejected.push(toRejected(context.reviewer, outcome, raw))
    else checked.push(outcome)
  }
  for (const raw of findings.slice(MAX_FINDINGS)) {
    rejected.push(toRejected(context.reviewer, `more than ${MAX_FINDINGS} findings in one reply`, raw))
  }
  return { checked, rejected }
}

/** A path that was looked up; `text` is undefined where there is no readable file. */
interface Found {
  readonly kind: 'found'
  readonly path: string
  readonly text: IndexedText | undefined
}

type Lookup = (
  side: 'new' | 'old',
  path: string,
) => Promise<Found | { readonly kind: 'rejected'; readonly reason: string }>

function lookupIn({ diff, files, neutralised = [] }: CheckContext): Lookup {
  const resolve = pathResolver({ diff, neutralised })
  const read = readerOf(files)
  return async (side, path) => {
    const resolved = resolve(side, path)
    if (resolved.kind === 'rejected') return resolved
    for (const candidate of resolved.paths) {
      const text = await read(side, candidate)
      if (text !== undefined) return { kind: 'found', path: candidate, text }
    }
    return { kind: 'found', path: resolved.paths[0], text: undefined }
  }
}

/** Keeps the last few texts, because findings of one file tend to follow each other. */
function readerOf(files: Files): (side: 'new' | 'old', path: string) => Promise<IndexedText | undefined> {
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
async function checkFinding(raw: Finding, context: CheckContext, look: Lookup): Promise<CheckedFinding | string> {
  const capped = capFinding(raw)
  if (capped.kind === 'rejected') return capped.reason
  const found = await look(raw.side, raw.path)
  if (found.kind === 'rejected') return found.reason
  const finding = { ...capped.finding, path: found.path }
  const place = placeOf(finding, found.text)
  if (typeof place === 'string') return place
  const related = await checkRelated(finding, look)
  const scope = scopeOf(finding, related, context.diff)
  const detail = joined([place.detail, ...capped.notes, lostNote(finding, related), scope])
  return {
    finding: { ...finding, triage: scope === undefined ? finding.triage : 'out-of-scope' },
    region: place.region,
    text: place.text,
    evidence: { status: place.status, detail },
    related,
    reviewer: context.reviewer,
  }
}

interface Place {
  readonly status: Evidence['status']
  readonly region: Region
  readonly text: string
  readonly detail: string | null
}

function placeOf(finding: Finding, text: IndexedText | undefined): Place | string {
  const location = text === undefined ? unreadable(finding) : locateIn(text, finding)
  if (location.status === 'verified' || location.status === 'relocated') return location
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

async function checkRelated(finding: Finding, look: Lookup): Promise<Result['related']> {
  const located: Result['related'] = []
  for (const { path, startLine, quote } of finding.related) {
    const found = await look('new', path)
    if (found.kind === 'rejected' || found.text === undefined) continue
    const location = locateIn(found.text, { startLine, endLine: startLine, quote })
    if ('region' in location) located.push({ path: found.path, region: location.region, quote })
  }
  return located
}

/** Why the finding is not about this change; undefined when it is. */
function scopeOf(finding: Finding, related: Result['related'], diff: Diff): string | undefined {
  const changed = new Set<string>()
  for (const { path, oldPath } of diff.files) changed.add(path).add(oldPath ?? path)
  for (const { path, kind } of diff.omitted) if (kind === 'unreviewed') changed.add(path)
  if (changed.has(finding.path) || related.some(({ path }) => changed.has(path))) return undefined
  const excluded = diff.omitted.find(({ path }) => path === finding.path)
  if (excluded !== undefined) return `Out of scope: the policy leaves this path out (${excluded.reason}).`
  return 'Out of scope: neither this path nor a related location was changed.'
}

function lostNote(finding: Finding, related: Result['related']): string | undefined {
  const lost = finding.related.length - related.length
  return lost === 0 ? undefined : `${lost} of ${finding.related.length} related locations could not be found.`
}

function joined(details: readonly (string | null | undefined)[]): string | null {
  const present = details.filter((detail) => detail !== undefined && detail !== null)
  return present.length === 0 ? null : present.join(' ')
}
