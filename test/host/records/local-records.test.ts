import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Log } from '../../../src/host/host.js'
import { makeLocalRecords } from '../../../src/host/records/local-records.js'

const name = `model-stack-${'a'.repeat(24)}`
const other = `model-stack-${'b'.repeat(24)}`
const posix = process.platform === 'win32' ? it.skip : it

let state: string
let debugged: string[]
let log: Log

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'records-test-'))
  debugged = []
  const unexpected = (text: string) => {
    throw new Error(`logged: ${text}`)
  }
  log = { debug: (text) => debugged.push(text), info: unexpected, warning: unexpected, group: (_title, body) => body() }
})

afterEach(() => rmSync(state, { recursive: true, force: true }))

const records = () => makeLocalRecords({ env: { XDG_STATE_HOME: state }, home: '/nowhere', log })
const directory = () => join(state, 'model-stack', 'reviews')

describe('records on this machine', () => {
  it('come back, those of one name only', async () => {
    await records().keep(name, 'first')
    await records().keep(other, 'of another name')
    expect(await records().find(name)).toEqual(['first'])
    expect(debugged).toEqual([])
  })

  it('are none where nothing was ever kept, and nothing is made', async () => {
    expect(await records().find(name)).toEqual([])
    expect(readdirSync(state)).toEqual([])
  })

  it('come newest first, five at most', async () => {
    for (const [index, text] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
      const before = new Set(index === 0 ? [] : readdirSync(directory()))
      await records().keep(name, text)
      const [added = ''] = readdirSync(directory()).filter((file) => !before.has(file))
      utimesSync(join(directory(), added), 1_000 + index, 1_000 + index)
    }
    expect(await records().find(name)).toEqual(['f', 'e', 'd', 'c', 'b'])
  })

  it('are kept once when they are equal', async () => {
    await records().keep(name, 'same')
    await records().keep(name, 'same')
    expect(readdirSync(directory())).toHaveLength(1)
  })

  it('are 200 at most; the oldest go first, and files of others stay', async () => {
    mkdirSync(directory(), { recursive: true, mode: 0o700 })
    for (let index = 0; index < 205; index += 1) {
      const file = join(directory(), `${other}-${String(index).padStart(16, '0')}.record`)
      writeFileSync(file, 'old')
      utimesSync(file, 1_000 + index, 1_000 + index)
    }
    writeFileSync(join(directory(), 'notes.txt'), 'mine')
    await records().keep(name, 'new')
    const left = readdirSync(directory())
    expect(left).toHaveLength(201)
    expect(left).toContain('notes.txt')
    expect(left).not.toContain(`${other}-${'0'.repeat(16)}.record`)
    expect(await records().find(name)).toEqual(['new'])
  })

  posix('can be read and written by their owner only', async () => {
    await records().keep(name, 'text')
    const [file = ''] = readdirSync(directory())
    expect(statSync(directory()).mode & 0o777).toBe(0o700)
    expect(statSync(join(directory(), file)).mode & 0o777).toBe(0o600)
  })

  it.each(['../../etc/passwd', 'model-stack-', `${name}/..`, `${name}-0000000000000000.record`, ''])(
    'have no such name: %s',
    async (odd) => {
      await records().keep(odd, 'text')
      expect(await records().find(odd)).toEqual([])
      expect(readdirSync(state)).toEqual([])
    },
  )

  it.each([undefined, '', 'relative/state'])('lie in the home directory where XDG_STATE_HOME is %j', async (value) => {
    const store = makeLocalRecords({ env: { XDG_STATE_HOME: value }, home: state, log })
    await store.keep(name, 'text')
    expect(existsSync(join(state, '.local', 'state', 'model-stack', 'reviews'))).toBe(true)
    expect(await store.find(name)).toEqual(['text'])
  })
})

describe('records that somebody else could have put there', () => {
  posix('are not read from a directory that others may write', async () => {
    await records().keep(name, 'text')
    chmodSync(join(state, 'model-stack'), 0o777)
    expect(await records().find(name)).toEqual([])
    await records().keep(name, 'another')
    expect(readdirSync(directory())).toHaveLength(1)
    expect(debugged).toEqual([expect.stringContaining("somebody else's")])
  })

  posix('are not followed through a link', async () => {
    const elsewhere = join(state, 'elsewhere')
    mkdirSync(elsewhere)
    mkdirSync(join(state, 'model-stack'), { mode: 0o700 })
    symlinkSync(elsewhere, directory())
    await records().keep(name, 'text')
    expect(readdirSync(elsewhere)).toEqual([])
    rmSync(directory())
    mkdirSync(directory(), { mode: 0o700 })
    writeFileSync(join(elsewhere, 'secret'), 'secret')
    symlinkSync(join(elsewhere, 'secret'), join(directory(), `${name}-${'0'.repeat(16)}.record`))
    expect(await records().find(name)).toEqual([])
  })

  it('are not read when they are larger than a record can be', async () => {
    await records().keep(name, 'text')
    writeFileSync(join(directory(), `${name}-${'0'.repeat(16)}.record`), Buffer.alloc(9 * 1024 * 1024))
    expect(await records().find(name)).toEqual(['text'])
  })
})

describe('a machine that keeps nothing', () => {
  it('is a line of the debug log and no failure', async () => {
    writeFileSync(join(state, 'model-stack'), 'a file where the directory should be')
    await records().keep(name, 'text')
    expect(await records().find(name)).toEqual([])
    expect(debugged).toHaveLength(1)
  })
})
