import type { Sha } from '../types/change.js'

const LOCAL = 'refs/heads/'
const ORIGIN = 'refs/remotes/origin/'

/** What it takes to tell a branch from a tag. */
export interface Refs {
  resolveRef(ref: string): Promise<Sha | undefined>
}

/** The branch that git understands by a ref that resolves; undefined for a tag, a commit, HEAD or what lies beside one. */
export async function branchNamed(ref: string, refs: Refs): Promise<string | undefined> {
  if (ref.startsWith('refs/')) return localBranch(ref) ?? branchOfOrigin(ref)
  // `main~1` and `main@{1}` are commits, not branches.
  if (ref === 'HEAD' || /[~^]|@\{/.test(ref)) return undefined
  const exists = async (name: string) => (await refs.resolveRef(name)) !== undefined
  // In git's order: a tag wins over a branch of the same name.
  if (await exists(`refs/tags/${ref}`)) return undefined
  if (await exists(`${LOCAL}${ref}`)) return ref
  if (await exists(`refs/remotes/${ref}`)) return branchOfOrigin(`refs/remotes/${ref}`)
  return (await exists(`${ORIGIN}${ref}`)) ? ref : undefined
}

/** `main` of `refs/heads/main`. */
export function localBranch(ref: string): string | undefined {
  return nameBelow(LOCAL, ref)
}

/** `main` of `refs/remotes/origin/main`; origin's HEAD has no name of its own. */
export function branchOfOrigin(ref: string): string | undefined {
  const name = nameBelow(ORIGIN, ref)
  return name === 'HEAD' ? undefined : name
}

function nameBelow(prefix: string, ref: string): string | undefined {
  if (!ref.startsWith(prefix) || /[~^]|@\{/.test(ref)) return undefined
  return ref.slice(prefix.length)
}
