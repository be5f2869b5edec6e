// Bundles src/main.ts into dist/ and src/launcher/main.ts, which runs inside the sandbox, into dist/launcher/, with ncc.
// The whole directory is made anew, so that a stale chunk can never ship, and only takes its place when it is complete.
// report.schema.json is made from the same sources. Types are checked by `npm run types`.
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'

const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
const fresh = 'dist.tmp'

function bundle(entry, directory, ...options) {
  const args = [ncc, 'build', entry, '-o', directory, '--transpile-only', '--quiet', ...options]
  execFileSync(process.execPath, args, { stdio: 'inherit' })
}

rmSync(fresh, { recursive: true, force: true })
bundle('src/main.ts', fresh, '--license', 'licenses.txt')
bundle('src/launcher/main.ts', `${fresh}/launcher`)
rmSync('dist', { recursive: true, force: true })
renameSync(fresh, 'dist')

const { outputFiles } = await build({
  ...{ entryPoints: ['src/report/schema.ts'], bundle: true, write: false, platform: 'node', format: 'esm' },
})
const { reportSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
)
writeFileSync('report.schema.json', `${JSON.stringify(reportSchema(), undefined, 2)}\n`)
execFileSync(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '--write', 'report.schema.json'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
