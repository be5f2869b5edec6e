import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Processes that still belong to a run: they name one of its directories in what they are, run or stand in. */
export function survivors(traces: readonly string[]): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid, shown: describe(`/proc/${pid}`) }))
    .filter(({ shown }) => traces.some((trace) => shown.includes(trace)))
    .map(({ pid, shown }) => `${pid}: ${shown.replaceAll('\0', ' ').slice(0, 200)}`)
}

/** The same, once processes that are about to end had their time. */
export async function survivorsAfter(traces: readonly string[], milliseconds: number): Promise<readonly string[]> {
  const end = performance.now() + milliseconds
  while (survivors(traces).length > 0 && performance.now() < end) await wait(50)
  return survivors(traces)
}

function describe(directory: string): string {
  const files = ['cmdline', 'environ'].map((name) => read(() => readFileSync(`${directory}/${name}`, 'utf8')))
  const links = ['exe', 'cwd', 'root'].map((name) => read(() => readlinkSync(`${directory}/${name}`)))
  return [...files, ...links].join('\0')
}

/** A process may end while it is looked at. */
function read(get: () => string): string {
  try {
    return get()
  } catch {
    return ''
  }
}
