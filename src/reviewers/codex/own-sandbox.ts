import { randomBytes } from 'node:crypto'
import type { ReviewerIO, ReviewRequest } from '../../types/reviewer.js'
import { requireTool, requireUninterrupted, runCli } from '../cli/run-cli.js'
import { NAME, toSandboxArguments } from './command-line.js'
import { makeWorkspace, toEnvironment, toFiles } from './workspace.js'

/** It takes 0.2 s; a sandbox that needs this long does not work. Milliseconds. */
const TRIAL_MS = 30_000

/**
 * Tries whether the CLI's own sandbox works where the review will run: a command starts in it, reads the snapshot, cannot
 * write it, and cannot reach the key proxy. A sandbox that does not work is otherwise seen nowhere: every command fails,
 * the turn completes and the exit code is 0. Ubuntu 24.04 and nested namespaces are where it does not.
 */
export async function tryOwnSandbox(request: ReviewRequest, io: ReviewerIO): Promise<'on' | 'off'> {
  const tool = requireTool(io, NAME)
  const workspace = await makeWorkspace(request)
  // Random, so that nothing but this script can say it.
  const works = `works ${randomBytes(8).toString('hex')}`
  const lines: string[] = []
  const output = await runCli(io, NAME, {
    file: tool.executable,
    args: toSandboxArguments({ tool, workspace }, ['/bin/bash', '-c', toTrial(request.snapshot, io, works)]),
    cwd: request.snapshot,
    env: toEnvironment(workspace),
    input: '',
    ...toFiles(tool, workspace),
    onLine: (line) => lines.push(line.toString('utf8')),
    stallMs: TRIAL_MS,
    signal: request.signal,
  })
  requireUninterrupted(request.signal)
  if (output.exitCode === 0 && lines.includes(works) && !output.stderr.includes(NO_HELPERS)) return 'on'
  io.onEvent({
    kind: 'message',
    text: 'The own sandbox of the Codex CLI does not work here; a second layer is missing.',
  })
  return 'off'
}

/** The CLI then goes on without its sandbox helper, and every command of a review fails unseen. */
const NO_HELPERS = 'could not create PATH aliases'

function toTrial(snapshot: string, io: ReviewerIO, works: string): string {
  const { hostname, port } = new URL(io.endpoint.baseUrl)
  const probe = quote(`${snapshot}/.model-stack-trial`)
  return [
    `ls ${quote(snapshot)} >/dev/null`,
    `! { : > ${probe}; } 2>/dev/null`,
    `! { : < /dev/tcp/${hostname}/${port || '80'}; } 2>/dev/null`,
    `echo '${works}'`,
  ].join(' && ')
}

/** One word of a shell script, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'"'"'`)}'`
}
