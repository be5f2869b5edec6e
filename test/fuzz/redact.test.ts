import fc from 'fast-check'
import { inlineText, singleLine } from '../../src/report/escape.js'
import { toJobSummary } from '../../src/report/job-summary.js'
import { inertLogText } from '../../src/report/log-text.js'
import { makeRedactor, redactReport } from '../../src/report/redact.js'
import { sarifText } from '../../src/report/sarif.js'
import { toTerminal } from '../../src/report/terminal.js'
import { aReport, aResult } from '../support/builders.js'
import { seed } from './support/arbitraries.js'
import { decodeEntities } from './support/oracles.js'

const fragment = 12
const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.'
const secret = fc
  .noBias(fc.string({ unit: fc.constantFrom(...secretAlphabet), minLength: 20, maxLength: 80 }))
  .filter((text) => !/[-_.]{4}|(.)\1\1/.test(text))

const bytesOf = (text: string) => Buffer.from(text)
const each = (text: string, write: (code: number) => string) => [...text].map((c) => write(c.charCodeAt(0))).join('')
const hex = (code: number, width: number) => code.toString(16).padStart(width, '0')
const between = (text: string, filler: string) => [...text].join(filler)

/** How a model could write a secret, and how a reader gets it back. */
const disguises: readonly (readonly [name: string, hide: (text: string) => string, show: (text: string) => string])[] =
  [
    ['itself', (s) => s, (t) => t],
    ['cut by seven characters at the front', (s) => s.slice(7), (t) => t],
    ['cut by seven characters at the end', (s) => s.slice(0, -7), (t) => t],
    ['hex', (s) => bytesOf(s).toString('hex'), (t) => fromHex(t)],
    [
      'mixed-case hex',
      (s) => [...bytesOf(s).toString('hex')].map((c, i) => (i % 3 === 0 ? c.toUpperCase() : c)).join(''),
      (t) => fromHex(t),
    ],
    [
      'percent',
      (s) => each(s, (code) => `%${hex(code, 2)}`),
      (t) => t.replace(/%([0-9a-f]{2})/gi, (_, d: string) => fromCode(d)),
    ],
    [
      'half in percent',
      (s) => [...s].map((c, i) => (i % 2 ? c : `%${hex(c.charCodeAt(0), 2)}`)).join(''),
      (t) => t.replace(/%([0-9a-f]{2})/gi, (_, d: string) => fromCode(d)),
    ],
    ['reversed', (s) => [...s].reverse().join(''), (t) => [...t].reverse().join('')],
    ['rot13', rot13, rot13],
    [
      '\\u escapes',
      (s) => each(s, (code) => `\\u${hex(code, 4)}`),
      (t) => t.replace(/\\u([0-9a-f]{4})/gi, (_, d: string) => fromCode(d)),
    ],
    [
      '\\x escapes',
      (s) => each(s, (code) => `\\x${hex(code, 2)}`),
      (t) => t.replace(/\\x([0-9a-f]{2})/gi, (_, d: string) => fromCode(d)),
    ],
    ['decimal entities', (s) => each(s, (code) => `&#${code};`), decodeEntities],
    ['hex entities', (s) => each(s, (code) => `&#x${hex(code, 4)};`), decodeEntities],
    [
      'tag characters',
      (s) => each(s, (code) => String.fromCodePoint(0xe0000 + code)),
      (t) => t.replace(/[\u{e0020}-\u{e007e}]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xe0000)),
    ],
    ['full-width forms', (s) => each(s, (code) => String.fromCodePoint(code + 0xfee0)), (t) => t.normalize('NFKC')],
    ['zero-width characters between', (s) => between(s, '\u200b'), (t) => t],
    ['invisible letters between', (s) => between(s, '\u3164'), (t) => t.replaceAll('\u3164', '')],
    ['control sequences between', (s) => between(s, '\u001b[1m'), (t) => t.replace(/\u001b\[\d*m/g, '')],
    ['tags between', (s) => between(s, '\u{e0041}'), (t) => t.replace(/[\u{e0000}-\u{e007f}]/gu, '')],
    ['lines', (s) => between(s, '\n'), (t) => t],
    ['line separators', (s) => between(s, '\u2028'), (t) => t],
    ['Markdown', (s) => s.replace(/(.{4})/g, '$1**` '), (t) => t],
    ...[0, 1, 2].map(
      (offset) =>
        [
          `base64 at offset ${offset}`,
          (s: string) => bytesOf('x'.repeat(offset) + s).toString('base64'),
          fromBase64,
        ] as const,
    ),
    ['base64url', (s) => bytesOf(s).toString('base64url'), fromBase64],
    [
      'reversed base64',
      (s) => [...bytesOf(s).toString('base64')].reverse().join(''),
      (t) => fromBase64([...t].reverse().join('')),
    ],
  ]

