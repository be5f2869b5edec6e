import { scanAnswer } from '../../../src/host/key-proxy/answer-scan.js'
import { makeKeyRedactor, redactKey } from '../../../src/host/key-proxy/redact-key.js'
import type { WireFormat } from '../../../src/types/egress.js'

const toStream = (values: readonly object[]) => values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('')

function factsOf(wire: WireFormat, text: string, type = 'text/event-stream; charset=utf-8', size = 5) {
  const scan = scanAnswer(wire, type)
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) scan.add(bytes.subarray(at, at + size))
  return scan.finish()
}

const usage = { input_tokens: 10, input_tokens_details: { cached_tokens: 4 }, output_tokens: 3 }

describe('a Responses answer', () => {
  const completed = { type: 'response.completed', response: { model: 'gpt-5.5-x', status: 'completed', usage } }

  it('says its model, its usage and that it is complete', () => {
    const stream = toStream([{ type: 'response.created', response: { model: 'gpt-5.5-x' } }, completed])
    const expected = { model: 'gpt-5.5-x', usage: { input: 10, cached: 4, output: 3 }, outcome: 'completed' }
    expect(factsOf('responses', stream)).toEqual(expected)
    expect(factsOf('responses', stream.replaceAll('\n', '\r\n'))).toEqual(expected)
    expect(factsOf('responses', JSON.stringify(completed.response), 'application/json')).toEqual(expected)
  })

  it.each([
    ['failed', { type: 'response.failed', response: { error: { code: 'rate_limit_exceeded' } } }, 'RATE_LIMITED'],
    ['failed', { type: 'response.failed', response: { error: { code: 'insufficient_quota' } } }, 'QUOTA'],
    ['an error', { type: 'error', code: 'server_error', message: 'x' }, 'OVERLOADED'],
    ['an error', { type: 'error', error: { type: 'server_is_overloaded' } }, 'OVERLOADED'],
    [
      'cut off',
      { type: 'response.incomplete', response: { usage, incomplete_details: { reason: 'max_output_tokens' } } },
      'NO_REPLY',
    ],
    [
      'filtered',
      { type: 'response.incomplete', response: { incomplete_details: { reason: 'content_filter' } } },
      'REFUSED',
    ],
  ])('that is %s is a failure of its kind', (_what, event, code) => {
    expect(factsOf('responses', toStream([event])).outcome).toMatchObject({ code })
  })

  it('is not ended by text that looks like an event', () => {
    const delta = {
      type: 'response.output_text.delta',
      delta: '"response.completed" "error" \n\ndata: {"type":"error"}',
    }
    expect(factsOf('responses', toStream([delta])).outcome).toBe('open')
  })

  it('counts nothing that is no count', () => {
    const odd = { ...completed, response: { ...completed.response, usage: { input_tokens: -5, output_tokens: 'x' } } }
    expect(factsOf('responses', toStream([odd])).usage).toBeUndefined()
  })

  it('is passed over where a line is too long to be kept, and read on after it', () => {
    const long = `data: {"type":"error","message":"${'x'.repeat(9 * 1024 * 1024)}"}\n`
    const facts = factsOf('responses', long + toStream([completed]), 'text/event-stream', 64 * 1024)
    expect(facts.outcome).toBe('completed')
  })
})

describe('a Chat Completions answer', () => {
  const usage = { prompt_tokens: 10, prompt_tokens_details: { cached_tokens: 4 }, completion_tokens: 3 }
  const part = (delta: object, finish_reason: string | null) => ({
    model: 'm-1',
    choices: [{ index: 0, delta, finish_reason }],
  })

  it('says its model, its usage and that it is complete', () => {
    const stream = toStream([part({ content: 'Hi' }, null), part({}, 'stop'), { model: 'm-1', choices: [], usage }])
    const expected = { model: 'm-1', usage: { input: 10, cached: 4, output: 3 }, outcome: 'completed' }
    expect(factsOf('chat', `${stream}data: [DONE]\n\n`)).toEqual(expected)
    const whole = { model: 'm-1', choices: [{ message: { content: 'Hi' }, finish_reason: 'tool_calls' }], usage }
    expect(factsOf('chat', JSON.stringify(whole), 'application/json')).toEqual(expected)
  })

  it.each([
    ['cut off', part({}, 'length'), 'NO_REPLY'],
    ['filtered', part({}, 'content_filter'), 'REFUSED'],
    ['broken off behind a router', part({}, 'error'), 'OVERLOADED'],
    ['an error', { error: { type: 'server_error', message: 'x' } }, 'OVERLOADED'],
    ['an error of the quota', { error: { code: 'insufficient_quota' } }, 'QUOTA'],
  ])('that is %s is a failure of its kind', (_what, event, code) => {
    expect(factsOf('chat', toStream([part({ content: 'Hi' }, null), event])).outcome).toMatchObject({ code })
  })

  it('is not ended by text that looks like its end', () => {
    const text = '"finish_reason": "stop", "usage": {"prompt_tokens": 1}, "error": {}'
    expect(factsOf('chat', toStream([part({ content: text }, null)]))).toMatchObject({
      outcome: 'open',
      usage: undefined,
    })
  })
})

