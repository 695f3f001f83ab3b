import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { Refusal } from '#domain/platform/refusal.ts'
import { windows1251 } from '#scripts/sheets/town.ts'
import { cell, cellsOf, gap, openDocument, type Part, table, zip } from '#tests/zipByHand.ts'
import { readApart } from './readApart.ts'
import { readFile } from './readFile.ts'
import { entriesOf } from './zip.ts'

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
  ['Excel with binary parts', 'exchange.oldExcel', () => workbook([{ name: 'xl/workbook.bin', content: Buffer.from('x') }])],
  [
    'an embedded object',
    'exchange.macros',
    () => workbook([{ name: 'xl/embeddings/oleObject1.bin', content: Buffer.from('x') }]),
  ],
  ['OpenDocument without its sheets', 'exchange.broken', () => openDocument(null)],
  ['a text of LibreOffice', 'exchange.notSheet', () => openDocument(table('x'), [], 'application/vnd.oasis.opendocument.text')],
  [
    'OpenDocument with macros',
    'exchange.macros',
    () => openDocument(table('x'), [{ name: 'Basic/script-lc.xml', content: Buffer.from('<a/>') }]),
  ],
  [
    'OpenDocument with a password',
    'exchange.encrypted',
    () => openDocument(table('x'), [{ name: 'META-INF/manifest.xml', content: Buffer.from('<manifest:encryption-data/>') }]),
  ],
  ['a billion laughs in OpenDocument', 'exchange.hostile', () => openDocument('<!DOCTYPE a [<!ENTITY l "l">]><a>&l;</a>')],
  ['OpenDocument that breaks off', 'exchange.broken', () => openDocument(table(cellsOf('1', '2')).slice(0, -40))],
  ['a bomb in OpenDocument', 'exchange.bomb', () => openDocument(table(' '.repeat(61 * MB)))],
  [
    'a row repeated a million times',
    'exchange.tooManyRows',
    () => openDocument(table(`<table:table-row table:number-rows-repeated="1048576">${cell('1')}</table:table-row>`)),
  ],
  [
    'a cell repeated ten thousand times',
    'exchange.tooManyColumns',
    () => openDocument(table(`<table:table-row>${cell('1', 'table:number-columns-repeated="16384"')}</table:table-row>`)),
  ],
  [
    'twenty sheets of ten thousand rows',
    'exchange.tooManyRows',
    () => openDocument(`<a>${`<table:table table:name="a">${gap(9_999)}${cellsOf('1')}</table:table>`.repeat(20)}</a>`),
  ],
  [
    'merged areas over each other in OpenDocument',
    'exchange.bomb',
    () =>
      openDocument(
        table(
          `<table:table-row>${cell('1', 'table:number-columns-spanned="200" table:number-rows-spanned="9000"').repeat(50)}</table:table-row>`.concat(
            cellsOf('1').repeat(8_999),
          ),
        ),
      ),
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
