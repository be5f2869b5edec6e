import { ConfigurationError } from '../../src/errors.js'
import { type Contender, contenderFamily, type SeatRules } from '../../src/review/contender.js'
import { nextAfterFailure } from '../../src/review/failover.js'
import { familyVerdict, type SeatOutcome, type WhoWrote } from '../../src/review/family-policy.js'
import { planSeats, type Selection, type SelectionFacts } from '../../src/review/plan-seats.js'
import type { CommitAuthorship } from '../../src/types/authorship.js'
import type { FamilyPolicy, Seat } from '../../src/types/policy.js'
import { type CredentialName, type Family, reviewerIds } from '../../src/types/reviewer.js'

interface Kind {
  readonly family: Family
  readonly credentialInput: CredentialName
  readonly model: string
  readonly isCli: 'yes' | 'no'
}

const kinds: Readonly<Record<string, Kind>> = {
  codex: { family: 'openai', credentialInput: 'openai-api-key', model: 'gpt-5.5', isCli: 'yes' },
  glm: { family: 'zhipu', credentialInput: 'zai-api-key', model: 'glm-5.3', isCli: 'yes' },
  claude: { family: 'anthropic', credentialInput: 'anthropic-api-key', model: 'claude-opus-4-8', isCli: 'yes' },
  gemini: { family: 'google', credentialInput: 'gemini-api-key', model: 'gemini-3-pro', isCli: 'no' },
  'openai-api': { family: 'openai', credentialInput: 'openai-api-key', model: 'gpt-5.5', isCli: 'no' },
  'anthropic-api': { family: 'anthropic', credentialInput: 'anthropic-api-key', model: 'claude-opus-4-8', isCli: 'no' },
}

const letters: Readonly<Record<string, Family>> = {
  O: 'openai',
  A: 'anthropic',
  Z: 'zhipu',
  G: 'google',
  Q: 'qwen',
}

/** One word per commit: letters are families, `!` vouched for, `?` an unknown author, `-` people who were declared. */
function written(words: string): WhoWrote {
  const toCommit = (word: string, index: number): CommitAuthorship => ({
    sha: String(index),
    families: [...word].flatMap((letter) => letters[letter] ?? []),
    unknown: word.includes('?'),
    vouched: word.includes('!') || word === '-',
  })
  return { perCommit: words.split(' ').map(toCommit) }
}

/** `codex glm:glm-4.6` */
function toSeats(words: string): readonly Seat[] {
  return words.split(' ').flatMap((word) => {
    const [id = '', ...model] = word.split(':')
    return id === '' ? [] : [{ id, model: model.length === 0 ? undefined : model.join(':') }]
  })
}

interface Row {
  readonly by: string
  /** First words of the credentials that are present. */
  readonly keys: string
  readonly policy?: FamilyPolicy
  readonly reviewers?: string
  readonly fallback?: string
  readonly allowed?: readonly Family[]
  /** Reviewers that fail when asked. */
  readonly fail?: string
  /** Whether CLIs can be isolated. */
  readonly sandbox?: 'no'
  /** `codex!` failed; several seats at once are joined by `+`. */
  readonly gives: string
}

function toFacts({ by, keys, policy = 'require', reviewers = 'auto', fallback = '', allowed, sandbox }: Row) {
  const contender = ({ id, model }: Seat): Contender | undefined => {
    const kind = kinds[id]
    if (kind === undefined) return undefined
    const name = model ?? kind.model
    return {
      id,
      model: name,
      family: contenderFamily({ id, family: kind.family }, name, {}),
      credential: keys.split(' ').includes(kind.credentialInput.split('-')[0] ?? '') ? 'present' : 'missing',
      credentialInput: kind.credentialInput,
      isolation:
        sandbox === 'no' && kind.isCli === 'yes' ? { kind: 'impossible', why: 'no bubblewrap' } : { kind: 'possible' },
    }
  }
  const rules: SeatRules = {
    reviewers: reviewers === 'auto' ? 'auto' : toSeats(reviewers),
    fallbackReviewers: toSeats(fallback),
    familyPolicy: policy,
    allowedFamilies: allowed,
  }
  return { authorship: written(by), rules, contender } satisfies SelectionFacts
}

