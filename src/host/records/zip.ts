import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

// A zip file with one entry, as its specification (APPNOTE 6.3) lays it out: local header, data, directory, end. Sizes
// of 4 GB and more, encryption and everything else that a record does not need is refused.

const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46
const END = 0x06054b50
const END_BYTES = 22
/** A comment may follow the end, of at most 65,535 bytes. */
const MAX_COMMENT_BYTES = 0xffff
const STORED = 0
const DEFLATED = 8
const VERSION = 20
const UTF8_NAME = 0x0800
const ENCRYPTED = 0x0001
/** 1 January 1980, the first day there is: a record says itself when it was made. */
const DATE = 0x0021

interface Entry {
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  /** Where its local header stands. */
  readonly offset: number
}

/** A zip file that holds `content` under `name`. */
export function zipOne(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content)
  const nameBytes = Buffer.from(name)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(UTF8_NAME, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(nameBytes.length, 22)
  const local = Buffer.concat([uint32(LOCAL), fields, nameBytes, packed])
  // Made by: the same version; then comment, disk, attributes and offset, all of them zero.
  const central = Buffer.concat([uint32(CENTRAL), uint16(VERSION), fields, Buffer.alloc(14), nameBytes])
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

/** The content of the only entry of a zip file; undefined for everything that is not such a file of at most `maxBytes`. */
export function unzipOne(zip: Buffer, maxBytes: number): Buffer | undefined {
  const entry = readEntry(zip)
  if (entry === undefined || entry.bytes > maxBytes) return undefined
  const packed = readData(zip, entry)
  const content = packed === undefined ? undefined : unpack(packed, { ...entry, maxBytes })
  return content?.length === entry.bytes && crc32(content) === entry.crc ? content : undefined
}

function readEntry(zip: Buffer): Entry | undefined {
  const end = findEnd(zip)
  if (end === undefined || zip.readUInt16LE(end + 10) !== 1) return undefined
  const start = zip.readUInt32LE(end + 16)
  if (start + CENTRAL_BYTES > end || zip.readUInt32LE(start) !== CENTRAL) return undefined
  if ((zip.readUInt16LE(start + 8) & ENCRYPTED) !== 0) return undefined
  return {
    method: zip.readUInt16LE(start + 10),
    crc: zip.readUInt32LE(start + 16),
    packedBytes: zip.readUInt32LE(start + 20),
    bytes: zip.readUInt32LE(start + 24),
    offset: zip.readUInt32LE(start + 42),
  }
}

function findEnd(zip: Buffer): number | undefined {
  const last = zip.length - END_BYTES
  const first = Math.max(0, last - MAX_COMMENT_BYTES)
  const at = last < 0 ? -1 : zip.lastIndexOf(uint32(END), last)
  return at < first ? undefined : at
}

/** Name and extra field of the local header may differ in length from those of the directory. */
function readData(zip: Buffer, { offset, packedBytes }: Entry): Buffer | undefined {
  if (offset + LOCAL_BYTES > zip.length || zip.readUInt32LE(offset) !== LOCAL) return undefined
  const from = offset + LOCAL_BYTES + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28)
  return from + packedBytes > zip.length ? undefined : zip.subarray(from, from + packedBytes)
}

function unpack(packed: Buffer, { method, maxBytes }: Entry & { readonly maxBytes: number }): Buffer | undefined {
  if (method === STORED) return packed
  if (method !== DEFLATED) return undefined
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes + 1 })
  } catch {
    return undefined
  }
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
