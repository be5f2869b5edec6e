import { readFileSync } from 'node:fs'
import { startForwarder } from './forward.js'
import type { LaunchOrder } from './order.js'
import { runProbe } from './probe.js'
import { runProgram } from './run-program.js'

/** The first process inside the sandbox: connects it to the key proxy, then starts the reviewer or tries the walls. */
async function launch(orderFile: string): Promise<number> {
  // Written by the host for this one start, in a directory that nobody else can write.
  const order: LaunchOrder = JSON.parse(readFileSync(orderFile, 'utf8'))
  await startForwarder(order.forward)
  if (order.task.kind === 'program') return runProgram(order.task)
  const { nonce, probe } = order.task
  const findings = await runProbe(probe, order.forward.port)
  process.stdout.write(`${nonce} ${JSON.stringify(findings)}\n`)
  return 0
}

process.exit(await launch(process.argv[2] ?? ''))
