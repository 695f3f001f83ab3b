import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesOf, classesAhead, classesFor, outcomesOf, type Plan, usualClass, waiting } from './plan.ts'

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

const ahead = [
  { classId: '7a-next', name: '7А', grade: 7 },
  { classId: '7b-next', name: '7Б', grade: 7 },
  { classId: 'new', name: '8А', grade: 8 },
  { classId: '8b', name: '8Б', grade: 8 },
]

test('who stays goes into the same grade, who goes on into the next one', () => {
  const names = (outcome: 'retain' | 'promote' | 'promoteConditionally') => classesFor(ahead, 7, outcome).map(({ name }) => name)
  assert.deepEqual(names('retain'), ['7А', '7Б'])
  assert.deepEqual(names('promote'), ['8А', '8Б'])
  assert.deepEqual(names('promoteConditionally'), ['8А', '8Б'])
})

test('one student goes with their class, else into its letter, else into any class of the grade', () => {
  const [first, second] = [plan.classes[0]!, plan.classes[1]!]
  const choices = choicesOf(plan, () => 'new')
  const renamed = { ...choices, '7a': { included: true, toClassId: '8b', letter: 'Б' } }
  assert.equal(usualClass(first, 'promote', ahead, choices), 'new')
  assert.equal(usualClass(first, 'promote', ahead, renamed), '8b')
  assert.equal(usualClass(first, 'retain', ahead, choices), '7a-next')
  assert.equal(usualClass(second, 'retain', ahead, choices), '7b-next')
  assert.equal(usualClass({ ...second, letter: 'Я' }, 'retain', ahead, choices), '7a-next')
  assert.equal(usualClass({ ...first, grade: 3 }, 'retain', ahead, choices), null)
})

test('ways are counted as the promotion will take them: classes chosen, students not moved yet, exceptions first', () => {
  const choices = choicesOf(plan, () => 'new')
  const none = { promoted: 0, conditionally: 0, retained: 0, graduated: 0, departed: 0 }
  assert.deepEqual(outcomesOf(plan, choices, []), { ...none, promoted: 1, graduated: 1 })
  const retained = { studentId: 'petya', outcome: 'retain', toClassId: '7a-next' } as const
  const departed = { studentId: 'o', outcome: 'depart', toClassId: null } as const
  assert.deepEqual(outcomesOf(plan, choices, [retained, departed]), { ...none, retained: 1, departed: 1 })
  choices['9a']!.included = false
  assert.deepEqual(outcomesOf(plan, choices, [retained, departed]), { ...none, retained: 1 })
})
