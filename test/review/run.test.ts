import { ReviewerError } from '../../src/errors.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import { type CellRequest, runReview } from '../../src/review/run.js'
import type { Cell, ReviewEvent, Reviewer } from '../../src/types/reviewer.js'
import { aFinding } from '../support/builders.js'
import { aCell, aFile, answer, aReviewer, aTask, onePart, ports, type Script } from './world.js'

const files = [aFile('a.ts'), aFile('b.ts')]
const all = answer(['a.ts', 'b.ts'])
const task = aTask([onePart(files)])

async function run(script: Script, filesRead?: readonly string[]) {
  const reviewer = aReviewer(script, filesRead)
  const result = await runReview({ reviewer, model: 'model-1', family: 'openai' }, task, ports)
  return { result, prompts: reviewer.requests.map(({ prompt }) => prompt) }
}

describe('runReview', () => {
  it('asks once where the answer is whole', async () => {
    const { result, prompts } = await run([answer(['a.ts', 'b.ts'], [aFinding()])])
    expect(prompts).toEqual(['review a.ts,b.ts'])
    expect(result).toMatchObject({
      status: 'completed',
      findings: [aFinding()],
      model: 'model-1-dated',
      preflight: ['holds'],
    })
  })

  it('repairs an unreadable answer exactly once', async () => {
    const { result, prompts } = await run(['no JSON', all])
    expect(prompts).toEqual(['review a.ts,b.ts', expect.stringMatching(/^repair .*not one JSON object.* no JSON$/)])
    expect(result).toMatchObject({ status: 'completed', usage: { inputTokens: 20, outputTokens: 2, requests: 2 } })
  })

  it('fails with REPLY_NOT_FINDINGS after the repair, and keeps usage, reads and what was said', async () => {
    const { result, prompts } = await run(['no JSON', 'still none', all])
    expect(prompts).toHaveLength(2)
    expect(result).toMatchObject({
      status: 'failed',
      error: { code: 'REPLY_NOT_FINDINGS' },
      usage: { inputTokens: 20 },
      filesRead: ['a.ts'],
      rejected: [{ reviewer: 'codex', raw: 'no JSON' }],
    })
    expect(result).not.toHaveProperty('findings')
  })

  it('keeps the good findings of a repaired answer and sets the bad ones aside', async () => {
    const mixed = answer(['a.ts', 'b.ts'], [aFinding(), { title: 'half' }])
    const { result } = await run([mixed, mixed])
    expect(result).toMatchObject({ status: 'completed', findings: [aFinding()] })
    expect(result.rejected).toEqual([{ reviewer: 'codex', raw: '{"title":"half"}', reason: expect.any(String) }])
  })

  it('asks exactly once more about files that the answer does not name, and joins both answers', async () => {
    const { result, prompts } = await run([
      answer(['a.ts'], [aFinding()]),
      answer([], [aFinding({ path: 'b.ts' })]),
      all,
    ])
    expect(prompts).toEqual(['review a.ts,b.ts', 'follow-up b.ts'])
    expect(result).toMatchObject({
      status: 'completed',
      filesReviewed: ['a.ts'],
      findings: [{ path: 'src/total.ts' }, { path: 'b.ts' }],
    })
  })

  it('lets the first answer stand where the follow-up fails', async () => {
    const { result } = await run([answer(['a.ts'], [aFinding()]), new ReviewerError('OVERLOADED', 'busy')])
    expect(result).toMatchObject({ status: 'completed', filesReviewed: ['a.ts'], findings: [aFinding()] })
  })

  it('takes an answer of a reviewer that read nothing for no review', async () => {
    const { result } = await run([all], [])
    expect(result).toMatchObject({ status: 'failed', error: { code: 'NOTHING_READ' }, usage: { inputTokens: 10 } })
  })

  it('makes a failure of the provider a value', async () => {
    const { result } = await run([new ReviewerError('UNAUTHENTICATED', 'wrong key')])
    expect(result).toMatchObject({ status: 'failed', error: { code: 'UNAUTHENTICATED' } })
  })

  it('lets a bug through', async () => {
    await expect(run([new TypeError('bug')])).rejects.toThrow('bug')
  })

  it('sends nothing where the prompt cannot be made', async () => {
    const reviewer = aReviewer([all])
    const prompt = () => {
      throw new ReviewerError('CONTEXT_TOO_LONG', 'too long')
    }
    const parts = [onePart(files, { prompt })]
    const result = await runReview({ reviewer, model: 'm', family: 'openai' }, aTask(parts), ports)
    expect(result).toMatchObject({ status: 'failed', error: { code: 'CONTEXT_TOO_LONG', message: 'too long' } })
    expect(reviewer.requests).toEqual([])
  })

  it('installs nothing where no request can hold any of the change, and says why', async () => {
    const installs: string[] = []
    const left = [{ part: 'too large', hunks: [], code: 'CONTEXT_TOO_LONG', reason: 'one hunk is too large' }] as const
    const result = await runReview(
      { reviewer: aReviewer([all]), model: 'm', family: 'openai' },
      { ...aTask([]), left },
      { ...ports, install: async ({ id }) => void installs.push(id) },
    )
    expect(result).toMatchObject({
      status: 'failed',
      error: { code: 'CONTEXT_TOO_LONG', message: expect.stringContaining('one hunk is too large') },
    })
    expect(installs).toEqual([])
  })
})

