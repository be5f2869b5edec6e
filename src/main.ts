#!/usr/bin/env node
/**
 * The one entry of the bundle: with arguments it is the command line, without any in GitHub Actions it is the action or
 * its post step. Each is loaded only when it is the one, so that a start costs no more than it needs.
 */
async function main(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (args.length === 0 && env['GITHUB_ACTIONS'] === 'true') {
    const { runAction, runPost } = await import('./action.js')
    return env['STATE_model-stack-started'] === undefined ? runAction(env) : runPost(env)
  }
  const { runCommandLine } = await import('./cli.js')
  return runCommandLine(args, env)
}

/** A bug of ours, or a machine on which not even a report can be written: never a pass. */
async function printFailure(error: unknown): Promise<void> {
  const { ConfigurationError } = await import('./errors.js')
  const { inertLogText } = await import('./report/log-text.js')
  const text = error instanceof Error && !(error instanceof ConfigurationError) ? error.stack : undefined
  const lines = inertLogText(text ?? (error instanceof Error ? error.message : String(error)))
  process.stderr.write(`${lines.join('\n')}\n`)
}

/** From the verdict to the end; only something that was left open by mistake takes so long. Milliseconds. */
const LINGER_MS = 10_000

// Whoever reads the output may go away first, as `head` does; the verdict is in the exit code.
process.stdout.on('error', () => {})

try {
  process.exitCode = await main(process.argv.slice(2), process.env)
} catch (error) {
  process.exitCode = 1
  await printFailure(error)
}

// A step that has said its verdict must not hang until the job is stopped. It keeps nothing alive itself.
setTimeout(() => process.exit(), LINGER_MS).unref()

// For the compiler: only a module may wait at its top.
export {}
