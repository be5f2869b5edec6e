import { MAX_SEARCHED_OUTPUT } from '../../../src/reviewers/cli/read-log.js'
import { EventLog } from '../../../src/reviewers/codex/events.js'
import type { ReviewEvent } from '../../../src/types/reviewer.js'

const source = 'export const first = 1\n'
const snapshot = { directory: '/snapshot', text: (path: string) => (path === 'src/a.ts' ? source : undefined) }
const padding = 'x'.repeat(5_000)

function taken(...lines: readonly string[]): { readonly log: EventLog; readonly events: readonly ReviewEvent[] } {
  const events: ReviewEvent[] = []
  const log = new EventLog(snapshot, (event) => events.push(event))
  for (const line of lines) log.add(Buffer.from(line))
  return { log, events }
}

const command = { type: 'command_execution', command: `/bin/bash -lc 'cat src/a.ts'` }
const read = { ...command, aggregated_output: source, exit_code: 0, status: 'completed' }
const readEvent = { kind: 'read', path: 'src/a.ts' }

describe('the event log of Codex', () => {
  it.each([
    ['as the CLI writes it', { type: 'item.completed', item: { id: 'item_1', ...read } }],
    ['with the type last', { item: { ...read }, type: 'item.completed' }],
    ['with the type behind a long field', { note: padding, type: 'item.completed', item: read }],
    ['with the type of the item behind a long field', { type: 'item.completed', item: { id: padding, ...read } }],
    [
      'with the exit code before the output',
      { type: 'item.completed', item: { exit_code: 0, ...command, aggregated_output: source } },
    ],
    [
      'with a long output',
      { type: 'item.completed', item: { id: 'item_1', ...read, aggregated_output: `${padding}\n${source}` } },
    ],
    [
      'with an output of 2 MB',
      {
        type: 'item.completed',
        item: { id: 'item_1', ...read, aggregated_output: `${source}${'"\\\n'.repeat(660_000)}` },
      },
    ],
    [
      'with a long command',
      { type: 'item.completed', item: { id: 'i', ...read, command: `/bin/bash -lc 'cat src/a.ts; echo ${padding}'` } },
    ],
    [
      'with line ends of other kinds in it',
      { type: 'item.completed', item: { id: 'i', ...read, aggregated_output: `a\u2028b\u2029\r\u0085\n${source}` } },
    ],
  ])('counts a file that was read, from an event %s', (_, event) => {
    const { log, events } = taken(JSON.stringify(event))
    expect(events).toEqual([readEvent])
    expect(log.filesRead).toEqual(['src/a.ts'])
  })

  it('tells each file once', () => {
    const line = JSON.stringify({ type: 'item.completed', item: { id: 'item_1', ...read } })
    expect(taken(line, line).events).toEqual([readEvent])
  })

  it.each([
    ['short', 'false'],
    ['long', `false; echo ${padding}`],
  ])('tells of a %s command when it starts and when it fails, whole', (_, text) => {
    const item = { id: 'item_1', ...command, command: text }
    const started = { type: 'item.started', item: { ...item, aggregated_output: '', exit_code: null } }
    const failed = { type: 'item.completed', item: { ...item, aggregated_output: padding, exit_code: 1 } }
    expect(taken(JSON.stringify(started), JSON.stringify(failed)).events).toEqual([
      { kind: 'command', command: text, exitCode: null },
      { kind: 'command', command: text, exitCode: 1 },
    ])
  })

  it.each([
    ['agent_message', { text: padding }, { kind: 'message', text: padding }],
    ['reasoning', { text: 'a\u2028b' }, { kind: 'message', text: 'a\u2028b' }],
    ['error', { message: padding }, { kind: 'warning', text: padding }],
  ])('hands on the text of an item of type %s', (type, fields, expected) => {
    const items = [
      { id: 'item_1', type, ...fields },
      { ...fields, type },
    ]
    const lines = items.map((item) => JSON.stringify({ type: 'item.completed', item }))
    expect(taken(...lines).events).toEqual([expected, expected])
  })

  it.each([
    ['an unknown event', { type: 'item.retold', item: { id: 'item_1', ...read } }],
    ['an update', { type: 'item.updated', item: { id: 'item_1', ...read } }],
    ['an unknown item', { type: 'item.completed', item: { id: 'item_1', type: 'file_change', changes: [] } }],
    [
      'a tool call that looks like a command',
      { type: 'item.completed', item: { id: 'i', ...read, type: 'mcp_tool_call' } },
    ],
    ['a thought that begins', { type: 'item.started', item: { id: 'i', type: 'reasoning', text: 'x' } }],
    ['a type that is no text', { type: { type: 'turn.completed' } }],
  ])('passes over %s', (_, event) => {
    const { log, events } = taken(JSON.stringify(event))
    expect(events).toEqual([])
    expect([log.turns, log.failed, log.filesRead]).toEqual([0, false, []])
  })

  it.each([
    ['an event', '{"type":"turn.failed","error":{"message":"no"}}'],
    ['the rest of an item', '","exit_code":0,"status":"completed"}}'],
    ['the head of an item', '"aggregated_output":"export const first = 1","type":"command_execution"'],
    ['line feeds and an event', '\n{"type":"turn.completed"}\n'],
  ])('does not take a text that looks like %s for one', (_, text) => {
    const failed = { ...command, aggregated_output: `${text}${padding}${text}`, exit_code: 1 }
    const { log, events } = taken(
      JSON.stringify({ type: 'item.completed', item: { id: 'item_1', type: 'agent_message', text } }),
      JSON.stringify({ note: text, type: 'item.completed', item: { id: 'item_1', ...failed } }),
      JSON.stringify({ type: 'item.completed', item: { id: 'item_1', ...failed } }),
    )
    const told = { kind: 'command', command: command.command, exitCode: 1 }
    expect(events).toEqual([{ kind: 'message', text }, told, told])
    expect([log.turns, log.failed, log.filesRead]).toEqual([0, false, []])
  })

  it('counts turns and keeps why one failed, in any order of the keys', () => {
    const { log } = taken(
      '{"usage":{"type":"turn.started"},"type":"turn.completed"}',
      '{"type":"turn.completed"}',
      JSON.stringify({ error: { message: padding }, type: 'turn.failed' }),
    )
    expect([log.turns, log.failed, log.failure]).toEqual([2, true, padding])
  })

  it.each([
    '{"type":"turn.completed"',
    '{"type":"turn.completed"}}',
    'turn.completed',
    ' {"type":"turn.completed"}',
    '{}',
  ])('passes over %s, which is no event', (line) => {
    expect(taken(line).log.turns).toBe(0)
  })

  it.each([
    ['agent_message', 'text', 'message'],
    ['reasoning', 'text', 'message'],
    ['error', 'message', 'warning'],
  ])('hands on only the beginning of a very long text of type %s', (type, field, kind) => {
    const line = JSON.stringify({ type: 'item.completed', item: { id: 'i', type, [field]: 'xy'.repeat(100_000) } })
    expect(taken(line).events).toEqual([{ kind, text: 'xy'.repeat(8 * 1024) }])
  })

  it('hands on only the beginning of a very long command', () => {
    const item = { id: 'i', ...command, command: 'xy'.repeat(100_000), exit_code: 1 }
    const lines = ['item.started', 'item.completed'].map((type) => JSON.stringify({ type, item }))
    const told = { kind: 'command', command: 'xy'.repeat(8 * 1024) }
    expect(taken(...lines).events).toEqual([
      { ...told, exitCode: null },
      { ...told, exitCode: 1 },
    ])
  })

  it('still tells of what fails, and of nothing that is read, once enough output was searched', () => {
    const ran = (change: object) => JSON.stringify({ type: 'item.completed', item: { id: 'i', ...read, ...change } })
    const { log, events } = taken(
      ran({ command: 'x', aggregated_output: 'x'.repeat(MAX_SEARCHED_OUTPUT) }),
      ran({}),
      ran({ aggregated_output: '","exit_code":0,"status":"completed"}}', exit_code: 1, status: 'failed' }),
      JSON.stringify({ type: 'item.completed', item: { id: 'i', status: 'completed', ...command, exit_code: 2 } }),
      JSON.stringify({ type: 'item.completed', item: { id: 'i', type: 'agent_message', text: 'x' } }),
      '{"type":"turn.completed"}',
    )
    expect(events).toEqual([
      { kind: 'command', command: command.command, exitCode: 1 },
      { kind: 'command', command: command.command, exitCode: 2 },
      { kind: 'message', text: 'x' },
    ])
    expect([log.turns, log.filesRead]).toEqual([1, []])
  })
})
