import { ReviewerError } from '../../src/errors.js'
import { coveredBy, type ReviewRecord, toRecorded } from '../../src/history/record.js'
import { recordKey } from '../../src/history/record-key.js'
import { misfitOf, type Need, type OpenRequest, openRecord, recordName, sealRecord } from '../../src/history/seal.js'
import type { ReviewResult } from '../../src/types/reviewer.js'
import { aFileDiff, aHunk } from '../diff/builders.js'
import { aCompletedReview, aRecord, asRecorded, theParts } from './builders.js'

const secrets = ['sk-proj-abcdefghijklmnopqrst', 'zai-0123456789abcdefghij']
const now = Date.parse('2026-11-22T12:00:00Z')
const anHour = 60 * 60 * 1000

function seal(record: ReviewRecord, keys: readonly string[] = secrets): string {
  const text = sealRecord(record, keys)
  if (text === undefined) throw new Error('not sealed')
  return text
}

function open(text: string, overrides: Partial<OpenRequest> = {}): string {
  const opened = openRecord(text, { secrets, now, ...overrides })
  return opened.kind === 'record' ? 'record' : opened.why
}

describe('a sealed record', () => {
  it('comes back as it was', () => {
    const record = aRecord()
    const opened = openRecord(seal(record), { secrets, now })
    expect(opened).toEqual({ kind: 'record', record })
  })

  it('does not depend on the order of the credentials, on short ones or on one given twice', () => {
    const [first = '', second = ''] = secrets
    expect(open(seal(aRecord()), { secrets: [second, 'ollama', first, second] })).toBe('record')
  })

  it.each([
    ['no credential', []],
    ['only short ones', ['ollama', 'x'.repeat(19)]],
  ])('cannot be made with %s, nor opened, nor named', (_what, weak) => {
    const record = aRecord()
    expect(sealRecord(record, weak)).toBeUndefined()
    expect(recordName(record.key, weak)).toBeUndefined()
    expect(open(seal(record), { secrets: weak })).toMatch(/no credential/)
  })

  it('is not made of more than 8 MB', () => {
    const review = aCompletedReview({ notVerified: ['x'.repeat(8 * 1024 * 1024)] })
    expect(sealRecord(aRecord({ reviews: [...(toRecorded([review], []) ?? [])] }), secrets)).toBeUndefined()
  })

  const sealed = seal(aRecord())
  const forged = 'it was not made with the credentials of these reviewers, or was changed since'
  it.each([
    ['with a finding taken out', sealed.replace('The total ignores', 'The total heeds'), forged],
    ['with another severity', sealed.replace('"severity":"high"', '"severity":"low"'), forged],
    ['with one byte more', `${sealed} `, forged],
    ['cut off', sealed.slice(0, -10), forged],
    ['without its body', sealed.slice(0, sealed.indexOf('\n') + 1), forged],
    ['with another MAC', sealed.replace(/ [0-9a-f]{64}\n/, ` ${'0'.repeat(64)}\n`), forged],
    ['sealed with another credential', seal(aRecord(), ['sk-proj-zzzzzzzzzzzzzzzzzzzz']), forged],
    ['sealed with one of two credentials', seal(aRecord(), secrets.slice(0, 1)), forged],
    ['without a MAC', JSON.stringify(aRecord()), 'it is no record of this version'],
    [
      'with a MAC in capitals',
      sealed.replace(/[0-9a-f]{64}/, (mac) => mac.toUpperCase()),
      'it is no record of this version',
    ],
    ['of a later version', sealed.replace('record 2', 'record 3'), 'it is no record of this version'],
    ['of the version before', sealed.replace('record 2', 'record 1'), 'it is no record of this version'],
    ['that is empty', '', 'it is no record of this version'],
    ['that is huge', 'x'.repeat(9 * 1024 * 1024), 'it is too large'],
  ])('%s is refused', (_what, text, why) => {
    expect(open(text)).toBe(why)
  })

  it.each([
    ['29 days old', now - 29 * 24 * anHour, 'record'],
    ['31 days old', now - 31 * 24 * anHour, 'it is older than 30 days'],
    ['from a clock that is a minute ahead', now + 60_000, 'record'],
    ['from tomorrow', now + 24 * anHour, 'it is from the future'],
  ])('%s', (_what, at, answer) => {
    expect(open(seal(aRecord({ at: new Date(at).toISOString() })))).toBe(answer)
  })

  const recorded = asRecorded(aCompletedReview())
  it.each([
    ['without reviews', { reviews: [] }],
    ['with a failed review', { reviews: [{ ...aCompletedReview(), status: 'failed' }] }],
    ['with an answer that could not be read', { reviews: [{ ...aCompletedReview(), rejected: [{ reason: 'x' }] }] }],
    ['with a field that nobody knows', { verdict: 'pass' }],
    ['without the tip of its base', { base: undefined }],
    ['with a hunk that is no number', { reviews: [{ ...recorded, unreviewed: [{ path: 'a', hunks: ['0'] }] }] }],
    ['with a hunk before the first', { reviews: [{ ...recorded, unreviewed: [{ path: 'a', hunks: [-1] }] }] }],
  ])('%s is refused, though our own key vouches for it', (_what, overrides) => {
    const odd: ReviewRecord = Object.assign(aRecord(), overrides)
    expect(open(seal(odd))).toBe('it is no record of this version')
  })

  it('says nothing of a credential', () => {
    for (const secret of secrets) expect(seal(aRecord())).not.toContain(secret)
  })
})

