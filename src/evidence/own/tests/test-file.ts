import type { DiffLine, FileDiff, Hunk } from '../../../types/diff.js'
import { withoutReturn } from '../anchor.js'
import { type CodeReader, codeReader } from './code-text.js'
import { isNamedTest, languageOf, mayHoldTests, type TestLanguage } from './test-language.js'

/** To which test case a line belongs. `unknown`: the hunk begins inside of something. */
export type Owner =
  | { readonly kind: 'case'; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'outside' }

/** A line of one side of a hunk. */
export interface TestLine {
  readonly line: DiffLine
  /** Without the CR of its terminator. */
  readonly text: string
  /** Comments and the insides of strings are blanks. */
  readonly code: string
  readonly owner: Owner
  /** The case that begins here. */
  readonly begins: string | undefined
}

/** Both sides of a hunk of a test file, and the cases that only one of them has. */
export interface TestHunk {
  readonly oldStart: number
  readonly old: readonly TestLine[]
  readonly new: readonly TestLine[]
  readonly removedCases: readonly BeginLine[]
  readonly addedCases: readonly BeginLine[]
  readonly removedNames: ReadonlySet<string>
  readonly addedNames: ReadonlySet<string>
  /** It writes a loop, which may do what several cases or assertions did. */
  readonly addsLoop: boolean
}

/** The line on which a case begins. */
export interface BeginLine extends TestLine {
  readonly begins: string
}

/** A changed file that holds tests, or may. */
export interface TestFile {
  readonly file: FileDiff
  readonly language: TestLanguage
  /** Its name alone says that it is a test. */
  readonly named: boolean
  readonly hunks: readonly TestHunk[]
  /** The change writes cases of which the code does not tell how many there are. */
  readonly addsTables: boolean
}

/** The changed file as tests; undefined where none are to be expected, or its language is not known. */
export function readTestFile(file: FileDiff): TestFile | undefined {
  const { path, oldPath = path } = file
  const language = languageOf(path)
  if (language === undefined || !isRegular(file)) return undefined
  if (!mayHoldTests(path) && !mayHoldTests(oldPath)) return undefined
  const hunks = file.hunks.map((hunk) => readHunk(hunk, language))
  const addsTables = hunks.some((hunk) => adds(hunk.new, language.tables))
  return { file, language, named: isNamedTest(path), hunks, addsTables }
}

/** Symbolic links and submodules hold no code. */
function isRegular({ oldMode, newMode }: FileDiff): boolean {
  return [oldMode, newMode].every((mode) => mode === '000000' || mode.startsWith('100'))
}

function readHunk(hunk: Hunk, language: TestLanguage): TestHunk {
  const old = readSide(hunk, language, 'added')
  const now = readSide(hunk, language, 'removed')
  const removedCases = casesOnlyIn(old, now)
  const addedCases = casesOnlyIn(now, old)
  const names = { removedNames: namesOf(removedCases), addedNames: namesOf(addedCases) }
  const { oldStart } = hunk
  return { oldStart, old, new: now, removedCases, addedCases, ...names, addsLoop: adds(now, language.loops) }
}

function namesOf(cases: readonly BeginLine[]): ReadonlySet<string> {
  return new Set(cases.map(({ begins }) => begins))
}

function adds(lines: readonly TestLine[], pattern: RegExp): boolean {
  return lines.some(({ line, code }) => line.kind === 'added' && pattern.test(code))
}

function readSide(hunk: Hunk, language: TestLanguage, leftOut: DiffLine['kind']): readonly TestLine[] {
  const reader = codeReader(language.syntax)
  let owner = ownerBefore(hunk, language)
  let marked = false
  const lines: TestLine[] = []
  for (const line of hunk.lines) {
    if (line.kind === leftOut) continue
    const { text, code } = readLine(line, reader)
    const isMarker = language.marker?.test(code) ?? false
    const begins = nameOfCase(language, { text, code, marked: marked || isMarker ? 'marked' : 'unmarked' })
    const isBorder = isMarker || language.functions.test(code) || (language.suites?.test(code) ?? false)
    if (begins !== undefined) owner = { kind: 'case', name: begins }
    else if (isBorder) owner = { kind: 'outside' }
    marked = isMarker ? begins === undefined : marked && !isBorder
    lines.push({ line, text, code, owner, begins })
  }
  return lines
}

function readLine(line: DiffLine, reader: CodeReader): Pick<TestLine, 'text' | 'code'> {
  const text = withoutReturn(line.text)
  return { text, code: reader.read(text) }
}

/** What git prints of the enclosing function names a case in some languages. */
function ownerBefore({ section, oldStart, newStart }: Hunk, language: TestLanguage): Owner {
  const code = codeReader(language.syntax).read(section)
  const name = nameOfCase(language, { text: section, code, marked: 'unmarked' })
  if (name !== undefined) return { kind: 'case', name }
  return { kind: oldStart <= 1 || newStart <= 1 ? 'outside' : 'unknown' }
}

function nameOfCase(
  language: TestLanguage,
  { text, code, marked }: { readonly text: string; readonly code: string; readonly marked: 'marked' | 'unmarked' },
): string | undefined {
  const patterns = marked === 'marked' ? [...language.cases, language.functions] : language.cases
  for (const pattern of patterns) {
    const place = pattern.exec(code)?.indices?.groups?.['name']
    if (place !== undefined && place[0] < place[1]) return text.slice(...place)
  }
  return undefined
}

/** Of several cases of one name, those that the change wrote or removed. */
function casesOnlyIn(lines: readonly TestLine[], others: readonly TestLine[]): readonly BeginLine[] {
  const counts = new Map<string, number>()
  for (const { begins } of others) if (begins !== undefined) counts.set(begins, (counts.get(begins) ?? 0) + 1)
  const only: BeginLine[] = []
  const unchangedFirst = [...lines.filter(isContext), ...lines.filter((line) => !isContext(line))]
  for (const one of unchangedFirst) {
    if (one.begins === undefined) continue
    const count = counts.get(one.begins) ?? 0
    if (count === 0) only.push({ ...one, begins: one.begins })
    else counts.set(one.begins, count - 1)
  }
  return only
}

function isContext({ line }: TestLine): boolean {
  return line.kind === 'context'
}