describe('a Messages answer', () => {
  const start = {
    type: 'message_start',
    message: {
      model: 'glm-5.3',
      usage: { input_tokens: 5, cache_read_input_tokens: 100, cache_creation_input_tokens: 20, output_tokens: 1 },
    },
  }

  it('adds up what the provider counts apart', () => {
    const delta = { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 50 } }
    expect(factsOf('messages', toStream([start, { type: 'ping' }, delta, { type: 'message_stop' }]))).toEqual({
      model: 'glm-5.3',
      usage: { input: 125, cached: 100, output: 50 },
      outcome: 'completed',
    })
  })

  it('may give its input only at the end, as Z.ai does', () => {
    const empty = { type: 'message_start', message: { model: 'glm-5.3', usage: { input_tokens: 0, output_tokens: 0 } } }
    const delta = {
      type: 'message_delta',
      delta: { stop_reason: 'tool_use' },
      usage: { input_tokens: 70, cache_read_input_tokens: 30, output_tokens: 9 },
    }
    expect(factsOf('messages', toStream([empty, delta])).usage).toEqual({ input: 100, cached: 30, output: 9 })
  })

  it('may come whole', () => {
    const message = {
      type: 'message',
      model: 'm',
      stop_reason: 'end_turn',
      usage: { input_tokens: 1, output_tokens: 2 },
    }
    expect(factsOf('messages', JSON.stringify(message), 'application/json')).toEqual({
      model: 'm',
      usage: { input: 1, cached: 0, output: 2 },
      outcome: 'completed',
    })
  })

  it.each([
    ['refusal', 'REFUSED'],
    ['max_tokens', 'NO_REPLY'],
    ['model_context_window_exceeded', 'CONTEXT_TOO_LONG'],
  ])('that stops because of %s is a failure', (stop_reason, code) => {
    const events = [start, { type: 'message_delta', delta: { stop_reason } }, { type: 'message_stop' }]
    expect(factsOf('messages', toStream(events)).outcome).toMatchObject({ code })
  })

  it('may turn into an error', () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }
    expect(factsOf('messages', toStream([start, error])).outcome).toMatchObject({ code: 'OVERLOADED' })
  })
})

describe('a Gemini answer', () => {
  const last = {
    modelVersion: 'gemini-3',
    candidates: [{ finishReason: 'STOP' }],
    usageMetadata: {
      promptTokenCount: 10,
      cachedContentTokenCount: 4,
      candidatesTokenCount: 3,
      thoughtsTokenCount: 2,
    },
  }

  it('counts thoughts as output', () => {
    const expected = { model: 'gemini-3', usage: { input: 10, cached: 4, output: 5 }, outcome: 'completed' }
    expect(factsOf('gemini', toStream([{ candidates: [{}] }, last]))).toEqual(expected)
    expect(factsOf('gemini', JSON.stringify([{}, last]), 'application/json')).toEqual(expected)
  })

  it.each([
    [{ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }, 'REFUSED'],
    [{ candidates: [{ finishReason: 'SAFETY' }] }, 'REFUSED'],
    [{ candidates: [{ finishReason: 'MAX_TOKENS' }] }, 'NO_REPLY'],
    [{ error: { code: 503, status: 'UNAVAILABLE', message: 'x' } }, 'OVERLOADED'],
  ])('%j is a failure', (value, code) => {
    expect(factsOf('gemini', toStream([value])).outcome).toMatchObject({ code })
  })
})

describe('the key in an answer', () => {
  const key = 'sk-aaab-aaab-0123'

  it.each([1, 2, 3, 7, 100])('is found in pieces of %i bytes', (size) => {
    const text = `sk-${key}sk-aaab-aaab-${key}${key}sk-aaab-aaab-012`
    const redactor = makeKeyRedactor(key)
    const out: Buffer[] = []
    for (let at = 0; at < text.length; at += size)
      out.push(Buffer.from(redactor.add(Buffer.from(text.slice(at, at + size)))))
    const redacted = Buffer.concat([...out, redactor.end()]).toString()
    expect(redacted).toBe(text.replaceAll(key, '[redacted]*******'))
    expect(redactor.hits()).toBe(3)
  })

  it('holds nothing back that cannot become the key', () => {
    expect(makeKeyRedactor(key).add(Buffer.from('data: {}\n\n')).toString()).toBe('data: {}\n\n')
  })

  it('is left alone where it is but a word', () => {
    expect(makeKeyRedactor('ollama').add(Buffer.from('ollama')).toString()).toBe('ollama')
    expect(redactKey('ollama', 'ollama')).toBe('ollama')
  })
})
