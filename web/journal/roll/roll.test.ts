import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testModel } from '../testPage.ts'
import { absencesOf, attendanceIn, called, late, marked, type Roll } from './roll.ts'

const { rows, columns } = testModel()
const nobody: Roll = new Map()

test('the roll is called of those who were in the class that day [R128]', () => {
  assert.deepEqual(
    called(rows, columns[0]!).map((row) => row.studentId),
    ['alekseev', 'ivanov'],
  )
  assert.equal(called(rows, columns[1]!).length, 3)
})

test('everybody is there until somebody is named, and named twice is there again [R128]', () => {
  assert.deepEqual(absencesOf(nobody, rows), [])
  const one = marked(nobody, 'ivanov', 'sick')
  assert.deepEqual(absencesOf(one, rows), [{ studentId: 'ivanov', code: 'sick', minutes: null }])
  assert.deepEqual(absencesOf(marked(one, 'ivanov', 'sick'), rows), [])
  assert.equal(attendanceIn(marked(one, 'ivanov', 'absent'), 'ivanov').code, 'absent')
})

test('a late comer may have minutes, within a lesson day', () => {
  assert.equal(attendanceIn(late(nobody, 'ivanov', '12'), 'ivanov').minutes, 12)
  assert.equal(attendanceIn(late(nobody, 'ivanov', ''), 'ivanov').minutes, null)
  assert.equal(attendanceIn(late(nobody, 'ivanov', '999'), 'ivanov').minutes, null)
})
