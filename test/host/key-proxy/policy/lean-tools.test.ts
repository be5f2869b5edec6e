import { toLean } from '../../../../src/host/key-proxy/policy/lean-tools.js'
import { checkMessagesBody } from '../../../../src/host/key-proxy/policy/messages.js'

const wordy = 'Says at length what it does. '.repeat(100)
const schema = { type: 'object', properties: { file_path: { type: 'string', description: wordy } }, required: [] }
const tool = { name: 'Read', description: wordy, input_schema: schema }

describe('toLean', () => {
  it.each(['Read', 'Grep', 'Glob'])('says %s in few words and keeps its name', (name) => {
    const lean = toLean({ ...tool, name })
    expect(lean.name).toBe(name)
    expect(JSON.stringify(lean).length).toBeLessThan(1_500)
    expect(lean.input_schema).toMatchObject({ type: 'object', additionalProperties: false })
  })

  it('keeps what else the client says of a tool', () => {
    const marked = { ...tool, cache_control: { type: 'ephemeral' }, strict: true }
    expect(toLean(marked)).toMatchObject({ cache_control: { type: 'ephemeral' }, strict: true })
  })

  it.each(['StructuredOutput', 'read', 'Reads', 'mcp__Read', '__proto__', 'constructor'])(
    'passes %s on unchanged',
    (name) => {
      const other = { ...tool, name }
      expect(toLean(other)).toBe(other)
    },
  )
})

describe('a Messages request', () => {
  it('is sent on with the lean tools in place of the client’s, and all others as they are', () => {
    const other = { name: 'StructuredOutput', description: wordy, input_schema: schema }
    const body = { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'Review.' }], tools: [tool, other] }
    expect(checkMessagesBody(body, 'm')).toMatchObject({
      kind: 'allowed',
      checked: { body: { tools: [toLean(tool), other] } },
    })
  })
})
