import fc from 'fast-check'
import { changedExports } from '../../src/diff/signatures.js'
import { mergePolicy, nothingSet } from '../../src/policy/load.js'
import { declaredRisk } from '../../src/policy/rules.js'
import { readPrompt } from '../../src/prompts.js'
import { drawChangeMap } from '../../src/review/change-map.js'
import { type Part, rotated } from '../../src/review/part.js'
import { type PartsRequest, type PartWriter, planParts } from '../../src/review/plan-parts.js'
import {
  estimateTokens,
  REQUEST_TOKENS,
  type Share,
  writeFollowUpPrompt,
  writeReviewPrompt,
} from '../../src/review/request.js'
import type { Change } from '../../src/types/change.js'
import type { FileDiff } from '../../src/types/diff.js'
import type { Policy } from '../../src/types/policy.js'
import { aFileDiff, aHunk } from '../diff/builders.js'
import { aFile, change, onePart, policy } from './world.js'

/** Writes down what it is asked for. */
function aWriter() {
  const asked: { readonly paths: readonly string[]; readonly share: Share | undefined }[] = []
  const write = (word: string) => (files: readonly FileDiff[], share: Share | undefined) => {
    const paths = files.map(({ path }) => path)
    asked.push({ paths, share })
    return `${word} ${paths.join(',')}`
  }
  const writer: PartWriter = {
    prompt: write('review'),
    followUpPrompt: write('follow-up'),
    templates: { part: 'PART', contracts: 'CONTRACTS' },
  }
  return { writer, asked }
}

/** As the program writes them. */
function aRealWriter(theChange: Change = change, thePolicy: Policy = policy): PartWriter {
  const parts = {
    template: readPrompt('review'),
    nonce: '0123456789abcdef0123456789abcdef',
    change: theChange,
    omitted: [],
    policy: thePolicy,
    snapshot: { directory: '/run/snapshot', fileCount: 1, neutralised: [], skipped: [] },
  }
  return {
    prompt: (files, share) => writeReviewPrompt({ ...parts, files, share }),
    followUpPrompt: (files, share) => writeFollowUpPrompt(readPrompt('follow-up'), { ...parts, files, share }),
    templates: { part: readPrompt('part'), contracts: readPrompt('contracts') },
  }
}

function plan(files: readonly FileDiff[], overrides: Partial<PartsRequest> = {}) {
  const { writer, asked } = aWriter()
  let maps = 0
  const planned = planParts({
    files,
    subject: 'the change',
    writer,
    risk: () => 0,
    limits: { changedLines: 100 },
    map: () => {
      maps += 1
      return drawChangeMap(files, changedExports(files))
    },
    ...overrides,
  })
  return { ...planned, asked, maps: () => maps }
}

const lines = (count: number, text = 'x') => Array<string>(count).fill(text)
/** Files of one hunk, in a folder of its own each. */
const filesOf = (count: number, size: number) =>
  Array.from({ length: count }, (_, index) => aFile(`m${index}/f.ts`, lines(size)))
const pathsOf = ({ files }: Part) => files.map(({ path }) => path)
const namesOf = (parts: readonly Part[]) => parts.map(({ name }) => name)

