import { createHash } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import type { Log } from '../host.js'
import { isRecordName, MAX_CANDIDATES, MAX_RECORD_BYTES, type RecordStore, reasonOf } from './record-store.js'

export interface LocalRecordsOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  readonly log: Log
}

const MAX_FILES = 200
const RECORD_FILE = /^(model-stack-[0-9a-f]{24})-[0-9a-f]{16}\.record$/
/** Written by others than their owner. */
const SHARED = 0o022

/** Records of this machine's user, for the command line: `$XDG_STATE_HOME/model-stack/reviews`. */
export function makeLocalRecords({ env, home, log }: LocalRecordsOptions): RecordStore {
  const parent = join(stateHome(env, home), 'model-stack')
  const directory = join(parent, 'reviews')
  return {
    find: async (name) => {
      try {
        return isRecordName(name) && [parent, directory].every(isOurs) ? readRecords(directory, name) : []
      } catch (error) {
        log.debug(`Recorded reviews cannot be read: ${reasonOf(error)}`)
        return []
      }
    },
    keep: async (name, text) => {
      try {
        if (!isRecordName(name)) return
        if (!isOwnGround(parent)) throw new Error(`${parent} would lie in somebody else's directory`)
        mkdirSync(directory, { recursive: true, mode: 0o700 })
        if (![parent, directory].every(isOurs)) throw new Error(`${directory} is somebody else's`)
        writeRecord(directory, name, text)
        removeOldest(directory)
      } catch (error) {
        log.debug(`The review cannot be recorded: ${reasonOf(error)}`)
      }
    },
  }
}

/** The specification of XDG ignores a path that is not absolute. */
function stateHome(env: LocalRecordsOptions['env'], home: string): string {
  const given = env['XDG_STATE_HOME'] ?? ''
  return isAbsolute(given) ? given : join(home, '.local', 'state')
}

/** A directory, no link, that only we can write: root follows nobody else's. Elsewhere than on Unix there are no owners. */
function isOurs(path: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (found === undefined || !found.isDirectory()) return false
  const user = process.getuid?.()
  return user === undefined || (found.uid === user && (found.mode & SHARED) === 0)
}

/** Whether what is there already belongs to us: root with somebody else's HOME must leave nothing behind in it. */
function isOwnGround(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found !== undefined) return process.getuid === undefined || found.uid === process.getuid()
  return dirname(path) === path || isOwnGround(dirname(path))
}

interface RecordFile {
  readonly path: string
  readonly name: string
  readonly time: number
}

/** Newest first. */
function listFiles(directory: string): readonly RecordFile[] {
  const files = readdirSync(directory).flatMap((file) => {
    const name = RECORD_FILE.exec(file)?.[1]
    const path = join(directory, file)
    const found = name === undefined ? undefined : lstatSync(path, { throwIfNoEntry: false })
    return name === undefined || found === undefined ? [] : [{ path, name, time: found.mtimeMs }]
  })
  return files.toSorted((a, b) => b.time - a.time)
}

function readRecords(directory: string, name: string): readonly string[] {
  const candidates = listFiles(directory).filter((file) => file.name === name)
  return candidates.slice(0, MAX_CANDIDATES).flatMap(({ path }) => readRecord(path) ?? [])
}

/** Undefined for what is no regular file of ours, or too large. */
function readRecord(path: string): string | undefined {
  // Windows has neither flag; a pipe must not hold us up.
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    const { size, uid } = fstatSync(descriptor)
    const ours = process.getuid === undefined || uid === process.getuid()
    const readable = fstatSync(descriptor).isFile() && ours && size <= MAX_RECORD_BYTES
    return readable ? readFileSync(descriptor, 'utf8') : undefined
  } finally {
    closeSync(descriptor)
  }
}

/** Whole or not at all, under a name that tells equal records from others. */
function writeRecord(directory: string, name: string, text: string): void {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16)
  const file = join(directory, `${name}-${digest}.record`)
  const part = `${file}.${process.pid}.part`
  try {
    writeFileSync(part, text, { mode: 0o600, flag: 'wx' })
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

function removeOldest(directory: string): void {
  for (const { path } of listFiles(directory).slice(MAX_FILES)) rmSync(path, { force: true })
}
