import picomatch from 'picomatch'
import { ConfigurationError } from '../errors.js'
import { shown } from './shown.js'

const maximumGlobs = 500
const maximumLength = 300
/**
 * Paths are hostile, and a glob becomes a regular expression that backtracks. Matching time grows with the path's
 * length to the power of the stars that can share a stretch of it: with these limits a path of 255 characters takes
 * some milliseconds, with one star more in a segment a second (measured with picomatch 4).
 */
const maximumStarsInSegment = 3
const maximumGlobstars = 3
const maximumStars = 10

/** Splits at line ends and at commas, but not at the commas of `{a,b}`. */
export function splitGlobs(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .flatMap(splitAtOuterCommas)
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '')
}

/** The globs themselves, each of them proven to be one that can be matched in bounded time. */
export function checkGlobs(globs: readonly string[], label: string): readonly string[] {
  if (globs.length > maximumGlobs) {
    throw new ConfigurationError(`${label}: ${globs.length} globs are too many; accepted: up to ${maximumGlobs}`)
  }
  for (const glob of globs) {
    const objection = objectionTo(glob)
    if (objection !== undefined) throw new ConfigurationError(`${label}: the glob ${shown(glob)} ${objection}`)
  }
  return globs
}

/** Whether a path or a branch's name matches. A glob that `checkGlobs` let through takes bounded time. */
export function globMatcher(glob: string): (name: string) => boolean {
  return picomatch(glob, { dot: true, nonegate: true, windows: false })
}

function splitAtOuterCommas(line: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]
    if (character === '{') depth += 1
    if (character === '}') depth = Math.max(0, depth - 1)
    if (character === ',' && depth === 0) {
      parts.push(line.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, line.slice(start)]
}

/** One row per thing that a glob must not be; the first that holds is said. */
const objections: readonly { readonly holds: (glob: string) => boolean; readonly message: string }[] = [
  { holds: (glob) => glob.length > maximumLength, message: `is longer than ${maximumLength} characters` },
  { holds: (glob) => glob === '', message: 'is empty' },
  { holds: (glob) => /\p{Cc}/u.test(glob), message: 'holds control characters' },
  {
    holds: (glob) => glob.startsWith('!'),
    message: 'is negative, which is not accepted; name what is meant in paths or paths-ignore',
  },
  {
    holds: (glob) => /^\.{0,2}\//.test(glob),
    message: 'must be relative to the root of the repository, without a leading /, ./ or ../',
  },
  { holds: (glob) => glob.endsWith('/'), message: 'names a directory; write dir/** for all that is in it' },
  { holds: (glob) => /\\[A-Za-z0-9]/.test(glob), message: 'uses \\ as a separator; write /' },
  {
    holds: (glob) => /[()]/.test(withoutEscapes(glob)),
    message: 'has a group, which is not accepted; write \\( and \\) for parentheses in a name, {a,b} for alternatives',
  },
  {
    holds: (glob) => /[\]}]\+/.test(withoutEscapes(glob)),
    message: 'repeats a part with +, which is not accepted; write \\+ for a plus in a name',
  },
  { holds: hasTooManyStars, message: tooManyStarsMessage() },
  { holds: (glob) => !isMatchable(glob), message: 'cannot be read; check its braces and brackets' },
]

function objectionTo(glob: string): string | undefined {
  return objections.find(({ holds }) => holds(glob))?.message
}

function withoutEscapes(glob: string): string {
  return glob.replaceAll(/\\./g, '')
}

function tooManyStarsMessage(): string {
  return `has too many stars; accepted: up to ${maximumStarsInSegment} in one path segment, ${maximumGlobstars} times **, ${maximumStars} in all`
}

function hasTooManyStars(glob: string): boolean {
  const groups = withoutEscapes(glob)
    .split('/')
    .map((segment) => segment.match(/\*+/g) ?? [])
  const all = groups.flat()
  return (
    all.length > maximumStars ||
    all.filter((stars) => stars.length > 1).length > maximumGlobstars ||
    groups.some((segment) => segment.length > maximumStarsInSegment)
  )
}

/** picomatch answers an unclosed brace with an expression that never matches, and a bracket with a throw. */
function isMatchable(glob: string): boolean {
  try {
    return picomatch.makeRe(glob, { dot: true, strictBrackets: true }).source !== '$^'
  } catch {
    return false
  }
}
