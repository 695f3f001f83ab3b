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

test('what is set up reaches the lists that several people keep together, and no form', () => {
  assert.equal(concerns('school', 'people.requests', {}), true)
  assert.equal(concerns('school', 'access.issues', {}), true)
  assert.equal(concerns('school', 'readiness.tasks', {}), true)
  assert.equal(concerns('school', 'calendar.previewTerms', {}), false)
  assert.equal(concerns('school', 'people.card', {}), false)
})

test('a roll call reaches the page of who is absent, a reminder the list of who is behind', () => {
  assert.equal(concerns('absences', 'attendance.absentees', { date: '2026-11-20' }), true)
  assert.equal(concerns('absences', 'journal.myDay', { date: '2026-11-20' }), false)
  assert.equal(concerns('reminders', 'journal.unfilled', {}), true)
  assert.equal(concerns('notices:a', 'readiness.tasks', {}), true)
})
