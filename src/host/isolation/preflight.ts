import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { CommandOutput } from '../../types/reviewer.js'
import { createServer } from '../node-http.js'
import { type Canaries, startCanaries } from './canaries.js'
import { LAUNCHER_VARIABLES, probeInSandbox, type SandboxPlan } from './sandbox.js'

/** It takes 0.2 s; a sandbox that needs this long does not work. Milliseconds. */
const PREFLIGHT_MS = 30_000
const SHOWN_CHARACTERS = 300

export interface PreflightOptions {
  readonly snapshot: string
  /** A path for the socket that stands for the key proxy's while it is tried. */
  readonly trialSocket: string
  /** Programs that the reviewer runs and must not change. */
  readonly programs: readonly string[]
  /** Files outside that must not be readable. */
  readonly canaryFiles: readonly string[]
  readonly signal: AbortSignal
}

/** `proved`: every check by name. `refused`: why this way of isolating does not hold on this machine. */
export type PreflightOutcome =
  | { readonly kind: 'proved'; readonly checks: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string }

const Answer = z.array(z.strictObject({ check: z.string(), problem: z.string().optional() }))
type Answer = z.infer<typeof Answer>

/** Tries from inside the sandbox what a hijacked reviewer would try; one success and this way is refused. */
export async function preflight(plan: SandboxPlan, options: PreflightOptions): Promise<PreflightOutcome> {
  const socket = options.trialSocket
  const listener = await startAnswering(socket)
  const canaries = await startCanaries().catch((error: unknown) => {
    listener.close()
    throw error
  })
  try {
    const nonce = randomBytes(16).toString('hex')
    const lines: string[] = []
    const output = await probeInSandbox({ ...plan, socket }, toProbeCommand(options, lines), {
      kind: 'probe',
      nonce,
      probe: {
        snapshot: options.snapshot,
        untouchable: options.programs,
        canaryFiles: options.canaryFiles,
        canaryToken: canaries.token,
        loopbackPort: canaries.loopbackPort,
        sockets: canaries.sockets,
        environment: LAUNCHER_VARIABLES,
      },
    })
    return toOutcome(readAnswer(lines, nonce), output, canaries)
  } finally {
    listener.close()
    await canaries.close()
  }
}

/** Stands where the key proxy will, so that the way there is tried and the proxy's counts stay those of the reviewer. */
function startAnswering(path: string): Promise<{ close(): void }> {
  const server = createServer((_request, response) => response.writeHead(204).end())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path, readableAll: true, writableAll: true }, () =>
      resolve({
        close: () => {
          server.close()
          server.closeAllConnections()
        },
      }),
    )
  })
}

function toProbeCommand({ snapshot, signal }: PreflightOptions, lines: string[]) {
  return {
    file: '',
    args: [],
    cwd: snapshot,
    env: {},
    input: '',
    readOnly: [],
    writableFiles: [],
    privateDirectories: [],
    onLine: (line: Buffer) => void lines.push(line.toString('utf8')),
    stallMs: PREFLIGHT_MS,
    signal,
  }
}

function readAnswer(lines: readonly string[], nonce: string): Answer | undefined {
  const line = lines.find((candidate) => candidate.startsWith(`${nonce} `))
  const answer = Answer.safeParse(line === undefined ? undefined : parseJson(line.slice(nonce.length + 1)))
  return answer.success ? answer.data : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // cut off, as the sandbox was
  }
}

function toOutcome(answer: Answer | undefined, output: CommandOutput, canaries: Canaries): PreflightOutcome {
  if (answer === undefined || answer.length === 0) return { kind: 'refused', why: explain(output) }
  const failed = answer.filter(({ problem }) => problem !== undefined)
  if (failed.length > 0)
    return { kind: 'refused', why: failed.map(({ check, problem }) => `not proved: ${check} (${problem})`).join('; ') }
  if (canaries.connections() > 0)
    return { kind: 'refused', why: 'something inside reached a listener of the host, though it said it did not' }
  return { kind: 'proved', checks: answer.map(({ check }) => check) }
}

/** What the tools say, and what it means. The first row that matches counts. */
const EXPLANATIONS: readonly { readonly pattern: RegExp; readonly meaning: string }[] = [
  { pattern: /a password is required|sudo: .*(?:not allowed|sudoers|tty)/i, meaning: 'sudo asks for a password' },
  {
    pattern: /RTM_NEWADDR|uid map|setting up/i,
    meaning: 'unprivileged user namespaces are restricted here, as AppArmor does on Ubuntu 24.04',
  },
  { pattern: /new namespace|unshare|clone/i, meaning: 'new namespaces are not allowed here' },
  {
    pattern: /Operation not permitted|Permission denied/i,
    meaning: 'mounting is not allowed here, as in most containers',
  },
]

function explain(output: CommandOutput): string {
  if (output.stalled) return `nothing was heard of the sandbox for ${PREFLIGHT_MS / 1000} seconds`
  const said = oneLine(output.stderr) || `exit ${output.exitCode ?? output.signal}`
  const row = EXPLANATIONS.find(({ pattern }) => pattern.test(said))
  return row === undefined ? said : `${row.meaning} (${said})`
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, SHOWN_CHARACTERS)
}
