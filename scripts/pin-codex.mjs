// Prints the pins of a version of the Codex CLI, computed from the packages of the registry that npm is configured with:
//   node scripts/pin-codex.mjs 0.169.0 > /tmp/codex.ts && mv /tmp/codex.ts src/reviewers/pins/codex.ts
// About 1 GB is downloaded. Nothing of the packages is run. Read what changed before you commit it.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'

const packageName = '@openai/codex'
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64']
/** What a review needs. Left out: the README, and the voice host in codex-resources/voice with its libraries. */
const kept = [
  /^package\.json$/,
  /^vendor\/[^/]+\/codex-package\.json$/,
  /^vendor\/[^/]+\/(?:bin|codex-path|codex-resources)\/[^/]+$/,
]

const [version = '', ...rest] = process.argv.slice(2)
if (!/^\d+\.\d+\.\d+$/.test(version) || rest.length > 0) {
  process.stderr.write('usage: node scripts/pin-codex.mjs VERSION, as in 0.169.0\n')
  process.exit(1)
}

const directory = mkdtempSync(join(tmpdir(), 'pin-codex-'))
try {
  const pins = []
  for (const platform of platforms) pins.push(await pinOf(platform))
  process.stdout.write(formatted(moduleOf(pins)))
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function pinOf(platform) {
  const name = `${packageName}@${version}-${platform}`
  process.stderr.write(`${name}\n`)
  const [{ filename, integrity }] = JSON.parse(npm(['pack', '--json', '--pack-destination', directory, name]))
  const tarball = join(directory, filename)
  const computed = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  const published = npm(['view', name, 'dist.integrity']).trim()
  if (computed !== published || computed !== integrity) {
    throw new Error(`${name}: the tarball has ${computed}, the registry says ${published}`)
  }
  const files = await hashesOf(tarball)
  rmSync(tarball)
  return { platform, integrity: computed, files, ...partsOf(name, Object.keys(files)) }
}

function npm(args) {
  return execFileSync('npm', ['--loglevel=error', ...args], { cwd: directory, encoding: 'utf8', shell: false })
}

/** sha256 of the kept files, the shallow ones first. */
async function hashesOf(tarball) {
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

function partsOf(name, paths) {
  const executable = paths.find((path) => /^vendor\/[^/]+\/bin\/codex(?:\.exe)?$/.test(path))
  if (executable === undefined) throw new Error(`${name} holds no executable at vendor/*/bin/codex`)
  const vendor = executable.split('/').slice(0, 2).join('/')
  const bubblewrap = paths.find((path) => path === `${vendor}/codex-resources/bwrap`)
  return { executable, vendor, bubblewrap }
}

function moduleOf(pins) {
  return `// Made by \`node scripts/pin-codex.mjs ${version}\` from the packages themselves.
import type { Tool } from '../../types/reviewer.js'

const version = '${version}'
${pins.map(({ platform, vendor }) => `const ${constantOf(platform)} = '${vendor}'`).join('\n')}

/**
 * The Codex CLI that this project was measured with. The platform packages hold native binaries and no scripts; the
 * voice host in them (30 to 50 MB) is left out.
 */
export const codexTool = {
  name: 'codex',
  version,
  packages: {${pins.map(packageOf).join('\n')}
  },
} satisfies Tool
`
}

function packageOf({ platform, integrity, files, executable, vendor, bubblewrap }) {
  const literal = (path) =>
    path.startsWith(`${vendor}/`) ? `\`\${${constantOf(platform)}}${path.slice(vendor.length)}\`` : `'${path}'`
  const key = (path) => (path.startsWith(`${vendor}/`) ? `[${literal(path)}]` : literal(path))
  return `
    '${platform}': {
      package: '${packageName}',
      version: \`\${version}-${platform}\`,
      integrity: '${integrity}',
      executable: ${literal(executable)},
      bubblewrap: ${bubblewrap === undefined ? 'undefined' : literal(bubblewrap)},
      files: {
${Object.entries(files)
  .map(([path, sha256]) => `${key(path)}: '${sha256}',`)
  .join('\n')}
      },
    },`
}

/** 'linux-x64' → 'linuxX64' */
function constantOf(platform) {
  return platform.replace(/-(.)/, (_match, letter) => letter.toUpperCase())
}

function formatted(text) {
  const args = ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=src/reviewers/pins/codex.ts']
  return execFileSync(process.execPath, args, { input: text, encoding: 'utf8' })
}