describe('planParts', () => {
  it('is one part without a word of parts where one request holds the change', () => {
    const files = filesOf(2, 40)
    const { parts, left, asked, maps } = plan(files)
    expect(namesOf(parts)).toEqual(['the change'])
    const [only] = parts
    expect(only?.files).toEqual(files)
    expect(only?.prompt()).toBe('review m0/f.ts,m1/f.ts')
    expect(only?.followUpPrompt(files.slice(1))).toBe('follow-up m1/f.ts')
    expect(asked.every(({ share }) => share === undefined)).toBe(true)
    expect(left).toEqual([])
    expect(maps()).toBe(0)
  })

  it('is no part where nothing changed', () => {
    expect(plan([])).toMatchObject({ parts: [], left: [] })
  })

  it('is several, each told which one it is, and last the pass over the map', () => {
    const files = filesOf(3, 80)
    const { parts, asked, maps } = plan(files)
    expect(namesOf(parts)).toEqual(['part 1 of 3', 'part 2 of 3', 'part 3 of 3', 'the pass over callers and contracts'])
    expect(parts.map(pathsOf)).toEqual([['m0/f.ts'], ['m1/f.ts'], ['m2/f.ts'], []])
    expect(maps()).toBe(1)
    asked.splice(0)
    for (const part of parts) part.prompt()
    expect(asked.map(({ paths }) => paths)).toEqual(parts.map(pathsOf))
    expect(asked.map(({ share }) => [share?.kind, share?.template])).toEqual([
      ...Array(3).fill(['hunks', 'PART']),
      ['map', 'CONTRACTS'],
    ])
    expect(asked.slice(0, 3).map(({ share }) => share?.name)).toEqual(namesOf(parts).slice(0, 3))
    for (const { share } of asked) for (const { path } of files) expect(share?.map).toContain(path.split('/')[0])
  })

  it('asks again about files of a part as it asked about the part', () => {
    const { parts, asked } = plan(filesOf(3, 80))
    parts[1]?.followUpPrompt(parts[1].files)
    expect(asked.at(-1)).toMatchObject({ paths: ['m1/f.ts'], share: { kind: 'hunks', name: 'part 2 of 3' } })
  })

  it('is one part with a share, and no pass, where what changed since the last review fits', () => {
    const { parts, asked } = plan(filesOf(1, 80), { subject: 'what changed since the last review' })
    expect(namesOf(parts)).toEqual(['what changed since the last review'])
    asked.splice(0)
    parts[0]?.prompt()
    expect(asked).toMatchObject([{ share: { kind: 'hunks', name: 'what changed since the last review' } }])
  })

  it('is several with a pass where what changed since the last review does not fit', () => {
    const { parts } = plan(filesOf(2, 80), { subject: 'what changed since the last review' })
    expect(namesOf(parts)).toEqual(['part 1 of 2', 'part 2 of 2', 'the pass over callers and contracts'])
  })

  it('begins with what the base branch’s rules call risky, and numbers the parts in that order', () => {
    const rule = { branches: [], instructions: undefined, minAgreement: undefined, reviewers: [] }
    const ruled = mergePolicy(nothingSet, {
      ...nothingSet,
      rules: [
        { ...rule, paths: ['m2/**'], failOnSeverity: 'critical' },
        { ...rule, paths: ['m3/**'], failOnSeverity: 'low' },
      ],
    })
    const { parts } = plan(filesOf(5, 80), { risk: (path) => declaredRisk(ruled, path) })
    expect(parts.flatMap(pathsOf)).toEqual(['m3/f.ts', 'm2/f.ts', 'm0/f.ts', 'm1/f.ts', 'm4/f.ts'])
    expect(namesOf(parts).slice(0, 5)).toEqual([1, 2, 3, 4, 5].map((number) => `part ${number} of 5`))
    expect(parts.at(-1)?.files).toEqual([])
  })

  it('sets aside hunks that no request can hold, and plans the rest', () => {
    const small = aHunk(['+x'], { newStart: 90_000 })
    const file = aFileDiff({ path: 'big.ts', hunks: [aHunk(lines(50, `+${'y'.repeat(100)}`)), small] })
    const { parts, left } = plan([file, aFile('b.ts')], { limits: { requestTokens: 1_000 } })
    expect(parts.flatMap((part) => part.files.flatMap(({ hunks }) => hunks))).toContain(small)
    expect(left).toEqual([
      {
        part: 'too large',
        hunks: file.hunks.slice(0, 1),
        code: 'CONTEXT_TOO_LONG',
        reason: expect.stringMatching(/^one hunk is larger than one request can hold .*paths-ignore/),
      },
    ])
  })

  it('has no part where no request can hold any hunk', () => {
    const { parts, left } = plan([aFile('big.ts', lines(50, 'y'.repeat(100)))], { limits: { requestTokens: 1_000 } })
    expect(parts).toEqual([])
    expect(left).toHaveLength(1)
  })
})

describe('the tokens of a part', () => {
  const word = fc.stringMatching(/^[a-z]{1,30}$/)
  const path = fc.array(word, { minLength: 1, maxLength: 8 }).map((segments) => `${segments.join('/')}.ts`)
  const file = fc.record({
    path,
    texts: fc.array(fc.stringMatching(/^[ -~äß€]{0,120}$/), { minLength: 1, maxLength: 60 }),
  })
  const aChange = fc.uniqueArray(file, { selector: (one) => one.path, minLength: 1, maxLength: 30 })

  it.each(['the change', 'what changed since the last review'] as const)(
    'are never fewer than those of its prompt, for ordinary text (%s)',
    (subject) => {
      fc.assert(
        fc.property(aChange, (some) => {
          const files = some.map((one) => aFile(one.path, one.texts))
          const { parts } = plan(files, { subject, writer: aRealWriter(), limits: { changedLines: 150 } })
          for (const part of parts) expect(part.tokens).toBeGreaterThanOrEqual(estimateTokens(part.prompt()))
        }),
        { numRuns: 60 },
      )
    },
  )
})

