/** Controls, line and paragraph separators, lone surrogates, and everything that Unicode tells renderers to hide. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]/gu
const plain = /^[\t\x20-\x7e]*$/

/** V8 aborts the process where one call has to replace more than some forty million matches. Characters. */
const SLICE = 1 << 20

/**
 * Text of one line with every character that a reader cannot see, or that reorders what he sees, as `⟨U+202E⟩`, and a
 * CR at the end as `⟨CR⟩`. Tabs stay.
 */
export function showInvisible(text: string): string {
  if (plain.test(text)) return text
  const body = text.endsWith('\r') ? text.slice(0, -1) : text
  const shown = toSlices(body).map(escapeSlice).join('')
  return body === text ? shown : `${shown}⟨CR⟩`
}

/** A path the same way; tabs, too, are escaped, so that it stays one visible word. */
export function showPath(path: string): string {
  return showInvisible(path).replaceAll('\t', escapeOf('\t')).replace(/⟨CR⟩$/, escapeOf('\r'))
}

/** A pair of surrogates is never cut: each half alone would look like a broken character. */
function toSlices(text: string): readonly string[] {
  const slices: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + SLICE
    const cutsPair = (text.codePointAt(end - 1) ?? 0) > 0xffff
    slices.push(text.slice(start, cutsPair ? end + 1 : end))
    start += slices.at(-1)?.length ?? SLICE
  }
  return slices
}

function escapeSlice(slice: string): string {
  return slice.replace(invisible, (character) => (character === '\t' ? character : escapeOf(character)))
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
