import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const prefix = '.unfinished-'
/** No installation takes this long; what is older was left by a process that was killed. */
const staleAfterMs = 60 * 60 * 1000

/** A fresh directory that only we can enter (0700), on the same file system as its final place. */
export function makeStaging(parent: string): Promise<string> {
  return mkdtemp(join(parent, prefix))
}

/** Removes what killed processes left behind; an entry that resists is left alone. */
export async function removeStaleStagings(parent: string): Promise<void> {
  const names = await readdir(parent)
  await Promise.all(
    names.filter((name) => name.startsWith(prefix)).map((name) => removeIfStale(join(parent, name)).catch(() => {})),
  )
}

async function removeIfStale(directory: string): Promise<void> {
  const { mtimeMs } = await stat(directory)
  if (Date.now() - mtimeMs > staleAfterMs) await rm(directory, { recursive: true, force: true })
}
