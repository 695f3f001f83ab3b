import { inflateRawSync } from 'node:zlib'
import { Refusal } from '#domain/platform/refusal.ts'

/** What a workbook of a school never is: more parts, more bytes, or bytes packed tighter than sheets can be. */
const MOST_ENTRIES = 500
const MOST_BYTES = 60 * 1024 * 1024
const TIGHTEST = 200
/** Below it even a tight entry does no harm. */
const SMALL = 1024 * 1024

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

export type ZipEntry = { name: string; packed: Buffer; size: number; stored: boolean }

/**
 * The entries of a zip by its directory, refused before anything is unpacked when they are too many, too large, packed too tightly, named
 * twice, encrypted or outside the file. Refusals: exchange.broken, exchange.bomb, exchange.encrypted.
 */
export function entriesOf(bytes: Buffer): ZipEntry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]), bytes.length - 22)
  if (end < 0 || bytes.readUInt32LE(end) !== END) throw new Refusal('exchange.broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Refusal('exchange.bomb')
  const entries: ZipEntry[] = []
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new Refusal('exchange.broken')
    const flags = bytes.readUInt16LE(at + 8)
    const method = bytes.readUInt16LE(at + 10)
    const [packedSize, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const [nameSize, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize)
    if (flags & 1) throw new Refusal('exchange.encrypted')
    if (method !== 0 && method !== 8) throw new Refusal('exchange.broken')
    if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new Refusal('exchange.broken')
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (start + packedSize > bytes.length) throw new Refusal('exchange.broken')
    total += size
    if (total > MOST_BYTES || (size > SMALL && size > packedSize * TIGHTEST)) throw new Refusal('exchange.bomb')
    entries.push({ name, packed: bytes.subarray(start, start + packedSize), size, stored: method === 0 })
    at += 46 + nameSize + extra + comment
  }
  if (new Set(entries.map(({ name }) => name.toLowerCase())).size < entries.length) throw new Refusal('exchange.broken')
  return entries
}

/** Unpacks an entry, at most to the size its directory claims: one that lies is refused. Refusals: exchange.bomb, exchange.broken. */
export function unpacked({ packed, size, stored }: ZipEntry): Buffer {
  if (stored) {
    if (packed.length !== size) throw new Refusal('exchange.broken')
    return packed
  }
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    if (bytes.length !== size) throw new Refusal('exchange.broken')
    return bytes
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'exchange.bomb' : 'exchange.broken')
  }
}

/** What a zip turned out to be: a workbook of Excel, or the sheets of an OpenDocument spreadsheet. */
export type Proved = { kind: 'workbook' } | { kind: 'openDocument'; content: string }

const SPREADSHEET = /^application\/vnd\.oasis\.opendocument\.spreadsheet(-template)?\s*$/
/** Parts that are bytes and harmless: how to print, and what add-ins remember. */
const harmlessBytes = /printersettings|customproperty/

/**
 * Refuses a file that is hostile or cannot be read: macros, another kind of document, declarations of entities in its XML, entries that
 * lie about their size. Refusals: exchange.macros, exchange.oldExcel, exchange.notSheet, exchange.hostile, and those above.
 */
export function proveZip(bytes: Buffer): Proved {
  const entries = entriesOf(bytes)
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const names = [...byName.keys()]
  if (byName.has('xl/workbook.bin')) throw new Refusal('exchange.oldExcel')
  if (names.some((name) => /vbaproject|macrosheets\/|\.bin$|^(basic|scripts)\/./.test(name) && !harmlessBytes.test(name)))
    throw new Refusal('exchange.macros')
  for (const entry of entries) {
    const content = unpacked(entry)
    if (/\.(xml|rels|vml|rdf)$/i.test(entry.name) && (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')))
      throw new Refusal('exchange.hostile')
  }
  const mimetype = byName.get('mimetype')
  if (mimetype) return proveOpenDocument(byName, unpacked(mimetype).toString('utf8', 0, 100))
  if (!byName.has('[content_types].xml') || !names.some((name) => name.startsWith('xl/'))) throw new Refusal('exchange.notSheet')
  return { kind: 'workbook' }
}

function proveOpenDocument(entries: ReadonlyMap<string, ZipEntry>, mimetype: string): Proved {
  if (!SPREADSHEET.test(mimetype)) throw new Refusal('exchange.notSheet')
  const manifest = entries.get('meta-inf/manifest.xml')
  if (entries.has('encrypted-package') || (manifest && unpacked(manifest).includes('encryption-data')))
    throw new Refusal('exchange.encrypted')
  const content = entries.get('content.xml')
  if (!content) throw new Refusal('exchange.broken')
  return { kind: 'openDocument', content: unpacked(content).toString('utf8') }
}