function fromCode(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16))
}

function fromHex(text: string): string {
  return text.replace(/(?:[0-9a-f]{2}){6,}/gi, (digits) => Buffer.from(digits, 'hex').toString('latin1'))
}

function fromBase64(text: string): string {
  return text.replace(/[A-Za-z0-9+/_-]{16,}/g, (run) =>
    [0, 1, 2, 3].map((at) => Buffer.from(run.slice(at), 'base64').toString('latin1')).join('\n'),
  )
}

function rot13(text: string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return text.replace(/[a-z]/gi, (c) => {
    const turned = letters.charAt((letters.indexOf(c.toLowerCase()) + 13) % 26)
    return c === c.toLowerCase() ? turned : turned.toUpperCase()
  })
}

/** Pieces of the secret, twelve characters and longer, that a reader finds when white space and markup are taken out. */
function leaksOf(known: string, output: string): string[] {
  const bare = (text: string) => text.replace(/[\s*`\p{Default_Ignorable_Code_Point}]/gu, '')
  const text = bare(output)
  const pieces = Array.from({ length: known.length - fragment + 1 }, (_, at) => known.slice(at, at + fragment))
  return pieces.filter((piece) => text.includes(piece))
}

describe('a random secret', () => {
  it.each(disguises)('is hidden as %s, in the text and in what the sinks make of it', (_name, hide, show) => {
    fc.assert(
      fc.property(secret, fc.constantFrom(' ', '\n', '"', '(', 'see '), (known, before) => {
        const redact = makeRedactor([known])
        const text = redact(`before §${before}${hide(known)} § after`)
        for (const sink of [text, singleLine(text, 5_000), inertLogText(text).join('\n'), inlineText(text, 5_000)])
          for (const shown of [sink, show(sink)]) expect(leaksOf(known, shown)).toEqual([])
        expect(text).toMatch(/^before §/)
        expect(text).toMatch(/§ after$/)
      }),
      { seed, numRuns: 40 },
    )
  })

  it('is shown by its disguises where nothing redacts', () => {
    const known = 'sk-FAKE-7Qm2Zx9LrT4vB8nKc1WdYp'
    for (const [name, hide, show] of disguises) {
      expect([name, leaksOf(known, show(`before ${hide(known)} after`)).length > 0]).toEqual([name, true])
    }
  })

  it('is hidden in pieces over the fields and results of one report, in every sink and in all together', () => {
    fc.assert(
      fc.property(
        secret,
        fc.integer({ min: 6, max: 11 }),
        fc.constantFrom('titles', 'messages', 'both'),
        (known, size, where) => {
          const redact = makeRedactor([known])
          const pieces = known.match(new RegExp(`.{1,${size}}`, 'g')) ?? []
          const results = pieces.map((piece, index) =>
            where === 'titles'
              ? aResult({ title: piece })
              : where === 'messages'
                ? aResult({ message: piece })
                : aResult({ title: piece, message: pieces[index + 1] ?? '' }),
          )
          const report = redactReport(aReport({ results }), redact)
          const fields = (['title', 'message'] as const).map((name) =>
            report.results.map((result) => result[name]).join(''),
          )
          const sinks = [
            JSON.stringify(report),
            toJobSummary(report, undefined),
            sarifText(report, { category: 'c' }),
            toTerminal(report, { color: 'off', width: 80 }),
          ]
          for (const text of [...fields, ...sinks, sinks.join('\n')]) expect(leaksOf(known, text)).toEqual([])
          expect(report.results).toHaveLength(pieces.length)
        },
      ),
      { seed, numRuns: 60 },
    )
  })
})

describe('ordinary text', () => {
  const words = fc.lorem({ mode: 'sentences', maxCount: 6 })
  const code = fc.constantFrom(
    'const total = items.length;',
    'a[0] = b ?? c',
    '<b>&amp;&#64;</b>',
    '%20',
    '\\u0041',
    '漢字 😀 é',
    '8f2c1a9b7d3e5f60',
  )

  it('is not touched', () => {
    fc.assert(
      fc.property(secret, fc.array(fc.oneof(words, code), { maxLength: 5 }), (known, parts) => {
        const text = parts.join('\n')
        expect(makeRedactor([known, 'p4ss!'])(text)).toBe(text)
        const report = aReport({ results: parts.map((part) => aResult({ title: part, message: part })) })
        expect(redactReport(report, makeRedactor([known]))).toEqual(report)
      }),
      { seed, numRuns: 200 },
    )
  })

  it('around a secret stays', () => {
    fc.assert(
      fc.property(secret, words, words, (known, before, after) => {
        expect(makeRedactor([known])(`${before} § ${known} § ${after}`)).toBe(`${before} § [redacted] § ${after}`)
      }),
      { seed, numRuns: 200 },
    )
  })
})
