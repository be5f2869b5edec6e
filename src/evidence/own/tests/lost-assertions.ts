import type { Sighting } from '../sighting.js'
import { anchorOfLine, countStatements, takeStatement } from './changed-line.js'
import { quotedName } from './removed-tests.js'
import type { TestChange } from './test-change.js'
import type { Owner, TestFile, TestHunk, TestLine } from './test-file.js'
import type { TestLanguage } from './test-language.js'

const advice = 'Make sure that it still fails when the code is wrong.'

/** Calls by which assertions are gathered in a function of the tests' own. */
const ownAssertion =
  /^\s*(?:await\s+|return\s+)?(?:\w+\.)*(?:assert|expect|verify|check|should|must|ensure)[A-Z_]?\w*\s*[(!]/
/** One of these can stand for many. */
const wholeValue =
  /\.(?:toEqual|toStrictEqual|toMatchObject|toMatch\w*Snapshot|deepEqual|deepStrictEqual|containsExactly|BeEquivalentTo)\b|\.deep\.|assert(?:Dict|List|Set|Tuple|Count)Equal|assertAll\b|assert_eq!|assert_\w*snapshot|reflect\.DeepEqual|cmp\.Diff/i

/** Test cases that stay and hold fewer assertions than before. */
export function lostAssertions(change: TestChange): readonly Sighting[] {
  const removed = change.files.flatMap((test) => assertionsOf(test, 'removed'))
  const added = change.files.flatMap((test) => assertionsOf(test, 'added'))
  const moved = movedLines(removed, added)
  const accounts = new Map<string, CaseAccount>()
  for (const changed of removed) {
    const key = moved.has(changed.line) || mayBeMany(changed) ? undefined : keyOf(changed, change)
    if (key !== undefined) accountOf(accounts, key).lost.push(changed)
  }
  for (const changed of added) {
    const account = accounts.get(keyOf(changed, change) ?? '')
    if (account === undefined || moved.has(changed.line)) continue
    account.got += changed.count
    account.standIns += isStandIn(changed) || mayBeMany(changed) ? 1 : 0
  }
  return [...accounts.values()].flatMap(toSighting)
}

/** A changed line that asserts, or may. */
interface ChangedLine {
  readonly test: TestFile
  readonly hunk: TestHunk
  readonly line: TestLine
  /** Certain assertions on it. */
  readonly count: number
}

/** What one case loses and gets. */
interface CaseAccount {
  readonly lost: ChangedLine[]
  got: number
  /** Lines among them that may stand for any number of assertions. */
  standIns: number
}

function assertionsOf(test: TestFile, kind: 'added' | 'removed'): readonly ChangedLine[] {
  return test.hunks.flatMap((hunk) =>
    (kind === 'added' ? hunk.new : hunk.old).flatMap((line) => {
      if (line.line.kind !== kind) return []
      const changed = { test, hunk, line, count: countAssertions(line, test.language) }
      return changed.count > 0 || (kind === 'added' && isStandIn(changed)) ? [changed] : []
    }),
  )
}

function countAssertions({ code }: TestLine, { assertion, setUp }: TestLanguage): number {
  if (setUp?.test(code)) return 0
  return code.match(assertion)?.length ?? 0
}

function isStandIn({ line: { code }, count }: Pick<ChangedLine, 'line' | 'count'>): boolean {
  return (count === 0 && ownAssertion.test(code)) || wholeValue.test(code)
}

/** What stands there now may be done for many values, so that nothing is certain. */
function mayBeMany({ test, hunk }: ChangedLine): boolean {
  return test.addsTables || hunk.addsLoop
}

/** The lines of both sides that say what a line of the other side says: the assertion is elsewhere, not gone. */
function movedLines(removed: readonly ChangedLine[], added: readonly ChangedLine[]): ReadonlySet<TestLine> {
  const written = countStatements(added.map(({ line }) => line))
  const taken = countStatements(removed.map(({ line }) => line))
  const moved = new Set<TestLine>()
  for (const { line } of removed) if (takeStatement(written, line)) moved.add(line)
  for (const { line } of added) if (takeStatement(taken, line)) moved.add(line)
  return moved
}

function accountOf(accounts: Map<string, CaseAccount>, key: string): CaseAccount {
  const account = accounts.get(key) ?? { lost: [], got: 0, standIns: 0 }
  accounts.set(key, account)
  return account
}

/** The case that a line belongs to, the same before and after; undefined where it does not stay or is none. */
function keyOf({ test, hunk, line }: ChangedLine, change: TestChange): string | undefined {
  const { owner } = line
  const { path } = test.file
  if (owner.kind === 'outside' || (owner.kind === 'unknown' && !test.named)) return undefined
  if (owner.kind === 'unknown') return JSON.stringify([path, hunk.oldStart])
  const { name } = owner
  return line.line.kind === 'removed' ? keyBefore(name, { path, hunk, change }) : keyAfter(name, { path, hunk, change })
}

interface KeyContext {
  readonly path: string
  readonly hunk: TestHunk
  readonly change: TestChange
}

function keyBefore(name: string, { path, hunk, change }: KeyContext): string | undefined {
  if (!hunk.removedNames.has(name)) return JSON.stringify([path, name])
  const fate = change.fateOf(hunk, name)
  switch (fate.kind) {
    case 'gone':
    case 'rewritten':
      return undefined
    case 'moved':
      return JSON.stringify([name])
    case 'renamed':
      return JSON.stringify([path, fate.to])
  }
}

function keyAfter(name: string, { path, hunk, change }: KeyContext): string {
  return JSON.stringify(hunk.addedNames.has(name) && change.isMoved(name) ? [name] : [path, name])
}

function toSighting({ lost, got, standIns }: CaseAccount): readonly Sighting[] {
  const [first] = lost
  const count = lost.reduce((sum, one) => sum + one.count, 0)
  if (first === undefined || count <= got || standIns > 0) return []
  const what = `${nameOf(first.line.owner)} loses ${assertions(count)} and gets ${got === 0 ? 'none' : got} instead.`
  const anchor = anchorOfLine(first.test.file.path, first.line)
  return [{ rule: 'test-gap', anchor, title: 'A test loses an assertion', what, advice }]
}

function nameOf(owner: Owner): string {
  return owner.kind === 'case' ? `The test ${quotedName(owner.name)}` : 'A test of this file'
}

function assertions(count: number): string {
  return count === 1 ? 'an assertion' : `${count} assertions`
}
