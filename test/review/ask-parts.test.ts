import { setImmediate as turn } from 'node:timers/promises'
import { ReviewerError, type ReviewerErrorCode } from '../../src/errors.js'
import { askParts } from '../../src/review/ask-parts.js'
import type { Part } from '../../src/review/part.js'
import type { PartOutcome, Session } from '../../src/review/session.js'
import { aFile, onePart } from './world.js'

/** What becomes of a part, attempt by attempt; without a word it is reviewed. */
type Ends = Readonly<Record<string, readonly (ReviewerErrorCode | 'reviewed' | Error)[]>>

interface Setup {
  readonly count: number
  readonly lanes?: number
  readonly ends?: Ends
  /** What comes of opening the sessions, in order; without a word they open. */
  readonly opens?: readonly (Error | undefined)[]
  /** Turns of the event loop that a part takes. */
  readonly takes?: Readonly<Record<string, number>>
}

/** Asks about parts p1, p2 … and writes down what happened. */
async function ask({ count, lanes = 1, ends = {}, opens = [], takes = {} }: Setup) {
  const parts = Array.from({ length: count }, (_, index) => {
    const name = `p${index + 1}`
    return onePart([aFile(`${name}.ts`)], { name })
  })
  const asked: string[] = []
  const starts: string[] = []
  const failures: string[] = []
  const sessions: { closed: number; parts: string[] }[] = []
  let opened = 0
  let atWork = 0
  let mostAtWork = 0
  const openSession = async (): Promise<Session> => {
    const problem = opens[opened++]
    if (problem !== undefined) throw problem
    const session = { closed: 0, parts: [] as string[] }
    sessions.push(session)
    return {
      review: async (part) => {
        if (session.closed > 0) throw new Error('asked in a closed session')
        atWork += 1
        mostAtWork = Math.max(mostAtWork, atWork)
        session.parts.push(part.name)
        asked.push(part.name)
        const attempt = asked.filter((name) => name === part.name).length - 1
        for (let left = takes[part.name] ?? 1; left > 0; left -= 1) await turn()
        atWork -= 1
        return toOutcome(ends[part.name]?.[attempt] ?? 'reviewed', part)
      },
      close: async () => {
        await turn()
        session.closed += 1
      },
    }
  }
  const result = await askParts({
    parts,
    lanes,
    open: openSession,
    onStart: (part, attempt) => starts.push(`${part.name} ${attempt}`),
    onFailure: (part, error, then) => failures.push(`${part.name} ${error.code} ${then}`),
  }).then(
    (outcomes) => ({ outcomes, rejection: undefined }),
    (rejection: unknown) => ({ outcomes: new Map<Part, PartOutcome>(), rejection }),
  )
  const { rejection } = result
  const outcomes = Object.fromEntries([...result.outcomes].map(([part, outcome]) => [part.name, textOf(outcome)]))
  return { outcomes, rejection, asked, starts, failures, sessions, opened, mostAtWork }
}

function toOutcome(end: ReviewerErrorCode | 'reviewed' | Error, part: Part): PartOutcome {
  if (end instanceof Error) throw end
  const rejected = [{ reviewer: 'codex', reason: 'r', raw: part.name }]
  return end === 'reviewed'
    ? { kind: 'reviewed', reply: { findings: [], filesReviewed: [], notVerified: [] }, rejected }
    : { kind: 'failed', error: new ReviewerError(end, 'it said so'), rejected }
}

function textOf(outcome: PartOutcome): string {
  return outcome.kind === 'reviewed' ? 'reviewed' : outcome.error.code
}

const LASTING = [
  'NO_CREDENTIAL',
  'INSTALL_FAILED',
  'INTEGRITY',
  'SANDBOX_UNAVAILABLE',
  'UNAUTHENTICATED',
  'QUOTA',
  'MODEL_NOT_FOUND',
  'TIMED_OUT',
  'BUDGET',
] as const

describe('askParts', () => {
  it.each([1, 2, 4, 9, 50])('asks about every part once with %i sessions at most', async (lanes) => {
    const { outcomes, asked, sessions, mostAtWork } = await ask({ count: 9, lanes })
    const names = Array.from({ length: 9 }, (_, index) => `p${index + 1}`)
    expect(asked.toSorted()).toEqual(names)
    expect(outcomes).toEqual(Object.fromEntries(names.map((name) => [name, 'reviewed'])))
    expect(sessions).toHaveLength(Math.min(lanes, 9))
    expect(mostAtWork).toBe(Math.min(lanes, 9))
  })

  it('keeps the order in one session', async () => {
    expect((await ask({ count: 4 })).asked).toEqual(['p1', 'p2', 'p3', 'p4'])
  })

  it('gives a session that is done first the next part', async () => {
    const { sessions } = await ask({ count: 5, lanes: 2, takes: { p1: 30 } })
    expect(sessions.map(({ parts }) => parts)).toEqual([['p1'], ['p2', 'p3', 'p4', 'p5']])
  })

  it('closes every session exactly once', async () => {
    const { sessions } = await ask({ count: 6, lanes: 3, ends: { p2: ['EXITED', 'EXITED'], p5: ['STALLED'] } })
    expect(sessions.map(({ closed }) => closed)).toEqual([1, 1, 1])
  })
})

