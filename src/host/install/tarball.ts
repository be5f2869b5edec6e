import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { ToolPackage } from '../../types/reviewer.js'
import { DownloadError, type DownloadOptions, download, isSameOrSafer, shownUrl } from '../http.js'
import { mismatch } from './install-error.js'
import { unpack } from './unpack.js'

/** A version document is some kilobytes. */
const maxDocumentBytes = 1024 * 1024
/** The largest pinned tarball has 187 MB. */
const maxTarballBytes = 1024 ** 3

const VersionDocument = z.looseObject({ dist: z.looseObject({ tarball: z.string() }) })

interface TarballTarget {
  readonly registry: string
  /** A private directory; the package comes to lie in `package` below it. */
  readonly directory: string
  readonly download: DownloadOptions
}

/**
 * Downloads the pinned tarball, unpacks the pinned files and checks both against the pin. Resolves to the tarball's
 * size in bytes; rejects with ReviewerError INTEGRITY or DownloadError.
 */
export async function downloadTarball(pin: ToolPackage, target: TarballTarget): Promise<number> {
  try {
    return await downloadFrom(usualUrl(pin, target.registry), pin, target)
  } catch (error) {
    if (!(error instanceof DownloadError) || error.status !== 404) throw error
    // Some mirrors keep tarballs elsewhere; only their version document tells where.
    return downloadFrom(await readTarballUrl(pin, target), pin, target)
  }
}

function usualUrl(pin: ToolPackage, registry: string): string {
  const baseName = pin.package.slice(pin.package.lastIndexOf('/') + 1)
  return `${registry}/${pin.package}/-/${baseName}-${pin.version}.tgz`
}

async function readTarballUrl(pin: ToolPackage, target: TarballTarget): Promise<string> {
  const url = `${target.registry}/${pin.package.replace('/', '%2f')}/${pin.version}`
  const text = await download(url, (body) => readText(body, url), target.download)
  const tarball = parseTarballUrl(text)
  if (tarball !== undefined && isSameOrSafer(url, tarball)) return tarball
  throw new DownloadError(`${shownUrl(url)} does not name a tarball under http(s)`, { transient: false })
}

function parseTarballUrl(text: string): string | undefined {
  try {
    return VersionDocument.safeParse(JSON.parse(text)).data?.dist.tarball
  } catch {
    return undefined
  }
}

async function readText(body: AsyncIterable<Buffer>, url: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > maxDocumentBytes) throw new DownloadError(`${shownUrl(url)} is too large`, { transient: false })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** A try that broke off leaves its files behind, so each unpacks from scratch. */
function downloadFrom(url: string, pin: ToolPackage, target: TarballTarget): Promise<number> {
  return download(url, (body) => unpackVerified(body, pin, join(target.directory, 'package')), target.download)
}

async function unpackVerified(body: AsyncIterable<Buffer>, pin: ToolPackage, directory: string): Promise<number> {
  const hash = createHash('sha512')
  let size = 0
  async function* hashed(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      size += chunk.length
      if (size > maxTarballBytes) throw mismatch(pin, 'it is too large')
      hash.update(chunk)
      yield chunk
    }
  }
  const unpacked = await unpack(hashed(), pin, directory)
  const integrity = `sha512-${hash.digest('base64')}`
  if (integrity !== pin.integrity) throw mismatch(pin, `its integrity is ${integrity}, not ${pin.integrity}`)
  await unpacked.release()
  return size
}