describe('the tokens of a part with many long paths', () => {
  it.each(['the change', 'what changed since the last review'] as const)(
    'count the list of its files (%s)',
    (subject) => {
      const files = Array.from({ length: 60 }, (_, index) =>
        aFileDiff({ path: `${'some-folder/'.repeat(16)}file-${index}.ts`, hunks: [aHunk(['-old', '+new'])] }),
      )
      const { parts } = plan(files, { subject, writer: aRealWriter(), limits: { changedLines: 400 } })
      expect(parts).toHaveLength(1)
      for (const part of parts) expect(part.tokens).toBeGreaterThanOrEqual(estimateTokens(part.prompt()))
    },
  )
})

describe('the tokens of a part of a change with long commit messages', () => {
  const commit = { sha: change.head, authorName: 'a', authorEmail: 'e' }
  const withMessages = (count: number, message: string) =>
    aRealWriter({ ...change, commits: Array.from({ length: count }, () => ({ ...commit, message })) })

  it('count them for the pass over the map, which is told them', () => {
    const { parts } = plan(filesOf(3, 80), { writer: withMessages(10, 'm'.repeat(4_000)) })
    expect(parts).toHaveLength(4)
    for (const part of parts) expect(part.tokens).toBeGreaterThanOrEqual(estimateTokens(part.prompt()))
    expect(parts.at(-1)?.prompt().split('m'.repeat(4_000))).toHaveLength(11)
    expect(parts.at(-1)?.tokens).toBeGreaterThan((10 * 4_000) / 3)
    expect(parts[0]?.tokens).toBeLessThan(10_000)
  })

  it.each([1, 3])('count no more of them than the request shows (%i files)', (count) => {
    const tokensOf = (commits: number) =>
      plan(filesOf(count, 80), { writer: withMessages(commits, 'm'.repeat(4_000)) }).parts.at(-1)?.tokens
    expect(tokensOf(50)).toBe(tokensOf(10))
  })

  it.each([1, 3])('leave room for the change, however many bytes they have (%i files)', (count) => {
    const { parts } = plan(filesOf(count, 80), { writer: withMessages(50, '漢'.repeat(8_000)) })
    expect(parts).toHaveLength(count === 1 ? 1 : 4)
    for (const part of parts) expect(part.tokens).toBeGreaterThanOrEqual(estimateTokens(part.prompt()))
    expect(parts.at(-1)?.tokens).toBeGreaterThan(40_000)
  })
})

describe('parts whose instructions no request holds', () => {
  it.each([1, 3])('are planned all the same, and say so when they are asked about (%i files)', (count) => {
    const instructions = '漢'.repeat(200_000)
    const { parts } = plan(filesOf(count, 80), { writer: aRealWriter(change, { ...policy, instructions }) })
    expect(parts).toHaveLength(count === 1 ? 1 : 4)
    for (const part of parts) {
      expect(part.tokens).toBeGreaterThanOrEqual(REQUEST_TOKENS)
      expect(() => part.prompt()).toThrow('one request holds')
    }
  })
})

describe('rotated', () => {
  const ofHunks = Array.from({ length: 7 }, (_, index) => onePart([aFile(`${index}`)], { name: `${index}` }))
  const parts = [...ofHunks, onePart([], { name: 'map' })]

  it.each([
    [0, 1, '0123456map'],
    [0, 2, '0123456map'],
    [1, 2, '3456012map'],
    [1, 3, '2345601map'],
    [2, 3, '4560123map'],
    // Whoever takes over an empty seat.
    [-1, 2, '0123456map'],
  ])('begins for reviewer %i of %i at another part, and keeps the pass last', (index, of, order) => {
    expect(namesOf(rotated(parts, { index, of })).join('')).toBe(order)
  })

  it('keeps what it is given', () => {
    fc.assert(
      fc.property(fc.nat(6), fc.integer({ min: 1, max: 7 }), fc.nat(8), (index, of, count) => {
        const some = parts.slice(8 - count)
        expect(new Set(rotated(some, { index: index % of, of }))).toEqual(new Set(some))
      }),
    )
  })
})
