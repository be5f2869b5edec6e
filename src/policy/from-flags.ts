import { parseArgs } from 'node:util'
import { ConfigurationError } from '../errors.js'
import { hint, nearestName, nearestValue } from './near-miss.js'
import { allOptions, laterOptions, type Option, options } from './options.js'
import { type RunOptions, readOptions, type Written } from './read-options.js'
import { shown } from './shown.js'
import { choice, parseFilePath } from './values.js'

export const formats = ['terminal', 'json', 'sarif', 'markdown', 'agent'] as const
export type Format = (typeof formats)[number]

/** What `review` looks at: two refs, the index, or the working tree with its untracked files. */
export type Subject = 'refs' | 'staged' | 'working-tree'

/** What the command line asks for. */
export type CommandLine =
  | ({
      readonly command: 'review'
      readonly subject: Subject
      readonly format: Format
      readonly output: string | undefined
      /** `estimate`: only what would be sent, and what that would cost. */
      readonly action: 'review' | 'estimate'
    } & RunOptions)
  | ({ readonly command: 'doctor' } & RunOptions)
  | ({ readonly command: 'demo' } & RunOptions)
  | { readonly command: 'help' }
  | { readonly command: 'version' }

type Environment = Readonly<Record<string, string | undefined>>

/** A flag that no action input stands behind. */
export interface LocalFlag {
  readonly name: string
  /** Undefined: the flag takes no value. */
  readonly placeholder: string | undefined
  readonly description: string
}

export const localFlags: readonly LocalFlag[] = [
  { name: 'staged', placeholder: undefined, description: 'Review what is in the index.' },
  {
    name: 'working-tree',
    placeholder: undefined,
    description: 'Review the working tree, untracked files that are not ignored included.',
  },
  {
    name: 'format',
    placeholder: 'FORMAT',
    description: 'terminal, json, sarif, markdown, or agent (instructions for the model that wrote the code).',
  },
  {
    name: 'estimate',
    placeholder: undefined,
    description: 'Print requests and tokens of the review, and send nothing. Formats: terminal, json.',
  },
  { name: 'output', placeholder: 'FILE', description: 'Write there instead of to standard output.' },
]

/** Every input that is no secret has the same flag. */
export const optionFlags: readonly Option<unknown>[] = allOptions.filter((option) => !option.credential)

/** Which flags each command takes. */
export const flagsOf = {
  review: [...optionFlags, ...localFlags].map((flag) => flag.name),
  demo: ['reviewers', 'cli-path', 'registry'],
  doctor: [
    'reviewers',
    'openai-base-url',
    'anthropic-base-url',
    'zai-base-url',
    'gemini-base-url',
    'cli-path',
    'registry',
  ],
  help: [],
  version: [],
} as const satisfies Record<string, readonly string[]>

const commands = ['review', 'demo', 'doctor', 'help', 'version'] as const
type CommandName = (typeof commands)[number]
const laterCommands: readonly string[] = ['plan', 'audit']

/** Environment variables that stand for inputs on the command line. A flag wins over them. */
export const environmentNames: Readonly<Record<string, string>> = {
  [options.openaiApiKey.name]: 'OPENAI_API_KEY',
  [options.anthropicApiKey.name]: 'ANTHROPIC_API_KEY',
  [options.zaiApiKey.name]: 'ZAI_API_KEY',
  [options.geminiApiKey.name]: 'GEMINI_API_KEY',
  [options.openaiBaseUrl.name]: 'OPENAI_BASE_URL',
  [options.anthropicBaseUrl.name]: 'ANTHROPIC_BASE_URL',
  [options.zaiBaseUrl.name]: 'ZAI_BASE_URL',
  [options.geminiBaseUrl.name]: 'GEMINI_BASE_URL',
}

/** What the user typed after the program's name. Wrong usage is a ConfigurationError. */
export function parseCommandLine(args: readonly string[], environment: Environment): CommandLine {
  const { flags, positionals } = splitArguments(args)
  if (flags.has('help')) return { command: 'help' }
  if (flags.has('version')) return { command: 'version' }
  const command = commandName(positionals, flags)
  for (const name of flags.keys()) refuseForeignFlag(name, command)
  switch (command) {
    case 'help':
    case 'version':
      return { command }
    case 'demo':
    case 'doctor':
      return { command, ...readOptions(withEnvironment(flags, environment)) }
    case 'review':
      return {
        command,
        ...readOptions(withEnvironment(flags, environment)),
        subject: subjectOf(flags),
        format: readFormat(flags.get('format')),
        output: readOutput(flags.get('output')),
        action: flags.has('estimate') ? 'estimate' : 'review',
      }
  }
}

type Flags = ReadonlyMap<string, Written>

function splitArguments(args: readonly string[]): { flags: Flags; positionals: readonly string[] } {
  const { tokens } = parseArgs({ args: [...args], options: flagTypes(), strict: false, tokens: true })
  const flags = new Map<string, Written>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind === 'option') addFlag(flags, token)
  }
  return { flags, positionals }
}

