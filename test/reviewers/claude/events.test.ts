import { EventLog } from '../../../src/reviewers/claude/events.js'
import { MAX_SEARCHED_OUTPUT } from '../../../src/reviewers/cli/read-log.js'
import type { ReviewEvent } from '../../../src/types/reviewer.js'

const files = new Map([
  ['a.ts', 'export const first = 1\n'],
  ['b.ts', 'export const second = 2\n'],
])
const snapshot = '/run/snapshot'
const init = {
  type: 'system',
  subtype: 'init',
  cwd: snapshot,
  model: 'm',
  permissionMode: 'dontAsk',
  claude_code_version: '1.2.3',
  tools: ['Glob', 'Grep', 'Read', 'StructuredOutput'],
  mcp_servers: [],
  slash_commands: [],
  skills: [],
  agents: ['claude', 'Explore', 'general-purpose', 'Plan'],
  plugins: [{ name: 'x', path: 'builtin', source: 'x@builtin' }],
  additional_directories: [],
}

function makeLog(): { readonly log: EventLog; readonly events: ReviewEvent[] } {
  const events: ReviewEvent[] = []
  const text = (path: string) => files.get(path)
  const expected = { snapshot, model: 'm', version: '1.2.3' }
  return { log: new EventLog({ directory: snapshot, text }, expected, (event) => events.push(event)), events }
}

function taken(...events: readonly object[]) {
  const { log, events: told } = makeLog()
  for (const event of events) log.add(Buffer.from(JSON.stringify(event)))
  return { log, events: told }
}

const assistant = (...content: readonly object[]) => ({ type: 'assistant', message: { model: 'm-2026', content } })
const call = (id: string, name: string, input: object = {}) => ({ type: 'tool_use', id, name, input })
const answered = (id: string, result: unknown, isError = false) => ({
  type: 'user',
  message: { content: [{ type: 'tool_result', tool_use_id: id, is_error: isError, content: '' }] },
  tool_use_result: result,
})
const readResult = (filePath: string) => ({ type: 'text', file: { filePath, content: '' } })
const result = { type: 'result', subtype: 'success', is_error: false, result: 'x' }

