import { familyVerdict, type SeatOutcome } from '../../src/review/family-policy.js'
import type { Family } from '../../src/types/reviewer.js'

function commit(sha: string, ...families: readonly Family[]) {
  return { sha, families, unknown: families.length === 0, vouched: families.length > 0 }
}

function completed(id: string, family: Family | undefined): SeatOutcome {
  return { id, family, status: 'completed' }
}

describe('the verdict on families', () => {
  it('goes by the family that answered, not by the one that was chosen', () => {
    const authorship = { perCommit: [commit('1', 'anthropic')] }
    const verdict = familyVerdict(authorship, [completed('glm', 'anthropic')], 'require')
    expect(verdict).toEqual({
      kind: 'unmet',
      because: 'wrong-families',
      sentence: 'Written by anthropic (1 commit); reviewed by glm (anthropic).',
    })
  })

  it('does not take a model of unknown family for another one', () => {
    const authorship = { perCommit: [commit('1', 'anthropic')] }
    expect(familyVerdict(authorship, [completed('openai-api', undefined)], 'require').kind).toBe('unmet')
    expect(familyVerdict(authorship, [completed('openai-api', undefined)], 'off')).toMatchObject({
      kind: 'waived',
      seats: ['openai-api'],
    })
  })

  it('says who wrote and who reviewed', () => {
    const authorship = {
      perCommit: [
        commit('1', 'anthropic'),
        commit('2', 'anthropic', 'zhipu'),
        commit('3'),
        { sha: '4', families: [], unknown: false, vouched: true },
      ],
    }
    expect(familyVerdict(authorship, [completed('codex', 'openai')], 'require')).toEqual({
      kind: 'met',
      sentence:
        'Written by anthropic (2 commits), zhipu (1 commit), people (1 commit); author’s model family unknown in 1 commit; reviewed by codex (openai).',
    })
  })

  it('takes a second family for forgeable traces under strict, and for nobody who is vouched for', () => {
    const told = { perCommit: [{ ...commit('1', 'anthropic'), vouched: false }] }
    const one = [completed('codex', 'openai')]
    expect(familyVerdict(told, one, 'strict')).toMatchObject({ kind: 'unmet', because: 'wrong-families' })
    expect(familyVerdict(told, [...one, completed('claude', 'anthropic')], 'strict').kind).toBe('unmet')
    expect(familyVerdict(told, [...one, completed('glm', 'zhipu')], 'strict').kind).toBe('met')
    expect(familyVerdict(told, one, 'require').kind).toBe('met')
    expect(familyVerdict({ perCommit: [commit('1', 'anthropic')] }, one, 'strict').kind).toBe('met')
  })

  it('leaves a run in which nobody completed to the seats', () => {
    const authorship = { perCommit: [commit('1', 'openai')] }
    const failed: SeatOutcome = { id: 'codex', family: 'openai', status: 'failed' }
    for (const policy of ['strict', 'require', 'prefer', 'off'] as const) {
      expect(familyVerdict(authorship, [failed], policy)).toMatchObject({ kind: 'unmet', because: 'seats-empty' })
    }
  })
})
