import { familyOfModel } from '../authorship/model-family.js'
import type { ModelFamilies } from '../types/authorship.js'
import type { FamilyPolicy, Seat } from '../types/policy.js'
import type { CredentialName, Family, Reviewer } from '../types/reviewer.js'

/** A reviewer with the model that it would use, and what this machine has for it. */
export interface Contender {
  readonly id: string
  readonly model: string
  /** Undefined: the lab that trained the model is not known, so it cannot be told from the author's. */
  readonly family: Family | undefined
  readonly credential: 'present' | 'missing'
  /** The input that holds the credential. */
  readonly credentialInput: CredentialName
  readonly isolation: { readonly kind: 'possible' } | { readonly kind: 'impossible'; readonly why: string }
}

/** What the policy says about who may review. */
export interface SeatRules {
  readonly reviewers: 'auto' | readonly Seat[]
  /** Seats that the rules of the changed paths add to those of `auto`. */
  readonly added?: readonly Seat[]
  readonly fallbackReviewers: readonly Seat[]
  readonly familyPolicy: FamilyPolicy
  /** Undefined: all. */
  readonly allowedFamilies: readonly Family[] | undefined
}

/** Their endpoint may serve any lab's models, so that only the model's name tells the family. */
const reviewersOfAnyFamily: ReadonlySet<string> = new Set(['openai-api'])

/**
 * The lab behind a reviewer's model: by the model's name where that is known, because a reviewer may be given another
 * lab's model; else the reviewer's own.
 */
export function contenderFamily(
  { id, family }: Pick<Reviewer, 'id' | 'family'>,
  model: string,
  models: ModelFamilies,
): Family | undefined {
  return familyOfModel(model, models) ?? (reviewersOfAnyFamily.has(id) ? undefined : family)
}

/**
 * The lab behind the model that answered, which an endpoint may choose against what was asked for. A name that nobody
 * knows counts for the family that was chosen only where the endpoint serves no other lab's models.
 */
export function answeredFamily(
  { id, family, model }: Contender,
  answered: string,
  models: ModelFamilies,
): Family | undefined {
  if (answered === model) return family
  return familyOfModel(answered, models) ?? (reviewersOfAnyFamily.has(id) ? undefined : family)
}

/** What keeps a reviewer from working at all, whoever wrote the change, in words that follow its id; undefined: nothing. */
export function obstacleOf(contender: Contender, rules: SeatRules): string | undefined {
  const { model, family, credential, credentialInput, isolation } = contender
  if (isForbidden(contender, rules)) return `is of a family (${family ?? 'unknown'}) that allowed-families leaves out`
  if (family === undefined && rules.familyPolicy !== 'off')
    return `would use a model (${model}) of unknown family; name it under models in the config file`
  if (isolation.kind === 'impossible') return `cannot be isolated on this machine (${isolation.why})`
  if (credential === 'missing') return `needs the input ${credentialInput}`
  return undefined
}

/** No code may be sent to this family, failover included. One of unknown family could be any. */
export function isForbidden({ family }: Contender, { allowedFamilies }: SeatRules): boolean {
  return allowedFamilies !== undefined && (family === undefined || !allowedFamilies.includes(family))
}

/** Those that are not among the others; a reviewer with another model is another contender. */
export function without(contenders: readonly Contender[], others: readonly Contender[]): readonly Contender[] {
  return contenders.filter((one) => !others.some((other) => isSame(one, other)))
}

/** The first of each. */
export function distinct(contenders: readonly Contender[]): readonly Contender[] {
  return contenders.filter((one, index) => contenders.findIndex((other) => isSame(one, other)) === index)
}

function isSame(one: Contender, other: Contender): boolean {
  return one.id === other.id && one.model === other.model
}
