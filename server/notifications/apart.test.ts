import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { takeIn } from '#server/audit/takeIn.ts'
import { verify } from '#server/audit/verify.ts'
import { clockFrom } from '#server/platform/clock.ts'
import { NOW, testDatabase } from '#tests/database.ts'
import { newWorld, type World } from '#tests/world.ts'
import { deliverNotices } from './deliver.ts'

const delivered = (world: World) => deliverNotices(world.app.db, world.app.live, clockFrom(NOW), world.school)
const waiting = async (world: World): Promise<number> => {
  const [row] = await world.rows<{ n: number }>(
    `select count(*)::int as n from outbox where school_id = :school and at <> 'infinity'`,
  )
  return row!.n
}

async function marked(): Promise<World> {
  const world = await newWorld()
  await takeIn(world.app.db, world.schoolId)
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  const mark = { ...noMark, values: [3] }
  await world.does('ivanova', 'marks.set', { lessonId, workId, studentId: world.who.petya, mark, expected: noMark })
  await world.rows(`update outbox set at = at - interval '3 hours' where school_id = :school and at <> 'infinity' returning 1`)
  return world
}

/** While it lasts, this school cannot write into the table: whatever the reason may be. */
async function withoutTable(world: World, table: string, work: () => Promise<void>): Promise<void> {
  const { owner } = await testDatabase()
  const name = `stuck_${world.schoolId}_${table}`
  await owner.query(`
    create function ${name}() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$;
    create trigger ${name} before insert on ${table} for each row when (new.school_id = ${world.schoolId}) execute function ${name}()`)
  try {
    await work()
  } finally {
    await owner.query(`drop trigger ${name} on ${table}; drop function ${name}()`)
  }
}

test('while the log cannot be sealed notices go on, each told once, and nothing leaves the queue unsealed [R053, R081]', async () => {
  const world = await marked()
  await withoutTable(world, 'log_leaf', async () => {
    assert.ok((await delivered(world)) > 0)
    assert.equal(await delivered(world), 0, 'told once')
    assert.equal(await waiting(world), 1)
    assert.deepEqual((await verify(world.app.db, world.schoolId)).findings, [])
  })
  assert.equal(await delivered(world), 0)
  assert.equal(await waiting(world), 0)
  const { findings, looked } = await verify(world.app.db, world.schoolId)
  assert.deepEqual(findings, [])
  assert.ok(looked.operations > 0)
})

test('while notices cannot be written the log is sealed, once, and the notices come when they can [R053, R081]', async () => {
  const world = await marked()
  await withoutTable(world, 'notice', async () => {
    for (const _ of [1, 2]) await assert.rejects(delivered(world), /stuck/)
    assert.equal(await waiting(world), 1)
    const [row] = await world.rows<{ n: number }>(
      `select count(*)::int as n from log_leaf where school_id = :school and name = 'marks.set'`,
    )
    assert.equal(row!.n, 1)
  })
  assert.ok((await delivered(world)) > 0)
  assert.equal(await waiting(world), 0)
  assert.deepEqual((await verify(world.app.db, world.schoolId)).findings, [])
})
