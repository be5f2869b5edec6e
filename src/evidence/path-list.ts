import { groupBy } from '../types/group-by.js'
/** Known paths, by the names that a reviewer may use. */
export interface PathList {
  /** Name → path. */
  readonly names: ReadonlyMap<string, string>
  /** The paths whose last segment is this. */
  readonly byLastSegment: () => ReadonlyMap<string, readonly string[]>
  readonly byLowerCase: () => ReadonlyMap<string, readonly string[]>
}

/** More paths with one last segment are not compared: the path must be told by more than its end. */
const MAX_COMPARED = 5_000
/** An absolute path that ends with a path of this many segments does so by more than chance. */
const MIN_SEGMENTS = 2

/** Both indexes are made when first asked for: nearly every path is whole. */
export function toPathList(names: ReadonlyMap<string, string>): PathList {
  const paths = [...new Set(names.values())]
  const byLastSegment = groupOnce(paths, lastSegment)
  const byLowerCase = groupOnce(paths, (path) => path.toLowerCase())
  return { names, byLastSegment, byLowerCase }
}

function groupOnce(
  paths: readonly string[],
  key: (path: string) => string,
): () => ReadonlyMap<string, readonly string[]> {
  let made: ReadonlyMap<string, readonly string[]> | undefined
  return () => {
    made ??= groupBy(paths, key)
    return made
  }
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The known paths that end with the written one, or that an absolute one ends with. */
export function pathsEndingWith(list: PathList, written: string): readonly string[] {
  const alike = list.byLastSegment().get(lastSegment(written)) ?? []
  // Two of them are enough to say that it cannot be told.
  if (alike.length > MAX_COMPARED) return alike.slice(0, 2)
  const isAbsolute = written.startsWith('/')
  return alike.filter((path) =>
    isAbsolute ? path.split('/').length >= MIN_SEGMENTS && written.endsWith(`/${path}`) : path.endsWith(`/${written}`),
  )
}

/** The known paths that differ from the written one in nothing but case. */
export function pathsOfAnyCase(list: PathList, written: string): readonly string[] {
  return list.byLowerCase().get(written.toLowerCase()) ?? []
}
