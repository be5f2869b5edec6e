import { makeOpenaiApi } from '../../src/reviewers/openai-api.js'
import { chatWire, httpError, type WireTurn } from '../support/scripted-wire.js'
import { answerText, describeApiReviewer, done, lastText, read, reviewWith, type Setup } from './agent/api-contract.js'

const subject = { make: makeOpenaiApi, wire: chatWire }
const review = (setup: Setup) => reviewWith(subject, setup)
const bodyOf = (text: string | undefined) => JSON.parse(text ?? '{}')

describeApiReviewer('openai-api', subject)

describe('openai-api', () => {
  it('asks in the strict schema, with the effort, and leaves nothing with the provider', async () => {
    const { requests } = await review({ turns: [read, done] })
    const body = bodyOf(requests[0]?.text)
    expect(body).toMatchObject({
      model: 'm-asked',
      stream: true,
      stream_options: { include_usage: true },
      store: false,
      reasoning_effort: 'high',
      tool_choice: 'auto',
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
      messages: [{ role: 'system' }, { role: 'user', content: 'Review this.' }],
    })
    const names = body.tools.map((tool: { function: { name: string } }) => tool.function.name)
    expect(names).toEqual(['list_files', 'read_file', 'search'])
  })

  it.each([
    ['response_format', "Invalid parameter: 'response_format' of type 'json_schema' is not supported"],
    ['reasoning_effort', 'Unsupported parameter: reasoning_effort'],
    ['stream_options', 'stream_options: Extra inputs are not permitted'],
    ['store', 'store: Extra inputs are not permitted'],
  ])('does without %s where the server refuses it', async (setting, message) => {
    const fault = httpError(400, { error: { message, type: 'invalid_request_error' } })
    const { reply, requests } = await review({ turns: [{ kind: 'fault', fault }, read, done] })
    expect(reply?.text).toBe(answerText)
    expect(bodyOf(requests[0]?.text)).toHaveProperty(setting)
    expect(requests.slice(1).every(({ text }) => !(setting in bodyOf(text)))).toBe(true)
    expect(requests).toHaveLength(3)
  })

  it('lets a model that was held to the schema from its first token call tools after all', async () => {
    const { reply, requests } = await review({ turns: [done, read, done] })
    expect(reply).toMatchObject({ text: answerText, filesRead: ['src/a.ts'], turns: 3 })
    expect(bodyOf(requests[1]?.text)).not.toHaveProperty('response_format')
    expect(bodyOf(requests[1]?.text).messages.at(-1).content).toContain('without having called a tool')
  })

  it('lets the first answer of a model stand that needs nothing to read, and asks no third time', async () => {
    const { reply, requests } = await review({ turns: [done, { kind: 'answer', text: 'It does not.' }] })
    expect(reply).toMatchObject({ text: answerText, filesRead: [], turns: 2 })
    expect(requests).toHaveLength(2)
  })

  it('names the model that answered', async () => {
    const { reply } = await review({ turns: [read, done] })
    expect(reply?.model).toBe('m-asked')
  })

  it('names a refusal in words REFUSED', async () => {
    const turns: WireTurn[] = [
      {
        kind: 'fault',
        fault: (response) => {
          response.writeHead(200, { 'content-type': 'application/json' })
          const message = { role: 'assistant', content: null, refusal: 'I cannot help with that.' }
          response.end(JSON.stringify({ model: 'm', choices: [{ index: 0, message, finish_reason: 'stop' }] }))
        },
      },
    ]
    const { error } = await review({ turns })
    expect(error).toMatchObject({ code: 'REFUSED', message: expect.stringContaining('I cannot help with that.') })
  })

  it('understands calls in pieces, calls without a number, and answers that are no stream', async () => {
    const pieces: WireTurn = {
      kind: 'fault',
      fault: (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        const send = (delta: object, finish_reason: string | null) =>
          response.write(`data: ${JSON.stringify({ model: 'm', choices: [{ index: 0, delta, finish_reason }] })}\n\n`)
        send(
          { tool_calls: [{ index: 0, id: 'a', type: 'function', function: { name: 'read_file', arguments: '{"pa' } }] },
          null,
        )
        send({ tool_calls: [{ index: 0, function: { arguments: 'th":"src/a.ts"}' } }] }, null)
        send({}, 'tool_calls')
        response.end('data: [DONE]\n\n')
      },
    }
    const whole: WireTurn = {
      kind: 'fault',
      fault: (response) => {
        const call = (id: string) => ({ id, type: 'function', function: { name: 'list_files', arguments: '{}' } })
        const message = { role: 'assistant', content: '', tool_calls: [call('b'), call('c')] }
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ model: 'm', choices: [{ index: 0, message, finish_reason: 'tool_calls' }] }))
      },
    }
    const outcome = await review({ turns: [pieces, whole, done] })
    expect(outcome.reply).toMatchObject({ text: answerText, filesRead: ['src/a.ts'] })
    const { messages } = bodyOf(lastText(outcome))
    const answered = messages.flatMap((message: { tool_call_id?: string }) => message.tool_call_id ?? [])
    expect(answered).toEqual(['a', 'b', 'c'])
  })

  it('answers arguments that are no JSON with an error', async () => {
    const calls = [{ name: 'read_file', input: '{"path": ' }]
    const outcome = await review({ turns: [{ kind: 'tools', calls }, read, done] })
    expect(outcome.reply?.text).toBe(answerText)
    expect(outcome.requests[1]?.text).toContain('not a JSON object')
  })
})
