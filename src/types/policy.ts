import { z } from 'zod'
import type { AuthorModel, AuthorRule, ModelFamilies } from './authorship.js'
import type { Mode } from './change.js'
import type { CredentialName, Effort, Endpoint, Family } from './reviewer.js'
import { ownRuleIds, type Severity, severities } from './rule.js'

export const FailOnSeverity = z.enum([...severities, 'never'])
/** The lowest severity that fails the check; `never` reports only. */
export type FailOnSeverity = Severity | 'never'

export const OnNotEvaluated = z.enum(['fail', 'warn-on-outage', 'warn'])
export type OnNotEvaluated = z.infer<typeof OnNotEvaluated>

/** Ordered from the strictest. `auto` is the strongest that the machine has, and at least a sandbox for a CLI reviewer. */
export const isolationModes = ['sandbox', 'auto', 'none'] as const
/** How the reviewer must be kept apart; `none` is the explicit opt-out. */
export type IsolationMode = (typeof isolationModes)[number]

/** Ordered from the strictest. */
export const familyPolicies = ['strict', 'require', 'prefer', 'off'] as const
/**
 * `require`: every commit is reviewed by a family that is not known to have written it. `strict`: by two families as
 * well where the author is unknown. `prefer`: by the author's own family as a last resort, which is a waiver.
 */
export type FamilyPolicy = (typeof familyPolicies)[number]

/** Rules under which our own code reports. */
export const ownResultRules = [...ownRuleIds, 'injection', 'test-gap', 'config-ci'] as const
export type OwnResultRule = (typeof ownResultRules)[number]

/** What our own results weigh where that is not `low`. */
export type OwnResults = Readonly<Partial<Record<OwnResultRule, Severity>>>

/** A result that the base branch's config accepts. */
export interface SuppressionRule {
  readonly fingerprint: string
  readonly reason: string
  readonly owner: string
  /** The last day on which it holds, `YYYY-MM-DD` in UTC; undefined: without end. */
  readonly expires: string | undefined
}

/** What holds for some paths: an entry of `rules` whose base branch is that of this run. */
export interface PathRule {
  readonly paths: readonly string[]
  readonly instructions: string | undefined
  readonly failOnSeverity: FailOnSeverity | undefined
  /** Seats that a change of one of the paths adds; empty adds none. */
  readonly reviewers: readonly Seat[]
  readonly minAgreement: number | undefined
}

/** An entry of `rules` as it is written. */
export interface WrittenRule extends PathRule {
  /** Globs over the name of the base branch; empty: every one. */
  readonly branches: readonly string[]
}

/** An entry of `exempt`: paths that nobody reviews when this user opened the pull request. */
export interface Exemption {
  /** As the event names the opener; what commits say of their author has no say. */
  readonly author: { readonly kind: 'login'; readonly login: string } | { readonly kind: 'id'; readonly id: number }
  readonly paths: readonly string[]
}

/** Who may override the gate, besides those who maintain the repository. */
export interface OverrideRule {
  /** Logins, and teams as `@org/team`. */
  readonly by: readonly string[]
  /** Whether the pull request's own author may, if it is one of them. */
  readonly allowAuthor: boolean
}

/** One entry of `reviewers`: an id, and a model where one was named. */
export interface Seat {
  readonly id: string
  readonly model: string | undefined
}

