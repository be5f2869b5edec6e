import { environmentNames, localFlags, optionFlags } from './from-flags.js'
import type { DocumentedDefault, Option } from './options.js'

const columns = 80
const flagIndent = 2
const textIndent = 30

const usage = `model-stack: a model from another lab reviews the change, read-only.

Usage: model-stack <command> [flags]
       node dist/index.js <command> [flags]

Commands:
  review    review a change: two refs, the index, or the working tree
  demo      see a review of a sample change; needs no key
  doctor    show what this machine has and what "auto" would choose
  help      show this text
  version   show the version
`

const exitCodes = `Exit codes:
  0  pass, or nothing to review
  1  fail: at least one result blocks
  2  not evaluated: the change was not (fully) reviewed
  3  wrong usage, configuration, ref or path
`

const examples = `Examples:
  model-stack review --base-ref origin/main
  model-stack review --staged --fail-on-severity medium
  model-stack review --working-tree --format agent
`

/** What `--help` prints: made from the table of options, at most 80 columns wide. */
export function helpText(): string {
  const local = localFlags.map((flag) => entry(flagUsage(flag.name, flag.placeholder), flag.description))
  const shared = optionFlags.map((option) => entry(flagUsage(option.name, option.placeholder), describe(option)))
  const variables = Object.entries(environmentNames).map(([name, variable]) => entry(variable, `The ${name}.`))
  return [
    usage,
    ['Flags of review:', ...local, ...shared, ''].join('\n'),
    'demo takes --reviewers (codex, glm or openai-api), --cli-path and --registry;\ndoctor takes these and the four flags that end in -base-url.\n',
    ['Environment variables:', ...variables, ''].join('\n'),
    exitCodes,
    examples,
  ].join('\n')
}

/** An option's description with its default, on one line. */
export function describe(option: Option<unknown>): string {
  const inWords = defaultInWords(option.default)
  return inWords === undefined ? option.description : `${option.description} Default: ${inWords}.`
}

function defaultInWords(documented: DocumentedDefault): string | undefined {
  switch (documented.kind) {
    case 'value':
      return documented.value
    case 'prose':
      return documented.text
    case 'none':
      return undefined
  }
}

function flagUsage(name: string, placeholder: string | undefined): string {
  return placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`
}

function entry(left: string, text: string): string {
  const [first = '', ...rest] = wrap(text)
  const head = `${' '.repeat(flagIndent)}${left}`.padEnd(textIndent)
  const fits = head.length === textIndent && head.endsWith(' ')
  const lines = fits ? [`${head}${first}`, ...rest.map(indented)] : [head, ...[first, ...rest].map(indented)]
  return lines.join('\n')
}

function indented(text: string): string {
  return `${' '.repeat(textIndent)}${text}`
}

function wrap(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (longer.length > columns - textIndent) lines.push(line)
    line = longer.length > columns - textIndent ? word : longer
  }
  return [...lines, line]
}
