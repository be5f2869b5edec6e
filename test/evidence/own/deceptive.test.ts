import { findDeceptive, nameAll, showDeceptive } from '../../../src/evidence/own/deceptive.js'

function namesIn(line: string, startsFile: 'start of the file' | 'later' = 'later'): string {
  return nameAll(findDeceptive(line, { startsFile: startsFile === 'start of the file' }))
}

describe('characters that deceive a reader', () => {
  it.each([
    ['a bidi override', 'if (\u202e admin', 'U+202E RIGHT-TO-LEFT OVERRIDE'],
    ['a bidi isolate', 'a\u2066b\u2069', 'U+2066 LEFT-TO-RIGHT ISOLATE, U+2069 POP DIRECTIONAL ISOLATE'],
    ['a bidi mark', 'a\u200eb', 'U+200E LEFT-TO-RIGHT MARK'],
    ['an Arabic letter mark', 'a\u061cb', 'U+061C ARABIC LETTER MARK'],
    ['tag characters', '\u{e0068}\u{e0069}', 'U+E0068 TAG CHARACTER, U+E0069 TAG CHARACTER'],
    ['tag characters that spell no flag', '🏴\u{e0067}\u{e0062}\u{e007f}', 'U+E0067 TAG CHARACTER'],
    ['a supplementary variation selector after a letter', 'a\u{e0100}', 'U+E0100 VARIATION SELECTOR'],
    ['a run of them after an ideograph', '葛\u{e0100}\u{e0101}', 'U+E0100 VARIATION SELECTOR'],
    ['a run of them after an emoji', '😀\ufe0f\u{e0110}\u{e0111}', 'U+E0110 VARIATION SELECTOR'],
    ['a variation selector after a letter', 'x\ufe01', 'U+FE01 VARIATION SELECTOR'],
    ['an emoji selector after a letter', 'x\ufe0f', 'U+FE0F VARIATION SELECTOR'],
    ['an emoji selector after a digit that is no keycap', '1\ufe0f2', 'U+FE0F VARIATION SELECTOR'],
    ['a zero width space', 'pass\u200bword', 'U+200B ZERO WIDTH SPACE'],
    ['a joiner between Latin letters', 'pass\u200dword', 'U+200D ZERO WIDTH JOINER'],
    ['a non-joiner between Latin letters', 'pass\u200cword', 'U+200C ZERO WIDTH NON-JOINER'],
    ['a joiner behind an emoji that joins nothing', '😀\u200d;', 'U+200D ZERO WIDTH JOINER'],
    ['a word joiner', 'a\u2060b', 'U+2060 WORD JOINER'],
    ['a byte order mark in the middle', 'a\ufeffb', 'U+FEFF ZERO WIDTH NO-BREAK SPACE'],
    ['a soft hyphen', 'ad\u00admin', 'U+00AD SOFT HYPHEN'],
    ['a Hangul filler', 'const {\u3164} = q', 'U+3164 HANGUL FILLER'],
    ['interlinear annotation', '\ufff9a\ufffab\ufffb', 'U+FFF9 INTERLINEAR ANNOTATION ANCHOR'],
    ['an invisible operator', 'a\u2062b', 'U+2062 INVISIBLE TIMES'],
    ['a line separator', '// a\u2028evil()', 'U+2028 LINE SEPARATOR'],
    ['an escape sequence', '\u001b[2K', 'U+001B ESCAPE'],
    ['a C1 control', '\u009b2K', 'U+009B CONTROL CHARACTER'],
    ['a carriage return in the middle', '// a\revil()', 'U+000D CARRIAGE RETURN'],
    ['a backspace', 'a\bb', 'U+0008 BACKSPACE'],
    ['a braille blank without braille', 'a\u2800b', 'U+2800 BRAILLE PATTERN BLANK'],
    ['an assigned-to-nothing invisible one', 'a\u2065b', 'U+2065 INVISIBLE CHARACTER'],
    ['a Cyrillic letter in a Latin word', 'if (is\u0410dmin)', 'U+0410 (Cyrillic, looks like "A")'],
    ['a Cyrillic letter in a name with underscores', 'user_\u0430', 'U+0430 (Cyrillic, looks like "a")'],
    ['a Greek letter in a Latin word', 'L\u039fG', 'U+039F (Greek, looks like "O")'],
  ])('are named: %s', (_, line, names) => {
    expect(namesIn(line)).toContain(names)
  })

  it.each([
    ['plain code', 'if (a < b) { return "x" }\t// ok'],
    ['the end of a line in a CRLF file', 'const a = 1\r'],
    ['accents and typography', 'Äpfel – “naïve” café… 5\u00a0€ μm'],
    ['an emoji', 'done ✅ 🎉'],
    ['an emoji with its selector', 'warning ⚠️ and ©️'],
    ['a keycap', 'step 1️⃣ and #️⃣'],
    ['a family', '👨‍👩‍👧‍👦'],
    ['a profession with a skin tone', '👩🏽‍💻'],
    ['a heart on fire', '❤️‍🔥'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['the flag of Scotland', 'in 🏴󠁧󠁢󠁳󠁣󠁴󠁿 only'],
    ['a regional flag', '🇩🇪'],
    ['Persian with non-joiners', 'می\u200cخواهم و کتاب\u200cها'],
    ['a Latin word with a Persian plural', 'PDF\u200cها'],
    ['Hindi with a joiner', 'क्\u200dष और क्\u200cष'],
    ['Sinhala with a joiner', 'ශ්\u200dරී ලංකා'],
    ['Malayalam with a joiner at the end', 'അവന്\u200d വന്നു'],
    ['Thai with break hints', 'สวัสดี\u200bครับ'],
    ['a Japanese name with a variant', '葛\u{e0100}飾区'],
    ['a mathematical variant', 'a ≨\ufe00 b'],
    ['Russian', 'const s = "Сор и Аврора"'],
    ['only Cyrillic look-alikes', 'сору'],
    ['Russian behind an escape', '"\\nНо\\tОна"'],
    ['Russian behind a format', '"%sНо"'],
    ['a Latin word with a Russian ending', 'откройте PDFом и APIшкой'],
    ['Greek in formulas', 'Δx = αBeta + σ_x + λn'],
    ['braille', '⠓⠑⠀⠇⠇'],
    ['a form feed on a line of its own', '\f'],
  ])('are not seen in %s', (_, line) => {
    expect(namesIn(line)).toBe('')
  })

  it('do not include a byte order mark that begins the file', () => {
    expect(namesIn('\ufeffconst a = 1', 'start of the file')).toBe('')
    expect(namesIn('\ufeffconst a = 1')).toBe('U+FEFF ZERO WIDTH NO-BREAK SPACE')
  })

  it('are counted once for each code point', () => {
    expect(namesIn('\u200b\u200b\u200ba\u202e')).toBe(
      'U+200B ZERO WIDTH SPACE (3 times), U+202E RIGHT-TO-LEFT OVERRIDE',
    )
    const tags = Array.from({ length: 40 }, (__, index) => String.fromCodePoint(0xe0041 + index)).join('')
    expect(namesIn(tags)).toMatch(/ and 28 others$/)
  })
})

describe('the part of a line that is shown', () => {
  it('has visible escapes in place of what was found', () => {
    const line = 'is\u0410dmin \u202e'
    expect(showDeceptive(line, findDeceptive(line, { startsFile: false }))).toBe('is⟨U+0410⟩dmin ⟨U+202E⟩')
  })

  it('is short, around the first of them', () => {
    const line = `${'😀'.repeat(500)}\u200b${'x'.repeat(10_000)}`
    const shown = showDeceptive(line, findDeceptive(line, { startsFile: false }))
    expect(shown).toContain('⟨U+200B⟩')
    expect(shown.length).toBeLessThan(200)
    expect(shown).toMatch(/^…😀.*x…$/u)
  })
})
