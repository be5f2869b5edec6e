import { GitError } from '../../src/errors.js'
import { makeCommitLookup } from '../../src/host/commit-lookup.js'
import type { Git } from '../../src/host/host.js'

const MAIN = 'a'.repeat(40)
const TOPIC = 'b'.repeat(40)
const known: Readonly<Record<string, string>> = { main: MAIN, topic: TOPIC }

/** Knows two names as git would answer, dies of `broken`, and notes what it is started with. */
function aGit() {
  const started: string[] = []
  const read: Git['read'] = async (args, { input } = {}) => {
    started.push(args[0] ?? '')
    const asked = `${input ?? args.at(-1)}`.trimEnd().split('\n')
    if (asked.includes('broken^{commit}')) throw new GitError('log for broken only has 1 entries')
    const shas = asked.map((name) => known[name.replace('^{commit}', '')])
    if (input === undefined && shas[0] === undefined) throw new GitError('git ended with exit code 1')
    const lines = shas.map((sha, index) => (sha === undefined ? `${asked[index]} missing` : `${sha} commit 210`))
    return Buffer.from(input === undefined ? `${shas[0]}\n` : `${lines.join('\n')}\n`)
  }
  return { started, lookUp: makeCommitLookup({ read }) }
}

describe('makeCommitLookup', () => {
  it('starts one process for all names of one turn, and gives each its own answer', async () => {
    const { started, lookUp } = aGit()
    const found = await Promise.all(['main', 'gone', 'topic', 'main'].map(lookUp))
    expect(found).toEqual([MAIN, undefined, TOPIC, MAIN])
    expect(started).toEqual(['cat-file'])
  })

  it('asks for a single name by itself', async () => {
    const { started, lookUp } = aGit()
    expect([await lookUp('topic'), await lookUp('gone')]).toEqual([TOPIC, undefined])
    expect(started).toEqual(['rev-parse', 'rev-parse'])
  })

  it('lets a name that git stumbles over spoil nothing for the others', async () => {
    const { lookUp } = aGit()
    expect(await Promise.all(['main', 'broken', 'topic'].map(lookUp))).toEqual([MAIN, undefined, TOPIC])
  })

  it('asks for no name that would be two', async () => {
    const { started, lookUp } = aGit()
    expect(await Promise.all(['main\ntopic', 'main\0'].map(lookUp))).toEqual([undefined, undefined])
    expect(started).toEqual([])
  })
})
