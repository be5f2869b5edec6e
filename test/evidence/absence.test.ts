import {
  type Claim,
  checkSearches,
  type SearchOutcome,
  type SearchPort,
  withSearches,
} from '../../src/evidence/absence.js'

const nothing: SearchOutcome = { kind: 'nothing' }

function aClaim(overrides: Partial<Claim> = {}): Claim {
  return {
    title: 'No rate limit on the login',
    message: 'Anybody can guess passwords without end.',
    basis: 'grounded',
    searches: [
      { pattern: 'rateLimit', paths: [] },
      { pattern: 'express-slow-down', paths: ['src/**'] },
    ],
    ...overrides,
  }
}

/** A search that knows the outcome for each pattern, and notes what it was asked. */
function aSearch(outcomes: Readonly<Record<string, SearchOutcome>> = {}): SearchPort & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    find: async (pattern, paths) => {
      asked.push([pattern, ...paths].join(' '))
      return outcomes[pattern] ?? nothing
    },
  }
}

const patterns = (...texts: readonly string[]) => texts.map((pattern) => ({ pattern, paths: [] }))

describe('searches of a claim of absence', () => {
  it('are none where the finding has none, and nothing is searched', async () => {
    const search = aSearch()
    expect(await checkSearches(aClaim({ searches: [] }), search)).toEqual({ kind: 'none' })
    expect(search.asked).toEqual([])
  })

  it('confirm it when all of them find nothing again', async () => {
    const search = aSearch()
    expect(await checkSearches(aClaim(), search)).toEqual({
      kind: 'confirmed',
      detail: 'Searched again: nothing was found for "rateLimit", "express-slow-down".',
    })
    expect(search.asked).toEqual(['rateLimit', 'express-slow-down src/**'])
  })

  it('refute it when one finds something, and say where', async () => {
    const search = aSearch({ 'express-slow-down': { kind: 'found', path: 'src/app.ts', line: 7 } })
    expect(await checkSearches(aClaim(), search)).toEqual({
      kind: 'refuted',
      detail: 'It is said to be absent, but a search for "express-slow-down" finds src/app.ts:7.',
    })
  })

  it('show nothing when one could not be run', async () => {
    const search = aSearch({ rateLimit: { kind: 'not-searched', why: 'has paths that match no file' } })
    expect(await checkSearches(aClaim(), search)).toEqual({
      kind: 'unproven',
      detail: 'The searches do not prove that it is absent: the search for "rateLimit" has paths that match no file.',
    })
  })

  it('do not swallow a failure of the search itself', async () => {
    const search: SearchPort = { find: () => Promise.reject(new Error('git is gone')) }
    await expect(checkSearches(aClaim(), search)).rejects.toThrow('git is gone')
  })

  it.each([
    ['too many', Array(11).fill({ pattern: 'rateLimit', paths: [] }), '11 searches are more than 10'],
    ['too short', patterns('rateLimit', ' ra '), 'a search has 2 characters, not 3 to 100'],
    ['too long', patterns(`rateLimit${'x'.repeat(92)}`), 'a search has 101 characters'],
    ['of several lines', patterns('rateLimit\nx'), 'a search is not one line of text'],
    ['with a NUL', patterns('rate\0Limit'), 'a search is not one line of text'],
    ['for something else', patterns('csrfToken', '====='), 'none of them looks for what the finding names'],
  ])('show nothing and are not run when they are %s', async (_, searches, why) => {
    const search = aSearch()
    const check = await checkSearches(aClaim({ searches }), search)
    expect(check).toMatchObject({ kind: 'unproven', detail: expect.stringContaining(why) })
    expect(search.asked).toEqual([])
  })

  it.each([
    'rateLimit',
    'rate_limits',
    'RATE-LIMIT',
    'ratelimit',
    'RateLimiter',
    'app.use(rateLimit',
    'limit',
    'passwords',
  ])('are about what the finding names: %s', async (pattern) => {
    expect(await checkSearches(aClaim({ searches: patterns(pattern) }), aSearch())).toMatchObject({ kind: 'confirmed' })
  })

  it.each(['throttle', 'helmet', 'rat', 'loginFooBarBaz'])(
    'are not about what the finding names: %s',
    async (pattern) => {
      expect(await checkSearches(aClaim({ searches: patterns(pattern) }), aSearch())).toMatchObject({
        kind: 'unproven',
      })
    },
  )

  it('may hold other names beside one that the finding names', async () => {
    const claim = aClaim({ searches: patterns('throttle', 'rateLimit') })
    expect(await checkSearches(claim, aSearch())).toMatchObject({ kind: 'confirmed' })
  })

  it('are told in one visible line, whatever they hold', async () => {
    const found: SearchOutcome = { kind: 'found', path: `a\n\u202e${'x'.repeat(5_000)}`, line: null }
    const check = await checkSearches(
      aClaim({ searches: patterns('rateLimit\u200b') }),
      aSearch({ 'rateLimit\u200b': found }),
    )
    const detail = check.kind === 'refuted' ? check.detail : ''
    expect(detail).toContain('"rateLimit⟨U+200B⟩" finds a⟨U+000A⟩⟨U+202E⟩xx')
    expect(detail.length).toBeLessThan(500)
  })
})

describe('the basis of a claim of absence', () => {
  const found: SearchOutcome = { kind: 'found', path: 'src/app.ts', line: 7 }

  it.each([
    ['stays grounded without searches', aClaim({ searches: [] }), nothing, 'grounded'],
    ['stays grounded when they find nothing', aClaim(), nothing, 'grounded'],
    ['stays inferred when they find nothing', aClaim({ basis: 'inferred' }), nothing, 'inferred'],
    ['becomes inferred when they find something', aClaim(), found, 'inferred'],
    [
      'becomes inferred when they could not be run',
      aClaim(),
      { kind: 'not-searched', why: 'is one too many' },
      'inferred',
    ],
    ['becomes inferred when they prove nothing', aClaim({ searches: patterns('zzzzzz') }), nothing, 'inferred'],
  ] as const)('%s', async (_, claim, outcome, basis) => {
    expect(await withSearches(claim, aSearch({ rateLimit: outcome }))).toMatchObject({ basis })
  })

  it('comes with what the searches showed', async () => {
    expect(await withSearches(aClaim({ searches: [] }), aSearch())).toEqual({ basis: 'grounded', detail: null })
    const { detail } = await withSearches(aClaim(), aSearch({ rateLimit: found }))
    expect(detail).toContain('finds src/app.ts:7')
  })
})
