// Prints the pins of a version of the Codex CLI, computed from the packages of the registry that npm is configured with:
//   node scripts/pin-codex.mjs 0.169.0 > /tmp/codex.ts && mv /tmp/codex.ts src/reviewers/pins/codex.ts
// About 1 GB is downloaded. Nothing of the packages is run. Read what changed before you commit it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatted, readPackage, requireVersion } from './pinned-package.mjs'

const packageName = '@openai/codex'
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64']
/** What a review needs. Left out: the README, and the voice host in codex-resources/voice with its libraries. */
const kept = [
  /^package\.json$/,
  /^vendor\/[^/]+\/codex-package\.json$/,
  /^vendor\/[^/]+\/(?:bin|codex-path|codex-resources)\/[^/]+$/,
]

const version = requireVersion('node scripts/pin-codex.mjs VERSION, as in 0.169.0')
const directory = mkdtempSync(join(tmpdir(), 'pin-codex-'))
try {
  const pins = []
  for (const platform of platforms) pins.push(await pinOf(platform))
  process.stdout.write(formatted(moduleOf(pins), 'src/reviewers/pins/codex.ts'))
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function pinOf(platform) {
  const name = `${packageName}@${version}-${platform}`
  const { integrity, files } = await readPackage(name, { directory, kept })
  return { platform, integrity, files, ...partsOf(name, Object.keys(files)) }
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
