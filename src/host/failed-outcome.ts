import { ConfigurationError, GitError, ReviewerError } from '../errors.js'
import { decide } from '../gate/decide.js'
import type { Outcome } from '../pipeline.js'
import { emptyReport } from '../report/assemble.js'
import type { Policy } from '../types/policy.js'

export type ExpectedFailure = ConfigurationError | GitError | ReviewerError

/** What a user, a repository or the machine can get wrong; undefined for anything else, which is a bug of ours. */
export function toExpectedFailure(error: unknown): ExpectedFailure | undefined {
  if (error instanceof ReviewerError) return error
  if (error instanceof ConfigurationError || error instanceof GitError) return withDiskRemedy(error)
  return toMachineFailure(error)
}

/** System errors that are the machine's state, and what to do about each. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space there, or point TMPDIR (RUNNER_TEMP on a runner) elsewhere.',
  EDQUOT: 'The disk quota is used up: free some space, or point TMPDIR (RUNNER_TEMP on a runner) elsewhere.',
  EROFS: 'The file system is read-only: point TMPDIR (RUNNER_TEMP on a runner) to a writable one.',
  EMFILE: 'Too many files are open: raise the limit (ulimit -n).',
}

/** git says it in words of its own, in any of its messages. */
function withDiskRemedy(error: ConfigurationError | GitError): ConfigurationError | GitError {
  if (!error.message.includes('No space left on device')) return error
  return new ConfigurationError(`${error.message}. ${REMEDIES['ENOSPC']}`, { cause: error })
}

function toMachineFailure(error: unknown): ConfigurationError | undefined {
  for (
    let current = error;
    typeof current === 'object' && current !== null;
    current = 'cause' in current ? current.cause : undefined
  ) {
    const remedy = 'code' in current && typeof current.code === 'string' ? REMEDIES[current.code] : undefined
    const message = 'message' in current ? String(current.message) : 'the system refused'
    if (remedy !== undefined) return new ConfigurationError(`${message}. ${remedy}`, { cause: error })
  }
  return undefined
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
    family: { kind: 'met', sentence: '' },
    results: [],
    pullRequestClosed: false,
    failure: { kind, message: error.message },
  })
  return {
    report: emptyReport(toolVersion, verdict),
    causes,
    policy,
    changedPaths: new Set(),
    files: [],
    checkedOut: undefined,
  }
}
