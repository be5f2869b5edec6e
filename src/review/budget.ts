import { ReviewerError } from '../errors.js'
import type { Gap } from '../types/reviewer.js'
import type { Part, PartsPlan } from './part.js'

/** What a request would cost at most. */
export interface TokenNeed {
  /** Estimated tokens of the request; cached ones count like the others. */
  readonly input: number
  /** Tokens that the answer may have. */
  readonly output: number
}

/** What an answer did cost. */
export interface TokenCost {
  readonly input: number
  readonly output: number
}

/** Tokens set aside for one request until its cost is known. The first of its calls counts, later ones do nothing. */
export interface Reservation {
  /** What the answer may have: what was wanted, or less. */
  readonly output: number
  /** Charges what the provider says, or the best estimate where it says nothing. */
  settle(cost: TokenCost): void
  /** Charges nothing: the provider refused the request. */
  release(): void
}

/** The tokens of a run, shared by all its reviewers. */
export interface TokenBudget {
  readonly max: number
  spent(): number
  /** What is neither spent nor set aside; never below zero. */
  remaining(): number
  /** Undefined: the request does not fit. */
  reserve(need: TokenNeed): Reservation | undefined
}

/** An answer with fewer tokens than this cannot hold a finding; a request that leaves less is not sent. */
export const MIN_ANSWER_TOKENS = 2_000
/** Instructions and tool descriptions that a CLI adds to the prompt: 9 KB measured at the least (Codex, gpt-5.5), 34 KB at most. */
const LEAST_OVERHEAD_TOKENS = 3_000
const OVERHEAD_TOKENS = 12_000
/** Turns of an agentic review that looks around. Each sends the whole conversation again. */
const AUTO_TURNS = 24
/** What a turn adds: a command's output, mostly well under the 10,000 tokens where Codex cuts it off, and the model's own words. */
const AUTO_TURN_TOKENS = 4_000
/** One repair or follow-up request, and as much again for a reviewer that reads more than most. */
const AUTO_FACTOR = 2

/** A budget of `max` tokens, input and output together. */
export function makeTokenBudget(max: number): TokenBudget {
  let spent = 0
  let reserved = 0
  const remaining = () => Math.max(0, max - spent - reserved)
  const reserve = (need: TokenNeed): Reservation | undefined => {
    const room = remaining() - need.input
    if (room < Math.min(MIN_ANSWER_TOKENS, need.output)) return undefined
    const output = Math.min(need.output, room)
    const held = need.input + output
    reserved += held
    let open = true
    const close = (cost: number): void => {
      if (!open) return
      open = false
      reserved -= held
      spent += cost
    }
    return { output, settle: (cost) => close(cost.input + cost.output), release: () => close(0) }
  }
  return { max, spent: () => spent, remaining, reserve }
}

/**
 * What `max-tokens: auto` allows one reviewer whose prompt has so many tokens: the sum over the turns of prompt,
 * overhead and what earlier turns added, twice. A limit against runaways, not a target: a prompt of 3,000 tokens gives
 * 3 million, of which a usual review spends a tenth, mostly cached.
 */
export function autoMaxTokens(promptTokens: number): number {
  const resent = AUTO_TURNS * (promptTokens + OVERHEAD_TOKENS)
  const added = (AUTO_TURN_TOKENS * AUTO_TURNS * (AUTO_TURNS + 1)) / 2
  return Math.ceil(AUTO_FACTOR * (resent + added))
}

/** Throws BUDGET, before anything is sent, when not even one request with the shortest answer fits. */
export function requireBudget(max: number, promptTokens: number): void {
  const needed = leastTokens(promptTokens)
  if (needed <= max) return
  throw new ReviewerError(
    'BUDGET',
    `budget-exhausted: the first request needs at least about ${needed} tokens (prompt ${promptTokens}, instructions and tools ${LEAST_OVERHEAD_TOKENS}, shortest answer ${MIN_ANSWER_TOKENS}) and max-tokens is ${max}. Raise max-tokens, leave it at auto, or review less.`,
  )
}

/** The tokens of a run, and what of the change they do not hold. */
export interface BudgetPlan extends PartsPlan {
  readonly max: number
  /** The parts, also those that do not fit. */
  readonly all: readonly Part[]
}

/**
 * What `seats` reviewers may spend on the parts, known before the first request; as many of the first parts as fit, and
 * at least one, which is tried.
 */
export function planBudget(maxTokens: 'auto' | number, seats: number, { parts, left }: PartsPlan): BudgetPlan {
  if (maxTokens === 'auto') {
    const max = seats * parts.reduce((sum, { tokens }) => sum + autoMaxTokens(tokens), 0)
    return { max, parts, left, all: parts }
  }
  const needs = parts.map(({ tokens }) => seats * leastTokens(tokens))
  const fitting = Math.max(1, countFitting(needs, maxTokens))
  const needed = needs.reduce((sum, need) => sum + need, 0)
  const reason = `max-tokens is ${maxTokens}, which holds ${fitting} of ${parts.length} requests at most; all of them need at least about ${needed}`
  const unaffordable = parts.slice(fitting).map(({ name, files }): Gap => {
    return { part: name, hunks: files.flatMap(({ hunks }) => hunks), code: 'BUDGET', reason }
  })
  return { max: maxTokens, parts: parts.slice(0, fitting), left: [...left, ...unaffordable], all: parts }
}

function countFitting(needs: readonly number[], max: number): number {
  let sum = 0
  const tooMany = needs.findIndex((need) => {
    sum += need
    return sum > max
  })
  return tooMany < 0 ? needs.length : tooMany
}

/** Of one request, with its answer. */
function leastTokens(promptTokens: number): number {
  return promptTokens + LEAST_OVERHEAD_TOKENS + MIN_ANSWER_TOKENS
}
