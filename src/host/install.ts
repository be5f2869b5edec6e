import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ReviewerError } from '../errors.js'
import type { InstalledTool, Tool, ToolPackage } from '../types/reviewer.js'
import type { Log } from './host.js'
import type { DownloadOptions } from './http.js'
import { findGivenTool } from './install/given-tool.js'
import { toInstallError } from './install/install-error.js'
import { makeStaging, removeStaleStagings } from './install/staging.js'
import { downloadTarball } from './install/tarball.js'
import { verifyTool } from './install/verify.js'

export interface InstallOptions {
  /** `${process.platform}-${process.arch}`. */
  readonly platform: string
  /** The runner's tool cache or the user's cache directory. */
  readonly cacheRoot: string
  /** URL of the registry; asked only when something must be downloaded. */
  readonly registry: () => Promise<string>
  /** The user's own CLI from `cli-path`. */
  readonly cliPath: string | undefined
  readonly log: Log
  readonly download?: DownloadOptions
}

/** Where a pinned package is kept: `parent` holds it and its unfinished siblings. */
interface Place {
  readonly parent: string
  readonly directory: string
}

/**
 * The pinned CLI, downloaded if needed and verified file by file right before it is handed out, or the user's own.
 * Throws ConfigurationError for a wrong `cli-path` and ReviewerError INSTALL_FAILED or INTEGRITY.
 */
export async function installTool(tool: Tool, options: InstallOptions): Promise<InstalledTool> {
  if (options.cliPath !== undefined) return findGivenTool(tool, options.cliPath)
  const pin = pinFor(tool, options.platform)
  const place = placeFor(tool, pin, options)
  try {
    if (!(await isUsable(pin, place, { tool, log: options.log })))
      await installPackage(tool, pin, { ...options, place })
  } catch (error) {
    throw toInstallError(error, { tool, directory: place.parent })
  }
  return toInstalled(tool, pin, place.directory)
}

/** The CLI where it is already, verified; undefined where it would have to be downloaded. */
export async function findInstalled(
  tool: Tool,
  options: Pick<InstallOptions, 'platform' | 'cacheRoot' | 'cliPath'>,
): Promise<InstalledTool | undefined> {
  if (options.cliPath !== undefined) return findGivenTool(tool, options.cliPath)
  const pin = pinFor(tool, options.platform)
  const { directory } = placeFor(tool, pin, options)
  const { status } = await verifyTool(pin, directory)
  if (status !== 'verified') return undefined
  return toInstalled(tool, pin, directory)
}

function toInstalled(tool: Tool, pin: ToolPackage, directory: string): InstalledTool {
  return {
    executable: join(directory, pin.executable),
    directory,
    version: tool.version,
    bubblewrap: pin.bubblewrap === undefined ? undefined : join(directory, pin.bubblewrap),
  }
}

function pinFor(tool: Tool, platform: string): ToolPackage {
  const pin = Object.hasOwn(tool.packages, platform) ? tool.packages[platform] : undefined
  if (pin !== undefined) return pin
  throw new ReviewerError(
    'INSTALL_FAILED',
    `no build of ${tool.name} ${tool.version} is pinned for ${platform}: name an installed one with the input \`cli-path\``,
  )
}

/** The integrity is part of the name, so that another pin of the same version never meets this one's files. */
function placeFor(tool: Tool, pin: ToolPackage, options: Pick<InstallOptions, 'platform' | 'cacheRoot'>): Place {
  const digest = pin.integrity.replace(/^sha512-/, '').replace(/[^A-Za-z0-9]/g, '')
  const parent = join(options.cacheRoot, 'model-stack', tool.name, `${tool.version}-${digest.slice(0, 12)}`)
  const architecture = options.platform.slice(options.platform.indexOf('-') + 1)
  return { parent, directory: join(parent, architecture) }
}

async function isUsable(
  pin: ToolPackage,
  place: Place,
  context: { readonly tool: Tool; readonly log: Log },
): Promise<boolean> {
  const check = await verifyTool(pin, place.directory)
  if (check.status === 'verified') return true
  if (check.status === 'changed') {
    context.log.warning(
      `The cached ${context.tool.name} in ${place.directory} was changed (${check.detail}): it is removed and installed again.`,
    )
    await rm(place.directory, { recursive: true, force: true })
  }
  return false
}

async function installPackage(
  tool: Tool,
  pin: ToolPackage,
  options: InstallOptions & { readonly place: Place },
): Promise<void> {
  const { log, place } = options
  await mkdir(place.parent, { recursive: true, mode: 0o755 })
  await removeStaleStagings(place.parent)
  const registry = await options.registry()
  log.info(`Installing ${tool.name} ${tool.version} for ${options.platform}: ${pin.package}@${pin.version}`)
  const staging = await makeStaging(place.parent)
  try {
    const bytes = await downloadTarball(pin, { registry, directory: staging, download: options.download ?? {} })
    await moveIntoPlace(staging, pin, place)
    log.info(`Installed ${tool.name} ${tool.version}: ${Math.ceil(bytes / 1_000_000)} MB downloaded and verified`)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Another process may have finished first: its files are used if they are the pinned ones. */
async function moveIntoPlace(staging: string, pin: ToolPackage, place: Place): Promise<void> {
  try {
    await rename(join(staging, 'package'), place.directory)
  } catch (error) {
    const theirs = await verifyTool(pin, place.directory)
    if (theirs.status === 'verified') return
    if (theirs.status === 'missing') throw error
    throw new ReviewerError('INTEGRITY', `${place.directory} was changed while it was installed: ${theirs.detail}`)
  }
}
