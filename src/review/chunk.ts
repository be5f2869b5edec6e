import { showPath } from '../diff/invisible.js'
import { type FileDiff, type Hunk, withHunks } from '../types/diff.js'
import { type FileUnit, groupByAffinity } from './file-affinity.js'
import { estimateTokensOfBytes, REQUEST_TOKENS } from './request.js'

export interface ChunkLimits {
  /** Reviewers, people and models, find less in more than this (facts on review quality: 200 to 400 lines). */
  readonly changedLines: number
  /** Of the rendered diff. */
  readonly tokens: number
  /** Of the rendered diff in one request; a hunk over it cannot be reviewed. */
  readonly requestTokens: number
}

/** Files with only the hunks of this chunk; their `added` and `removed` are those of these hunks. */
export interface Chunk {
  readonly files: readonly FileDiff[]
  readonly changedLines: number
  /** What the rendered diff costs at most, as long as little of it has to be escaped. */
  readonly tokens: number
}

export interface ChunkPlan {
  readonly chunks: readonly Chunk[]
  /** Hunks that no request can hold, by file. */
  readonly tooLarge: readonly FileDiff[]
}

/** `@@ ` and the line feed. */
const HUNK_HEADER_BYTES = 4
/** `\ no newline at the end of the old file`. */
const MISSING_NEWLINE_BYTES = 40
/** Around the path of a file: its mark, kind and line ends, and the empty line before the next one. */
const FILE_HEADER_BYTES = 40
/** The words for a status and for modes that changed. */
const STATUS_BYTES = 40

/** From here on a chunk is left as it is rather than tear a folder apart. */
const WELL_FILLED = 2 / 3
/** Chunks that may still be filled up. */
const LOOK_BACK = 8

/**
 * Splits a change into requests: whole hunks, each in exactly one chunk or in `tooLarge`, and what belongs together in
 * the same chunk where it fits. The order of the files does not matter. Linear but for one sort.
 */
export function chunkDiff(files: readonly FileDiff[], limits: Partial<ChunkLimits> = {}): ChunkPlan {
  const packing: Packing = {
    limits: { changedLines: 400, tokens: 12_000, requestTokens: REQUEST_TOKENS, ...limits },
    drafts: [],
  }
  const folders = groupByAffinity(files)
  for (const folder of folders) place(packing, toFolder(folder, packing.limits))
  const tooLarge = folders.flat(2).flatMap((file) => beyondRequest(file, packing.limits))
  return { chunks: packing.drafts.map(toChunk), tooLarge }
}

/**
 * Tokens of a rendered hunk at most, for ordinary text: a character that nobody sees, and a CR where line ends differ,
 * is rendered in up to twelve bytes and not looked for here.
 */
export function estimateHunkTokens(hunk: Hunk): number {
  const { oldStart, oldLines, newStart, newLines } = hunk
  // Each line begins with its number and a blank.
  const column = String(Math.max(oldStart + oldLines, newStart + newLines)).length + 1
  const header = HUNK_HEADER_BYTES + Buffer.byteLength(hunk.section)
  const notes = (Number(hunk.oldMissingNewline) + Number(hunk.newMissingNewline)) * MISSING_NEWLINE_BYTES
  return estimateTokensOfBytes(hunk.bytes + (newLines + hunk.removed) * column + header + notes)
}

function estimateHeaderTokens(file: FileDiff): number {
  const paths = Buffer.byteLength(showPath(file.path)) + Buffer.byteLength(showPath(file.oldPath ?? ''))
  const hasStatus = file.status !== 'modified' || file.oldMode !== file.newMode
  return estimateTokensOfBytes(paths + FILE_HEADER_BYTES + (hasStatus ? STATUS_BYTES : 0))
}

interface Size {
  readonly changedLines: number
  readonly tokens: number
}

/** What is placed together where it fits. */
type Group =
  | (Size & { readonly kind: 'folder' | 'unit'; readonly parts: readonly Group[] })
  | (Size & { readonly kind: 'file' } & FilePart)

interface FilePart {
  readonly file: FileDiff
  readonly headerTokens: number
  readonly hunks: readonly Hunk[]
}

function toFolder(units: readonly FileUnit[], limits: ChunkLimits): Group {
  const parts = units.flatMap((unit) => {
    const files = unit.flatMap((file) => toFile(file, limits))
    return files.length === 0 ? [] : [{ kind: 'unit', parts: files, ...sumOf(files) } as const]
  })
  return { kind: 'folder', parts, ...sumOf(parts) }
}

