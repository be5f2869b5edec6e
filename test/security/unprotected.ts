import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startMessagesEndpoint } from '../../src/demo/messages-endpoint.js'
import { type RecordedRequest, type ScriptedTurn, startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { installedClaude, installedCodex } from '../support/installed-tool.js'
import { secret } from './cases.js'
import { toScripted, type World } from './world.js'

/** What the same attack does where nothing protects: every case is void unless its control fires. */
export interface Ran {
  readonly exitCode: number | null
  readonly output: string
}

export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a program to its end, with standard output and error as one text. */
export function runPlain({ file, args, cwd, env = {} }: Program): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const own = { PATH: process.env['PATH'] ?? '', HOME: join(cwd, '..', 'home'), ...env }
    const child = spawn(file, [...args], { cwd, env: own, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('exit', (exitCode) => resolve({ exitCode, output: Buffer.concat(chunks).toString() }))
  })
}

/** The command in the plain checkout, as a CI step would run it. */
export function runInCheckout(world: World, command: string): Promise<Ran> {
  return runPlain({ file: '/bin/bash', args: ['-c', command], cwd: world.workspace })
}

export interface PlainCodex {
  readonly trust?: 'trusted'
  readonly turns?: readonly ScriptedTurn[]
}

/** The real Codex CLI in the plain checkout, with the job's environment and its own read-only sandbox. */
export async function runPlainCodex(world: World, options: PlainCodex = {}): Promise<readonly RecordedRequest[]> {
  const { executable } = await installedCodex()
  const endpoint = await startReplayEndpoint(options.turns ?? world.attack.turns.map((turn) => toScripted(turn, world)))
  const codexHome = join(world.root, 'codex-home')
  // Below TMPDIR the CLI would put no sandbox helper into its home.
  const temporary = join(world.root, 'tmp')
  for (const directory of [codexHome, temporary]) mkdirSync(directory)
  const trusted = `[projects.${JSON.stringify(world.workspace)}]\ntrust_level = "trusted"\n`
  writeFileSync(join(codexHome, 'config.toml'), options.trust === undefined ? '' : trusted)
  const provider = `{name="p",base_url="${endpoint.url}",env_key="OPENAI_API_KEY",wire_api="responses",supports_websockets=false}`
  try {
    await runPlain({
      file: executable,
      args: [
        'exec',
        ...['--sandbox', 'read-only', '--skip-git-repo-check', '--json', '--model', 'gpt-5.5'],
        ...['-c', 'model_provider="p"', '-c', `model_providers.p=${provider}`, 'Review this change.'],
      ],
      cwd: world.workspace,
      env: {
        CODEX_HOME: codexHome,
        TMPDIR: temporary,
        OPENAI_API_KEY: secret('MODEL_KEY'),
        GITHUB_TOKEN: secret('GITHUB_TOKEN'),
        ACTIONS_RUNTIME_TOKEN: secret('RUNTIME_TOKEN'),
      },
    })
    return endpoint.requests
  } finally {
    await endpoint.close()
  }
}

/** The real Claude Code in the plain checkout, with the job's environment and no flag that protects. */
export async function runPlainClaude(world: World, flags: readonly string[] = []): Promise<readonly RecordedRequest[]> {
  const { executable } = await installedClaude()
  const endpoint = await startMessagesEndpoint(world.attack.turns.map((turn) => toScripted(turn, world)))
  try {
    await runPlain({
      file: executable,
      args: [
        '--print',
        '--verbose',
        '--output-format=stream-json',
        '--model=claude-opus-5-5',
        ...flags,
        'Review this.',
      ],
      cwd: world.workspace,
      env: {
        CLAUDE_CONFIG_DIR: join(world.root, 'claude-home'),
        ANTHROPIC_BASE_URL: endpoint.url,
        ANTHROPIC_API_KEY: secret('MODEL_KEY'),
        CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
        CLAUDE_CODE_MAX_RETRIES: '0',
        API_TIMEOUT_MS: '5000',
      },
    })
    return endpoint.requests
  } finally {
    await endpoint.close()
  }
}

/** Makes a world for one control and removes it afterwards. */
export async function unprotected<T>(world: Promise<World>, body: (world: World) => Promise<T> | T): Promise<T> {
  const made = await world
  try {
    return await body(made)
  } finally {
    await made.dispose()
  }
}
