import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { declaredJobs } from '#server/jobs.ts'
import { generator } from '#tests/outbox/simRandom.ts'
import { begin, end, isWaitedFor } from '#tests/rival.ts'
import { newWorld, type PersonKey, type World } from '#tests/world.ts'

const markOf = (value: number): Mark => ({ ...noMark, values: [value] })
const [four, five] = [markOf(4), markOf(5)]
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code
const cellOf = (world: World) => {
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA, '2026-11-19')
  return { lessonId, workId, studentId: world.who.petya }
}
const standing = async (world: World): Promise<number[]> =>
  (await world.rows<{ values: number[] }>(`select "values" from mark where school_id = :school`))[0]?.values ?? []
const refusalOf = (doing: Promise<unknown>): Promise<Refusal> =>
  doing.then(
    () => assert.fail('it was done'),
    (error) => (error instanceof Refusal ? error : assert.fail(String(error))),
  )
const countOf = async (world: World, table: string): Promise<number> =>
  (await world.rows<{ n: number }>(`select count(*)::int as n from ${table} where school_id = :school`))[0]!.n

test('a copy that was held up on the way finds the cell as it expected, and is told what the first one was', async () => {
  const world = await newWorld()
  const cell = cellOf(world)
  const late: Input<'marks.set'> = { ...cell, mark: five, expected: noMark }
  const operationId = randomUUIDv7()
  await world.does('kuznetsov', 'marks.set', { ...cell, mark: four, expected: noMark })
  const first = await refusalOf(world.does('ivanova', 'marks.set', late, operationId))
  await world.does('kuznetsov', 'marks.set', { ...cell, mark: noMark, expected: four }) // the cell is empty again
  const second = await refusalOf(world.does('ivanova', 'marks.set', late, operationId))
  assert.equal(first.code, 'journal.changedMeanwhile')
  assert.deepEqual([second.code, second.params], [first.code, first.params])
  assert.deepEqual(await standing(world), [])
  // The same value as a new word of its author is a new operation.
  await world.does('ivanova', 'marks.set', late)
  assert.deepEqual(await standing(world), [5])
})

test('who was denied is denied for ever under this id, though the right came meanwhile', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA, '2026-11-18')
  const input = { lessonId, workId, studentId: world.who.petya, mark: five, expected: noMark }
  const operationId = randomUUIDv7()
  await assert.rejects(world.does('kuznetsov', 'marks.set', input, operationId), refused('access.denied'))
  await world.amends(`update assignment set teacher_id = $1 where school_id = :school and course_id = $2`, [
    world.who.kuznetsov,
    world.courses.algebraA,
  ])
  await assert.rejects(world.does('kuznetsov', 'marks.set', input, operationId), refused('access.denied'))
  await world.does('kuznetsov', 'marks.set', input)
})

test('a refusal leaves no trace in the history', async () => {
  const world = await newWorld()
  await assert.rejects(
    world.does('ivanova', 'marks.set', { ...cellOf(world), mark: markOf(9), expected: noMark }),
    refused('marks.outsideScale'),
  )
  assert.deepEqual([await countOf(world, 'operation'), await countOf(world, 'mark')], [0, 0])
})

test('the id of a refused operation is good for nothing else and for nobody else', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { ...cellOf(world), mark: markOf(9), expected: noMark }
  await assert.rejects(world.does('ivanova', 'marks.set', input, operationId), refused('marks.outsideScale'))
  const taken = refused('input.operationIdTaken')
  await assert.rejects(world.does('ivanova', 'marks.set', { ...input, mark: five }, operationId), taken)
  await assert.rejects(world.does('kuznetsov', 'marks.set', input, operationId), taken)
  const topic = { lessonId: input.lessonId, topic: 'Дроби', expected: '' }
  await assert.rejects(world.does('ivanova', 'journal.setTopic', topic, operationId), taken)
  const other = await newWorld()
  await other.does('ivanova', 'marks.set', { ...cellOf(other), mark: five, expected: noMark }, operationId)
})

test('what the database does not take is a last word too', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { courseId: world.courses.algebraA, cells: Array(2).fill({ ...cellOf(world), mark: five, expected: noMark }) }
  for (const cell of input.cells) delete cell.lessonId
  await assert.rejects(world.does('ivanova', 'marks.setMany', input, operationId), { code: '21000' })
  await assert.rejects(world.does('ivanova', 'marks.setMany', input, operationId), refused('input.wrong'))
})

const written = (schoolId: number) => `
  with w as (insert into operation (school_id, id, name, actor_id, input, output) values (${schoolId}, $1, 'marks.set', $2, $3, '{"by":"copy"}') returning id)
   insert into outbox (school_id, operation_id, name) select ${schoolId}, id, 'marks.set' from w`
for (const how of ['commit', 'rollback'] as const) {
  test(`a copy is refused while the other is in its transaction: it waits for the ${how}`, async () => {
    const world = await newWorld()
    const operationId = randomUUIDv7()
    const input = { ...cellOf(world), mark: five, expected: four }
    await world.does('kuznetsov', 'marks.set', { ...cellOf(world), mark: markOf(3), expected: noMark })
    const copy = await begin(world, operationId)
    await copy.query(written(world.schoolId), [operationId, world.who.ivanova, JSON.stringify(input)])
    const told = world.does('ivanova', 'marks.set', input, operationId).catch((error: Refusal) => error.code)
    await isWaitedFor(copy)
    await end(copy, how)
    assert.deepEqual(await told, how === 'commit' ? { by: 'copy' } : 'journal.changedMeanwhile')
  })
}

