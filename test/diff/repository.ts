import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Git, GitReadOptions } from '../../src/host/host.js'

/** A file of a tree; for a submodule (mode 160000) the content is the commit id. */
export interface Entry {
  readonly path: string | Buffer
  readonly content: string | Buffer
  readonly mode?: string
}

/** A private bare repository with two commits. */
export interface Repository {
  readonly git: Git
  readonly directory: string
  readonly from: string
  readonly to: string
  remove(): void
}

/** Makes a bare repository whose commits `from` and `to` hold exactly these trees. */
export function makeRepository(
  oldTree: readonly Entry[],
  newTree: readonly Entry[],
  format: 'sha1' | 'sha256' = 'sha1',
): Repository {
  const directory = mkdtempSync(join(tmpdir(), 'model-stack-diff-'))
  run(directory, ['init', '-q', '--bare', `--object-format=${format}`, '.'])
  const input = Buffer.concat([importCommit('refs/heads/from', oldTree), importCommit('refs/heads/to', newTree)])
  run(directory, ['fast-import', '--quiet'], { input })
  const [from = '', to = ''] = run(directory, ['rev-parse', 'refs/heads/from', 'refs/heads/to']).toString().split('\n')
  const git: Git = { read: async (args, options) => run(directory, args, options) }
  return { git, directory, from, to, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

function importCommit(ref: string, entries: readonly Entry[]): Buffer {
  const parts = entries.map(({ path, content, mode = '100644' }) => {
    const name = quote(Buffer.from(path))
    if (mode === '160000') return Buffer.from(`M ${mode} ${content} ${name}\n`)
    const bytes = Buffer.from(content)
    return Buffer.concat([Buffer.from(`M ${mode} inline ${name}\ndata ${bytes.length}\n`), bytes, Buffer.from('\n')])
  })
  return Buffer.concat([Buffer.from(`commit ${ref}\ncommitter A <a@b> 0 +0000\ndata 0\ndeleteall\n`), ...parts])
}

function quote(path: Buffer): string {
  return `"${[...path].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`
}

function run(directory: string, args: readonly string[], options: GitReadOptions = {}): Buffer {
  const result = spawnSync('git', args, {
    cwd: directory,
    input: options.input ?? '',
    maxBuffer: options.maxBytes ?? 64 * 1024 * 1024,
    env: {
      PATH: process.env.PATH ?? '',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
      GIT_DIR: directory,
      ...options.env,
    },
  })
  if (result.status === 0) return handOver(result.stdout, options)
  throw new Error(`git ${args.join(' ')}: ${result.stderr?.toString() ?? result.error?.message}`)
}

/** As git's output reaches whoever asked; where piece by piece, the pieces cut lines and characters. */
export function handOver(output: Buffer, { onOutput }: GitReadOptions, pieceBytes = 7): Buffer {
  if (onOutput === undefined) return output
  for (let at = 0; at < output.length; at += pieceBytes) onOutput(output.subarray(at, at + pieceBytes))
  return Buffer.alloc(0)
}
