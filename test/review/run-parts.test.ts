import { ReviewerError } from '../../src/errors.js'
import type { Part } from '../../src/review/part.js'
import { type ReviewPorts, runReview } from '../../src/review/run.js'
import type { Reply, Reviewer } from '../../src/types/reviewer.js'
import { aFinding } from '../support/builders.js'
import { aCell, aFile, answer, aReviewer, aTask, onePart, ports } from './world.js'

/** What a reviewer says to a prompt: an answer with what it read, or a failure. */
type Say = string | Error | { readonly text: string; readonly filesRead: readonly string[] }

interface Setup {
  readonly parts: readonly Part[]
  readonly lanes?: number
  /** By prompt, in turn; what is not here names the files of the prompt and finds nothing. */
  readonly says?: Readonly<Record<string, readonly Say[]>>
  readonly task?: Partial<Parameters<typeof runReview>[1]>
}

/** `count` parts with a file of their own each. */
function someParts(count: number): readonly Part[] {
  return Array.from({ length: count }, (_, index) =>
    onePart([aFile(`f${index + 1}.ts`)], { name: `part ${index + 1} of ${count}` }),
  )
}

async function run({ parts, lanes = 1, says = {}, task = {} }: Setup) {
  const prompts: string[] = []
  const logged: string[] = []
  const reviewer: Reviewer = {
    ...aReviewer([]),
    review: async ({ prompt }): Promise<Reply> => {
      const attempt = prompts.filter((one) => one === prompt).length
      prompts.push(prompt)
      const files = prompt.replace(/^\S+ /, '').split(',')
      const said = says[prompt]?.[attempt] ?? answer(files)
      if (said instanceof Error) throw said
      const { text, filesRead } = typeof said === 'string' ? { text: said, filesRead: files } : said
      return { text, model: 'model-1-dated', filesRead, turns: 2 }
    },
  }
  let cells = 0
  const openCell: ReviewPorts['openCell'] = async () => {
    cells += 1
    const files = [`sent-${cells}.ts`, 'sent.ts']
    return aCell(reviewer, {
      usage: () => ({ inputTokens: 100, cachedInputTokens: 40, outputTokens: 10, requests: 3 }),
      egress: async () => ({
        traffic: { host: 'example.test', requests: 3, refused: 1, bytesSent: 100, bytesReceived: 50 },
        files,
        filesComplete: true,
      }),
    })
  }
  const log = { ...ports.log, info: (text: string) => logged.push(text), warning: (text: string) => logged.push(text) }
  const result = await runReview(
    { reviewer, model: 'model-1', family: 'openai' },
    { ...aTask(parts), repairPrompt: (_problem, reply) => `repair ${reply}`, lanes, ...task },
    { ...ports, log, openCell },
  )
  return { result, prompts, logged, cells: () => cells }
}

