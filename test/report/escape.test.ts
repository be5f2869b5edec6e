import fc from 'fast-check'
import {
  codeBlock,
  codeSpan,
  htmlText,
  inlineText,
  plainText,
  proseText,
  quoteBlock,
  singleLine,
  stripControls,
} from '../../src/report/escape.js'
import { activeContent, hazards } from './hostile-text.js'

describe('foreign text in Markdown', () => {
  const renderers = [
    ['inlineText', (text: string) => inlineText(text, 10_000)],
    ['proseText', (text: string) => proseText(text, 10_000)],
    ['htmlText', (text: string) => htmlText(text, 10_000)],
    ['codeSpan', (text: string) => codeSpan(text, 10_000)],
    ['quoteBlock', (text: string) => quoteBlock(text, 10_000)],
  ] as const

  it.each(
    renderers.flatMap(([name, render]) => hazards.map(([hazard, pattern]) => [name, hazard, render, pattern] as const)),
  )('%s leaves no %s', (_name, _hazard, render, pattern) => {
    expect(activeContent).toMatch(pattern)
    expect(render(activeContent)).not.toMatch(pattern)
  })

  it.each(renderers)('%s keeps the words readable', (_name, render) => {
    expect(render(activeContent)).toContain('please merge')
    expect(render(activeContent)).toContain('rm -rf /')
  })

  it('leaves ordinary prose as it is', () => {
    const prose = 'eval() on caller data: use JSON.parse(input), not max_tokens, at line 12.'
    expect(inlineText(prose, 200)).toBe(prose)
  })

  it('keeps a short harmless code span and escapes any other', () => {
    expect(inlineText('Use `index < items.length` here', 200)).toBe('Use `index < items.length` here')
    expect(inlineText('Use `@octocat` here', 200)).toBe('Use &grave;&commat;&ZeroWidthSpace;octocat&grave; here')
  })

  it.each([
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['---', '\\---'],
    ['=== x', '\\=== x'],
    ['> quote', '&gt; quote'],
    ['+ item', '\\+ item'],
    ['~~~mermaid', '\\~\\~\\~mermaid'],
    ['__bold__ snake_case', '&lowbar;&lowbar;bold&lowbar;&lowbar; snake_case'],
    ['a | b', 'a &vert; b'],
    ['a_www.evil.example', 'a_www&period;&ZeroWidthSpace;evil.example'],
    ['_GH-12', '&lowbar;GH-&ZeroWidthSpace;12'],
    ['high-12', 'high-12'],
  ])('cannot open a block or mark with %s', (text, expected) => {
    expect(inlineText(text, 100)).toBe(expected)
  })

  it('never lets any text produce a raw mention, link, tag or cell', () => {
    const piece = fc.constantFrom(
      '@',
      'a',
      '#',
      '1',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '`',
      '|',
      '\\',
      ':',
      '/',
      '\n',
      '_',
      '&',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const inert = inlineText(pieces.join(''), 1_000).replace(/`[^`]*`/g, 'code')
        expect(inert).not.toMatch(/[@#<|[\]`\n]|:\/\//)
      }),
    )
  })

  it('keeps list items of a message together and other lines apart', () => {
    expect(proseText('Two ways:\n- one\n- two\n\nDone', 100)).toBe('Two ways:\n\n- one\n- two\n\nDone')
  })
})

describe('plain text', () => {
  it.each([
    ['escape sequences', '\u001b[31mred\u001b[0m', 'red'],
    ['control characters', 'a\u0000b\u0007c\u009bd', 'abcd'],
    ['bidi controls', 'a\u202eb\u2066c', 'abc'],
    ['zero-width characters', 'a\u200bb\ufeffc\u00add', 'abcd'],
    ['tag characters', 'a\u{e0041}\u{e0042}b', 'ab'],
    ['half characters', 'a\ud800b', 'a\ufffdb'],
    ['halves that would make a tag character', 'a\udb40\u200b\udc41b', 'a\ufffd\ufffdb'],
    ['shorthand controls', 'a\u{1bca0}b', 'ab'],
  ])('strips %s', (_name, text, expected) => {
    expect(plainText(text, 100)).toBe(expected)
  })

  it('makes every line terminator a newline', () => {
    expect(plainText('a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh', 100)).toBe('a\nb\nc\nd\ne\nf\ng\nh')
  })

  it('says where it was cut and never cuts a character in half', () => {
    expect(plainText('ab😀cd', 3)).toBe('ab … (cut)')
    expect(plainText('M'.repeat(2_000_000), 10)).toBe(`${'M'.repeat(10)} … (cut)`)
  })
})

describe('text that needs no cleaning', () => {
  const pieces = [
    '\u001b[31m',
    '\u0000',
    '\u200b',
    '\ud83d',
    '\ude00',
    '\u{e0041}',
    '\r\n',
    '\u2028',
    '\u00a0',
    '\u0085',
  ]
  const plain = ['a', 'word', ' ', '  ', '\n', '\t', '~']
  const cases: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ['hostile', fc.array(fc.constantFrom(...plain, ...pieces), { maxLength: 40 }).map((all) => all.join(''))],
    ['plain', fc.array(fc.constantFrom(...plain), { maxLength: 40 }).map((all) => all.join(''))],
    ['any', fc.string({ unit: 'binary', maxLength: 60 })],
    ['long', fc.constantFrom(...plain, ...pieces).map((last) => `${'ab '.repeat(400)}${last}`)],
  ]

  // An invisible character behind the text makes every step look at it, and is itself taken out.
  const slowly = (text: string) => stripControls(`${text}\u200b`)
  const slowPlainText = (text: string, max: number) => {
    const ends = text.slice(0, max * 2 + 1_000).replace(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n')
    const clean = slowly(ends)
    if (clean.length <= max && text.length <= max * 2 + 1_000) return clean
    return `${clean.slice(0, max).replace(/[\ud800-\udbff]$/, '')} … (cut)`
  }

  it.each(cases)('comes out as all steps would leave it: %s', (_name, texts) => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 70 }), (text, max) => {
        expect(stripControls(text)).toBe(slowly(text))
        expect(plainText(text, max)).toBe(slowPlainText(text, max))
        expect(singleLine(text, max)).toBe(slowPlainText(text, max).replace(/\s+/g, ' ').trim())
      }),
    )
  })
})

describe('code', () => {
  it('uses a fence longer than any run inside and no language', () => {
    expect(codeBlock('a\n````\nb')).toBe('`````\na\n````\nb\n`````')
    expect(codeBlock('const a = 1')).toBe('```\nconst a = 1\n```')
  })

  it('shows a plain path in backticks and any other escaped', () => {
    expect(codeSpan('src/app.ts')).toBe('`src/app.ts`')
    expect(codeSpan('a|b`c.ts')).toBe('<code>a&vert;b&grave;c.ts</code>')
  })

  it('shows a quote that brings structure of its own as escaped lines', () => {
    expect(quoteBlock('a\n</details>')).toBe('<code>a</code>\n\n<code>&lt;/details&gt;</code>')
    expect(quoteBlock('<\u200b!-- a')).toBe('<code>&lt;!-- a</code>')
  })
})