/** Plays a run: whoever fails, or has no credential, is succeeded until nobody is left. */
function play(row: Row): string {
  const facts = toFacts(row)
  const selection = planSeats(facts)
  if (selection.kind === 'nobody') return `nobody: ${selection.because}`
  const { seats, log } = fill(selection, facts, (row.fail ?? '').split(' '))
  const verdict = familyVerdict(facts.authorship, seats, facts.rules.familyPolicy)
  const detail = verdict.kind === 'unmet' ? ` (${verdict.because})` : ''
  const waived = verdict.kind === 'waived' ? ` (${verdict.seats.join(', ')})` : ''
  return `${log.join(' + ')} ${verdict.kind}${detail}${waived}`
}

function fill(
  selection: Extract<Selection, { kind: 'seats' }>,
  { authorship, rules }: SelectionFacts,
  failing: readonly string[],
): { readonly seats: readonly SeatOutcome[]; readonly log: readonly string[] } {
  const fails = (one: Contender) => failing.includes(one.id) || one.credential === 'missing'
  const sitting = [...selection.seats]
  const tried = [...selection.seats]
  const log: string[] = []
  for (const [index, first] of selection.seats.entries()) {
    const said = [fails(first) ? `${first.id}!` : first.id]
    for (let failed = first; fails(failed); ) {
      const others = sitting.filter((one, at) => at !== index && !fails(one))
      const next = nextAfterFailure({ authorship, rules, failed, others, tried, reserve: selection.reserve })
      if (next === undefined) break
      sitting[index] = next
      tried.push(next)
      said.push(fails(next) ? `${next.id}!` : next.id)
      failed = next
    }
    log.push(said.join(' > '))
  }
  const seats = sitting.map((one) => ({
    id: one.id,
    family: one.family,
    status: fails(one) ? ('failed' as const) : ('completed' as const),
  }))
  return { seats, log }
}

const everyKey = 'openai zai anthropic gemini'

