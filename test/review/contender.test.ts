import { answeredFamily, type Contender, contenderFamily } from '../../src/review/contender.js'

function aContender(overrides: Partial<Contender>): Contender {
  return {
    id: 'codex',
    model: 'gpt-5.5',
    family: 'openai',
    credential: 'present',
    credentialInput: 'openai-api-key',
    isolation: { kind: 'possible' },
    ...overrides,
  }
}

describe('the family of a reviewer', () => {
  it.each([
    ['codex', 'openai', 'gpt-5.5', 'openai'],
    ['codex', 'openai', 'prod-deployment', 'openai'],
    ['claude', 'anthropic', 'glm-5.3', 'zhipu'],
    ['openai-api', 'openai', 'gpt-5.5', 'openai'],
    ['openai-api', 'openai', 'qwen3-coder', 'qwen'],
    ['openai-api', 'openai', 'prod-deployment', undefined],
    ['openai-api', 'openai', 'house-7b', 'other'],
  ] as const)('%s (%s) with the model %s is %s', (id, family, model, expected) => {
    expect(contenderFamily({ id, family }, model, { 'house-*': 'other' })).toBe(expected)
  })
})

describe('the family that answered', () => {
  const house = aContender({ id: 'openai-api', model: 'house-7b', family: 'qwen' })

  it.each([
    ['the model that was asked', aContender({}), 'gpt-5.5', 'openai'],
    ['a dated name of it', aContender({}), 'gpt-5.5-2026-03-05', 'openai'],
    ['a name that nobody knows, from a vendor of one family', aContender({}), 'prod', 'openai'],
    [
      'another lab’s model',
      aContender({ id: 'glm', model: 'glm-5.3', family: 'zhipu' }),
      'claude-sonnet-5',
      'anthropic',
    ],
    ['the configured model', house, 'house-7b', 'qwen'],
    ['a name that nobody knows, from an endpoint of any family', house, 'prod', undefined],
  ])('is told by %s', (_what, contender, answered, family) => {
    expect(answeredFamily(contender, answered, {})).toBe(family)
  })
})
