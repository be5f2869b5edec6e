import { posix } from 'node:path'
import type { FileDiff } from '../../../types/diff.js'
import { codeReader } from './code-text.js'
import { readTestFile, type TestFile, type TestHunk } from './test-file.js'
import { isNamedTest, languageOf } from './test-language.js'

/** The tests of a change, and what became of the cases that it removes. */
export interface TestChange {
  readonly files: readonly TestFile[]
  fateOf(hunk: TestHunk, name: string): CaseFate
  /** Whether a case of this name is removed somewhere, so that an added one of the name was moved. */
  isMoved(name: string): boolean
  /** Whether the change also takes away what this test file tests, or puts another test file in its place. */
  wentWithSubject(path: string): boolean
}

/** What became of a case that one side of a hunk lacks. */
export type CaseFate =
  | { readonly kind: 'gone' }
  /** The name is written elsewhere. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'renamed'; readonly to: string }
  /** One of several that get other names in one place: which is which is a guess. */
  | { readonly kind: 'rewritten' }

/** Reads the test files of a change. */
export function readTestChange(files: readonly FileDiff[]): TestChange {
  const testFiles = files.flatMap((file) => readTestFile(file) ?? [])
  const hunks = testFiles.flatMap((file) => file.hunks)
  const removed = new Set(hunks.flatMap(({ removedNames }) => [...removedNames]))
  const written = writtenAgain(files, removed)
  const renames = new Map(hunks.map((hunk) => [hunk, pairRenames(hunk, { removed, written })]))
  const subjects = subjectsOf(files)
  return {
    files: testFiles,
    fateOf: (hunk, name) => {
      if (written.has(name)) return { kind: 'moved' }
      const renamed = renames.get(hunk)
      const to = renamed?.get(name)
      if (to === undefined) return { kind: 'gone' }
      return renamed?.size === 1 ? { kind: 'renamed', to } : { kind: 'rewritten' }
    },
    isMoved: (name) => removed.has(name),
    wentWithSubject: (path) => subjects.has(subjectOf(path)),
  }
}

/** Kotlin writes names with spaces between backticks. */
const word = /`[^`]+`|[\p{L}\p{N}_$]+/gu

/** Those of the names that stand on an added line of code, as a name or as a whole string. */
function writtenAgain(files: readonly FileDiff[], names: ReadonlySet<string>): ReadonlySet<string> {
  const written = new Set<string>()
  if (names.size === 0) return written
  for (const file of files) {
    const language = languageOf(file.path)
    if (language === undefined) continue
    for (const hunk of file.hunks) {
      const reader = codeReader(language.syntax)
      for (const line of hunk.lines) {
        if (line.kind === 'removed') continue
        const code = reader.read(line.text)
        if (line.kind !== 'added') continue
        for (const name of namesIn(line.text, code)) if (names.has(name)) written.add(name)
      }
    }
  }
  return written
}

function namesIn(text: string, code: string): readonly string[] {
  const strings = [...code.matchAll(/(['"`]) *\1/g)].map(({ 0: { length }, index }) =>
    text.slice(index + 1, index + length - 1),
  )
  return [...(code.match(word) ?? []), ...strings]
}

/** Old name → new name: a case that is written where another one is removed may be the same case. */
function pairRenames(
  { removedNames, addedNames }: TestHunk,
  known: { readonly removed: ReadonlySet<string>; readonly written: ReadonlySet<string> },
): ReadonlyMap<string, string> {
  const fresh = [...addedNames].filter((name) => !known.removed.has(name))
  const left = new Set([...removedNames].filter((name) => !known.written.has(name)))
  const pairs = new Map<string, string>()
  for (const [index, to] of fresh.entries()) {
    const from = likestOf(firstOf(left, index < maximumCompared ? maximumCompared : 1), to)
    if (from === undefined) break
    left.delete(from)
    pairs.set(from, to)
  }
  return pairs
}

/** Of one hunk; with more, the first ones are taken for the pairs. */
const maximumCompared = 50

/** The one with most words in common; of several, the first. */
function likestOf(names: readonly string[], name: string): string | undefined {
  const words = new Set(wordsOf(name))
  const shared = names.map((other) => wordsOf(other).filter((one) => words.has(one)).length)
  return names[shared.indexOf(Math.max(...shared))]
}

function wordsOf(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Without a look at the others, of which there may be many. */
function firstOf(names: ReadonlySet<string>, count: number): readonly string[] {
  const first: string[] = []
  for (const name of names) {
    if (first.length >= count) break
    first.push(name)
  }
  return first
}

/** Names that tell nothing of what is inside. */
const generic = new Set(['', '__init__', 'app', 'index', 'lib', 'main', 'mod', 'test', 'tests'])

/** What is tested by files that stand beside a deleted source or an added test of the same name. */
function subjectsOf(files: readonly FileDiff[]): ReadonlySet<string> {
  const subjects = files
    .filter(({ path, status }) => {
      const isTest = isNamedTest(path)
      return status === (isTest ? 'added' : 'deleted') && languageOf(path) !== undefined
    })
    .map(({ path }) => subjectOf(path))
  return new Set(subjects.filter((subject) => !generic.has(subject)))
}

/** `total` for total.test.ts, test_total.py and TotalTest.java. */
function subjectOf(path: string): string {
  const plain = nameOf(path).replace(/^test_|[._-](?:test|spec|cy|e2e)$|(?:Tests?|IT|Spec)$/g, '')
  return plain.toLowerCase()
}

function nameOf(path: string): string {
  const name = posix.basename(path)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? name : name.slice(0, dot)
}
