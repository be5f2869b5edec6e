/**
 * The runner's parser as it is documented and as others read logs: lines end at any terminator; a command is `::name` at
 * the start of a line after white space or a byte order mark, or `##[name` anywhere. Written without looking at ours.
 */
export function commandsIn(output: string): string[] {
  const found: string[] = []
  for (const line of output.split(/\r\n|\n|\r|\u0085|\u2028|\u2029|\v|\f/)) {
    const trimmed = line.replace(/^[\s\ufeff\u0085]*/, '')
    if (/^::/.test(trimmed)) found.push(trimmed)
    if (line.toLowerCase().includes('##[')) found.push(line)
  }
  return found
}

/** C0 but tab and line feed, ESC, DEL, C1. */
export function controlsIn(output: string): string[] {
  return [...output].filter((character) => {
    const code = character.codePointAt(0) ?? 0
    return (code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160)
  })
}

/** What no output may hold: what Unicode hides, reorders or calls broken. */
export function hiddenIn(output: string): string[] {
  return output.match(/[\p{Default_Ignorable_Code_Point}\p{Cs}\p{Bidi_C}\ufff9-\ufffb]/gu) ?? []
}

/** The words of a text: what must stay readable after cleaning. */
export function wordsOf(text: string): string[] {
  return text.match(/[A-Za-z]{4,}/g) ?? []
}

/** Active Markdown as GitHub reads it, in text that was written for the inside of a paragraph, cell or item. */
const inlineHazards: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['image', /!\[/],
  ['link or reference', /\[[^\]]*\]|\]\(|\]:/],
  ['HTML tag or comment', /<(?=[A-Za-z/!?])(?!\/?code>)/],
  ['address', /:\/\/|(?:mailto|xmpp|javascript|data):\S/i],
  ['bare www', /www\./i],
  ['mention', /@/],
  ['reference', /#|\bGH-\d|_GH-\d/i],
  ['escapable table cell', /\|/],
  ['math', /\$/],
  ['loose backtick', /`/],
  ['control', /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/],
]

/** Entities are decoded before GitHub looks for mentions and references, so both forms are looked at. */
export function inlineHazardsIn(markdown: string): string[] {
  const outsideCode = markdown.replace(/(?<!`)`[^`\n]+`(?!`)/g, (span) => (isInertCode(span) ? 'code' : span))
  const found = inlineHazards.filter(([, pattern]) => pattern.test(outsideCode)).map(([name]) => name)
  const decoded = decodeEntities(outsideCode.replace(/<\/?code>/g, ''))
  if (/@[A-Za-z0-9]/.test(decoded)) found.push('decoded mention')
  if (/#\d|(?<![A-Za-z0-9])GH-\d/i.test(decoded)) found.push('decoded reference')
  if (/:\/\/|www\.[^\s\u200b]/i.test(decoded)) found.push('decoded address')
  return found
}

/** Code that neither a table nor GitHub's own scanners read as anything else. */
function isInertCode(span: string): boolean {
  return !/[|@#<[\]]|:\/\/|www\./i.test(span.replace(/<(?=[ =])/g, ''))
}

/** A block of Markdown that a line of foreign prose would open. `- ` is allowed: lists of a message are kept. */
export function blockHazardsIn(markdown: string): string[] {
  const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
    ['heading', /^ {0,3}#{1,6}(?:\s|$)/m],
    ['underlined heading or rule', /^ {0,3}(?:=+|-[- ]*|\*[* ]*|_[_ ]*)\s*$/m],
    ['fence', /^\s*(?:`{3,}|~{3,})/m],
    ['quote', /^\s*>/m],
    ['numbered list', /^\s*\d{1,9}[.)](?:\s|$)/m],
    ['other list', /^\s*[*+](?:\s|$)/m],
    ['indented code', /^(?: {4}|\t)/m],
    ['reference definition', /^\s*\[[^\]]*\]:/m],
  ]
  return patterns.filter(([, pattern]) => pattern.test(markdown)).map(([name]) => name)
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', lsqb: '[', rsqb: ']', grave: '`', ast: '*', vert: '|', bsol: '\\', dollar: '$' },
  ...{ commat: '@', num: '#', colon: ':', period: '.', lowbar: '_', ZeroWidthSpace: '\u200b' },
}

/** Entities as a browser decodes them, once. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|([A-Za-z]+));/gi,
    (all, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? all
      return String.fromCodePoint(
        Math.min(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16), 0x10ffff),
      )
    },
  )
}
