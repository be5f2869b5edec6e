import { createHash } from 'node:crypto'
import { chmod, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Header } from 'tar-stream'
import { ReviewerError } from '../../errors.js'
import type { ToolPackage } from '../../types/reviewer.js'
import { DownloadError } from '../http.js'
import { mismatch } from './install-error.js'
import { systemCodeOf } from './system-error.js'
import { directoriesOf } from './verify.js'

/** Codex unpacks to 533 MB at most, its largest file has 383 MB. */
const maxUnpackedBytes = 1024 ** 3
const maxFileBytes = 600 * 1024 ** 2
const gunzipChunkBytes = 256 * 1024
const tarPrefix = 'package/'

export interface UnpackedPackage {
  /** Gives the files their final modes. Before, nothing is executable. */
  release(): Promise<void>
}

interface WrittenFile {
  readonly path: string
  readonly executable: boolean
}

/**
 * Unpacks the pinned files of a gzipped tarball into `directory`, which is emptied first, and checks each one's
 * sha256. Everything else in the tarball is skipped. Rejects with ReviewerError INTEGRITY.
 */
export async function unpack(
  tarball: AsyncIterable<Buffer>,
  pin: ToolPackage,
  directory: string,
): Promise<UnpackedPackage> {
  await rm(directory, { recursive: true, force: true })
  for (const path of directoriesOf(pin)) await mkdir(join(directory, path), { recursive: true, mode: 0o700 })
  const written = await extractFiles(tarball, pin, directory)
  const missing = Object.keys(pin.files).find((path) => !written.some((file) => file.path === path))
  if (missing !== undefined) throw mismatch(pin, `${missing} is missing`)
  return { release: () => release(pin, directory, written) }
}

async function extractFiles(
  tarball: AsyncIterable<Buffer>,
  pin: ToolPackage,
  directory: string,
): Promise<readonly WrittenFile[]> {
  const { extract } = await import('tar-stream')
  const entries = extract()
  const written: WrittenFile[] = []
  let writing = Promise.resolve()
  // Kept beside the stream, which closes before it can carry it: a full disk must not look like a tampered tarball.
  let failure: unknown
  entries.on('entry', (header, content, next) => {
    // Of an entry that nobody reads yet when the tarball breaks off; the pipeline reports it.
    content.on('error', () => {})
    writing = writeEntry({ header, content }, pin, directory).then(
      (file) => {
        if (file !== undefined) written.push(file)
        next()
      },
      (error: unknown) => {
        failure = error
        next(new Error('an entry could not be written'))
      },
    )
  })
  try {
    await pipeline(tarball, createGunzip({ chunkSize: gunzipChunkBytes }), limitTo(maxUnpackedBytes, pin), entries)
  } catch (error) {
    await writing
    // The stream's own error first: when the connection breaks, the entry that was being written fails as well.
    throw [error, failure].find(isKnown) ?? mismatch(pin, 'it is not a readable gzipped tarball', error)
  }
  await writing
  return written
}

/** Errors that say what happened: ours and the operating system's. The rest comes from zlib and tar-stream. */
function isKnown(error: unknown): boolean {
  return error instanceof ReviewerError || error instanceof DownloadError || systemCodeOf(error) !== undefined
}

function limitTo(maxBytes: number, pin: ToolPackage): Transform {
  let total = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length
      if (total > maxBytes) done(mismatch(pin, 'it unpacks to too much'))
      else done(null, chunk)
    },
  })
}

async function writeEntry(
  entry: { readonly header: Header; readonly content: AsyncIterable<unknown> },
  pin: ToolPackage,
  directory: string,
): Promise<WrittenFile | undefined> {
  const { header, content } = entry
  const path = header.name.startsWith(tarPrefix) ? header.name.slice(tarPrefix.length) : ''
  if (!Object.hasOwn(pin.files, path)) return skip(content)
  if (header.type !== 'file') throw mismatch(pin, `${path} is not a regular file`)
  if ((header.size ?? 0) > maxFileBytes) throw mismatch(pin, `${path} is too large`)
  const sha256 = await writeNewFile(join(directory, path), content, pin)
  if (sha256 !== pin.files[path]) throw mismatch(pin, `${path} has another sha256`)
  const isProgram = path === pin.executable || path === pin.bubblewrap
  return { path, executable: isProgram || ((header.mode ?? 0) & 0o111) !== 0 }
}

async function skip(content: AsyncIterable<unknown>): Promise<undefined> {
  for await (const chunk of content) giveBack(asBuffer(chunk))
  return undefined
}

/** Fails where the file exists: a tarball that brings a file twice is not the pinned one. */
async function writeNewFile(file: string, content: AsyncIterable<unknown>, pin: ToolPackage): Promise<string> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw systemCodeOf(error) === 'EEXIST' ? mismatch(pin, 'it holds a file twice', error) : error
  })
  try {
    const hash = createHash('sha256')
    for await (const chunk of content) {
      const bytes = asBuffer(chunk)
      // The thread pool writes while this thread hashes.
      const written = handle.writeFile(bytes)
      hash.update(bytes)
      await written
      giveBack(bytes)
    }
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

function asBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk
  throw new TypeError('tar-stream yields buffers')
}

/**
 * Frees an output buffer of gunzip with its last part, since nobody needs any part of it any more; this makes garbage
 * of 400 MB, and collecting it is slow and late. Only Node 22 and later can; before, it is left to the collector.
 */
function giveBack(chunk: Buffer): void {
  const memory = chunk.buffer
  const isLastPart = chunk.byteOffset + chunk.byteLength === memory.byteLength
  if (memory.byteLength !== gunzipChunkBytes || !isLastPart) return
  if ('transfer' in memory && typeof memory.transfer === 'function') memory.transfer(0)
}

/** Another uid may run the tool, whatever our umask is: hence chmod and not the mode of `open`. */
async function release(pin: ToolPackage, directory: string, files: readonly WrittenFile[]): Promise<void> {
  for (const file of files) await chmod(join(directory, file.path), file.executable ? 0o755 : 0o644)
  for (const path of directoriesOf(pin)) await chmod(join(directory, path), 0o755)
}
