import { checkBody } from '../../../src/host/key-proxy/policy/check-body.js'
import { toLean } from '../../../src/host/key-proxy/policy/lean-tools.js'
import type { PolicyDecision } from '../../../src/host/key-proxy/policy/policy.js'
import { findRoute } from '../../../src/host/key-proxy/routes.js'
import type { WireFormat } from '../../../src/types/egress.js'

const targets: Readonly<Record<WireFormat, string>> = {
  responses: '/v1/responses',
  chat: '/v1/chat/completions',
  messages: '/v1/messages',
  gemini: '/v1beta/models/m:generateContent',
}
const bases: Readonly<Record<WireFormat, object>> = {
  responses: { model: 'm', input: 'Review.' },
  chat: { model: 'm', messages: [{ role: 'user', content: 'Review.' }] },
  messages: { model: 'm', max_tokens: 100, messages: [{ role: 'user', content: 'Review.' }] },
  gemini: { contents: [{ role: 'user', parts: [{ text: 'Review.' }] }] },
}

function decide(wire: WireFormat, body: unknown): PolicyDecision {
  const route = findRoute(wire, { method: 'POST', target: targets[wire] }, 'm')
  if (route === undefined) throw new Error('no route')
  return checkBody(body, { wire, route, model: 'm' })
}

const withField = (wire: WireFormat, field: object) => decide(wire, { ...bases[wire], ...field })
const sent = (decision: PolicyDecision) => (decision.kind === 'allowed' ? decision.checked.body : decision.why)

const part = (content: object) => ({ input: [{ type: 'message', role: 'user', content: [content] }] })
const block = (content: object) => ({ messages: [{ role: 'user', content: [content] }] })
const piece = (content: object) => ({ contents: [{ role: 'user', parts: [content] }] })

describe('a Responses request', () => {
  it.each([
    ['web search', { tools: [{ type: 'web_search' }] }],
    ['web search in preview', { tools: [{ type: 'web_search_preview_2025_03_11' }] }],
    ['code interpreter', { tools: [{ type: 'code_interpreter', container: { type: 'auto' } }] }],
    ['computer use', { tools: [{ type: 'computer_use_preview' }] }],
    ['MCP', { tools: [{ type: 'mcp', server_label: 'x', server_url: 'https://evil.test' }] }],
    ['file search', { tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }] }],
    ['image generation', { tools: [{ type: 'image_generation' }] }],
    ['a hosted shell', { tools: [{ type: 'shell' }] }],
    ['a tool of tomorrow', { tools: [{ type: 'teleport' }] }],
    ['a tool of the provider in a namespace', { tools: [{ type: 'namespace', name: 'n', tools: [{ type: 'mcp' }] }] }],
    [
      'a tool of the provider as an additional one',
      { input: [{ type: 'additional_tools', role: 'developer', tools: [{ type: 'web_search' }] }] },
    ],
    ['the choice of such a tool', { tool_choice: { type: 'web_search_preview' } }],
    ['an image by URL', part({ type: 'input_image', image_url: 'https://evil.test/x.png' })],
    ['an image inline', part({ type: 'input_image', image_url: 'data:image/png;base64,AAAA' })],
    ['a file by id', part({ type: 'input_file', file_id: 'file-1' })],
    ['a file by URL', part({ type: 'input_file', file_url: 'https://evil.test' })],
    [
      'an image as output of a tool',
      { input: [{ type: 'function_call_output', call_id: 'c', output: [{ type: 'input_image', image_url: 'x' }] }] },
    ],
    ['a foreign item', { input: [{ type: 'item_reference', id: 'msg_1' }] }],
    ['storing', { store: true }],
    ['the background', { background: true }],
    ['a foreign conversation', { previous_response_id: 'resp_1' }],
    ['another foreign conversation', { conversation: 'conv_1' }],
    ['a stored prompt', { prompt: { id: 'pmpt_1' } }],
    ['a dearer service', { service_tier: 'priority' }],
    ['results of tools of the provider', { include: ['file_search_call.results'] }],
    ['a field of tomorrow', { teleport: true }],
    ['a prototype', JSON.parse('{"__proto__": {"store": true}}')],
    ['no model', { model: undefined }],
    ['a model of another kind', { model: ['m'] }],
    ['another case of the model', { model: 'M' }],
  ])('may not ask for %s', (_what, field) => {
    expect(withField('responses', field).kind).toBe('refused')
  })

  it.each([
    ['a function', { type: 'function', name: 'f', parameters: { type: 'object' }, strict: false }],
    ['a custom tool', { type: 'custom', name: 'apply_patch', format: { type: 'grammar', syntax: 'lark' } }],
    ['the local shell', { type: 'local_shell' }],
  ])('may offer %s, which the client runs', (_what, tool) => {
    expect(sent(withField('responses', { tools: [tool] }))).toMatchObject({ tools: [tool] })
  })

  it('never lets the provider store anything', () => {
    expect(sent(decide('responses', bases.responses))).toMatchObject({ store: false })
  })

  it('is sent without what was not checked', () => {
    const message = { type: 'message', role: 'user', content: 'Hi', file_ids: ['file-1'] }
    expect(sent(withField('responses', { input: [message], client_metadata: { installation: 'x' } }))).toEqual({
      model: 'm',
      stream: false,
      store: false,
      input: [{ type: 'message', role: 'user', content: 'Hi' }],
    })
  })

  it('keeps the id of reasoning only where the reasoning itself is sent', () => {
    const input = [
      { type: 'reasoning', id: 'rs_1', summary: [] },
      { type: 'reasoning', id: 'rs_2', summary: [], encrypted_content: 'abc' },
    ]
    expect(sent(withField('responses', { input }))).toMatchObject({
      input: [{ type: 'reasoning', summary: [] }, input[1]],
    })
    expect(JSON.stringify(sent(withField('responses', { input })))).not.toContain('rs_1')
  })

  it('is refused in one line that names the place and repeats nothing hostile', () => {
    const why = sent(withField('responses', { 'x\n::error::\u001b[31m': 1 }))
    expect(why).toMatch(/^[\x20-\x7e]{1,400}$/)
    expect(sent(withField('responses', { tools: [{ type: 'web_search' }] }))).toContain('tools.0.type')
  })
})

