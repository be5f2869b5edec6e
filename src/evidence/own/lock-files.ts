import { posix } from 'node:path'
import type { FileDiff } from '../../types/diff.js'
import { firstChangedLine } from './anchor.js'
import type { Sighting } from './sighting.js'

/** Files by which a lock file may rightly change. `*` stands for any beginning of a name. */
const manifests: ReadonlyMap<string, readonly [string, ...string[]]> = new Map([
  ['package-lock.json', ['package.json']],
  ['npm-shrinkwrap.json', ['package.json']],
  ['yarn.lock', ['package.json', '.yarnrc.yml', '.yarnrc']],
  ['pnpm-lock.yaml', ['package.json', 'pnpm-workspace.yaml', '.pnpmfile.cjs']],
  ['Cargo.lock', ['Cargo.toml']],
  ['go.sum', ['go.mod', 'go.work']],
  ['poetry.lock', ['pyproject.toml']],
  ['uv.lock', ['pyproject.toml', 'uv.toml']],
  ['Pipfile.lock', ['Pipfile']],
  ['Gemfile.lock', ['Gemfile', '*.gemspec']],
  ['composer.lock', ['composer.json']],
])

/** Lock files whose lines change though no manifest does that they could follow. */
export function lockFiles(files: readonly FileDiff[]): readonly Sighting[] {
  const changed = files.filter((file) => isRewritten(file) && manifests.has(posix.basename(file.path)))
  if (changed.length === 0) return []
  const known = manifestPlaces(files)
  return changed.flatMap((file) => {
    const names = manifests.get(posix.basename(file.path)) ?? []
    if (names.some((name) => known.isNear(name, posix.dirname(file.path)))) return []
    const what = `This lock file changes, but no ${names[0]} in its directory, above it or below it does.`
    return [{ rule: 'config-ci', anchor: firstChangedLine(file), title, what, advice } as const]
  })
}

const title = 'A lock file changes without its manifest'
const advice = 'Reviewers are not shown lock files; make sure that the versions and places that it now names are meant.'

/** A new lock file follows a manifest that was there; one that goes decides nothing. */
function isRewritten({ status, added, removed }: FileDiff): boolean {
  return (status === 'modified' || status === 'renamed') && added + removed > 0
}

interface ManifestPlaces {
  /** Whether a manifest of this name changes in the directory, above it or below it. */
  isNear(name: string, directory: string): boolean
}

function manifestPlaces(files: readonly FileDiff[]): ManifestPlaces {
  const wanted = new Set([...manifests.values()].flat())
  const at = new Set<string>()
  const above = new Set<string>()
  for (const path of files.flatMap(({ path: now, oldPath }) => (oldPath === undefined ? [now] : [now, oldPath]))) {
    const base = posix.basename(path)
    const name = wanted.has(base) ? base : `*${posix.extname(base)}`
    if (!wanted.has(name)) continue
    const directory = posix.dirname(path)
    at.add(placeOf(name, directory))
    for (const one of withParents(directory)) above.add(placeOf(name, one))
  }
  return {
    isNear: (name, directory) =>
      above.has(placeOf(name, directory)) || withParents(directory).some((one) => at.has(placeOf(name, one))),
  }
}

function placeOf(name: string, directory: string): string {
  return `${directory}\0${name}`
}

/** A path has at most some thousand characters, but as many parts: more than these are no project. */
const maximumDepth = 50

/** The directory itself first, the root of the repository, `.`, last. */
function withParents(directory: string): readonly string[] {
  if (directory === '.') return ['.']
  const parts = directory.split('/').slice(0, maximumDepth)
  return [...parts.map((_, index) => parts.slice(0, parts.length - index).join('/')), '.']
}
