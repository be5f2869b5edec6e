import { ConfigurationError, GitError } from '../../src/errors.js'
import { failedOutcome, toExpectedFailure } from '../../src/host/failed-outcome.js'
import { defaultPolicy } from '../../src/policy/load.js'

describe('a run that ends early', () => {
  it.each([
    ['a wrong input', new ConfigurationError('effort: no such value'), 'configuration'],
    ['git that says no', new GitError('fatal: bad object'), 'git'],
    [
      'a full disk',
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      'configuration',
    ],
    [
      'a full disk behind another error',
      new Error('the snapshot could not be written', { cause: Object.assign(new Error('x'), { code: 'ENOSPC' }) }),
      'configuration',
    ],
  ])('is not evaluated because of %s, and says why in one line', (_, error, kind) => {
    const failure = toExpectedFailure(error)
    if (failure === undefined) throw new Error('it is taken for a bug')
    const { report } = failedOutcome(failure, '1.2.3', defaultPolicy)
    expect(report.conclusion).toBe('not-evaluated')
    expect(report.reasons).toEqual([{ kind, message: expect.stringMatching(/^[^\n]+$/) }])
    expect(report.results).toEqual([])
  })

  it.each([
    ['our own', Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })],
    ['git’s', new GitError('fatal: write error: No space left on device')],
  ])('tells what to do about a full disk in %s words', (_, error) => {
    expect(toExpectedFailure(error)?.message).toMatch(/Free some space there.*RUNNER_TEMP/)
  })

  it('leaves a bug of ours alone', () => {
    expect(toExpectedFailure(new TypeError('x is not a function'))).toBeUndefined()
    expect(toExpectedFailure(undefined)).toBeUndefined()
  })
})
