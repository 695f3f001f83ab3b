import { deflateRawSync } from 'node:zlib'

export type Part = {
  name: string
  content: Buffer /** What the directory says instead of the truth. */
  size?: number
  flags?: number
}

/** A zip made by hand, so that it may lie. */
export function zip(parts: readonly Part[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content, size = content.length, flags = 0 } of parts) {
    const [title, packed] = [Buffer.from(name), deflateRawSync(content)]
    const head = (signature: number, length: number, from: number) => {
      const bytes = Buffer.alloc(length)
      bytes.writeUInt32LE(signature, 0)
      bytes.writeUInt16LE(flags, from + 2)
      bytes.writeUInt16LE(8, from + 4)
      bytes.writeUInt32LE(packed.length, from + 14)
      bytes.writeUInt32LE(size, from + 18)
      bytes.writeUInt16LE(title.length, from + 22)
      return bytes
    }
    const local = head(0x04034b50, 30, 4)
    const entry = head(0x02014b50, 46, 6)
    entry.writeUInt32LE(at, 42)
    locals.push(local, title, packed)
    directory.push(entry, title)
    at += 30 + title.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, central, end])
}

/** An OpenDocument spreadsheet with this `content.xml`. */
export const openDocument = (
  content: string | null,
  parts: readonly Part[] = [],
  type = 'application/vnd.oasis.opendocument.spreadsheet',
) =>
  zip([
    { name: 'mimetype', content: Buffer.from(type) },
    ...(content === null ? [] : [{ name: 'content.xml', content: Buffer.from(content) }]),
    ...parts,
  ])
export const table = (rows: string) => `<a><table:table table:name="Лист1">${rows}</table:table></a>`
export const cell = (text: string, attributes = '') =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`
export const cellsOf = (...texts: string[]) => `<table:table-row>${texts.map((text) => cell(text)).join('')}</table:table-row>`
export const gap = (rows: number) => `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell/></table:table-row>`
