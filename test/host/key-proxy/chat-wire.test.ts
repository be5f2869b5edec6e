import { credentialHeaders } from '../../../src/host/key-proxy/credential.js'
import { findRoute, upstreamUrl } from '../../../src/host/key-proxy/routes.js'
import { ask, cleanUp, KEY, says, startProvider, startProxy } from './stand-ins.js'

afterEach(cleanUp)

const path = '/v1/chat/completions'
const body = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] }
const usage = { prompt_tokens: 7, completion_tokens: 3 }
const whole = { model: 'm-1', choices: [{ index: 0, message: { content: 'Hi' }, finish_reason: 'stop' }], usage }

describe('the Chat Completions format', () => {
  it.each([
    ['OpenAI', 'https://api.openai.com/v1', 'https://api.openai.com/v1/chat/completions'],
    ['Ollama', 'http://localhost:11434/v1/', 'http://localhost:11434/v1/chat/completions'],
    ['vLLM', 'http://gpu.internal:8000/v1', 'http://gpu.internal:8000/v1/chat/completions'],
    ['OpenRouter', 'https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1/chat/completions'],
    ['Azure', 'https://x.openai.azure.com/openai/v1', 'https://x.openai.azure.com/openai/v1/chat/completions'],
    [
      'a deployment of Azure',
      'https://x.openai.azure.com/openai/deployments/d?api-version=2024-10-21',
      'https://x.openai.azure.com/openai/deployments/d/chat/completions?api-version=2024-10-21',
    ],
  ])('is asked where %s serves it', (_who, baseUrl, expected) => {
    const route = findRoute('chat', { method: 'POST', target: path }, 'm')
    expect(route && upstreamUrl(baseUrl, route).href).toBe(expected)
  })

  it('is opened with a bearer token, at Azure with a key of its own header', () => {
    expect(credentialHeaders('chat', { host: 'openrouter.ai', key: 'k' })).toEqual({ authorization: 'Bearer k' })
    expect(credentialHeaders('chat', { host: 'x.openai.azure.com', key: 'k' })).toEqual({ 'api-key': 'k' })
  })

  it.each([
    '/v1/responses',
    '/v1/models',
    '/v1/chat/completions?x=1',
    '/v1/chat/completions/',
    '//v1/chat/completions',
  ])('has no way to %s', async (target) => {
    const provider = await startProvider(says(200, whole))
    const running = await startProxy({ wire: 'chat', model: 'm', baseUrl: `http://127.0.0.1:${provider.port}/v1` })
    expect((await ask(running, { path: target, body })).status).toBe(404)
    expect(provider.seen).toEqual([])
  })

  it('reaches the provider with the real key, and is counted', async () => {
    const provider = await startProvider(says(200, whole))
    const running = await startProxy({ wire: 'chat', model: 'm', baseUrl: `http://127.0.0.1:${provider.port}/v1` })
    expect(running.endpoint.baseUrl).toMatch(/\/v1$/)
    const answer = await ask(running, { path, body })
    expect(answer.status).toBe(200)
    expect(provider.seen[0]).toMatchObject({ url: path, headers: { authorization: `Bearer ${KEY}` } })
    expect(running.proxy.usage()).toEqual({ inputTokens: 7, cachedInputTokens: 0, outputTokens: 3, requests: 1 })
    expect(running.proxy.models()).toEqual(['m-1'])
  })
})
