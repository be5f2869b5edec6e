import {
  type FailOnSeverity,
  familyPolicies,
  isolationModes,
  type OnNotEvaluated,
  type PathRule,
  type Policy,
  type PolicyInputs,
  type WrittenRule,
} from '../types/policy.js'
import { severities } from '../types/rule.js'
import { globMatcher } from './globs.js'

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
  minAgreement: 1,
  floor: { failOnSeverity: undefined, minAgreement: undefined },
  rules: [],
  exempt: [],
  override: { by: [], allowAuthor: false },
  suggestions: false,
  suppressions: [],
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
  minAgreement: undefined,
  authors: undefined,
  models: undefined,
  allowedFamilies: undefined,
  ownResults: undefined,
  rules: undefined,
  exempt: undefined,
  override: undefined,
  suggestions: undefined,
  suppressions: undefined,
}

/**
 * Input or flag, then config file, then built-in default; ignore globs add up. For gate settings the stricter of input
 * and config counts, because under `pull_request` the workflow file itself is the pull request's. Of the rules those
 * remain that hold for the base branch; where none is known, those that hold for every branch.
 */
export function mergePolicy(inputs: PolicyInputs, file: PolicyInputs, baseBranch?: string): Policy {
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
    // The fewer must agree, the more blocks.
    minAgreement: lowest(inputs.minAgreement, file.minAgreement) ?? defaultPolicy.minAgreement,
    floor: { failOnSeverity: inputs.failOnSeverity, minAgreement: inputs.minAgreement },
    // Only the base branch's file has a say in what follows.
    authors: file.authors ?? defaultPolicy.authors,
    models: file.models ?? defaultPolicy.models,
    allowedFamilies: file.allowedFamilies,
    ownResults: file.ownResults ?? defaultPolicy.ownResults,
    rules: rulesOfBranch(file.rules ?? [], baseBranch),
    exempt: file.exempt ?? defaultPolicy.exempt,
    override: file.override ?? defaultPolicy.override,
    suggestions: file.suggestions ?? defaultPolicy.suggestions,
    suppressions: file.suppressions ?? defaultPolicy.suppressions,
  }
}

function rulesOfBranch(written: readonly WrittenRule[], baseBranch: string | undefined): readonly PathRule[] {
  return written.filter(({ branches }) => holdsFor(branches, baseBranch)).map(({ branches: _, ...rule }) => rule)
}

function holdsFor(branches: readonly string[], baseBranch: string | undefined): boolean {
  return branches.length === 0 || (baseBranch !== undefined && branches.some((glob) => globMatcher(glob)(baseBranch)))
}

/** The stricter of two thresholds: the lower it is, the more blocks. */
export function stricterThreshold(one: FailOnSeverity, other: FailOnSeverity | undefined): FailOnSeverity {
  return strictest(failOnSeverityOrder, one, other) ?? one
}

/** Strictest first. */
const failOnSeverityOrder: readonly FailOnSeverity[] = [...severities.toReversed(), 'never']
const onNotEvaluatedOrder: readonly OnNotEvaluated[] = ['fail', 'warn-on-outage', 'warn']

function strictest<T>(order: readonly T[], one: T | undefined, other: T | undefined): T | undefined {
  return order.find((candidate) => candidate === one || candidate === other)
}

function highest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other)
}

function lowest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}
