import type { GitHubError } from '../../src/errors.js'
import { type RecordedReview, type ReviewRecord, toRecorded } from '../../src/history/record.js'
import { type KeyParts, recordKey } from '../../src/history/record-key.js'
import type { GitHubApi } from '../../src/host/host.js'
import { defaultPolicy } from '../../src/policy/load.js'
import type { FileDiff } from '../../src/types/diff.js'
import type { ReviewResult } from '../../src/types/reviewer.js'
import { aFileDiff } from '../diff/builders.js'
import { aFinding } from '../support/builders.js'

type CompletedReview = Extract<ReviewResult, { status: 'completed' }>

/** A review that completed with one finding. */
export function aCompletedReview(overrides: Partial<CompletedReview> = {}): CompletedReview {
  return {
    status: 'completed',
    id: 'codex',
    family: 'openai',
    model: 'gpt-5.5',
    cliVersion: '0.144.1',
    usage: { inputTokens: 12_000, cachedInputTokens: 4_000, outputTokens: 900, requests: null },
    durationMs: 42_000,
    filesRead: ['src/total.ts'],
    rejected: [],
    turns: 1,
    preflight: ['commands run'],
    isolation: 'root-sandbox',
    egress: {
      traffic: { host: 'api.openai.com', requests: 3, refused: 0, bytesSent: 182_400, bytesReceived: 9_300 },
      files: ['src/total.ts'],
      filesComplete: true,
    },
    findings: [aFinding()],
    filesReviewed: ['src/total.ts'],
    notVerified: [],
    covered: new Set(),
    gaps: [],
    ...overrides,
  }
}

/** The parts of the key of a review by two reviewers; beside the files, the change has one that nobody reviews. */
export function theParts(overrides: Partial<KeyParts> = {}): KeyParts {
  const files = overrides.files ?? [aFileDiff(), aFileDiff({ path: 'src/b.ts', newBlob: '3'.repeat(40) })]
  return {
    all: [...files, aFileDiff({ path: 'yarn.lock' })],
    files,
    headTree: 'd'.repeat(40),
    mode: 'review',
    policy: defaultPolicy,
    prompts: ['Review {{diff}}', 'Follow up'],
    reviewers: [
      { id: 'codex', model: 'gpt-5.5', family: 'openai', baseUrl: 'https://api.openai.com/v1' },
      { id: 'glm', model: 'glm-5.3', family: 'zhipu', baseUrl: 'https://api.z.ai/api/anthropic' },
    ],
    toolVersion: '0.1.0',
    place: 'repository 42',
    ...overrides,
  }
}

/** A valid record of the review above. */
export function aRecord(overrides: Partial<ReviewRecord> = {}): ReviewRecord {
  return {
    version: 2,
    key: recordKey(theParts()),
    at: '2026-11-21T12:00:00.000Z',
    head: 'a'.repeat(40),
    base: 'b'.repeat(40),
    run: 'https://github.com/o/r/actions/runs/1',
    reviews: [asRecorded(aCompletedReview())],
    ...overrides,
  }
}

/** The review as a record of a change with these files keeps it. */
export function asRecorded(review: ReviewResult, files: readonly FileDiff[] = []): RecordedReview {
  const [recorded] = toRecorded([review], files) ?? []
  if (recorded === undefined) throw new Error('not recordable')
  return recorded
}

/** Answers by path and query, for code scanning: a value, or the error that it rejects with. */
export type Answers = Readonly<Record<string, unknown>>

/** GitHub's REST API with canned answers. An address without one is a bug of the test. */
export function anApi(answers: Answers): GitHubApi & { readonly asked: readonly string[] } {
  const asked: string[] = []
  const answer = async (path: string): Promise<unknown> => {
    asked.push(path)
    if (!Object.hasOwn(answers, path)) throw new Error(`nothing prepared for ${path}`)
    const found = answers[path]
    if (isGitHubError(found)) throw found
    return found
  }
  return {
    asked,
    get: (path) => answer(path),
    list: async (path) => {
      const found = await answer(path)
      if (!Array.isArray(found)) throw new Error(`no list prepared for ${path}`)
      return found
    },
    send: () => Promise.reject(new Error('history writes nothing')),
  }
}

function isGitHubError(value: unknown): value is GitHubError {
  return typeof value === 'object' && value !== null && 'name' in value && value.name === 'GitHubError'
}

const TOOL = 'tool_name=model-stack-action'

/** Addresses as `readAlerts` asks them, for the category of mode `review`. */
export const addresses = {
  analyses: (ref: string) => `/code-scanning/analyses?${TOOL}&ref=${encodeURIComponent(ref)}&per_page=100`,
  sarif: (id: number) => `/code-scanning/analyses/${id}`,
  alerts: (ref: string, state: string) => `/code-scanning/alerts?${TOOL}&ref=${encodeURIComponent(ref)}&state=${state}`,
  dismissed: `/code-scanning/alerts?${TOOL}&state=dismissed`,
} as const

/** An analysis as GitHub lists it. */
export function anAnalysis(overrides: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    id: 11,
    ref: 'refs/heads/main',
    commit_sha: 'c'.repeat(40),
    category: 'model-stack/review',
    created_at: '2026-11-20T10:00:00Z',
    tool: { name: 'model-stack-action' },
    ...overrides,
  }
}

/** An alert as GitHub lists it. */
export function anAlert(overrides: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    number: 3,
    state: 'open',
    rule: { id: 'correctness', severity: 'error' },
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    dismissed_comment: null,
    most_recent_instance: {
      category: 'model-stack/review',
      message: {
        text: 'The total ignores the last item\n\nThe loop stops early.\n\nSeverity high, confidence likely, code verified, reported by codex.',
      },
      location: { path: 'src/total.ts', start_line: 12, end_line: 12 },
    },
    ...overrides,
  }
}

/** What a person leaves who dismisses an alert. */
export const dismissedByAnna = {
  state: 'dismissed',
  dismissed_by: { login: 'anna', type: 'User' },
  dismissed_at: '2026-11-20T12:00:00Z',
  dismissed_reason: "won't fix",
  dismissed_comment: 'Padded by the caller.',
} as const
