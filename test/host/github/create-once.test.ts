import { GitHubError, type GitHubFailure } from '../../../src/errors.js'
import { createOnce } from '../../../src/host/github/create-once.js'

const failure = (kind: GitHubFailure) => new GitHubError(kind, kind)

/** A thing to create that fails so often, and may be there all the same. */
function aCreation(failures: readonly Error[], found: readonly (string | undefined | Error)[] = []) {
  const done: string[] = []
  const outcomes = [...failures]
  const finds = [...found]
  return {
    done,
    create: async () => {
      done.push('create')
      const outcome = outcomes.shift()
      if (outcome !== undefined) throw outcome
      return 'made'
    },
    find: async () => {
      done.push('find')
      const outcome = finds.shift()
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    wait: async (ms: number) => void done.push(`wait ${ms}`),
  }
}

describe('createOnce', () => {
  it('creates without a look when all goes well', async () => {
    const creation = aCreation([])
    expect(await createOnce(creation)).toBe('made')
    expect(creation.done).toEqual(['create'])
  })

  it('takes what is there after all when the answer was lost', async () => {
    const creation = aCreation([failure('unavailable')], ['found'])
    expect(await createOnce(creation)).toBe('found')
    expect(creation.done).toEqual(['create', 'wait 2000', 'find'])
  })

  it('creates again only when nothing is there', async () => {
    const creation = aCreation([failure('unavailable'), failure('unavailable')])
    expect(await createOnce(creation)).toBe('made')
    expect(creation.done).toEqual(['create', 'wait 2000', 'find', 'create', 'wait 5000', 'find', 'create'])
  })

  it('looks once more after the last try, and then gives up', async () => {
    const lost = failure('unavailable')
    const creation = aCreation([lost, lost, lost])
    await expect(createOnce(creation)).rejects.toBe(lost)
    expect(creation.done.slice(-2)).toEqual(['create', 'find'])
    expect(await createOnce(aCreation([lost, lost, lost], [undefined, undefined, 'late']))).toBe('late')
  })

  it('creates nothing again where it cannot be looked for', async () => {
    const creation = aCreation([failure('unavailable')], [failure('forbidden')])
    await expect(createOnce(creation)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(creation.done.filter((step) => step === 'create')).toHaveLength(1)
  })

  it.each(['forbidden', 'not-found', 'disabled', 'invalid', 'rate-limited'] as const)(
    'does not repeat what GitHub refused as %s',
    async (kind) => {
      const creation = aCreation([failure(kind)])
      await expect(createOnce(creation)).rejects.toMatchObject({ kind })
      expect(creation.done).toEqual(['create'])
    },
  )

  it('does not repeat what is a fault of ours', async () => {
    await expect(createOnce(aCreation([new TypeError('bug')]))).rejects.toThrow('bug')
  })
})
