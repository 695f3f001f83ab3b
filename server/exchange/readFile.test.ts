import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { Refusal } from '#domain/platform/refusal.ts'
import { windows1251 } from '#scripts/sheets/town.ts'
import { callerOf } from '#tests/caller.ts'
import { newWorld } from '#tests/world.ts'
import { readApart } from './readApart.ts'
import { readFile } from './readFile.ts'
import { entriesOf } from './zip.ts'

type Part = { name: string; content: Buffer /** What the directory says instead of the truth. */; size?: number; flags?: number }

/** A zip made by hand, so that it may lie. */
function zip(parts: readonly Part[]): Buffer {
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

const honest = await writeXlsx({ sheets: [{ name: 'Лист1', rows: [['Кабинет'], ['305']] }] })
/** The honest workbook with parts added, or put in the place of its own. */
function workbook(parts: readonly Part[]): Buffer {
  const own = entriesOf(Buffer.from(honest)).map(({ name }) => name)
  const kept = own.filter((name) => !parts.some((part) => part.name === name)).map((name) => ({ name, content: partOf(name) }))
  return zip([...kept, ...parts])
}
const partOf = (name: string): Buffer => {
  const entry = entriesOf(Buffer.from(honest)).find((one) => one.name === name)!
  return entry.stored ? entry.packed : Buffer.from(inflateRawSync(entry.packed))
}
const SHEET = 'xl/worksheets/sheet1.xml'
const sheetWith = (data: string) =>
  Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  )
const rowsOf = (n: number, cell: (i: number) => string) => Array.from({ length: n }, (_, i) => cell(i + 1)).join('')
const MB = 1024 * 1024

