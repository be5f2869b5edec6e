import { type ReplayEndpoint, type ScriptedTurn, startReplayEndpoint } from '../../src/demo/replay-endpoint.js'
import { faults } from '../support/faults.js'

const classicTools = [{ type: 'function', name: 'exec_command' }]
let endpoint: ReplayEndpoint | undefined

afterEach(async () => {
  await endpoint?.close()
  endpoint = undefined
})

async function serve(...turns: readonly ScriptedTurn[]): Promise<string> {
  endpoint = await startReplayEndpoint(turns)
  return endpoint.url
}

function post(url: string, body: object): Promise<Response> {
  return fetch(`${url}/responses`, { method: 'POST', body: JSON.stringify({ model: 'm', input: [], ...body }) })
}

async function eventsOf(response: Response): Promise<readonly Record<string, unknown>[]> {
  const text = await response.text()
  return text
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)))
}

describe('startReplayEndpoint', () => {
  it('listens on the loopback interface only', async () => {
    expect(await serve({ kind: 'message', text: 'hi' })).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/)
  })

  it('streams a message as the Responses API does', async () => {
    const response = await post(await serve({ kind: 'message', text: 'hello' }), { tools: classicTools })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect((await eventsOf(response)).map(({ type }) => type)).toEqual([
      'response.created',
      'response.output_item.added',
      'response.output_text.delta',
      'response.output_item.done',
      'response.completed',
    ])
  })

  it('plays one turn per request and repeats the last one', async () => {
    const url = await serve({ kind: 'message', text: 'one' }, { kind: 'message', text: 'two' })
    const deltas: unknown[] = []
    for (let request = 0; request < 3; request += 1) {
      deltas.push(
        (await eventsOf(await post(url, {}))).find(({ type }) => type === 'response.output_text.delta')?.delta,
      )
    }
    expect(deltas).toEqual(['one', 'two', 'two'])
  })

  it.each([
    ['classic', { tools: classicTools }, { type: 'function_call', name: 'exec_command', arguments: '{"cmd":"ls"}' }],
    ['code', {}, { type: 'custom_tool_call', name: 'exec', input: 'text(await tools.exec_command({"cmd":"ls"}))' }],
  ])('calls the command tool in %s mode, as the request offers it', async (toolMode, body, item) => {
    const response = await post(await serve({ kind: 'command', command: 'ls' }), body)
    expect(await eventsOf(response)).toContainEqual(
      expect.objectContaining({ type: 'response.output_item.done', item: expect.objectContaining(item) }),
    )
    expect(endpoint?.requests.map((request) => request.toolMode)).toEqual([toolMode])
  })

  it('lets a turn quote the request', async () => {
    const url = await serve(({ input, model }) => ({ kind: 'message', text: `${model}: ${input}` }))
    const input = [
      { role: 'developer', content: [{ type: 'input_text', text: 'not this' }] },
      { role: 'user', content: [{ type: 'input_text', text: 'Snapshot: /x' }] },
    ]
    expect(await (await post(url, { input })).text()).toContain('"delta":"m: \\nSnapshot: /x"')
  })

  it('serves nothing else', async () => {
    const url = await serve({ kind: 'message', text: 'hi' })
    expect((await fetch(`${url}/models`)).status).toBe(404)
    expect(endpoint?.requests).toHaveLength(0)
  })

  it('closes while a request hangs', async () => {
    const url = await serve({ kind: 'fault', fault: faults.hangMidStream })
    const response = await post(url, {})
    await endpoint?.close()
    await expect(response.text()).rejects.toThrow()
  })
})
