// Bundles src/main.ts into dist/ with ncc. The whole directory is made anew, so that a stale chunk can never ship.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
execFileSync(
  process.execPath,
  [
    'node_modules/@vercel/ncc/dist/ncc/cli.js',
    'build',
    'src/main.ts',
    '-o',
    'dist',
    '--license',
    'licenses.txt',
    '--quiet',
  ],
  { stdio: 'inherit' },
)
