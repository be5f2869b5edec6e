import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, dirname, posix } from 'node:path'

const stages = [
  'trigger',
  'policy',
  'diff',
  'authorship',
  'history',
  'snapshot',
  'review',
  'evidence',
  'consensus',
  'baseline',
  'gate',
  'report',
]
const pureModules = ['node:crypto', 'node:path', 'node:buffer', 'node:util']
// The one stage whose result is a directory.
const mayUseFiles = ['src/snapshot/materialize.ts', 'src/snapshot/write.ts']

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

const sources = filesBelow('src').map(readSource)
const tests = filesBelow('test').map(readSource)

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => posix.join(entry.parentPath.replaceAll('\\', '/'), entry.name))
    .sort()
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  return { path, text, imports: importsOf(text).map((specifier) => resolve(path, specifier)) }
}

/** Static and dynamic imports, re-exports and the types among them. */
function importsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?:^|[\s;}])(?:from\s*|import\s*|import\(\s*|require\(\s*)['"]([^'"\n]{1,300})['"]/g)
  return [...found].map((match) => match[1] ?? '')
}

function resolve(path: string, specifier: string): string {
  if (!specifier.startsWith('.')) return builtinModules.includes(specifier) ? `node:${specifier}` : specifier
  return posix.join(dirname(path), specifier).replace(/\.js$/, '.ts')
}

function ringOf(path: string): string {
  const folder = path.split('/')[1] ?? ''
  if (folder === 'types' || path === 'src/errors.ts') return 'types'
  return stages.includes(folder) ? folder : 'shell'
}

function isStage({ path }: SourceFile): boolean {
  return stages.includes(ringOf(path))
}

function violations(
  files: readonly SourceFile[],
  isForbidden: (imported: string, file: SourceFile) => boolean,
): readonly string[] {
  return files.flatMap((file) =>
    file.imports.filter((imported) => isForbidden(imported, file)).map((imported) => `${file.path} → ${imported}`),
  )
}

describe('the import rule', () => {
  it('sees static, type-only, dynamic and re-exporting imports', () => {
    const text = [
      "import { a } from './a.js'",
      "import type { b } from './b.js'",
      "export { c } from './c.js'",
      "const d = await import('./d.js')",
      "import './e.js'",
      'import {\n  f,\n} from "./f.js"',
    ].join('\n')
    expect(importsOf(text)).toEqual(['./a.js', './b.js', './c.js', './d.js', './e.js', './f.js'])
  })

  it('lets types import only zod, the errors and each other', () => {
    const types = sources.filter(({ path }) => ringOf(path) === 'types')
    expect(types.length).toBeGreaterThan(5)
    expect(violations(types, (imported) => imported !== 'zod' && ringOf(imported) !== 'types')).toEqual([])
  })

  it('lets a stage import itself, earlier stages, types and the ports, and nothing later', () => {
    const isLater = (imported: string, { path }: SourceFile) => {
      if (!imported.startsWith('src/') || imported === 'src/host/host.ts') return false
      const ring = ringOf(imported)
      return ring !== 'types' && (ring === 'shell' || stages.indexOf(ring) > stages.indexOf(ringOf(path)))
    }
    expect(violations(sources.filter(isStage), isLater)).toEqual([])
  })

  it('keeps the world out of the stages', () => {
    const touchesTheWorld = (imported: string, { path }: SourceFile) => {
      if (/^node:fs(?:\/|$)/.test(imported) && mayUseFiles.includes(path)) return false
      return (imported.startsWith('node:') && !pureModules.includes(imported)) || imported.startsWith('@actions/')
    }
    expect(violations(sources.filter(isStage), touchesTheWorld)).toEqual([])
  })

  it('keeps process and the console out of the stages', () => {
    const globals = /(?<![\w.'"`-])(?:process\.(?:env|cwd|exit|argv|std\w+|platform)|console\.\w+\()/
    const guilty = sources.filter(isStage).filter(({ text }) => globals.test(withoutComments(text)))
    expect(guilty.map(({ path }) => path)).toEqual([])
  })

  it('has no import that leads out of the sources', () => {
    expect(violations(sources, (imported) => imported.startsWith('..') || imported.startsWith('test/'))).toEqual([])
  })
})

describe('names', () => {
  it('has no file called utils, helpers, common or misc', () => {
    const vague = /^(?:utils?|helpers?|common|misc|shared)\.(?:test\.)?ts$/
    expect([...sources, ...tests].map(({ path }) => path).filter((path) => vague.test(basename(path)))).toEqual([])
  })

  it('writes file names in kebab-case', () => {
    const odd = sources.map(({ path }) => basename(path)).filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(name))
    expect(odd).toEqual([])
  })

  it('has no default export', () => {
    expect(sources.filter(({ text }) => /^export default/m.test(text)).map(({ path }) => path)).toEqual([])
  })
})

describe('tests', () => {
  it('mock no modules', () => {
    const mock = new RegExp(['jest', '\\.(?:mock|doMock|unstable_mockModule)', '\\('].join(''))
    expect(tests.filter(({ text }) => mock.test(text)).map(({ path }) => path)).toEqual([])
  })
})

function withoutComments(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .join('\n')
}
