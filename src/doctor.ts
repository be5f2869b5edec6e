import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReviewerError } from './errors.js'
import { withDeadline } from './host/abort.js'
import { openSandbox, requireSandboxPlatform } from './host/isolation.js'
import { cacheRoot, installed } from './host/make-host.js'
import { makeRunDirectory, type RunDirectory } from './host/run-directory.js'
import { TOOL_VERSION } from './host/version.js'
import type { RunOptions } from './policy/read-options.js'
import { reviewers } from './reviewers/index.js'
import { codexTool } from './reviewers/pins/codex.js'
import { families, type InstalledTool, type Reviewer } from './types/reviewer.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What this machine confines a reviewer with, proved by the same preflight as before a review. */
type Isolation =
  | { readonly holds: 'yes'; readonly level: string; readonly name: string; readonly checks: readonly string[] }
  | { readonly holds: 'no'; readonly why: string }

interface Checkup {
  readonly reviewer: Reviewer
  readonly tool: string
  readonly usable: 'yes' | 'no'
  readonly credential: 'present' | 'missing'
}

const CHECK_MS = 60_000

/** Prints what this machine can do; 0 where `auto` would find a reviewer, else 2. Downloads nothing. */
export async function runDoctor({ settings }: RunOptions, env: Environment): Promise<number> {
  const isolation = await tryIsolation(settings, env)
  const checkups = await Promise.all(reviewers.map((reviewer) => examine(reviewer, { settings, env })))
  const chosen =
    isolation.holds === 'no'
      ? undefined
      : checkups.find(({ credential, usable }) => credential === 'present' && usable === 'yes')
  const lines = [
    ...describeMachine(env),
    '',
    ...describeIsolation(isolation),
    '',
    ...checkups.flatMap(describe),
    '',
    ...describeChoice(chosen),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return chosen === undefined ? 2 : 0
}

interface Surroundings {
  readonly settings: RunOptions['settings']
  readonly env: Environment
}

async function examine(reviewer: Reviewer, { settings, env }: Surroundings): Promise<Checkup> {
  const credential = settings.credentials[reviewer.credential] === undefined ? 'missing' : 'present'
  try {
    const tool = await installed(reviewer.tool, { settings, env, cliPath: settings.cliPaths[reviewer.id] })
    const where =
      tool === undefined ? 'not installed; the first review downloads it' : `${tool.version} in ${tool.directory}`
    return { reviewer, credential, usable: 'yes', tool: where }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    return { reviewer, credential, usable: 'no', tool: `${error.code}: ${error.message}` }
  }
}

async function tryIsolation(settings: RunOptions['settings'], env: Environment): Promise<Isolation> {
  const directory = makeRunDirectory([tmpdir(), '/var/tmp'])
  try {
    requireSandboxPlatform(process.platform)
    const sandbox = await openSandbox({
      platform: process.platform,
      isRoot: process.getuid?.() === 0,
      uid: directory.sandboxUser,
      // Nobody is started after the preflight, which has its own.
      socket: '',
      trialSocket: directory.makeSocketPath(),
      snapshot: writeSnapshot(directory),
      readOnly: [directory.snapshot],
      programs: [],
      canaryFiles: directory.makeCanaries(),
      secretPlaces: [process.cwd(), homedir()],
      orders: directory.makeScratch(),
      signal: withDeadline(new AbortController().signal, CHECK_MS),
      bundledBubblewrap: async () => (await installedOrNothing(settings, env))?.bubblewrap,
    })
    return { holds: 'yes', level: sandbox.level, name: sandbox.name, checks: sandbox.preflight }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    return { holds: 'no', why: `${error.code}: ${error.message}` }
  } finally {
    directory.dispose()
  }
}

/** For its bubblewrap. A package that is not there or not sound is reported with its reviewer. */
async function installedOrNothing(
  settings: RunOptions['settings'],
  env: Environment,
): Promise<InstalledTool | undefined> {
  try {
    return await installed(codexTool, { settings, env, cliPath: undefined })
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    return undefined
  }
}

function writeSnapshot(directory: RunDirectory): string {
  mkdirSync(directory.snapshot, { mode: 0o755 })
  writeFileSync(join(directory.snapshot, 'file.txt'), 'text\n', { mode: 0o444 })
  return directory.snapshot
}

function describeMachine(env: Environment): readonly string[] {
  return [
    `model-stack-action ${TOOL_VERSION}, Node ${process.versions.node}, ${process.platform}-${process.arch}`,
    `running as ${process.getuid?.() === 0 ? 'root' : 'an ordinary user'}`,
    `tool cache: ${cacheRoot(env)}`,
  ]
}

function describeIsolation(isolation: Isolation): readonly string[] {
  if (isolation.holds === 'no') return ['isolation: none', `  ${isolation.why}`]
  return [
    `isolation: ${isolation.level}, ${isolation.name}. Proved from inside:`,
    ...isolation.checks.map((check) => `  ${check}`),
  ]
}

function describe({ reviewer, tool, credential }: Checkup): readonly string[] {
  return [
    `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
    `  CLI         ${tool}`,
    `  credential  ${credential === 'present' ? 'present' : `missing: input ${reviewer.credential}, or ${reviewer.credential.replaceAll('-', '_').toUpperCase()}`}`,
  ]
}

function describeChoice(chosen: Checkup | undefined): readonly string[] {
  if (chosen === undefined)
    return ['auto would choose: nobody. No author family could be reviewed. Give a key, or see above what is missing.']
  const { family } = chosen.reviewer
  const others = families.filter((name) => name !== family)
  return [
    `auto would choose: ${chosen.reviewer.id}`,
    `author families that another family reviews: ${others.join(', ')}`,
    `author families that nobody else could review: ${family}`,
  ]
}
