import { secretsOf } from '../../src/host/job-secrets.js'

describe('secretsOf', () => {
  it('takes what jobs and inputs call secrets, and nothing that is a word', () => {
    const env = {
      'INPUT_OPENAI-API-KEY': ' sk-short ',
      'INPUT_GITHUB-TOKEN': 'abc',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-0123456789',
      ZAI_API_KEY: '0123456789abcdef.secretpart',
      MY_PASSWORD: 'correct horse battery',
      CACHE_KEY: 'linux',
      PATH: '/usr/bin:/bin:/usr/local/bin',
      KEYBOARD: 'a-long-name-of-a-layout',
    }
    expect(secretsOf(env)).toEqual([
      'sk-short',
      'runtime-token-0123456789',
      '0123456789abcdef.secretpart',
      'correct horse battery',
    ])
  })
})
