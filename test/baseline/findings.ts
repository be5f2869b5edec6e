import type { TrackContext } from '../../src/baseline/track.js'
import type { AgreedFinding } from '../../src/consensus/agree.js'
import { anchorOfQuote } from '../../src/evidence/anchor.js'
import { type Dismissal, type History, type KnownResult, noHistory } from '../../src/types/history.js'
import type { Result } from '../../src/types/result.js'
import { aFinding } from '../support/builders.js'

/** A finding that one reviewer reported and whose quote stands where it says. */
export function anAgreedFinding(
  finding: Partial<AgreedFinding['finding']> = {},
  overrides: Partial<AgreedFinding> = {},
): AgreedFinding {
  const whole = { ...aFinding(), ...finding }
  return {
    finding: whole,
    region: { startLine: whole.startLine, endLine: whole.endLine },
    text: whole.quote,
    evidence: { status: 'verified', detail: null },
    related: [],
    anchor: anchorOfQuote(whole.quote),
    reviewers: ['codex'],
    agreement: { found: 1, confirmed: 0, refuted: 0 },
    alsoReportedAs: [],
    ...overrides,
  }
}

/** Nothing is known of earlier runs, and nobody accepted anything. */
export function aTrackContext(overrides: Partial<TrackContext> = {}): TrackContext {
  return {
    history: noHistory,
    suppressions: [],
    renames: new Map(),
    touched: new Set(['src/total.ts', 'src/a.ts', 'src/old.ts', 'src/new.ts']),
    today: '2026-11-21',
    codeAge: () => 'old',
    dismissalProblem: () => undefined,
    ...overrides,
  }
}

/** What code scanning tells of earlier runs. */
export function aHistory(overrides: Partial<History> = {}): History {
  return { ...noHistory, baseFrom: 'code-scanning', ...overrides }
}

/** The result as a later run knows it. */
export function asKnown(result: Result | undefined, overrides: Partial<KnownResult> = {}): KnownResult {
  if (result === undefined) throw new Error('there is no such result')
  const { fingerprint, sarifRuleId, ruleId, severity, title, message, path, side, region, quote } = result
  return {
    ...{ fingerprint, sarifRuleId, ruleId, severity, title, message, path, side, region, quote },
    ...{ state: 'open', dismissal: null, alert: null },
    ...overrides,
  }
}

/** A person's word that the alert is no problem. */
export function aDismissal(overrides: Partial<Dismissal> = {}): Dismissal {
  return { by: 'ada', byType: 'User', at: '2026-11-01T00:00:00Z', reason: "won't fix", comment: null, ...overrides }
}
