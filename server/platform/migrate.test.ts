import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withFreshDatabase } from '#tests/freshDatabase.ts'
import { migrate } from './migrate.ts'
import { StartFailure } from './startFailure.ts'

const stops = (says: RegExp) => (error: unknown) => {
  assert.ok(error instanceof StartFailure, String(error))
  assert.match(error.message, says)
  return true
}

test('an empty database gets its schema, a ready one keeps it, and two programs that start at once do not meet', async () => {
  await withFreshDatabase(async (url, owner) => {
    await Promise.all([migrate(url), migrate(url)])
    const names = async () =>
      (await owner.query<{ name: string }>('select name from migration order by name')).rows.map((row) => row.name)
    const before = await names()
    assert.ok(before.length >= 6)
    await migrate(url)
    assert.deepEqual(await names(), before)
  })
})

test('a database of a newer program is not touched', async () => {
  await withFreshDatabase(async (url, owner) => {
    await migrate(url)
    await owner.query(`insert into migration (name) values ('9999_from_the_future.sql')`)
    await assert.rejects(migrate(url), stops(/новее этой программы/))
  })
})

for (const damage of [
  'drop table absence',
  'alter table mark disable trigger record_update',
  'drop policy own_school on person',
  'alter table mark no force row level security',
]) {
  test(`a database that has lost something is not opened: ${damage}`, async () => {
    await withFreshDatabase(async (url, owner) => {
      await migrate(url)
      await owner.query(damage)
      await assert.rejects(migrate(url), stops(/не хватает/))
    })
  })
}
