import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import type { ProgramTask } from './order.js'

/** As a shell reports a program that cannot be started. */
const CANNOT_START = 126
const SIGNAL_BASE = 128

/** Runs the program with its standard input from a file; resolves to the exit code that a shell would give. */
export function runProgram(task: ProgramTask): Promise<number> {
  const input = openSync(task.input, 'r')
  const child = spawn(task.file, [...task.args], {
    cwd: task.cwd,
    env: { ...task.env },
    // Handed on as it is: a copy through our memory could be lost when we exit before a slow reader has taken it. While
    // the program runs nothing here may touch process.stdout or process.stderr, which would make the pipe non-blocking.
    stdio: [input, 'inherit', 'inherit'],
  })
  closeSync(input)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`cannot start ${task.file}: ${error.message}\n`)
      resolve(CANNOT_START)
    })
    // Not 'close': whatever the program leaves running ends with us, the first process of the sandbox.
    child.once('exit', (code, signal) =>
      resolve(code ?? SIGNAL_BASE + (signal === null ? 0 : constants.signals[signal])),
    )
  })
}
