import type { Files } from '../host/host.js'
import type { History } from '../types/history.js'
import type { Result } from '../types/result.js'

export interface StandingContext {
  readonly history: History
  /** The old side is the merge base. */
  readonly files: Files
  /** New path → path at the merge base. */
  readonly renames: ReadonlyMap<string, string>
}

/**
 * Whoever may upload to code scanning can name any result as known at the base. A result therefore only counts as
 * unchanged when its code really stood there; else it is new, under the name that it had. A file given as `baseline` is
 * the word of whoever runs this, and is taken as it is.
 */
export async function requireStanding(
  results: readonly Result[],
  { history, files, renames }: StandingContext,
): Promise<readonly Result[]> {
  const fromAlerts = history.base?.some(({ alert }) => alert !== null) ?? false
  if (!fromAlerts) return results
  const known = new Map<string, Promise<ReadonlySet<string>>>()
  const linesOf = (path: string): Promise<ReadonlySet<string>> => {
    const lines = known.get(path) ?? readLines(files, renames.get(path) ?? path)
    known.set(path, lines)
    return lines
  }
  const checked: Result[] = []
  for (const result of results) {
    const claims = result.baselineState === 'unchanged'
    checked.push(
      !claims || stands(result.quote, await linesOf(result.path)) ? result : { ...result, baselineState: 'new' },
    )
  }
  return checked
}

async function readLines(files: Files, path: string): Promise<ReadonlySet<string>> {
  const text = (await files.text('old', path)) ?? ''
  return new Set(text.split('\n').map(withoutWhitespace))
}

function stands(quote: string, lines: ReadonlySet<string>): boolean {
  const quoted = quote
    .split('\n')
    .map(withoutWhitespace)
    .filter((line) => line !== '')
  return quoted.length > 0 && quoted.every((line) => lines.has(line))
}

function withoutWhitespace(line: string): string {
  return line.replace(/\s+/g, '')
}
