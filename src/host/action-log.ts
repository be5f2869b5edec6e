import { inertLogText } from '../report/log-text.js'
import type { Log } from './host.js'

export interface LogOptions {
  readonly write: (text: string) => void
  readonly redact: (text: string) => string
  readonly verbose: 'yes' | 'no'
}

/** The log of a job. The only workflow commands it writes are `group` and `endgroup`, with titles of our own. */
export function makeActionLog({ write, redact, verbose }: LogOptions): Log {
  const print = (text: string) => write(`${inertLogText(redact(text)).join('\n')}\n`)
  return {
    debug: (text) => {
      if (verbose === 'yes') print(text)
    },
    info: print,
    warning: (text) => print(`warning: ${text}`),
    group: async (title, body) => {
      write(`::group::${inertLogText(redact(title)).join(' ').replace(/^│ /, '')}\n`)
      try {
        return await body()
      } finally {
        write('::endgroup::\n')
      }
    },
  }
}
