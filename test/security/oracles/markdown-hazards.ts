/** Elements that the product may write itself. */
const allowedElements: ReadonlySet<string> = new Set(['details', 'summary', 'code', 'br', 'sub', 'sup', 'b', 'strong'])

/** The one attribute that the product writes. */
const allowedTag = /<details open>/g

/** What would be active in a page of GitHub: loads, links, names, closes, or breaks out of the structure. */
export function markdownHazards(markdown: string, ownLinks: string): readonly string[] {
  const { prose, fences } = splitFences(markdown)
  // In a code span nothing is active; an element of the name `code` is not a code span, entities count in it.
  const live = prose.replace(/(?<!`)(`{1,3})(?!`)([^`\n]{0,2000})\1(?!`)/g, 'code').replaceAll('\\~', '')
  const foreign = withoutOwnLinks(live, ownLinks).replace(allowedTag, '<details>')
  return [
    ...fences.filter((info) => info !== '').map((info) => `fence ${info}`),
    ...patterns.filter(([, pattern]) => pattern.test(foreign)).map(([name]) => name),
    ...filtered.filter(([, pattern]) => pattern.test(decodeEntities(foreign))).map(([name]) => name),
    ...elementHazards(foreign),
  ]
}

/** Read where Markdown is parsed: an entity makes these inert. */
const patterns: readonly (readonly [string, RegExp])[] = [
  ['image', /!\[/],
  ['comment', /<!--/],
  ['link', /\]\(|\]\[/],
  ['reference definition', /^ {0,3}\[[^\]\n]+\]:/m],
  ['footnote', /\[\^/],
  ['task list', /^\s*[-*+] \[[ x]\]/im],
  ['math', /\$\S/],
  ['autolink in brackets', /<[a-z][a-z0-9+.-]*:/i],
]

/** Applied by GitHub to the finished text, entities decoded: only a character in between makes these inert. */
const filtered: readonly (readonly [string, RegExp])[] = [
  ['mention', /(?<![\w@])@[a-z0-9]/i],
  ['issue reference', /#\d/],
  ['issue reference GH-', /\bGH-\d/i],
  ['address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s\u200b]/i],
  ['www address', /\bwww\.[^\s\u200b]/i],
  ['mail address', /[\w.+-]@[\w-]+\.\w/],
  ['emoji code', /:[a-z_]+:/],
  ['script address', /\bjavascript:[^\s\u200b]/i],
  ['invisible character', /[\u00ad\u061c\u2060-\u206f\u202a-\u202e\ufeff\u{e0000}-\u{e0fff}]/u],
]

function splitFences(markdown: string): { prose: string; fences: readonly string[] } {
  const prose: string[] = []
  const fences: string[] = []
  let open: string | undefined
  for (const line of markdown.split('\n')) {
    const [, mark, info = ''] = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(line) ?? []
    if (open !== undefined) {
      if (mark?.startsWith(open) === true && info.trim() === '') open = undefined
    } else if (mark !== undefined) {
      open = mark
      fences.push(info.trim())
    } else prose.push(line)
  }
  return { prose: prose.join('\n'), fences: open === undefined ? fences : [...fences, 'never closed'] }
}

/** Links whose whole target starts with our own prefix, and which a reader sees as code. */
function withoutOwnLinks(text: string, prefix: string): string {
  return text
    .split('](')
    .map((part, index) => {
      if (index === 0) return part
      const end = part.indexOf(')')
      const target = part.slice(0, end)
      return target.startsWith(prefix) && /^[\w.:/%#~-]+$/.test(target) ? part.slice(end + 1) : `](${part}`
    })
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  ast: '*',
  bsol: '\\',
  colon: ':',
  commat: '@',
  dollar: '$',
  grave: '`',
  gt: '>',
  lowbar: '_',
  lsqb: '[',
  lt: '<',
  num: '#',
  period: '.',
  rsqb: ']',
  sol: '/',
  vert: '|',
  ZeroWidthSpace: '\u200b',
}

function decodeEntities(text: string): string {
  return text.replace(/&([A-Za-z]+|#\d+|#x[0-9a-f]+);/gi, (whole, name: string) => {
    if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })
}

function elementHazards(text: string): readonly string[] {
  const tags = [...text.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]{0,200})>?/gi)]
  const names = tags.map(([, , name = '']) => name.toLowerCase())
  const foreign = names.filter((name) => !allowedElements.has(name)).map((name) => `element ${name}`)
  const attributes = tags
    .filter(([, , , rest = '']) => rest.trim() !== '' && rest.trim() !== '/')
    .map(() => 'attribute')
  const unbalanced = [...new Set(names)].filter((name) => name !== 'br' && balance(tags, name) !== 0)
  return [...foreign, ...attributes, ...unbalanced.map((name) => `unbalanced ${name}`)]
}

function balance(tags: readonly RegExpMatchArray[], wanted: string): number {
  const own = tags.filter(([, , name = '']) => name.toLowerCase() === wanted)
  return own.reduce((sum, [, slash]) => sum + (slash === '/' ? -1 : 1), 0)
}