const FAILURE = { code: 'OVERLOADED', status: 503, message: 'the provider said 503' } as const
const OUTAGES = ['QUOTA', 'RATE_LIMITED', 'OVERLOADED', 'CONNECTION'] as const

interface Happening {
  /** What the CLI says. */
  readonly error: Error
  readonly cell?: Partial<Cell>
  readonly ownSandbox?: 'on' | 'off'
  readonly events?: readonly ReviewEvent[]
}

/** A review whose CLI fails after the events. */
function fail({ error, cell = {}, ownSandbox = 'off', events = [] }: Happening) {
  const scripted = aReviewer([error])
  const reviewer: Reviewer = {
    ...scripted,
    tryOwnSandbox: async () => ownSandbox,
    review: (request, io) => {
      for (const event of events) io.onEvent(event)
      return scripted.review(request, io)
    },
  }
  return runReview({ reviewer, model: 'm', family: 'openai' }, task, {
    ...ports,
    openCell: async () => aCell(reviewer, cell),
  })
}

const COMMAND: ReviewEvent = { kind: 'command', command: 'ls', exitCode: null }

describe('the failure of a review', () => {
  it.each(OUTAGES)('is EXITED where only the CLI says %s, because a change could make it say so', async (code) => {
    const result = await fail({ error: new ReviewerError(code, 'says the CLI') })
    expect(result).toMatchObject({
      status: 'failed',
      error: { code: 'EXITED', message: expect.stringContaining(`says the CLI (${code}, but the change`) },
    })
  })

  it.each(['EXITED', 'UNAUTHENTICATED', 'NO_REPLY', 'REFUSED', 'STALLED'] as const)(
    'is what the CLI says where that is %s and the proxy saw nothing',
    async (code) => {
      expect(await fail({ error: new ReviewerError(code, 'x') })).toMatchObject({ error: { code, message: 'x' } })
    },
  )

  it('is an outage after a read, which reaches nothing but the snapshot', async () => {
    const result = await fail({
      error: new ReviewerError('OVERLOADED', 'x'),
      cell: { failure: () => FAILURE },
      events: [{ kind: 'read', path: 'a.ts' }],
    })
    expect(result).toMatchObject({ error: { code: 'OVERLOADED' } })
  })

  it.each(OUTAGES)('is %s where the key proxy saw it and no command had run', async (code) => {
    const cell = { failure: () => ({ ...FAILURE, code }) }
    const result = await fail({ error: new ReviewerError('EXITED', 'exit 1'), cell })
    expect(result).toMatchObject({ error: { code, message: 'the provider said 503' } })
  })

  it('is what the key proxy saw, also where it notes it only after the CLI has seen it', async () => {
    let noted = false
    const cell = {
      settled: async () => {
        noted = true
      },
      failure: () => (noted ? FAILURE : undefined),
    }
    const result = await fail({ error: new ReviewerError('EXITED', 'exit 1'), cell })
    expect(result).toMatchObject({ error: { code: 'OVERLOADED' } })
  })

  it('is no outage after a command of the model that could reach the proxy', async () => {
    const result = await fail({
      error: new ReviewerError('OVERLOADED', 'x'),
      cell: { failure: () => FAILURE },
      events: [COMMAND],
    })
    expect(result).toMatchObject({
      error: { code: 'EXITED', message: expect.stringContaining('the provider said 503') },
    })
  })

  it('is an outage after a command that the CLI’s own sandbox kept from the proxy', async () => {
    const result = await fail({
      error: new ReviewerError('EXITED', 'x'),
      cell: { failure: () => FAILURE },
      ownSandbox: 'on',
      events: [COMMAND],
    })
    expect(result).toMatchObject({ error: { code: 'OVERLOADED' } })
  })

  it('is what the key proxy saw, also after commands, where that is no outage', async () => {
    const cell = { failure: () => ({ code: 'UNAUTHENTICATED', status: 401, message: 'the key is refused' }) as const }
    const result = await fail({ error: new ReviewerError('OVERLOADED', 'x'), cell, events: [COMMAND] })
    expect(result).toMatchObject({ error: { code: 'UNAUTHENTICATED', message: 'the key is refused' } })
  })

  it('keeps egress, usage, isolation and what was proved', async () => {
    const usage = () => ({ inputTokens: 10, cachedInputTokens: 0, outputTokens: 1, requests: 1 })
    expect(await fail({ error: new ReviewerError('EXITED', 'x'), cell: { usage } })).toMatchObject({
      status: 'failed',
      egress: { files: ['a.ts'], traffic: { bytesSent: 100 } },
      usage: { inputTokens: 10 },
      isolation: 'user-sandbox',
      preflight: ['holds'],
    })
  })
})

