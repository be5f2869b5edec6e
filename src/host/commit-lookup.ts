import type { Sha } from '../types/change.js'
import type { Git } from './host.js'

/** The full id of the commit that a name leads to; undefined when it leads to none. */
export type CommitLookup = (name: string) => Promise<Sha | undefined>

interface Question {
  readonly name: string
  answer(sha: Sha | undefined): void
}

/** Names that are asked for in one turn of the event loop are looked up by one process. */
export function makeCommitLookup(git: Git): CommitLookup {
  let waiting: Question[] = []
  const askAll = async () => {
    const questions = waiting
    waiting = []
    const found = await findCommits(
      git,
      questions.map(({ name }) => name),
    )
    for (const [index, { answer }] of questions.entries()) answer(found[index])
  }
  return (name) => {
    // One name a line; no name of a commit has such a character.
    if (/[\0\n]/.test(name)) return Promise.resolve(undefined)
    return new Promise((answer) => {
      waiting.push({ name, answer })
      if (waiting.length === 1) setImmediate(askAll)
    })
  }
}

/** Never rejects: a name that git stumbles over leads to no commit, and spoils nothing for the others. */
async function findCommits(git: Git, names: readonly string[]): Promise<readonly (Sha | undefined)[]> {
  const [only = ''] = names
  if (names.length === 1) return [await findCommit(git, only)]
  try {
    const input = names.map((name) => `${name}^{commit}\n`).join('')
    const lines = (await git.read(['cat-file', '--batch-check'], { input })).toString().split('\n')
    return names.map((_, index) => /^([0-9a-f]{40,64}) commit \d+$/.exec(lines[index] ?? '')?.[1])
  } catch {
    return Promise.all(names.map((name) => findCommit(git, name)))
  }
}

async function findCommit(git: Git, name: string): Promise<Sha | undefined> {
  try {
    return (await git.read(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]))
      .toString()
      .trim()
  } catch {
    return undefined
  }
}
