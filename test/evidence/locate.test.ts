import fc from 'fast-check'
import { indexText, locate, locateIn } from '../../src/evidence/locate.js'

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
    ['the columns of our diff', '3 +  for (const item of items) {\n4      sum += item.price', 3, 4],
    [
      'two columns, as others print a diff',
      ' 3     +  for (const item of items) {\n 4         sum += item.price',
      3,
      4,
    ],
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
    ['one operator', 'sum -= item.price', 4, '"+"', '"-"'],
    ['a comparison', '  return items.filter((item) => item.price < 100)', 11, '">"', '"<"'],
    ['a number', '  return items.filter((item) => item.price > 1000)', 11, '"100"', '"1000"'],
    ['a negation', '  return items.filter((item) => !item.price > 100)', 11, 'nothing', '"!"'],
    ['a negated name', '  return items.filter((notItem) => notItem.price > 100)', 11, 'nothing', '"not"'],
  ])('calls a quote altered when it differs in %s, and says where and how', (_, quote, startLine, own, quoted) => {
    expect(at(startLine, quote)).toMatchObject({
      status: 'altered',
      region: { startLine, endLine: startLine },
      detail: `The quote was altered: the file has ${own} where it has ${quoted}.`,
    })
  })

  it.each([
    ['await', 'const rows = await db.query(sql, id)', 'const rows = db.query(sql, id)'],
    ['a boolean', 'open(path, { recursive: true })', 'open(path, { recursive: false })'],
    ['None', 'if order.total is None or order.paid:', 'if order.total is 0 or order.paid:'],
    ['nil', 'if err != nil && tries > limit {', 'if err == nil && tries > limit {'],
    ['a logic operator', 'if (isOwner(user) && isOpen(order)) {', 'if (isOwner(user) || isOpen(order)) {'],
    ['unless', 'raise_error(order) unless order.paid?', 'raise_error(order) if order.paid?'],
    ['a comment mark', '// releaseTheLock(order, user)', 'releaseTheLock(order, user)'],
  ])('never takes a quote that differs in %s for the line', (_, line, quote) => {
    expect(locate(`${line}\n`, { startLine: 1, endLine: 1, quote }).status).toBe('altered')
    expect(locate(`${quote}\n`, { startLine: 1, endLine: 1, quote: line }).status).toBe('altered')
  })

  it.each([
    'function total(items) {\n    sum += item.price',
    'await sendMail(user, subject, body)',
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
    [[10, 50, 55], 13, 'relocated', 10],
    [[10, 50, 55], 14, 'ambiguous', undefined],
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
    expect(piece(2, 'return secretValue(a)')).toBe('altered')
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

  it.each([
    ['a fence', '~~~\nlet sum = 0\nfor (const item of items) {\n~~~', 'Read without its code fence.'],
    ['backticks', '`for (const item of items) {`', 'Read without its backticks.'],
    ['line numbers', '2→  let sum = 0\n3→  for (const item of items) {', 'Read without line numbers.'],
    ['diff markers', '+  let sum = 0\n   for (const item of items) {', 'Read without diff markers.'],
    ['columns', '2  let sum = 0\n3  for (const item of items) {', 'Read without number columns.'],
    ['other whitespace', 'let sum=0\nfor (const item of items) {', 'Whitespace differs.'],
    ['other quotation marks', 'let sum = 0;\nfor (const item of items) {', 'Semicolons or quotation marks differ.'],
  ])('records that it read a quote with %s otherwise than it was sent', (_, quote, note) => {
    const location = at(quote.startsWith('`for') ? 3 : 2, quote)
    expect(location.detail).toContain(note)
    expect('region' in location && location.region.endLine).toBe(3)
  })

  it('reads of a quoted diff the lines of the side that the claim names', () => {
    const quote = '-  let sum = 1\n+  let sum = 0\n   for (const item of items) {'
    const claim = { startLine: 2, endLine: 3, quote }
    expect(locate(file, { ...claim, side: 'new' })).toMatchObject({
      region: { startLine: 2, endLine: 3 },
      detail: 'Read without diff markers and without the lines of the other side.',
    })
    expect(locate(file, { ...claim, side: 'old' }).status).not.toBe('verified')
  })

  it('reads a quote out of our diff to the character, with both sides in it', () => {
    const quote = '2 -  let sum = 1\n2 +  let sum = 0\n3    for (const item of items) {'
    expect(locate(file, { startLine: 2, endLine: 3, quote, side: 'new' })).toMatchObject({
      status: 'verified',
      region: { startLine: 2, endLine: 3 },
      detail: 'Read without number columns. Read without diff markers and without the lines of the other side.',
    })
    expect(at(3, '3    for (const item of items) {\n4      sum += item.price')).toMatchObject({
      status: 'verified',
      detail: 'Read without number columns.',
    })
  })

  it('takes numbers for line numbers only where they ascend, and marks for marks only where all lines have them', () => {
    expect(at(2, '7: let sum = 0\n3: for (const item of items) {').status).not.toBe('verified')
    expect(at(2, '+  let sum = 0\nfor (const item of items) {').status).not.toBe('verified')
  })

  it('reads our own escapes back, unless the file itself holds them', () => {
    const hidden = 'const role = "admin\u202e" // see below'
    const shown = 'const role = "admin⟨U+202E⟩" // see below'
    const claim = { startLine: 1, endLine: 1, quote: shown }
    expect(locate(`${hidden}\n`, claim)).toMatchObject({
      status: 'verified',
      detail: 'Read with its escapes as the characters that they stand for.',
    })
    expect(locate(`${shown}\n`, claim)).toMatchObject({ status: 'verified', detail: null })
    expect(locate('plain\n', { ...claim, quote: '⟨U+110000⟩ is no character at all' }).status).toBe('unverified')
  })

  describe('with an ellipsis', () => {
    it('is placed by the longest part, when the others stand where they should', () => {
      expect(at(1, 'function total(items) {\n  ...\n    sum += item.price\n  }', 5)).toMatchObject({
        status: 'verified',
        region: { startLine: 1, endLine: 1 },
        detail: 'Only the longest of 2 parts between ellipses places the quote.',
      })
    })

    it.each([
      'function discount(items) {\n// ... existing code ...\n    sum += item.price\n  }',
      'function total(items) {\n…\n  return discount(sum)',
    ])('is not verified when another part does not follow: %j', (quote) => {
      expect(at(1, quote).status).toBe('unverified')
    })
  })

  it('finds a line cut short beside whole lines, and never one whose number is cut', () => {
    const text = 'const limits = load()\nconst timeoutInSeconds = limits.of(1000)\nstart(timeoutInSeconds)\n'
    const cut = (quote: string) => locate(text, { startLine: 1, endLine: 2, quote })
    expect(cut('const limits = load()\nconst timeoutInSec…')).toMatchObject({
      status: 'verified',
      region: { startLine: 1, endLine: 2 },
      detail: 'The quote holds only a part of a line.',
    })
    expect(cut('const limits = load()\nconst timeoutInSeconds = limits.of(10').status).toBe('altered')
  })

  describe('approximately', () => {
    const reworded = '  for (const entry of items) {\n    sum += item.price'

    it('finds a quote with one other name near its line, and says so', () => {
      expect(at(2, reworded)).toMatchObject({
        status: 'relocated',
        region: { startLine: 3, endLine: 4 },
        detail: 'Moved from line 2 to line 3. Matched approximately: 92 % alike.',
      })
      expect(at(3, reworded)).toMatchObject({ status: 'relocated', detail: 'Matched approximately: 92 % alike.' })
    })

    it('does not when the claimed line is far away as well', () => {
      expect(at(40, reworded)).toEqual({
        status: 'unverified',
        detail: 'The quote does not stand in the file; something like it stands at line 3, too far from line 40.',
      })
    })

    it('does not decide between two places that are nearly as like', () => {
      const text = 'const first = readOrder(store, id)\nconst last = readOrder(store, id)\n'
      const quote = 'const order = readOrder(store, id)'
      expect(locate(text, { startLine: 1, endLine: 1, quote }).status).toBe('ambiguous')
    })

    it('does not when one of the lines is like none there', () => {
      const lines = [
        'const total = sumOfPrices(items, discount, taxes)',
        'sendReceipt(customer, total, currency, address)',
      ]
      const quote = [...lines, 'drop(database)'].join('\n')
      const text = [...lines, 'archive()'].join('\n')
      expect(locate(text, { startLine: 1, endLine: 3, quote }).status).toBe('unverified')
    })
  })

  it('does not move a quote away from a line that says the opposite', () => {
    const text = 'if (isOpen(order)) {\n  ship(order)\n}\n\nif (!isOpen(order)) {\n  refuse(order)\n}\n'
    expect(locate(text, { startLine: 5, endLine: 5, quote: 'if (isOpen(order)) {' })).toEqual({
      status: 'ambiguous',
      detail: 'Moved from line 5 to line 1. Line 5 itself reads nearly the same and says something else.',
    })
    expect(locate(text, { startLine: 2, endLine: 2, quote: 'if (isOpen(order)) {' }).status).toBe('relocated')
  })

  it.each([
    ['equal lines', 'sameLine(a, b)\n'.repeat(20_000), `${'sameLine(a, b)\n'.repeat(4_000)}otherLine(a, b)`],
    ['lines alike', 'sameLine(a, b)\n'.repeat(20_000), 'sameLine(a, c)\nsameLine(a, d)'],
    ['one line of a megabyte', 'x = y + '.repeat(125_000), 'x = y + x = z'],
    ['one line of a megabyte that holds the quote often', 'callMe(now); '.repeat(80_000), 'callMe(now)'],
    ['a quote of blank lines', 'sameLine(a, b)\n', `${'\n'.repeat(60_000)}a`],
    ['a quote of 50,000 lines', 'sameLine(a, b)\n'.repeat(50_000), 'sameLine(a, b)\n'.repeat(50_000)],
    ['ellipses alone', 'sameLine(a, b)\n', '...\n'.repeat(10_000)],
  ])('gives an answer, and no proof, for %s', (_, text, quote) => {
    const indexed = indexText(text)
    for (let time = 0; time < 5; time += 1) {
      const { status } = locateIn(indexed, { startLine: 30_000, endLine: 30_000, quote })
      expect(['unverified', 'ambiguous']).toContain(status)
    }
  })

  it('verifies whatever stands at its line, and moves a quote only to where it stands', () => {
    const line = fc.constantFrom(
      'open(file)',
      '  open(file)',
      'close(file) // done',
      '}',
      '',
      'if (ready && !done) {',
      'x',
    )
    const property = fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.nat(29),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: -5, max: 5 }),
      (lines, from, count, shift) => {
        const quoted = lines.slice(from % lines.length, (from % lines.length) + count)
        const solid = (text: string) =>
          text
            .split('\n')
            .filter((one) => one.trim() !== '')
            .map((one) => one.trim())
        fc.pre(quoted[0]?.trim() !== '')
        const startLine = (from % lines.length) + 1 + shift
        const claim = { startLine, endLine: startLine + quoted.length - 1, quote: quoted.join('\n') }
        const location = locate(lines.join('\n'), claim)
        if (shift === 0) expect(location.status).toBe('verified')
        if (!('region' in location)) return
        expect(location.status).not.toBe('altered')
        expect(solid(location.text)).toEqual(solid(claim.quote))
        expect(location.text).toBe(lines.slice(location.region.startLine - 1, location.region.endLine).join('\n'))
      },
    )
    fc.assert(property, { numRuns: 500, seed: 7 })
  })
})
