import type { Names, SiteTemplate } from './defects.js'
import type { Random } from './random.js'

/** One line; `site` where it belongs to a planted place. */
interface CodeLine {
  readonly depth: number
  readonly text: string
  readonly site: number | undefined
}

interface CodeFunction {
  readonly name: string
  /** Templates that were planted here: nobody writes the same mistake twice into one function. */
  readonly kinds: readonly string[]
  readonly lines: readonly CodeLine[]
}

/** A source file as a structure, so that edits know what they move. */
export interface SourceFile {
  readonly path: string
  readonly indent: '  ' | '    ' | '\t'
  readonly semicolons: 'never' | 'always'
  readonly noun: string
  readonly header: readonly string[]
  readonly functions: readonly CodeFunction[]
}

/** By a number that a file keeps for good, whatever it is called. */
export type Tree = ReadonlyMap<number, SourceFile>

/** The text of a file, and for each line the site that it belongs to. */
export interface Rendered {
  readonly lines: readonly string[]
  readonly sites: readonly (number | undefined)[]
}

const renderings = new WeakMap<SourceFile, Rendered>()

/** Files are never changed, so that each is written out once. */
export function render(file: SourceFile): Rendered {
  const known = renderings.get(file)
  if (known !== undefined) return known
  const rendered = write(file)
  renderings.set(file, rendered)
  return rendered
}

function write({ header, functions, indent, semicolons }: SourceFile): Rendered {
  const lines: string[] = [...header]
  const sites: (number | undefined)[] = header.map(() => undefined)
  const add = (text: string, site?: number) => {
    lines.push(text)
    sites.push(site)
  }
  for (const { name, lines: body } of functions) {
    add('')
    add(`export async function ${name}(request: Request, options: Options) {`)
    for (const { depth, text, site } of body) add(`${indent.repeat(depth)}${ended(text, semicolons)}`, site)
    add('}')
  }
  return { lines, sites }
}

