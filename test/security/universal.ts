import { secret, secrets } from './cases.js'
import { leaks, type Secrets } from './oracles/leaks.js'
import { fileCommandKeys, runnerCommands } from './oracles/runner-commands.js'
import type { Outcome } from './world.js'

/** The only commands that the action itself issues. */
const ownCommands = ['add-mask', 'debug', 'endgroup', 'error', 'group', 'notice', 'warning']
const outputs = [
  'conclusion',
  'reason',
  'results',
  'blocking',
  'highest-severity',
  'coverage',
  'author-families',
  'reviewers',
  'waiver',
  'override',
  'sarif-file',
  'report-file',
  'isolation',
]

/** Everything that a person, GitHub or a later step can see, by name. The runner swallows masks before it shows a log. */
export function sinks(run: Outcome): Readonly<Record<string, string>> {
  return {
    LOG: run.log.replace(/^::add-mask::.*$/gm, ''),
    'post LOG': run.post.log,
    SUMMARY: run.summary,
    SARIF: run.sarif ?? '',
    REPORT: JSON.stringify(run.report ?? null),
    API: run.api.map(({ method, path }) => `${method} ${path}`).join('\n'),
    ...run.files,
  }
}

/** What holds after every run, whatever was tried: the conditions U1 to U9 of the threat model. */
export function holdsAlways(getRun: () => Outcome): void {
  it('U1 leaves no mark on the machine', () => expect(getRun().marks).toEqual([]))

  it('U2 shows no secret in any sink, nor in all of them together', () => {
    const all = sinks(getRun())
    const found = Object.entries(all).flatMap(([name, text]) => leaks(text, secrets).map((leak) => `${name}: ${leak}`))
    expect(found).toEqual([])
    expect(leaks(Object.values(all).join('\n'), secrets)).toEqual([])
  })

  it('U2 sends no secret to the model', () => {
    expect(getRun().requests.flatMap(({ text }) => leaks(text, secrets))).toEqual([])
  })

  it('U3 leaves checkout, home and temp folder as they were', () => expect(getRun().changes).toEqual([]))

  it('U4 issues no runner command but its own, and masks nothing but secrets', () => {
    const commands = runnerCommands(`${getRun().log}\n${getRun().post.log}`)
    expect(commands.filter(({ name }) => !ownCommands.includes(name))).toEqual([])
    const masks = commands.filter(({ name }) => name === 'add-mask')
    expect(masks.filter(({ data }) => !isMaskOf(data, secrets))).toEqual([])
  })

  it('U5 sets the declared outputs once each, and nothing for later steps', () => {
    const { OUTPUT, ENV, PATH } = getRun().files
    expect(fileCommandKeys(OUTPUT).toSorted()).toEqual(outputs.toSorted())
    expect([ENV, PATH]).toEqual(['', ''])
  })

  it('U6 lets nothing reach a listener on the machine', () => expect(getRun().contacts).toEqual({}))

  it('U7 leaves no process behind', () => expect(getRun().survivors).toEqual([]))

  it('U8 asks the API only to read, and with its own token', () => {
    expect(getRun().api.filter(({ method }) => method !== 'GET')).toEqual([])
    for (const { authorization } of getRun().api) expect(authorization).toBe(`Bearer ${secret('GITHUB_TOKEN')}`)
  })

  it('U9 is green only with a completed review of everything', () => {
    const { exitCode, report } = getRun()
    if (exitCode !== 0 || report?.conclusion === 'not-evaluated') return
    expect(report?.reviewers.filter(({ status }) => status !== 'completed')).toEqual([])
    expect(report).toMatchObject({ coverage: { percent: 100 }, isolation: { proof: { unchanged: true } } })
  })
}

/** A secret, a form of one, or one line of either. */
function isMaskOf(data: string, known: Secrets): boolean {
  return leaks(data, known).length > 0
}
