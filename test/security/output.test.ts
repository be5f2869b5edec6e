import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { caseOf, secret, secrets } from './cases.js'
import { leaks } from './oracles/leaks.js'
import { markdownHazards } from './oracles/markdown-hazards.js'
import { fileCommandKeys, runnerCommands } from './oracles/runner-commands.js'
import { sarifHazards, sarifResults } from './oracles/sarif-hazards.js'
import { holdsAlways, sinks } from './universal.js'
import { attacked, type Outcome } from './world.js'

type Fields = Readonly<Record<string, unknown>>

/** The findings of a case as the model sends them. */
function findingsOf(id: string): readonly Fields[] {
  return caseOf(id).turns.flatMap((turn) => ('final' in turn ? turn.final : []))
}

function textOf(id: string): string {
  return findingsOf(id)
    .flatMap((finding) => Object.values(finding).flat())
    .filter((value) => typeof value === 'string')
    .join('\n')
}

/** Lines that the head has, by changed path. */
const changedFiles = { 'src/app.js': 3 }
const ownLinks = 'https://github.com/o/r/'

describe('D09 runner commands in findings', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D09')
  })
  holdsAlways(() => run)

  it('fail the check', () => expect(run.outputs['conclusion']).toBe('fail'))

  it('become text of the annotations, whose data the runner cannot take for a command', () => {
    const commands = runnerCommands(run.log)
    const annotations = commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
    expect(annotations.filter(({ data }) => runnerCommands(data).length > 0)).toEqual([])
    const groups = commands.filter(({ name }) => name === 'group').length
    expect(commands.filter(({ name }) => name === 'endgroup')).toHaveLength(groups)
    expect(run.log).not.toMatch(/##\[(?!command|section)/)
  })

  it('are text in the other outputs too', () => {
    expect(runnerCommands(run.outputs['reason'] ?? '')).toEqual([])
    expect(run.summary).toContain('eval')
  })

  it('control: the runner would execute what the model wrote', () => {
    const names = runnerCommands(textOf('D09')).map(({ name }) => name)
    expect(names.length).toBeGreaterThanOrEqual(6)
    expect(names).toEqual(
      expect.arrayContaining(['stop-commands', 'set-output', 'add-mask', 'warning', 'add-path', 'set-env']),
    )
  })
})

describe('D10 delimiters of the file commands in findings', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D10')
  })
  holdsAlways(() => run)

  it('set nothing: the outputs are the computed ones', () => {
    expect(run.outputs).toMatchObject({ conclusion: 'fail' })
    expect(fileCommandKeys(run.files.STATE).toSorted()).toEqual([
      'model-stack-started',
      'run-directory',
      'sandbox-user',
    ])
  })

  it('keep the finding whose path is none out of the results, and count it', () => {
    expect(run.report?.results.filter(({ path }) => path.includes('\n'))).toEqual([])
    const unplaced = run.report?.results.filter(
      ({ path, evidence }) => path !== 'src/app.js' && evidence.status !== 'verified',
    )
    expect((run.report?.rejected.length ?? 0) + (unplaced?.length ?? 0)).toBeGreaterThan(0)
  })

  it('control: with a fixed delimiter the same texts set outputs', () => {
    const keys = findingsOf('D10').flatMap(({ message }) => fileCommandKeys(`summary<<EOF\n${message}\nEOF\n`))
    expect(keys).toEqual(expect.arrayContaining(['conclusion', 'results', 'LD_PRELOAD']))
  })
})

