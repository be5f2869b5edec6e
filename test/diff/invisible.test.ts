import { showInvisible, showPath } from '../../src/diff/invisible.js'

describe('showInvisible', () => {
  it.each([
    ['a bidi override', 'a\u202eb', 'a⟨U+202E⟩b'],
    ['a bidi isolate', '\u2066x\u2069', '⟨U+2066⟩x⟨U+2069⟩'],
    ['a zero-width space', 'pass\u200bword', 'pass⟨U+200B⟩word'],
    ['a word joiner', 'a\u2060b', 'a⟨U+2060⟩b'],
    ['an Arabic letter mark', '\u061c', '⟨U+061C⟩'],
    ['tag characters', '\u{e0041}\u{e007f}', '⟨U+E0041⟩⟨U+E007F⟩'],
    ['variation selectors', 'a\ufe0f\u{e0100}', 'a⟨U+FE0F⟩⟨U+E0100⟩'],
    ['a byte order mark', '\ufeffa', '⟨U+FEFF⟩a'],
    ['a soft hyphen', 'a\u00adb', 'a⟨U+00AD⟩b'],
    ['Hangul fillers', '\u3164\uffa0', '⟨U+3164⟩⟨U+FFA0⟩'],
    ['an escape sequence', '\u001b[31m', '⟨U+001B⟩[31m'],
    ['C1 controls', 'a\u0085\u009bb', 'a⟨U+0085⟩⟨U+009B⟩b'],
    ['delete', '\u007f', '⟨U+007F⟩'],
    ['line and paragraph separators', '\u2028\u2029', '⟨U+2028⟩⟨U+2029⟩'],
    ['a newline', 'a\nb', 'a⟨U+000A⟩b'],
    ['a lone CR', 'a\rb', 'a⟨U+000D⟩b'],
    ['a CR at the end', 'a\r', 'a⟨CR⟩'],
    ['two CRs at the end', 'a\r\r', 'a⟨U+000D⟩⟨CR⟩'],
    ['a lone surrogate', 'a\ud800b', 'a⟨U+D800⟩b'],
  ])('shows %s', (_, text, shown) => {
    expect(showInvisible(text)).toBe(shown)
  })

  it.each(['', '\tif (a < b) {', 'grüße 日本 😀 ‘quoted’ — a b', 'العربية'])('leaves %j as it is', (text) => {
    expect(showInvisible(text)).toBe(text)
  })

  // A long text is worked on in pieces of 2^20 characters.
  it.each([
    ['a pair of surrogates', '😀', '😀'],
    ['a tag character', '\u{e0041}', '⟨U+E0041⟩'],
    ['the halves of a character in the wrong order', '\ude00\ud83d', '⟨U+DE00⟩⟨U+D83D⟩'],
    ['a first half alone', '\ud83dx', '⟨U+D83D⟩x'],
    ['a CR', '\r\r', '⟨U+000D⟩⟨U+000D⟩'],
  ])('shows %s wherever it stands in a long line', (_, character, shown) => {
    for (const before of [2 ** 20 - 2, 2 ** 20 - 1, 2 ** 20, 2 ** 21 - 1]) {
      const [left, right] = ['é'.repeat(before), 'é'.repeat(2 ** 20)]
      expect(showInvisible(`${left}${character}${right}`) === `${left}${shown}${right}`).toBe(true)
    }
  })

  it.each([2 ** 20 - 1, 2 ** 20, 2 ** 20 + 1])('shows a CR at the end of a line of %d characters', (length) => {
    expect(showInvisible(`${'é'.repeat(length - 1)}\r`) === `${'é'.repeat(length - 1)}⟨CR⟩`).toBe(true)
  })
})

describe('showPath', () => {
  it('keeps a path on one visible line', () => {
    expect(showPath('a\tb\nc\u202ed\r')).toBe('a⟨U+0009⟩b⟨U+000A⟩c⟨U+202E⟩d⟨U+000D⟩')
  })
})
