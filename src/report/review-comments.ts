import type { FileDiff } from '../types/diff.js'
import type { Report } from '../types/report.js'
import { isOwnResult, type Result } from '../types/result.js'
import { categoryMark } from './comment.js'
import { inlineText, proseText } from './escape.js'
import { folded, paragraphs } from './markdown-parts.js'
import { suggestionBlock } from './suggestion.js'
import { marks } from './verdict-parts.js'
import { blockingWords, isFound, worstFirst } from './wording.js'

/** More comments on one change are noise; the rest stands in the summary. */
const MOST_COMMENTS = 30
/** A comment that marks more lines hides the code that it is about. */
const MOST_LINES = 10

/** A comment on lines of the diff, in the words of GitHub's API. */
export interface ReviewComment {
  readonly fingerprint: string
  readonly path: string
  readonly side: 'LEFT' | 'RIGHT'
  /** The last line that it is about. */
  readonly line: number
  /** The first line, where that is another one. */
  readonly startLine: number | undefined
  readonly body: string
}

/** One of our comments that stands there already. */
export interface ExistingComment {
  readonly id: number
  readonly body: string
}

/** What has to be done so that exactly what is reported now stands there, once. */
export interface CommentPlan {
  readonly create: readonly ReviewComment[]
  readonly update: readonly { readonly id: number; readonly body: string }[]
}

export interface ReviewCommentOptions {
  readonly which: 'blocking' | 'all'
  /** The files of the diff; a comment may stand only on lines that their hunks show. */
  readonly files: readonly FileDiff[]
  readonly suggestions: 'on' | 'off'
  /** Keeps the comments of several steps apart, as it does their alerts. */
  readonly category: string
}

/** The comments that the report asks for, worst first; a result without a line in the diff has none. */
export function toReviewComments(report: Report, options: ReviewCommentOptions): readonly ReviewComment[] {
  const byPath = filesByPath(options.files)
  return worstFirst(report.results)
    .filter((result) => isWanted(result, options.which))
    .flatMap((result) => {
      const place = placeInDiff(result, byPath.get(result.path))
      return place === undefined ? [] : [{ ...place, fingerprint: result.fingerprint, body: bodyOf(result, options) }]
    })
    .slice(0, MOST_COMMENTS)
}

/**
 * Compares the comments that stand there with those that are wanted. What is reported no longer is marked as resolved,
 * but only by a run that looked at the whole change: a comment does not say which file it is about.
 */
export function planReviewComments(
  report: Report,
  wanted: readonly ReviewComment[],
  existing: readonly ExistingComment[],
): CommentPlan {
  const present = reportedNow(report)
  const known = new Map(existing.flatMap((comment) => withMarker(comment)))
  const create = wanted.filter(({ fingerprint }) => !known.has(fingerprint))
  const back = wanted.flatMap(({ fingerprint, body }) => {
    const comment = known.get(fingerprint)
    return comment?.state === 'resolved' ? [{ id: comment.id, body }] : []
  })
  if (report.conclusion === 'not-evaluated' || report.coverage.unreviewed.length > 0) return { create, update: back }
  const gone = [...known].flatMap(([fingerprint, comment]) =>
    comment.state === 'open' && !present.has(fingerprint)
      ? [{ id: comment.id, body: resolvedBody(comment, { fingerprint, head: report.change?.head }) }]
      : [],
  )
  return { create, update: [...back, ...gone] }
}

type MarkedComment = ExistingComment & { readonly state: 'open' | 'resolved'; readonly category: string }

/** By fingerprint; the first of two for the same result is kept. */
function withMarker(comment: ExistingComment): readonly (readonly [string, MarkedComment])[] {
  const found = MARKER.exec(comment.body)
  const [, state, fingerprint, category] = found ?? []
  if (fingerprint === undefined || category === undefined || (state !== 'open' && state !== 'resolved')) return []
  return [[fingerprint, { ...comment, state, category }]]
}

/** Those of our comments that a step with this category wrote; the others are for the other steps to keep. */
export function ofCategory(comments: readonly ExistingComment[], category: string): readonly ExistingComment[] {
  return comments.filter(({ body }) => MARKER.exec(body)?.[3] === categoryMark(category))
}

