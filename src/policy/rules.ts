import { ConfigurationError } from '../errors.js'
import type { FailOnSeverity, PathRule, Policy, Seat } from '../types/policy.js'
import { severities } from '../types/rule.js'
import { globMatcher } from './globs.js'
import { stricterThreshold } from './load.js'
import { maximumSeats } from './values.js'

/** What must hold for a result at one path to block. */
export interface PathPolicy {
  readonly failOnSeverity: FailOnSeverity
  readonly minAgreement: number
}

/** Who reviews, with what the rules of the changed paths add. */
export interface ReviewersOfChange {
  readonly reviewers: 'auto' | readonly Seat[]
  /** Seats beside the one of `auto`; empty for a list, which holds them already. */
  readonly added: readonly Seat[]
}

/** The rules that hold for a path, in the order of the config file. */
export function rulesFor({ rules }: Pick<Policy, 'rules'>, path: string): readonly PathRule[] {
  return rules.filter((rule) => matchesRule(rule, path))
}

/** The lowest severity that blocks at a path: the strictest of its rules, else the policy's; never below an input's. */
export function thresholdFor(policy: Policy, path: string): FailOnSeverity {
  const ruled = rulesFor(policy, path).flatMap(({ failOnSeverity }) => failOnSeverity ?? [])
  const [first, ...others] = ruled
  if (first === undefined) return policy.failOnSeverity
  return others.reduce(stricterThreshold, stricterThreshold(first, policy.floor.failOnSeverity))
}

/** The reviewers that must support a result at a path: the fewest that one of its rules or an input wants, else the policy's. */
export function minAgreementFor(policy: Policy, path: string): number {
  const ruled = rulesFor(policy, path).flatMap(({ minAgreement }) => minAgreement ?? [])
  return ruled.length === 0 ? policy.minAgreement : Math.min(...ruled, policy.floor.minAgreement ?? Infinity)
}

/** How much the base branch's config says is at stake at a path: a rule counts more than none, a low threshold more. */
export function declaredRisk(policy: Policy, path: string): number {
  const threshold = thresholdFor(policy, path)
  const strictness = threshold === 'never' ? 0 : 1 + severities.indexOf(threshold)
  return rulesFor(policy, path).length > 0 ? severities.length + 1 + strictness : strictness
}

/**
 * For the gate: what holds at each path, asked for once a path. A renamed file is judged by both its names, so that
 * moving it away leaves no rule behind.
 */
export function policyForPath(policy: Policy, oldPaths: ReadonlyMap<string, string>): (path: string) => PathPolicy {
  const known = new Map<string, PathPolicy>()
  return (path) => {
    const found = known.get(path)
    if (found !== undefined) return found
    const oldPath = oldPaths.get(path)
    const paths = oldPath === undefined ? [path] : [path, oldPath]
    const made = {
      failOnSeverity: paths.map((name) => thresholdFor(policy, name)).reduce(stricterThreshold),
      // The fewer must agree, the more blocks.
      minAgreement: Math.min(...paths.map((name) => minAgreementFor(policy, name))),
    }
    known.set(path, made)
    return made
  }
}

/** The instructions for a change of these paths: those for all of it, then each rule's under the names of its globs. */
export function instructionsFor(policy: Policy, paths: readonly string[]): string | undefined {
  const ruled = rulesForAny(policy, paths).flatMap(({ instructions, paths: globs }) =>
    instructions === undefined ? [] : [`For ${globs.join(', ')}:\n${instructions.trim()}`],
  )
  const parts = policy.instructions === undefined ? ruled : [policy.instructions.trim(), ...ruled]
  return parts.length === 0 ? undefined : parts.join('\n\n')
}

/** Who reviews a change of these paths: the policy's reviewers and those of every rule that one of the paths matches. */
export function reviewersFor(policy: Policy, paths: readonly string[]): ReviewersOfChange {
  const { reviewers } = policy
  const listed = reviewers === 'auto' ? [] : reviewers
  const ruled = distinct(rulesForAny(policy, paths).flatMap((rule) => rule.reviewers))
  const added = ruled.filter((seat) => !isServed(seat, listed) && !isServedWithModel(seat, ruled))
  const seats = listed.length + added.length + (reviewers === 'auto' ? 1 : 0)
  if (seats > maximumSeats) {
    throw new ConfigurationError(
      `rules: the changed paths add up to ${seats} reviewers; accepted: up to ${maximumSeats}`,
    )
  }
  return reviewers === 'auto' ? { reviewers, added } : { reviewers: [...listed, ...added], added: [] }
}

/** Refuses a `min-agreement` that so few seats could never reach: then nothing could block, whatever was found. */
export function checkMinAgreement(policy: Policy, change: { paths: readonly string[]; seats: number }): void {
  const most = Math.max(policy.minAgreement, ...change.paths.map((path) => minAgreementFor(policy, path)))
  if (most <= change.seats) return
  const seats = change.seats === 1 ? 'is 1 seat' : `are ${change.seats} seats`
  throw new ConfigurationError(
    `min-agreement: ${most} reviewers must support a result, but there ${seats}, so that none could ever block. Name more reviewers, or lower it.`,
  )
}

function rulesForAny({ rules }: Pick<Policy, 'rules'>, paths: readonly string[]): readonly PathRule[] {
  return rules.filter((rule) => paths.some((path) => matchesRule(rule, path)))
}

function distinct(seats: readonly Seat[]): readonly Seat[] {
  return [...new Map(seats.map((seat) => [`${seat.id}:${seat.model ?? ''}`, seat])).values()]
}

/** An entry without a model is served by any seat of its id. */
function isServed({ id, model }: Seat, seats: readonly Seat[]): boolean {
  return seats.some((seat) => seat.id === id && (model === undefined || model === seat.model))
}

function isServedWithModel({ id, model }: Seat, seats: readonly Seat[]): boolean {
  return model === undefined && seats.some((seat) => seat.id === id && seat.model !== undefined)
}

type Matcher = (path: string) => boolean

const matchers = new WeakMap<PathRule, readonly Matcher[]>()

function matchesRule(rule: PathRule, path: string): boolean {
  const compiled = matchers.get(rule) ?? rule.paths.map(globMatcher)
  matchers.set(rule, compiled)
  return compiled.some((matches) => matches(path))
}
