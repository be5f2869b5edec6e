import { findRecord } from '../../src/history/find-record.js'
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