describe('a review in parts', () => {
  it('joins what all sessions found, read, sent and cost', async () => {
    const finding = (path: string) => aFinding({ path })
    const parts = someParts(4)
    const { result, prompts, cells } = await run({
      parts,
      lanes: 2,
      says: {
        'review f1.ts': [answer(['f1.ts'], [finding('f1.ts')])],
        'review f4.ts': [answer(['f4.ts'], [finding('f4.ts')])],
      },
    })
    expect(prompts).toHaveLength(4)
    expect(cells()).toBe(2)
    expect(result).toMatchObject({
      status: 'completed',
      model: 'model-1-dated',
      turns: 8,
      usage: { inputTokens: 200, cachedInputTokens: 80, outputTokens: 20, requests: 6 },
      egress: {
        traffic: { host: 'example.test', requests: 6, refused: 2, bytesSent: 200, bytesReceived: 100 },
        filesComplete: true,
      },
      gaps: [],
    })
    if (result.status !== 'completed') throw new Error('not completed')
    expect(result.findings.map(({ path }) => path).toSorted()).toEqual(['f1.ts', 'f4.ts'])
    expect(result.filesReviewed.toSorted()).toEqual(['f1.ts', 'f2.ts', 'f3.ts', 'f4.ts'])
    expect(result.filesRead.toSorted()).toEqual(['f1.ts', 'f2.ts', 'f3.ts', 'f4.ts'])
    expect(result.egress?.files.toSorted()).toEqual(['sent-1.ts', 'sent-2.ts', 'sent.ts'])
    expect(result.covered).toEqual(new Set(parts.flatMap(({ files }) => files.flatMap(({ hunks }) => hunks))))
  })

  it('keeps the other parts where one of ten fails twice, and names it with code and message', async () => {
    const busy = new ReviewerError('STALLED', 'no output for 300 s')
    const parts = someParts(10)
    const { result } = await run({ parts, lanes: 4, says: { 'review f3.ts': [busy, busy] } })
    if (result.status !== 'completed') throw new Error('not completed')
    expect(result.filesReviewed).toHaveLength(9)
    expect(result.gaps).toEqual([
      {
        part: 'part 3 of 10',
        hunks: parts[2]?.files[0]?.hunks,
        code: 'STALLED',
        reason: 'part 3 of 10 failed (STALLED): no output for 300 s',
      },
    ])
  })

  it('is the first failure where every part failed', async () => {
    const { result } = await run({
      parts: someParts(2),
      says: {
        'review f1.ts': [new ReviewerError('EXITED', 'exit 1'), new ReviewerError('EXITED', 'exit 1 again')],
        'review f2.ts': [new ReviewerError('STALLED', 'quiet'), new ReviewerError('STALLED', 'quiet again')],
      },
    })
    expect(result).toMatchObject({ status: 'failed', error: { code: 'EXITED', message: 'exit 1 again' } })
    expect(result).not.toHaveProperty('findings')
    expect(result.usage).toMatchObject({ requests: 3 })
  })

  it('takes a part in which nothing was read for none, though the others read', async () => {
    const blind = { text: answer(['f2.ts'], [aFinding()]), filesRead: [] }
    const { result } = await run({ parts: someParts(3), says: { 'review f2.ts': [blind, blind] } })
    expect(result).toMatchObject({
      status: 'completed',
      findings: [],
      filesReviewed: ['f1.ts', 'f3.ts'],
      gaps: [{ part: 'part 2 of 3', code: 'NOTHING_READ' }],
    })
  })

  it('keeps nothing that could not be read in an attempt which was asked again', async () => {
    const { result, prompts } = await run({
      parts: someParts(2),
      says: { 'review f1.ts': ['no JSON'], 'repair no JSON': ['still none'] },
    })
    expect(prompts.map((prompt) => prompt.split(' ')[0])).toEqual(['review', 'repair', 'review', 'review'])
    expect(result).toMatchObject({ status: 'completed', rejected: [], gaps: [] })
  })

  it('keeps what could not be read of every part', async () => {
    const broken = answer(['f1.ts'], [{ title: 'half' }])
    const other = answer(['f2.ts'], [aFinding(), { title: 'other half' }])
    const { result } = await run({
      parts: someParts(2),
      says: {
        'review f1.ts': [broken],
        'review f2.ts': [other],
        [`repair ${broken}`]: [broken],
        [`repair ${other}`]: [other],
      },
    })
    expect(result).toMatchObject({ status: 'completed', findings: [aFinding()] })
    expect(result.rejected.map(({ raw }) => raw)).toEqual(['{"title":"half"}', '{"title":"other half"}'])
  })

  it('asks once more about files of the part alone that its answer left out', async () => {
    const parts = [onePart([aFile('a.ts'), aFile('b.ts')], { name: 'part 1 of 2' }), onePart([aFile('c.ts')])]
    const { result, prompts } = await run({
      parts,
      says: {
        'review a.ts,b.ts': [answer(['a.ts', 'c.ts'])],
        'follow-up b.ts': [answer([])],
        'review c.ts': [answer(['b.ts', 'c.ts'])],
      },
    })
    expect(prompts).toEqual(['review a.ts,b.ts', 'follow-up b.ts', 'review c.ts'])
    expect(result).toMatchObject({ status: 'completed', gaps: [{ part: 'part 1 of 2', code: null }] })
  })

  it('needs no file named by the pass that looks at the map alone', async () => {
    const map = onePart([], { name: 'the pass', prompt: () => 'review map' })
    const { result, prompts } = await run({ parts: [...someParts(1), map], says: { 'review map': [answer([])] } })
    expect(prompts).toEqual(['review f1.ts', 'review map'])
    expect(result).toMatchObject({ status: 'completed', filesReviewed: ['f1.ts'], gaps: [] })
  })

  it('adds what nobody is asked about to the gaps', async () => {
    const left = { part: 'too large', hunks: aFile('huge.ts').hunks, code: 'CONTEXT_TOO_LONG', reason: 'r' } as const
    const { result } = await run({ parts: someParts(1), task: { left: [left] } })
    expect(result).toMatchObject({ status: 'completed', gaps: [left] })
  })

  it('says in the log which part starts, with some of its files, and when it is asked about once more', async () => {
    const many = onePart(
      ['a', 'b', 'c', 'd', 'e'].map((name) => aFile(name)),
      { name: 'part 1 of 2' },
    )
    const map = onePart([], { name: 'the pass', prompt: () => 'review map' })
    const { logged } = await run({
      parts: [many, map],
      says: { 'review map': [new ReviewerError('STALLED', 'quiet'), answer([])] },
    })
    expect(logged).toEqual(
      expect.arrayContaining([
        'Asking about part 1 of 2: a, b, c and 2 more',
        'Asking about the pass',
        'the pass: STALLED: quiet (ask again)',
        'Asking about the pass once more',
      ]),
    )
  })

  it('does not speak of parts where there is one', async () => {
    const { logged } = await run({ parts: someParts(1) })
    expect(logged.filter((text) => text.startsWith('Asking about'))).toEqual([])
  })
})
