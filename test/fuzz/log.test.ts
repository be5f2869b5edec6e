import fc from 'fast-check'
import { makeActionLog } from '../../src/host/action-log.js'
import { makeWorkflowCommands } from '../../src/host/workflow-commands.js'
import { toAnnotations } from '../../src/report/annotations.js'
import { stripControls } from '../../src/report/escape.js'
import { inertLogText } from '../../src/report/log-text.js'
import { aReport, aResult } from '../support/builders.js'
import { hostilePath, hostileText, seed } from './support/arbitraries.js'
import { commandsIn, controlsIn, hiddenIn, wordsOf } from './support/oracles.js'

describe('the oracle of the log', () => {
  it.each(['::x::', ' \u0085::x', 'a\r::x', 'a\u2028\ufeff::x', 'mid ##[x]', 'mid ##[X'])(
    'finds a command in %j',
    (text) => {
      expect(commandsIn(text)).not.toEqual([])
    },
  )
})

describe('any text in the log', () => {
  it('holds no command, no control and nothing hidden, and keeps its words', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const output = inertLogText(text).join('\n')
        expect(commandsIn(output)).toEqual([])
        expect(controlsIn(output)).toEqual([])
        expect(hiddenIn(output)).toEqual([])
        for (const word of wordsOf(text.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, ' '))) expect(output).toContain(word)
      }),
      { seed, numRuns: 1_500 },
    )
  })

  it('stays clean when it is cleaned twice', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        expect(stripControls(stripControls(text))).toBe(stripControls(text))
      }),
      { seed, numRuns: 1_000 },
    )
  })

  it('leaves the log of a job with the commands of our own only', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText(), hostileText(), async (title, text) => {
        const written: string[] = []
        const log = makeActionLog({ write: (part) => written.push(part), redact: (part) => part, verbose: 'yes' })
        await log.group(title, async () => {
          log.info(text)
          log.warning(text)
          log.debug(text)
        })
        const commands = commandsIn(written.join(''))
        expect(commands).toHaveLength(2)
        expect(commands[0]).toMatch(/^::group::/)
        expect(commands[1]).toBe('::endgroup::')
      }),
      { seed, numRuns: 500 },
    )
  })
})

describe('annotations of any result', () => {
  it('are one command each, of a known level, with a path inside the repository', () => {
    fc.assert(
      fc.property(hostileText(), hostilePath(), (text, path) => {
        const written: string[] = []
        const commands = makeWorkflowCommands((part) => written.push(part), { output: undefined, state: undefined })
        const result = aResult({ title: text, message: text, recommendation: text, path })
        for (const annotation of toAnnotations(aReport({ results: [result] }))) commands.annotate(annotation)
        const output = written.join('')
        expect(written).toHaveLength(1)
        expect(commandsIn(output)).toHaveLength(1)
        expect(output).toMatch(/^::(?:error|warning|notice) [^\r\n\v\f\u0085\u2028\u2029]*\n$/)
        const [, properties = ''] = /^::\w+ (.*?)::/.exec(output) ?? []
        const file = properties
          .split(',')
          .find((pair) => pair.startsWith('file='))
          ?.slice(5)
        if (file !== undefined) expect(file.replaceAll('%25', '%')).not.toMatch(/(?:^|\/)\.\.?(?:\/|$)|\\|^\//)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('cannot leave a property early or end the command', () => {
    fc.assert(
      fc.property(hostileText(), (text) => {
        const written: string[] = []
        const commands = makeWorkflowCommands((part) => written.push(part), { output: undefined, state: undefined })
        commands.annotate({ level: 'notice', title: text, message: 'message', startLine: 3 })
        const [, properties = ''] = /^::notice (.*?)::message\n$/s.exec(written.join('')) ?? []
        expect(properties.split(',').map((pair) => pair.split('=')[0])).toEqual(['title', 'line'])
      }),
      { seed, numRuns: 500 },
    )
  })
})