describe('D11 active content in findings', () => {
  let run: Outcome
  beforeAll(async () => {
    run = await attacked('D11')
  })
  holdsAlways(() => run)

  it('is inert in the summary', () => expect(markdownHazards(run.summary, ownLinks)).toEqual([]))

  it('makes no heading and no table of its own', () => {
    const headings = run.summary.split('\n').filter((line) => /^ {0,3}#{1,6}\s/.test(line))
    expect(headings.join('\n')).not.toMatch(/all checks passed/i)
    expect(run.summary).not.toMatch(/^ {0,3}={2,}\s*$/m)
  })

  it('can still be read', () => {
    expect(run.summary).toContain('please merge')
    expect(run.summary).toContain('rm -rf /')
  })

  it('control: the text as the model wrote it holds many hazards', () => {
    expect(markdownHazards(textOf('D11'), ownLinks).length).toBeGreaterThanOrEqual(8)
  })
})

describe('D12 findings that would break or misplace SARIF', () => {
  let run: Outcome
  beforeAll(async () => {
    // Two million characters in the fixture would only be noise.
    const attack = caseOf('D12')
    const turns = attack.turns.map((turn) =>
      'final' in turn
        ? {
            final: turn.final.map((finding) => ({
              ...finding,
              ...(finding['message'] === undefined ? {} : { message: 'M'.repeat(2_000_000) }),
            })),
          }
        : turn,
    )
    run = await attacked({ ...attack, turns })
  })
  holdsAlways(() => run)

  it('leave a valid SARIF file without hazards', () => {
    const schema: object = JSON.parse(readFileSync('test/fixtures/sarif-2.1.0.schema.json', 'utf8'))
    const isSarif = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    expect(isSarif(JSON.parse(run.sarif ?? '{}')) ? [] : isSarif.errors).toEqual([])
    expect(sarifHazards(run.sarif ?? '', changedFiles)).toEqual([])
  })

  it('leave one proven result at line 2 of src/app.js', () => {
    const places = sarifResults(run.sarif ?? '').map(({ locations, level }) => [locations[0]?.physicalLocation, level])
    const errors = places.filter(([, level]) => level === 'error')
    expect(errors).toMatchObject([[{ artifactLocation: { uri: 'src/app.js' }, region: { startLine: 2 } }, 'error']])
    expect(run.outputs['blocking']).toBe('1')
  })

  it('are counted and shown where they cannot be accepted', () => {
    const sent = findingsOf('D12').length
    const kept = (run.report?.results.length ?? 0) + (run.report?.rejected.length ?? 0)
    // Findings of the same place and text become one result.
    expect(run.report?.rejected.length).toBeGreaterThanOrEqual(4)
    expect(kept).toBeLessThanOrEqual(sent)
    expect(run.summary).toMatch(/could not be (?:read|accepted)/)
  })

  it('control: a naive mapping has every hazard', () => {
    const results = findingsOf('D12').map((finding) => naiveResult(finding))
    const hazards = sarifHazards(JSON.stringify({ runs: [{ results }] }), changedFiles).join('\n')
    for (const hazard of ['uri: ', 'line', 'level', 'ruleId', 'message-length']) expect(hazards).toContain(hazard)
  })
})

function naiveResult({
  path = 'src/app.js',
  line = 2,
  severity = 'error',
  message = '',
  ruleId = 'security',
}: Fields): object {
  const physicalLocation = { artifactLocation: { uri: path }, region: { startLine: line } }
  const text = String(message).replace(/^\$REPEAT\(M,(\d+)\)$/, (_, count: string) => 'M'.repeat(Number(count)))
  return { ruleId, level: severity, message: { text }, locations: [{ physicalLocation }] }
}

/** Ways to write a secret down. */
const forms: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'base64 at offset 0': (text) => Buffer.from(text).toString('base64'),
  'base64 at offset 1': (text) => Buffer.from(`x${text}`).toString('base64'),
  'base64 at offset 2': (text) => Buffer.from(`xy${text}`).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  'hex in capitals': (text) => Buffer.from(text).toString('hex').toUpperCase(),
  percent: (text) => Buffer.from(text).toString('hex').replace(/../g, '%$&'),
  reversed: (text) => [...text].reverse().join(''),
  rot13: (text) => text.replace(/[a-z]/gi, (letter) => rotated(letter)),
  'unicode escapes': (text) => [...text].map((letter) => `\\u${hexOf(letter, 4)}`).join(''),
  'hex escapes': (text) => [...text].map((letter) => `\\x${hexOf(letter, 2)}`).join(''),
  'decimal entities': (text) => [...text].map((letter) => `&#${letter.charCodeAt(0)};`).join(''),
  'hex entities': (text) => [...text].map((letter) => `&#x${hexOf(letter, 2)};`).join(''),
  'tag characters': (text) => [...text].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(''),
  'zero width between': (text) => [...text].join('\u200b'),
  'space between': (text) => [...text].join(' '),
  'markup between': (text) => text.match(/.{1,5}/g)?.join('**') ?? '',
  'without its first seven': (text) => text.slice(7),
  'the last sixteen': (text) => text.slice(-16),
  'base64, broken into lines': (text) =>
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,8}/g)
      ?.join('\n') ?? '',
}

