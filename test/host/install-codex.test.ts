import { execFileSync } from 'node:child_process'
import { sep } from 'node:path'
import { codexTool } from '../../src/reviewers/pins/codex.js'
import { installedCodex } from '../support/installed-tool.js'

const isPinned = Object.hasOwn(codexTool.packages, `${process.platform}-${process.arch}`)

describe('the pinned Codex CLI', () => {
  const onPinnedPlatform = isPinned ? it : it.skip

  onPinnedPlatform('comes from the npm registry, equals its pin and says its version', async () => {
    const codex = await installedCodex()
    const printed = execFileSync(codex.executable, ['--version'], { encoding: 'utf8', env: {} })
    expect(printed.trim()).toBe(`codex-cli ${codexTool.version}`)
    expect(codex.version).toBe(codexTool.version)
    expect(codex.executable.startsWith(codex.directory + sep)).toBe(true)
  })
})
