import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesOf, classesAhead, type Plan, waiting } from './plan.ts'

const year = { yearId: 'y', name: '2026/27', from: '2026-09-01', to: '2027-05-26' }
const plan: Plan = {
  from: year,
  to: { ...year, yearId: 'z' },
  classes: [
    {
      classId: '7a',
      name: '7А',
      grade: 7,
      letter: 'А',
      next: { classId: null, name: '8А', grade: 8 },
      subgroups: 2,
      students: [
        { studentId: 'petya', name: 'Петров Пётр', moved: false },
        { studentId: 'masha', name: 'Ёлкина Мария', moved: true },
      ],
    },
    {
      classId: '7b',
      name: '7Б',
      grade: 7,
      letter: 'Б',
      next: { classId: '8b', name: '8Б', grade: 8 },
      subgroups: 0,
      students: [{ studentId: 'lena', name: 'Егорова Елена', moved: true }],
    },
    {
      classId: '9a',
      name: '9А',
      grade: 9,
      letter: 'А',
      next: null,
      subgroups: 0,
      students: [{ studentId: 'o', name: 'О', moved: false }],
    },
  ],
  standing: [{ classId: '8b', name: '8Б', grade: 8 }],
}

test('classes with somebody to promote are promoted; one that finishes becomes none', () => {
  assert.deepEqual(
    choicesOf(plan, () => 'new'),
    {
      '7a': { included: true, toClassId: 'new', letter: 'А' },
      '7b': { included: false, toClassId: '8b', letter: 'Б' },
      '9a': { included: true, toClassId: null, letter: 'А' },
    },
  )
})

test('students may be put into classes that are there and those that are being made', () => {
  const choices = choicesOf(plan, () => 'new')
  assert.deepEqual(
    classesAhead(plan, choices).map(({ name }) => name),
    ['8А', '8Б'],
  )
  assert.equal(waiting(plan, choices), 2)
  choices['7a']!.included = false
  assert.deepEqual(
    classesAhead(plan, choices).map(({ name }) => name),
    ['8Б'],
  )
})
