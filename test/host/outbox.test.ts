import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outboxOf } from '../../src/host/outbox.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import type { CellRequest } from '../../src/review/run.js'
import { openaiApi } from '../../src/reviewers/openai-api.js'

const texts = { 'a.ts': 'export const theAnswer = 42', 'b.ts': 'export const another = 43' }
let snapshot: string

beforeEach(() => {
  snapshot = mkdtempSync(join(tmpdir(), 'outbox-'))
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(snapshot, path), `${text}\n`)
})
afterEach(() => rmSync(snapshot, { recursive: true }))

function aRequest(): CellRequest {
  const signal = new AbortController().signal
  const budget = makeTokenBudget(1_000)
  return { reviewer: openaiApi, model: 'm', tool: undefined, isolation: 'off', budget, signal }
}

describe('the outbox of a review', () => {
  it('is compared with the snapshot by the cell that leaves last, for all of them', async () => {
    const { sent, enter } = outboxOf(aRequest())
    const [first, second] = [enter(), enter()]
    sent.add(texts['a.ts'])
    expect(await first(snapshot)).toEqual({ files: [], complete: true })
    sent.add(texts['b.ts'])
    expect(await second(snapshot)).toEqual({ files: ['a.ts', 'b.ts'], complete: true })
  })

  it('is compared anew by a cell that was opened after the last had left', async () => {
    const { sent, enter } = outboxOf(aRequest())
    sent.add(texts['a.ts'])
    expect(await enter()(snapshot)).toEqual({ files: ['a.ts'], complete: true })
    const late = enter()
    sent.add(texts['b.ts'])
    expect(await late(snapshot)).toEqual({ files: ['a.ts', 'b.ts'], complete: true })
  })

  it('lets a cell leave once, however often it is asked', async () => {
    const { sent, enter } = outboxOf(aRequest())
    const [first, second] = [enter(), enter()]
    sent.add(texts['a.ts'])
    await first(snapshot)
    expect(await first(snapshot)).toEqual({ files: [], complete: true })
    expect(await second(snapshot)).toEqual({ files: ['a.ts'], complete: true })
  })

  it('is the same for one request, and another for another', () => {
    const request = aRequest()
    expect(outboxOf(request)).toBe(outboxOf(request))
    expect(outboxOf(aRequest())).not.toBe(outboxOf(request))
  })
})
