import { showPath } from '../../diff/invisible.js'
import { foldName, isAgentConfig } from '../../snapshot/agent-config.js'
import type { FileDiff } from '../../types/diff.js'
import { firstChangedLine } from './anchor.js'
import type { Sighting } from './sighting.js'

/** A kind of file that decides how changes are checked, and what is true of a change to it. */
interface Governing {
  readonly matches: (path: string, configFile: string) => boolean
  readonly title: string
  readonly governs: string
}

const codeOwners: ReadonlySet<string> = new Set([
  'codeowners',
  '.github/codeowners',
  'docs/codeowners',
  '.gitlab/codeowners',
])

/** The first that matches counts. */
const governing: readonly Governing[] = [
  {
    matches: (path, configFile) => path === foldName(configFile),
    title: 'The change touches the policy of this review',
    governs:
      'which decides what is reviewed and what blocks. This review went by the version of the base branch; the change takes effect only after merge',
  },
  {
    matches: (path) => path.startsWith('.github/model-stack'),
    title: 'The change touches a baseline, suppressions or settings of this review',
    governs:
      'which can silence results. This review reads nothing of it from the change; it takes effect only after merge',
  },
  {
    matches: (path) => path.startsWith('.github/workflows/') || path.startsWith('.github/actions/'),
    title: 'The change touches a workflow or an action of this repository',
    governs:
      'which decides which checks run, with which inputs and which secrets. For pull requests GitHub may already use the version of the change',
  },
  {
    matches: (path) => codeOwners.has(path),
    title: 'The change touches the code owners',
    governs: 'which decides who must approve which paths. It takes effect only after merge',
  },
  {
    matches: (path) => path === '.gitattributes' || path.endsWith('/.gitattributes'),
    title: 'The change touches git attributes',
    governs:
      'which can hide files from diffs and mark them as generated. This review went by the version of the base branch; the change takes effect only after merge',
  },
]

/** Files that govern reviews and checks, one sighting for each path. */
export function policyFiles(files: readonly FileDiff[], configFile: string): readonly Sighting[] {
  return files.flatMap((file) => {
    const found = governing.find(({ matches }) => namesOf(file).some((name) => matches(foldName(name), configFile)))
    if (found === undefined) return []
    const what = `The change ${deedOf(file)}, ${found.governs}.`
    const advice = 'A person who answers for this repository should read this part of the change.'
    return [{ rule: 'policy', anchor: firstChangedLine(file), title: found.title, what, advice } as const]
  })
}

/** Files that instruct or configure agents and tools, one sighting for each path. */
export function agentConfigFiles(files: readonly FileDiff[]): readonly Sighting[] {
  return files
    .filter((file) => namesOf(file).some(isAgentConfig))
    .map((file) => ({
      rule: 'agent-config',
      anchor: firstChangedLine(file),
      title: 'The change touches a file that instructs or configures an agent or a tool',
      what: `The change ${deedOf(file)}, which agents, editors or tools obey. In this review it was data and instructed nobody; after merge it steers whoever works here.`,
      advice: 'A person should read it as an instruction to every agent that is used here.',
    }))
}

function namesOf(file: FileDiff): readonly string[] {
  return file.oldPath === undefined ? [file.path] : [file.path, file.oldPath]
}

const maximumPathLength = 200

function deedOf(file: FileDiff): string {
  const path = quoted(file.path)
  switch (file.status) {
    case 'added':
      return `adds ${path}${linkNote(file)}`
    case 'deleted':
      return `deletes ${path}`
    case 'renamed':
      return `renames ${quoted(file.oldPath ?? file.path)} to ${path}${linkNote(file)}`
    case 'modified':
    case 'type-changed':
      return `changes ${path}${linkNote(file)}`
  }
}

const symbolicLink = '120000'
const submodule = '160000'

function linkNote(file: FileDiff): string {
  if (file.newMode === submodule) return ' (a submodule)'
  if (file.newMode !== symbolicLink) return ''
  const { side, text } = firstChangedLine(file)
  return side === 'new' && text !== '' ? ` (a symbolic link to ${quoted(text)})` : ' (a symbolic link)'
}

function quoted(path: string): string {
  return `"${showPath(path.length > maximumPathLength ? `${path.slice(0, maximumPathLength)}…` : path)}"`
}
