import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysOfTermByWeeks } from '#domain/calendar/rules.ts'
import { gradeList } from './findings.texts.ru.ts'
import { daysInWeeks } from './texts.ru.ts'

test('grades are named by their runs [R074]', () => {
  const cases: [number[], string][] = [
    [[1], '1 класс'],
    [[10, 11], '10, 11 классы'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9], '1–9 классы'],
    [[1, 3, 4, 5, 11], '1, 3–5, 11 классы'],
  ]
  for (const [grades, said] of cases) assert.equal(gradeList(grades), said)
})

test('days of a period are said for both weeks when some classes learn on Saturdays [R074]', () => {
  const term = { from: '2026-09-07', to: '2026-09-19', fromGrade: 1, toGrade: 9 }
  const said = (...classes: { grade: number; studyDays: number | null }[]) =>
    daysInWeeks(daysOfTermByWeeks(term, { studyDays: 5, exceptions: [], classes }))
  assert.equal(said(), '10 дней')
  assert.equal(said({ grade: 1, studyDays: null }, { grade: 9, studyDays: 5 }), '10 дней')
  assert.equal(said({ grade: 1, studyDays: null }, { grade: 9, studyDays: 6 }), '10–12 дней')
  assert.equal(said({ grade: 1, studyDays: null }, { grade: 10, studyDays: 6 }), '10 дней')
})