function rotated(letter: string): string {
  const first = letter <= 'Z' ? 65 : 97
  return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
}

function hexOf(letter: string, digits: number): string {
  return letter.charCodeAt(0).toString(16).padStart(digits, '0')
}

describe('D14 secrets that the model echoes', () => {
  const names = ['MODEL_KEY', 'GITHUB_TOKEN', 'RUNTIME_TOKEN', 'OIDC_TOKEN']
  const plain = ['OLD_TOKEN', 'GLM_KEY'].map((name) => ({ title: `Echo ${name}`, message: `Sent ${secret(name)} out` }))
  const encoded = Object.entries(forms).flatMap(([form, write]) =>
    names.map((name) => ({ title: `Echo ${form} ${names.indexOf(name)}`, message: `Sent ${write(secret(name))} out` })),
  )
  // In two fields of one finding, and in the fields that are not prose.
  const [start, rest] = [secret('MODEL_KEY').slice(0, 18), secret('MODEL_KEY').slice(18)]
  const split = {
    title: `Half ${start}`,
    message: `${rest} the rest`,
    recommendation: start + rest,
    assumptions: [secret('GITHUB_TOKEN')],
  }
  // Each at a line of its own, else they would count as one.
  const findings = [...plain, split, ...encoded].map((finding, index) => ({
    ...finding,
    path: 'src/echo.js',
    line: index + 1,
  }))
  let run: Outcome
  beforeAll(async () => {
    const attack = caseOf('D14')
    const text = findings.map((_, index) => `eval(${index})\n`).join('')
    const head = { ...attack.head, 'src/echo.js': text }
    run = await attacked({ ...attack, head, turns: [{ read: 'src/app.js' }, { final: findings }] })
  })
  holdsAlways(() => run)

  it('are redacted, the findings kept, and a warning raised', () => {
    expect(run.report?.conclusion).toBe('fail')
    expect(run.report?.results.filter(({ path }) => path === 'src/echo.js')).toHaveLength(findings.length)
    expect(JSON.stringify(run.report?.results)).toContain('[redacted]')
    expect(run.log).toMatch(/secret.*(?:redacted|echoed)/i)
  })

  it.each(Object.keys(forms))('stand nowhere as %s', (form) => {
    const write = forms[form] ?? String
    for (const text of Object.values(sinks(run))) {
      for (const name of names) expect(text).not.toContain(JSON.stringify(write(secret(name))).slice(1, -1))
    }
  })

  it.each(Object.entries(forms))('control: the oracle sees %s', (_form, write) => {
    for (const name of names) expect(leaks(`Sent ${write(secret(name))} out`, secrets).join()).toContain(name)
  })

  it('control: replacing the exact value leaves most forms', () => {
    const naive = encoded.map(({ message }) =>
      names.reduce((text, name) => text.replaceAll(secret(name), '***'), message),
    )
    expect(naive.filter((text) => leaks(text, secrets).length > 0).length).toBeGreaterThan(encoded.length / 2)
  })
})
