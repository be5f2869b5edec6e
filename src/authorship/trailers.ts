/** One trailer of a commit message. */
export interface Trailer {
  /** In lower case. */
  readonly key: string
  readonly value: string
}

/** Who a trailer or a commit names. */
export interface Identity {
  readonly name: string
  /** In lower case. */
  readonly address: string
}

/** git asks for a quarter as well before it takes a block with other lines in it for trailers. */
const LEAST_SHARE = 0.25

/**
 * The trailers of a commit message: those of its last paragraph, and of the paragraphs before it as long as these hold
 * nothing else. The first paragraph is the subject. Anything quoted further up is prose.
 */
export function readTrailers(message: string): readonly Trailer[] {
  const paragraphs = paragraphsOf(message)
  const found: (readonly Trailer[])[] = []
  for (const [index, lines] of paragraphs.entries()) {
    const trailers = lines.flatMap((line) => toTrailer(line) ?? [])
    const countable = lines.filter((line) => !/^\s/.test(line)).length
    const least = index === 0 ? countable * LEAST_SHARE : countable
    if (trailers.length === 0 || trailers.length < least) break
    found.unshift(trailers)
  }
  return found.flat()
}

/** From the last to the second one. */
function paragraphsOf(message: string): readonly (readonly string[])[] {
  const lines = message.trimEnd().split(/\r\n|\n|\r/)
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    if (/^[\s-]*$/.test(line)) paragraphs.push([])
    else paragraphs.at(-1)?.push(line)
  }
  const filled = paragraphs.filter((paragraph) => paragraph.length > 0)
  return filled.slice(1).toReversed()
}

function toTrailer(line: string): Trailer | undefined {
  const match = /^([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]+(\S.*)$/.exec(line)
  return match === null ? undefined : { key: (match[1] ?? '').toLowerCase(), value: (match[2] ?? '').trim() }
}

/** `Name <address>`, whole; undefined for anything else. */
export function toIdentity(value: string): Identity | undefined {
  const match = /^([^<>]{0,200})<([^<>\s]{3,254})>$/.exec(value)
  return match === null ? undefined : { name: (match[1] ?? '').trim(), address: (match[2] ?? '').toLowerCase() }
}

/** The login behind GitHub's private address, without the number; undefined for any other address. */
export function loginOf(address: string): string | undefined {
  const match = /^(?:\d{1,20}\+)?([a-z0-9[\]-]{1,80})@users\.noreply\.github\.com$/.exec(address)
  return match?.[1]
}
