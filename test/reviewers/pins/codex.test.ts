import { codexTool } from '../../../src/reviewers/pins/codex.js'
import type { Tool, ToolPackage } from '../../../src/types/reviewer.js'

const tool: Tool = codexTool
const pins: readonly [string, ToolPackage][] = Object.entries(tool.packages)

describe('the pins of the Codex CLI', () => {
  it('cover every platform that it is published for', () => {
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
    expect(pin.package).toBe('@openai/codex')
    expect(pin.version).toBe(`${tool.version}-${platform}`)
    expect(pin.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
  })

  it.each(pins)('give a sha256 for every kept file of %s, the executable among them', (platform, pin) => {
    const hashes = Object.values(pin.files)
    expect(hashes.filter((hash) => !/^[0-9a-f]{64}$/.test(hash))).toEqual([])
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(pin.files[pin.executable]).toBeDefined()
    expect(pin.executable.endsWith(platform.startsWith('win32-') ? '/bin/codex.exe' : '/bin/codex')).toBe(true)
  })

  it.each(pins)('keep plain relative paths with forward slashes for %s', (_platform, pin) => {
    const odd = Object.keys(pin.files).filter((path) => !/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path))
    expect(odd).toEqual([])
  })

  it.each(pins)('leave the voice host of %s out', (_platform, pin) => {
    expect(Object.keys(pin.files).filter((path) => path.includes('voice'))).toEqual([])
  })

  it.each(pins)('name the bubblewrap of %s where it is Linux, and keep it by its sha256', (platform, pin) => {
    if (platform.startsWith('linux-')) expect(pin.files[pin.bubblewrap ?? '']).toMatch(/^[0-9a-f]{64}$/)
    else expect(pin.bubblewrap).toBeUndefined()
  })

  it('share no integrity between platforms', () => {
    expect(new Set(pins.map(([, pin]) => pin.integrity)).size).toBe(pins.length)
  })
})
