import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A user's checkout in a private directory, driven by plain git. */
export interface Checkout {
  /** Holds the checkout, and has room for whatever else a test makes. */
  readonly root: string
  readonly path: string
  git(...args: readonly string[]): string
  /** Runs git where a test says. */
  gitAt(directory: string, ...args: readonly string[]): string
  write(path: string, content: string): void
  /** Writes the files, adds everything and commits; returns the commit's id. */
  commit(message: string, files?: Readonly<Record<string, string>>): string
  remove(): void
}

export function makeCheckout(format: 'sha1' | 'sha256' = 'sha1'): Checkout {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'model-stack-checkout-')))
  const path = join(root, 'checkout')
  mkdirSync(path)
  runGit(path, ['init', '-q', '-b', 'main', `--object-format=${format}`])
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(path, name)), { recursive: true })
    writeFileSync(join(path, name), content)
  }
  return {
    root,
    path,
    git: (...args) => runGit(path, args),
    gitAt: (directory, ...args) => runGit(directory, args),
    write,
    commit: (message, files = {}) => {
      for (const [name, content] of Object.entries(files)) write(name, content)
      runGit(path, ['add', '-A'])
      runGit(path, ['commit', '-q', '--allow-empty', '-m', message])
      return runGit(path, ['rev-parse', 'HEAD'])
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

function runGit(directory: string, args: readonly string[]): string {
  const result = spawnSync('git', args, {
    cwd: directory,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: '/nonexistent',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'Ada',
      GIT_AUTHOR_EMAIL: 'ada@example.test',
      GIT_COMMITTER_NAME: 'Ada',
      GIT_COMMITTER_EMAIL: 'ada@example.test',
    },
  })
  if (result.status === 0) return result.stdout.trim()
  throw new Error(`git ${args.join(' ')}: ${result.stderr}`)
}
