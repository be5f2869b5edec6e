// The product's TypeScript sources as one module, for benchmarks: they measure the product's own code path.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const silent = { debug() {}, info() {}, warning() {}, group: (_title, body) => body() }

/** Bundles the modules, given as name → path below src without its ending, and loads them by their names. */
export async function loadProduct(modules) {
  // The sources look for prompts/ and dist/launcher beside the directory that they are in.
  const root = mkdtempSync(join(tmpdir(), 'bench-'))
  for (const name of ['dist', 'prompts']) symlinkSync(resolve(name), join(root, name))
  const directory = join(root, 'bundle')
  mkdirSync(directory)
  const source = (path) => JSON.stringify(join(process.cwd(), 'src', `${path}.ts`))
  const lines = Object.entries(modules).map(([name, path]) => `export * as ${name} from ${source(path)}`)
  const entry = join(directory, 'entry.ts')
  writeFileSync(entry, lines.join('\n'))
  const outfile = join(directory, 'product.mjs')
  // Some dependencies are CommonJS and require node's own modules.
  const banner = {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url)",
  }
  await build({
    ...{ entryPoints: [entry], outfile, banner, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' },
  })
  process.on('exit', () => rmSync(root, { recursive: true, force: true }))
  return import(pathToFileURL(outfile).href)
}

/** The pinned CLI of that tool in `cacheRoot`, installed where it is missing. */
export async function install({ install, registry }, tool, cacheRoot) {
  const asked = { input: undefined, untrusted: [process.cwd()], env: process.env, nodePath: process.execPath }
  return install.installTool(tool, {
    platform: `${process.platform}-${process.arch}`,
    cacheRoot,
    registry: () => registry.readRegistry(asked),
    cliPath: undefined,
    log: silent,
  })
}

export function since(start) {
  return (performance.now() - start) / 1_000
}

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
