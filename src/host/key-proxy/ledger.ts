import type { HostTraffic, ProviderFailure } from '../../types/egress.js'
import type { Usage } from '../../types/reviewer.js'
import type { AnswerFacts } from './answer-facts.js'

/** What the proxy has seen, as sums. */
export interface Ledger {
  countRefused(): void
  countRequest(bytes: number): void
  countReceived(bytes: number): void
  /** What an answer said of itself, whether it was complete or not. */
  addAnswer(facts: AnswerFacts): void
  setFailure(failure: ProviderFailure | undefined): void
  failure(): ProviderFailure | undefined
  usage(): Usage
  traffic(): HostTraffic
  models(): readonly string[]
}

/** Names of models that are kept; a provider answers with one or two. */
const MAX_MODELS = 20

/** An empty ledger for one host. */
export function makeLedger(host: string): Ledger {
  const traffic = { requests: 0, refused: 0, bytesSent: 0, bytesReceived: 0 }
  const usage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }
  const models = new Set<string>()
  let failure: ProviderFailure | undefined
  return {
    countRefused: () => {
      traffic.refused += 1
    },
    countRequest: (bytes) => {
      traffic.requests += 1
      traffic.bytesSent += bytes
    },
    countReceived: (bytes) => {
      traffic.bytesReceived += bytes
    },
    addAnswer: (facts) => {
      usage.inputTokens += facts.usage?.input ?? 0
      usage.cachedInputTokens += facts.usage?.cached ?? 0
      usage.outputTokens += facts.usage?.output ?? 0
      if (facts.model !== undefined && models.size < MAX_MODELS) models.add(facts.model)
    },
    setFailure: (value) => {
      failure = value
    },
    failure: () => failure,
    usage: () => ({ ...usage, requests: traffic.requests }),
    traffic: () => ({ host, ...traffic }),
    models: () => [...models],
  }
}
