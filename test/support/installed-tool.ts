import { mkdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from '../../src/host/host.js'
import { installTool } from '../../src/host/install.js'
import { readRegistry } from '../../src/host/npm-registry.js'
import { claudeTool } from '../../src/reviewers/pins/claude.js'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import type { InstalledTool, Tool } from '../../src/types/reviewer.js'

/** Shared by all test runs on this machine, so that each CLI is downloaded once. */
export const testToolCache = join(tmpdir(), 'model-stack-test-tools')

/** A lock this old belongs to a test run that was killed. */
const staleLockMs = 5 * 60 * 1000

const silentLog: Log = {
  debug() {},
  info() {},
  warning() {},
  group: (_title, body) => body(),
}

const installed = new Map<string, Promise<InstalledTool>>()

/** The real pinned Codex CLI, from the registry that npm is configured with on this machine. */
export function installedCodex(): Promise<InstalledTool> {
  return installedTool(codexTool)
}

/** The real pinned Claude Code, from the registry that npm is configured with on this machine. */
export function installedClaude(): Promise<InstalledTool> {
  return installedTool(claudeTool)
}

/** A pinned tool, downloaded once for all test runs on this machine. */
export function installedTool(tool: Tool): Promise<InstalledTool> {
  const known = installed.get(tool.name)
  if (known !== undefined) return known
  const started = withLock(join(testToolCache, `.lock-${tool.name}`), () =>
    installTool(tool, {
      platform: `${process.platform}-${process.arch}`,
      cacheRoot: testToolCache,
      registry: () =>
        readRegistry({ input: undefined, untrusted: [process.cwd()], env: process.env, nodePath: process.execPath }),
      cliPath: undefined,
      log: silentLog,
    }),
  )
  installed.set(tool.name, started)
  return started
}

/** Concurrent jest workers would be safe without it, but each would download. */
async function withLock<T>(lock: string, body: () => Promise<T>): Promise<T> {
  await mkdir(testToolCache, { recursive: true })
  while (!(await tryLock(lock))) await wait(100)
  try {
    return await body()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch (error) {
    // Somebody else's cache is no reason to wait. Not instanceof: Jest's errors are of another realm than node's.
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')) throw error
    const found = await stat(lock).catch(() => undefined)
    if (found !== undefined && Date.now() - found.mtimeMs > staleLockMs)
      await rm(lock, { recursive: true, force: true })
    return false
  }
}
