import type { FileDiff } from '../types/diff.js'
import { compareText } from '../types/text-order.js'

/** A source file with its tests, or one of them alone. */
export type FileUnit = readonly FileDiff[]

/** Folders that say how a project is laid out and nothing of what a file is about: `src/a/x.ts` and `test/a/x.test.ts`. */
const layoutFolders: ReadonlySet<string> = new Set(['src', 'lib', 'source', 'main'])
const testFolders: ReadonlySet<string> = new Set(['test', 'tests', '__tests__', 'spec', 'specs'])

/** `test_x.py`, `x_test.go`, `x-spec.js`, `XTest.java`; the part before the first dot. */
const testNames = [/^test[_-](.+)$/, /^(.+)[_-](?:tests?|spec)$/, /^(.*[\p{Ll}\p{N}])(?:Tests?|Spec)$/u]
const testEnding = /\.(?:tests?|spec)\./

interface Place {
  readonly file: FileDiff
  /** Segments that are no layout, joined by NUL, so that a folder's own files sort before those of `folder-2`. */
  readonly folder: string
  readonly stem: string
  readonly isTest: boolean
}

/**
 * The files in folders of units, ordered so that what belongs together is adjacent. The order of the input does not
 * matter.
 */
export function groupByAffinity(files: readonly FileDiff[]): readonly (readonly FileUnit[])[] {
  const places = joinTests(files.map(toPlace)).sort(comparePlaces)
  const folders: FileDiff[][][] = []
  let last: Place | undefined
  for (const place of places) {
    const sameFolder = last?.folder === place.folder
    if (!sameFolder) folders.push([])
    if (sameFolder && last?.stem === place.stem) folders.at(-1)?.at(-1)?.push(place.file)
    else folders.at(-1)?.push([place.file])
    last = place
  }
  return folders
}

function toPlace(file: FileDiff): Place {
  const segments = file.path.split('/')
  const name = segments.pop() ?? ''
  const folder = segments.filter((segment) => !layoutFolders.has(segment) && !testFolders.has(segment)).join('\0')
  const dot = name.indexOf('.', 1)
  const base = dot < 0 ? name : name.slice(0, dot)
  const tested = testNames.map((pattern) => pattern.exec(base)?.[1]).find((stem) => stem !== undefined)
  const isTest = tested !== undefined || testEnding.test(name) || segments.some((segment) => testFolders.has(segment))
  return { file, folder, stem: (tested ?? base).toLowerCase(), isTest }
}

/** A test in a tree of its own joins the one source of its stem, where there is exactly one in the change. */
function joinTests(places: readonly Place[]): Place[] {
  const folders = new Map<string, string | undefined>()
  const sources = new Set<string>()
  for (const { folder, stem, isTest } of places) {
    if (isTest) continue
    sources.add(`${folder}\0\0${stem}`)
    folders.set(stem, folders.has(stem) && folders.get(stem) !== folder ? undefined : folder)
  }
  return places.map((place) => {
    if (!place.isTest || sources.has(`${place.folder}\0\0${place.stem}`)) return place
    const folder = folders.get(place.stem)
    return folder === undefined ? place : { ...place, folder }
  })
}

function comparePlaces(a: Place, b: Place): number {
  return (
    compareText(a.folder, b.folder) ||
    compareText(a.stem, b.stem) ||
    Number(a.isTest) - Number(b.isTest) ||
    compareText(a.file.path, b.file.path)
  )
}
