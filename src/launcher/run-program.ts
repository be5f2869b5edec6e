import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { constants } from 'node:os'
import type { ProgramTask } from './order.js'

/** As a shell reports a program that cannot be started. */
const CANNOT_START = 126
const SIGNAL_BASE = 128

/** What a program wrote last is still in its pipes when it ends; a child that keeps them open is not waited for. */
const DRAIN_MS = 500

/** Runs the program with its standard input from a file; resolves to the exit code that a shell would give. */
export function runProgram(task: ProgramTask): Promise<number> {
  const input = openSync(task.input, 'r')
  const child = spawn(task.file, [...task.args], {
    cwd: task.cwd,
    env: { ...task.env },
    // Not inherited: node makes its own output non-blocking, which a program that shares it does not expect.
    stdio: [input, 'pipe', 'pipe'],
  })
  closeSync(input)
  child.stdout?.pipe(process.stdout, { end: false })
  child.stderr?.pipe(process.stderr, { end: false })
  return new Promise((resolve) => {
    const settle = (code: number | null, signal: NodeJS.Signals | null) =>
      resolve(code ?? SIGNAL_BASE + (signal === null ? 0 : constants.signals[signal]))
    child.once('error', (error) => {
      process.stderr.write(`cannot start ${task.file}: ${error.message}\n`)
      resolve(CANNOT_START)
    })
    child.once('close', settle)
    child.once('exit', (code, signal) => setTimeout(settle, DRAIN_MS, code, signal))
  })
}
