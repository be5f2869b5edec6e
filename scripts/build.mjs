// Bundles src/main.ts into dist/ and src/launcher/main.ts, which runs inside the sandbox, into dist/launcher/, with ncc.
// The whole directory is made anew, so that a stale chunk can never ship, and only takes its place when it is complete.
// Types are checked by `npm run types`.
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'

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
