import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '../../src/errors.js'
import { openRepository } from '../../src/host/git.js'
import type { Git } from '../../src/host/host.js'
import { nothingSet } from '../../src/policy/load.js'
import { readPolicyFile } from '../../src/policy/read-file.js'
import { type Checkout, makeCheckout } from '../trigger/checkout.js'

const DEFAULT = '.github/model-stack.yml'

let checkout: Checkout
let git: Git

beforeAll(async () => {
  checkout = makeCheckout()
  const directory = join(checkout.root, 'objects')
  git = (await openRepository({ checkout: checkout.path, directory, token: undefined, serverUrl: 'https://x.test' }))
    .git
})

afterAll(() => checkout.remove())

/** A commit that holds these files alone. */
function commitOf(files: Readonly<Record<string, string>>): string {
  checkout.git('rm', '-rqf', '--ignore-unmatch', '.')
  return checkout.commit('base', { 'readme.txt': 'x', ...files })
}

describe('readPolicyFile', () => {
  it('reads the file as it stands in the commit, not in the working tree', async () => {
    const base = commitOf({ [DEFAULT]: 'fail-on-severity: low\n' })
    checkout.write(DEFAULT, 'fail-on-severity: never\n')
    expect(await readPolicyFile(git, base, DEFAULT)).toEqual({ ...nothingSet, failOnSeverity: 'low' })
  })

  it('reads the file as it stands in that commit, not in a later one', async () => {
    const base = commitOf({ [DEFAULT]: 'fail-on-severity: low\n' })
    commitOf({ [DEFAULT]: 'fail-on-severity: never\n' })
    expect(await readPolicyFile(git, base, DEFAULT)).toMatchObject({ failOnSeverity: 'low' })
  })

  it.each([
    'suppressions: [{ fingerprint: a, reason: r, owner: o }]',
    'exempt: [{ author: mallory, paths: "**" }]',
    'rules: [{ paths: "**", fail-on-severity: never }]',
    'override: { by: mallory, allow-author: true }',
  ])('does not see in the base what only the change says: %s', async (line) => {
    const base = commitOf({ [DEFAULT]: 'effort: low\n' })
    const head = commitOf({ [DEFAULT]: `effort: low\n${line}\n` })
    expect(await readPolicyFile(git, base, DEFAULT)).toEqual({ ...nothingSet, effort: 'low' })
    expect(await readPolicyFile(git, head, DEFAULT)).not.toEqual({ ...nothingSet, effort: 'low' })
  })

  it('takes a missing file for nothing set where the user named none', async () => {
    expect(await readPolicyFile(git, commitOf({}), DEFAULT)).toEqual(nothingSet)
  })

  it('refuses a missing file that the user named, and says where policy is read from', async () => {
    const base = commitOf({ 'policy.yml': '' })
    const reading = readPolicyFile(git, base, 'other.yml')
    await expect(reading).rejects.toThrow(ConfigurationError)
    await expect(reading).rejects.toThrow(
      `"other.yml" does not exist at the base ${base.slice(0, 12)}. Merge it there first`,
    )
  })

  it.each(['policy[1].yml', 'with space.yml', 'grün.yml', 'deep/er/policy.yml'])(
    'finds %p by its literal name',
    async (path) => {
      const base = commitOf({ [path]: 'min-coverage: 42\n' })
      expect(await readPolicyFile(git, base, path)).toMatchObject({ minCoverage: 42 })
    },
  )

  it.each(['*.yml', 'polic?.yml', ':(glob)**', ':/policy.yml', '-p'])(
    'matches no other file by the pattern %p',
    async (path) => {
      const base = commitOf({ 'policy.yml': 'min-coverage: 42\n' })
      await expect(readPolicyFile(git, base, path)).rejects.toThrow('does not exist at the base')
    },
  )

  it('refuses a link, which could lead anywhere', async () => {
    commitOf({ 'policy.yml': 'min-coverage: 42\n' })
    symlinkSync('policy.yml', join(checkout.path, 'link.yml'))
    const base = checkout.commit('link')
    await expect(readPolicyFile(git, base, 'link.yml')).rejects.toThrow('"link.yml" is not a regular file')
  })

  it('refuses a directory', async () => {
    const base = commitOf({ 'policy/a.yml': '' })
    await expect(readPolicyFile(git, base, 'policy')).rejects.toThrow('"policy" is not a regular file')
  })

  it.each([
    ['is not UTF-8', Buffer.from([0x66, 0xff, 0xfe])],
    ['is larger than 256 KiB', Buffer.from(`# ${'x'.repeat(256 * 1024)}\n`)],
  ])('refuses a file that %s', async (_, content) => {
    commitOf({})
    writeFileSync(join(checkout.path, 'policy.yml'), content)
    const base = checkout.commit('policy')
    const reading = readPolicyFile(git, base, 'policy.yml')
    await expect(reading).rejects.toThrow(ConfigurationError)
    await expect(reading).rejects.toThrow('cannot be read as UTF-8 text of at most 262144 bytes')
  })

  it('refuses what the file must not say, naming file and line', async () => {
    const base = commitOf({ [DEFAULT]: '# policy\nfail-on-severty: low\n' })
    await expect(readPolicyFile(git, base, DEFAULT)).rejects.toThrow(
      /model-stack\.yml line 2: unknown key "fail-on-severty"/,
    )
  })
})
