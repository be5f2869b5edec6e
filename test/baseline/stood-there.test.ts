import { requireStanding } from '../../src/baseline/stood-there.js'
import type { Files } from '../../src/host/host.js'
import type { KnownResult } from '../../src/types/history.js'
import type { Result } from '../../src/types/result.js'
import { aResult } from '../support/builders.js'
import { asKnown } from './findings.js'

const files: Files = {
  text: async (side, path) =>
    side === 'old' && path === 'src/old.ts' ? 'first()\n    danger( input )\nlast()\n' : undefined,
}
const result = aResult({ path: 'src/new.ts', quote: 'danger(input)', baselineState: 'unchanged' })
const renames = new Map([['src/new.ts', 'src/old.ts']])

function check(results: readonly Result[], known: Partial<KnownResult>) {
  const history = { base: [asKnown(result, known)], previous: undefined, notes: [] }
  return requireStanding(results, { history, files, renames })
}

describe('a result that an alert names as known at the base', () => {
  it('is unchanged when its code stood there, whatever its indentation and the name of its file', async () => {
    expect(await check([result], { alert: 7 })).toEqual([result])
  })

  it.each([
    ['its code is new', { quote: 'danger(moreInput)' }],
    ['a part of its code is new', { quote: 'danger(input)\nmore()' }],
    ['its file is new', { path: 'src/other.ts' }],
    ['it quotes nothing', { quote: ' \n' }],
  ])('is new when %s: anybody who may upload could have named it', async (_, changed) => {
    const [checked] = await check([{ ...result, ...changed }], { alert: 7 })
    expect(checked).toMatchObject({ baselineState: 'new', fingerprint: result.fingerprint })
  })

  it('is taken at its word when it stands in the file that was given as baseline', async () => {
    const claimed = { ...result, quote: 'danger(moreInput)' }
    expect(await check([claimed], { alert: null })).toEqual([claimed])
  })

  it('stays absent when it is absent', async () => {
    const gone = { ...result, baselineState: 'absent', quote: 'gone()' } as const
    expect(await check([gone], { alert: 7 })).toEqual([gone])
  })
})
