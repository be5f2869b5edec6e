// Reads npm packages for the pin scripts. Nothing of the packages is run.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

/** Integrity of the tarball and sha256 of the files in it that `kept` names. Downloads into `directory`. */
export async function readPackage(name, { directory, kept }) {
  process.stderr.write(`${name}\n`)
  const npm = (args) =>
    execFileSync('npm', ['--loglevel=error', ...args], { cwd: directory, encoding: 'utf8', shell: false })
  const [{ filename, integrity }] = JSON.parse(npm(['pack', '--json', '--pack-destination', directory, name]))
  const tarball = join(directory, filename)
  const computed = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  const published = npm(['view', name, 'dist.integrity']).trim()
  if (computed !== published || computed !== integrity) {
    throw new Error(`${name}: the tarball has ${computed}, the registry says ${published}`)
  }
  const files = await hashesOf(tarball, kept)
  rmSync(tarball)
  return { integrity: computed, files }
}

/** The module's text as the formatter leaves it. */
export function formatted(text, path) {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'format', `--stdin-file-path=${path}`]
  return execFileSync(process.execPath, args, { input: text, encoding: 'utf8' })
}

/** The version named on the command line. */
export function requireVersion(usage) {
  const [version = '', ...rest] = process.argv.slice(2)
  if (/^\d+\.\d+\.\d+$/.test(version) && rest.length === 0) return version
  process.stderr.write(`usage: ${usage}\n`)
  process.exit(1)
}

/** sha256 of the kept files, the shallow ones first. */
async function hashesOf(tarball, kept) {
  const found = []
  for await (const entry of createReadStream(tarball).pipe(createGunzip()).pipe(extract())) {
    const path = entry.header.name.replace(/^package\//, '')
    const hash = createHash('sha256')
    for await (const chunk of entry) hash.update(chunk)
    if (!kept.some((pattern) => pattern.test(path))) continue
    if (entry.header.type !== 'file') throw new Error(`${path} is a ${entry.header.type}`)
    found.push([path, hash.digest('hex')])
  }
  const depth = ([path]) => path.split('/').length
  found.sort((one, other) => depth(one) - depth(other) || (one[0] < other[0] ? -1 : 1))
  return Object.fromEntries(found)
}