describe('a Chat Completions request', () => {
  const content = (part: object) => ({ messages: [{ role: 'user', content: [part] }] })
  it.each([
    ['web search', { web_search_options: {} }],
    ['a tool of another kind', { tools: [{ type: 'web_search' }] }],
    ['a custom tool', { tools: [{ type: 'custom', custom: { name: 'x' } }] }],
    ['plugins of OpenRouter', { plugins: [{ id: 'web' }] }],
    ['other models', { models: ['n'] }],
    ['a route', { route: 'fallback' }],
    ['an image by URL', content({ type: 'image_url', image_url: { url: 'https://evil.test/x.png' } })],
    ['a file by id', content({ type: 'file', file: { file_id: 'file-1' } })],
    ['audio', content({ type: 'input_audio', input_audio: { data: 'AA', format: 'wav' } })],
    ['spoken answers', { modalities: ['audio'] }],
    [
      'an image as result of a tool',
      { messages: [{ role: 'tool', tool_call_id: 'c', content: [{ type: 'image_url' }] }] },
    ],
    ['several answers', { n: 8 }],
    ['storing', { store: true }],
    ['a dearer service', { service_tier: 'priority' }],
    ['a field of tomorrow', { teleport: true }],
    ['no model', { model: undefined }],
    ['another model', { model: 'n' }],
  ])('may not ask for %s', (_what, field) => {
    expect(withField('chat', field).kind).toBe('refused')
  })

  it('keeps what our own loop sends, and lowers the limit in the words of the server', () => {
    const call = { id: 'c', type: 'function', function: { name: 'read_file', arguments: '{}' } }
    const body = {
      model: 'm',
      messages: [
        { role: 'system', content: 'You review.' },
        { role: 'user', content: 'Review.' },
        { role: 'assistant', content: '', reasoning_content: 'Hm.', tool_calls: [call] },
        { role: 'tool', tool_call_id: 'c', content: 'x' },
      ],
      tools: [{ type: 'function', function: { name: 'read_file', parameters: { type: 'object' } } }],
      tool_choice: 'auto',
      response_format: { type: 'json_schema', json_schema: { name: 'review', strict: true, schema: {} } },
      reasoning_effort: 'high',
      stream: true,
      stream_options: { include_usage: true },
      store: false,
    }
    const decision = decide('chat', body)
    expect(sent(decision)).toEqual(body)
    expect(decision.kind === 'allowed' && decision.checked.withOutputLimit(9)).toMatchObject({
      max_completion_tokens: 9,
    })
    const older = withField('chat', { max_tokens: 100 })
    expect(older.kind === 'allowed' && older.checked.withOutputLimit(9)).toEqual({
      ...bases.chat,
      stream: false,
      max_tokens: 9,
    })
  })
})

