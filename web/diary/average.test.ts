import assert from 'node:assert/strict'
import { test } from 'node:test'
import { averageFormula, averageText, runningAverages, sparkPoints, weightText } from './average.ts'

const mark = (value: number, weight = 10) => ({ values: [value], weight })

test('weights are written as people write them', () => {
  assert.equal(weightText(10), '1')
  assert.equal(weightText(15), '1,5')
  assert.equal(weightText(30), '3')
})

test('a parent can check the average with a pencil', () => {
  assert.equal(averageFormula([mark(5), mark(4, 30)]), '(4×3 + 5×1) : 4 = 4,25')
  assert.equal(averageFormula([mark(5), mark(5), mark(4, 15)]), '(4×1,5 + 5×2) : 3,5 = 4,57')
  assert.equal(averageFormula([{ values: [5, 4], weight: 10 }]), '(5×1 + 4×1) : 2 = 4,50')
  assert.equal(averageFormula([]), null)
  assert.equal(averageFormula([mark(3, 0)]), null)
})

test('the average has a decimal comma and two digits', () => {
  assert.equal(averageText([mark(5), mark(4), mark(4)]), '4,33')
  assert.equal(averageText([{ values: [], weight: 10 }]), null)
})

test('the running average moves with each mark and skips what is only awaited', () => {
  assert.deepEqual(runningAverages([mark(4), { values: [], weight: 10 }, mark(5)]), [4, 4.5])
  assert.deepEqual(runningAverages([]), [])
})

test('the line of averages spans its box and keeps the scale of marks', () => {
  assert.equal(sparkPoints([2, 5], 60, 20, 2), '2.0,18.0 58.0,2.0')
  assert.equal(sparkPoints([5], 60, 20, 2), '2.0,2.0 58.0,2.0')
})
