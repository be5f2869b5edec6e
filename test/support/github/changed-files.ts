import { execFileSync } from 'node:child_process'
import { devNull } from 'node:os'
import type { ChangedFile } from './world.js'

const statuses: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
}

/** The files that a pull request changes, read from a repository as GitHub would: against the merge base, with renames. */
export function readChangedFiles(repository: string, base: string, head: string): readonly ChangedFile[] {
  const range = `${base}...${head}`
  const fields = git(repository, ['diff', '--find-renames', '--name-status', '-z', range]).split('\0')
  const patches = splitPatches(git(repository, ['diff', '--find-renames', range]))
  const files: ChangedFile[] = []
  for (let index = 0; index + 1 < fields.length; ) {
    const status = statuses[fields[index]?.[0] ?? ''] ?? 'modified'
    const renamed = status === 'renamed'
    const previousPath = renamed ? fields[index + 1] : undefined
    const path = fields[index + (renamed ? 2 : 1)] ?? ''
    files.push({ path, previousPath, status, patch: patches[files.length] })
    index += renamed ? 3 : 2
  }
  return files
}

/** The hunks of each file, in git's order; undefined for a binary file or a mere rename. */
function splitPatches(diff: string): readonly (string | undefined)[] {
  return diff
    .split(/^diff --git /m)
    .slice(1)
    .map((file) => {
      const start = file.search(/^@@ /m)
      return start < 0 ? undefined : file.slice(start).replace(/\n$/, '')
    })
}

function git(repository: string, args: readonly string[]): string {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull }
  const settings = ['-c', 'core.quotePath=false', '-c', 'diff.noprefix=false']
  return execFileSync('git', [...settings, ...args], { cwd: repository, env, encoding: 'utf8', maxBuffer: 1 << 28 })
}
