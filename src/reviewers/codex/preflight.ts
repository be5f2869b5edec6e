import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { ReviewerError } from '../../errors.js'
import type { CommandOutput, ReviewerIO, ReviewRequest } from '../../types/reviewer.js'
import { requireTool, toSandboxArguments } from './command-line.js'
import { requireUninterrupted, runCli, toOneLine } from './failure.js'
import { makeWorkspace, toEnvironment } from './workspace.js'

/** It takes 0.2 s; a sandbox that needs this long does not work. Milliseconds. */
const PREFLIGHT_MS = 30_000

/** One thing to prove. The script runs in the sandbox and succeeds when it holds. */
interface Check {
  readonly name: string
  readonly script: string
}

/**
 * Proves with the CLI's own sandbox, before the model is asked, that commands run, that the snapshot can be read and not
 * written, that no canary can be read, and that there is no network. A sandbox that does not work is otherwise seen
 * nowhere: the turn completes and the exit code is 0. Returns the names of what was proved.
 */
export async function preflight(
  request: ReviewRequest,
  io: ReviewerIO,
  canaries: readonly string[],
): Promise<readonly string[]> {
  if (process.platform !== 'linux') throw unavailable(`not supported on ${process.platform} yet; use a Linux runner`)
  const tool = requireTool(io)
  const workspace = await makeWorkspace(request)
  const listener = await listen()
  try {
    const checks = await toChecks(request.snapshot, { canaries, port: listener.port })
    // Random, so that nothing but this script can say 'ok'.
    const nonce = randomBytes(8).toString('hex')
    const lines: string[] = []
    const output = await runCli(io, {
      file: tool.executable,
      args: toSandboxArguments({ tool, workspace }, ['/bin/bash', '-c', toProbe(checks, nonce)]),
      cwd: request.snapshot,
      env: toEnvironment(workspace),
      input: '',
      onLine: (line) => lines.push(line.toString('utf8')),
      stallMs: PREFLIGHT_MS,
      signal: request.signal,
    })
    requireUninterrupted(request.signal)
    return readProof(checks, { nonce, lines, output })
  } finally {
    listener.close()
  }
}

async function toChecks(
  snapshot: string,
  world: { canaries: readonly string[]; port: number },
): Promise<readonly Check[]> {
  const file = await findFile(snapshot)
  const unused = join(snapshot, `.model-stack-probe-${randomBytes(8).toString('hex')}`)
  return [
    { name: 'a command runs', script: 'true' },
    file === undefined
      ? { name: 'the snapshot can be listed', script: `ls -a ${quote(snapshot)}` }
      : { name: 'a file of the snapshot can be read', script: `head -c 1 ${quote(file)}` },
    { name: 'the snapshot cannot be written', script: `! { : > ${quote(unused)}; }` },
    ...world.canaries.map((path, index) => ({
      name: `canary ${index + 1} of ${world.canaries.length} cannot be read`,
      script: `! head -c 1 ${quote(path)}`,
    })),
    // Something listens there, so a refusal can only come from the sandbox.
    { name: 'there is no network', script: `! { : < /dev/tcp/127.0.0.1/${world.port}; }` },
  ]
}

function toProbe(checks: readonly Check[], nonce: string): string {
  return checks
    .map(({ script }, index) => {
      const line = (word: string) => `echo '${word} ${nonce} ${index}'`
      return `if ( ${script} ) >/dev/null 2>&1; then ${line('ok')}; else ${line('fail')}; fi`
    })
    .join('\n')
}

interface Probe {
  readonly nonce: string
  readonly lines: readonly string[]
  readonly output: CommandOutput
}

function readProof(checks: readonly Check[], { nonce, lines, output }: Probe): readonly string[] {
  const missing = checks.filter((_, index) => !lines.includes(`ok ${nonce} ${index}`))
  const count = lines.filter((line) => line.startsWith(`ok ${nonce} `)).length
  if (output.stderr.includes(NO_HELPERS)) throw unavailable(toOneLine(output.stderr))
  if (missing.length === 0 && count === checks.length && output.exitCode === 0) return checks.map(({ name }) => name)
  const failed = missing.filter((check) => lines.includes(`fail ${nonce} ${checks.indexOf(check)}`))
  if (failed.length > 0) throw unavailable(`not proved: ${failed.map(({ name }) => name).join('; ')}`)
  throw unavailable(explain(output))
}

/** The CLI then goes on without its sandbox helper, and every command of a review fails unseen. */
const NO_HELPERS = 'could not create PATH aliases'

/** What bubblewrap says where the kernel or AppArmor refuses it a user namespace. */
const NO_NAMESPACE = /RTM_NEWADDR|new namespace|uid map|[Uu]ser namespace/

function explain(output: CommandOutput): string {
  const said = output.stderr.trim() === '' ? `exit code ${output.exitCode ?? output.signal}` : toOneLine(output.stderr)
  if (!NO_NAMESPACE.test(output.stderr)) return `no command runs in it (${said})`
  return `this machine allows no unprivileged user namespaces (${said}). On Ubuntu 24.04 run "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0" in a step before`
}

function unavailable(why: string): ReviewerError {
  return new ReviewerError('SANDBOX_UNAVAILABLE', `The read-only sandbox of the Codex CLI is not available: ${why}.`)
}

/** The first regular file found from the top; undefined when the snapshot has none. */
async function findFile(directory: string): Promise<string | undefined> {
  const entries = await readdir(directory, { withFileTypes: true })
  const file = entries.find((entry) => entry.isFile())
  if (file !== undefined) return join(directory, file.name)
  for (const entry of entries.filter((candidate) => candidate.isDirectory())) {
    const found = await findFile(join(directory, entry.name))
    if (found !== undefined) return found
  }
  return undefined
}

function listen(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address === null || typeof address === 'string' ? 0 : address.port
      resolve({ port, close: () => void server.close() })
    })
  })
}

/** One word of a shell script, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`
}
