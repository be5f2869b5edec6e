import { mergeSame } from '../../src/consensus/agree.js'
import { type Group, splitPlaces } from '../../src/consensus/split-places.js'
import type { CheckedFinding } from '../../src/evidence/check.js'
import { aFinding } from '../support/builders.js'

function at(startLine: number, overrides: Partial<CheckedFinding> = {}): CheckedFinding {
  return {
    finding: aFinding(),
    region: { startLine, endLine: startLine },
    text: aFinding().quote,
    evidence: { status: 'verified', detail: null },
    related: [],
    anchor: { symbol: '', line: 'for(', occurrence: 1 },
    reviewer: 'codex',
    ...overrides,
  }
}

const linesOf = (group: Group) => group.map(({ region }) => region.startLine)
const split = (group: Group) => splitPlaces(group, ({ evidence }) => evidence.status === 'verified').map(linesOf)

describe('the places of one issue', () => {
  it('are as many defects as the same code is proven at', () => {
    expect(split([at(27), at(61, { reviewer: 'glm' })])).toEqual([[27], [61]])
    expect(mergeSame([at(27), at(61, { reviewer: 'glm' })])).toHaveLength(2)
  })

  it('are one where the lines overlap, however the code is indented', () => {
    const wider = at(27, { region: { startLine: 27, endLine: 29 }, reviewer: 'glm' })
    expect(split([at(28), wider])).toEqual([[28, 27]])
    expect(split([at(28), at(28, { text: `  ${aFinding().quote}` })])).toEqual([[28, 28]])
  })

  it('stay together where they quote different lines: that is one defect shown in two ways', () => {
    expect(split([at(27), at(30, { text: 'return total', reviewer: 'glm' })])).toEqual([[27, 30]])
  })

  it('take along whoever quotes something else nearby, or could not be found', () => {
    const other = at(63, { text: 'return total', reviewer: 'glm' })
    const lost = at(25, { evidence: { status: 'unverified', detail: null }, reviewer: 'gemini' })
    expect(split([at(27), at(61), other, lost])).toEqual([
      [27, 25],
      [61, 63],
    ])
  })

  it('do not count where the code could not be proven', () => {
    expect(split([at(27), at(61, { evidence: { status: 'unverified', detail: null } })])).toEqual([[27, 61]])
  })
})
