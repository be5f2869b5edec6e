import { inertLogText } from '../report/log-text.js'
import type { LogOptions } from './action-log.js'
import type { Log } from './host.js'

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
