import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWholeFile } from '../../src/host/whole-file.js'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'whole-file-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('writeWholeFile', () => {
  it('writes the text and leaves nothing beside it', () => {
    const file = join(directory, 'report.json')
    writeWholeFile(file, 'first')
    writeWholeFile(file, 'second')
    expect(readFileSync(file, 'utf8')).toBe('second')
    expect(readdirSync(directory)).toEqual(['report.json'])
  })

  it('leaves nothing where it fails', () => {
    const file = join(directory, 'taken')
    mkdirSync(file)
    expect(() => writeWholeFile(file, 'text')).toThrow(/EISDIR/)
    expect(() => writeWholeFile(join(directory, 'missing', 'file'), 'text')).toThrow(/ENOENT/)
    expect(readdirSync(directory)).toEqual(['taken'])
  })

  const onUnix = process.platform === 'win32' ? it.skip : it

  onUnix('does not replace a device', () => {
    writeWholeFile('/dev/null', 'text')
    expect(readFileSync('/dev/null', 'utf8')).toBe('')
  })
})
