import { inertLogText } from '../report/log-text.js'
import type { TerminalOptions } from '../report/terminal.js'
import type { Log } from './host.js'

export interface LogOptions {
  readonly write: (text: string) => void
  readonly redact: (text: string) => string
  readonly verbose: 'yes' | 'no'
}

/** Progress for a person at a terminal; goes to standard error, so that standard output is the report alone. */
export function makeTerminalLog({ write, redact, verbose }: LogOptions): Log {
  const print = (text: string) => write(`${inertLogText(redact(text)).join('\n')}\n`)
  return {
    debug: (text) => {
      if (verbose === 'yes') print(text)
    },
    info: print,
    warning: (text) => print(`warning: ${text}`),
    group: async (title, body) => {
      print(title)
      return body()
    },
  }
}

/** How a report is printed on standard output: colour only on a terminal, and not against NO_COLOR (no-color.org). */
export function terminalOptions(): TerminalOptions {
  const color = process.stdout.isTTY === true && !process.env['NO_COLOR'] ? 'on' : 'off'
  return { color, width: process.stdout.columns ?? 80 }
}
