import fc from 'fast-check'
import { LineSplitter } from '../../src/host/line-splitter.js'
import { filesRead } from '../../src/reviewers/cli/files-read.js'
import { toShellPieces } from '../../src/reviewers/cli/shell-words.js'
import { EventLog } from '../../src/reviewers/codex/events.js'
import type { ReviewEvent } from '../../src/types/reviewer.js'
import { hostileJson, hostileNumbers, hostilePath, hostileText, seed } from './support/arbitraries.js'

const snapshot = {
  directory: '/snapshot',
  text: (path: string) => (path === 'src/a.ts' ? 'const total = 1\n' : undefined),
}
const eventKeys = ['type', 'item', 'item.completed', 'command', 'usage', 'text', 'error', 'message', 'exit_code']

const string = fc.oneof(hostileText(6), hostilePath(), fc.constant('cat src/a.ts')).map((text) => JSON.stringify(text))
const number = fc.oneof(fc.constantFrom(...hostileNumbers, '"1"', 'null'), fc.nat().map(String))
const eventLine = fc.oneof(
  fc
    .tuple(string, string, number)
    .map(
      ([command, output, exit]) =>
        `{"type":"item.completed","item":{"type":"command_execution","command":${command},"aggregated_output":${output},"exit_code":${exit}}}`,
    ),
  fc
    .constantFrom('agent_message', 'reasoning', 'error')
    .chain((type) =>
      string.map((text) => `{"type":"item.completed","item":{"type":"${type}","text":${text},"message":${text}}}`),
    ),
  number.map(
    (count) =>
      `{"type":"turn.completed","usage":{"input_tokens":${count},"cached_input_tokens":${count},"output_tokens":${count}}}`,
  ),
  string.map((text) => `{"type":"turn.failed","error":{"message":${text}},"__proto__":{"type":"error"}}`),
  string.map((text) => `{"type":"error","message":${text}}`),
  hostileJson(eventKeys),
)

const streamBytes = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: eventLine.map((line) => Buffer.from(line)) },
      { weight: 1, arbitrary: anyBytes() },
    ),
    {
      maxLength: 8,
    },
  )
  .chain((lines) =>
    fc
      .constantFrom('\n', '\r\n', '\n\n')
      .map((end) => Buffer.concat(lines.flatMap((line) => [line, Buffer.from(end)]))),
  )

function anyBytes(): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))
}

interface Seen {
  readonly lines: readonly string[]
  readonly dropped: number
  readonly events: readonly ReviewEvent[]
  readonly log: EventLog
}

function read(chunks: readonly Buffer[], limit = 1_000_000): Seen {
  const lines: string[] = []
  const events: ReviewEvent[] = []
  let dropped = 0
  const log = new EventLog(snapshot, (event) => events.push(event))
  const splitter = new LineSplitter(
    limit,
    (line) => {
      lines.push(line.toString('latin1'))
      log.add(line)
    },
    () => dropped++,
  )
  for (const chunk of chunks) splitter.write(chunk)
  splitter.end()
  return { lines, dropped, events, log }
}

/** Cuts the bytes at any places, inside characters as well. */
function chunksOf(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

const cuts = fc.array(fc.nat(), { maxLength: 12 })

describe('any output of a CLI', () => {
  it('gives the same lines and events however it is cut into chunks', () => {
    fc.assert(
      fc.property(streamBytes, cuts, fc.constantFrom(16, 200, 1_000_000), (bytes, places, limit) => {
        const whole = read([bytes], limit)
        for (const chunks of [chunksOf(bytes, places), chunksOf(bytes, [...bytes.keys()])]) {
          const cut = read(chunks, limit)
          expect(cut.lines).toEqual(whole.lines)
          expect(cut.dropped).toBe(whole.dropped)
          expect(cut.events).toEqual(whole.events)
          expect(cut.log.turns).toBe(whole.log.turns)
          expect(cut.log.failure).toBe(whole.log.failure)
        }
      }),
      { seed, numRuns: 300 },
    )
  })

  it('is cut at line feeds only, and every line is handed over or said to be dropped', () => {
    fc.assert(
      fc.property(fc.oneof(streamBytes, anyBytes()), fc.integer({ min: 0, max: 60 }), (bytes, limit) => {
        const expected = bytes.toString('latin1').split('\n')
        if (expected.at(-1) === '') expected.pop()
        const { lines, dropped } = read([bytes], limit)
        expect(lines).toEqual(expected.filter((line) => line.length <= limit))
        expect(lines.length + dropped).toBe(expected.length)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('never splits a message at U+2028, NEL or a lone CR', () => {
    const text = 'a\u2028b\u2029c\u0085d\re\u000bf'
    const line = JSON.stringify({ type: 'item.completed', item: { type: 'agent_message', text } })
    expect(read([Buffer.from(`${line.replace('\\r', '\\r')}\r\n`)]).events).toEqual([{ kind: 'message', text }])
  })

  it('is taken up without an error and without a word of its own', () => {
    fc.assert(
      fc.property(streamBytes, (bytes) => {
        const { events, log } = read([bytes, bytes, bytes])
        expect(Number.isSafeInteger(log.turns)).toBe(true)
        for (const event of events) expect(['command', 'read', 'message', 'warning']).toContain(event.kind)
        for (const path of log.filesRead) expect(path).toBe('src/a.ts')
        expect(Object.keys(Object.prototype)).toEqual([])
      }),
      { seed, numRuns: 500 },
    )
  })

  it('credits no file outside the snapshot', () => {
    fc.assert(
      fc.property(hostileText(), hostilePath(), hostileText(), (command, path, output) => {
        const asked: string[] = []
        const files = {
          directory: '/snapshot',
          text: (name: string) => {
            asked.push(name)
            return ''
          },
        }
        filesRead({ command: `/bin/bash -lc 'cd ${path}; cat ${path} ${command}'`, output: `${path}:${output}` }, files)
        for (const name of asked) expect(name).not.toMatch(/^(?:\/|\.\.(?:\/|$))|\0/)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('reads the words of any script without losing a character but quotes, blanks and backslashes', () => {
    fc.assert(
      fc.property(
        fc.oneof(hostileText(), fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', ' ', ';', 'a', '\n') })),
        (script) => {
          const bare = (text: string) => text.replace(/['"\\ \t]/g, '')
          expect(
            bare(
              toShellPieces(script)
                .map((piece) => piece.text)
                .join(''),
            ),
          ).toBe(bare(script))
        },
      ),
      { seed, numRuns: 1_000 },
    )
  })
})
