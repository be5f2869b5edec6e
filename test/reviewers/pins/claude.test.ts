import { claudeTool } from '../../../src/reviewers/pins/claude.js'
import type { Tool, ToolPackage } from '../../../src/types/reviewer.js'

const tool: Tool = claudeTool
const pins: readonly [string, ToolPackage][] = Object.entries(tool.packages)

describe('the pins of Claude Code', () => {
  it('cover every platform that it is published for, musl aside', () => {
    expect(pins.map(([platform]) => platform).sort()).toEqual([
      'darwin-arm64',
      'darwin-x64',
      'linux-arm64',
      'linux-x64',
      'win32-arm64',
      'win32-x64',
    ])
  })

  it.each(pins)('name one exact package for %s', (platform, pin) => {
    expect(pin.package).toBe(`@anthropic-ai/claude-code-${platform}`)
    expect(pin.version).toBe(tool.version)
    expect(pin.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
    expect(pin.bubblewrap).toBeUndefined()
  })

  it.each(pins)('keep the program of %s and nothing else that could run', (platform, pin) => {
    const executable = platform.startsWith('win32-') ? 'claude.exe' : 'claude'
    expect(pin.executable).toBe(executable)
    expect(Object.keys(pin.files).sort()).toEqual([executable, 'package.json'])
    expect(Object.values(pin.files).filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([])
  })

  it('share no integrity and no program between platforms', () => {
    expect(new Set(pins.map(([, pin]) => pin.integrity)).size).toBe(pins.length)
    expect(new Set(pins.map(([, pin]) => pin.files[pin.executable])).size).toBe(pins.length)
  })
})
