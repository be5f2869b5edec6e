import { stripControls } from './escape.js'

/** Every character sequence that some reader of the log takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** A mark that no workflow command starts with: the runner reads `::command::` only at the start of a line. */
const PREFIX = '│ '

/** Foreign text as log lines that the runner cannot read as workflow commands, of either grammar. */
export function inertLogText(text: string): string[] {
  const lines = text.split(LINE_END)
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${PREFIX}${breakCommands(stripControls(shorten(line)))}`)
}

/** Nobody reads a longer line, and a log viewer chokes on it. What is left out is said. */
const MAX_LINE_CHARACTERS = 64 * 1024

function shorten(line: string): string {
  if (line.length <= MAX_LINE_CHARACTERS) return line
  return `${line.slice(0, MAX_LINE_CHARACTERS)} … (${line.length - MAX_LINE_CHARACTERS} characters more)`
}

/** Breaks the runner's old command grammar, `##[command]`, which it reads anywhere in a line. */
export function breakCommands(text: string): string {
  return text.replaceAll('##[', '# #[')
}

/** What a runner trims from the start of a line before it looks for `::command::`. */
const COMMAND_START = /^[\s\u0085\ufeff]*::/

/** A finished text whose layout must stay, for a job's log: only lines that the runner would take for a command get a mark. */
export function inertInJob(text: string): string {
  const lines = text.split('\n').map((line) => line.split(LINE_END).map(markCommand).join('\n'))
  return breakCommands(lines.join('\n'))
}

/** The same for JSON, which must stay the same value: no line of it starts with `::`. */
export function inertJsonInJob(json: string): string {
  return json.replaceAll('##[', '#\\u0023[')
}

function markCommand(line: string): string {
  return COMMAND_START.test(line) ? `${PREFIX}${line}` : line
}
