import { canonical, type KeyParts, recordKey } from '../../src/history/record-key.js'
import { defaultPolicy } from '../../src/policy/load.js'
import type { Policy } from '../../src/types/policy.js'
import { aFileDiff } from '../diff/builders.js'
import { theParts } from './builders.js'

const [codex] = theParts().reviewers

function changedBy(overrides: Partial<KeyParts>): readonly string[] {
  const before = recordKey(theParts())
  const after = recordKey(theParts(overrides))
  return (['content', 'tree', 'rules'] as const).filter((part) => before[part] !== after[part])
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
    ['the blob of a file', withFile({ newBlob: '4'.repeat(40) }), ['content']],
    ['what stood there before', withFile({ oldBlob: '4'.repeat(40) }), ['content']],
    ['a path', withFile({ path: 'src/c.ts' }), ['content']],
    ['a rename', withFile({ oldPath: 'src/z.ts' }), ['content']],
    ['the mode of a file', withFile({ newMode: '100755' }), ['content']],
    ['a status', withFile({ status: 'added' }), ['content']],
    ['a file less', { files: [aFileDiff()] }, ['content']],
    ['the rest of the repository', { headTree: 'e'.repeat(40) }, ['tree']],
    ['the mode of the run', { mode: 'adversarial' }, ['rules']],
    ['a prompt', { prompts: ['Review {{diff}}!', 'Follow up'] }, ['rules']],
    ['two prompts run into one', { prompts: ['Review {{diff}}Follow up'] }, ['rules']],
    ['the version', { toolVersion: '0.1.1' }, ['rules']],
    ['the repository', { place: 'repository 43' }, ['rules']],
    ['a reviewer less', { reviewers: codex === undefined ? [] : [codex] }, ['rules']],
    ['a model', { reviewers: [{ id: 'codex', model: 'gpt-5.6', family: 'openai', baseUrl: '' }] }, ['rules']],
    ['instructions', withPolicy({ instructions: 'Look at locks.' }), ['rules']],
    ['the focus', withPolicy({ focus: 'races' }), ['rules']],
    ['suggestions, which the reviewers are asked for', withPolicy({ suggestions: true }), ['rules']],
    ['the effort', withPolicy({ effort: 'low' }), ['rules']],
    ['paths-ignore', withPolicy({ pathsIgnore: ['docs/**'] }), ['rules']],
    ['the isolation', withPolicy({ isolation: 'none' }), ['rules']],
    ['the family policy', withPolicy({ familyPolicy: 'off' }), ['rules']],
    ['families of models', withPolicy({ models: { 'x*': 'qwen' } }), ['rules']],
    ['a rule with instructions', withPolicy({ rules: [{ ...rule, instructions: 'Isolation is sacred.' }] }), ['rules']],
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
    const { files, reviewers } = theParts()
    expect(changedBy({ files: files.toReversed(), reviewers: reviewers.toReversed() })).toEqual([])
    expect(changedBy({ files: files.map((file) => ({ ...file, hunks: [] })) })).toEqual([])
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
