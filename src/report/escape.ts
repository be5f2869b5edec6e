// Foreign text (models, pull requests, CLIs) becomes inert here. Every pattern is a single character class or bounded,
// so the work is linear in the text.

/** A whole terminal control sequence; its parameters cannot contain the ESC that starts the next one. */
const CONTROL_SEQUENCE = /\u001b\[[0-?]*[ -/]*[@-~]/g
const LINE_TERMINATOR = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
/** C0 without tab and newline, DEL, C1. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
/** What a reader cannot see: soft hyphen, fillers, zero width, bidi controls, variation selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu
const LONE_SURROGATE = /\p{Cs}/gu
/** Each of the above needs one of these. Most texts hold none, and one look costs less than all of the steps. */
const UNPRINTABLE = /[^\t\n\x20-\x7e]/
const UNPRINTABLE_OR_BREAK = /[^\x20-\x7e]/

/** Inside a code span that is kept: nothing that could start a link, a mention, a reference, HTML or a table cell. */
const CODE_SPAN = /(?<!`)`((?:[A-Za-z0-9_.,;=+*/%?(){}'"&> -]|<(?=[ =])){1,100})`(?!`)/g

/** Named entities, because a number sign followed by digits is itself an issue reference. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '[': '&lsqb;',
  ']': '&rsqb;',
  '`': '&grave;',
  '*': '&ast;',
  '|': '&vert;',
  '\\': '&bsol;',
  $: '&dollar;',
}

/** GitHub looks for mentions and references after entities are decoded, so only a real character in between helps. */
const BREAK = '&ZeroWidthSpace;'

/** Plain text: no control, bidi, zero-width or tag characters, every line terminator a newline, at most `max` characters. */
export function plainText(text: string, max: number): string {
  // Where all that can be kept is printable, nothing behind it can change it.
  const head = text.slice(0, max + 1)
  if (!UNPRINTABLE.test(head)) return text.length <= max ? text : `${head.slice(0, max)} … (cut)`
  const clean = stripControls(text.slice(0, max * 2 + 1000).replace(LINE_TERMINATOR, '\n'))
  if (clean.length <= max && text.length <= max * 2 + 1000) return clean
  return `${withoutHalfPair(clean.slice(0, max))} … (cut)`
}

/** Removes control sequences, control, invisible and broken characters; keeps tab and newline. */
export function stripControls(text: string): string {
  if (!UNPRINTABLE.test(text)) return text
  // Halves go first: two of them would become one invisible character when what stands between is removed.
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(CONTROL_SEQUENCE, '')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
}

/** Plain text on one line, for terminals, outputs and SARIF. */
export function singleLine(text: string, max: number): string {
  if (text.length <= max && !UNPRINTABLE_OR_BREAK.test(text) && !text.includes('  ')) return text.trim()
  return plainText(text, max).replace(/\s+/g, ' ').trim()
}

/** One line of inert Markdown: no HTML, link, image, mention, reference, math or block start; short code spans stay code. */
export function inlineText(text: string, max: number): string {
  const line = singleLine(text, max)
  const parts: string[] = []
  let from = 0
  for (const match of line.matchAll(CODE_SPAN)) {
    const [whole, code = ''] = match
    if (code.trim() === '' || /www\./i.test(code)) continue
    parts.push(inertMarkdown(line.slice(from, match.index)), whole)
    from = match.index + whole.length
  }
  parts.push(inertMarkdown(line.slice(from)))
  return inertLineStart(parts.join(''))
}

/** Text inside an HTML element such as `<summary>`, where Markdown is not read. */
export function htmlText(text: string, max: number): string {
  return inertCharacters(singleLine(text, max))
}

/** Several lines of inert Markdown: a paragraph for each line, lists kept. Foreign prose goes through here. */
export function proseText(text: string, max: number): string {
  const lines = plainText(text, max)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.map((line, index) => `${separator(lines, index)}${proseLine(line)}`).join('')
}

/** Inline code: backticks where the text is plain, otherwise escaped text in `<code>`, which also holds in a table. */
export function codeSpan(text: string, max = 300): string {
  const line = singleLine(text, max)
  if (line === '') return '(empty)'
  if (/^(?:[A-Za-z0-9_./ -]|:(?=\d))+$/.test(line) && !/www\./i.test(line)) return `\`${line}\``
  return `<code>${inertMarkdown(line)}</code>`
}

/** A fenced block without a language, its fence longer than any run of backticks inside. */
export function codeBlock(text: string, max = 4_000): string {
  const body = plainText(text, max)
  let longest = 0
  for (const [run] of body.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const fence = '`'.repeat(Math.max(3, longest + 1))
  return `${fence}\n${body}\n${fence}`
}

/**
 * Code that a result quotes. Text that brings fences or structure of its own is shown as escaped lines, so that not even
 * a reader of the raw Markdown can take it for ours.
 */
export function quoteBlock(quote: string, max = 4_000): string {
  // Looked at as it will be printed: what is stripped may have stood inside a fence or a tag.
  const body = plainText(quote, max)
  if (!/`{3}|~{3}|<!--|<\/?(?:details|summary|table|thead|tbody|tr|td|th|img|a|iframe|script)\b/i.test(body)) {
    return codeBlock(quote, max)
  }
  const lines = body.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => `<code>${inertMarkdown(line.trim())}</code>`).join('\n\n')
}

function separator(lines: readonly string[], index: number): string {
  if (index === 0) return ''
  return isListItem(lines[index]) && isListItem(lines[index - 1]) ? '\n' : '\n\n'
}

function isListItem(line: string | undefined): boolean {
  return line !== undefined && /^[-*] /.test(line)
}

function proseLine(line: string): string {
  return isListItem(line) ? `- ${inlineText(line.slice(2), line.length)}` : inlineText(line, line.length)
}

function inertMarkdown(text: string): string {
  // Emphasis and strikethrough only need care where Markdown is read.
  return inertCharacters(text)
    .replace(/~/g, '\\~')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '&lowbar;')
}

function inertCharacters(text: string): string {
  return (
    text
      .replace(/[&<>[\]`*|\\$]/g, (character) => ENTITIES[character] ?? character)
      .replace(/@/g, `&commat;${BREAK}`)
      .replace(/#/g, `&num;${BREAK}`)
      .replace(/(?<![A-Za-z0-9])(GH)-(?=\d)/gi, `$1-${BREAK}`)
      .replace(/:(?=[^\s\d])/g, `&colon;${BREAK}`)
      // After an underscore, too, which GitHub takes for the end of emphasis.
      .replace(/(www)\./gi, `$1&period;${BREAK}`)
  )
}

/** A marker at the start of a line would open a list, a rule or a heading. */
function inertLineStart(text: string): string {
  return text.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

function withoutHalfPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '')
}