function ended(text: string, semicolons: SourceFile['semicolons']): string {
  return semicolons === 'never' || /[{},;(]$|^\/\//.test(text) ? text : `${text};`
}

/** The text as it stands in the repository. */
export function textOf(file: SourceFile): string {
  return `${render(file).lines.join('\n')}\n`
}

/** 1-based; undefined where the site is not in the file. */
export function regionOf(file: SourceFile, site: number): { readonly start: number; readonly end: number } | undefined {
  const { sites } = render(file)
  const first = sites.indexOf(site)
  return first < 0 ? undefined : { start: first + 1, end: sites.lastIndexOf(site) + 1 }
}

/** All planted places of a file that are still there. */
export function sitesOf(file: SourceFile): readonly number[] {
  return [...new Set(render(file).sites)].filter((site) => site !== undefined)
}

const nouns = ['order', 'invoice', 'ticket', 'parcel', 'account', 'refund', 'booking', 'message'] as const
const verbs = ['load', 'merge', 'check', 'apply', 'export', 'import', 'rebuild', 'settle', 'notify', 'archive'] as const
const endings = ['', 'Batch', 'History', 'Summary', 'Queue', 'Page', 'Index'] as const
const folders = ['orders', 'billing', 'mail', 'store'] as const

/** A file of a few functions without anything wrong. */
export function generateFile(random: Random, number: number): SourceFile {
  const noun = random.pick(nouns)
  const path = `src/${random.pick(folders)}/${noun}-${random.pick(verbs)}-${number}.ts`
  const header = [`import { database } from '../database.js'`, `import type { ${capital(noun)} } from './${noun}.js'`]
  const empty = { path, indent: '  ', semicolons: 'never', noun, header, functions: [] } as const
  return Array.from({ length: 4 + random.below(4) }).reduce((file: SourceFile) => addFunction(file, random), empty)
}

function capital(noun: string): string {
  return `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}`
}

/** A new function at some place of the file. */
export function addFunction(file: SourceFile, random: Random): SourceFile {
  const taken = new Set(file.functions.map(({ name }) => name))
  const all = verbs.flatMap((verb) => endings.map((ending) => `${verb}${capital(file.noun)}${ending}`))
  const name = random.pick(all.filter((one) => !taken.has(one)))
  const lines = Array.from({ length: 4 + random.below(6) }, () => filler(file.noun, random))
  const at = random.below(file.functions.length + 1)
  return { ...file, functions: file.functions.toSpliced(at, 0, { name, kinds: [], lines }) }
}

/** A line that is right, and hardly ever the same as another. */
function filler(noun: string, random: Random): CodeLine {
  const word = `${random.pick(['first', 'next', 'open', 'late', 'main', 'spare'])}${random.below(1_000)}`
  const text = random.pick([
    `const ${word} = read${capital(noun)}(request, '${word}')`,
    `report.add('${word}', request.${noun}?.name)`,
    `if (request.${word} === undefined) return missing('${word}')`,
    `// ${word}: see the notes on ${noun}s`,
    `const ${word} = options.${word} ?? defaults.${word}`,
    `await trace('${noun}.${word}', options)`,
  ])
  return { depth: 1, text, site: undefined }
}

/** What a planted place needs to know of where it stands. */
export interface Plant {
  readonly site: number
  readonly template: SiteTemplate
}

/** Plants a place into some function that has none of its kind; undefined where all have one. */
export function plant(
  file: SourceFile,
  { site, template }: Plant,
  random: Random,
): { readonly file: SourceFile; readonly names: Names } | undefined {
  const free = file.functions.filter(({ kinds }) => !kinds.includes(template.name))
  const target = free.length === 0 ? undefined : random.pick(free)
  if (target === undefined) return undefined
  const index = file.functions.indexOf(target)
  const names = { noun: file.noun, Noun: capital(file.noun), symbol: target.name }
  // Between two sites or at an end, never within one.
  const places = Array.from({ length: target.lines.length + 1 }, (_, at) => at).filter((at) => {
    const before = target.lines[at - 1]?.site
    return before === undefined || before !== target.lines[at]?.site
  })
  const lines = target.lines.toSpliced(random.pick(places), 0, ...toLines(template.bad(names), site))
  const kinds = [...target.kinds, template.name]
  return { file: withFunction(file, index, { ...target, lines, kinds }), names }
}

function toLines(texts: readonly string[], site: number | undefined): readonly CodeLine[] {
  return texts.map((text) => {
    const bare = text.trimStart()
    return { depth: 1 + (text.length - bare.length) / 2, text: bare, site }
  })
}

function withFunction(file: SourceFile, index: number, changed: CodeFunction): SourceFile {
  return { ...file, functions: file.functions.with(index, changed) }
}

/** Puts the right lines in the place of the wrong ones. */
export function repair(file: SourceFile, site: number, good: readonly string[]): SourceFile {
  const functions = file.functions.map((one) => {
    const first = one.lines.findIndex((line) => line.site === site)
    if (first < 0) return one
    const others = one.lines.filter((line) => line.site !== site)
    return { ...one, lines: others.toSpliced(first, 0, ...toLines(good, undefined)) }
  })
  return { ...file, functions }
}

/** An edit that repairs nothing and breaks nothing. */
export type Edit = (file: SourceFile, random: Random) => SourceFile

/** What else happens to a file between two pushes, by name. */
export const edits = {
  'lines added above': (file, random) => {
    const lines = Array.from({ length: 1 + random.below(20) }, () => `// note ${random.below(10_000)}`)
    return { ...file, header: [...file.header, ...lines] }
  },
  'lines added nearby': (file, random) => {
    const index = random.below(file.functions.length)
    const target = file.functions[index]
    if (target === undefined) return file
    const at = random.below(target.lines.length + 1)
    const [before, after] = [target.lines[at - 1], target.lines[at]]
    // Not into a place: its lines stay together.
    if (before?.site !== undefined && before.site === after?.site) return file
    const lines = target.lines.toSpliced(at, 0, filler(file.noun, random), filler(file.noun, random))
    return withFunction(file, index, { ...target, lines })
  },
  'function added': addFunction,
  're-indented': (file) => ({ ...file, indent: file.indent === '  ' ? '\t' : '  ' }),
  'formatted with semicolons': (file) => ({ ...file, semicolons: file.semicolons === 'never' ? 'always' : 'never' }),
  'functions in another order': (file) => {
    const middle = Math.floor(file.functions.length / 2)
    return { ...file, functions: [...file.functions.slice(middle), ...file.functions.slice(0, middle)] }
  },
  'function renamed': (file, random) => {
    const index = random.below(file.functions.length)
    const target = file.functions[index]
    return target === undefined ? file : withFunction(file, index, { ...target, name: `${target.name}Again` })
  },
} as const satisfies Readonly<Record<string, Edit>>

/** The same file under another name. */
export function renameFile(file: SourceFile, random: Random): SourceFile {
  const [, , name = ''] = file.path.split('/')
  return { ...file, path: `src/${random.pick(folders)}/moved-${random.below(1_000)}-${name}` }
}
