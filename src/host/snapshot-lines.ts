import { constants, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotFile } from './key-proxy/sent-text.js'

/** The files of a snapshot, read one after the other. */
export interface SnapshotLines {
  readonly files: AsyncIterable<SnapshotFile>
  /** False once files were passed over because the snapshot is too large to be read whole. */
  complete(): boolean
}

/** More is not compared with what was sent. Bytes. */
const MAX_BYTES = 256 * 1024 * 1024
/** The event loop gets a turn after so many files or bytes: reading at once takes a fifth of the time of asking for each. */
const FILES_PER_TURN = 500
const BYTES_PER_TURN = 4 * 1024 * 1024
/** Not through a link that somebody put there meanwhile, and not waiting for a pipe. Windows knows no such flags. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Reads the snapshot, which holds no links, file by file up to a cap in all. */
export function readSnapshotLines(directory: string, maxBytes = MAX_BYTES): SnapshotLines {
  let left = maxBytes
  async function* read(): AsyncGenerator<SnapshotFile> {
    const turn = makeTurns()
    for (const path of walk(directory, '')) {
      const file = join(directory, path)
      const { size } = statSync(file)
      left -= size
      if (left < 0) return
      await turn(size)
      yield { path, lines: readFileSync(file, { encoding: 'utf8', flag: FLAGS }).split('\n') }
    }
  }
  return { files: read(), complete: () => left >= 0 }
}

function makeTurns(): (bytes: number) => Promise<void> | undefined {
  let files = 0
  let bytes = 0
  return (size) => {
    files += 1
    bytes += size
    if (files < FILES_PER_TURN && bytes < BYTES_PER_TURN) return undefined
    files = 0
    bytes = 0
    return new Promise((resolve) => setImmediate(resolve))
  }
}

function* walk(root: string, below: string): Generator<string> {
  for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* walk(root, path)
    else if (entry.isFile()) yield path
  }
}
