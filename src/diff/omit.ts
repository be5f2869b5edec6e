import { globMatcher } from '../policy/globs.js'
import type { PullRequest } from '../types/change.js'
import { type Diff, type FileDiff, type OmittedFile, withHunks } from '../types/diff.js'
import type { Exemption } from '../types/policy.js'

/** What decides that a changed file is not given to a reviewer. */
export interface OmitRules {
  /** Globs; empty means everything. */
  readonly paths: readonly string[]
  readonly pathsIgnore: readonly string[]
  /** Paths that the base branch's attributes call generated. */
  readonly generated: ReadonlySet<string>
  /** Path → why its lines are not text, from parseDiff. */
  readonly problems: ReadonlyMap<string, string>
  readonly maxHunkBytes?: number
  readonly exempt?: readonly Exemption[]
  /** Who opened the pull request, as the event says; undefined where no event does. */
  readonly opener?: PullRequest['author'] | undefined
}

/** A hunk that no request holds: some 150,000 tokens. The parser divides what is longer, so that this is one line. */
export const MAX_HUNK_BYTES = 450_000

const lockFiles: ReadonlySet<string> = new Set([
  'Cargo.lock',
  'Gemfile.lock',
  'Package.resolved',
  'Pipfile.lock',
  'Podfile.lock',
  'bun.lock',
  'bun.lockb',
  'composer.lock',
  'conan.lock',
  'deno.lock',
  'flake.lock',
  'go.sum',
  'go.work.sum',
  'gradle.lockfile',
  'mix.lock',
  'npm-shrinkwrap.json',
  'package-lock.json',
  'packages.lock.json',
  'pdm.lock',
  'pixi.lock',
  'pnpm-lock.yaml',
  'poetry.lock',
  'pubspec.lock',
  'uv.lock',
  'yarn.lock',
])

/** Pictures, fonts, sound and film. No SVG: it is code that browsers run. */
const mediaExtensions: ReadonlySet<string> = new Set([
  ...['apng', 'avif', 'bmp', 'gif', 'heic', 'heif', 'icns', 'ico', 'jpeg', 'jpg', 'jxl', 'png', 'psd', 'tif', 'tiff'],
  ...['webp', 'eot', 'otf', 'ttc', 'ttf', 'woff', 'woff2'],
  ...['aac', 'aif', 'aiff', 'flac', 'm4a', 'mid', 'midi', 'mp3', 'oga', 'ogg', 'opus', 'wav', 'wma'],
  ...['avi', 'flv', 'm4v', 'mkv', 'mov', 'mp4', 'mpeg', 'mpg', 'ogv', 'webm', 'wmv'],
])

/** Splits a change into what is reviewed and, with the reason, what is not. */
export function omitFiles(files: readonly FileDiff[], rules: OmitRules): Diff {
  const exclusionOf = pathExclusion(rules)
  const kept: FileDiff[] = []
  const omitted: OmittedFile[] = []
  for (const file of files) {
    const omission = excluded(file, exclusionOf) ?? unreviewed(file, rules)
    if (omission !== undefined) {
      omitted.push({ path: file.path, ...omission, lines: file.added + file.removed })
      continue
    }
    const { held, tooLarge } = divide(file, rules.maxHunkBytes ?? MAX_HUNK_BYTES)
    if (held !== undefined) kept.push(held)
    omitted.push(...tooLarge)
  }
  return { files: kept, omitted }
}

/** Every path that the files have or had, once: what readGenerated must be asked about. */
export function touchedPaths(files: readonly FileDiff[]): readonly string[] {
  return [...new Set(files.flatMap(pathsOf))]
}

function pathsOf(file: FileDiff): readonly string[] {
  return file.oldPath === undefined ? [file.path] : [file.path, file.oldPath]
}

type Omission = Pick<OmittedFile, 'kind' | 'reason'>
type PathExclusion = (path: string, file: FileDiff) => string | undefined

/** A rename is left out only when both its ends are: else moving a file away would hide that it is gone. */
function excluded(file: FileDiff, exclusionOf: PathExclusion): Omission | undefined {
  const reason = exclusionOf(file.path, file)
  const everywhere = reason !== undefined && pathsOf(file).every((path) => exclusionOf(path, file) !== undefined)
  return everywhere ? { kind: 'excluded', reason } : undefined
}

function unreviewed(file: FileDiff, rules: OmitRules): Omission | undefined {
  const problem = rules.problems.get(file.path)
  return problem === undefined ? undefined : { kind: 'unreviewed', reason: problem }
}

/** The file without the hunks that no request holds, unless that is all of it; those are named. */
function divide(
  file: FileDiff,
  maxBytes: number,
): { readonly held: FileDiff | undefined; readonly tooLarge: readonly OmittedFile[] } {
  const large = file.hunks.filter(({ bytes }) => bytes > maxBytes)
  if (large.length === 0) return { held: file, tooLarge: [] }
  const rest = file.hunks.filter(({ bytes }) => bytes <= maxBytes)
  return {
    held: rest.length === 0 ? undefined : withHunks(file, rest),
    tooLarge: large.map((hunk) => ({
      path: file.path,
      kind: 'unreviewed',
      reason: `too large: ${hunk.bytes} bytes from line ${hunk.newLines > 0 ? hunk.newStart : hunk.oldStart} on`,
      lines: hunk.added + hunk.removed,
    })),
  }
}

function pathExclusion(rules: OmitRules): PathExclusion {
  const wanted = rules.paths.map(globMatcher)
  const ignored = rules.pathsIgnore.map((glob) => ({ glob, matches: globMatcher(glob) }))
  const exempt = exemptGlobs(rules)
  return (path, file) => {
    const ignoredBy = ignored.find(({ matches }) => matches(path))
    if (ignoredBy !== undefined) return `paths-ignore: ${ignoredBy.glob}`
    if (wanted.length > 0 && !wanted.some((matches) => matches(path))) return 'not matched by paths'
    const exemptBy = exempt.find(({ matches }) => matches(path))
    if (exemptBy !== undefined) return `exempt: ${exemptBy.author}`
    return isRegular(file) ? builtInExclusion(path, rules.generated) : undefined
  }
}

/** Only what the event says of the opener counts: everything in a commit can be forged by whoever wrote it. */
function exemptGlobs({ exempt = [], opener }: OmitRules) {
  if (opener === undefined) return []
  return exempt
    .filter((exemption) => isOpenedBy(exemption, opener))
    .flatMap(({ author, paths }) => {
      const name = author.kind === 'id' ? String(author.id) : author.login
      return paths.map((glob) => ({ author: name, matches: globMatcher(glob) }))
    })
}

function isOpenedBy({ author }: Exemption, opener: PullRequest['author']): boolean {
  // A deleted account has no id, and its name stands for nobody.
  if (opener.id <= 0) return false
  // GitHub's logins do not tell cases apart.
  return author.kind === 'id' ? author.id === opener.id : author.login.toLowerCase() === opener.login.toLowerCase()
}

function builtInExclusion(path: string, generated: ReadonlySet<string>): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (lockFiles.has(name)) return 'lock file'
  if (generated.has(path)) return 'generated file'
  const dot = name.lastIndexOf('.')
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
  return mediaExtensions.has(extension) ? `media: .${extension}` : undefined
}

/** A symlink or a submodule is neither a lock file nor a picture, whatever its name says. */
function isRegular(file: FileDiff): boolean {
  return [file.oldMode, file.newMode].every((mode) => mode === '000000' || mode.startsWith('100'))
}
