import { inflateSync } from 'node:zlib'

/**
 * What can be read on the pages of a PDF that our forms make, a string a page, its lines in the order in which they are drawn. Fonts
 * there are subsets with a map of glyphs to letters, streams are deflated, objects lie open.
 */
export function pagesOfPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf.toString('latin1'))
  const letters = new Map<string, Map<number, string>>()
  for (const [, fonts] of [...objects.values()].flatMap(({ head }) => [...head.matchAll(/\/Font <<([^>]*)>>/g)]))
    for (const [, name, id] of fonts!.matchAll(/\/(\w+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)!.head)![1]!
      letters.set(name!, lettersIn(objects.get(map)!.stream()))
    }
  const pages = /\/Kids \[([^\]]*)\]/.exec([...objects.values()].find(({ head }) => /\/Type \/Pages\b/.test(head))!.head)![1]!
  return [...pages.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const content = /\/Contents (\d+) 0 R/.exec(objects.get(id!)!.head)![1]!
    return textOf(objects.get(content)!.stream(), letters)
  })
}

function objectsOf(pdf: string): Map<string, { head: string; stream: () => string }> {
  const objects = new Map<string, { head: string; stream: () => string }>()
  for (const [, id, body] of pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)) {
    const start = body!.search(/stream\r?\n/)
    const head = start < 0 ? body! : body!.slice(0, start)
    const bytes = () => Buffer.from(body!.slice(body!.indexOf('\n', start) + 1, body!.lastIndexOf('endstream')), 'latin1')
    objects.set(id!, { head: head.replace(/\s+/g, ' '), stream: () => inflateSync(bytes()).toString('latin1') })
  }
  return objects
}

const codes = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

function lettersIn(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, text] of block!.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(Number.parseInt(glyph!, 16), codes(text!))
  return letters
}

/** Of the drawing only the choice of a font, the strings and the end of each line matter. */
function textOf(content: string, letters: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>()
  let text = ''
  const token = /\/(\w+) [\d.]+ Tf|\(|<([0-9A-Fa-f]+)>|\bET\b/g
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [all, name, hex] = found
    if (name) font = letters.get(name)!
    else if (all === 'ET') text += '\n'
    else {
      const { bytes, end } = hex ? { bytes: Buffer.from(hex, 'hex'), end: token.lastIndex } : stringAt(content, token.lastIndex)
      token.lastIndex = end
      for (let at = 0; at < bytes.length; at += 2) text += font.get(bytes.readUInt16BE(at)) ?? '�'
    }
  }
  return text
}

const named: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** The string that begins behind a bracket. Brackets in it are as they are while each has its pair. */
function stringAt(content: string, start: number): { bytes: Buffer; end: number } {
  const bytes: number[] = []
  for (let at = start, depth = 0; ; at++) {
    const sign = content[at]!
    if (sign === ')' && depth === 0) return { bytes: Buffer.from(bytes), end: at + 1 }
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(content.slice(at + 1, at + 4))?.[0]
      bytes.push(octal ? Number.parseInt(octal, 8) : (named[content[at + 1]!] ?? content.charCodeAt(at + 1)))
      at += octal?.length ?? 1
    } else {
      depth += Number(sign === '(') - Number(sign === ')')
      bytes.push(content.charCodeAt(at))
    }
  }
}
