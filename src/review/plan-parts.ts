import { showPath } from '../diff/invisible.js'
import { ReviewerError } from '../errors.js'
import type { FileDiff } from '../types/diff.js'
import type { Gap } from '../types/reviewer.js'
import type { ChangeMap } from './change-map.js'
import { type Chunk, type ChunkLimits, chunkDiff } from './chunk.js'
import type { Part, PartsPlan } from './part.js'
import { estimateTokens, REQUEST_TOKENS, type Share } from './request.js'

/** Writes what a request says; `share` is undefined for a change that one request holds. */
export interface PartWriter {
  prompt(files: readonly FileDiff[], share: Share | undefined): string
  followUpPrompt(files: readonly FileDiff[], share: Share | undefined): string
  /** Texts of `prompts/`. */
  readonly templates: { readonly part: string; readonly contracts: string }
}

export type Subject = 'the change' | 'what changed since the last review'

export interface PartsRequest {
  readonly files: readonly FileDiff[]
  /** What the files are: `the change`, or a part of it that is to be reviewed alone. */
  readonly subject: Subject
  readonly writer: PartWriter
  /** How much is at stake at a path; the more, the earlier. */
  readonly risk: (path: string) => number
  readonly limits?: Partial<ChunkLimits>
  /** Asked for once it is known that there are several parts. */
  readonly map: () => ChangeMap
}

/** What the prompt holds beside the diff, when instructions are of usual length. */
const FRAME_TOKENS = 20_000
/** Of the map that goes with each part: 8 KB at most. */
const CHUNK_MAP_TOKENS = 2_800

/** Divides the change into requests, each about whole hunks that belong together. */
export function planParts(request: PartsRequest): PartsPlan {
  const { files, subject, writer, limits, risk } = request
  const { chunks, tooLarge } = chunkDiff(files, { requestTokens: REQUEST_TOKENS - FRAME_TOKENS, ...limits })
  const left = tooLarge.map(gapOfTooLarge)
  const [only, ...others] = chunks
  if (only === undefined) return { parts: [], left }
  if (others.length === 0 && subject === 'the change') return { parts: [wholeOf(only, writer)], left }
  const map = request.map()
  const frame = frameTokens(writer, shareOf('hunks', writer))
  const mapTokens = Math.min(estimateTokens(map.whole), CHUNK_MAP_TOKENS)
  const inOrder = byRisk(chunks, risk)
  const toPart = (chunk: Chunk, index: number): Part => {
    const name = inOrder.length === 1 ? subject : `part ${index + 1} of ${inOrder.length}`
    const share = (): Share => ({ ...shareOf('hunks', writer), name, map: map.forChunk(chunk) })
    return {
      name,
      label: inOrder.length === 1 ? undefined : `${index + 1}/${inOrder.length}`,
      files: chunk.files,
      tokens: frame + mapTokens + chunk.tokens,
      prompt: () => writer.prompt(chunk.files, share()),
      followUpPrompt: (missing) => writer.followUpPrompt(missing, share()),
    }
  }
  const parts = inOrder.map(toPart)
  return { parts: others.length === 0 ? parts : [...parts, mapPart(map, writer)], left }
}

function wholeOf(chunk: Chunk, writer: PartWriter): Part {
  return {
    name: 'the change',
    files: chunk.files,
    tokens: frameTokens(writer, undefined) + listTokens(chunk) + chunk.tokens,
    prompt: () => writer.prompt(chunk.files, undefined),
    followUpPrompt: (missing) => writer.followUpPrompt(missing, undefined),
  }
}

/** No part of the change shows what falls between the others. */
function mapPart(map: ChangeMap, writer: PartWriter): Part {
  const empty = shareOf('map', writer)
  const share = { ...empty, map: map.whole }
  return {
    name: MAP_PART,
    label: 'map',
    files: [],
    tokens: frameTokens(writer, empty) + estimateTokens(map.whole),
    prompt: () => writer.prompt([], share),
    followUpPrompt: () => writer.followUpPrompt([], share),
  }
}

/** What a request says beside files and map. One that cannot be written fails when it is asked, and is not judged here. */
function frameTokens(writer: PartWriter, share: Share | undefined): number {
  try {
    return estimateTokens(writer.prompt([], share))
  } catch (error) {
    if (error instanceof ReviewerError) return REQUEST_TOKENS
    throw error
  }
}

/** A request for the whole change names the files before it shows their diff. */
function listTokens({ files }: Chunk): number {
  return estimateTokens(files.map(({ path }) => showPath(path)).join('\n'))
}

const MAP_PART = 'the pass over callers and contracts'

function shareOf(kind: Share['kind'], { templates }: PartWriter): Share {
  const template = kind === 'hunks' ? templates.part : templates.contracts
  return { kind, template, name: MAP_PART, map: '' }
}

/** Chunks of equal risk stay in their order. */
function byRisk(chunks: readonly Chunk[], risk: (path: string) => number): readonly Chunk[] {
  return chunks
    .map((chunk) => ({ chunk, risk: chunk.files.reduce((most, { path }) => Math.max(most, risk(path)), 0) }))
    .toSorted((a, b) => b.risk - a.risk)
    .map(({ chunk }) => chunk)
}

function gapOfTooLarge({ hunks }: FileDiff): Gap {
  const one = hunks.length === 1 ? 'one hunk is' : `${hunks.length} hunks are`
  const reason = `${one} larger than one request can hold (about ${REQUEST_TOKENS - FRAME_TOKENS} tokens); split the change, or leave the file out with paths-ignore on the base branch`
  return { part: 'too large', hunks, code: 'CONTEXT_TOO_LONG', reason }
}
