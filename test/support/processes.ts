import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** Arguments of every process that `matches`, by pid. */
export function findProcesses(
  matches: (process: { readonly uid: number; readonly cmdline: string }) => boolean,
): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
        const state = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        const cmdline = readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ')
        return state !== 'Z' && matches({ uid, cmdline }) ? [`${pid} ${uid} ${cmdline.slice(0, 200)}`] : []
      } catch {
        return []
      }
    })
}

/** Resolves when `holds`, at the latest after `seconds`; what is waited for is then looked at once more by the test. */
export async function settle(holds: () => boolean, seconds = 10): Promise<void> {
  for (let tries = 0; tries < seconds * 10 && !holds(); tries += 1) await wait(100)
}
