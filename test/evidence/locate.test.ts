import { locate } from '../../src/evidence/locate.js'

const file = [
  'function total(items) {', // 1
  '  let sum = 0', // 2
  '  for (const item of items) {', // 3
  '    sum += item.price', // 4
  '  }', // 5
  '', // 6
  '  return sum', // 7
  '}', // 8
  '', // 9
  'function discount(items) {', // 10
  '  return items.filter((item) => item.price > 100)', // 11
  '}', // 12
].join('\n')

const at = (startLine: number, quote: string, endLine = startLine) => locate(file, { startLine, endLine, quote })

describe('locate', () => {
  it('verifies a quote that stands at the claimed line', () => {
    expect(at(4, '    sum += item.price')).toEqual({
      status: 'verified',
      region: { startLine: 4, endLine: 4 },
      text: '    sum += item.price',
      detail: null,
    })
  })

  it.each([
    ['other indentation', 'sum+=item.price', 4, 4],
    ['tabs', '\tsum\t+= item.price', 4, 4],
    ['a fence', '```js\n    sum += item.price\n```', 4, 4],
    ['line numbers', '3 |   for (const item of items) {\n4 |     sum += item.price', 3, 4],
    ['diff markers', '+  for (const item of items) {\n+    sum += item.price', 3, 4],
    ['numbers and diff markers', '3 | +  for (const item of items) {\n4 |      sum += item.price', 3, 4],
    ['the columns of our diff', ' 3     +  for (const item of items) {\n 4         sum += item.price', 3, 4],
    ['CRLF', '  for (const item of items) {\r\n    sum += item.price\r\n', 3, 4],
    ['blank lines left out', '  }\n  return sum', 5, 7],
    ['blank lines added', '  }\n\n\n\n  return sum', 5, 7],
  ])('reads a quote with %s', (_, quote, startLine, endLine) => {
    expect(at(startLine, quote)).toMatchObject({ status: 'verified', region: { startLine, endLine } })
  })

  it('takes the place from the quote and says that it moved', () => {
    expect(at(9, '    sum += item.price')).toMatchObject({
      status: 'relocated',
      region: { startLine: 4, endLine: 4 },
      detail: 'Moved from line 9 to line 4.',
    })
    expect(at(-3, 'function discount(items) {')).toMatchObject({ status: 'relocated', region: { startLine: 10 } })
  })

  it('verifies the only place inside a claim of several lines', () => {
    expect(at(1, '    sum += item.price', 8)).toMatchObject({
      status: 'verified',
      region: { startLine: 4, endLine: 4 },
    })
  })

  it.each([
    'sum -= item.price',
    'function total(items) {\n    sum += item.price',
    '  return items.filter((item) => item.price < 100)',
    '',
    '   \n\n',
    '```\n```',
  ])('does not verify %j', (quote) => {
    expect(at(4, quote)).toMatchObject({ status: 'unverified' })
  })

  it('keeps a short quote near its claim', () => {
    expect(at(9, '}')).toMatchObject({ status: 'relocated', region: { startLine: 8 } })
    expect(at(20, '}')).toMatchObject({ status: 'unverified' })
    expect(at(12, '}')).toMatchObject({ status: 'verified' })
  })

  it.each([
    // [places of the statement, claimed line, status, line]
    [[10, 50], 10, 'verified', 10],
    [[10, 50], 12, 'relocated', 10],
    [[10, 50], 20, 'relocated', 10],
    [[10, 50], 21, 'ambiguous', undefined],
    [[10, 30], 16, 'ambiguous', undefined],
    [[10, 30], 15, 'relocated', 10],
    [[10, 14], 12, 'ambiguous', undefined],
    [[50], 1, 'relocated', 50],
  ])('with places %j and a claim at line %i: %s', (places, claimed, status, line) => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      places.includes(index + 1) ? 'releaseTheLock()' : `line${index}`,
    )
    const location = locate(lines.join('\n'), { startLine: claimed, endLine: claimed, quote: 'releaseTheLock()' })
    expect(location.status).toBe(status)
    if ('region' in location) expect(location.region.startLine).toBe(line)
  })

  it('prefers the place with the very whitespace when the claim fits none', () => {
    const text = ['if a:', '    release_lock()', 'x', 'release_lock()', 'y', 'z'].join('\n')
    expect(locate(text, { startLine: 6, endLine: 6, quote: 'release_lock()' })).toMatchObject({
      region: { startLine: 4 },
    })
    expect(locate(text, { startLine: 2, endLine: 2, quote: 'release_lock()' })).toMatchObject({
      region: { startLine: 2 },
    })
  })

  it('counts lines as git does: LF alone ends one', () => {
    const text = 'first\u2028still first\rand still\nsecondLineHere\r\n'
    expect(locate(text, { startLine: 2, endLine: 2, quote: 'secondLineHere' })).toMatchObject({ status: 'verified' })
    expect(locate(text, { startLine: 1, endLine: 1, quote: 'first\u2028still first\rand still' })).toMatchObject({
      status: 'verified',
      region: { startLine: 1, endLine: 1 },
    })
  })

  it('accepts a piece of a line only when what is left out cannot turn it around', () => {
    const text = [
      'const n = eval(input + "1") // BAD',
      '// return secretValue(a)',
      'if (!isAllowed(user)) stop()',
      'x = value10',
    ].join('\n')
    const piece = (startLine: number, quote: string) => locate(text, { startLine, endLine: startLine, quote }).status
    expect(piece(1, 'eval(input + "1")')).toBe('verified')
    expect(piece(2, 'return secretValue(a)')).toBe('unverified')
    expect(piece(3, 'isAllowed(user)')).toBe('unverified')
    expect(piece(4, 'x = value1')).toBe('unverified')
  })

  it('finds overlapping repetitions without comparing everything with everything', () => {
    const text = 'sameLineAgain\n'.repeat(200_000)
    const quote = `${'sameLineAgain\n'.repeat(250)}anotherLine`
    expect(locate(text, { startLine: 1, endLine: 1, quote }).status).toBe('unverified')
    expect(locate(text, { startLine: 7, endLine: 9, quote: 'sameLineAgain\nsameLineAgain' })).toMatchObject({
      region: { startLine: 7, endLine: 8 },
    })
  })

  it('copes with an empty file', () => {
    expect(locate('', { startLine: 1, endLine: 1, quote: 'anything at all' }).status).toBe('unverified')
  })
})
