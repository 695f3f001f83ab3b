import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Absentees, codesIn, matching, totalsOf, unknownClasses } from './absent.ts'

const student = (
  name: string,
  classId: string,
  missed: number,
  code: Absentees['students'][number]['reasons'][number]['code'],
) => ({
  studentId: name,
  name,
  classId,
  className: classId,
  lessons: 6,
  called: 3,
  missed,
  reasons: [{ code, numbers: [1], minutes: 0 }],
})
const day: Absentees = {
  date: '2026-11-20',
  earlier: null,
  later: null,
  classes: [
    { classId: '7А', name: '7А', students: 25, lessons: 6, called: 3, absent: 1, allDay: 0 },
    { classId: '7Б', name: '7Б', students: 20, lessons: 6, called: 0, absent: 0, allDay: 0 },
    { classId: '9А', name: '9А', students: 10, lessons: 0, called: 0, absent: 0, allDay: 0 },
  ],
  students: [student('Петров', '7А', 2, 'sick'), student('Ёлкина', '7А', 0, 'late')],
}

test('who was late is there: counted apart from who is missing', () => {
  assert.deepEqual(totalsOf(day), { absent: 1, late: 1, students: 55 })
})

test('a class is unknown while no roll was called, not when it has no lessons', () => {
  assert.deepEqual(
    unknownClasses(day.classes).map(({ name }) => name),
    ['7Б'],
  )
})

test('students are picked by class and by reason', () => {
  assert.deepEqual(codesIn(day.students), ['sick', 'late'])
  assert.equal(matching(day.students, '', '').length, 2)
  assert.equal(matching(day.students, '7А', 'late')[0]?.name, 'Ёлкина')
  assert.deepEqual(matching(day.students, '7Б', ''), [])
})
