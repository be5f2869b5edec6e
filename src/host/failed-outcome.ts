import { ConfigurationError, GitError, ReviewerError } from '../errors.js'
import { decide } from '../gate/decide.js'
import type { Outcome } from '../pipeline.js'
import { emptyReport } from '../report/assemble.js'
import type { Policy } from '../types/policy.js'

export type ExpectedFailure = ConfigurationError | GitError | ReviewerError

/** What a user, a repository or the machine can get wrong. Anything else is a bug of ours. */
export function isExpectedFailure(error: unknown): error is ExpectedFailure {
  return error instanceof ConfigurationError || error instanceof GitError || error instanceof ReviewerError
}

/** The outcome of a run that ended before its verdict: never a pass. */
export function failedOutcome(error: ExpectedFailure, toolVersion: string, policy: Policy): Outcome {
  const kind = error instanceof ConfigurationError ? 'configuration' : error instanceof GitError ? 'git' : 'internal'
  const { verdict, causes } = decide({
    reviewable: 'some',
    seats: [],
    coverage: { percent: 0, possiblePercent: 0, minCoverage: 0 },
    head: { kind: 'same' },
    proof: { unchanged: true, differences: [] },
    familyPolicy: 'met',
    results: [],
    pullRequestClosed: false,
    failure: { kind, message: error.message },
  })
  return { report: emptyReport(toolVersion, verdict), causes, policy, changedPaths: new Set() }
}