/** What holds for this run after inputs, the base branch's config file and defaults were merged by contract.md's order. */
export interface Policy {
  readonly mode: Mode
  readonly reviewers: 'auto' | readonly Seat[]
  readonly failOnSeverity: FailOnSeverity
  readonly onNotEvaluated: OnNotEvaluated
  /** Percent, 0 to 100. */
  readonly minCoverage: number
  readonly effort: Effort
  readonly focus: string | undefined
  readonly instructions: string | undefined
  /** Globs; empty means everything. */
  readonly paths: readonly string[]
  readonly pathsIgnore: readonly string[]
  readonly isolation: IsolationMode
  /** Who may fill an empty seat, in order. */
  readonly fallbackReviewers: readonly Seat[]
  readonly familyPolicy: FamilyPolicy
  /** Who writes here, when nothing in the commits says it. */
  readonly authors: readonly AuthorRule[]
  readonly models: ModelFamilies
  /** No code goes to any other family. Undefined: all are allowed. */
  readonly allowedFamilies: readonly Family[] | undefined
  readonly ownResults: OwnResults
  /** Reviewers that must support a result before it can block. */
  readonly minAgreement: number
  /** What inputs or flags demand: no rule can fall below it. */
  readonly floor: Pick<PolicyInputs, 'failOnSeverity' | 'minAgreement'>
  readonly rules: readonly PathRule[]
  readonly exempt: readonly Exemption[]
  readonly override: OverrideRule
  /** Whether review comments may hold a patch that one click applies. */
  readonly suggestions: boolean
  readonly suppressions: readonly SuppressionRule[]
}

export const uploadSarifModes = ['auto', 'required', 'never'] as const
/** `auto` tries to upload to code scanning and says why not; `required` fails where that is not possible. */
export type UploadSarif = (typeof uploadSarifModes)[number]

export const commentSummaryModes = ['never', 'on-failure', 'always'] as const
/** When the pull request gets the sticky comment. */
export type CommentSummary = (typeof commentSummaryModes)[number]

export const reviewCommentModes = ['never', 'blocking', 'all'] as const
/** Which results become inline review comments. */
export type ReviewComments = (typeof reviewCommentModes)[number]

/** What the user set for this run that the config file cannot: where things are and who may ask. */
export interface Settings {
  readonly baseRef: string | undefined
  readonly headRef: string | undefined
  readonly configFile: string
  readonly timeoutMs: number
  /** Token budget of the run, cached ones included; `auto` scales with the diff. */
  readonly maxTokens: 'auto' | number
  readonly authorModel: AuthorModel
  readonly sarifFile: string | undefined
  readonly uploadSarif: UploadSarif
  readonly category: string
  readonly annotations: boolean
  readonly commentSummary: CommentSummary
  readonly reviewComments: ReviewComments
  /** A report file of an earlier run, on this machine. */
  readonly baseline: string | undefined
  readonly credentials: Readonly<Partial<Record<CredentialName, string>>>
  /** Endpoint overrides by input name, for example 'openai-base-url'. */
  readonly baseUrls: Readonly<Record<string, string>>
  /** Reviewer id → absolute path of its CLI. */
  readonly cliPaths: Readonly<Record<string, string>>
  readonly registry: string | undefined
  readonly githubToken: string | undefined
}

/** The raw values of a run as the user wrote them, before the config file is known. Undefined: not set. */
export interface PolicyInputs {
  readonly mode: Mode | undefined
  readonly reviewers: 'auto' | readonly Seat[] | undefined
  readonly failOnSeverity: FailOnSeverity | undefined
  readonly onNotEvaluated: OnNotEvaluated | undefined
  readonly minCoverage: number | undefined
  readonly effort: Effort | undefined
  readonly focus: string | undefined
  readonly instructions: string | undefined
  readonly paths: readonly string[] | undefined
  readonly pathsIgnore: readonly string[] | undefined
  readonly isolation: IsolationMode | undefined
  readonly fallbackReviewers: readonly Seat[] | undefined
  readonly familyPolicy: FamilyPolicy | undefined
  readonly minAgreement: number | undefined
  /** Only the config file sets these. */
  readonly authors: readonly AuthorRule[] | undefined
  readonly models: ModelFamilies | undefined
  readonly allowedFamilies: readonly Family[] | undefined
  readonly ownResults: OwnResults | undefined
  readonly rules: readonly WrittenRule[] | undefined
  readonly exempt: readonly Exemption[] | undefined
  readonly override: OverrideRule | undefined
  readonly suggestions: boolean | undefined
  readonly suppressions: readonly SuppressionRule[] | undefined
}

export type { Endpoint }