describe('the cell of a review', () => {
  it('is closed whatever happens in it', async () => {
    let closed = 0
    const close = async () => {
      closed += 1
    }
    const reviewer = aReviewer([all])
    await runReview({ reviewer, model: 'm', family: 'openai' }, task, {
      ...ports,
      openCell: async () => aCell(reviewer, { close }),
    })
    expect(closed).toBe(1)
    await fail({ error: new ReviewerError('EXITED', 'x'), cell: { close } })
    expect(closed).toBe(2)
    await expect(fail({ error: new TypeError('bug'), cell: { close } })).rejects.toThrow('bug')
    expect(closed).toBe(3)
    const egress = () => Promise.reject(new TypeError('no egress'))
    await expect(fail({ error: new ReviewerError('EXITED', 'x'), cell: { close, egress } })).rejects.toThrow(
      'no egress',
    )
    expect(closed).toBe(4)
  })

  it('is asked for with what the task demands', async () => {
    const requests: CellRequest[] = []
    const budget = makeTokenBudget(5_000)
    const reviewer = aReviewer([all])
    const { signal } = task
    await runReview(
      { reviewer, model: 'm', family: 'openai' },
      { ...task, isolation: 'optional', budget: () => budget },
      {
        ...ports,
        openCell: async (request) => {
          requests.push(request)
          return aCell(reviewer)
        },
      },
    )
    expect(requests).toMatchObject([{ isolation: 'optional', model: 'm', reviewer: { id: 'codex' } }])
    expect(requests[0]?.budget).toBe(budget)
    expect(requests[0]?.signal).toBe(signal)
  })

  it.each([
    ['SANDBOX_UNAVAILABLE', 'isolation is refused', { isolation: { refused: 'not for forks' } }],
    [
      'BUDGET',
      'the prompt does not fit the budget',
      {
        budget: () => {
          throw new ReviewerError('BUDGET', 'too little')
        },
      },
    ],
  ] as const)('is never opened, and nothing installed: %s, because %s', async (code, _why, changes) => {
    const touched: string[] = []
    const reviewer = aReviewer([all])
    const result = await runReview(
      { reviewer, model: 'm', family: 'openai' },
      { ...task, ...changes },
      {
        ...ports,
        install: async () => void touched.push('install'),
        openCell: async () => {
          touched.push('cell')
          return aCell(reviewer)
        },
      },
    )
    expect(result).toMatchObject({ status: 'failed', error: { code }, isolation: 'none', egress: undefined })
    expect([touched, reviewer.requests]).toEqual([[], []])
  })

  it('that no sandbox can be made for is a failed review', async () => {
    const openCell = () => Promise.reject(new ReviewerError('SANDBOX_UNAVAILABLE', 'nothing holds'))
    const result = await runReview({ reviewer: aReviewer([all]), model: 'm', family: 'openai' }, task, {
      ...ports,
      openCell,
    })
    expect(result).toMatchObject({ status: 'failed', error: { code: 'SANDBOX_UNAVAILABLE' }, preflight: [] })
  })
})
