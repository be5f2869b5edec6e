import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReviewerError } from './errors.js'
import { cacheRoot, installed } from './host/make-host.js'
import { runCommand } from './host/run-command.js'
import { makeRunDirectory } from './host/run-directory.js'
import { TOOL_VERSION } from './host/version.js'
import type { RunOptions } from './policy/read-options.js'
import { replySchema } from './review/parse-reply.js'
import { reviewers } from './reviewers/index.js'
import { families, type InstalledTool, type Reviewer } from './types/reviewer.js'

type Environment = Readonly<Record<string, string | undefined>>

interface Checkup {
  readonly reviewer: Reviewer
  readonly tool: string
  readonly credential: 'present' | 'missing'
  readonly isolation: { readonly holds: 'yes' | 'no' | 'not tried'; readonly why: string }
}

const CHECK_MS = 60_000

/** Prints what this machine can do; 0 where `auto` would find a reviewer, else 2. Downloads nothing. */
export async function runDoctor({ settings }: RunOptions, env: Environment): Promise<number> {
  const checkups: Checkup[] = []
  for (const reviewer of reviewers) checkups.push(await examine(reviewer, { settings, env }))
  const chosen = checkups.find(({ credential, isolation }) => credential === 'present' && isolation.holds !== 'no')
  process.stdout.write(
    `${[...describeMachine(env), '', ...checkups.flatMap(describe), '', ...describeChoice(chosen)].join('\n')}\n`,
  )
  return chosen === undefined ? 2 : 0
}

interface Surroundings {
  readonly settings: RunOptions['settings']
  readonly env: Environment
}

async function examine(reviewer: Reviewer, { settings, env }: Surroundings): Promise<Checkup> {
  const credential = settings.credentials[reviewer.credential] === undefined ? 'missing' : 'present'
  if (process.platform !== 'linux') {
    return {
      reviewer,
      credential,
      tool: 'not installed',
      isolation: { holds: 'no', why: `${process.platform} has no sandbox for CLI reviewers yet (SANDBOX_UNAVAILABLE)` },
    }
  }
  try {
    const tool = await installed(reviewer, settings, env)
    if (tool === undefined)
      return {
        reviewer,
        credential,
        tool: 'not installed; the first review downloads it',
        isolation: { holds: 'not tried', why: 'tried as soon as the CLI is installed' },
      }
    return {
      reviewer,
      credential,
      tool: `${tool.version} in ${tool.directory}`,
      isolation: await tryIsolation(reviewer, tool),
    }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    return {
      reviewer,
      credential,
      tool: `${error.code}: ${error.message}`,
      isolation: { holds: 'no', why: 'the CLI cannot be used' },
    }
  }
}

/** The same preflight as before a review, on a snapshot of one file. */
async function tryIsolation(reviewer: Reviewer, tool: InstalledTool): Promise<Checkup['isolation']> {
  const directory = makeRunDirectory([tmpdir(), '/var/tmp'])
  try {
    mkdirSync(directory.snapshot)
    writeFileSync(join(directory.snapshot, 'file.txt'), 'text\n')
    const io = {
      tool,
      endpoint: { baseUrl: reviewer.baseUrl.vendor, key: 'none' },
      run: (command: Parameters<typeof runCommand>[0]) => runCommand(command, directory.identity),
      onEvent: () => {},
    }
    const request = {
      prompt: '',
      outputSchema: replySchema(),
      snapshot: directory.snapshot,
      scratch: directory.makeScratch(),
      model: reviewer.defaultModel,
      effort: 'low',
      isolation: 'sandbox',
      signal: AbortSignal.timeout(CHECK_MS),
    } as const
    const checks = await reviewer.preflight(request, io, directory.makeCanaries())
    return { holds: 'yes', why: checks.join(', ') }
  } catch (error) {
    if (!(error instanceof ReviewerError)) throw error
    return { holds: 'no', why: `${error.code}: ${error.message}` }
  } finally {
    directory.dispose()
  }
}

function describeMachine(env: Environment): readonly string[] {
  const user = process.getuid?.() === 0 ? 'root (reviewers run as a throw-away user)' : 'an ordinary user'
  return [
    `model-stack-action ${TOOL_VERSION}, Node ${process.versions.node}, ${process.platform}-${process.arch}`,
    `running as ${user}; user namespaces ${existsSync('/proc/self/ns/user') ? 'are known to the kernel' : 'are not available'}`,
    `tool cache: ${cacheRoot(env)}`,
  ]
}

function describe({ reviewer, tool, credential, isolation }: Checkup): readonly string[] {
  return [
    `${reviewer.id}  (family ${reviewer.family}, default model ${reviewer.defaultModel})`,
    `  CLI         ${tool}`,
    `  credential  ${credential === 'present' ? 'present' : `missing: input ${reviewer.credential}, or ${reviewer.credential.replaceAll('-', '_').toUpperCase()}`}`,
    `  isolation   ${isolation.holds}: ${isolation.why}`,
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
