import { z } from 'zod'
import { showInvisible } from '../../diff/invisible.js'
import type { ToolCall, ToolDefinition, ToolResult } from './conversation.js'
import { ListFilesArguments, listFiles } from './list-files.js'
import { ReadFileArguments, readFile } from './read-file.js'
import { SearchArguments, search } from './search.js'
import type { SnapshotIndex } from './snapshot-index.js'
import { failed, type ToolOutcome } from './tool.js'

/** The tools of a reviewer without a CLI. All they do is read a snapshot. */
export interface Toolbox {
  run(call: ToolCall): Promise<ToolResult>
  /** Snapshot paths whose content was given to the model. */
  filesRead(): readonly string[]
  /** Nothing more is given out: `maxBytes` are. */
  isEmpty(): boolean
}

/** What a toolbox works on. */
export interface ToolboxOptions {
  readonly snapshot: SnapshotIndex
  readonly signal: AbortSignal
  /** Of all results together. */
  readonly maxBytes: number
  /** Called with each path when its content is given out for the first time. */
  onRead(path: string): void
}

/** What the model is told of the tools. */
export function toolDefinitions(): readonly ToolDefinition[] {
  return [
    {
      name: 'list_files',
      description: 'Lists a directory of the snapshot, or all files below it that match a pattern.',
      parameters: toParameters(ListFilesArguments),
    },
    {
      name: 'read_file',
      description: 'Shows a file of the snapshot, or a range of its lines, with line numbers in front.',
      parameters: toParameters(ReadFileArguments),
    },
    {
      name: 'search',
      description: 'Shows the lines of the snapshot that hold a literal text, with line numbers, by file.',
      parameters: toParameters(SearchArguments),
    },
  ]
}

function toParameters(schema: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _, ...parameters } = z.toJSONSchema(schema, { target: 'draft-7' })
  return parameters
}

/** Everything is still in the box. */
export function makeToolbox(options: ToolboxOptions): Toolbox {
  const read = new Set<string>()
  let left = options.maxBytes
  const run = async (call: ToolCall): Promise<ToolResult> => {
    const outcome = left <= 0 ? failed(NOTHING_LEFT) : await perform(call, options)
    const size = Buffer.byteLength(outcome.text)
    left -= size
    // What does not fit is not given out in part: its end would be missing without a word.
    if (left < 0 && outcome.failed === undefined) return { call, text: NOTHING_LEFT, failed: true }
    for (const path of outcome.paths) {
      if (read.has(path)) continue
      read.add(path)
      options.onRead(path)
    }
    return { call, text: outcome.text, failed: outcome.failed === true }
  }
  return { run, filesRead: () => [...read], isEmpty: () => left <= 0 }
}

const NOTHING_LEFT =
  'The limit of what may be read in this review is reached. Answer now; list under notVerified what you could not check.'

async function perform(call: ToolCall, { snapshot, signal }: ToolboxOptions): Promise<ToolOutcome> {
  const given = readArguments(call.arguments)
  if (given === undefined) return failed('The arguments are not a JSON object.')
  switch (call.name) {
    case 'list_files':
      return withArguments(ListFilesArguments, given, (checked) => listFiles(checked, snapshot))
    case 'read_file':
      return withArguments(ReadFileArguments, given, (checked) => readFile(checked, snapshot))
    case 'search':
      return withArguments(SearchArguments, given, (checked) => search(checked, snapshot, { signal }))
    default:
      return failed('There is no tool of that name; there are list_files, read_file and search.')
  }
}

const JsonObject = z.record(z.string(), z.unknown())

/** Some models write null for what they leave out, and nothing at all for no arguments. */
function readArguments(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed = JsonObject.safeParse(JSON.parse(text.trim() === '' ? '{}' : text))
    if (!parsed.success) return undefined
    return Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== null))
  } catch {
    return undefined
  }
}

async function withArguments<T>(
  schema: z.ZodType<T>,
  given: unknown,
  run: (checked: T) => ToolOutcome | Promise<ToolOutcome>,
): Promise<ToolOutcome> {
  const parsed = schema.safeParse(given)
  if (parsed.success) return run(parsed.data)
  const problems = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${path.join('.')}: ${message}`)
  return failed(`The arguments do not fit: ${showInvisible(problems.join('; ').slice(0, 500))}`)
}
