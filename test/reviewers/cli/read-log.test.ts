import fc from 'fast-check'
import { filesRead } from '../../../src/reviewers/cli/files-read.js'
import { type LazyText, parseOutline, shortText } from '../../../src/reviewers/cli/outline.js'
import { MAX_SEARCHED_OUTPUT, ReadLog } from '../../../src/reviewers/cli/read-log.js'

const texts: Readonly<Record<string, string>> = {
  'a.ts': 'export const first = 1\n',
  'b/c.ts': 'export const second: number = 2\n}\n',
  'd e.md': '# A heading: here\n',
  'empty.txt': '',
}
const snapshot = { directory: '/snapshot', text: (path: string) => texts[path] }
const knowing = {
  ...snapshot,
  mayBegin: (character: string) => Object.keys(texts).some((path) => path.startsWith(character)),
}

const word = fc.constantFrom(
  ...Object.keys(texts),
  'c.ts',
  './a.ts',
  '/snapshot/a.ts',
  'cd b;',
  'cat',
  '|',
  '"',
  'none',
)
const script = fc.array(word, { maxLength: 4 }).map((words) => `/bin/bash -lc '${words.join(' ')}'`)
const content = fc.constantFrom(...Object.values(texts).map((text) => text.split('\n')[0] ?? ''), '}', 'none', '')
const prefix = fc.constantFrom(
  '',
  '',
  'a.ts:',
  'b/c.ts:12:',
  './d e.md:',
  'up/../a.ts:',
  '/snapshot/up/../b/c.ts:1:',
  'none:',
  '     1\t',
  'a\\',
  '"',
  ':',
  '\u2028:',
)
const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(prefix, content).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('==> a.ts <==', '\\n', 'a\\na.ts:x', 'x\ra.ts:1:y', `${'z'.repeat(7_000)}a.ts:`),
  },
)
const output = fc
  .tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end))

const commandList = fc.array(fc.tuple(script, output, fc.boolean()), { maxLength: 8 })

/** The text as it comes in an event, set aside where it is long. */
function asPrinted(text: string): LazyText {
  const padded = parseOutline(Buffer.from(JSON.stringify({ text })))
  const [name = ''] = Object.values(Object(padded?.value)).map(String)
  return padded?.textOf(name) ?? shortText(text)
}

describe('ReadLog', () => {
  it('tells every file that filesRead credits any of the commands with, once', () => {
    fc.assert(
      fc.property(commandList, fc.constantFrom(snapshot, knowing), (commands, files) => {
        const log = new ReadLog(files)
        const told: string[] = []
        const expected = new Set<string>()
        for (const [command, text, isLong] of commands) {
          const printed = isLong ? `${text}\n${'-'.repeat(600)}` : text
          told.push(...log.take(command, asPrinted(printed)))
          for (const path of filesRead({ command, output: printed }, snapshot)) expected.add(path)
        }
        expect(told.toSorted()).toEqual([...expected].sort())
        expect(log.paths).toEqual(told)
      }),
      { seed: 20261121, numRuns: 3_000 },
    )
  })

  it.each([
    ['a line feed', 'x: y\\u000aa.ts:1:export const first = 1'],
    ['a colon', 'a.ts\\u003A1:export const first = 1'],
    ['a heading', '\\u003d=> a.ts <==\\nexport const first = 1'],
    ['a letter', '\\u0061.ts:export const first = 1'],
    ['a slash', 'b\\/c.ts:export const second: number = 2'],
  ])('sees through %s that is escaped in another way', (_, raw) => {
    const decode = () => JSON.parse(`"${raw}"`)
    const expected = filesRead({ command: 'rg x', output: decode() }, snapshot)
    expect(expected).toHaveLength(1)
    expect(
      new ReadLog(snapshot).take('rg x', { bytes: raw.length, raw: () => raw, decode, beginning: decode }),
    ).toEqual(expected)
  })

  it('looks at no more names of one output than filesRead does', () => {
    const names = Array.from({ length: 400 }, (_, index) => `name${index}: x`).join('\n')
    const asked = new Set<string>()
    const text = (path: string) => {
      asked.add(path)
      return texts[path]
    }
    const log = new ReadLog({ directory: '/snapshot', text })
    expect(log.take('rg x', asPrinted(`${names}\na.ts:export const first = 1`))).toEqual([])
    expect(asked.size).toBeLessThanOrEqual(310)
    expect(log.take('rg x', asPrinted('a.ts:export const first = 1'))).toEqual(['a.ts'])
  })

  it('asks for the content of a file no more once it is read', () => {
    let asked = 0
    const text = (path: string) => {
      if (path === 'a.ts') asked++
      return texts[path]
    }
    const log = new ReadLog({ directory: '/snapshot', text })
    const take = () => log.take('cat a.ts', shortText('export const first = 1'))
    expect(take()).toEqual(['a.ts'])
    const before = asked
    expect(take()).toEqual([])
    expect(asked).toBe(before)
  })

  it('looks for files in so much output and no more', () => {
    const log = new ReadLog(snapshot)
    const other = shortText('x'.repeat(MAX_SEARCHED_OUTPUT - 1))
    expect(log.take('cat none', other)).toEqual([])
    expect(log.take('cat a.ts', shortText('export const first = 1'))).toEqual(['a.ts'])
    expect(log.take('cat d\\ e.md', shortText('# A heading: here'))).toEqual([])
    expect(log.paths).toEqual(['a.ts'])
  })
})
