import fc from 'fast-check'

/** Every run uses the same seed, so that a failure in CI can be repeated. */
export const seed = 20_261_121

export const lineEnds = ['\n', '\r', '\r\n', '\v', '\f', '\u0085', '\u2028', '\u2029'] as const

export const commandPieces = [
  ...['::add-mask::e', '::stop-commands::pwn', '::SET-OUTPUT name=verdict::pass', '::error file=../../x,line=1::spoof'],
  ...[
    '::endgroup::',
    '::',
    '##[add-mask]a',
    '##[set-env name=X]y',
    '##[ERROR]x',
    '##',
    '#',
    '[',
    '###[',
    ':',
    '%0A::x::',
  ],
  ...['\ufeff::debug::x', '\u0085::x::y', ' \t::x::y', '\u00a0::x::y', '\u3000::x::y'],
] as const

export const invisiblePieces = [
  ...['\u001b[31m', '\u001b[', '\u001b]8;;http://x\u0007', '\u009b2J', '\u0000', '\u0007', '\b', '\u007f', '\u0090'],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\u3164',
    '\u115f',
    '\u{e0041}',
    '\u{e0001}',
    '\ufe0f',
  ],
  ...['\u{1bca0}', '\u180e', '\u034f', '\ud800', '\udc00', '\udb40', '\udc41', '\ud83d', '\ude00', '\ufff9'],
] as const

export const markdownPieces = [
  ...['![x](https://evil.example/p.png)', '<img src=x>', '<!--', '-->', '<b>', '</details>', '<details>', '</summary>'],
  ...[
    '<https://evil.example>',
    'https://evil.example',
    'http://evil.example',
    'ftp://evil.example',
    'mailto:me@evil.example',
  ],
  ...[
    'www.evil.example',
    'a_www.evil.example',
    'xmpp:a@b.example',
    '[a](b)',
    '[a][b]',
    '[a]: https://evil.example',
    '[^1]',
  ],
  ...[
    '@octocat',
    '@org/team',
    '#12',
    'GH-12',
    '_GH-12',
    'gh-7',
    'owner/repo#3',
    'Fixes ',
    'closes: ',
    'resolves ',
    '$x$',
  ],
  ...[
    '```suggestion',
    '```mermaid',
    '```',
    '~~~',
    '~~~suggestion',
    '`',
    '``',
    '`a`',
    '`www.evil.example`',
    '# ',
    '## x',
  ],
  ...[
    '|',
    '|---|',
    '---',
    '===',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1) ',
    '> ',
    '    ',
    '\t',
    '\\',
    '&',
    '&#64;',
    '&lt;',
    '&commat;',
  ],
  ...[
    '<script>',
    'javascript:alert(1)',
    '{',
    '}',
    '**',
    '__',
    '~~',
    ':tada:',
    '[ ] ',
    '<',
    '>',
    '!',
    '(',
    ')',
    ']',
    '"',
    "'",
  ],
] as const

const words = ['word', 'a', 'The', ' ', ' ', 'index', '12', '0', '.', ',', 'é', '漢', '😀'] as const

/** Text made of hostile pieces of every kind, ordinary words and arbitrary characters. */
export function hostileText(maxPieces = 24): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...commandPieces) },
    { weight: 3, arbitrary: fc.constantFrom(...markdownPieces) },
    { weight: 3, arbitrary: fc.constantFrom(...invisiblePieces) },
    { weight: 3, arbitrary: fc.constantFrom(...lineEnds) },
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }) },
  )
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''))
}

const pathSegments = [
  ...[
    '..',
    '.',
    '',
    'src',
    'a b',
    'é',
    '%2e%2e',
    '%2E.',
    '.git',
    '.GIT',
    'C:',
    'file:',
    'https:',
    'a#b',
    'a?b',
    '~',
    '-x',
  ],
  ...[
    'a%00',
    'a\\b',
    '\ud800',
    '\u202e',
    'a\u2028b',
    'x'.repeat(300),
    'javascript:x',
    '##[error]',
    "a'(b)*!",
    '\u{e0041}',
  ],
] as const

/** Paths that try to lead elsewhere, and honest ones. */
export function hostilePath(): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pathSegments), { maxLength: 5 }).map((segments) => segments.join('/'))
}

/** Numbers that JSON can write and code trips over. */
export const hostileNumbers = ['1e999', '-1e999', '1e308', '9007199254740993', '-0', '0.5', '-1', '1E400', '0'] as const

const jsonKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'length',
  '',
  'findings',
  'type',
  'a\nb',
] as const

/** JSON text with strange keys, doubled keys, strange numbers and depth. */
export function hostileJson(keys: readonly string[] = []): fc.Arbitrary<string> {
  const key = fc.oneof(fc.constantFrom(...jsonKeys, ...keys), fc.string({ maxLength: 3 }))
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('null', 'true', 'false', '[]', '{}', ...hostileNumbers),
      hostileText(6).map((text) => JSON.stringify(text)),
      fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc
        .array(fc.tuple(key, tie('value')), { maxLength: 5 })
        .map((pairs) => `{${pairs.map(([name, item]) => `${JSON.stringify(name)}:${item}`).join(',')}}`),
    ),
  }))
  return value
}
