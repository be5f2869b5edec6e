import type { Change } from '../../types/change.js'
import type { FileDiff } from '../../types/diff.js'
import { type Anchor, firstChangedLine, withoutReturn } from './anchor.js'

/** A text that a scan looks at, and where a result about it stands. */
export interface ScannedText {
  /** Begins a sentence: `This line`, `The pull request title`. */
  readonly where: string
  readonly anchor: Anchor
  /** A name joins words with - and _ where prose has spaces. */
  readonly kind: 'line' | 'prose' | 'name'
  readonly text: string
  /** It begins its file. */
  readonly startsFile: boolean
}

const submodule = '160000'

/** The added lines of a file; none of a submodule or of a file with a NUL byte, which is not text. */
export function addedLines(file: FileDiff): readonly ScannedText[] {
  if (file.newMode === submodule) return []
  const lines = file.hunks.flatMap((hunk) => hunk.lines)
  if (lines.some(({ kind, text }) => kind === 'added' && text.includes('\0'))) return []
  return lines.flatMap((line): readonly ScannedText[] => {
    if (line.kind !== 'added') return []
    const anchor = { path: file.path, side: 'new', line: line.newLine, text: withoutReturn(line.text) } as const
    return [{ where: 'This line', anchor, kind: 'line', text: line.text, startsFile: line.newLine === 1 }]
  })
}

/** The names that files get in the change. */
export function fileNames(files: readonly FileDiff[]): readonly ScannedText[] {
  return files
    .filter(({ status }) => status === 'added' || status === 'renamed')
    .map((file) => ({
      where: 'The name of this file',
      anchor: firstChangedLine(file),
      kind: 'name',
      text: file.path,
      startsFile: false,
    }))
}

const shortSha = 12

/** Title, body, branch and commits; they stand on the first changed line of the change, as they have no line. */
export function wordsOfChange(change: Pick<Change, 'pullRequest' | 'commits'>, anchor: Anchor): readonly ScannedText[] {
  const { pullRequest, commits } = change
  const ofPullRequest =
    pullRequest === undefined
      ? []
      : ([
          ['The pull request title', 'prose', pullRequest.title],
          ['The pull request body', 'prose', pullRequest.body],
          ['The branch name', 'name', pullRequest.headRef],
        ] as const)
  const ofCommits = commits.flatMap(
    ({ sha, message, authorName }) =>
      [
        [`The commit message of ${sha.slice(0, shortSha)}`, 'prose', message],
        [`The author name of commit ${sha.slice(0, shortSha)}`, 'prose', authorName],
      ] as const,
  )
  return [...ofPullRequest, ...ofCommits].map(([where, kind, text]) => ({
    where,
    anchor,
    kind,
    text,
    startsFile: false,
  }))
}
