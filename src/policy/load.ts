import {
  type FailOnSeverity,
  familyPolicies,
  isolationModes,
  type OnNotEvaluated,
  type Policy,
  type PolicyInputs,
} from '../types/policy.js'
import { severities } from '../types/rule.js'

/** The built-in defaults, as the table of options documents them. */
export const defaultPolicy: Policy = {
  mode: 'review',
  reviewers: 'auto',
  failOnSeverity: 'high',
  onNotEvaluated: 'fail',
  minCoverage: 100,
  effort: 'high',
  focus: undefined,
  instructions: undefined,
  paths: [],
  pathsIgnore: [],
  isolation: 'auto',
  fallbackReviewers: [],
  familyPolicy: 'require',
  authors: [],
  models: {},
  allowedFamilies: undefined,
  ownResults: {},
}

/** Nothing set: no config file, or no inputs. */
export const nothingSet: PolicyInputs = {
  mode: undefined,
  reviewers: undefined,
  failOnSeverity: undefined,
  onNotEvaluated: undefined,
  minCoverage: undefined,
  effort: undefined,
  focus: undefined,
  instructions: undefined,
  paths: undefined,
  pathsIgnore: undefined,
  isolation: undefined,
  fallbackReviewers: undefined,
  familyPolicy: undefined,
  authors: undefined,
  models: undefined,
  allowedFamilies: undefined,
  ownResults: undefined,
}

/**
 * Input or flag, then config file, then built-in default; ignore globs add up. For gate settings the stricter of input
 * and config counts, because under `pull_request` the workflow file itself is the pull request's.
 */
export function mergePolicy(inputs: PolicyInputs, file: PolicyInputs): Policy {
  return {
    mode: inputs.mode ?? file.mode ?? defaultPolicy.mode,
    reviewers: inputs.reviewers ?? file.reviewers ?? defaultPolicy.reviewers,
    failOnSeverity:
      strictest(failOnSeverityOrder, inputs.failOnSeverity, file.failOnSeverity) ?? defaultPolicy.failOnSeverity,
    onNotEvaluated:
      strictest(onNotEvaluatedOrder, inputs.onNotEvaluated, file.onNotEvaluated) ?? defaultPolicy.onNotEvaluated,
    minCoverage: highest(inputs.minCoverage, file.minCoverage) ?? defaultPolicy.minCoverage,
    effort: inputs.effort ?? file.effort ?? defaultPolicy.effort,
    focus: inputs.focus ?? file.focus,
    instructions: inputs.instructions ?? file.instructions,
    paths: inputs.paths ?? file.paths ?? defaultPolicy.paths,
    pathsIgnore: [...new Set([...(file.pathsIgnore ?? []), ...(inputs.pathsIgnore ?? [])])],
    isolation: strictest(isolationModes, inputs.isolation, file.isolation) ?? defaultPolicy.isolation,
    fallbackReviewers: inputs.fallbackReviewers ?? file.fallbackReviewers ?? defaultPolicy.fallbackReviewers,
    familyPolicy: strictest(familyPolicies, inputs.familyPolicy, file.familyPolicy) ?? defaultPolicy.familyPolicy,
    // Only the base branch's file has a say in what follows.
    authors: file.authors ?? defaultPolicy.authors,
    models: file.models ?? defaultPolicy.models,
    allowedFamilies: file.allowedFamilies,
    ownResults: file.ownResults ?? defaultPolicy.ownResults,
  }
}

/** Strictest first: the lower the threshold, the more blocks. */
const failOnSeverityOrder: readonly FailOnSeverity[] = [...severities.toReversed(), 'never']
const onNotEvaluatedOrder: readonly OnNotEvaluated[] = ['fail', 'warn-on-outage', 'warn']

function strictest<T>(order: readonly T[], one: T | undefined, other: T | undefined): T | undefined {
  return order.find((candidate) => candidate === one || candidate === other)
}

function highest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)
}