describe('askParts, where a part fails', () => {
  it('asks about it once more, after the others', async () => {
    const { outcomes, asked, starts, failures } = await ask({ count: 3, ends: { p1: ['EXITED'] } })
    expect(asked).toEqual(['p1', 'p2', 'p3', 'p1'])
    expect(starts).toEqual(['p1 first', 'p2 first', 'p3 first', 'p1 again'])
    expect(failures).toEqual(['p1 EXITED ask again'])
    expect(outcomes).toEqual({ p1: 'reviewed', p2: 'reviewed', p3: 'reviewed' })
  })

  it('gives it up when it fails again, and keeps the rest', async () => {
    const { outcomes, asked, failures } = await ask({ count: 3, ends: { p2: ['OVERLOADED', 'NOTHING_READ'] } })
    expect(asked).toEqual(['p1', 'p2', 'p3', 'p2'])
    expect(failures).toEqual(['p2 OVERLOADED ask again', 'p2 NOTHING_READ give up'])
    expect(outcomes).toEqual({ p1: 'reviewed', p2: 'NOTHING_READ', p3: 'reviewed' })
  })

  it('asks about a single part once, so that another reviewer can take over', async () => {
    const { outcomes, asked, failures } = await ask({ count: 1, lanes: 4, ends: { p1: ['EXITED'] } })
    expect(asked).toEqual(['p1'])
    expect(failures).toEqual(['p1 EXITED give up'])
    expect(outcomes).toEqual({ p1: 'EXITED' })
  })

  it.each(LASTING)('asks about nothing more after %s, which lasts', async (code) => {
    const { outcomes, asked, failures, sessions } = await ask({ count: 5, ends: { p2: [code] } })
    expect(asked).toEqual(['p1', 'p2'])
    expect(failures).toEqual([`p2 ${code} give up`])
    expect(outcomes).toEqual({ p1: 'reviewed', p2: code })
    expect(sessions.map(({ closed }) => closed)).toEqual([1])
  })

  it('lets what is under way end after a failure that lasts', async () => {
    const { outcomes, asked } = await ask({ count: 5, lanes: 2, ends: { p1: ['QUOTA'] }, takes: { p2: 20 } })
    expect(asked).toEqual(['p1', 'p2'])
    expect(outcomes).toEqual({ p1: 'QUOTA', p2: 'reviewed' })
  })
})

describe('askParts, where the budget does not hold one more request', () => {
  it('lets the session leave and the part wait while others are at work', async () => {
    const { outcomes, failures, sessions, asked } = await ask({
      ...{ count: 4, lanes: 2 },
      ends: { p1: ['BUDGET'] },
      takes: { p2: 20 },
    })
    expect(failures).toEqual(['p1 BUDGET wait for room'])
    expect(sessions).toEqual([
      { closed: 1, parts: ['p1'] },
      { closed: 1, parts: ['p2', 'p3', 'p4', 'p1'] },
    ])
    expect(asked).toHaveLength(5)
    expect(outcomes).toEqual({ p1: 'reviewed', p2: 'reviewed', p3: 'reviewed', p4: 'reviewed' })
  })

  it('stops where nobody else is at work', async () => {
    const { outcomes, asked, failures, sessions } = await ask({
      ...{ count: 6, lanes: 2 },
      ends: { p1: ['BUDGET', 'BUDGET'], p3: ['BUDGET'] },
      takes: { p2: 20 },
    })
    expect(asked).toEqual(['p1', 'p2', 'p3'])
    expect(failures).toEqual(['p1 BUDGET wait for room', 'p3 BUDGET give up'])
    expect(outcomes).toEqual({ p2: 'reviewed', p3: 'BUDGET' })
    expect(sessions.map(({ closed }) => closed)).toEqual([1, 1])
  })

  it('keeps that a part which waits was asked about once more already', async () => {
    const { asked, starts, failures, outcomes } = await ask({
      ...{ count: 2, lanes: 2 },
      ends: { p1: ['EXITED', 'BUDGET', 'EXITED', 'EXITED'] },
      takes: { p1: 2, p2: 20 },
    })
    expect(asked).toEqual(['p1', 'p2', 'p1', 'p1'])
    expect(starts).toEqual(['p1 first', 'p2 first', 'p1 again', 'p1 again'])
    expect(failures).toEqual(['p1 EXITED ask again', 'p1 BUDGET wait for room', 'p1 EXITED give up'])
    expect(outcomes).toEqual({ p1: 'EXITED', p2: 'reviewed' })
  })
})

describe('askParts, where a session cannot be opened', () => {
  const noSandbox = new ReviewerError('SANDBOX_UNAVAILABLE', 'nothing holds')

  it('rejects with the failure for the first one, and opens no other', async () => {
    const { rejection, opened, asked } = await ask({ count: 3, lanes: 3, opens: [noSandbox] })
    expect(rejection).toBe(noSandbox)
    expect([opened, asked]).toEqual([1, []])
  })

  it('does the work in fewer beside a first one', async () => {
    const { outcomes, sessions } = await ask({ count: 4, lanes: 3, opens: [undefined, noSandbox, undefined] })
    expect(Object.values(outcomes)).toEqual(['reviewed', 'reviewed', 'reviewed', 'reviewed'])
    expect(sessions.map(({ closed }) => closed)).toEqual([1, 1])
  })

  it('rejects for a bug, after the first one is closed, and asks about nothing more', async () => {
    const { rejection, sessions, asked } = await ask({ count: 4, lanes: 2, opens: [undefined, new TypeError('bug')] })
    expect(rejection).toMatchObject({ message: 'bug' })
    expect(asked).toEqual(['p1'])
    expect(sessions.map(({ closed }) => closed)).toEqual([1])
  })
})

describe('askParts, where a session has a bug', () => {
  it('asks about nothing more and rejects when all sessions are closed', async () => {
    const { rejection, sessions, asked } = await ask({
      ...{ count: 9, lanes: 3 },
      ends: { p2: [new TypeError('bug')] },
      takes: { p1: 20, p3: 20 },
    })
    expect(rejection).toMatchObject({ message: 'bug' })
    expect(asked).toEqual(['p1', 'p2', 'p3'])
    expect(sessions.map(({ closed }) => closed)).toEqual([1, 1, 1])
  })
})
