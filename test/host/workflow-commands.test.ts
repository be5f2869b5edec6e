import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeWorkflowCommands } from '../../src/host/workflow-commands.js'

const root = mkdtempSync(join(tmpdir(), 'model-stack-commands-'))

afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0

function aRunner() {
  made++
  const files = { output: join(root, `output-${made}`), state: join(root, `state-${made}`) }
  const written: string[] = []
  return { files, written, commands: makeWorkflowCommands((text) => written.push(text), files) }
}

/** As the runner reads such a file (docs: "Multiline strings"): name<<delimiter, lines, delimiter. */
function readPairs(file: string): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {}
  const lines = readFileSync(file, 'utf8').split('\n')
  expect(lines.pop()).toBe('')
  while (lines.length > 0) {
    const [name = '', delimiter = ''] = (lines.shift() ?? '').split('<<')
    const end = lines.indexOf(delimiter)
    expect(end).toBeGreaterThanOrEqual(0)
    pairs[name] = lines.splice(0, end).join('\n')
    lines.shift()
  }
  return pairs
}

describe('annotate', () => {
  it.each([
    ['a percent sign first, so that no escape is made up', '%0A', '::error title=t::%250A\n'],
    ['line ends', 'a\nb\r\nc', '::error title=t::a%0Ab%0D%0Ac\n'],
    ['nothing else in the message', 'a:b,c', '::error title=t::a:b,c\n'],
  ])('escapes %s', (_, message, command) => {
    const { written, commands } = aRunner()
    commands.annotate({ level: 'error', title: 't', message })
    expect(written).toEqual([command])
  })

  it('escapes colons and commas in properties, so that no property can add another', () => {
    const { written, commands } = aRunner()
    commands.annotate({ level: 'warning', title: 'a,file=x::b%\n', message: 'm', path: 'a,b:c.ts' })
    expect(written).toEqual(['::warning title=a%2Cfile=x%3A%3Ab%25%0A,file=a%2Cb%3Ac.ts::m\n'])
  })

  it('leaves no line end and no old command that a reader of the log could see', () => {
    const { written, commands } = aRunner()
    commands.annotate({ level: 'notice', title: 't', message: 'a\u2028::b', path: 'a\u2028##[add-mask]b.ts' })
    expect(written).toEqual(['::notice title=t,file=a # #[add-mask]b.ts::a ::b\n'])
  })

  it('names file and lines where there are any', () => {
    const { written, commands } = aRunner()
    commands.annotate({ level: 'notice', title: 't', message: 'm', path: 'a.ts', startLine: 3, endLine: 5 })
    expect(written).toEqual(['::notice title=t,file=a.ts,line=3,endLine=5::m\n'])
  })

  it('writes exactly one line, whatever the texts are', () => {
    const { written, commands } = aRunner()
    const hostile = '\r\n::add-mask::x\n::stop-commands::y\n'
    commands.annotate({ level: 'error', title: hostile, message: hostile, path: hostile })
    expect(written.join('').split(/[\r\n]/)).toHaveLength(2)
  })
})

describe('addMask', () => {
  it.each([
    ['a secret of one line', 'secret', ['::add-mask::secret\n']],
    ['each line of a longer one', 'one\ntwo\r\nthree', ['one', 'two', 'three'].map((line) => `::add-mask::${line}\n`)],
    ['no blank line, which would mask everything', '\n \nkey\n\n', ['::add-mask::key\n']],
    ['a secret with a percent sign, escaped', '50%0A', ['::add-mask::50%250A\n']],
    ['nothing for an empty secret', '', []],
  ])('masks %s', (_, secret, commands) => {
    const runner = aRunner()
    runner.commands.addMask(secret)
    expect(runner.written).toEqual(commands)
  })
})

describe('setOutput and saveState', () => {
  it.each([
    ['plain text', 'pass'],
    ['nothing', ''],
    ['several lines', 'a\nb\n'],
    ['what looks like another output', 'x\nconclusion=pass\nconclusion<<EOF\npass\nEOF'],
    ['what looks like a delimiter of ours', 'model-stack-00000000-0000-4000-8000-000000000000'],
  ])('carry %s through the file as it is', (_, value) => {
    const { files, commands, written } = aRunner()
    commands.setOutput('first', value)
    commands.setOutput('second', 'after')
    commands.saveState('kept', value)
    expect(readPairs(files.output)).toEqual({ first: value, second: 'after' })
    expect(readPairs(files.state)).toEqual({ kept: value })
    expect(written).toEqual([])
  })

  it('use another delimiter each time, so that no value can know it', () => {
    const { files, commands } = aRunner()
    commands.setOutput('a', '1')
    const seen = readFileSync(files.output, 'utf8')
    commands.setOutput('b', seen)
    const delimiters = [...readFileSync(files.output, 'utf8').matchAll(/^[ab]<<(.+)$/gm)].map(([, found]) => found)
    expect(new Set(delimiters).size).toBe(2)
    expect(readPairs(files.output)).toEqual({ a: '1', b: seen })
  })

  it.each([undefined, ''])('write nowhere when the runner names no file (%p)', (file) => {
    const written: string[] = []
    const commands = makeWorkflowCommands((text) => written.push(text), { output: file, state: file })
    commands.setOutput('a', '1')
    commands.saveState('a', '1')
    expect(written).toEqual([])
  })
})
