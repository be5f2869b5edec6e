import { type ChatTurn, startChatEndpoint } from '../../src/demo/chat-endpoint.js'
import { faults } from '../support/faults.js'
import { forkEvent } from '../support/origin.js'
import {
  answers,
  offByOne,
  type Reviewed,
  reads,
  reviewPullRequest,
  type Scenario,
} from '../support/review-pull-request.js'

const claude = 'Sum all prices\n\nCo-Authored-By: Claude Opus 4.8 <noreply@anthropic.com>\n'
const codexWrote = 'Sum all prices\n\nCo-authored-by: Codex <noreply@openai.com>\n'
const reply = JSON.stringify({
  findings: [offByOne({ severity: 'high' })],
  filesReviewed: ['src/total.ts'],
  notVerified: [],
})
const readsThenAnswers: readonly ChatTurn[] = [
  { kind: 'tools', calls: [{ name: 'read_file', input: { path: 'src/total.ts' } }] },
  { kind: 'message', text: reply },
]

/** A review that may ask a second endpoint, of the chat wire. */
async function withChat(turns: readonly ChatTurn[], scenario: (url: string) => Scenario): Promise<Reviewed> {
  const endpoint = await startChatEndpoint(turns)
  try {
    return await reviewPullRequest(scenario(endpoint.url))
  } finally {
    await endpoint.close()
  }
}

describe('who reviews', () => {
  it('is of another family than the author, which report and outputs name', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: { message: claude },
      inputs: { reviewers: 'auto' },
    })
    expect(run.outputs).toMatchObject({ conclusion: 'pass', 'author-families': 'anthropic', waiver: 'false' })
    expect(run.report?.authorship).toMatchObject({
      families: ['anthropic'],
      signals: [
        { family: 'anthropic', confidence: 'high', evidence: expect.stringContaining('noreply@anthropic.com') },
      ],
    })
  })

  it('is nobody where the only reviewer is of the author’s family, and the reason names who could', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: { message: codexWrote },
      inputs: { reviewers: 'auto' },
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', reason: expect.stringContaining('zai-api-key') })
    expect(run.report?.reasons[0]?.kind).toBe('family-policy')
    expect(run.requests).toEqual([])
  })

  it('is the author’s own family as a last resort under prefer, stamped as a waiver everywhere', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: { message: codexWrote },
      inputs: { reviewers: 'auto', 'family-policy': 'prefer' },
    })
    expect(run.outputs).toMatchObject({ conclusion: 'pass', waiver: 'true', 'author-families': 'openai' })
    expect(run.report?.reviewers).toMatchObject([{ id: 'codex', waiver: true }])
    for (const text of [run.summary, run.log]) expect(text).toMatch(/waive/i)
  })

  it('is two families where the author is unknown and the policy strict; else nobody', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      inputs: { reviewers: 'auto', 'family-policy': 'strict' },
    })
    expect(run.outputs['conclusion']).toBe('not-evaluated')
    expect(run.report?.reasons[0]?.message).toContain('two reviewers of two families')
    expect(run.requests).toEqual([])
  })
})

/** Mallory's commit claims to be by everybody: a release bot as its author, Claude, GitHub's own bot and Codex in trailers. */
const forged = {
  message: `feat: sum

Co-Authored-By: Claude <noreply@anthropic.com>
Co-authored-by: github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>
Generated-By: codex
`,
  author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
}
const withoutCodex = { ...forged, message: forged.message.replace('Generated-By: codex\n', '') }

describe('D25 forged author identities', () => {
  it('keep reviewers away and bring none in: where nobody else could review, the change is not evaluated', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: forged,
      event: forkEvent,
      inputs: { reviewers: 'auto' },
    })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ conclusion: 'not-evaluated', 'author-families': 'openai,anthropic' })
    expect(run.requests).toEqual([])
  })

  it('skip nothing and lower no threshold', async () => {
    const scenario = (history: Scenario['history']): Scenario => ({
      turns: [reads, answers([offByOne({ severity: 'high' })])],
      event: forkEvent,
      inputs: { reviewers: 'auto' },
      ...(history === undefined ? {} : { history }),
    })
    for (const history of [withoutCodex, undefined]) {
      const run = await reviewPullRequest(scenario(history))
      expect(run.outputs).toMatchObject({ conclusion: 'fail', blocking: '1', reviewers: 'codex', coverage: '100' })
    }
  })

  it('do not spare the second reviewer under strict', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: withoutCodex,
      event: forkEvent,
      inputs: { reviewers: 'auto', 'family-policy': 'strict' },
    })
    expect(run.outputs['conclusion']).toBe('not-evaluated')
    expect(run.requests).toEqual([])
  })

  it('are shown with their source', async () => {
    const run = await reviewPullRequest({
      turns: [reads, answers([])],
      history: withoutCodex,
      inputs: { reviewers: 'auto' },
    })
    const sources = run.report?.authorship.signals.map(({ source }) => source)
    expect(sources).toContain('trailer')
    expect(run.report?.authorship.signals.every(({ evidence }) => evidence !== '')).toBe(true)
  })

  it('control: choosing by the trailer’s text alone would let Codex review its own work', () => {
    const naive = (message: string) => (/Claude/.test(message) ? 'codex' : 'claude')
    expect(naive(forged.message)).toBe('codex')
  })
})

describe('a reviewer through an API', () => {
  it('reads the snapshot with tools of ours, needs no sandbox, and its verdict counts like any other', async () => {
    const run = await withChat(readsThenAnswers, (url) => ({
      inputs: { reviewers: 'openai-api:glm-5.3', 'openai-base-url': url },
    }))
    expect(run.outputs).toMatchObject({ conclusion: 'fail', reviewers: 'openai-api', isolation: 'in-process' })
    expect(run.report?.reviewers).toMatchObject([
      { id: 'openai-api', family: 'zhipu', status: 'completed', filesRead: ['src/total.ts'], cliVersion: null },
    ])
    expect(run.report?.egress.files).toEqual(['src/total.ts'])
    expect(run.exitCode).toBe(1)
  })

  it('takes over from one that fails, and both are named', async () => {
    const run = await withChat(readsThenAnswers, (url) => ({
      turns: [{ kind: 'fault', fault: faults.quota }],
      inputs: {
        reviewers: 'gemini:gemini-test',
        'fallback-reviewers': 'openai-api:qwen3-coder',
        'gemini-api-key': 'AIzaFakeKeyOfTheTests0123456789',
        'gemini-base-url': 'http://127.0.0.1:9',
        'openai-base-url': url,
      },
      history: { message: claude },
    }))
    expect(run.report?.reviewers).toMatchObject([
      { id: 'gemini', status: 'failed', error: { code: 'CONNECTION' } },
      { id: 'openai-api', family: 'qwen', status: 'completed' },
    ])
    expect(run.log).toContain('gemini failed (CONNECTION); openai-api takes its place.')
    expect(run.outputs).toMatchObject({ conclusion: 'fail', reviewers: 'openai-api' })
  })
})
