import fc from 'fast-check'
import { parseLine, parseOutline } from '../../../src/reviewers/cli/outline.js'

const unit = fc.constantFrom('a', '"', '\\', '\n', '\u2028', '\u0000', 'é', '😀', '\ud800', ':', 'n', 'u000a')
/** Around the length from which a string is set aside, and far beyond. */
const text = fc
  .tuple(fc.string({ unit, maxLength: 30 }), fc.constantFrom(0, 1, 510, 511, 512, 513, 2_000))
  .map(([short, padding]) => short + 'x"\\'.repeat(padding / 3) + short)
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.constantFrom(1, null, true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', '"', 'type', 'x'.repeat(600)), tie('value'), { maxKeys: 3 }),
  ),
}))

/** The value with every long string in its place. */
function restored(line: string): unknown {
  const outline = parseOutline(Buffer.from(line))
  if (outline === undefined) return undefined
  const restore = (value: unknown): unknown => {
    if (typeof value === 'string') return outline.textOf(value).decode()
    if (Array.isArray(value)) return value.map(restore)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [restore(key), restore(item)]))
  }
  return restore(outline.value)
}

describe('parseOutline', () => {
  it('holds what JSON.parse gives, once the long strings are asked for', () => {
    fc.assert(
      fc.property(json, (value) => {
        // A lone half of a character is no UTF-8, so that it never comes in a line.
        const line = JSON.stringify(value)
        expect(restored(line)).toEqual(JSON.parse(line))
      }),
      { seed: 20261121, numRuns: 500 },
    )
  })

  it('keeps a long string out of the value, and its escapes as they were', () => {
    const long = `${'y'.repeat(600)}"\n`
    const outline = parseOutline(Buffer.from(JSON.stringify({ long })))
    expect(JSON.stringify(outline?.value)).not.toContain('yyy')
    const [name = ''] = Object.values(Object(outline?.value)).map(String)
    expect(outline?.textOf(name).raw()).toBe(`${'y'.repeat(600)}\\"\\n`)
  })

  it.each([
    ['a string without an end', `{"a":"${'x'.repeat(600)}`],
    ['an end that is escaped', `{"a":"${'x'.repeat(600)}\\"}`],
    ['half a line', '{"type":"item.completed","item":{"id":'],
    ['no JSON', 'warning: "x"'],
    ['nothing', ''],
  ])('is nothing for %s', (_, line) => {
    expect(parseOutline(Buffer.from(line))).toBeUndefined()
  })

  it('gives as much of the beginning of a string as is asked for, without half an escape or character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 600, maxLength: 620 }),
        fc.integer({ min: 1, max: 700 }),
        (value, bytes) => {
          // A lone half of a character is no UTF-8: it comes as an escape.
          const line = Buffer.from(JSON.stringify({ value }))
          const outline = parseOutline(line)
          const [name = ''] = Object.values(Object(outline?.value)).map(String)
          const text = outline?.textOf(name)
          const beginning = text?.beginning(bytes) ?? ''
          expect(value.startsWith(beginning)).toBe(true)
          expect(text?.beginning(text.bytes)).toBe(value)
          const left = Buffer.byteLength(JSON.stringify(value)) - Buffer.byteLength(JSON.stringify(beginning))
          expect(left).toBeLessThanOrEqual(Math.max(0, (text?.bytes ?? 0) - bytes) + 6)
        },
      ),
      { seed: 20261121, numRuns: 500 },
    )
  })
})

describe('parseLine', () => {
  it.each([10, 20_000])('holds the same for a line with a text of %i characters', (length) => {
    const text = 'é"\n'.repeat(length / 4)
    const outline = parseLine(Buffer.from(JSON.stringify({ type: 'x', text })))
    const [type = '', name = ''] = Object.values(Object(outline?.value)).map(String)
    expect([outline?.textOf(type).decode(), outline?.textOf(name).decode()]).toEqual(['x', text])
  })

  it('is nothing for what is no JSON', () => {
    expect(parseLine(Buffer.from('{"a":'))).toBeUndefined()
  })
})
