import { inertLogText } from '../report/log-text.js'
import type { Log } from './host.js'
import { type LogOptions, makeTerminalLog } from './terminal-log.js'

/** The log of a job. The only workflow commands it writes are `group` and `endgroup`, with titles of our own. */
export function makeActionLog(options: LogOptions): Log {
  const { write, redact } = options
  return {
    ...makeTerminalLog(options),
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
