import { allOptions, type DocumentedDefault } from './options.js'
import { outputs } from './outputs.js'

/** The README's table of inputs, between its markers. */
export function inputsTable(): string {
  const rows = allOptions.map((option) => [
    `\`${option.name}\``,
    defaultCell(option.default),
    option.configurable ? 'yes' : '',
    cell(option.description),
  ])
  return toTable(['Input', 'Default', 'Config file', 'Meaning'], rows)
}

/** The README's table of outputs, between its markers. */
export function outputsTable(): string {
  const rows = outputs.map((output) => [`\`${output.name}\``, cell(output.description)])
  return toTable(['Output', 'Meaning'], rows)
}

function defaultCell(documented: DocumentedDefault): string {
  switch (documented.kind) {
    case 'value':
      return `\`${documented.value}\``
    case 'prose':
      return cell(documented.text)
    case 'none':
      return ''
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