const rows: readonly Row[] = [
  // auto and require: the first whose family did not write it
  { by: 'A', keys: everyKey, gives: 'codex met' },
  { by: 'O', keys: everyKey, gives: 'glm met' },
  { by: 'Z', keys: everyKey, gives: 'codex met' },
  { by: 'G', keys: everyKey, gives: 'codex met' },
  { by: 'Q', keys: everyKey, gives: 'codex met' },
  { by: '?', keys: everyKey, gives: 'codex met' },
  { by: '-', keys: everyKey, gives: 'codex met' },
  { by: 'O', keys: 'openai anthropic', gives: 'claude met' },
  { by: 'O', keys: 'openai gemini', gives: 'gemini met' },
  { by: 'A', keys: 'anthropic zai', gives: 'glm met' },
  { by: 'Z', keys: 'anthropic', gives: 'claude met' },
  { by: 'O', keys: 'openai', gives: 'nobody: family' },
  { by: 'A', keys: 'anthropic', gives: 'nobody: family' },
  { by: 'A', keys: '', gives: 'codex! unmet (seats-empty)' },
  { by: 'O', keys: '', gives: 'glm! unmet (seats-empty)' },
  { by: '?', keys: '', policy: 'strict', gives: 'codex! + glm! unmet (seats-empty)' },
  { by: 'AOZG', keys: '', gives: 'nobody: credential' },
  { by: '?', keys: 'anthropic', gives: 'claude met' },
  { by: '-', keys: 'anthropic', gives: 'claude met' },
  { by: 'O?', keys: 'openai zai', gives: 'glm met' },

  // authors that are mixed: one reviewer outside all families, else as many as every commit needs
  { by: 'A O', keys: everyKey, gives: 'glm met' },
  { by: 'A O', keys: 'openai anthropic', gives: 'codex + claude met' },
  { by: 'AO', keys: 'openai anthropic', gives: 'nobody: family' },
  { by: 'AO', keys: 'openai anthropic gemini', gives: 'gemini met' },
  { by: 'A ? O', keys: 'openai anthropic', gives: 'codex + claude met' },
  { by: 'A O Z', keys: 'openai zai anthropic', gives: 'codex + glm met' },
  { by: 'A O', keys: 'openai', gives: 'nobody: family' },

  // strict: whoever wrote it, at least one of two families differs
  { by: 'A!', keys: everyKey, policy: 'strict', gives: 'codex met' },
  { by: 'A!', keys: 'openai', policy: 'strict', gives: 'codex met' },
  { by: 'A!', keys: 'anthropic', policy: 'strict', gives: 'nobody: family' },
  { by: 'A! O!', keys: 'openai anthropic', policy: 'strict', gives: 'codex + claude met' },
  { by: '?', keys: everyKey, policy: 'strict', gives: 'codex + glm met' },
  { by: '-', keys: everyKey, policy: 'strict', gives: 'codex met' },
  { by: '?', keys: 'openai', policy: 'strict', gives: 'nobody: family' },
  { by: '?', keys: 'openai gemini', policy: 'strict', gives: 'codex + gemini met' },
  { by: 'A?', keys: 'openai anthropic', policy: 'strict', gives: 'nobody: family' },
  { by: 'A?', keys: 'openai anthropic zai', policy: 'strict', gives: 'codex + glm met' },
  { by: 'O! ?', keys: 'openai zai anthropic', policy: 'strict', gives: 'codex + glm met' },

  // strict: a trace that anybody can forge only keeps its family away, and makes up for no second reviewer
  { by: 'A', keys: everyKey, policy: 'strict', gives: 'codex + glm met' },
  { by: 'A', keys: 'openai', policy: 'strict', gives: 'nobody: family' },
  { by: 'A', keys: 'openai anthropic', policy: 'strict', gives: 'nobody: family' },
  { by: 'A', keys: 'openai gemini', policy: 'strict', gives: 'codex + gemini met' },
  { by: 'O', keys: everyKey, policy: 'strict', gives: 'glm + claude met' },
  { by: 'O ?', keys: 'openai zai anthropic', policy: 'strict', gives: 'glm + claude met' },
  { by: 'O! A', keys: everyKey, policy: 'strict', gives: 'codex + glm met' },
  { by: 'A', keys: everyKey, policy: 'strict', reviewers: 'codex', gives: 'nobody: family' },
  { by: 'A', keys: everyKey, policy: 'strict', reviewers: 'codex', fallback: 'glm', gives: 'nobody: family' },
  { by: 'A', keys: 'openai zai', policy: 'strict', fail: 'glm', gives: 'codex + glm! unmet (seats-empty)' },

  // strict, whatever the traces
  { by: '?', keys: everyKey, policy: 'strict', reviewers: 'codex', gives: 'nobody: family' },
  { by: '?', keys: everyKey, policy: 'strict', reviewers: 'codex openai-api', gives: 'nobody: family' },
  { by: '?', keys: everyKey, policy: 'strict', reviewers: 'codex claude', gives: 'codex + claude met' },
  {
    by: '?',
    keys: everyKey,
    policy: 'strict',
    reviewers: 'codex claude',
    fail: 'claude',
    gives: 'codex + claude! unmet (seats-empty)',
  },
  { by: '?', keys: everyKey, policy: 'strict', fail: 'glm', gives: 'codex + glm! > claude met' },
  { by: '?', keys: everyKey, policy: 'strict', fail: 'codex glm', gives: 'codex! > claude + glm! > gemini met' },
  { by: '?', keys: 'openai zai', policy: 'strict', fail: 'glm', gives: 'codex + glm! unmet (seats-empty)' },

  // prefer: the author's own family as a last resort, and a waiver
  { by: 'O', keys: 'openai', policy: 'prefer', gives: 'codex waived (codex)' },
  { by: 'O', keys: 'openai zai', policy: 'prefer', gives: 'glm met' },
  { by: 'O', keys: 'openai zai', policy: 'prefer', fail: 'glm', gives: 'glm! > codex waived (codex)' },
  { by: 'O', keys: everyKey, policy: 'prefer', fail: 'glm', gives: 'glm! > claude met' },
  { by: 'AO', keys: 'anthropic', policy: 'prefer', gives: 'claude waived (claude)' },
  { by: 'A O', keys: 'openai', policy: 'prefer', gives: 'codex waived (codex)' },
  { by: 'O', keys: everyKey, policy: 'prefer', reviewers: 'codex', gives: 'codex waived (codex)' },
  { by: 'O', keys: everyKey, policy: 'prefer', reviewers: 'codex', fallback: 'claude', gives: 'claude met' },
  {
    by: 'O',
    keys: 'openai zai',
    policy: 'prefer',
    fail: 'codex glm openai-api',
    gives: 'glm! > codex! > openai-api! unmet (seats-empty)',
  },
  { by: 'O', keys: '', policy: 'prefer', gives: 'glm! unmet (seats-empty)' },

  // off: nothing is forbidden, and nothing is kept quiet
  { by: 'O', keys: everyKey, policy: 'off', gives: 'codex waived (codex)' },
  { by: 'A', keys: everyKey, policy: 'off', gives: 'codex met' },
  { by: 'A', keys: everyKey, policy: 'off', fail: 'codex glm', gives: 'codex! > glm! > claude waived (claude)' },
  {
    by: '?',
    keys: 'openai',
    policy: 'off',
    reviewers: 'openai-api:house-model',
    gives: 'openai-api waived (openai-api)',
  },

  // failover never goes to the author's family under require
  { by: 'A', keys: everyKey, fail: 'codex', gives: 'codex! > glm met' },
  { by: 'A', keys: everyKey, fail: 'codex glm', gives: 'codex! > glm! > gemini met' },
  { by: 'A', keys: 'openai anthropic', fail: 'codex', gives: 'codex! > openai-api met' },
  { by: 'A', keys: 'openai anthropic', fail: 'codex openai-api', gives: 'codex! > openai-api! unmet (seats-empty)' },
  { by: 'O', keys: 'openai zai', fail: 'glm', gives: 'glm! unmet (seats-empty)' },
  { by: 'A O', keys: 'openai anthropic', fail: 'claude', gives: 'codex + claude! > anthropic-api met' },
  { by: 'A O', keys: everyKey, fail: 'glm', gives: 'glm! > gemini met' },
  { by: 'A', keys: everyKey, fail: 'codex', fallback: 'claude gemini', gives: 'codex! > gemini met' },
  { by: 'A', keys: everyKey, fail: 'codex', fallback: 'claude', gives: 'codex! unmet (seats-empty)' },

  // a list: all of it runs; an empty seat goes to the fallbacks alone
  { by: 'A', keys: everyKey, reviewers: 'codex glm', gives: 'codex + glm met' },
  { by: 'A', keys: everyKey, reviewers: 'codex claude', gives: 'codex + claude met' },
  { by: 'A', keys: everyKey, reviewers: 'claude', gives: 'nobody: family' },
  { by: 'A', keys: everyKey, reviewers: 'claude', fallback: 'anthropic-api glm', gives: 'glm met' },
  { by: 'A', keys: 'anthropic', reviewers: 'claude', fallback: 'glm', gives: 'nobody: family' },
  { by: 'A', keys: everyKey, reviewers: 'codex', fail: 'codex', gives: 'codex! unmet (seats-empty)' },
  { by: 'A', keys: everyKey, reviewers: 'codex', fallback: 'glm', fail: 'codex', gives: 'codex! > glm met' },
  { by: 'A', keys: everyKey, reviewers: 'codex claude', fail: 'codex', gives: 'codex! + claude unmet (seats-empty)' },
  {
    by: 'A',
    keys: everyKey,
    reviewers: 'codex claude',
    fallback: 'gemini',
    fail: 'codex',
    gives: 'codex! > gemini + claude met',
  },
  { by: 'A', keys: 'zai', reviewers: 'codex', gives: 'codex! unmet (seats-empty)' },
  { by: 'A', keys: 'zai', reviewers: 'codex', fallback: 'glm', gives: 'glm met' },
  { by: 'A O', keys: everyKey, reviewers: 'codex claude', gives: 'codex + claude met' },
  { by: 'AO', keys: everyKey, reviewers: 'codex claude', fallback: 'gemini', gives: 'gemini + claude met' },
  { by: 'AO', keys: everyKey, reviewers: 'codex claude', gives: 'nobody: family' },

  // the family is that of the model, not of the reviewer
  { by: 'Z', keys: 'openai', reviewers: 'openai-api:glm-5', gives: 'nobody: family' },
  { by: 'O', keys: 'openai', reviewers: 'openai-api:glm-5', gives: 'openai-api met' },
  { by: 'A', keys: 'openai', reviewers: 'openai-api:house-model', gives: 'nobody: family' },
  { by: 'A', keys: 'anthropic', reviewers: 'claude:glm-5.3', gives: 'claude met' },

  // what this machine cannot isolate is passed over, and so is what allowed-families leaves out
  { by: 'A', keys: everyKey, sandbox: 'no', gives: 'gemini met' },
  { by: 'O', keys: 'openai anthropic', sandbox: 'no', gives: 'anthropic-api met' },
  { by: '?', keys: 'zai', sandbox: 'no', gives: 'nobody: isolation' },
  { by: '?', keys: everyKey, allowed: ['zhipu'], gives: 'glm met' },
  { by: 'Z', keys: everyKey, allowed: ['zhipu'], gives: 'nobody: family' },
  { by: 'A', keys: everyKey, allowed: ['openai', 'zhipu'], fail: 'codex glm', gives: 'codex! > glm! > openai-api met' },
  { by: 'A', keys: everyKey, policy: 'off', allowed: ['zhipu'], reviewers: 'codex', gives: 'nobody: family' },
  { by: 'A', keys: everyKey, allowed: ['zhipu'], reviewers: 'codex', fallback: 'gemini glm', gives: 'glm met' },
  {
    by: 'A',
    keys: everyKey,
    policy: 'prefer',
    allowed: ['openai'],
    reviewers: 'codex',
    fallback: 'gemini',
    fail: 'codex',
    gives: 'codex! unmet (seats-empty)',
  },
]

