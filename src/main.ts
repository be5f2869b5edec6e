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

main(process.argv.slice(2), process.env).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    // A bug of ours: never a pass.
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
