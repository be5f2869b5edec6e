import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeBareRepository } from '../../src/host/bare-repository.js'

const root = mkdtempSync(join(tmpdir(), 'bare-repository-'))
afterAll(() => rmSync(root, { recursive: true }))

const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' }

function git(directory: string, args: readonly string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync('git', [`--git-dir=${directory}`, ...args], {
    ...{ env, input, encoding: 'utf8', cwd: '/' },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

describe('writeBareRepository', () => {
  it.each([
    ['sha1', 40],
    ['sha256', 64],
  ] as const)('makes what git takes for an empty bare repository of %s', (format, digits) => {
    const directory = join(root, format)
    writeBareRepository(directory, format)
    const asked = ['rev-parse', '--is-bare-repository', '--show-object-format', '--is-shallow-repository']
    expect(git(directory, asked).split('\n')).toEqual(['true', format, 'false'])
    expect(git(directory, ['for-each-ref'])).toBe('')
    const id = git(directory, ['hash-object', '-w', '--stdin'], 'text\n')
    expect(id).toHaveLength(digits)
    expect(git(directory, ['cat-file', 'blob', id])).toBe('text')
    expect(git(directory, ['fsck', '--strict'])).not.toContain('error')
  })
})
