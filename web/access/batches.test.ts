import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BATCH, batchesOf, bySheets } from './batches.ts'

test('everybody is in exactly one batch, none is larger than the server hashes in a second [R036]', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ personId: fc.uuid(), account: fc.boolean() }), { maxLength: 200 }), (recipients) => {
      const batches = batchesOf(recipients)
      assert.ok(batches.every(({ personIds }) => personIds.length > 0 && personIds.length <= BATCH))
      for (const create of [true, false]) {
        const asked = batches.filter((batch) => batch.create === create).flatMap(({ personIds }) => personIds)
        const wanted = new Set(recipients.filter(({ account }) => account !== create).map(({ personId }) => personId))
        assert.deepEqual(new Set(asked), wanted)
        assert.equal(asked.length, wanted.size)
      }
    }),
  )
})

test('slips are printed a sheet a class, classes as a school counts them [R038]', () => {
  const slip = (name: string, sheet: string) => ({
    personId: name,
    accountId: '',
    name,
    kind: 'student' as const,
    detail: '',
    login: '',
    password: null,
    token: null,
    expiresOn: null,
    sheet,
  })
  const sheets = bySheets([slip('Яковлев', '10А'), slip('Антонова', '10А'), slip('Борисов', '2Б')])
  assert.deepEqual(
    sheets.map(({ sheet, slips }) => [sheet, slips.map(({ name }) => name)]),
    [
      ['2Б', ['Борисов']],
      ['10А', ['Антонова', 'Яковлев']],
    ],
  )
})
