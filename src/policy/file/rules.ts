import { ConfigurationError } from '../../errors.js'
import { type OwnResultRule, type OwnResults, ownResultRules, type Seat, type WrittenRule } from '../../types/policy.js'
import { type Severity, severities } from '../../types/rule.js'
import { options } from '../options.js'
import { choice, fallbackReviewersFrom } from '../values.js'
import { checkTotal, globsOf, listOf } from './lists.js'
import type { Label, PolicyFile } from './schema.js'

/** All of it may go into one prompt. */
const maximumInstructions = 40_000

/** `rules`: what holds for some paths and base branches. */
export function toRules(written: PolicyFile['rules'], label: Label): readonly WrittenRule[] | undefined {
  if (written === undefined) return undefined
  const rules = written.map((rule, index) => toRule(rule, (key) => label(`rules.${index}.${key}`)))
  checkTotal(rules, label('rules'))
  const length = rules.reduce((sum, { instructions = '' }) => sum + instructions.length, 0)
  if (length <= maximumInstructions) return rules
  throw new ConfigurationError(
    `${label('rules')}: the instructions have ${length} characters together; accepted: up to ${maximumInstructions}`,
  )
}

function toRule(written: NonNullable<PolicyFile['rules']>[number], label: Label): WrittenRule {
  const { branches, instructions, reviewers } = written
  const severity = written['fail-on-severity']
  const agreement = written['min-agreement']
  const rule = {
    paths: globsOf(written.paths, label('paths')),
    branches: branches === undefined ? [] : globsOf(branches, label('branches')),
    instructions: instructions === undefined ? undefined : toInstructions(instructions, label('instructions')),
    failOnSeverity:
      severity === undefined ? undefined : options.failOnSeverity.parse(severity, label('fail-on-severity')),
    reviewers: reviewers === undefined ? [] : toAdded(listOf(reviewers), label('reviewers')),
    minAgreement:
      agreement === undefined ? undefined : options.minAgreement.parse(String(agreement), label('min-agreement')),
  }
  refuseIdle(written, label)
  return rule
}

function toInstructions(text: string, label: string): string {
  if (text.trim() !== '') return options.instructions.parse(text, label)
  throw new ConfigurationError(`${label} is empty; give it a value or remove the key`)
}

/** A list of seats, as fallbacks are: `auto` is no reviewer that could be added. */
function toAdded(items: readonly string[], label: string): readonly Seat[] {
  if (items.length > 0) return fallbackReviewersFrom(items, label)
  throw new ConfigurationError(`${label}: names nobody; name a reviewer or remove the key`)
}

/** Somebody meant something by it. */
function refuseIdle(written: NonNullable<PolicyFile['rules']>[number], label: Label): void {
  const { paths: _paths, branches: _branches, ...said } = written
  if (Object.values(said).some((value) => value !== undefined)) return
  const accepted = 'instructions, fail-on-severity, reviewers or min-agreement'
  throw new ConfigurationError(`${label('paths')}: says nothing about these paths; add ${accepted}`)
}

/** `own-results`: what our own results weigh. */
export function toOwnResults(written: PolicyFile['own-results'], label: Label): OwnResults | undefined {
  if (written === undefined) return undefined
  const raised: Partial<Record<OwnResultRule, Severity>> = {}
  for (const rule of ownResultRules) {
    const severity = written[rule]
    if (severity !== undefined) raised[rule] = choice(severities)(severity, label(`own-results.${rule}`))
  }
  return raised
}
