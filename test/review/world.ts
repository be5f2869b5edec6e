import { mergePolicy, nothingSet } from '../../src/policy/load.js'
import { makeTokenBudget } from '../../src/review/budget.js'
import type { Part } from '../../src/review/part.js'
import type { ReviewPorts, ReviewTask } from '../../src/review/run.js'
import type { Change } from '../../src/types/change.js'
import type { FileDiff } from '../../src/types/diff.js'
import type { Finding } from '../../src/types/finding.js'
import type { Policy } from '../../src/types/policy.js'
import type { Cell, Reply, Reviewer, ReviewRequest } from '../../src/types/reviewer.js'
import { countsOf } from '../diff/builders.js'

export const policy: Policy = mergePolicy(nothingSet, nothingSet)

export const change: Change = {
  mode: 'review',
  base: 'b'.repeat(40),
  head: 'a'.repeat(40),
  mergeBase: 'b'.repeat(40),
  commits: [],
  pullRequest: undefined,
}

/** A file with one hunk that adds the lines. */
export function aFile(path: string, texts: readonly string[] = ['text']): FileDiff {
  const lines = texts.map((text, index) => ({ kind: 'added', newLine: index + 1, text }) as const)
  return {
    path,
    oldPath: undefined,
    status: 'added',
    oldMode: '000000',
    newMode: '100644',
    oldBlob: '0'.repeat(40),
    newBlob: '1'.repeat(40),
    hunks: [
      {
        oldStart: 0,
        oldLines: 0,
        newStart: 1,
        newLines: texts.length,
        section: '',
        ...countsOf(lines),
        lines,
        oldMissingNewline: false,
        newMissingNewline: false,
      },
    ],
    added: texts.length,
    removed: 0,
  }
}

export function answer(filesReviewed: readonly string[], findings: readonly (Finding | object)[] = []): string {
  return JSON.stringify({ findings, filesReviewed, notVerified: [] })
}

export type Script = readonly (string | Error)[]

export interface ScriptedReviewer extends Reviewer {
  readonly requests: readonly ReviewRequest[]
}

/** What each scripted reviewer was asked, for the proxy that would have counted it. */
const asked = new Map<Reviewer, readonly ReviewRequest[]>()

/** Answers in turn; each request reads a.ts and costs 10 tokens in and 1 out. */
export function aReviewer(script: Script, filesRead: readonly string[] = ['a.ts']): ScriptedReviewer {
  const requests: ReviewRequest[] = []
  const reviewer: ScriptedReviewer = {
    requests,
    id: 'codex',
    family: 'openai',
    defaultModel: 'model-1',
    credential: 'openai-api-key',
    baseUrl: { input: 'openai-base-url', vendor: 'https://example.test/v1' },
    tool: undefined,
    wire: 'responses',
    tryOwnSandbox: async () => 'off',
    review: async (request): Promise<Reply> => {
      const text = script[requests.length]
      requests.push(request)
      if (text === undefined) throw new Error('The script has no more answers')
      if (text instanceof Error) throw text
      return { text, model: 'model-1-dated', filesRead, turns: 1 }
    },
  }
  asked.set(reviewer, requests)
  return reviewer
}

export const ports: ReviewPorts = {
  log: { debug() {}, info() {}, warning() {}, group: (_title, body) => body() },
  now: () => 0,
  requireCredential: () => {},
  install: async () => undefined,
  openCell: async ({ reviewer }) => aCell(reviewer),
}

/** A cell whose proxy let everything through. */
export function aCell(reviewer: Reviewer, overrides: Partial<Cell> = {}): Cell {
  const count = () => asked.get(reviewer)?.length ?? 0
  return {
    level: 'user-sandbox',
    preflight: ['holds'],
    endpoint: { baseUrl: 'http://127.0.0.1:8080/v1', key: 'placeholder' },
    makeScratch: () => '/scratch',
    run: async () => ({ exitCode: 0, signal: null, stderr: '', stalled: false }),
    settled: async () => {},
    failure: () => undefined,
    usage: () => ({ inputTokens: 10 * count(), cachedInputTokens: 0, outputTokens: count(), requests: count() }),
    egress: async () => ({
      traffic: { host: 'example.test', requests: count(), refused: 0, bytesSent: 100, bytesReceived: 50 },
      files: ['a.ts'],
      filesComplete: true,
    }),
    close: async () => {},
    ...overrides,
  }
}

/** All files in one request. */
export function onePart(files: readonly FileDiff[], overrides: Partial<Part> = {}): Part {
  const names = (some: readonly FileDiff[]) => some.map(({ path }) => path).join(',')
  return {
    name: 'the change',
    files,
    tokens: 1_000,
    prompt: () => `review ${names(files)}`,
    followUpPrompt: (missing) => `follow-up ${names(missing)}`,
    ...overrides,
  }
}

export function aTask(parts: readonly Part[]): ReviewTask {
  return {
    parts,
    left: [],
    lanes: 1,
    snapshot: '/snapshot',
    isolation: 'required',
    effort: 'high',
    signal: new AbortController().signal,
    budget: () => makeTokenBudget(1_000_000),
    repairPrompt: (problem, reply) => `repair ${problem} ${reply}`,
  }
}