describe('an opened record', () => {
  const misfit = (parts: Parameters<typeof theParts>[0], need: Need = 'same-tree') =>
    misfitOf(aRecord({ key: recordKey(theParts(parts)) }), { key: recordKey(theParts()), need })

  it.each<[string, Parameters<typeof theParts>[0], string | undefined]>([
    ['of the same', {}, undefined],
    ['of other content', { files: [] }, 'it is of another change'],
    [
      'of other content, though the whole change is the same',
      { all: theParts().all, files: [] },
      'it is of another change',
    ],
    ['made by another version', { toolVersion: '0.2.0' }, 'it was made with another mode, version or repository'],
    ['of another repository', { place: 'repository 43' }, 'it was made with another mode, version or repository'],
    ['made by other prompts', { prompts: ['Look.'] }, 'it was made with other prompts'],
    ['of another tree', { headTree: 'e'.repeat(40) }, 'the rest of the repository was another'],
  ])('%s', (_what, parts, why) => {
    expect(misfit(parts)).toBe(why)
  })

  it('of another tree serves where only the diff has to be equal', () => {
    expect(misfit({ headTree: 'e'.repeat(40) }, 'same-diff')).toBeUndefined()
    expect(misfit({ headTree: 'e'.repeat(40), place: 'repository 43' }, 'same-diff')).toMatch(/repository/)
  })
})

describe('the name of a record', () => {
  const name = (parts: Parameters<typeof theParts>[0] = {}, keys: readonly string[] = secrets) =>
    recordName(recordKey(theParts(parts)), keys)

  it('is the same for another tree, so that a merge queue finds it', () => {
    expect(name()).toMatch(/^model-stack-[0-9a-f]{24}$/)
    expect(name({ headTree: 'e'.repeat(40) })).toBe(name())
  })

  it('is the same for other rules, so that a review says why an earlier one does not count', () => {
    expect(name({ toolVersion: '9', prompts: [], reviewers: [] })).toBe(name())
  })

  it('differs by change and credentials', () => {
    const names = [name(), name({ files: [] }), name({ all: [] }), name({}, secrets.slice(0, 1))]
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('the reviews of a record', () => {
  const [hunk, another] = [aHunk(['+a']), aHunk(['+b'], { newStart: 20 })]
  const files = [aFileDiff({ hunks: [hunk, another] }), aFileDiff({ path: 'src/b.ts' })]
  const gap = { part: 'part 1 of 2', code: null, reason: 'not named' }

  it('are those of all seats', () => {
    const covered = new Set(files.flatMap(({ hunks }) => hunks))
    const seats = [aCompletedReview({ covered }), aCompletedReview({ id: 'glm', family: 'zhipu', covered })]
    const recorded = seats.map(({ covered: _, gaps: __, ...review }) => ({ ...review, unreviewed: [] }))
    expect(toRecorded(seats, files)).toEqual(recorded)
  })

  it('tell which hunks they attested', () => {
    const covered = new Set([hunk])
    const [recorded] = toRecorded([aCompletedReview({ covered, gaps: [{ ...gap, hunks: [another] }] })], files) ?? []
    expect(recorded?.unreviewed).toEqual([
      { path: 'src/a.ts', hunks: [1] },
      { path: 'src/b.ts', hunks: [0] },
    ])
    expect(recorded && coveredBy(recorded, files)).toEqual(covered)
  })

  it.each([
    ['nobody reviewed', []],
    ['an answer could not be read', [aCompletedReview({ rejected: [{ reviewer: 'codex', reason: 'cut', raw: '{' }] })]],
    ['nothing was counted', [aCompletedReview({ egress: undefined })]],
    ['the pass over the map was not made', [aCompletedReview({ gaps: [{ ...gap, hunks: [] }] })]],
  ])('are not recorded where %s', (_what, seats) => {
    expect(toRecorded(seats, [])).toBeUndefined()
  })

  it('are not recorded where one of two failed', () => {
    const { findings: _, filesReviewed: __, notVerified: ___, covered, gaps, ...known } = aCompletedReview()
    expect([covered.size, gaps]).toEqual([0, []])
    const failed: ReviewResult = { ...known, status: 'failed', error: new ReviewerError('QUOTA', 'no credit') }
    expect(toRecorded([aCompletedReview(), failed], [])).toBeUndefined()
  })
})
