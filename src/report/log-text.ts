import { stripControls } from './escape.js'

/** Every character sequence that some reader of the log takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/** A mark that no workflow command starts with: the runner reads `::command::` only at the start of a line. */
const PREFIX = '│ '

/** Foreign text as log lines that the runner cannot read as workflow commands, of either grammar. */
export function inertLogText(text: string): string[] {
  const lines = text.split(LINE_END)
  if (lines.length > 1 && lines.at(-1) === '') lines.pop()
  return lines.map((line) => `${PREFIX}${breakCommands(stripControls(line))}`)
}

/** Breaks the runner's old command grammar, `##[command]`, which it reads anywhere in a line. */
export function breakCommands(text: string): string {
  return text.replaceAll('##[', '# #[')
}
