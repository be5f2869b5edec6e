import { existsSync } from 'node:fs'
import { systemBubblewrap, waysToTry } from '../../../src/host/isolation/ways.js'

const hasSetpriv = existsSync('/usr/bin/setpriv')
const hasSudo = existsSync('/usr/bin/sudo')

describe('waysToTry', () => {
  it('tries the strongest first and the user namespace last, with root', () => {
    const ways = waysToTry({ platform: 'linux', isRoot: true, uid: 65_000 })
    expect(ways.map(({ name }) => name)).toEqual([
      ...(hasSetpriv ? ['bubblewrap as root'] : []),
      'bubblewrap in a user namespace',
    ])
    if (hasSetpriv) expect(ways[0]).toMatchObject({ level: 'root-sandbox', privilege: { kind: 'root', uid: 65_000 } })
    expect(ways.at(-1)).toMatchObject({ level: 'user-sandbox', privilege: { kind: 'user-namespace' }, prefix: [] })
  })

  it('asks sudo without a password for anyone else, by its absolute path', () => {
    const ways = waysToTry({ platform: 'linux', isRoot: false, uid: 65_000 })
    expect(ways.map(({ prefix }) => prefix)).toEqual([
      ...(hasSetpriv && hasSudo ? [['/usr/bin/sudo', '-n', '--']] : []),
      [],
    ])
  })
})

it('finds no bubblewrap but one that only root can change', () => {
  expect([undefined, '/usr/bin/bwrap', '/bin/bwrap']).toContain(systemBubblewrap())
})