function sumOf(sizes: readonly Size[]): Size {
  let changedLines = 0
  let tokens = 0
  for (const size of sizes) {
    changedLines += size.changedLines
    tokens += size.tokens
  }
  return { changedLines, tokens }
}

function sizeOf(hunk: Hunk): Size {
  return { changedLines: hunk.added + hunk.removed, tokens: estimateHunkTokens(hunk) }
}

/** The file with the hunks that a request can hold; nothing where it holds none of them. */
function toFile(file: FileDiff, limits: ChunkLimits): readonly Group[] {
  const headerTokens = estimateHeaderTokens(file)
  const hunks = file.hunks.filter((hunk) => headerTokens + estimateHunkTokens(hunk) <= limits.requestTokens)
  if (hunks.length === 0 && file.hunks.length > 0) return []
  const { changedLines, tokens } = sumOf(hunks.map(sizeOf))
  return [{ kind: 'file', file, headerTokens, hunks, changedLines, tokens: tokens + headerTokens }]
}

function beyondRequest(file: FileDiff, limits: ChunkLimits): readonly FileDiff[] {
  const room = limits.requestTokens - estimateHeaderTokens(file)
  const hunks = file.hunks.filter((hunk) => estimateHunkTokens(hunk) > room)
  return hunks.length === 0 ? [] : [withHunks(file, hunks)]
}

interface Packing {
  readonly limits: ChunkLimits
  readonly drafts: Draft[]
}

/** A chunk that is being filled. */
interface Draft {
  readonly files: { readonly file: FileDiff; readonly hunks: Hunk[] }[]
  changedLines: number
  tokens: number
}

function toChunk({ files, changedLines, tokens }: Draft): Chunk {
  return { files: files.map(({ file, hunks }) => withHunks(file, hunks)), changedLines, tokens }
}

/** Whole where it fits, else its parts one by one; a file is spread only when no chunk can hold it. */
function place(packing: Packing, group: Group): void {
  if (group.kind !== 'file' && group.parts.length === 0) return
  const draft = draftFor(packing, group)
  if (draft !== undefined) addGroup(draft, group)
  else if (group.kind === 'file') spread(packing, group)
  else for (const part of group.parts) place(packing, part)
}

function draftFor(packing: Packing, group: Group): Draft | undefined {
  const { drafts, limits } = packing
  const recent = drafts.slice(-LOOK_BACK).reverse()
  const open = recent.find((draft) => hasRoom(draft, group, limits))
  if (open !== undefined || !hasRoom(NOTHING, group, limits)) return open
  const newest = recent[0]
  const mayStart = newest === undefined || group.kind !== 'folder' || isWellFilled(newest, limits)
  return mayStart ? startDraft(packing) : undefined
}

const NOTHING: Size = { changedLines: 0, tokens: 0 }

function hasRoom(draft: Size, more: Size, limits: ChunkLimits): boolean {
  return draft.changedLines + more.changedLines <= limits.changedLines && draft.tokens + more.tokens <= limits.tokens
}

function isWellFilled(draft: Size, limits: ChunkLimits): boolean {
  return draft.changedLines >= limits.changedLines * WELL_FILLED || draft.tokens >= limits.tokens * WELL_FILLED
}

function startDraft({ drafts }: Packing): Draft {
  const draft: Draft = { files: [], changedLines: 0, tokens: 0 }
  drafts.push(draft)
  return draft
}

function addGroup(draft: Draft, group: Group): void {
  if (group.kind === 'file') addFile(draft, group)
  else for (const part of group.parts) addGroup(draft, part)
}

function addFile(draft: Draft, { file, hunks, changedLines, tokens }: FilePart & Size): void {
  draft.files.push({ file, hunks: [...hunks] })
  draft.changedLines += changedLines
  draft.tokens += tokens
}

/** Hunk by hunk and always into the newest chunk, so that the chunks keep the order of the file. */
function spread(packing: Packing, part: FilePart & Size): void {
  const { file, headerTokens, hunks } = part
  if (hunks.length === 0) addFile(startDraft(packing), part)
  for (const hunk of hunks) {
    const size = sizeOf(hunk)
    const newest = packing.drafts.at(-1)
    const last = newest?.files.at(-1)
    if (newest !== undefined && last?.file === file && hasRoom(newest, size, packing.limits)) {
      last.hunks.push(hunk)
      newest.changedLines += size.changedLines
      newest.tokens += size.tokens
      continue
    }
    const first = { ...part, hunks: [hunk], ...size, tokens: size.tokens + headerTokens }
    const draft = newest !== undefined && hasRoom(newest, first, packing.limits) ? newest : startDraft(packing)
    addFile(draft, first)
  }
}
