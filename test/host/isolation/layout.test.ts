import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hiddenPlaces, readSystemLayout } from '../../../src/host/isolation/layout.js'

const onLinux = process.platform === 'linux' ? describe : describe.skip

describe('hiddenPlaces', () => {
  it.each([
    ['a checkout below a system directory', ['/usr/src/none-such'], ['/usr/src/none-such']],
    ['one that is not', ['/home/runner/none-such', '/opt/none-such'], []],
    ['one beside it', ['/usr-local/none-such'], []],
    ['the system directory itself', ['/usr'], []],
    ['what is named twice', ['/usr/none-such', '/usr/./none-such/'], ['/usr/none-such']],
    ['what leads out', ['/usr/../home/none-such'], []],
    ['what leads in', ['/home/../usr/none-such'], ['/usr/none-such']],
    ['what is no absolute path', ['', 'usr/none-such'], []],
  ])('decides about %s', (_what, places, expected) => {
    expect(hiddenPlaces(['/usr'], places)).toEqual(expected)
  })
})

onLinux('on this machine', () => {
  it('finds a checkout that a symbolic link leads to', () => {
    const directory = mkdtempSync(join(tmpdir(), 'layout-'))
    const link = join(directory, 'checkout')
    symlinkSync('/usr/share', link)
    expect(hiddenPlaces(['/usr'], [link])).toEqual([realpathSync('/usr/share')])
    rmSync(directory, { recursive: true })
  })

  it('shows the system and nothing that belongs to people', () => {
    const { system, links, files } = readSystemLayout()
    expect(system).toContain('/usr')
    const shown = [...system, ...links.map(({ path }) => path), ...files.map(({ path }) => path)]
    expect(
      shown.filter((path) => /^\/(home|root|opt|srv|var|tmp|run|mnt|etc\/(passwd|shadow|ssh))/.test(path)),
    ).toEqual([])
    expect(shown).not.toContain('/')
    expect(shown).not.toContain('/etc')
  })
})