const switches: readonly string[] = ['help', 'version', ...localFlags.filter(takesNoValue).map((flag) => flag.name)]
const valued: readonly string[] = [...optionFlags, ...localFlags.filter((flag) => !takesNoValue(flag))].map(
  (flag) => flag.name,
)

function takesNoValue(flag: LocalFlag): boolean {
  return flag.placeholder === undefined
}

function flagTypes() {
  return {
    ...Object.fromEntries(valued.map((name) => [name, { type: 'string' as const }])),
    ...Object.fromEntries(switches.map((name) => [name, { type: 'boolean' as const }])),
    help: { type: 'boolean' as const, short: 'h' },
    version: { type: 'boolean' as const, short: 'v' },
  }
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
  readonly inlineValue: boolean | undefined
}

function addFlag(flags: Map<string, Written>, token: OptionToken): void {
  const { name, rawName, value } = token
  refuseUnknownFlag(token)
  const before = flags.get(name)
  if (switches.includes(name)) {
    if (value !== undefined) throw new ConfigurationError(`${rawName} takes no value; write ${rawName} alone`)
    flags.set(name, { text: 'true', label: rawName })
    return
  }
  // `--effort --staged` forgot a value; a value that does begin with -- is written after an equals sign.
  if (value === undefined || value.trim() === '' || (token.inlineValue !== true && value.startsWith('--'))) {
    throw new ConfigurationError(`${rawName} needs a value; write ${rawName} VALUE or ${rawName}=VALUE`)
  }
  const mayRepeat = optionFlags.some((option) => option.name === name && option.list)
  if (before !== undefined && !mayRepeat) throw new ConfigurationError(`${rawName} is given twice; keep one`)
  flags.set(name, { text: before === undefined ? value : `${before.text}\n${value}`, label: rawName })
}

/** Says the name only: what follows may be a secret. */
function refuseUnknownFlag({ name, rawName }: OptionToken): void {
  const known = [...valued, ...switches]
  if (known.includes(name) && (rawName.startsWith('--') || rawName === '-h' || rawName === '-v')) return
  if (allOptions.some((option) => option.credential && option.name === name) || name.endsWith('-api-key')) {
    const variable = environmentNames[name]
    const instead = variable === undefined ? 'it is not needed here' : `set the environment variable ${variable}`
    throw new ConfigurationError(`--${name} is not accepted, because other processes can read arguments; ${instead}`)
  }
  if (laterOptions.includes(name)) throw new ConfigurationError(`--${name} is not available yet in this version`)
  throw new ConfigurationError(
    `unknown flag ${shown(rawName)}; see --help for what is accepted.${hint(dashed(nearestName(name, known)))}`,
  )
}

function dashed(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `--${name}`
}

function commandName(positionals: readonly string[], flags: Flags): CommandName {
  const [first, second] = positionals
  if (first === undefined && flags.size === 0) return 'help'
  const accepted = `accepted: ${commands.join(', ')}`
  if (first === undefined) throw new ConfigurationError(`no command; ${accepted}. Did you mean "review"?`)
  if (laterCommands.includes(first)) {
    throw new ConfigurationError(`the command "${first}" is not available yet in this version; ${accepted}`)
  }
  const command = commands.find((name) => name === first)
  if (command === undefined) {
    throw new ConfigurationError(`unknown command ${shown(first)}; ${accepted}.${hint(nearestValue(first, commands))}`)
  }
  if (second !== undefined && command !== 'help') {
    throw new ConfigurationError(`unexpected argument ${shown(second)} after "${command}"; everything else is a --flag`)
  }
  return command
}

function refuseForeignFlag(name: string, command: CommandName): void {
  const accepted: readonly string[] = flagsOf[command]
  if (accepted.includes(name)) return
  const names = accepted.length === 0 ? 'no flags' : accepted.map((flag) => `--${flag}`).join(', ')
  throw new ConfigurationError(`--${name} does not belong to "${command}"; accepted: ${names}`)
}

function withEnvironment(flags: Flags, environment: Environment): Flags {
  const written = new Map<string, Written>()
  for (const [name, variable] of Object.entries(environmentNames)) {
    const text = environment[variable]
    if (text !== undefined) written.set(name, { text, label: `environment variable ${variable}` })
  }
  return new Map([...written, ...flags])
}

function subjectOf(flags: Flags): Subject {
  const staged = flags.has('staged')
  const workingTree = flags.has('working-tree')
  if (staged && workingTree) {
    throw new ConfigurationError('--staged and --working-tree exclude each other; keep one')
  }
  if (!staged && !workingTree) return 'refs'
  const subject = staged ? 'staged' : 'working-tree'
  if (flags.has('head-ref')) {
    throw new ConfigurationError(`--${subject} and --head-ref exclude each other; keep one`)
  }
  return subject
}

function readFormat(written: Written | undefined): Format {
  return written === undefined ? 'terminal' : choice(formats)(written.text.trim(), written.label)
}

function readOutput(written: Written | undefined): string | undefined {
  return written === undefined ? undefined : parseFilePath(written.text, written.label)
}
