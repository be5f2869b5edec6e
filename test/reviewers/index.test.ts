import { reviewerById, reviewers } from '../../src/reviewers/index.js'

describe('reviewers', () => {
  it('have ids of their own', () => {
    expect(new Set(reviewers.map(({ id }) => id)).size).toBe(reviewers.length)
  })

  it('are found by id', () => {
    expect(reviewerById('codex')).toBe(reviewers[0])
    expect(reviewerById('nobody')).toBeUndefined()
  })
})
