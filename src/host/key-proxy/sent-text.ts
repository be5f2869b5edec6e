import { showInvisible } from '../../diff/invisible.js'

/** One file to compare with what was sent. */
export interface SnapshotFile {
  readonly path: string
  readonly lines: Iterable<string>
}

/** Remembers, as hashes, the lines of everything that was sent to a provider. */
export interface SentText {
  /** Takes every string of a request's body. */
  add(body: unknown): void
  has(line: string): boolean
  /** False once more was sent than is remembered. */
  complete(): boolean
}

/** Which files' content was sent. */
export interface SentFiles {
  readonly files: readonly string[]
  /** False: more was sent than could be remembered, or there were more lines than could be compared. */
  readonly complete: boolean
}

/** A shorter line occurs everywhere. */
const MIN_LINE_LENGTH = 12
/** More of a line tells nothing more. */
const MAX_LINE_LENGTH = 2_000
/** About 40 bytes of memory each; a review sends some ten thousand. */
const MAX_LINES = 1_000_000
const MAX_TEXTS = 100_000
/** A line in more files than this says nothing about any of them. */
const MAX_SHARED_BY = 3
/** Lines that are compared with what was sent, over all files. */
const MAX_COMPARED = 5_000_000

/** An empty memory; `limits` are for tests. */
export function makeSentText(limits: { readonly lines: number } = { lines: MAX_LINES }): SentText {
  const lines = new Set<number>()
  // A conversation is sent again with each turn: a string is looked at once.
  const texts = new Set<number>()
  let complete = true

  const addLine = (line: string): void => {
    if (line.length < MIN_LINE_LENGTH) return
    if (lines.size >= limits.lines) complete = false
    else lines.add(hash(line))
  }
  const addText = (text: string): void => {
    if (text.length < MIN_LINE_LENGTH) return
    const seen = hash(text)
    if (texts.has(seen)) return
    if (texts.size < MAX_TEXTS) texts.add(seen)
    for (const line of linesOf(text)) {
      if (!complete) return
      for (const form of formsOf(line)) addLine(form)
    }
  }
  return {
    add: (body) => visitStrings(body, addText),
    has: (line) => ownForms(line).some((form) => lines.has(hash(form))),
    complete: () => complete,
  }
}

/**
 * The files of which a line was sent that no other file has. A line that two or three files share counts for all of
 * them where none of them is known to have been sent anyway.
 */
export async function sentFiles(sent: SentText, files: AsyncIterable<SnapshotFile>): Promise<SentFiles> {
  const owners = new Map<string, string[]>()
  let compared = 0
  for await (const { path, lines } of files) {
    for (const line of lines) {
      compared += 1
      if (compared > MAX_COMPARED) return { files: filesOf(owners), complete: false }
      if (sent.has(line)) addOwner(owners, { line: toKey(line), path })
    }
  }
  return { files: filesOf(owners), complete: sent.complete() }
}

function addOwner(
  owners: Map<string, string[]>,
  { line, path }: { readonly line: string; readonly path: string },
): void {
  const known = owners.get(line) ?? []
  if (known.length > MAX_SHARED_BY || known.at(-1) === path) return
  known.push(path)
  owners.set(line, known)
}

function filesOf(owners: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const lines = [...owners.values()].filter((paths) => paths.length <= MAX_SHARED_BY)
  const certain = new Set(lines.filter((paths) => paths.length === 1).flat())
  const shared = lines.filter((paths) => !paths.some((path) => certain.has(path)))
  return [...new Set([...certain, ...shared.flat()])].sort()
}

/** Trimmed, and a long line by its start. */
function toKey(line: string): string {
  return line.trim().slice(0, MAX_LINE_LENGTH)
}

/** What a line of a file looks like when it is sent: as it is, or as the diff shows it. */
function ownForms(line: string): readonly string[] {
  const text = toKey(line)
  if (text.length < MIN_LINE_LENGTH) return []
  const shown = showInvisible(text)
  return shown === text ? [text] : [text, toKey(shown)]
}

/** Number columns of the diff, of `cat -n`, `grep -n` and `nl`, and of Claude Code's Read; then the mark after them. */
const NUMBERS = /^[ \t]{0,20}\d{1,9}(?:[ \t]{1,20}\d{1,9})?(?=\D|$)/
const NUMBERS_AND_MARK = /^[ \t]{0,20}\d{1,9}(?:[ \t]{1,20}\d{1,9})?[ \t]{0,20}[:|→-]/
const FILE_AND_NUMBER = /^[^\s:]{1,500}[:-](?:\d{1,9}[:-])?/
const CONTEXT_OF_GREP = /^\S{1,500}?-\d{1,9}-/
const SIGN = /^[ \t]{0,20}[+-]/

/** What a sent line may have been in its file: without what a diff or a tool puts in front. */
function formsOf(line: string): readonly string[] {
  const text = line.trim().slice(0, MAX_LINE_LENGTH + 500)
  const plain = text.replace(NUMBERS, '')
  const marked = [NUMBERS_AND_MARK, FILE_AND_NUMBER, CONTEXT_OF_GREP].map((prefix) => text.replace(prefix, ''))
  const unsigned = [text, plain].map((form) => form.replace(SIGN, ''))
  return [...new Set([text, plain, ...marked, ...unsigned].map(toKey))]
}

/** Output of a command may itself be JSON inside a string: Codex's code mode hands it on so. */
function* linesOf(text: string): Generator<string> {
  for (const line of text.split(/\r\n|[\n\r]/)) {
    yield line
    if (!line.includes('\\')) continue
    for (const inner of resolveEscapes(line).split(/\r\n|[\n\r]/)) yield inner
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

function resolveEscapes(line: string): string {
  return line.replaceAll(
    /\\(?:u([0-9a-fA-F]{4})|(.))/g,
    (_, code: string | undefined, character: string | undefined) =>
      code === undefined
        ? (ESCAPES[character ?? ''] ?? character ?? '')
        : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The body was parsed from JSON whose depth is limited. */
function visitStrings(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value)
  else if (Array.isArray(value)) for (const item of value) visitStrings(item, visit)
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) visitStrings(item, visit)
}

/** Two lanes of multiply and mix, 53 bits together: ten times as fast as a digest, and nothing secret depends on it. */
function hash(text: string): number {
  const { imul } = Math
  let low = 0x9e3779b9
  let high = 0x85ebca6b
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    low = imul(low ^ unit, 0x01000193)
    high = imul(high ^ unit, 0x5bd1e995)
    high ^= high >>> 15
  }
  low = imul(low ^ (low >>> 16) ^ high, 0xc2b2ae35)
  return (high & 0x1fffff) * 0x1_0000_0000 + (low >>> 0)
}
