import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOf } from './facts.ts'
import { isWritable, modelOf, startColumn } from './model.ts'
import { testModel, testPage, testPolicy } from './testPage.ts'

test('a lesson with several works shows several columns, its attendance in the first', () => {
  const { columns } = testModel()
  assert.deepEqual(
    columns.map((column) => [column.id, column.first, column.last]),
    [
      ['w1', true, true],
      ['w2', true, false],
      ['w3', false, true],
      ['w4', true, true],
    ],
  )
  assert.equal(columns[1]?.type?.shortName, 'КР')
})

test('a student who left and came back is one row', () => {
  const [first, ...rest] = testPage().students
  const stays = [
    { from: '2026-09-01', to: '2026-11-10' },
    { from: '2026-11-18', to: null },
  ]
  const page = testPage({ students: [{ ...first!, stays }, ...rest] })
  const model = testModel(page)
  assert.equal(model.rows.length, 3)
  assert.equal(isWritable(model.columns[0]!, model.rows[0]!), false)
  assert.equal(isWritable(model.columns[1]!, model.rows[0]!), true)
})

test('the cursor starts at today, else at the last lesson that has been', () => {
  assert.equal(startColumn(testModel()), 1)
  assert.equal(startColumn(testModel(testPage({ today: '2026-11-24' }))), 3)
  assert.equal(startColumn(testModel(testPage({ today: '2026-11-01' }))), 0)
})

test('a lesson of somebody else is not to be written into', () => {
  const model = modelOf(testPage(), testPolicy, (lesson) => lesson.lessonId === 'l2')
  assert.deepEqual(
    model.columns.map((column) => column.mine),
    [false, true, true, false],
  )
})

test('marks, remarks and absences are read from columns of indices', () => {
  const facts = factsOf(testPage())
  assert.deepEqual(facts.marks.get('mark:w2:ivanov'), { values: [4, 3], dueOn: null, comment: 'Хорошее решение', basis: '' })
  assert.deepEqual(facts.attendance.get('attendance:l1:ivanov'), { code: 'sick', minutes: null })
  assert.equal(facts.marks.size, 3)
})

test('a point is a due day without marks', () => {
  const page = testPage({
    marks: { work: [0], student: [0], text: ['•'] },
    remarks: [{ work: 0, student: 0, dueOn: '2026-11-30', comment: '', basis: '' }],
  })
  assert.deepEqual(factsOf(page).marks.get('mark:w1:alekseev'), { values: [], dueOn: '2026-11-30', comment: '', basis: '' })
})

test('asking again for the same page repaints nothing, a new topic only its own columns', () => {
  const page = testPage()
  const before = testModel(page)
  const same = modelOf({ ...page }, testPolicy, () => true, before)
  assert.equal(same.columns, before.columns)
  assert.equal(same.rows, before.rows)
  const lessons = page.lessons.map((lesson) => (lesson.lessonId === 'l2' ? { ...lesson, topic: 'Дроби' } : lesson))
  const after = modelOf({ ...page, lessons }, testPolicy, () => true, before)
  assert.deepEqual(
    after.columns.map((column, i) => column === before.columns[i]),
    [true, false, false, true],
  )
})
