// Bundles src/main.ts into dist/ with ncc. The whole directory is made anew, so that a stale chunk can never ship, and
// only takes its place when it is complete. Types are checked by `npm run types`.
import { execFileSync } from 'node:child_process'
import { renameSync, rmSync } from 'node:fs'

const fresh = 'dist.tmp'
rmSync(fresh, { recursive: true, force: true })
execFileSync(
  process.execPath,
  [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    'src/main.ts',
    '-o',
    fresh,
    '--transpile-only',
    '--license',
    'licenses.txt',
    '--quiet',
  ],
  { stdio: 'inherit' },
)
rmSync('dist', { recursive: true, force: true })
renameSync(fresh, 'dist')