/** Which result of which category one of our comments is about; undefined for any other comment. */
export function reviewCommentKey(body: string): string | undefined {
  const found = MARKER.exec(body)
  return found === null ? undefined : `${found[2]} ${found[3]}`
}

const MARKER =
  /^\[\/\/\]: # \(model-stack-result (open|resolved) ([0-9a-f]{1,64}:[0-9]{1,9}) ([A-Za-z0-9/._-]{1,200})\)$/m

interface Marker {
  readonly fingerprint: string
  readonly category: string
}

/** The invisible line by which we know the comment of a result again. */
function marker(state: 'open' | 'resolved', { fingerprint, category }: Marker): string {
  return `[//]: # (model-stack-result ${state} ${fingerprint} ${categoryMark(category)})`
}

function reportedNow({ results }: Report): ReadonlySet<string> {
  return new Set(results.filter(isOpen).map(({ fingerprint }) => fingerprint))
}

function isOpen({ baselineState, suppression }: Result): boolean {
  return baselineState !== 'absent' && suppression === null
}

function isWanted(result: Result, which: ReviewCommentOptions['which']): boolean {
  if (!isOpen(result) || !/^[0-9a-f]{1,64}:[0-9]{1,9}$/.test(result.fingerprint)) return false
  if (which === 'blocking') return result.blocking
  // What is not about this change, or could not be found in it, is no comment on its lines.
  return isFound(result) && result.triage === 'real' && (!isOwnResult(result) || result.blocking)
}

function filesByPath(files: readonly FileDiff[]): ReadonlyMap<string, FileDiff> {
  const old = files.flatMap((file) => (file.oldPath === undefined ? [] : [[file.oldPath, file] as const]))
  return new Map([...old, ...files.map((file) => [file.path, file] as const)])
}

/** GitHub refuses a comment on a line that no hunk shows, and one whose lines are of two hunks. */
function placeInDiff(
  { side, region, evidence, path }: Result,
  file: FileDiff | undefined,
): Pick<ReviewComment, 'path' | 'side' | 'line' | 'startLine'> | undefined {
  if (file === undefined || evidence.status === 'unverified' || evidence.status === 'ambiguous') return undefined
  if (side === 'new' && path !== file.path) return undefined
  const { startLine } = region
  const hunk = file.hunks.find((candidate) => {
    const [first, lines] =
      side === 'new' ? [candidate.newStart, candidate.newLines] : [candidate.oldStart, candidate.oldLines]
    return startLine >= first && startLine < first + lines
  })
  if (hunk === undefined) return undefined
  const last = side === 'new' ? hunk.newStart + hunk.newLines - 1 : hunk.oldStart + hunk.oldLines - 1
  const line = region.endLine <= last && region.endLine - startLine < MOST_LINES ? region.endLine : startLine
  return {
    path: file.path,
    side: side === 'new' ? 'RIGHT' : 'LEFT',
    line,
    startLine: line === startLine ? undefined : startLine,
  }
}

function bodyOf(result: Result, { suggestions, category }: ReviewCommentOptions): string {
  const block = suggestions === 'on' ? suggestionBlock(result) : undefined
  const advice =
    result.recommendation === null ? '' : `**What to do:** ${proseText(withoutFences(result.recommendation), 2_000)}`
  return paragraphs([
    `**${marks[result.severity]} ${result.severity} · ${inlineText(result.title, 200)}** (${result.ruleId})`,
    proseText(result.message, 3_000),
    block ?? advice,
    inlineText(blockingWords(result), 800),
    marker('open', { fingerprint: result.fingerprint, category }),
  ])
}

/** A block of code in a recommendation is shown by the suggestion or not at all. */
function withoutFences(text: string): string {
  return text.replace(/^[^\S\n]{0,3}`{3,}.*$/gm, '')
}

function resolvedBody(
  { body, category }: MarkedComment,
  { fingerprint, head }: { readonly fingerprint: string; readonly head: string | undefined },
): string {
  const commit = head !== undefined && /^[0-9a-f]{40,64}$/.test(head) ? ` at \`${head.slice(0, 12)}\`` : ''
  // A suggestion must not stay applicable to code that has changed since.
  const said = body.replace(MARKER, '').replaceAll('```suggestion', '```').trim()
  return paragraphs([
    `**Resolved:** the review${commit} no longer reports this.`,
    folded('What it said', said),
    marker('resolved', { fingerprint, category }),
  ])
}
