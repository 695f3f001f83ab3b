import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bySubjects, type CourseMarks } from './rules.ts'

type Mark = { date: string; text: string }
const course = (part: Partial<CourseMarks<Mark>>): CourseMarks<Mark> => ({
  courseId: 'a',
  subjectId: 'algebra',
  subject: 'Алгебра',
  group: '7А',
  teacher: 'Иванова М. П.',
  scale: 'five',
  ungraded: false,
  missed: 1,
  late: 0,
  held: 5,
  stays: [{ from: '2027-01-18', to: '2027-02-07' }],
  marks: [{ date: '2027-01-25', text: '5' }],
  ...part,
})
const later = course({
  courseId: 'b',
  group: '7Б',
  stays: [{ from: '2027-02-08', to: null }],
  marks: [{ date: '2027-02-08', text: '4' }],
})

test('who changed class has the subject once, under the new course, with the marks of both [R095]', () => {
  const [one, ...rest] = bySubjects([later, course({})])
  assert.deepEqual(rest, [])
  assert.deepEqual(
    [one!.courseId, one!.held, one!.missed, one!.marks.map(({ text, group }) => [text, group])],
    [
      'b',
      10,
      2,
      [
        ['5', '7А'],
        ['4', null],
      ],
    ],
  )
})

test('who came back has the subject under the class of now, although it was the first [R095]', () => {
  const back = course({
    stays: [
      { from: '2027-01-18', to: '2027-02-07' },
      { from: '2027-03-01', to: null },
    ],
  })
  const away = { ...later, stays: [{ from: '2027-02-08', to: '2027-02-28' }] }
  assert.deepEqual(
    bySubjects([away, back]).map(({ courseId, marks }) => [courseId, marks.map(({ group }) => group)]),
    [['a', [null, '7Б']]],
  )
})

test('courses of one subject stay apart when they run together, or are marked otherwise', () => {
  for (const other of [
    { ...later, stays: [{ from: '2027-02-01', to: null }] },
    { ...later, scale: 'passFail' as const },
    { ...later, ungraded: true },
    { ...later, subjectId: 'geometry' },
  ])
    assert.equal(bySubjects([course({}), other]).length, 2)
})
