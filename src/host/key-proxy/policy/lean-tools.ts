/** As far as a tool of the client is described to the provider. */
interface Described {
  readonly name: string
  readonly description?: string | undefined
  readonly input_schema: Readonly<Record<string, unknown>>
}

const text = { type: 'string' } as const
const count = { type: 'integer' } as const
const flag = { type: 'boolean' } as const
const said = <T extends object>(schema: T, description: string) => ({ ...schema, description })

/**
 * Claude Code's three reading tools in few words: its own take 5.9 KB of every request and speak of editing, pictures,
 * PDFs and a shell, of which a review has none. Names and types of the parameters are the CLI's, which checks them.
 */
const LEAN: ReadonlyMap<string, Omit<Described, 'name'>> = new Map([
  [
    'Read',
    tool('Reads a text file, from its start and at most 2,000 lines unless told otherwise. Lines come numbered.', {
      file_path: said(text, 'Absolute path'),
      offset: said(count, 'First line'),
      limit: said(count, 'Number of lines'),
    }),
  ],
  [
    'Grep',
    tool('Searches the content of files by a regular expression of ripgrep.', {
      pattern: text,
      path: said(text, 'File or directory; the working directory unless given'),
      glob: said(text, 'Such as *.{ts,tsx}'),
      type: said(text, 'Such as js, py, go'),
      output_mode: said(
        { ...text, enum: ['content', 'files_with_matches', 'count'] },
        'files_with_matches unless given; all that follows but -i and multiline is for content',
      ),
      '-A': said(count, 'Lines after a match'),
      '-B': said(count, 'Lines before a match'),
      '-C': said(count, 'Lines around a match'),
      '-n': said(flag, 'Line numbers, on unless given'),
      '-i': said(flag, 'Any case'),
      multiline: said(flag, 'Matches may span lines'),
      head_limit: said(count, 'At most so many; 250 unless given'),
      offset: said(count, 'Skip so many first'),
    }),
  ],
  [
    'Glob',
    tool('Lists files by a glob such as src/**/*.ts.', {
      pattern: text,
      path: said(text, 'Directory; the working directory unless given'),
    }),
  ],
])

function tool(description: string, properties: Readonly<Record<string, object>>): Omit<Described, 'name'> {
  const required = Object.keys(properties).slice(0, 1)
  return { description, input_schema: { type: 'object', properties, required, additionalProperties: false } }
}

/** The tool as it is sent on. */
export function toLean<Tool extends Described>(tool: Tool): Tool {
  const lean = LEAN.get(tool.name)
  return lean === undefined ? tool : { ...tool, ...lean }
}
