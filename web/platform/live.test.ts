import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concerns } from './live.ts'

test('a hint about a course reaches its pages and the lists of courses', () => {
  assert.equal(concerns('course:a', 'journal.page', { courseId: 'a' }), true)
  assert.equal(concerns('course:a', 'journal.page', { courseId: 'b' }), false)
  assert.equal(concerns('course:a', 'journal.myDay', { date: '2026-11-20' }), true)
  assert.equal(concerns('course:a', 'calendar.year', {}), false)
})

test('a hint about a student reaches the diary of this student only', () => {
  assert.equal(concerns('student:a', 'diary.week', { studentId: 'a', monday: '2026-11-16' }), true)
  assert.equal(concerns('student:a', 'diary.week', { studentId: 'b' }), false)
})

test('a hint about a person asks who the person is', () => {
  assert.equal(concerns('person:a', 'access.me', {}), true)
  assert.equal(concerns('person:a', 'journal.page', { courseId: 'a' }), false)
})
