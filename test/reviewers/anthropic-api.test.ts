import { makeAnthropicApi } from '../../src/reviewers/anthropic-api.js'
import { httpError, messagesWire } from '../support/scripted-wire.js'
import { answerText, describeApiReviewer, done, lastText, read, reviewWith, type Setup } from './agent/api-contract.js'

const subject = { make: makeAnthropicApi, wire: messagesWire }
const review = (setup: Setup) => reviewWith(subject, setup)
const bodyOf = (text: string | undefined) => JSON.parse(text ?? '{}')

describeApiReviewer('anthropic-api', subject)

describe('anthropic-api', () => {
  it('asks in the schema, with the effort and with a mark up to which the conversation is kept', async () => {
    const outcome = await review({ turns: [read, done] })
    expect(bodyOf(outcome.requests[0]?.text)).toMatchObject({
      model: 'm-asked',
      stream: true,
      thinking: { type: 'adaptive' },
      tool_choice: { type: 'auto' },
      output_config: { effort: 'high', format: { type: 'json_schema', schema: { type: 'object' } } },
    })
    const { messages } = bodyOf(lastText(outcome))
    expect(messages.at(-1).content[0]).toMatchObject({ type: 'tool_result', cache_control: { type: 'ephemeral' } })
    expect(messages[0].content[0].cache_control).toBeUndefined()
    expect(outcome.reply?.model).toBe('m-answered')
  })

  it('gives the model its signed thoughts back', async () => {
    const outcome = await review({ turns: [read, done] })
    expect(bodyOf(lastText(outcome)).messages[1]).toEqual({
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm.', signature: 'signed' },
        { type: 'tool_use', id: 'toolu_1_0', name: 'read_file', input: { path: 'src/a.ts' } },
      ],
    })
  })

  it.each([
    ['thinking', 'adaptive thinking is not supported on this model', ['output_config']],
    ['output_config.effort', 'This model does not support the effort parameter.', ['thinking']],
    ['output_config.format', 'output_config.format: Extra inputs are not permitted', ['thinking']],
  ])('does without %s where the server refuses it', async (setting, message, kept) => {
    const fault = httpError(400, { type: 'error', error: { type: 'invalid_request_error', message } })
    const { reply, requests } = await review({ turns: [{ kind: 'fault', fault }, read, done] })
    expect(reply?.text).toBe(answerText)
    expect(bodyOf(requests[0]?.text)).toHaveProperty(setting)
    expect(bodyOf(requests[1]?.text)).not.toHaveProperty(setting)
    for (const name of kept) expect(bodyOf(requests[1]?.text)).toHaveProperty(name)
  })

  it('does without all of output_config where a gateway does not know it', async () => {
    const body = { type: 'error', error: { type: 'invalid_request_error', message: 'output_config: unknown field' } }
    const fault = { kind: 'fault', fault: httpError(400, body) } as const
    const { reply, requests } = await review({ turns: [fault, fault, read, done] })
    expect(reply?.text).toBe(answerText)
    expect(bodyOf(requests[2]?.text)).not.toHaveProperty('output_config')
  })
})
