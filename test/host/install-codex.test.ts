import { execFileSync } from 'node:child_process'
import { installedCodex } from '../support/codex.js'

const onPinnedPlatform = ['linux-x64', 'linux-arm64'].includes(`${process.platform}-${process.arch}`)

describe('the pinned Codex CLI', () => {
  const onLinux = onPinnedPlatform ? it : it.skip

  onLinux('comes from the npm registry, equals its pin and says its version', async () => {
    const codex = await installedCodex()
    const printed = execFileSync(codex.executable, ['--version'], { encoding: 'utf8', env: {} })
    expect(printed.trim()).toBe('codex-cli 0.169.0')
    expect(codex.version).toBe('0.169.0')
    expect(codex.executable.startsWith(`${codex.directory}/`)).toBe(true)
  })
})
