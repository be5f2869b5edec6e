import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ConfigurationError } from '../../src/errors.js'
import {
  isReachable,
  makeDirectory,
  makeRunDirectory,
  RUN_DIRECTORY_PREFIX,
  removeRunDirectory,
} from '../../src/host/run-directory.js'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'model-stack-directory-test-')))
chmodSync(root, 0o755)

afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0

function aDirectory(mode = 0o755): string {
  made++
  const path = join(root, `base-${made}`)
  mkdirSync(path)
  chmodSync(path, mode)
  return path
}

describe('makeRunDirectory', () => {
  it('goes to the next base where the first cannot be used', () => {
    const file = join(aDirectory(), 'file')
    writeFileSync(file, '')
    // So that root takes it for one that others can pass through.
    chmodSync(file, 0o755)
    const next = aDirectory()
    const directory = makeRunDirectory([file, next])
    expect(dirname(directory.root)).toBe(next)
    directory.dispose()
  })

  it('finds a short enough path for a socket wherever the run stands', () => {
    for (const length of [1, 20, 30, 40, 50, 60, 70, 80]) {
      const base = join(aDirectory(), 'd'.repeat(length))
      mkdirSync(base)
      const directory = makeRunDirectory([base])
      expect(Buffer.byteLength(directory.makeSocketPath())).toBeLessThanOrEqual(103)
      directory.dispose()
    }
  })

  it('makes a directory below the base that others cannot list, with nothing in it yet', () => {
    const base = aDirectory()
    const directory = makeRunDirectory([base])
    try {
      expect(dirname(directory.root)).toBe(base)
      expect(basename(directory.root).startsWith(RUN_DIRECTORY_PREFIX)).toBe(true)
      expect(statSync(directory.root).mode & 0o066).toBe(0)
      expect(existsSync(directory.snapshot)).toBe(false)
      expect(existsSync(directory.repository)).toBe(false)
    } finally {
      directory.dispose()
    }
  })

  it('makes every scratch directory ours, each its own, and lists none of it to others', () => {
    const directory = makeRunDirectory([aDirectory()])
    try {
      const [one, other] = [directory.makeScratch(), directory.makeScratch()]
      expect(one).not.toBe(other)
      const { uid, mode } = statSync(one)
      expect(dirname(one)).toBe(directory.root)
      expect(uid).toBe(process.getuid?.())
      expect(mode & 0o066).toBe(0)
    } finally {
      directory.dispose()
    }
  })

  it('has no other identity unless it runs as root, and then never that of a known user', () => {
    const directory = makeRunDirectory([aDirectory()])
    directory.dispose()
    const uid = directory.identity?.uid
    if (process.getuid?.() !== 0) expect(uid).toBeUndefined()
    else expect(uid === undefined || (uid >= 61_184 && uid <= 65_519)).toBe(true)
  })

  it('makes canaries outside of itself, each with a secret of its own', () => {
    const directory = makeRunDirectory([aDirectory()])
    try {
      const canaries = directory.makeCanaries()
      expect(canaries.length).toBeGreaterThanOrEqual(1)
      expect(canaries.some((file) => file.startsWith(directory.root))).toBe(false)
      const secrets = canaries.map((file) => readFileSync(file, 'utf8'))
      expect(new Set(secrets).size).toBe(canaries.length)
      for (const secret of secrets) expect(secret).toMatch(/^canary [0-9a-f]{32}\n$/)
    } finally {
      directory.dispose()
    }
  })

  it('leaves nothing behind once disposed of, and can be disposed of twice', () => {
    const base = aDirectory()
    const directory = makeRunDirectory([base])
    const canaries = [...directory.makeCanaries(), ...directory.makeCanaries()]
    mkdirSync(directory.snapshot)
    writeFileSync(join(directory.snapshot, 'a'), 'a')
    directory.makeScratch()
    directory.dispose()
    directory.dispose()
    expect([directory.root, ...canaries].filter((path) => existsSync(path))).toEqual([])
    expect(existsSync(base)).toBe(true)
  })

  it('passes over a base that the reviewer’s user could not reach; without root that user is our own', () => {
    const [closed, open] = [aDirectory(0o700), aDirectory()]
    const directory = makeRunDirectory([closed, open])
    directory.dispose()
    expect(dirname(directory.root)).toBe(process.getuid?.() === 0 ? open : closed)
  })

  it('refuses a base that is a file by name, and says what to do', () => {
    const file = join(root, 'open-file')
    writeFileSync(file, '')
    chmodSync(file, 0o755)
    expect(() => makeRunDirectory([file])).toThrow(ConfigurationError)
    expect(() => makeRunDirectory([file])).toThrow(file)
    expect(() => makeRunDirectory([file])).toThrow('RUNNER_TEMP')
  })
})

describe('isReachable', () => {
  it('holds where every directory on the way lets others pass, also without letting them list', () => {
    expect(isReachable(aDirectory(0o755))).toBe(true)
    expect(isReachable(aDirectory(0o711))).toBe(true)
  })

  it('does not hold behind a closed directory, nor for what is not there', () => {
    const closed = aDirectory(0o700)
    const inside = join(closed, 'inside')
    mkdirSync(inside)
    chmodSync(inside, 0o755)
    expect(isReachable(closed)).toBe(false)
    expect(isReachable(inside)).toBe(false)
    expect(isReachable(join(root, 'nowhere'))).toBe(false)
  })

  it('judges where a link leads, not where it lies', () => {
    const closed = aDirectory(0o700)
    const link = join(root, 'link')
    symlinkSync(closed, link)
    expect(isReachable(link)).toBe(false)
  })
})

describe('removeRunDirectory', () => {
  it('removes what is named like a run directory', () => {
    const path = join(root, `${RUN_DIRECTORY_PREFIX}abc`)
    mkdirSync(join(path, 'deep'), { recursive: true })
    removeRunDirectory(path)
    expect(existsSync(path)).toBe(false)
    expect(() => removeRunDirectory(path)).not.toThrow()
  })

  it.each([
    ['another directory', 'precious'],
    ['a directory inside a run directory', `${RUN_DIRECTORY_PREFIX}abc/precious`],
    ['a path that climbs out of one', `${RUN_DIRECTORY_PREFIX}def/../precious-too`],
  ])('leaves %s alone', (_, name) => {
    const path = join(root, name)
    mkdirSync(path, { recursive: true })
    removeRunDirectory(path)
    expect(existsSync(path)).toBe(true)
  })

  it('removes the canaries of that run, and of no other', () => {
    const killed = makeRunDirectory([tmpdir()])
    const other = makeRunDirectory([tmpdir()])
    try {
      const left = killed.makeCanaries()
      const kept = other.makeCanaries()
      removeRunDirectory(killed.root)
      expect([killed.root, ...left].filter((path) => existsSync(path))).toEqual([])
      expect([other.root, ...kept].filter((path) => !existsSync(path))).toEqual([])
    } finally {
      other.dispose()
    }
  })

  it('removes a link, and not what it leads to', () => {
    const target = aDirectory()
    const link = join(root, `${RUN_DIRECTORY_PREFIX}link`)
    symlinkSync(target, link)
    removeRunDirectory(link)
    expect(existsSync(link)).toBe(false)
    expect(existsSync(target)).toBe(true)
  })
})

describe('makeDirectory', () => {
  it('makes the parents too, says where, and is content with what is there', () => {
    const path = join(root, 'cache', 'of', 'tools')
    expect(makeDirectory(path)).toBe(path)
    expect(makeDirectory(path)).toBe(path)
    expect(statSync(path).isDirectory()).toBe(true)
  })
})