describe('who reviews', () => {
  it.each(rows)('$by, keys $keys, $policy, $reviewers, fallback $fallback, failing $fail: $gives', (row) => {
    expect(play(row)).toBe(row.gives)
  })

  it('is settled by more than sixty rows', () => {
    expect(rows.length).toBeGreaterThan(60)
  })
})

/** Every combination of a small world. */
function everyRow(): readonly Row[] {
  const policies = ['strict', 'require', 'prefer', 'off'] as const
  const rowsOf = (by: string, keys: string) =>
    policies.flatMap((policy) =>
      ['', 'codex', 'glm', 'codex glm', 'claude'].flatMap((fail) => [
        { by, keys, policy, fail, gives: '' },
        { by, keys, policy, fail, reviewers: 'codex claude', fallback: 'openai-api gemini', gives: '' },
      ]),
    )
  return ['A', 'A!', 'O', 'O!', '?', 'A?', 'A O', 'AO', 'A! ?', '-'].flatMap((by) =>
    ['', 'openai', 'openai anthropic', 'zai anthropic', everyKey].flatMap((keys) => rowsOf(by, keys)),
  )
}

describe('whatever is asked for', () => {
  const played = everyRow().map((row) => ({ row, said: play(row) }))

  it('require and strict never wave the author’s own family through', () => {
    const guarded = played.filter(({ row }) => row.policy === 'require' || row.policy === 'strict')
    expect(guarded.filter(({ said }) => said.includes('waived'))).toEqual([])
  })

  it('nobody starts a run that could only end unmet', () => {
    expect(played.filter(({ said }) => said.includes('wrong-families'))).toEqual([])
  })

  it('no reviewer sits twice', () => {
    for (const { said } of played) {
      const ids = said.split(' (')[0]?.match(new RegExp(reviewerIds.toReversed().join('|'), 'g')) ?? []
      expect(new Set(ids).size).toBe(ids.length)
    }
  })
})

