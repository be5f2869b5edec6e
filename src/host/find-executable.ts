import { accessSync, constants, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join, relative, sep } from 'node:path'

/** The absolute path of `name` on PATH, skipping relative entries and everything inside `outside` (a checkout may bring its own tools). */
export function findExecutable(name: string, outside: readonly string[]): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name]
  for (const directory of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!isAbsolute(directory)) continue
    const found = names.map((file) => join(directory, file)).find(isRunnable)
    if (found !== undefined && !outside.some((root) => isInside(root, realpathSync(found)))) return found
  }
  return undefined
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}

/** Whether `path` lies in `root` or is it; both absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}
