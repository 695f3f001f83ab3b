import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#tests/database.ts'
import { newWorld } from '#tests/world.ts'
import { openDb, sql } from './db.ts'
import { problemOf } from './http.ts'

test('a statement gives up before whoever asked has gone, and sooner when it waits for a row', async () => {
  const db = openDb((await testDatabase()).appUrl, { max: 1 })
  try {
    const setting = async (statement: ReturnType<typeof sql>) =>
      Object.values(await db.bare.one<Record<string, string>>(statement))
    assert.deepEqual(await setting(sql`show statement_timeout`), ['15s'])
    assert.deepEqual(await setting(sql`show lock_timeout`), ['5s'])
  } finally {
    await db.end()
  }
})

test('whoever waited too long is asked to come again, not told of a fault', () => {
  for (const code of ['57014', '55P03']) assert.equal(problemOf({ code, message: '' }).code, 'server.unavailable')
})

test('what is begun outside any school is undone when it fails', async () => {
  const { app, schoolId } = await newWorld()
  const login = `nobody.${schoolId}`
  const noted = sql`insert into sign_in_attempt (login, address, success) values (${login}, '', false)`
  await assert.rejects(
    app.db.bareWrite(async (tx) => {
      await tx.run(noted)
      throw new Error('no')
    }),
  )
  assert.deepEqual(await app.db.bare.rows(sql`select 1 from sign_in_attempt where login = ${login}`), [])
})
