// Prints the pins of a version of Claude Code, computed from the packages of the registry that npm is configured with:
//   node scripts/pin-claude.mjs 2.1.329 > /tmp/claude.ts && mv /tmp/claude.ts src/reviewers/pins/claude.ts
// About 1 GB is downloaded. Nothing of the packages is run. Read what changed before you commit it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formatted, readPackage, requireVersion } from './pinned-package.mjs'

const packageName = '@anthropic-ai/claude-code'
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64']
/** The packages hold one program, a README and a licence. */
const kept = [/^package\.json$/, /^claude(?:\.exe)?$/]

const version = requireVersion('node scripts/pin-claude.mjs VERSION, as in 2.1.329')
const directory = mkdtempSync(join(tmpdir(), 'pin-claude-'))
try {
  const pins = []
  for (const platform of platforms) pins.push(await pinOf(platform))
  process.stdout.write(formatted(moduleOf(pins), 'src/reviewers/pins/claude.ts'))
} finally {
  rmSync(directory, { recursive: true, force: true })
}

async function pinOf(platform) {
  const name = `${packageName}-${platform}@${version}`
  const { integrity, files } = await readPackage(name, { directory, kept })
  const executable = Object.keys(files).find((path) => path.startsWith('claude'))
  if (executable === undefined) throw new Error(`${name} holds no executable called claude`)
  return { platform, integrity, files, executable }
}

function moduleOf(pins) {
  return `// Made by \`node scripts/pin-claude.mjs ${version}\` from the packages themselves.
import type { Tool } from '../../types/reviewer.js'

const version = '${version}'

/**
 * The Claude Code that this project was measured with, for both reviewers that use it. Each platform's package holds one
 * native program and no scripts; the ones for musl are left out.
 */
export const claudeTool = {
  name: 'claude',
  version,
  packages: {${pins.map(packageOf).join('\n')}
  },
} satisfies Tool
`
}

function packageOf({ platform, integrity, files, executable }) {
  return `
    '${platform}': {
      package: '${packageName}-${platform}',
      version,
      integrity: '${integrity}',
      executable: '${executable}',
      bubblewrap: undefined,
      files: {
${Object.entries(files)
  .map(([path, sha256]) => `'${path}': '${sha256}',`)
  .join('\n')}
      },
    },`
}
