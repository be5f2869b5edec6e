import { ReviewerError } from '../../src/errors.js'
import { runReview } from '../../src/review/run.js'
import { aFinding } from '../support/builders.js'
import { aFile, answer, aReviewer, aTask, ports, type Script } from './world.js'

const files = [aFile('a.ts'), aFile('b.ts')]
const all = answer(['a.ts', 'b.ts'])

async function run(script: Script, filesRead?: readonly string[]) {
  const reviewer = aReviewer(script, filesRead)
  const result = await runReview({ reviewer, model: 'model-1' }, aTask(files), ports)
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
    const tooLong = () => {
      throw new ReviewerError('CONTEXT_TOO_LONG', 'too long')
    }
    const installs: string[] = []
    const result = await runReview(
      { reviewer, model: 'm' },
      { ...aTask(files), reviewPrompt: tooLong },
      {
        ...ports,
        install: async ({ id }) => void installs.push(id),
      },
    )
    expect(result).toMatchObject({ status: 'failed', error: { code: 'CONTEXT_TOO_LONG' } })
    expect([reviewer.requests, installs]).toEqual([[], []])
  })
})
