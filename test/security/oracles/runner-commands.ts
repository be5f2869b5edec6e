/** What the runner would execute, in either grammar (actions/runner: ActionCommand.cs, ActionCommandManager.cs). */
export interface RunnerCommand {
  readonly name: string
  readonly data: string
}

/** Every command that the runner knows, built-in ones included. */
const registered: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/** .NET's String.Trim takes every Unicode white space, NEL included, which JavaScript's does not. */
const leadingSpace = /^[\s\u0085]+/

/** The commands in a log; stdout and stderr are parsed alike. Lines end at whatever some reader takes for a line end. */
export function runnerCommands(log: string): readonly RunnerCommand[] {
  return log.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).flatMap((line) => {
    const found = doubleColon(line) ?? bracket(line)
    return found === undefined ? [] : [found]
  })
}

function doubleColon(line: string): RunnerCommand | undefined {
  const text = line.replace(leadingSpace, '')
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  return end === -1 ? undefined : command(text.slice(2, end), text.slice(end + 2))
}

/** `##[name]data` counts anywhere in a line. */
function bracket(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[')
  const end = start === -1 ? -1 : line.indexOf(']', start)
  return end === -1 ? undefined : command(line.slice(start + 3, end), line.slice(end + 1))
}

function command(info: string, data: string): RunnerCommand | undefined {
  const name = (info.split(' ')[0] ?? '').toLowerCase()
  return registered.has(name) ? { name, data } : undefined
}

/** The keys that the runner reads from GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE (FileCommandManager.cs), in order. */
export function fileCommandKeys(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r]/)
  const keys: string[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc !== -1 && (equals === -1 || heredoc < equals)) {
      keys.push(line.slice(0, heredoc))
      const end = lines.indexOf(line.slice(heredoc + 2), index + 1)
      index = end === -1 ? lines.length : end
    } else if (equals !== -1) keys.push(line.slice(0, equals))
    else if (line !== '') keys.push(`malformed: ${line}`)
  }
  return keys
}
