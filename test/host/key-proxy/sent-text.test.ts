import { renderDiff } from '../../../src/diff/render.js'
import { makeSentText, type SentText, sentFiles } from '../../../src/host/key-proxy/sent-text.js'
import { aFileDiff, aHunk } from '../../diff/builders.js'

const a = 'import { join } from "node:path"\n\nexport function first(value: string) {\n\treturn value + 1\n}\n'
const b = 'import { join } from "node:path"\n\nexport function second(value: string) {\n\treturn value + 2\n}\n'

function listed(sent: SentText, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return sentFiles(sent, each(files)).then(({ files: paths }) => paths)
}

async function* each(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) yield { path, lines: text.split('\n') }
}

function sentBody(...texts: readonly string[]): SentText {
  const sent = makeSentText()
  sent.add({ model: 'm', input: texts.map((text) => ({ role: 'user', content: [{ type: 'input_text', text }] })) })
  return sent
}

const numbered = (text: string, toLine: (line: string, number: number) => string) =>
  text
    .split('\n')
    .map((line, index) => toLine(line, index + 1))
    .join('\n')

describe('which files were sent', () => {
  it.each([
    ['cat', a],
    ['cat -n', numbered(a, (line, number) => `${String(number).padStart(6)}\t${line}`)],
    ['nl with a colon', numbered(a, (line, number) => `${number}: ${line}`)],
    ['grep -n', numbered(a, (line, number) => `${number}:${line}`)],
    ['grep -rn', numbered(a, (line, number) => `./src/a.ts:${number}:${line}`)],
    ['grep -r', numbered(a, (line) => `src/a.ts:${line}`)],
    ['grep with context', numbered(a, (line, number) => `src/a.ts-${number}-${line}`)],
    ["Claude Code's Read", numbered(a, (line, number) => `${String(number).padStart(6)}→${line}`)],
    ['a diff of git', numbered(a, (line) => `+${line}`)],
    ['output of a command inside JSON', JSON.stringify({ exit_code: 0, output: a })],
    ['CRLF', a.replaceAll('\n', '\r\n')],
  ])('are known when %s shows them', async (_how, text) => {
    expect(await listed(sentBody('Review this.', text), { 'src/a.ts': a, 'src/b.ts': b })).toEqual(['src/a.ts'])
  })

  it.each([
    ['added', '+'],
    ['removed', '-'],
    ['context', ' '],
  ])('are known when our diff shows their lines as %s', async (_kind, sign) => {
    const text = `${a}- a list item with a dash of its own\n`
    const lines = text.trimEnd().split('\n')
    const shown = renderDiff([
      aFileDiff({
        hunks: [
          aHunk(
            lines.map((line) => sign + line),
            { oldStart: 98, newStart: 9 },
          ),
        ],
      }),
    ])
    const perLine = await Promise.all(lines.map((line, index) => listed(sentBody(shown), { [`${index}`]: line })))
    // All but the empty line and the brace.
    expect(perLine.flat()).toEqual(['0', '2', '3', '5'])
  })

  it('are none when nothing of them was sent, whatever their names', async () => {
    expect(await listed(sentBody('Review src/a.ts and src/b.ts.'), { 'src/a.ts': a, 'src/b.ts': b })).toEqual([])
  })

  it('are not those that share only a line with a file that was sent', async () => {
    expect(await listed(sentBody(a), { 'src/a.ts': a, 'src/b.ts': b })).toEqual(['src/a.ts'])
  })

  it('are all that have the line, where nothing tells them apart', async () => {
    expect(await listed(sentBody(a.split('\n')[0] ?? ''), { 'src/a.ts': a, 'src/b.ts': b })).toEqual([
      'src/a.ts',
      'src/b.ts',
    ])
  })

  it('are not told by a line that many files have', async () => {
    const licence = '// Licensed under the MIT licence, see LICENSE.'
    const many = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, licence]))
    expect(await listed(sentBody(licence), many)).toEqual([])
  })

  it('are not told by short lines', async () => {
    expect(await listed(sentBody('}\nelse {\nreturn x'), { a: '}\nelse {\nreturn x' })).toEqual([])
  })

  it('are known by lines with invisible characters, which the diff escapes', async () => {
    const trick = 'const access = "user\u202e"'
    expect(await listed(sentBody(' 1   +const access = "user⟨U+202E⟩"'), { trick })).toEqual(['trick'])
  })

  it('are known by the start of a very long line', async () => {
    const long = `const table = [${'1, '.repeat(1_000_000)}]`
    expect(await listed(sentBody(`1\t${long}`), { long, other: 'const table = []' })).toEqual(['long'])
  })
})

describe('the memory of what was sent', () => {
  it('is bounded, and says when it is full', async () => {
    const sent = makeSentText({ lines: 100 })
    sent.add(Array.from({ length: 1_000 }, (_, index) => `this is line number ${index} of many`))
    expect(sent.complete()).toBe(false)
    expect(await sentFiles(sent, each({ late: 'this is line number 999 of many' }))).toEqual({
      files: [],
      complete: false,
    })
  })

  it('takes hostile text in linear time', () => {
    const sent = makeSentText()
    for (const piece of ['\\', '1 ', 'a:', '+', '\t', '-1', '\r', ' ']) sent.add(piece.repeat(1_000_000))
    expect(sent.complete()).toBe(true)
  })
})
