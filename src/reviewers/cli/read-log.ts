import {
  filesPrinted,
  MAX_CANDIDATES,
  MAX_NAME_LENGTH,
  pathsInCommand,
  type SnapshotFiles,
  toSnapshotPath,
} from './files-read.js'
import { decodeRaw, type LazyText } from './outline.js'

/** Commands whose paths are remembered, and how long one may be. */
const MAX_COMMANDS = 256
const MAX_COMMAND_LENGTH = 2_048
/**
 * So much output of one request is looked at, in bytes: the CLIs cut a command's output at some 40 KB and a review has
 * some 24 turns, so that an honest one prints 1 MB, and a hostile one could keep us busy for all that a CLI may print.
 */
export const MAX_SEARCHED_OUTPUT = 2 * 1024 * 1024
/** So much text of files is compared: a hostile run could name large ones, and not print them, for ever. Characters. */
const MAX_COMPARED_TEXT = 128 * 1024 * 1024
/** A name as it stands in JSON: each character has six bytes at most. */
const MAX_RAW_NAME = 6 * (MAX_NAME_LENGTH + 1)

const LETTER_N = 0x6e
const LETTER_U = 0x75
const SLASH = 0x2f
/** Line feed, blank, slash, colon, `=`, `>` and the like as no CLI writes them, though JSON allows it. */
const ODD_ESCAPE = /^[2-7]|^0a/i
const ODD = -1
const HEADING = '==> '
const NOT_PLAIN = /[^\x20-\x5b\x5d-\x7e]/

/** The snapshot files that the commands of one run printed, each told once. */
export class ReadLog {
  readonly #files: SnapshotFiles
  readonly #unread: SnapshotFiles
  readonly #read = new Set<string>()
  /** Of bytes that a name may begin with, as in JSON: 1. */
  #initials: Uint8Array | undefined
  readonly #commands = new Map<string, readonly string[]>()
  /** A file is read to see whether it is one, and mostly compared right after. */
  #last: { readonly path: string; readonly text: string } | undefined
  #searched = 0
  #compared = 0

  constructor(files: SnapshotFiles) {
    this.#files = files
    this.#unread = {
      directory: files.directory,
      text: (path) => (this.#read.has(path) ? undefined : this.#textOf(path)),
    }
  }

  get paths(): readonly string[] {
    return [...this.#read]
  }

  /** Counts output that was looked at elsewhere. */
  count({ bytes }: LazyText): void {
    this.#searched += bytes
  }

  /** Whether so much output was searched that `take` looks at no more. */
  get isSated(): boolean {
    return this.#searched >= MAX_SEARCHED_OUTPUT
  }

  /** Whether the name stands for a file that was told already. */
  knows(name: string): boolean {
    const path = toSnapshotPath(name, this.#files.directory)
    return path !== undefined && this.#read.has(path)
  }

  /** Notes a file that was read as a whole or in part; whether it is one, and new. */
  addFile(path: string): boolean {
    return !this.#read.has(path) && this.#files.text(path) !== undefined && this.#add(path)
  }

  /** Notes what a successful command printed; the files that are new. */
  take(command: string, output: LazyText): readonly string[] {
    if (this.isSated) return []
    this.#searched += output.bytes
    const named = this.#pathsIn(command)
    // A long review prints the same files again and again, and comparing lines is dear.
    if (named.every((path) => this.#isSettled(path)) && !this.#mayNameMore(output.raw())) return []
    const printed = filesPrinted({ named, output: output.decode() }, this.#unread)
    this.#last = undefined
    return printed.filter((path) => this.#add(path))
  }

  #add(path: string): boolean {
    const isNew = !this.#read.has(path)
    this.#read.add(path)
    return isNew
  }

  #pathsIn(command: string): readonly string[] {
    const known = this.#commands.get(command)
    if (known !== undefined) return known
    const paths = pathsInCommand(command, this.#files.directory)
    if (this.#commands.size >= MAX_COMMANDS) this.#commands.clear()
    if (command.length <= MAX_COMMAND_LENGTH) this.#commands.set(command, paths)
    return paths
  }

  /**
   * False only when the output names no file that is not known to be read: as a heading, or before the first colon of a
   * line, among so many names as `filesRead` takes. One pass, since long outputs are many.
   */
  #mayNameMore(raw: string): boolean {
    this.#initials ??= initialsOf(this.#files)
    // Of a path that goes up again the beginning tells nothing.
    let up = raw.indexOf('/../')
    let colon = raw.indexOf(':')
    let previous = ''
    const names = new Set<string>()
    for (let start = 0, next = 0; start < raw.length && names.size < MAX_CANDIDATES; start = next) {
      next = nextLine(raw, start)
      if (next === ODD || raw.startsWith(HEADING, start)) return true
      if (colon !== -1 && colon < start) colon = raw.indexOf(':', start)
      if (up !== -1 && up < start) up = raw.indexOf('/../', start)
      if (colon === -1 || colon >= next) continue
      const mayCount = this.#initials[raw.charCodeAt(start)] === 1 || (up !== -1 && up < next)
      // Matches stand file by file.
      const isRepeated = colon - start === previous.length && raw.startsWith(previous, start)
      if (!mayCount || isRepeated || colon === start || colon - start > MAX_RAW_NAME) continue
      previous = raw.slice(start, colon)
      if (this.#namesMore(previous)) return true
      // Others may be one name written in several ways, or too long for one.
      if (previous.length <= MAX_NAME_LENGTH && !previous.includes('\\')) names.add(previous)
    }
    return false
  }

  #namesMore(rawName: string): boolean {
    const name = NOT_PLAIN.test(rawName) ? decodeRaw(rawName) : rawName
    const path = name.length > MAX_NAME_LENGTH ? undefined : toSnapshotPath(name, this.#files.directory)
    return path !== undefined && !this.#isSettled(path)
  }

  #isSettled(path: string): boolean {
    return this.#read.has(path) || this.#textOf(path) === undefined
  }

  #textOf(path: string): string | undefined {
    if (this.#last?.path === path) return this.#last.text
    const text = this.#compared < MAX_COMPARED_TEXT ? this.#files.text(path) : undefined
    if (text === undefined) return undefined
    this.#compared += text.length
    this.#last = { path, text }
    return text
  }
}

/** What a name may begin with that is the path of a file, however it is written. */
function initialsOf({ mayBegin }: SnapshotFiles): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const character = String.fromCharCode(code)
    const isOpen = mayBegin === undefined || code >= 0x80 || './\\'.includes(character)
    return isOpen || mayBegin(character) ? 1 : 0
  })
}

/** Where the next line of an escaped text begins; its length where there is none, ODD where it is escaped oddly. */
function nextLine(raw: string, start: number): number {
  let at = raw.indexOf('\\', start)
  while (at !== -1) {
    const letter = raw.charCodeAt(at + 1)
    if (letter === LETTER_N) return at + 2
    if (letter === SLASH) return ODD
    if (letter === LETTER_U && raw.startsWith('00', at + 2) && ODD_ESCAPE.test(raw.slice(at + 4, at + 6))) return ODD
    // Of an escape both characters are passed, so that none is taken for the beginning of another.
    at = raw.indexOf('\\', at + 2)
  }
  return raw.length
}
