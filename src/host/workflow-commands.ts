import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import type { Annotation } from '../report/annotations.js'
import { breakCommands } from '../report/log-text.js'

/** The runner's side channels: commands on standard output and the files that it names. See docs/decisions/0006. */
export interface WorkflowCommands {
  /** Masks a secret in everything that the job logs from here on. */
  addMask(secret: string): void
  saveState(name: string, value: string): void
  /** Without GITHUB_OUTPUT, as on no runner, there is nowhere to write to. */
  setOutput(name: string, value: string): void
  annotate(annotation: Annotation): void
}

export interface RunnerFiles {
  readonly output: string | undefined
  readonly state: string | undefined
}

export function makeWorkflowCommands(write: (text: string) => void, files: RunnerFiles): WorkflowCommands {
  return {
    addMask: (secret) => {
      // A mask is one line; each line of a longer secret is masked on its own.
      for (const line of secret.split(/\r?\n/).filter((part) => part.trim() !== ''))
        write(`::add-mask::${escapeData(line)}\n`)
    },
    saveState: (name, value) => appendPair(files.state, name, value),
    setOutput: (name, value) => appendPair(files.output, name, value),
    annotate: (annotation) => write(`${toCommand(annotation)}\n`),
  }
}

/** The heredoc form, with a random delimiter that is proven absent from the value. */
function appendPair(file: string | undefined, name: string, value: string): void {
  if (file === undefined || file === '') return
  let delimiter = `model-stack-${randomUUID()}`
  while (value.includes(delimiter)) delimiter = `model-stack-${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}\n${value}\n${delimiter}\n`)
}

function toCommand({ level, title, message, path, startLine, endLine }: Annotation): string {
  const properties = Object.entries({ title, file: path, line: startLine, endLine })
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`${name}=${escapeProperty(breakCommands(String(value)))}`],
    )
    .join(',')
  return `::${level} ${properties}::${escapeData(breakCommands(message))}`
}

/** The runner's own escapes for a command's data (actions/runner: ActionCommand.cs), which know no other line end. */
function escapeData(text: string): string {
  return text
    .replace(/[\v\f\u0085\u2028\u2029]/g, ' ')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
}

/** Properties end at a comma or colon as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
