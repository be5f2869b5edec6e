import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ConfigurationError } from '../errors.js'

/** The top of the checkout that `directory` lies in: the nearest parent with a `.git` (a directory, or a file in worktrees). */
export function findCheckout(directory: string): string {
  let current = resolve(directory)
  while (!existsSync(join(current, '.git'))) {
    const parent = dirname(current)
    if (parent === current)
      throw new ConfigurationError(`${directory} is not inside a git checkout. Change into one and run again.`)
    current = parent
  }
  return current
}
