import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { showPath } from '../../diff/invisible.js'

/**
 * The files of a snapshot, listed once. Whatever the model names is looked up in this list and never handed to the file
 * system, so that no spelling of a path can lead outside, and case counts on every system.
 */
export interface SnapshotIndex {
  /** Sorted, relative, with forward slashes. */
  readonly paths: readonly string[]
  /** The file of that name, as listed or as shown to the model. */
  file(path: string): string | undefined
  /** The directory of that name with a slash at its end, '' for the root. */
  folder(path: string): string | undefined
  read(path: string): Promise<Buffer>
}

/** Indexes by directory. The last one is kept, because each of the many conversations about a change asks for it. */
export function makeSnapshotIndexes(): (directory: string) => Promise<SnapshotIndex> {
  let last: { readonly directory: string; readonly index: Promise<SnapshotIndex> } | undefined
  return (directory) => {
    if (last?.directory !== directory) last = { directory, index: indexSnapshot(directory) }
    return last.index
  }
}

/** Lists regular files; a link, of which a snapshot has none, is no file. */
export async function indexSnapshot(directory: string): Promise<SnapshotIndex> {
  const paths: string[] = []
  for await (const path of walk(directory, '')) paths.push(path)
  paths.sort()
  const files = byShownName(paths)
  const folders = byShownName([...new Set(paths.flatMap(foldersOf))])
  return {
    paths,
    file: (path) => files.get(path.replace(/^\.\//, '')),
    folder: (path) => {
      const name = path.replace(/^\.\//, '').replace(/\/$/, '')
      return name === '' && path !== '/' ? '' : name === '.' ? '' : folders.get(`${name}/`)
    },
    read: (path) => readRegular(join(directory, path)),
  }
}

async function* walk(root: string, below: string): AsyncGenerator<string> {
  for (const entry of await readdir(join(root, below), { withFileTypes: true })) {
    const path = `${below}${entry.name}`
    if (entry.isDirectory()) yield* walk(root, `${path}/`)
    else if (entry.isFile()) yield path
  }
}

/** The real name counts before what another one looks like. */
function byShownName(names: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    ...names.map((name) => [showPath(name), name] as const),
    ...names.map((name) => [name, name] as const),
  ])
}

function foldersOf(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at + 1))
  return folders
}

/** Not a link that somebody put there meanwhile, and nothing that blocks when it is opened. Windows knows no such flags. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

async function readRegular(path: string): Promise<Buffer> {
  const file = await open(path, FLAGS)
  try {
    if (!(await file.stat()).isFile()) throw new Error('The snapshot was changed: what was a file is none any more')
    return await file.readFile()
  } finally {
    await file.close()
  }
}
