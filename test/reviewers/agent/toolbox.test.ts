import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { search } from '../../../src/reviewers/agent/search.js'
import { indexSnapshot } from '../../../src/reviewers/agent/snapshot-index.js'
import { makeToolbox, toolDefinitions } from '../../../src/reviewers/agent/toolbox.js'

let root = ''

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'toolbox-')))
  await writeFile(join(root, 'canary'), 'CANARY-outside\n')
  await mkdir(join(root, 'snapshot'))
  await mkdir(join(root, 'snapshot-other'))
  await writeFile(join(root, 'snapshot-other/canary'), 'CANARY-beside\n')
})
afterEach(() => rm(root, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | Buffer>>

async function makeBox(files: Files, maxBytes = 1_000_000) {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, 'snapshot', path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
  const events: string[] = []
  const box = makeToolbox({
    snapshot: await indexSnapshot(join(root, 'snapshot')),
    signal: new AbortController().signal,
    maxBytes,
    onRead: (path) => void events.push(path),
  })
  const call = async (name: string, input: object | string) => {
    const text = typeof input === 'string' ? input : JSON.stringify(input)
    return box.run({ id: 'c', name, arguments: text })
  }
  return { box, events, call }
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n')

describe('read_file', () => {
  it('shows the lines with their numbers, and what cannot be seen', async () => {
    const { call, box } = await makeBox({ 'src/a.ts': 'one\n\ttwo\u202e\n\nfour' })
    const { text, failed } = await call('read_file', { path: 'src/a.ts' })
    expect(failed).toBe(false)
    expect(text).toBe('src/a.ts (4 lines)\n1  one\n2  \ttwo⟨U+202E⟩\n3  \n4  four')
    expect(box.filesRead()).toEqual(['src/a.ts'])
  })

  it('shows a range, however the model leaves out its ends', async () => {
    const { call } = await makeBox({ a: numbered(20) })
    expect((await call('read_file', { path: 'a', start_line: 9, end_line: 10 })).text).toBe(
      'a (20 lines)\n 9  line 9\n10  line 10',
    )
    expect((await call('read_file', { path: './a', start_line: 19, end_line: null })).text).toContain('20  line 20')
    expect((await call('read_file', { path: 'a', start_line: 5, end_line: 4 })).text).toBe('a (20 lines)\n')
  })

  it('says what it cut and how to get the rest, by lines and by bytes', async () => {
    const { call } = await makeBox({ long: numbered(1_000), wide: `${'x'.repeat(3_000)}\n`.repeat(20) })
    const long = await call('read_file', { path: 'long' })
    expect(long.text).toMatch(/400 {2}line 400\n\[Cut after line 400; the rest from start_line 401\]$/)
    expect((await call('read_file', { path: 'long', start_line: 401 })).text).toContain('401  line 401')
    const wide = await call('read_file', { path: 'wide' })
    expect(wide.text).toMatch(/\[Cut after line 10; the rest from start_line 11\]$/)
    expect(Buffer.byteLength(wide.text)).toBeLessThan(34_000)
  })

  it('cuts a line that is too long, and says by how much', async () => {
    const { call } = await makeBox({ 'min.js': 'y'.repeat(2_000_000) })
    const { text } = await call('read_file', { path: 'min.js' })
    expect(text.length).toBeLessThan(4_200)
    expect(text).toContain('[1996000 characters more; search shows parts of it]')
  })

  it('says once that all lines end in CRLF, and shows a single CR', async () => {
    const { call } = await makeBox({ all: 'a\r\nb\r\n', one: 'a\r\nb\n' })
    expect((await call('read_file', { path: 'all' })).text).toBe('all (2 lines, CRLF line ends)\n1  a\n2  b')
    expect((await call('read_file', { path: 'one' })).text).toBe('one (2 lines)\n1  a⟨CR⟩\n2  b')
  })

  it.each([
    ['a binary file', { path: 'x.bin' }, /binary \(4 bytes\)/],
    ['a directory', { path: 'src' }, /no file/],
    ['a line after the last one', { path: 'src/a.ts', start_line: 3 }, /has 1 lines/],
    ['the line 0', { path: 'src/a.ts', start_line: 0 }, /do not fit: start_line/],
    ['another case of the name', { path: 'SRC/A.ts' }, /no file/],
    ['no path', {}, /do not fit: path/],
  ])('refuses %s with a reason', async (_what, input, reason) => {
    const { call, box } = await makeBox({ 'x.bin': Buffer.from([65, 0, 66, 67]), 'src/a.ts': 'x\n' })
    const result = await call('read_file', input)
    expect(result).toMatchObject({ failed: true, text: expect.stringMatching(reason) })
    expect(box.filesRead()).toEqual([])
  })

  it('finds a file by the name that was shown for it', async () => {
    const { call, box } = await makeBox({ 'a\u200bb.ts': 'hidden\n' })
    expect((await call('list_files', {})).text).toBe('a⟨U+200B⟩b.ts')
    expect((await call('read_file', { path: 'a⟨U+200B⟩b.ts' })).text).toContain('1  hidden')
    expect(box.filesRead()).toEqual(['a\u200bb.ts'])
  })

  it('shows an empty file as one without lines', async () => {
    const { call } = await makeBox({ empty: '' })
    expect(await call('read_file', { path: 'empty' })).toMatchObject({ failed: false, text: 'empty (0 lines)\n' })
  })
})

describe('list_files', () => {
  const files = { 'a.ts': '', 'src/b.ts': '', 'src/deep/c.ts': '', 'src/deep/d.md': '' }

  it.each([
    ['the root', {}, ['a.ts', 'src/']],
    ['the root by another name', { path: '.' }, ['a.ts', 'src/']],
    ['a directory', { path: 'src/' }, ['src/b.ts', 'src/deep/']],
    ['all that matches', { pattern: '*.ts' }, ['a.ts', 'src/b.ts', 'src/deep/c.ts']],
    ['all that matches below a directory', { path: 'src', pattern: 'deep/*.m*' }, ['src/deep/d.md']],
    ['one name', { pattern: 'a.ts' }, ['a.ts']],
    ['a pattern of many stars', { pattern: '**/*c**ts' }, ['src/deep/c.ts']],
    ['nothing', { pattern: '*.rs' }, ['[No files]']],
    ['no overlap of start and end', { pattern: 'a.t*.ts' }, ['[No files]']],
  ])('lists %s', async (_what, input, expected) => {
    const { call } = await makeBox(files)
    expect((await call('list_files', input)).text.split('\n')).toEqual(expected)
  })

  it('says how many it did not list', async () => {
    const many = Object.fromEntries(Array.from({ length: 450 }, (_, index) => [`f${index}`, '']))
    const { call, box } = await makeBox(many)
    expect((await call('list_files', {})).text).toMatch(/\n\[50 more; name a directory deeper down/)
    expect(box.filesRead()).toEqual([])
  })
})

describe('search', () => {
  it('shows each line that holds the text, by file, and counts the file as read', async () => {
    const { call, box, events } = await makeBox({
      'src/a.ts': 'one needle\ntwo\nneedle three\n',
      'src/b.ts': 'needle\n',
      'c.ts': 'nothing\n',
    })
    expect((await call('search', { pattern: 'needle' })).text).toBe(
      'src/a.ts\n1  one needle\n3  needle three\nsrc/b.ts\n1  needle',
    )
    expect(box.filesRead()).toEqual(['src/a.ts', 'src/b.ts'])
    expect(events).toEqual(['src/a.ts', 'src/b.ts'])
  })

  it.each([
    ['in a directory', { pattern: 'x', path: 'src' }, 'src/a.ts\n1  x = 1'],
    ['in a file', { pattern: 'x', path: 'b.ts' }, 'b.ts\n1  x = 2'],
    ['whatever the case', { pattern: 'X', ignore_case: true, path: 'src' }, 'src/a.ts\n1  x = 1'],
    ['with case', { pattern: 'X' }, 'No line found.'],
    ['for signs that mean something elsewhere', { pattern: '(a+)+$' }, 'b.ts\n2  (a+)+$'],
  ])('searches %s', async (_where, input, expected) => {
    const { call } = await makeBox({ 'src/a.ts': 'x = 1\n', 'b.ts': 'x = 2\n(a+)+$\n' })
    expect((await call('search', input)).text).toBe(expected)
  })

  it('shows the surroundings of a hit in a long line', async () => {
    const { call } = await makeBox({ min: `${'a'.repeat(500_000)}needle${'b'.repeat(500_000)}` })
    const { text } = await call('search', { pattern: 'needle' })
    expect(text).toContain('aneedleb')
    expect(text.length).toBeLessThan(1_000)
  })

  it('passes over binary files', async () => {
    const { call } = await makeBox({ bin: Buffer.from('needle\0') })
    expect((await call('search', { pattern: 'needle' })).text).toBe('No line found.')
  })

  it('counts only files whose lines it really shows, and says that there may be more', async () => {
    const { call, box } = await makeBox({ a: 'needle\n'.repeat(400), b: 'needle\n' })
    const { text } = await call('search', { pattern: 'needle' })
    expect(text).toContain('[There may be more; name a directory, a file or a longer text]')
    expect(box.filesRead()).toEqual(['a'])
  })

  it.each([
    ['more to read than it may', { bytes: 10, fileBytes: 100 }, 'too much to read'],
    ['files that are too large', { bytes: 1_000, fileBytes: 10 }, '1 files over 10 bytes were not searched'],
  ])('discloses %s', async (_what, limits, note) => {
    await makeBox({ a: 'needle and hay\n' })
    const snapshot = await indexSnapshot(join(root, 'snapshot'))
    const outcome = await search({ pattern: 'needle' }, snapshot, { signal: new AbortController().signal, limits })
    expect(outcome.text).toContain(note)
    expect(outcome.paths).toEqual([])
  })

  it('ends with the review', async () => {
    await makeBox({ a: 'needle\n' })
    const snapshot = await indexSnapshot(join(root, 'snapshot'))
    const signal = AbortSignal.abort(new Error('over'))
    await expect(search({ pattern: 'needle' }, snapshot, { signal })).rejects.toThrow('over')
  })
})

describe('the toolbox', () => {
  const hostilePaths = [
    '../canary',
    '..',
    '../',
    './../canary',
    'src/../../canary',
    'src/../a.ts',
    'src/./a.ts',
    'src//a.ts',
    '..\\canary',
    'src\\..\\..\\canary',
    '/etc/passwd',
    '/',
    '//',
    '~/.ssh/id_rsa',
    '../snapshot-other/canary',
    'canary\0.ts',
    'src/a.ts\0',
    '%2e%2e/canary',
    '．．/canary',
    '‥/canary',
    '\u002e\u002e/canary',
    'file:///etc/passwd',
    'C:\\Windows\\win.ini',
    '\\\\?\\C:\\x',
    '/proc/self/environ',
    '/dev/zero',
    'con',
    'src/a.ts:stream',
    'link',
    'link/passwd',
    'linked-directory/canary',
    '__proto__',
    'constructor',
    'x'.repeat(19_000),
  ]
  it.each(hostilePaths)('gives out nothing for the path %j', async (path) => {
    await symlink('/etc/passwd', join(root, 'snapshot/link'))
    await symlink(root, join(root, 'snapshot/linked-directory'))
    const { call, box } = await makeBox({ 'src/a.ts': 'x\n' })
    for (const name of ['read_file', 'list_files', 'search']) {
      const result = await call(name, { path, ...(name === 'search' ? { pattern: 'CANARY' } : {}) })
      expect(result.failed).toBe(true)
      expect(result.text).not.toContain('CANARY')
      expect(result.text).not.toMatch(/root:|snapshot-other\/$/)
    }
    expect(box.filesRead()).toEqual([])
  })

  it('gives out nothing for the absolute path of a file of the snapshot, or for a path of snapshot and more', async () => {
    const { call } = await makeBox({ 'src/a.ts': 'x\n' })
    for (const path of [join(root, 'snapshot/src/a.ts'), join(root, 'canary')]) {
      expect(await call('read_file', { path })).toMatchObject({ failed: true })
    }
  })

  it('does not follow a link that takes the place of a file', async () => {
    const { call } = await makeBox({ 'a.ts': 'x\n' })
    await rm(join(root, 'snapshot/a.ts'))
    await symlink(join(root, 'canary'), join(root, 'snapshot/a.ts'))
    await expect(call('read_file', { path: 'a.ts' })).rejects.toThrow(/ELOOP|EMLINK/)
  })

  it.each([
    ['no JSON', '{"path": '],
    ['a list', '["src/a.ts"]'],
    ['a text', '"src/a.ts"'],
    ['nothing known', '{"file": "src/a.ts"}'],
    ['a prototype', '{"__proto__": {"path": "src/a.ts"}}'],
    ['deep nesting', '['.repeat(200_000)],
  ])('answers arguments that are %s with an error', async (_what, text) => {
    const { call } = await makeBox({ 'src/a.ts': 'x\n' })
    const result = await call('read_file', text)
    expect(result.failed).toBe(true)
    expect(result.text.length).toBeLessThan(700)
  })

  it.each(['*'.repeat(199), `${'*a'.repeat(99)}`, '[a-z]+', '(?:a*)*b', '\u202e', '../*', '/etc/*'])(
    'takes the pattern %j as it is',
    async (pattern) => {
      const { call } = await makeBox({ [`${'a'.repeat(200)}.ts`]: `${'a'.repeat(100_000)}\n` })
      for (const [name, input] of [
        ['list_files', { pattern }],
        ['search', { pattern }],
      ] as const) {
        const { text } = await call(name, input)
        expect(text).not.toMatch(/canary|passwd/)
      }
    },
  )

  it('takes no argument for nothing', async () => {
    const { call } = await makeBox({ 'a.ts': 'x\n' })
    expect((await call('list_files', '')).text).toBe('a.ts')
  })

  it('gives out so much and then nothing, and counts nothing as read that it kept back', async () => {
    const { call, box } = await makeBox({ a: 'x'.repeat(500), b: 'y'.repeat(500) }, 900)
    expect((await call('read_file', { path: 'a' })).failed).toBe(false)
    expect(box.isEmpty()).toBe(false)
    expect(await call('read_file', { path: 'b' })).toMatchObject({ failed: true, text: expect.stringMatching(/limit/) })
    expect(box.isEmpty()).toBe(true)
    expect(box.filesRead()).toEqual(['a'])
  })

  it('describes its tools by JSON Schemas that take nothing else', () => {
    for (const { parameters } of toolDefinitions()) {
      expect(parameters).toMatchObject({ type: 'object', additionalProperties: false })
      expect(parameters).not.toHaveProperty('$schema')
    }
  })
})