describe('the event log of Claude Code', () => {
  it('accepts the setup that was asked for', () => {
    expect(() => taken({ type: 'system', subtype: 'ui_invalidate' }, init, assistant(), result)).not.toThrow()
  })

  it.each([
    ['another tool', { tools: [...init.tools, 'Bash'] }],
    ['a tool less', { tools: ['Read', 'Grep'] }],
    ['an MCP server', { mcp_servers: [{ name: 'x', status: 'connected' }] }],
    ['a slash command', { slash_commands: ['x'] }],
    ['a skill', { skills: ['x'] }],
    ['an agent of somebody', { agents: [...init.agents, 'evil'] }],
    ['a plugin from a directory', { plugins: [{ name: 'x', path: '/x', source: 'x@builtin' }] }],
    ['a plugin from a shop', { plugins: [{ name: 'x', path: 'builtin', source: 'x@shop' }] }],
    ['another mode', { permissionMode: 'bypassPermissions' }],
    ['another directory', { cwd: '/home' }],
    ['one directory more', { additional_directories: ['/home'] }],
    ['another version', { claude_code_version: '9.9.9' }],
    ['no list of tools', { tools: undefined }],
    ['no list of MCP servers', { mcp_servers: undefined }],
    ['no mode', { permissionMode: undefined }],
  ])('stops a run that starts with %s', (_what, change) => {
    expect(() => taken({ ...init, ...change })).toThrow(expect.objectContaining({ code: 'SANDBOX_UNAVAILABLE' }))
  })

  it('stops a run in which the CLI would ask for another model', () => {
    expect(() => taken({ ...init, model: 'evil' })).toThrow(expect.objectContaining({ code: 'MODEL_NOT_FOUND' }))
  })

  it('stops a run that starts well and is set up anew', () => {
    expect(() => taken(init, { ...init, tools: ['Bash'] })).toThrow(/tools/)
  })

  it.each([
    ['a model', assistant({ type: 'text', text: 'x' })],
    ['a tool', answered('1', readResult('a.ts'))],
    ['a good end', result],
  ])('stops a run in which %s comes before the setup is known', (_what, event) => {
    expect(() => taken(event)).toThrow(expect.objectContaining({ code: 'SANDBOX_UNAVAILABLE' }))
  })

  it('takes a failure before the setup for what it is', () => {
    const failed = { ...result, is_error: true, api_error_status: 401 }
    expect(taken(failed).log.result).toMatchObject({ is_error: true, api_error_status: 401 })
  })

  it.each([
    ['the absolute path', '/run/snapshot/a.ts', ['a.ts']],
    ['a relative path', 'a.ts', ['a.ts']],
    ['a path that goes out and in', '/run/snapshot/../snapshot/a.ts', ['a.ts']],
    ['a file outside', '/etc/passwd', []],
    ['a path that climbs', '../snapshot-2/a.ts', []],
    ['the root', snapshot, []],
    ['a file that is not there', 'c.ts', []],
    ['a path with a zero byte', 'a.ts\0', []],
  ])('credits a read of %s', (_what, path, read) => {
    expect(taken(init, assistant(call('1', 'Read')), answered('1', readResult(path))).log.filesRead).toEqual(read)
  })

  it.each([
    ['an error', assistant(call('1', 'Read')), answered('1', readResult('a.ts'), true)],
    ['a call that nobody made', assistant(call('2', 'Read')), answered('1', readResult('a.ts'))],
    ['another tool', assistant(call('1', 'Glob')), answered('1', { filenames: ['a.ts'] })],
    [
      'a search that names files',
      assistant(call('1', 'Grep')),
      answered('1', { mode: 'files_with_matches', filenames: ['a.ts'] }),
    ],
    [
      'a search that shows what stands nowhere',
      assistant(call('1', 'Grep')),
      answered('1', { mode: 'content', content: 'a.ts:1:other' }),
    ],
    ['text that only looks like a result', assistant(call('1', 'Read')), answered('1', 'a.ts')],
  ])('credits nothing for %s', (_what, asked, answer) => {
    expect(taken(init, asked, answer).log.filesRead).toEqual([])
  })

  it('credits a search with the files whose lines it shows', () => {
    const shown = { mode: 'content', content: 'b.ts:1:export const second = 2' }
    expect(taken(init, assistant(call('1', 'Grep', { pattern: 's' })), answered('1', shown)).log.filesRead).toEqual([
      'b.ts',
    ])
  })

  it('joins calls and results that come in another order', () => {
    const { log, events } = taken(
      init,
      assistant(call('1', 'Read'), call('2', 'Read')),
      answered('2', readResult('b.ts')),
      answered('1', readResult('a.ts')),
      answered('1', readResult('a.ts')),
    )
    expect(log.filesRead).toEqual(['b.ts', 'a.ts'])
    expect(events).toEqual([
      { kind: 'read', path: 'b.ts' },
      { kind: 'read', path: 'a.ts' },
    ])
  })

  it('knows which model answered, and takes nothing strange for a name', () => {
    const strange = { type: 'assistant', message: { model: '::error::\n', content: [] } }
    const synthetic = { type: 'assistant', message: { model: '<synthetic>', content: [] }, error: 'rate_limit' }
    const { log } = taken(init, assistant(), strange, synthetic)
    expect(log).toMatchObject({ model: 'm-2026', errorKind: 'rate_limit' })
  })

  it('forgets a failure after which the model answered', () => {
    const synthetic = { type: 'assistant', message: { model: '<synthetic>', content: [] }, error: 'overloaded' }
    expect(taken(init, synthetic, assistant()).log.errorKind).toBeUndefined()
  })

  it.each([
    '',
    'x',
    '{',
    '[]',
    'null',
    '{"type":7}',
    '{"type":"assistant"}',
    '{"type":"user","message":7}',
    '{"type":"result"}',
    '{"type":"future"}',
  ])('passes over the line %j', (line) => {
    const { log, events } = makeLog()
    log.add(Buffer.from(line))
    expect({ events, result: log.result, read: log.filesRead }).toEqual({ events: [], result: undefined, read: [] })
  })

  const long = 'x'.repeat(5_000)
  const { type: userType, ...user } = answered('1', { type: 'text', file: { filePath: 'a.ts', content: long } })

  it.each([
    ['as the CLI writes them', { type: userType, ...user }],
    ['with the type last', { ...user, type: userType }],
    ['with the type behind a long field', { note: long, type: userType, ...user }],
  ])('credits a read from events %s', (_what, event) => {
    const { subtype: _, type: __, ...rest } = init
    const { message } = assistant(call('1', 'Read'))
    const { log } = taken(
      { ...rest, subtype: 'init', type: 'system' },
      { message, note: long, type: 'assistant' },
      event,
      { subtype: 'success', note: long, is_error: false, result: long, type: 'result' },
    )
    expect(log.filesRead).toEqual(['a.ts'])
    expect(log.result?.result).toBe(long)
  })

  it('joins a call to its result by an id of any length, and hands on long texts whole', () => {
    const { log, events } = taken(
      init,
      assistant(call(long, 'Grep', { path: 'b.ts' }), { type: 'text', text: `${long}\u2028` }),
      answered(long, { mode: 'content', content: `${long}\nb.ts:1:export const second = 2` }),
    )
    expect(log.filesRead).toEqual(['b.ts'])
    expect(events).toContainEqual({ kind: 'message', text: `${long}\u2028` })
  })

  it('stops a run whose setup says its kind only at the end', () => {
    const { subtype: _, type: __, ...rest } = { ...init, tools: ['Bash'] }
    expect(() => taken({ note: long, ...rest, subtype: 'init', type: 'system' })).toThrow(/tools/)
    expect(() => taken({ type: 'system', note: long, ...rest, subtype: 'init' })).toThrow(/tools/)
  })

  it.each([
    ['an unknown kind', { type: 'stream_event', subtype: 'init', event: {} }],
    ['an unknown kind of the system', { type: 'system', subtype: 'thinking_tokens', tokens: 1 }],
    ['a kind that looks like a list', { type: ['user'], message: { content: [] } }],
  ])('passes over %s', (_what, event) => {
    const { log, events } = taken(event)
    expect(events).toEqual([])
    expect(log.result).toBeUndefined()
  })

  it('hands on only the beginning of very long texts', () => {
    const text = 'xy'.repeat(100_000)
    const { events } = taken(init, assistant({ type: 'text', text }, { type: 'thinking', thinking: text }))
    const told = { kind: 'message', text: 'xy'.repeat(8 * 1024) }
    expect(events).toEqual([told, told])
  })

  it('still counts files that are read, but searches no more, once enough output was searched', () => {
    // As the CLI writes it: the result before what it is for the reader.
    const written = (id: string, shown: unknown) => ({
      type: 'user',
      message: { role: 'user', content: [{ tool_use_id: id, type: 'tool_result', content: long }] },
      tool_use_result: shown,
    })
    const whole = { mode: 'content', content: 'x'.repeat(MAX_SEARCHED_OUTPUT) }
    const found = { mode: 'content', content: 'b.ts:1:export const second = 2' }
    const { log } = taken(
      init,
      assistant(call('1', 'Grep')),
      written('1', whole),
      assistant(call('2', 'Grep'), call('3', 'Read', { file_path: '/run/snapshot/a.ts' })),
      written('2', found),
      written('3', readResult('/run/snapshot/a.ts')),
      assistant(call('4', 'Read', { file_path: '/run/snapshot/a.ts' })),
      written('4', readResult('b.ts')),
      written('5', readResult('b.ts')),
    )
    expect(log.filesRead).toEqual(['a.ts'])
  })

  it('counts what is read towards the output that is searched', () => {
    const shown = { type: 'text', file: { filePath: 'a.ts', content: 'x'.repeat(MAX_SEARCHED_OUTPUT) } }
    const { log } = taken(
      init,
      assistant(call('1', 'Read'), call('2', 'Grep')),
      answered('1', shown),
      answered('2', { mode: 'content', content: 'b.ts:1:export const second = 2' }),
    )
    expect(log.filesRead).toEqual(['a.ts'])
  })
})
