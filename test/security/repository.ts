import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { devNull } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Origin } from '../support/origin.js'

/** What stands at a path of a commit: text, bytes, a link, a submodule, or nothing any more. */
export const Entry = z.union([
  z.string(),
  z.strictObject({ text: z.string(), mode: z.enum(['100644', '100755']) }),
  z.strictObject({ b64: z.string() }),
  z.strictObject({ symlink: z.string() }),
  z.strictObject({ gitlink: z.string() }),
  z.strictObject({ delete: z.literal(true) }),
])
export type Entry = z.infer<typeof Entry>
export type Entries = Readonly<Record<string, Entry>>

export interface HostileHistory {
  readonly base: Entries
  readonly head: Entries
  readonly message: string
  /** `name <address>` of the author of the head. */
  readonly author: string
}

/** A bare repository with main, pr and pull request 7. Made without a work tree, so that every path and kind is possible. */
export function makeHostileOrigin(directory: string, history: HostileHistory): Origin {
  const bare = join(directory, 'origin.git')
  mkdirSync(bare, { recursive: true })
  git(bare, ['init', '--quiet', '--bare', '--initial-branch=main'])
  git(bare, ['config', 'uploadpack.allowAnySHA1InWant', 'true'])
  git(bare, ['fast-import', '--quiet'], toStream(history))
  const [base = '', head = '', merge = ''] = ['main', 'pr', 'refs/pull/7/merge'].map((ref) =>
    git(bare, ['rev-parse', ref]),
  )
  return { directory: bare, base, head, merge, mergeBase: base }
}

/** Paths that differ between base and head, links and deletions included. */
export function changedPaths(origin: Origin): readonly string[] {
  const range = [origin.mergeBase, origin.head]
  return git(origin.directory, ['diff', '--name-only', '--no-renames', '-z', ...range])
    .split('\0')
    .filter(Boolean)
}

const owner = 'Octo Cat <octocat@invalid>'

function toStream({ base, head, message, author }: HostileHistory): Buffer {
  return Buffer.concat([
    ...commit({ ref: 'refs/heads/main', mark: 1, author: owner, message: 'base' }),
    ...Object.entries(base).flatMap(change),
    ...commit({ ref: 'refs/heads/pr', mark: 2, author, message, from: 1 }),
    ...Object.entries(head).flatMap(change),
    ...commit({ ref: 'refs/pull/7/merge', mark: 3, author: owner, message: 'merge', from: 2 }),
    line('reset refs/pull/7/head\nfrom :2\n'),
  ])
}

interface CommitLine {
  readonly ref: string
  readonly mark: number
  readonly author: string
  readonly message: string
  readonly from?: number
}

function commit({ ref, mark, author, message, from }: CommitLine): readonly Buffer[] {
  const time = '1700000000 +0000'
  return [
    line(`commit ${ref}\nmark :${mark}\nauthor ${author} ${time}\ncommitter ${owner} ${time}`),
    ...data(Buffer.from(message)),
    ...(from === undefined ? [] : [line(`from :${from}`)]),
  ]
}

function change([path, entry]: readonly [string, Entry]): readonly Buffer[] {
  const name = `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`
  if (typeof entry === 'string') return [line(`M 100644 inline ${name}`), ...data(Buffer.from(entry))]
  if ('text' in entry) return [line(`M ${entry.mode} inline ${name}`), ...data(Buffer.from(entry.text))]
  if ('b64' in entry) return [line(`M 100644 inline ${name}`), ...data(Buffer.from(entry.b64, 'base64'))]
  if ('symlink' in entry) return [line(`M 120000 inline ${name}`), ...data(Buffer.from(entry.symlink))]
  return [line('gitlink' in entry ? `M 160000 ${entry.gitlink} ${name}` : `D ${name}`)]
}

function data(bytes: Buffer): readonly Buffer[] {
  return [line(`data ${bytes.length}`), bytes, line('')]
}

function line(text: string): Buffer {
  return Buffer.from(`${text}\n`)
}

/** git with nothing of this machine's configuration. */
export function git(directory: string, args: readonly string[], input: Buffer = Buffer.alloc(0)): string {
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull }
  const output = execFileSync('git', ['-c', 'safe.directory=*', ...args], {
    cwd: directory,
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
    maxBuffer: 64 * 1024 * 1024,
  })
  return output.trim()
}