const hostile: [title: string, code: string, bytes: () => Buffer | Promise<Buffer>][] = [
  ['a bomb that says so', 'exchange.bomb', () => workbook([{ name: SHEET, content: Buffer.alloc(100 * MB, 0x20) }])],
  [
    'a bomb that lies about its size',
    'exchange.bomb',
    () => workbook([{ name: SHEET, content: Buffer.alloc(100 * MB, 0x20), size: 4_000 }]),
  ],
  [
    'ten bombs of ten',
    'exchange.bomb',
    () => workbook(Array.from({ length: 10 }, (_, i) => ({ name: `xl/media/${i}`, content: Buffer.alloc(10 * MB, i) }))),
  ],
  [
    'a thousand parts',
    'exchange.bomb',
    () => workbook(Array.from({ length: 1_000 }, (_, i) => ({ name: `xl/${i}`, content: Buffer.from('1') }))),
  ],
  [
    'a part named twice',
    'exchange.broken',
    () =>
      zip([
        { name: SHEET, content: sheetWith('') },
        { name: SHEET, content: sheetWith('') },
      ]),
  ],
  ['macros', 'exchange.macros', () => workbook([{ name: 'xl/vbaProject.bin', content: Buffer.from('Sub Auto_Open()') }])],
  ['macros of the old kind', 'exchange.macros', () => workbook([{ name: 'xl/macrosheets/sheet1.xml', content: sheetWith('') }])],
  [
    'a billion laughs',
    'exchange.hostile',
    () =>
      workbook([
        {
          name: SHEET,
          content: Buffer.from('<!DOCTYPE a [<!ENTITY l "l"><!ENTITY m "&l;&l;&l;&l;">]><worksheet>&m;</worksheet>'),
        },
      ]),
  ],
  [
    'a file of the server',
    'exchange.hostile',
    () =>
      workbook([
        {
          name: 'xl/sharedStrings.xml',
          content: Buffer.from('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><sst>&f;</sst>'),
        },
      ]),
  ],
  ['an encrypted part', 'exchange.encrypted', () => workbook([{ name: 'xl/secret.xml', content: Buffer.from('x'), flags: 1 }])],
  [
    'a workbook with a password',
    'exchange.encrypted',
    async () =>
      Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [['1']] }], encryption: { password: '1', spinCount: 1 } })),
  ],
  ['Excel of 1997', 'exchange.oldExcel', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)])],
  [
    'OpenDocument',
    'exchange.openDocument',
    () => zip([{ name: 'mimetype', content: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') }]),
  ],
  [
    'a text of Word',
    'exchange.notSheet',
    () =>
      zip([
        { name: '[Content_Types].xml', content: Buffer.from('<a/>') },
        { name: 'word/document.xml', content: Buffer.from('<a/>') },
      ]),
  ],
  ['a picture', 'exchange.notSheet', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a PDF', 'exchange.notSheet', () => Buffer.from('%PDF-1.7\n1 0 obj')],
  ['a page', 'exchange.notSheet', () => Buffer.from('<!DOCTYPE html><table></table>')],
  ['half a workbook', 'exchange.broken', () => Buffer.from(honest).subarray(0, honest.length - 30)],
  ['no rows', 'exchange.empty', () => Buffer.from(';;\n;;\n')],
  [
    'a million rows',
    'exchange.tooManyRows',
    () =>
      workbook([{ name: SHEET, content: sheetWith(rowsOf(300_000, (r) => `<row r="${r}"><c r="A${r}"><v>${r}</v></c></row>`)) }]),
  ],
  ['a row at the far end', 'exchange.tooManyRows', () => Buffer.from('1\n'.repeat(20_000))],
  ['a million columns', 'exchange.tooManyColumns', () => Buffer.from(`${'a;'.repeat(1_000_000)}\n`.repeat(2).slice(0, 150_000))],
  [
    'a million columns in a workbook',
    'exchange.tooManyColumns',
    () => workbook([{ name: SHEET, content: sheetWith(`<row r="1">${rowsOf(16_000, (i) => `<c><v>${i}</v></c>`)}</row>`) }]),
  ],
  [
    'merged areas over each other',
    'exchange.bomb',
    () =>
      workbook([
        {
          name: SHEET,
          content: Buffer.from(
            sheetWith(rowsOf(9_000, (r) => `<row r="${r}"><c r="A${r}"><v>1</v></c></row>`))
              .toString()
              .replace('</worksheet>', `<mergeCells>${'<mergeCell ref="A1:GR9000"/>'.repeat(50)}</mergeCells></worksheet>`),
          ),
        },
      ]),
  ],
]
for (const [title, code, make] of hostile) {
  test(`${title} is refused as ${code}, within the bounds [security T8]`, async () => {
    const bytes = await make()
    await assert.rejects(readApart(bytes), (error: unknown) => {
      assert.ok(error instanceof Refusal, String(error))
      assert.equal(error.code, code)
      return true
    })
  })
}

test('a far corner costs nothing: two cells at the ends of a sheet [security T8]', async () => {
  const [sheet] = await readFile(
    workbook([
      {
        name: SHEET,
        content: sheetWith('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
      },
    ]),
  )
  assert.deepEqual(sheet!.rows, [[1]])
})

test('what takes too long or too much memory is ended, and the server goes on [security T8]', async () => {
  const heavy = workbook([
    {
      name: SHEET,
      content: sheetWith(
        rowsOf(9_000, (r) => `<row r="${r}">${'<c t="inlineStr"><is><t>Иванова</t></is></c>'.repeat(50)}</row>`),
      ),
    },
  ])
  await assert.rejects(readApart(heavy, { seconds: 20, megabytes: 4 }), { code: 'exchange.tooHeavy' })
  await assert.rejects(readApart(heavy, { seconds: 0.001, megabytes: 256 }), { code: 'exchange.tooHeavy' })
  assert.match(await readApart(Buffer.from(honest)), /305/)
})

const line = 'Класс;ФИО;Примечание\r\n7А;Ёлкина Мария;"из ""Зари""; село"\r\n'
const texts: [string, Buffer][] = [
  ['UTF-8', Buffer.from(line)],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${line}`)],
  ['windows-1251', windows1251(line)],
  [
    'UTF-16 with tabs',
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(line.replace('"из ""Зари""; село"', 'из "Зари"; село').replaceAll(/;(?! село)/g, '\t'), 'utf16le'),
    ]),
  ],
  ['UTF-8 with commas', Buffer.from('Класс,ФИО,Примечание\n7А,Ёлкина Мария,"из ""Зари""; село"\n')],
  ['line breaks of old Macs', Buffer.from(line.replaceAll('\r\n', '\r'))],
]
for (const [title, bytes] of texts) {
  test(`a list in ${title} reads the same`, async () => {
    assert.deepEqual((await readFile(bytes))[0]!.rows, [
      ['Класс', 'ФИО', 'Примечание'],
      ['7А', 'Ёлкина Мария', 'из "Зари"; село'],
    ])
  })
}

test('random bytes are never more than a refusal or a list', async () => {
  const start = fc.constantFrom(
    Buffer.alloc(0),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from(honest).subarray(0, 200),
    Buffer.from([0xff, 0xfe]),
  )
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (head, tail) => {
      await readFile(Buffer.concat([head, tail])).catch((error: unknown) => assert.ok(error instanceof Refusal, String(error)))
    }),
    { numRuns: 300 },
  )
})

test('a workbook with a byte changed anywhere is read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(honest.length - 1), fc.nat(255), async (at, byte) => {
      const bytes = Buffer.from(honest)
      bytes[at] = byte
      await readFile(bytes).catch((error: unknown) => assert.ok(error instanceof Refusal, String(error)))
    }),
    { numRuns: 300 },
  )
})

const uploads: [string, { body?: Buffer; name?: string; id?: string; as?: 'kiselev' | 'petya' | null }, number, string][] = [
  ['a list', {}, 200, ''],
  ['nothing', { body: Buffer.alloc(0) }, 422, 'files.empty'],
  ['100 MB', { body: Buffer.alloc(21 * MB) }, 413, 'files.tooLarge'],
  ['a picture', { body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') }, 422, 'exchange.notSheet'],
  ['no name', { name: '' }, 400, 'input.wrong'],
  ['no operation', { id: '' }, 400, 'input.operationId'],
  ['a list of a student', { as: 'petya' }, 403, 'access.denied'],
  ['a list of a passer-by', { as: null }, 401, 'access.signedOut'],
]
for (const [
  title,
  { body = Buffer.from(line), name = 'список.csv', id = crypto.randomUUID(), as = 'kiselev' },
  status,
  code,
] of uploads) {
  test(`${title}, sent up, is answered ${status} ${code}`, async () => {
    const world = await newWorld()
    const answer = await (await callerOf(world, as)).sends('POST', `/api/sheets?name=${encodeURIComponent(name)}`, {
      body,
      headers: { 'content-type': 'text/csv', 'x-zvonok': '1', 'x-operation-id': id },
    })
    assert.deepEqual([answer.status, answer.code], [status, code], answer.text)
    assert.equal((await world.rows('select 1 from import_upload where school_id = :school')).length, status === 200 ? 1 : 0)
  })
}
