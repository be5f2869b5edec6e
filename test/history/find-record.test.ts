import { type EarlierState, findEarlierRecord, findRecord } from '../../src/history/find-record.js'
import type { ReviewRecord } from '../../src/history/record.js'
import { recordKey } from '../../src/history/record-key.js'
import { type Need, recordName, sealRecord } from '../../src/history/seal.js'
import { aRecord, theParts } from './builders.js'

const secrets = ['sk-proj-abcdefghijklmnopqrst']
const key = recordKey(theParts())
const elsewhere = recordKey(theParts({ headTree: 'e'.repeat(40) }))

function at(day: number, of = key): string {
  return sealRecord(aRecord({ key: of, at: `2026-11-${day}T12:00:00.000Z` }), secrets) ?? ''
}

function find(texts: readonly string[], need: Need = 'same-tree', keys = secrets) {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const records = { find: async (name: string) => (name === recordName(key, secrets) ? texts : []) }
  return findRecord(records, { secrets: keys, key, need, now })
}

describe('a recorded review', () => {
  it('is found by content and rules', async () => {
    expect(await find([at(20)])).toEqual({ record: aRecord({ at: '2026-11-20T12:00:00.000Z' }), notes: [] })
  })

  it('is the first one of the same tree: a later throw of the dice does not count', async () => {
    expect((await find([at(21), at(19), at(20)])).record?.at).toBe('2026-11-19T12:00:00.000Z')
  })

  it('is the last one of the same diff: what the pull request shows', async () => {
    const found = await find([at(19), at(21, elsewhere), at(20)], 'same-diff')
    expect(found.record?.at).toBe('2026-11-21T12:00:00.000Z')
  })

  it('is none among forgeries, which are told of once', async () => {
    const found = await find([`${at(20)} `, `${at(21)} `, at(20, elsewhere)])
    expect(found.record).toBeUndefined()
    expect(found.notes).toHaveLength(2)
  })

  it('does not hide behind a forgery', async () => {
    expect((await find([`${at(21)} `, at(20)])).record?.at).toBe('2026-11-20T12:00:00.000Z')
  })

  it('is not even looked for without a credential that could vouch for it', async () => {
    expect(await find([at(20)], 'same-tree', ['ollama'])).toEqual({ record: undefined, notes: [] })
  })
})

describe('the recorded review of an earlier state', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  const { rules } = key
  /** Three states of a change, the latest first. */
  const states = ['3', '2', '1'].map((digit) => ({ head: digit.repeat(40), change: digit.repeat(64) }))
  const [third = '', second = '', first = ''] = states.map(({ change }) => change)
  const base = 'b'.repeat(40)

  function sealed(change: string, overrides: Partial<ReviewRecord> = {}, keys = secrets): string {
    return (
      sealRecord(aRecord({ key: { ...key, change }, at: '2026-11-20T12:00:00.000Z', base, ...overrides }), keys) ?? ''
    )
  }

  /** What lies under the names of these changes. */
  function ask(
    lying: Readonly<Record<string, readonly string[]>>,
    asked: { found?: string[]; keys?: readonly string[] } = {},
  ) {
    const texts = new Map(Object.entries(lying).map(([change, all]) => [recordName({ change }, secrets), all]))
    const records = {
      find: async (name: string) => {
        asked.found?.push(name)
        return texts.get(name) ?? []
      },
    }
    const question = { secrets: asked.keys ?? secrets, now, base, rules, states: each(states) }
    return findEarlierRecord(records, question)
  }

  async function* each(all: readonly EarlierState[]): AsyncGenerator<EarlierState> {
    yield* all
  }

  it('is that of the latest one, and no older one is looked for', async () => {
    const found: string[] = []
    const answer = await ask({ [second]: [sealed(second)], [first]: [sealed(first)] }, { found })
    expect(answer).toMatchObject({ kind: 'found', head: '2'.repeat(40), record: { key: { change: second } } })
    expect(found).toEqual([third, second].map((change) => recordName({ change }, secrets)))
  })

  it('is the last one of that state', async () => {
    const times = ['2026-11-19', '2026-11-21', '2026-11-20'].map((day) => `${day}T12:00:00.000Z`)
    const answer = await ask({ [second]: times.map((at) => sealed(second, { at })) })
    expect(answer).toMatchObject({ kind: 'found', record: { at: times[1] } })
  })

  it('is the one by these rules among others', async () => {
    const others = { key: { ...key, change: second, rules: recordKey(theParts({ prompts: [] })).rules } }
    const answer = await ask({
      [second]: [sealed(second, { ...others, at: '2026-11-21T12:00:00.000Z' }), sealed(second)],
    })
    expect(answer).toMatchObject({ kind: 'found', record: { key: { rules } } })
  })

  it.each<[string, Parameters<typeof theParts>[0], string]>([
    ['another policy', { policy: { ...theParts().policy, focus: 'races' } }, 'another policy'],
    ['other prompts', { prompts: [] }, 'other prompts'],
    ['other reviewers', { reviewers: [] }, 'other reviewers'],
    ['other prompts and reviewers', { prompts: [], reviewers: [] }, 'other prompts and other reviewers'],
    ['another version', { toolVersion: '9' }, 'another mode, version or repository'],
  ])('made with %s is not built on, nor is an older one, and that is said', async (_what, parts, named) => {
    const other = sealed(second, { key: { ...key, change: second, rules: recordKey(theParts(parts)).rules } })
    const answer = await ask({ [second]: [other], [first]: [sealed(first)] })
    expect(answer).toEqual({ kind: 'none', why: `the last review was made with ${named}`, notes: [] })
  })

  it('made on another tip of the base branch is not built on', async () => {
    const answer = await ask({ [second]: [sealed(second, { base: 'c'.repeat(40) })] })
    expect(answer).toEqual({ kind: 'none', why: 'the base branch moved since the last review', notes: [] })
  })

  it.each<[string, string, RegExp]>([
    ['forged', sealed(second).replace('The total', 'No total'), /changed since/],
    ['sealed by somebody else', sealed(second, {}, ['sk-proj-zzzzzzzzzzzzzzzzzzzz']), /not made with the credentials/],
    ['too old', sealed(second, { at: '2026-10-01T12:00:00.000Z' }), /older than 30 days/],
  ])('that is %s is told of and passed over', async (_what, text, why) => {
    const alone = await ask({ [second]: [text] })
    expect(alone).toMatchObject({ kind: 'none', why: undefined, notes: [expect.stringMatching(why)] })
    expect(alone).toMatchObject({ notes: [expect.stringContaining('2'.repeat(12))] })
    expect(await ask({ [second]: [text, sealed(second)] })).toMatchObject({ kind: 'found', head: '2'.repeat(40) })
    expect(await ask({ [second]: [text], [first]: [sealed(first)] })).toMatchObject({ head: '1'.repeat(40) })
  })

  it('of another change that was given this one’s name is passed over', async () => {
    expect(await ask({ [second]: [sealed(first)] })).toEqual({ kind: 'none', why: undefined, notes: [] })
  })

  it('is none where nothing is recorded, and is not looked for without a credential that could vouch', async () => {
    const found: string[] = []
    expect(await ask({})).toEqual({ kind: 'none', why: undefined, notes: [] })
    expect(await ask({ [second]: [sealed(second)] }, { found, keys: ['ollama'] })).toMatchObject({ kind: 'none' })
    expect(found).toEqual([])
  })
})
