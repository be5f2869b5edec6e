import { readdir, readFile, stat } from 'node:fs/promises'
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

/** Reads the snapshot, which holds no links, file by file up to a cap in all. */
export function readSnapshotLines(directory: string, maxBytes = MAX_BYTES): SnapshotLines {
  let left = maxBytes
  async function* read(): AsyncGenerator<SnapshotFile> {
    for await (const path of walk(directory, '')) {
      const file = join(directory, path)
      left -= (await stat(file)).size
      if (left < 0) return
      yield { path, lines: (await readFile(file, 'utf8')).split('\n') }
    }
  }
  return { files: read(), complete: () => left >= 0 }
}

async function* walk(root: string, below: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* walk(root, path)
    else yield path
  }
}
