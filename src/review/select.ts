import type { Policy } from '../types/policy.js'
import type { CredentialName, Reviewer } from '../types/reviewer.js'

/** A reviewer that has to deliver, with the model it is to use. A seat that stays empty makes the run not-evaluated. */
export interface FilledSeat {
  readonly reviewer: Reviewer
  readonly model: string
}

/**
 * Who reviews. `auto`: the first reviewer whose credential is present; without any, the first one all the same, so that
 * its missing credential is what the run reports.
 */
export function selectReviewers(
  policy: Policy,
  reviewers: readonly Reviewer[],
  hasCredential: (name: CredentialName) => boolean,
): readonly FilledSeat[] {
  if (policy.reviewers === 'auto') {
    const chosen = reviewers.find((reviewer) => hasCredential(reviewer.credential)) ?? reviewers[0]
    return chosen === undefined ? [] : [{ reviewer: chosen, model: chosen.defaultModel }]
  }
  return policy.reviewers.flatMap(({ id, model }) => {
    const reviewer = reviewers.find((candidate) => candidate.id === id)
    return reviewer === undefined ? [] : [{ reviewer, model: model ?? reviewer.defaultModel }]
  })
}