describe('the reason why nobody reviews', () => {
  function reasonOf(row: Omit<Row, 'gives'>): string {
    const selection = planSeats(toFacts({ ...row, gives: '' }))
    return selection.kind === 'nobody' ? selection.reason : selection.kind
  }

  it('names who wrote it and the inputs that would enable others', () => {
    const reason = reasonOf({ by: 'O ?', keys: 'openai', reviewers: 'codex' })
    expect(reason).toBe(
      'Written by openai (1 commit); author’s model family unknown in 1 commit, and the reviewers that may work do not satisfy family-policy require. codex is of a family that wrote the change (openai). Eligible are glm (set the input zai-api-key), claude (set the input anthropic-api-key), gemini (set the input gemini-api-key), anthropic-api (set the input anthropic-api-key); name one in reviewers or fallback-reviewers.',
    )
  })

  it.each([
    [{ by: 'A', keys: 'anthropic' }, /codex needs the input openai-api-key; glm needs the input zai-api-key/],
    [
      { by: '?', keys: 'openai', policy: 'strict' },
      /Needed are two reviewers of two families; eligible are codex \(its/,
    ],
    [
      { by: 'Z', keys: everyKey, allowed: ['zhipu'] },
      /codex is of a family \(openai\) that allowed-families leaves out/,
    ],
    [{ by: 'Z', keys: everyKey, allowed: ['zhipu'] }, /No reviewer of another family could work on this machine\.$/],
    [{ by: '?', keys: 'zai', sandbox: 'no' }, /glm cannot be isolated on this machine \(no bubblewrap\)/],
    [{ by: 'A', keys: 'openai', reviewers: 'openai-api:house' }, /\(house\) of unknown family; name it under models/],
  ] as const)('says what stands in the way: %j', (row, message) => {
    expect(reasonOf(row)).toMatch(message)
  })
})

describe('a reviewer that this version does not have', () => {
  it.each([
    [{ reviewers: 'codex gpt' }, 'reviewers: this version has no reviewer "gpt". It has codex, glm, claude, gemini,'],
    [{ reviewers: 'gpt:glm-5.3', fallback: 'codex' }, 'reviewers: this version has no reviewer "gpt".'],
    [{ reviewers: 'codex', fallback: 'glm gpt' }, 'fallback-reviewers: this version has no reviewer "gpt".'],
    [{ fallback: 'gpt' }, 'fallback-reviewers: this version has no reviewer "gpt".'],
  ])('is never left out in silence: %j', (asked, message) => {
    const facts = toFacts({ by: 'A', keys: everyKey, policy: 'prefer', gives: '', ...asked })
    const plan = () => planSeats(facts)
    expect(plan).toThrow(ConfigurationError)
    expect(plan).toThrow(message)
  })
})

describe('reviewers that were passed over', () => {
  it('are named with why', () => {
    const selection = planSeats(toFacts({ by: 'O', keys: 'openai anthropic', gives: '' }))
    expect(selection.passedOver.map(({ id, why }) => `${id} ${why}`)).toEqual([
      'codex is of a family that wrote the change (openai)',
      'glm needs the input zai-api-key',
      'gemini needs the input gemini-api-key',
      'openai-api is of a family that wrote the change (openai)',
    ])
  })
})
