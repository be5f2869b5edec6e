import { reviewerById, reviewers } from '../../src/reviewers/index.js'
import { reviewerIds } from '../../src/types/reviewer.js'

describe('reviewers', () => {
  it('are those of the closed list of ids, in its order', () => {
    expect(reviewers.map(({ id }) => id)).toEqual(reviewerIds)
  })

  it('are found by id', () => {
    expect(reviewerById('codex')).toBe(reviewers[0])
    expect(reviewerById('nobody')).toBeUndefined()
  })
})
