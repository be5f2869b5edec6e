import { type ChatEndpoint, type ScriptedChatTurn, startChatEndpoint } from '../../src/demo/chat-endpoint.js'

let endpoint: ChatEndpoint | undefined

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
})

async function serve(...turns: readonly ScriptedChatTurn[]): Promise<string> {
  endpoint = await startChatEndpoint(turns)
  return endpoint.url
}

function post(url: string, body: object = {}): Promise<Response> {
  const text = JSON.stringify({ model: 'm', messages: [], ...body })
  return fetch(`${url}/chat/completions`, { method: 'POST', body: text })
}

describe('startChatEndpoint', () => {
  it('listens on the loopback interface only', async () => {
    expect(await serve({ kind: 'message', text: 'hi' })).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
  })

  it('answers as a whole or as a stream, as it is asked', async () => {
    const url = await serve({ kind: 'message', text: 'hello' })
    const whole: unknown = await (await post(url)).json()
    expect(whole).toMatchObject({
      object: 'chat.completion',
      model: 'm',
      choices: [{ message: { role: 'assistant', content: 'hello' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: expect.any(Number), completion_tokens: expect.any(Number) },
    })
    const stream = await (await post(url, { stream: true })).text()
    expect(stream).toContain('"content":"hello"')
    expect(stream.endsWith('data: [DONE]\n\n')).toBe(true)
  })

  it('calls tools', async () => {
    const url = await serve({ kind: 'tools', calls: [{ name: 'read_file', input: { path: 'a' } }] })
    const whole: unknown = await (await post(url)).json()
    const call = { id: 'call_1_0', type: 'function', function: { name: 'read_file', arguments: '{"path":"a"}' } }
    expect(whole).toMatchObject({ choices: [{ message: { tool_calls: [call] }, finish_reason: 'tool_calls' }] })
  })

  it('plays its turns in order, and the last one for ever', async () => {
    const url = await serve({ kind: 'message', text: 'one' }, ({ number }) => ({ kind: 'message', text: `${number}` }))
    const texts = []
    for (let asked = 0; asked < 3; asked += 1) texts.push(await (await post(url)).text())
    expect(texts.map((text) => /"content":"(\w+)"/.exec(text)?.[1])).toEqual(['one', '2', '3'])
    expect(endpoint?.requests).toHaveLength(3)
  })

  it.each(['/v1/responses', '/v1/models', '/'])('serves nothing at %s', async (path) => {
    const url = await serve({ kind: 'message', text: 'hi' })
    const answer = await fetch(new URL(path, url), { method: 'POST', body: '{}' })
    expect(answer.status).toBe(404)
    expect(endpoint?.requests).toEqual([])
  })
})
