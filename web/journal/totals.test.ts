import assert from 'node:assert/strict'
import { test } from 'node:test'
import { averageFormula, averageText } from './explain.ts'
import { factsOf } from './facts.ts'
import { testModel, testPage } from './testPage.ts'
import { attended, density, presentWithoutMark, sortedTotals, totalsOf } from './totals.ts'

const model = testModel()
const facts = factsOf(testPage())
const { students, all } = totalsOf(model, facts)

test('totals count marks by value, absences by code and lessons held [R158]', () => {
  const [alekseev, ivanov, semenova] = students
  assert.deepEqual(alekseev?.values, [1, 1, 0, 0])
  assert.equal(alekseev?.average, (5 * 30 + 4 * 10) / 40)
  assert.deepEqual([ivanov?.marks, ivanov?.missed, ivanov?.absences.sick, ivanov?.held], [2, 1, 1, 2])
  assert.deepEqual([semenova?.held, semenova?.average], [1, null])
  assert.deepEqual([all.marks, all.missed, all.held], [4, 1, 5])
})

test('density and attendance are shares of lessons held, and nothing before the first lesson', () => {
  assert.equal(density(students[0]!), 100)
  assert.equal(attended(students[1]!), 50)
  const early = totalsOf(testModel(testPage({ today: '2026-11-01' })), facts)
  assert.equal(density(early.all), null)
})

test('totals sort by name and by number, students without marks last', () => {
  const names = (totals: typeof students) => totals.map((total) => total.row?.studentId)
  assert.deepEqual(names(sortedTotals(students, 'average', false)), ['alekseev', 'ivanov', 'semenova'])
  assert.deepEqual(names(sortedTotals(students, 'average', true)), ['ivanov', 'alekseev', 'semenova'])
  assert.deepEqual(names(sortedTotals(students, 'name', true)), ['semenova', 'ivanov', 'alekseev'])
  assert.deepEqual(names(sortedTotals(students, 2, false)), ['ivanov', 'alekseev', 'semenova'])
})

test('a column is filled for those who were there and have no mark yet', () => {
  assert.deepEqual(
    presentWithoutMark(model, facts, 'w1').map((row) => row.studentId),
    [],
  )
  assert.deepEqual(
    presentWithoutMark(model, facts, 'w3').map((row) => row.studentId),
    ['alekseev', 'ivanov', 'semenova'],
  )
})

test('the average is explained as a sum one can check by hand', () => {
  const marks = [
    { values: [5], weight: 30 },
    { values: [4, 4], weight: 10 },
  ]
  assert.equal(averageFormula(marks), '(5 × 3 + 4 × 1 × 2) : (3 + 1 × 2) = 23 : 5 = 4,60')
  assert.equal(averageFormula([{ values: [5, 4], weight: 10 }]), '(5 + 4) : (2) = 9 : 2 = 4,50')
  assert.equal(averageFormula([{ values: [5], weight: 15 }]), '(5 × 1,5) : (1,5) = 7,5 : 1,5 = 5,00')
  assert.equal(averageFormula([]), null)
  assert.equal(averageText([]), '')
})
