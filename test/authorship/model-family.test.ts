import { familyOfModel } from '../../src/authorship/model-family.js'

describe('the family of a model', () => {
  it.each([
    ['gpt-5.5', 'openai'],
    ['GPT 5.5', 'openai'],
    ['gpt-oss:120b', 'openai'],
    ['openai/gpt-5.5-codex', 'openai'],
    ['o3', 'openai'],
    ['o4-mini', 'openai'],
    ['codex-mini-latest', 'openai'],
    ['ft:gpt-4o-mini:acme::abc', 'openai'],
    ['claude-opus-4-8', 'anthropic'],
    ['openrouter/anthropic/claude-3.7-sonnet', 'anthropic'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic'],
    ['claude-sonnet-4@20250514', 'anthropic'],
    ['Opus 4.8', 'anthropic'],
    ['gemini-3-pro-preview', 'google'],
    ['models/gemini-2.5-flash', 'google'],
    ['gemma3:27b', 'google'],
    ['glm-5.3', 'zhipu'],
    ['GLM 5.3', 'zhipu'],
    // The protocol of one lab is spoken by many.
    ['openai/glm-5', 'zhipu'],
    ['z-ai/glm-4.6:free', 'zhipu'],
    ['qwen3-coder-plus', 'qwen'],
    ['Qwen/QwQ-32B', 'qwen'],
    ['deepseek-chat', 'deepseek'],
    ['accounts/fireworks/models/deepseek-v3', 'deepseek'],
    ['kimi-k2-0905-preview', 'moonshot'],
    ['moonshot-v1-128k', 'moonshot'],
    ['mistral-large-latest', 'mistral'],
    ['codestral-2501', 'mistral'],
    ['devstral-small', 'mistral'],
    ['xai/grok-code-fast-1', 'xai'],
    ['meta-llama/llama-3.3-70b-instruct', 'meta'],
    ['llama4:scout', 'meta'],
  ])('%s is %s', (name, family) => {
    expect(familyOfModel(name)).toBe(family)
  })

  it.each([
    '',
    'unknown',
    'auto',
    'openai/my-deployment',
    'anthropic/custom',
    'my-gpt-5',
    'gpt4all',
    'gpt-j-6b',
    'claude-code',
    'claudette-1',
    'llama.cpp',
    'qwen-code',
    'o11y-model',
    'big-pickle',
    'grokking',
    `gpt-5${'x'.repeat(300)}`,
  ])('of %j is not known', (name) => {
    expect(familyOfModel(name)).toBeUndefined()
  })

  it('is what the config says before anything else', () => {
    const configured = { 'house-*': 'qwen', 'gpt-5.5-acme': 'other' } as const
    expect(familyOfModel('house-7b', configured)).toBe('qwen')
    expect(familyOfModel('vllm/House-7B', configured)).toBe('qwen')
    expect(familyOfModel('gpt-5.5-acme', configured)).toBe('other')
    expect(familyOfModel('gpt-5.5', configured)).toBe('openai')
  })
})