test('a copy that would be done while the other is being refused waits, and is not done', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { ...cellOf(world), mark: five, expected: noMark }
  // The refusal of this very input, seen on a cell of which the copy knows nothing yet.
  const scout = await newWorld()
  await scout.does('kuznetsov', 'marks.set', { ...cellOf(scout), mark: four, expected: noMark })
  await assert.rejects(scout.does('ivanova', 'marks.set', { ...cellOf(scout), mark: five, expected: noMark }, operationId))
  const [row] = await scout.rows<{ params: object }>('select params from refusal where school_id = :school')
  const rival = await begin(world, operationId)
  await rival.query(
    `with t as (insert into outbox (school_id, operation_id, name, at) values (${world.schoolId}, $1, 'refused', 'infinity') returning 1)
       insert into refusal (school_id, operation_id, actor_id, name, input_hash, code, params)
       select ${world.schoolId}, $1, $2, 'marks.set', sha256(convert_to($3, 'UTF8')), 'journal.changedMeanwhile', $4 from t`,
    [operationId, world.who.ivanova, JSON.stringify(input), JSON.stringify(row!.params)],
  )
  const told = refusalOf(world.does('ivanova', 'marks.set', input, operationId))
  await isWaitedFor(rival)
  await end(rival)
  assert.deepEqual([(await told).code, (await told).params], ['journal.changedMeanwhile', row!.params])
  assert.deepEqual([await standing(world), await countOf(world, 'operation')], [[], 0])
})

test('whatever was said of an id stays true: copies of sixty operations, at once, late and out of turn', async () => {
  const world = await newWorld()
  const cell = cellOf(world)
  const values = [noMark, markOf(3), four, five]
  const random = generator(20)
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const asked = Array.from({ length: 60 }, () => ({
    id: randomUUIDv7(),
    key: any<PersonKey>(['ivanova', 'kuznetsov']),
    input: { ...cell, mark: any(values), expected: any(values) },
  }))
  const words = new Map<string, Set<string>>()
  const send = async ({ id, key, input }: (typeof asked)[number]) => {
    const word = await world.does(key, 'marks.set', input, id).then(
      () => 'saved',
      (error) => (error instanceof Refusal ? JSON.stringify([error.code, error.params]) : assert.fail(String(error))),
    )
    words.set(id, (words.get(id) ?? new Set()).add(word))
  }
  const copies = asked.flatMap((one) => [one, one, one]).sort(() => random() - 0.5)
  for (let i = 0; i < copies.length; i += 6) await Promise.all(copies.slice(i, i + 6).map(send))
  await Promise.all(asked.map(send))

  const done = new Set(
    (await world.rows<{ id: string }>('select id from operation where school_id = :school')).map(({ id }) => id),
  )
  for (const { id } of asked) {
    assert.equal(words.get(id)!.size, 1, [...words.get(id)!].join(' | '))
    assert.equal(words.get(id)!.has('saved'), done.has(id))
  }
  assert.ok(done.size > 0 && done.size < asked.length)
  const chain = await world.rows<{ n: number }>(`
    select count(*)::int as n from (select before, lag(after) over (order by id) as stood from change where school_id = :school and table_name = 'mark') c
    where before is distinct from stood`)
  assert.equal(chain[0]!.n, 0, 'nothing was overwritten unseen')
})

/** Refusals that the account has had before, so many hours ago. */
const heap = (world: World, count: number, hours: number) =>
  world.rows(
    `with r as (insert into refusal (school_id, operation_id, actor_id, name, input_hash, code, params, at)
       select :school, gen_random_uuid(), $1, 'marks.set', '', 'access.denied', '{}', now() - make_interval(hours => $3)
       from generate_series(1, $2) returning school_id, operation_id)
     insert into outbox (school_id, operation_id, name, at) select school_id, operation_id, 'refused', 'infinity' from r`,
    [world.who.ivanova, count, hours],
  )

test('an account that is refused without end is asked to come later: nothing is kept, and nothing was the last word', async () => {
  const world = await newWorld()
  const operationId = randomUUIDv7()
  const input = { ...cellOf(world), mark: five, expected: four }
  await heap(world, 2_000, 0)
  await assert.rejects(world.does('ivanova', 'marks.set', input, operationId), refused('access.tooManyAttempts'))
  assert.equal(await countOf(world, 'refusal'), 2_000)
  await world.does('kuznetsov', 'marks.set', { ...cellOf(world), mark: four, expected: noMark }) // others are not held up
  await world.does('ivanova', 'marks.set', input, operationId)
  assert.deepEqual(await standing(world), [5])
})

test('refusals are forgotten after the longest holidays, and what an account heaped up, within the hour', async () => {
  const world = await newWorld()
  await heap(world, 1, 121 * 24)
  await heap(world, 2_000, 2)
  await assert.rejects(
    world.does('ivanova', 'marks.set', { ...cellOf(world), mark: markOf(9), expected: noMark }),
    refused('marks.outsideScale'),
  )
  await world.does('ivanova', 'marks.set', { ...cellOf(world), mark: five, expected: noMark })
  const { db, live, clock } = world.app
  const schools = async () => [{ schoolId: world.schoolId, timeZone: 'Europe/Moscow' }]
  const jobs = declaredJobs({ db, live, clock, schools })
  await jobs.find(({ name }) => name === 'platform.forgetRefusals')!.run()
  // Of the operation that was done nobody has been told yet.
  assert.deepEqual([await countOf(world, 'refusal'), await countOf(world, 'outbox')], [2_000, 2_001])
})
