import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runDirectly } from '../../src/host/run-directly.js'

const unix = process.platform === 'win32' ? describe.skip : describe
const asRoot = process.getuid?.() === 0 ? it : it.skip

let directory: string
beforeEach(() => {
  directory = mkdtempSync('/tmp/run-directly-')
  chmodSync(directory, 0o711)
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function command(script: string, lines: string[]) {
  return {
    file: '/bin/sh',
    args: ['-c', script],
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    input: '',
    readOnly: [],
    writableFiles: [join(directory, 'answer')],
    privateDirectories: [join(directory, 'home', 'deep')],
    onLine: (line: Buffer) => void lines.push(line.toString()),
    stallMs: 30_000,
    signal: new AbortController().signal,
  }
}

unix('runDirectly', () => {
  it('empties the files and makes the directories before the program starts', async () => {
    writeFileSync(join(directory, 'answer'), 'old')
    const lines: string[] = []
    const script = `cat ${directory}/answer; echo new > ${directory}/answer; echo x > ${directory}/home/deep/file && echo made`
    expect(await runDirectly(command(script, lines), undefined)).toMatchObject({ exitCode: 0 })
    expect(lines).toEqual(['made'])
    expect(readFileSync(join(directory, 'answer'), 'utf8')).toBe('new\n')
  })

  asRoot('hands them to the user that the program runs as, and nothing around them', async () => {
    const identity = { uid: 65_411, gid: 65_411 }
    const lines: string[] = []
    const script = `id -u; id -G; echo x > ${directory}/answer && touch ${directory}/home/deep/file && echo written; touch ${directory}/other || echo refused`
    await runDirectly(command(script, lines), identity)
    expect(lines).toEqual(['65411', '65411', 'written', 'refused'])
    expect(statSync(join(directory, 'answer')).uid).toBe(65_411)
    expect(statSync(directory).uid).toBe(0)
  })
})
