import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { newWorld, type World } from '#tests/world.ts'

const gives = (world: World, date: string, value: number) => {
  const { id: lessonId, workId } = world.lesson(world.courses.algebraA, date)
  return world.does('ivanova', 'marks.set', {
    lessonId,
    workId,
    studentId: world.who.petya,
    mark: { ...noMark, values: [value] },
    expected: noMark,
  })
}

test('a mark that falls into another quarter is there in the journal and in the diary, and counts there alone [R074]', async () => {
  const world = await newWorld()
  await world.amends('update term set locked_at = null where school_id = :school')
  await gives(world, '2026-11-09', 3)
  await gives(world, '2026-11-17', 5)
  const inJournal = async (termId: string) =>
    (await world.asks('ivanova', 'journal.page', { courseId: world.courses.algebraA, termId })).marks.text
  const inDiary = async (termId: string) =>
    (await world.asks('petrova', 'diary.marks', { studentId: world.who.petya, termId })).subjects
      .find(({ subject }) => subject === 'Алгебра')!
      .marks.map(({ text }) => text)
  assert.deepEqual(
    [await inJournal(world.terms.current), await inDiary(world.terms.current)],
    [
      ['3', '5'],
      ['3', '5'],
    ],
  )
  const { terms } = await world.asks('belova', 'calendar.yearPlan', { yearId: world.year })
  const expected = terms.map(({ lockedAt: _, ...term }) => term)
  // The first quarter lasts until the middle of November now.
  const moved = expected.map((term) =>
    term.termId === world.terms.closed ? { ...term, to: '2026-11-15' } : { ...term, from: '2026-11-16' },
  )
  const line = moved.map(({ termId, kind, number, fromGrade, toGrade, from, to }) =>
    [termId, kind, number, fromGrade, toGrade, from, to].join('/'),
  )
  const { moves } = await world.asks('belova', 'calendar.previewTerms', { yearId: world.year, terms: line.join(',') })
  assert.deepEqual(
    moves.filter(({ marks }) => marks > 0).map(({ group, from, to, marks }) => [group, from, to, marks]),
    [['7А', world.terms.current, world.terms.closed, 1]],
    'the preview names the class and the marks',
  )
  await world.does('belova', 'calendar.setTerms', { yearId: world.year, terms: moved, expected })
  for (const read of [inJournal, inDiary])
    assert.deepEqual([await read(world.terms.closed), await read(world.terms.current)], [['3'], ['5']])
  const week = await world.asks('petrova', 'diary.week', { studentId: world.who.petya, monday: '2026-11-09' })
  assert.equal(week.term!.name, '1 четверть')
})
