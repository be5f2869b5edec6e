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
import type { Contender } from './review/contender.js'
import { planSeats } from './review/plan-seats.js'
import { reviewers } from './reviewers/index.js'
import { codexTool } from './reviewers/pins/codex.js'
import { type Family, families, type InstalledTool, type Reviewer } from './types/reviewer.js'

type Environment = Readonly<Record<string, string | undefined>>

/** What this machine confines a reviewer with, proved by the same preflight as before a review. */
type Isolation =
  | { readonly holds: 'yes'; readonly level: string; readonly name: string; readonly checks: readonly string[] }
  | { readonly holds: 'no'; readonly why: string }

interface Checkup {
  readonly reviewer: Reviewer
  readonly tool: string
  readonly contender: Contender
}

const CHECK_MS = 60_000

/** Prints what this machine can do; 0 where `auto` would find a reviewer for some author, else 2. Downloads nothing. */
export async function runDoctor({ settings }: RunOptions, env: Environment): Promise<number> {
  const isolation = await tryIsolation(settings, env)
  const checkups = await Promise.all(reviewers.map((reviewer) => examine(reviewer, { settings, env, isolation })))
  const choices = families.map((family) => ({ family, chosen: chooseFor([family], checkups) }))
  const unknown = chooseFor([], checkups)
  const lines = [
    ...describeMachine(env),
    '',
    ...describeIsolation(isolation),
    '',
    ...checkups.flatMap(describe),
    '',
    ...describeChoices(unknown, choices),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return choices.some(({ chosen }) => chosen !== undefined) ? 0 : 2
}

/** Whom `auto` would take for a change of these families; undefined where nobody may review it. */
function chooseFor(written: readonly Family[], checkups: readonly Checkup[]): string | undefined {
  const selection = planSeats({
    authorship: {
      perCommit: [{ sha: '', families: written, unknown: written.length === 0, vouched: written.length > 0 }],
    },
    rules: { reviewers: 'auto', fallbackReviewers: [], familyPolicy: 'require', allowedFamilies: undefined },
    contender: ({ id }) => checkups.find(({ reviewer }) => reviewer.id === id)?.contender,
  })
  const works = selection.kind === 'seats' && selection.seats.every(({ credential }) => credential === 'present')
  return works ? selection.seats.map(({ id }) => id).join(' and ') : undefined
}

interface Surroundings {
  readonly settings: RunOptions['settings']
  readonly env: Environment
  readonly isolation: Isolation
}

async function examine(reviewer: Reviewer, { settings, env, isolation }: Surroundings): Promise<Checkup> {
  const { id, family, defaultModel, credential: credentialInput } = reviewer
  const contender: Contender = {
    ...{ id, family, model: defaultModel, credentialInput },
    credential: settings.credentials[credentialInput] === undefined ? 'missing' : 'present',
    isolation:
      reviewer.tool === undefined || isolation.holds === 'yes'
        ? { kind: 'possible' }
        : { kind: 'impossible', why: 'no sandbox holds on this machine' },
  }
  if (reviewer.tool === undefined) return { reviewer, contender, tool: 'none needed' }
  try {
    const tool = await installed(reviewer.tool, { settings, env, cliPath: settings.cliPaths[reviewer.id] })
    const where =
      tool === undefined ? 'not installed; the first review downloads it' : `${tool.version} in ${tool.directory}`
    return { reviewer, contender, tool: where }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    const why = `${error.code}: ${error.message}`
    return { reviewer, contender: { ...contender, isolation: { kind: 'impossible', why } }, tool: why }
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

function describe({ reviewer, tool, contender }: Checkup): readonly string[] {
  const input = reviewer.credential
  return [
    `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
    `  CLI         ${tool}`,
    `  credential  ${contender.credential === 'present' ? 'present' : `missing: input ${input}, or ${input.replaceAll('-', '_').toUpperCase()}`}`,
    `  isolation   ${describeConfinement(reviewer, contender)}`,
  ]
}

function describeConfinement({ tool }: Reviewer, { isolation }: Contender): string {
  if (tool === undefined) return 'in-process: runs no commands and needs no sandbox'
  return isolation.kind === 'possible' ? 'in the sandbox named above' : `none: ${isolation.why}`
}

interface Choice {
  readonly family: Family
  readonly chosen: string | undefined
}

/** Grouped by whom `auto` would choose. */
function describeChoices(unknown: string | undefined, choices: readonly Choice[]): readonly string[] {
  const lines = new Map<string, Family[]>()
  for (const { family, chosen } of choices) {
    if (chosen !== undefined) lines.set(chosen, [...(lines.get(chosen) ?? []), family])
  }
  const open = choices.filter(({ chosen }) => chosen === undefined).map(({ family }) => family)
  if (lines.size === 0)
    return ['auto would choose: nobody. No author family could be reviewed. Give a key, or see above what is missing.']
  return [
    `auto would choose: ${unknown ?? 'nobody'} where the author is unknown`,
    ...[...lines].map(([chosen, written]) => `  ${chosen} for a change by ${written.join(', ')}`),
    open.length === 0
      ? 'every author family can be reviewed by another one'
      : `author families that could not be reviewed: ${open.join(', ')}`,
  ]
}
