import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '#tests/refused.ts'
import { newWorld } from '#tests/world.ts'

test('the board says of every section what is done and what is missing [R073]', async () => {
  const world = await newWorld()
  const { year, deadline, sections } = await world.asks('belova', 'readiness.board', {})
  const of = (key: string) => sections.find((one) => one.key === key)!
  assert.deepEqual([year?.name, deadline], ['2026/27', '2026-09-05'])
  assert.deepEqual([of('terms').done, of('terms').total], [2, 2], 'grades 1 and 7')
  assert.deepEqual([of('homeroom').done, of('homeroom').total, of('homeroom').missing], [2, 3, ['1А']])
  assert.deepEqual([of('students').done, of('students').total], [3, 3])
  assert.deepEqual(of('guardians').missing, ['Ёлкина Мария'], 'her father is no longer her guardian')
  assert.deepEqual([of('load').done, of('load').total], [7, 7])
  assert.equal(of('timetable').done, 0)
  assert.equal(of('acts').done, 0)
})

test('an empty school has everything before it, and nothing breaks [R073]', async () => {
  const world = await newWorld()
  await world.amends(`update study_group set archived = true where school_id = :school`)
  const { sections } = await world.asks('belova', 'readiness.board', {})
  assert.ok(sections.every(({ total }) => total >= 1))
})

test('the head records since when there is no paper [R007]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' })
  const { paperlessSince, lessons } = await world.asks('morozov', 'readiness.board', {})
  assert.equal(paperlessSince, '2026-09-01')
  assert.ok(lessons.held > 0 && lessons.filled <= lessons.held)
})

test('statistics count people and what they wrote, never what it was [R104]', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.englishA)
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: 'Present Simple', expected: '' })
  const { days, accounts, operations } = await world.asks('kiselev', 'readiness.usage', { from: '2020-01-01', to: '2020-01-31' })
  assert.deepEqual([days.length, operations], [31, []])
  assert.deepEqual(
    accounts.map(({ kind }) => kind),
    ['guardian', 'staff', 'student'],
  )
  await refused('input.wrong', world.asks('kiselev', 'readiness.usage', { from: '2026-02-01', to: '2026-01-01' }))
  await refused('input.wrong', world.asks('kiselev', 'readiness.usage', { from: '2020-01-01', to: '2026-01-01' }))
})
