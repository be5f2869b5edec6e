import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SnapshotFiles } from './files-read.js'

/** Larger files are no source code, and cost time for every command that names them. */
const MAX_FILE_BYTES = 2 * 1024 * 1024

/** Reads files of the snapshot, which holds no links. Synchronous, since events are taken up line by line. */
export function openSnapshotFiles(directory: string): SnapshotFiles {
  return { directory, text: (path) => readText(join(directory, path)) }
}

function readText(path: string): string | undefined {
  try {
    const status = lstatSync(path)
    return status.isFile() && status.size <= MAX_FILE_BYTES ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined // no such file: the word was not a path
  }
}
