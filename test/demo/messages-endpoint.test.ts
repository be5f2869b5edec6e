import { type ScriptedMessagesTurn, startMessagesEndpoint } from '../../src/demo/messages-endpoint.js'
import type { ReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { messagesFaults } from '../support/messages-faults.js'

const structured = [{ name: 'Read' }, { name: 'StructuredOutput' }]
let endpoint: ReplayEndpoint | undefined

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
})

async function serve(...turns: readonly ScriptedMessagesTurn[]): Promise<string> {
  endpoint = await startMessagesEndpoint(turns)
  return endpoint.url
}

function post(url: string, body: object = {}, path = '/v1/messages?beta=true'): Promise<Response> {
  const whole = { model: 'm', max_tokens: 1, stream: true, messages: [{ role: 'user', content: 'hi' }], ...body }
  return fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(whole) })
}

async function eventsOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)))
}

describe('startMessagesEndpoint', () => {
  it('listens on the loopback interface only', async () => {
    expect(await serve({ kind: 'message', text: 'hi' })).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('streams a message as the Messages API does', async () => {
    const events = await eventsOf(await post(await serve({ kind: 'message', text: 'hello' })))
    expect(events.map(({ type }) => type)).toEqual([
      'message_start',
      'content_block_start',
      'content_block_delta',
      'content_block_stop',
      'message_delta',
      'message_stop',
    ])
    expect(events[2]).toMatchObject({ delta: { type: 'text_delta', text: 'hello' } })
    expect(events[4]).toMatchObject({ delta: { stop_reason: 'end_turn' } })
  })

  it('answers as a whole where no stream is asked for', async () => {
    const response = await post(await serve({ kind: 'message', text: 'hello' }), { stream: false })
    expect(await response.json()).toMatchObject({
      type: 'message',
      model: 'm',
      stop_reason: 'end_turn',
      content: [{ type: 'text', text: 'hello' }],
    })
  })

  it('hands in an object through the tool for it, and other text as text', async () => {
    const url = await serve({ kind: 'message', text: '{"findings":[]}' }, { kind: 'message', text: '[]' })
    expect((await eventsOf(await post(url, { tools: structured })))[2]).toMatchObject({
      delta: { type: 'input_json_delta', partial_json: '{"findings":[]}' },
    })
    expect((await eventsOf(await post(url, { tools: structured })))[2]).toMatchObject({ delta: { text: '[]' } })
  })

  it.each([
    ['cat a.ts', [['Read', { file_path: 'a.ts' }]]],
    [
      'cat a.ts src/b.ts',
      [
        ['Read', { file_path: 'a.ts' }],
        ['Read', { file_path: 'src/b.ts' }],
      ],
    ],
    ['cat -n a.ts', [['Bash', { command: 'cat -n a.ts' }]]],
    ['cat a.ts; env', [['Bash', { command: 'cat a.ts; env' }]]],
    ['touch x', [['Bash', { command: 'touch x' }]]],
  ])('makes of the command %j calls of tools', async (command, calls) => {
    const response = await post(await serve({ kind: 'command', command }), { stream: false })
    expect(await response.json()).toMatchObject({
      stop_reason: 'tool_use',
      content: calls.map(([name, input]) => ({ type: 'tool_use', name, input })),
    })
  })

  it('plays one turn per request, repeats the last one, and counts tokens in between', async () => {
    const url = await serve({ kind: 'message', text: 'one' }, (request) => ({ kind: 'message', text: request.input }))
    expect((await eventsOf(await post(url)))[2]).toMatchObject({ delta: { text: 'one' } })
    const counted = await post(url, {}, '/v1/messages/count_tokens?beta=true')
    expect(await counted.json()).toEqual({ input_tokens: expect.any(Number) })
    expect((await eventsOf(await post(url)))[2]).toMatchObject({ delta: { text: 'hi' } })
    expect(endpoint?.requests).toHaveLength(2)
  })

  it('records what the user and the tools said', async () => {
    const url = await serve({ kind: 'message', text: 'one' })
    const result = { type: 'tool_result', tool_use_id: '1', content: [{ type: 'text', text: 'line' }] }
    await post(url, {
      messages: [
        { role: 'user', content: 'hi' },
        { role: 'assistant', content: 'not this' },
        { role: 'user', content: [result, { ...result, content: 'other' }] },
      ],
    })
    expect(endpoint?.requests[0]).toMatchObject({ model: 'm', input: 'hi\nline\nother' })
  })

  it('plays faults', async () => {
    const response = await post(await serve({ kind: 'fault', fault: messagesFaults.overloaded }))
    expect(response.status).toBe(529)
  })

  it.each(['/v1/responses', '/', '/v1/messages/batches'])('serves no %s', async (path) => {
    expect((await post(await serve({ kind: 'message', text: 'x' }), {}, path)).status).toBe(404)
  })
})
