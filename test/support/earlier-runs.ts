import type { EarlierRuns } from '../../src/host/earlier-runs.js'
import { noHistory } from '../../src/types/history.js'

/** Nobody ran before, and nobody decided anything. */
export const noEarlierRuns: EarlierRuns = {
  history: async () => noHistory,
  override: async () => ({ kind: 'none' }),
  recall: async () => undefined,
  recallEarlier: async () => ({ kind: 'none', why: undefined, notes: [] }),
  remember: async () => {},
  place: '/nowhere',
}

/** What a host says of a run that nothing came before. */
export const firstRun = {
  earlier: noEarlierRuns,
  now: () => Date.parse('2026-11-01T10:00:00Z'),
  runUrl: null,
  baseUrl: () => 'https://models.example',
  search: () => ({ find: async () => ({ kind: 'nothing' }) as const }),
} as const
