import {
  canonical,
  changeDigest,
  contentDigest,
  differingRules,
  type KeyParts,
  RecordRules,
  recordKey,
} from '../../src/history/record-key.js'
import { defaultPolicy } from '../../src/policy/load.js'
import type { Policy } from '../../src/types/policy.js'
import { aFileDiff } from '../diff/builders.js'
import { theParts } from './builders.js'

const reviewers = theParts().reviewers

function changedBy(overrides: Partial<KeyParts>): readonly string[] {
  const before = recordKey(theParts())
  const after = recordKey(theParts(overrides))
  const parts = (['change', 'content', 'tree'] as const).filter((part) => before[part] !== after[part])
  const rules = RecordRules.keyof().options.filter((part) => before.rules[part] !== after.rules[part])
  return [...parts, ...rules]
}

function withPolicy(overrides: Partial<Policy>): Partial<KeyParts> {
  return { policy: { ...defaultPolicy, ...overrides } }
}

function withFile(overrides: Parameters<typeof aFileDiff>[0]): Partial<KeyParts> {
  return { files: [aFileDiff(overrides), aFileDiff({ path: 'src/b.ts', newBlob: '3'.repeat(40) })] }
}

const rule = {
  paths: ['src/**'],
  instructions: undefined,
  failOnSeverity: undefined,
  reviewers: [],
  minAgreement: undefined,
}

describe('the key of a record', () => {
  it.each<[string, Partial<KeyParts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the blob of a file', withFile({ newBlob: '4'.repeat(40) }), ['change', 'content']],
    ['what stood there before', withFile({ oldBlob: '4'.repeat(40) }), ['change', 'content']],
    ['a path', withFile({ path: 'src/c.ts' }), ['change', 'content']],
    ['a rename', withFile({ oldPath: 'src/z.ts' }), ['change', 'content']],
    ['the mode of a file', withFile({ newMode: '100755' }), ['change', 'content']],
    ['a status', withFile({ status: 'added' }), ['change', 'content']],
    ['a file less', { files: [aFileDiff()] }, ['change', 'content']],
    ['the rest of the repository', { headTree: 'e'.repeat(40) }, ['tree']],
    ['what nobody reviews', { all: theParts().files }, ['change']],
    ['what is left out of the review', { all: theParts().all, files: [aFileDiff()] }, ['content']],
    ['the endpoint of a model', { reviewers: reviewers.map((one) => ({ ...one, baseUrl: 'x' })) }, ['reviewers']],
    ['the mode of the run', { mode: 'adversarial' }, ['setting']],
    ['a prompt', { prompts: ['Review {{diff}}!', 'Follow up'] }, ['prompts']],
    ['two prompts run into one', { prompts: ['Review {{diff}}Follow up'] }, ['prompts']],
    ['the version', { toolVersion: '0.1.1' }, ['setting']],
    ['the repository', { place: 'repository 43' }, ['setting']],
    ['a reviewer less', { reviewers: reviewers.slice(0, 1) }, ['reviewers']],
    ['a model', { reviewers: [{ id: 'codex', model: 'gpt-5.6', family: 'openai', baseUrl: '' }] }, ['reviewers']],
    ['instructions', withPolicy({ instructions: 'Look at locks.' }), ['policy']],
    ['the focus', withPolicy({ focus: 'races' }), ['policy']],
    ['suggestions, which the reviewers are asked for', withPolicy({ suggestions: true }), ['policy']],
    ['the effort', withPolicy({ effort: 'low' }), ['policy']],
    ['paths-ignore', withPolicy({ pathsIgnore: ['docs/**'] }), ['policy']],
    ['the isolation', withPolicy({ isolation: 'none' }), ['policy']],
    ['the family policy', withPolicy({ familyPolicy: 'off' }), ['policy']],
    ['families of models', withPolicy({ models: { 'x*': 'qwen' } }), ['policy']],
    [
      'a rule with instructions',
      withPolicy({ rules: [{ ...rule, instructions: 'Isolation is sacred.' }] }),
      ['policy'],
    ],
  ])('changes with %s', (_what, overrides, parts) => {
    expect(changedBy(overrides)).toEqual(parts)
  })

  it.each<[string, Partial<Policy>]>([
    ['fail-on-severity', { failOnSeverity: 'low' }],
    ['on-not-evaluated', { onNotEvaluated: 'warn' }],
    ['min-coverage', { minCoverage: 50 }],
    ['min-agreement', { minAgreement: 2 }],
    ['suppressions', { suppressions: [{ fingerprint: 'f', reason: 'r', owner: 'o', expires: undefined }] }],
    ['override', { override: { by: ['anna'], allowAuthor: false } }],
    ['own-results', { ownResults: { policy: 'high' } }],
  ])('stays with %s, which only the gate reads', (_what, overrides) => {
    expect(changedBy(withPolicy(overrides))).toEqual([])
  })

  it('stays when a rule changes its threshold only', () => {
    const key = (threshold: 'low' | 'high') =>
      recordKey(theParts(withPolicy({ rules: [{ ...rule, failOnSeverity: threshold, minAgreement: 2 }] })))
    expect(key('low')).toEqual(key('high'))
  })

  it('does not depend on the order of files and reviewers, or on how often lines were parsed', () => {
    const { all, files } = theParts()
    expect(changedBy({ all: all.toReversed(), files: files.toReversed(), reviewers: reviewers.toReversed() })).toEqual(
      [],
    )
    expect(changedBy({ files: files.map((file) => ({ ...file, hunks: [] })) })).toEqual([])
  })
})

describe('rules of records', () => {
  const { rules } = recordKey(theParts())

  it.each<[string, Partial<KeyParts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the policy', withPolicy({ focus: 'races' }), ['another policy']],
    ['prompts', { prompts: ['Review!'] }, ['other prompts']],
    ['the reviewers', { reviewers: reviewers.slice(0, 1) }, ['other reviewers']],
    ['the version', { toolVersion: '0.1.1' }, ['another mode, version or repository']],
    [
      'prompts and reviewers',
      { prompts: ['Review!'], reviewers: reviewers.slice(0, 1) },
      ['other prompts', 'other reviewers'],
    ],
  ])('differ by %s, which is named', (_what, overrides, names) => {
    expect(differingRules(rules, recordKey(theParts(overrides)).rules)).toEqual(names)
  })
})

describe('the digests of a change', () => {
  it('are those of its key, so that a key is not needed to look for one', () => {
    const { all, files } = theParts()
    expect(recordKey(theParts())).toMatchObject({ change: changeDigest(all), content: contentDigest(files) })
  })

  it('are never one another’s, though they are of the same files', () => {
    expect(changeDigest([])).not.toBe(contentDigest([]))
  })
})

describe('canonical JSON', () => {
  it.each([
    [{ b: 1, a: { d: [2, { f: 3, e: undefined }], c: null } }, '{"a":{"c":null,"d":[2,{"f":3}]},"b":1}'],
    ['\ud800', '"\\ud800"'],
    [undefined, 'null'],
  ])('of %j', (value, text) => {
    expect(canonical(value)).toBe(text)
  })
})
