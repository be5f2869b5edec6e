import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Beside the program, from source and from dist alike: both lie one level below the package. */
const DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', 'prompts')

/** The text of `prompts/<name>.md`, for example 'review' or 'reviewers/codex'. */
export function readPrompt(name: string): string {
  return readFileSync(join(DIRECTORY, ...`${name}.md`.split('/')), 'utf8')
}
