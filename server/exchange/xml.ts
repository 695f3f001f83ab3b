type Attributes = Readonly<Record<string, string>>
export type XmlHandler = {
  open(name: string, attributes: () => Attributes): void
  close(name: string): void
  text(text: string): void
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Nothing but the five names and numbers of signs: entities that a document declares are not known here. */
const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex?: string, decimal?: string, name = '') => {
        if (name !== '') return named[name] ?? whole
        const sign = hex ? Number.parseInt(hex, 16) : Number(decimal)
        return sign <= 0x10ffff ? String.fromCodePoint(sign) : ''
      })
    : text

const attributesOf = (tag: string): Attributes => {
  const found: Record<string, string> = Object.create(null)
  for (const [, name, double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name!] = plain(double ?? single ?? '')
  return found
}

/**
 * Walks over an XML document from its beginning to its end: elements and the text between them. It builds no tree, follows no reference
 * and declares nothing; where the document breaks off, the walk ends. False when it broke off, or a tag was left open.
 */
export function walkXml(xml: string, handler: XmlHandler): boolean {
  let depth = 0
  let at = 0
  while (at < xml.length) {
    const start = xml.indexOf('<', at)
    if (start < 0) break
    if (start > at) handler.text(plain(xml.slice(at, start)))
    const special = beyond(xml, start, handler)
    if (special < 0) return false
    if (special > 0) {
      at = special
      continue
    }
    const end = endOfTag(xml, start)
    if (end < 0) return false
    const closed = xml[end - 1] === '/'
    const tag = xml.slice(start + 1, closed ? end - 1 : end)
    at = end + 1
    if (tag.startsWith('/')) {
      depth -= 1
      handler.close(tag.slice(1).trim())
      continue
    }
    const name = /^[^\s/]*/.exec(tag)![0]
    depth += 1
    handler.open(name, () => attributesOf(tag.slice(name.length)))
    if (!closed) continue
    depth -= 1
    handler.close(name)
  }
  return depth === 0
}

/** Where a comment, an instruction or a part of raw text ends; 0 when none begins here, -1 when it does not end. */
function beyond(xml: string, start: number, handler: XmlHandler): number {
  const [opening, ending] = xml.startsWith('<!--', start)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', start)
      ? ['<![CDATA[', ']]>']
      : xml.startsWith('<?', start)
        ? ['<?', '?>']
        : ['', '']
  if (opening === '') return 0
  const end = xml.indexOf(ending, start + opening.length)
  if (end < 0) return -1
  if (opening === '<![CDATA[') handler.text(xml.slice(start + opening.length, end))
  return end + ending.length
}

/** The «>» that ends a tag: one inside a value in quotes does not. */
function endOfTag(xml: string, start: number): number {
  let end = xml.indexOf('>', start)
  let quote = nextQuote(xml, start, end)
  while (end >= 0 && quote >= 0) {
    const second = xml.indexOf(xml[quote]!, quote + 1)
    if (second < 0) return -1
    if (second > end) end = xml.indexOf('>', second)
    quote = nextQuote(xml, second + 1, end)
  }
  return end
}

const nextQuote = (xml: string, from: number, to: number): number => {
  for (let at = from; at < to; at++) if (xml[at] === '"' || xml[at] === "'") return at
  return -1
}