describe('a Messages request', () => {
  it.each([
    ['web search', { tools: [{ type: 'web_search_20250305', name: 'web_search' }] }],
    ['web fetch', { tools: [{ type: 'web_fetch_20250910', name: 'web_fetch' }] }],
    ['code execution', { tools: [{ type: 'code_execution_20250825', name: 'code_execution' }] }],
    ['computer use', { tools: [{ type: 'computer_20250124', name: 'computer', input_schema: {} }] }],
    ['an MCP tool set', { tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }] }],
    ['MCP servers', { mcp_servers: [{ type: 'url', url: 'https://evil.test', name: 'x' }] }],
    ['a container', { container: 'container_1' }],
    ['an image inline', block({ type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AA' } })],
    ['an image by URL', block({ type: 'image', source: { type: 'url', url: 'https://evil.test' } })],
    ['a document by id', block({ type: 'document', source: { type: 'file', file_id: 'file_1' } })],
    ['an upload', block({ type: 'container_upload', file_id: 'file_1' })],
    [
      'an image as result of a tool',
      block({ type: 'tool_result', tool_use_id: 't', content: [{ type: 'image', source: {} }] }),
    ],
    ['a call of a tool of the provider', block({ type: 'server_tool_use', id: 't', name: 'web_search', input: {} })],
    ['a dearer service', { service_tier: 'priority' }],
    ['a field of tomorrow', { teleport: true }],
    ['another model', { model: 'n' }],
    ['an answer of no size', { max_tokens: 0 }],
  ])('may not ask for %s', (_what, field) => {
    expect(withField('messages', field).kind).toBe('refused')
  })

  it.each([
    ['a tool', { name: 'read', description: 'Reads', input_schema: { type: 'object' } }],
    ['a tool that says that it is custom', { type: 'custom', name: 'search', input_schema: { type: 'object' } }],
    ['bash', { type: 'bash_20250124', name: 'bash' }],
    ['the text editor', { type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }],
  ])('may offer %s, which the client runs', (_what, tool) => {
    expect(sent(withField('messages', { tools: [tool] }))).toMatchObject({ tools: [tool] })
  })

  it.each(['Read', 'Grep', 'Glob'])(
    'has Claude Code’s %s described in few words, and everything else of it kept',
    (name) => {
      const schema = { type: 'object', properties: { odd: { type: 'string' } } }
      const tool = { type: 'custom', name, description: 'x'.repeat(5_000), input_schema: schema }
      const other = { ...tool, name: `${name}Other` }
      const lean = toLean(tool)
      expect(lean.description).not.toContain('xx')
      expect(sent(withField('messages', { tools: [tool, other] }))).toEqual({
        ...bases.messages,
        stream: false,
        tools: [lean, other],
      })
    },
  )

  it('keeps what Claude Code sends, except for the ids of user and device', () => {
    const body = {
      model: 'm',
      max_tokens: 16_000,
      stream: true,
      system: [{ type: 'text', text: 'You review.', cache_control: { type: 'ephemeral' } }],
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: [{ type: 'text', text: 'Review.' }] },
        {
          role: 'assistant',
          content: [
            { type: 'thinking', thinking: 'Hm.', signature: 's' },
            { type: 'tool_use', id: 't', name: 'Read', input: { file_path: 'a.ts' } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: '1→a', is_error: false }] },
      ],
      thinking: { type: 'adaptive' },
      output_config: { effort: 'high' },
    }
    expect(sent(decide('messages', { ...body, metadata: { user_id: 'device' } }))).toEqual(body)
  })

  it('keeps its thinking below a lowered limit', () => {
    const decision = withField('messages', { max_tokens: 64_000, thinking: { type: 'enabled', budget_tokens: 32_000 } })
    if (decision.kind === 'refused') throw new Error(decision.why)
    expect(decision.checked.withOutputLimit(10_000)).toMatchObject({
      max_tokens: 10_000,
      thinking: { type: 'enabled', budget_tokens: 5_000 },
    })
    expect(decision.checked.withOutputLimit(2_000)).toMatchObject({ thinking: { type: 'disabled' } })
  })
})

describe('a Gemini request', () => {
  it.each([
    ['a search', { tools: [{ googleSearch: {} }] }],
    ['a search beside a function', { tools: [{ functionDeclarations: [], googleSearch: {} }] }],
    ['a search in the other spelling', { tools: [{ google_search: {} }] }],
    ['code execution', { tools: [{ codeExecution: {} }] }],
    ['the content of a URL', { tools: [{ urlContext: {} }] }],
    ['cached content', { cachedContent: 'cachedContents/1' }],
    ['a file', piece({ fileData: { fileUri: 'https://evil.test' } })],
    ['an inline image', piece({ inlineData: { mimeType: 'image/png', data: 'AA' } })],
    ['an image as result of a function', piece({ functionResponse: { name: 'f', response: {}, parts: [{}] } })],
    ['several answers', { generationConfig: { candidateCount: 8 } }],
    ['speech', { generationConfig: { responseModalities: ['AUDIO'] } }],
    ['a field of tomorrow', { teleport: true }],
  ])('may not ask for %s', (_what, field) => {
    expect(withField('gemini', field).kind).toBe('refused')
  })

  it('may hold text, functions and settings of the answer', () => {
    const body = {
      contents: [
        { role: 'user', parts: [{ text: 'Review.' }] },
        { role: 'model', parts: [{ functionCall: { name: 'read_file', args: { path: 'a' } }, thoughtSignature: 's' }] },
        { role: 'user', parts: [{ functionResponse: { name: 'read_file', response: { output: 'x' } } }] },
      ],
      systemInstruction: { role: 'user', parts: [{ text: 'You review.' }] },
      tools: [{ functionDeclarations: [{ name: 'read_file', parametersJsonSchema: { type: 'object' } }] }],
      generationConfig: { temperature: 0, thinkingConfig: { includeThoughts: true } },
    }
    const decision = decide('gemini', body)
    expect(sent(decision)).toEqual(body)
    expect(decision.kind === 'allowed' && decision.checked.withOutputLimit(9)).toMatchObject({
      generationConfig: { temperature: 0, maxOutputTokens: 9 },
    })
  })
})
