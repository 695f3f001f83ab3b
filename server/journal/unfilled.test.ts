import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TODAY } from '#tests/database.ts'
import { newWorld } from '#tests/world.ts'

test('behind the figure stand the lessons themselves, newest first, each with what it lacks [R005]', async () => {
  const world = await newWorld()
  const { teachers } = await world.asks('belova', 'journal.unfilled', {})
  const ivanova = teachers.find(({ personId }) => personId === world.who.ivanova)!
  const { name, lessons } = await world.asks('belova', 'journal.unfilledLessons', { personId: world.who.ivanova })
  assert.equal(name, 'Иванова Мария Петровна')
  assert.equal(lessons.length, ivanova.lessons)
  assert.equal(lessons.filter(({ topic }) => topic === '').length, ivanova.noTopic)
  assert.equal(lessons.filter(({ rollCalled }) => !rollCalled).length, ivanova.noRollCall)
  assert.equal(lessons.at(-1)?.date, ivanova.oldest)
  assert.ok(lessons.every(({ date, termId }) => date < TODAY && termId === world.terms.current))
})

test('a person whom the school does not know is refused', async () => {
  const world = await newWorld()
  const asked = world.asks('belova', 'journal.unfilledLessons', { personId: world.courses.algebraA })
  await assert.rejects(asked, { code: 'access.denied' })
})
