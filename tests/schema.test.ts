import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testDatabase } from './database.ts'
import { printedSchema } from './schema.ts'

test('the printed schema is the one that the migrations make', async () => {
  const file = join(import.meta.dirname, '../migrations/schema.sql')
  const printed = await printedSchema((await testDatabase()).owner)
  if (process.env.UPDATE === '1') writeFileSync(file, printed)
  assert.equal(
    readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
    printed,
    'run the tests with UPDATE=1 and read the difference',
  )
})
