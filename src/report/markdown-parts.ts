import { count } from './wording.js'

/** What of a list fits into its share of the page, and how many did not. */
export interface Fitted {
  readonly kept: readonly string[]
  readonly left: number
}

/** The first of the items that fit into so many bytes. */
export function takeWithin(items: readonly string[], bytes: number): Fitted {
  let used = 0
  const over = items.findIndex((item) => {
    used += Buffer.byteLength(item) + 2
    return used > bytes
  })
  const kept = over === -1 ? items : items.slice(0, over)
  return { kept, left: items.length - kept.length }
}

/** A table, and under it how many rows were left out. */
export function table(header: readonly string[], fitted: Fitted, noun: string): string {
  const head = `| ${header.join(' | ')} |\n|${header.map(() => '---|').join('')}`
  return [[head, ...fitted.kept].join('\n'), leftNote(fitted, noun)].filter((part) => part !== '').join('\n\n')
}

/** The items one after the other, and how many were left out. */
export function rows(fitted: Fitted, noun: string, separator = '\n'): string {
  return paragraphs([fitted.kept.join(separator), leftNote(fitted, noun)])
}

/** A folded part of the page; `summary` is HTML already. */
export function folded(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** The parts that are not empty, with a blank line between them. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

function leftNote(fitted: Fitted, noun: string): string {
  return fitted.left === 0
    ? ''
    : `${count(fitted.left, noun)} left out here for length; the report file has everything.`
}
