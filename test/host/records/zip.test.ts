import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { unzipOne, zipOne } from '../../../src/host/records/zip.js'

const limit = 1_000_000
const withPython = spawnSync('python3', ['--version']).status === 0 ? it : it.skip
const content = Buffer.from('A record.\n'.repeat(1_000))

/** Writes a 32-bit number over what stands at `offset`, counted from the directory's entry. */
function tampered(offset: number, value: number): Buffer {
  const zip = Buffer.from(zipOne('review.record', content))
  zip.writeUInt32LE(value, zip.indexOf(Buffer.from('PK\u0001\u0002')) + offset)
  return zip
}

/** As a tool would write it that does not compress. */
function stored(): Buffer {
  const zip = zipOne('a', Buffer.alloc(0))
  const at = zip.indexOf(Buffer.from('PK\u0001\u0002'))
  const local = Buffer.from(zip.subarray(0, 31))
  const central = Buffer.from(zip.subarray(at, at + 47))
  const end = Buffer.from(zip.subarray(-22))
  for (const [header, offset] of [
    [local, 8],
    [central, 10],
  ] as const) {
    header.writeUInt16LE(0, offset)
    header.writeUInt32LE(crc32(content), offset + 6)
    header.writeUInt32LE(content.length, offset + 10)
    header.writeUInt32LE(content.length, offset + 14)
  }
  end.writeUInt32LE(local.length + content.length, 16)
  return Buffer.concat([local, content, central, end])
}

describe('a zip file with one entry', () => {
  it.each([
    ['text', content],
    ['nothing', Buffer.alloc(0)],
    ['every byte', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
  ])('gives %s back', (_what, bytes) => {
    expect(unzipOne(zipOne('review.record', bytes), limit)).toEqual(bytes)
  })

  withPython('is read by Python, and its checksums hold', () => {
    const directory = mkdtempSync(join(tmpdir(), 'zip-test-'))
    const file = join(directory, 'a.zip')
    writeFileSync(file, zipOne('review.record', content))
    const program =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist(), len(z.read("review.record")))'
    const { stdout } = spawnSync('python3', ['-c', program, file], { encoding: 'utf8' })
    rmSync(directory, { recursive: true })
    expect(stdout.trim()).toBe("None ['review.record'] 10000")
  })

  it('may be stored, and may have a comment at its end', () => {
    expect(unzipOne(stored(), limit)).toEqual(content)
    expect(unzipOne(Buffer.concat([zipOne('a', content), Buffer.from('a comment')]), limit)).toEqual(content)
  })
})

describe('what is no such file', () => {
  const zip = zipOne('review.record', content)
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('PK is not enough')],
    ['the end alone', zip.subarray(-22)],
    ['a file cut off at its end', zip.subarray(0, -1)],
    ['a file cut off at its start', zip.subarray(10)],
    ['two entries', Buffer.concat([zip.subarray(0, -12), Buffer.from([2, 0]), zip.subarray(-10)])],
    ['a checksum that does not hold', tampered(16, 1)],
    ['a packed size beyond the file', tampered(20, 0xfffffff0)],
    ['another size than is said', tampered(24, 9_999)],
    ['a bomb that says it is small', tampered(24, 3)],
    ['a size beyond the limit', tampered(24, limit + 1)],
    ['an entry beyond the file', tampered(42, 0xfffffff0)],
    ['an entry that is no entry', tampered(42, 4)],
    ['encryption', tampered(8, 0x00080001)],
    ['a method that nobody knows', tampered(10, 99)],
    ['no deflated data', Buffer.concat([zip.subarray(0, 43), Buffer.from([255]), zip.subarray(44)])],
  ])('is refused: %s', (_what, odd) => {
    expect(unzipOne(odd, limit)).toBeUndefined()
  })

  it('is refused before it grows beyond the limit', () => {
    expect(unzipOne(zipOne('a', Buffer.alloc(2_000_000)), limit)).toBeUndefined()
  })
})
