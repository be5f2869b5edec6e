import { demandIsolation } from '../../src/review/isolation.js'

describe('demandIsolation', () => {
  it.each([
    ['auto', false, false, 'required'],
    ['auto', true, false, 'required'],
    ['none', false, false, 'off'],
    ['auto', false, true, 'optional'],
    ['none', false, true, 'optional'],
    ['none', true, true, 'optional'],
  ] as const)('with isolation %s, from a fork %s, replayed %s: %s', (mode, fork, replayed, expected) => {
    expect(demandIsolation({ mode, fork, replayed })).toBe(expected)
  })

  it('refuses to go without for a fork, and says what to do', () => {
    const demand = demandIsolation({ mode: 'none', fork: true, replayed: false })
    expect(demand).toEqual({
      refused: expect.stringMatching(/^isolation: none is refused .*fork.*Leave isolation at auto/),
    })
  })
})
