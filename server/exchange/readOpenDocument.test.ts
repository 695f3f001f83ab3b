import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '#domain/platform/refusal.ts'
import { cell, cellsOf, gap, openDocument, table } from '#tests/zipByHand.ts'
import { readFile } from './readFile.ts'

test('OpenDocument: far corners, repeated emptiness, remarks, drawings and sheets of other files are no cells', async () => {
  const sheets = await readFile(
    openDocument(
      `<?xml version="1.0"?><!-- <table:table> --><a>
        <table:table table:name="Лист &quot;1&quot; &#x41;">
          ${cellsOf('Кабинет', 'a &lt; b &amp; &#1071;')}${gap(2)}
          <table:table-row table:number-rows-repeated="2" table:visibility="collapse"><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell office:value-type="string"><office:annotation><text:p>нет</text:p></office:annotation><draw:frame><text:p>нет</text:p>
            </draw:frame><text:p>а<text:s text:c="2"/><text:span>б</text:span></text:p><text:p><![CDATA[<в>]]></text:p></table:table-cell></table:table-row>
          ${gap(1_048_000)}${cellsOf('дно')}
        </table:table>
        <table:table table:name="'file:///a.ods'#$Лист1"><table:table-source xlink:href="a.ods"/>${cellsOf('чужое')}</table:table>
        <table:table table:name="внутри"><table:table-row><table:table-cell><table:table>${cellsOf('нет')}</table:table></table:table-cell>
          ${cell('да')}</table:table-row></table:table>
      </a>`,
    ),
  )
  assert.deepEqual(sheets, [
    {
      name: 'Лист "1" A',
      hidden: false,
      rows: [['Кабинет', 'a < b & Я'], [], [], [null, null, 'а  б\n<в>'], [null, null, 'а  б\n<в>']],
      hiddenRows: [3, 4],
      formulas: [],
    },
    { name: 'внутри', hidden: false, rows: [[null, 'да']], hiddenRows: [], formulas: [] },
  ])
})

test('OpenDocument with anything changed in it is read or refused', async () => {
  const content = table(cellsOf('Кабинет', 'Мест') + cellsOf('305', '30'))
  const sign = fc.constantFrom('<', '>', '"', '/', '&', '=', '<!--', '<![CDATA[', "'", '')
  await fc.assert(
    fc.asyncProperty(fc.nat(content.length - 1), sign, async (at, put) => {
      const bytes = openDocument(content.slice(0, at) + put + content.slice(at + 1))
      await readFile(bytes).catch((error: unknown) => assert.ok(error instanceof Refusal, String(error)))
    }),
    { numRuns: 300 },
  )
})
