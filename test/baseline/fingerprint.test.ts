import { fingerprint } from '../../src/baseline/fingerprint.js'

const parts = {
  ...{ path: 'src/a.ts', side: 'new' as const, ruleId: 'security', sibling: 0 },
  anchor: { symbol: 'run', line: 'eval(input)', occurrence: 1 },
}

describe('fingerprint', () => {
  it('is 32 hex digits and the occurrence, and stays what it is from release to release', () => {
    expect(fingerprint(parts)).toMatch(/^[0-9a-f]{32}:1$/)
    expect(fingerprint(parts)).toBe('0b50dfc4f04f2715b398bd83fc0d0748:1')
    expect(fingerprint({ ...parts, anchor: { ...parts.anchor, occurrence: 3 } })).toMatch(/^[0-9a-f]{32}:3$/)
  })

  it.each([
    { path: 'src/b.ts' },
    { side: 'old' as const },
    { ruleId: 'injection' },
    { sibling: 1 },
    { anchor: { ...parts.anchor, symbol: 'main' } },
    { anchor: { ...parts.anchor, line: 'eval(other)' } },
    { anchor: { ...parts.anchor, occurrence: 2 } },
  ])('changes with %j', (change) => {
    expect(fingerprint({ ...parts, ...change })).not.toBe(fingerprint(parts))
  })
})
