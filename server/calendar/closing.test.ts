import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { begin, end, isWaitedFor, type Rival, waits } from '#tests/rival.ts'
import { newWorld, type World } from '#tests/world.ts'

const five: Mark = { ...noMark, values: [5] }
const better = { ...noMark, values: [5], comment: 'исправил' }

const close = (closer: Rival, world: World) =>
  closer.query(`update term set locked_at = now() where school_id = ${world.schoolId} and id = $1`, [world.terms.current])

const cellOf = (world: World) => {
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA)
  return { lessonId, workId, studentId: world.who.petya }
}
const word = (doing: Promise<unknown>) =>
  doing.then(
    () => 'saved',
    (error: Error) => (error instanceof Refusal ? error.code : String(error)),
  )

test('closing a term waits for the mark that has found it open', async () => {
  const world = await newWorld()
  const holder = await begin(world)
  await holder.query('select 1 from work where id = $1 for update', [cellOf(world).workId])
  const mark = word(world.does('ivanova', 'marks.set', { ...cellOf(world), mark: five, expected: noMark }))
  await isWaitedFor(holder) // it has looked at the term, and has not written yet
  const closer = await begin(world)
  const closing = closer.query('select alone_with_terms()')
  await waits(closer)
  await end(holder)
  assert.equal(await mark, 'saved')
  await closing
  await close(closer, world)
  await end(closer)
  const late = { ...cellOf(world), mark: better, expected: five }
  assert.equal(await word(world.does('ivanova', 'marks.set', late)), 'journal.termLocked')
})

test('a mark that comes while a term is being closed waits, and finds it closed', async () => {
  const world = await newWorld()
  const closer = await begin(world)
  await closer.query('select alone_with_terms()')
  await close(closer, world)
  const { courses } = world
  const lesson = world.lesson(courses.algebraA)
  const cell = { workId: lesson.workId, studentId: world.who.masha, mark: five, expected: noMark }
  const words = [
    world.does('ivanova', 'marks.set', { ...cellOf(world), mark: five, expected: noMark }),
    world.does('ivanova', 'marks.setMany', { courseId: courses.algebraA, cells: [cell] }),
    world.does('ivanova', 'journal.setTopic', { lessonId: lesson.id, topic: 'Дроби', expected: '' }),
    world.does('ivanova', 'attendance.rollCall', { lessonId: lesson.id, absences: [] }),
  ].map(word)
  await isWaitedFor(closer)
  await end(closer)
  assert.deepEqual(await Promise.all(words), Array(words.length).fill('journal.termLocked'))
})

test('closing behind somebody who reads for long holds up nobody else', async () => {
  const [world, other] = [await newWorld(), await newWorld()]
  const reader = await begin(world)
  await reader.query('select 1 from term')
  const closer = await begin(world)
  const closing = closer.query('select alone_with_terms()')
  await waits(closer)
  assert.equal(await word(other.does('ivanova', 'marks.set', { ...cellOf(other), mark: five, expected: noMark })), 'saved')
  await end(reader)
  await closing
  await end(closer)
})

test('no mark is committed after the closing of its term, however many are on their way', async () => {
  for (let round = 0; round < 12; round++) {
    const world = await newWorld()
    const lessons = ['2026-11-09', '2026-11-16', '2026-11-17', '2026-11-18', '2026-11-20'].map((day) =>
      world.lesson(world.courses.algebraA, day),
    )
    const cells = lessons.flatMap(({ id: lessonId, workId }) =>
      [world.who.petya, world.who.masha].map((studentId) => ({ lessonId, workId, studentId, mark: five, expected: noMark })),
    )
    const words = cells.map((cell) => word(world.does('ivanova', 'marks.set', cell)))
    const count = async () => (await world.rows(`select 1 from mark where school_id = :school`)).length
    while ((await count()) < round % 6);
    const closer = await begin(world)
    await closer.query('select alone_with_terms()')
    await close(closer, world)
    await end(closer)
    const closedWith = await count()
    const all = await Promise.all(words)
    assert.equal(await count(), closedWith)
    assert.deepEqual([...new Set([...all, 'saved', 'journal.termLocked'])].sort(), ['journal.termLocked', 'saved'])
    assert.equal(all.filter((one) => one === 'saved').length, closedWith)
  }
})
