import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSchoolDay, nextSchoolDay } from './schoolDays.ts'

const term = (fromGrade: number, toGrade: number, from: string, to: string) => ({
  termId: '',
  name: '',
  fromGrade,
  toGrade,
  from,
  to,
  lockedAt: null,
})
const off = (date: string, fromGrade = 1, toGrade = 11, kind: 'holiday' | 'vacation' | 'workday' = 'vacation') => ({
  date,
  kind,
  fromGrade,
  toGrade,
  classId: null as string | null,
  name: '',
})
const year = {
  from: '2026-09-01',
  to: '2026-11-30',
  terms: [
    term(1, 9, '2026-09-01', '2026-10-23'),
    term(1, 9, '2026-11-02', '2026-11-30'),
    term(10, 11, '2026-09-01', '2026-11-30'),
  ],
  exceptions: [
    ...['26', '27', '28', '29', '30', '31'].map((day) => off(`2026-10-${day}`)),
    off('2026-11-04', 1, 11, 'holiday'),
    off('2026-11-16', 1, 1),
    off('2026-11-08', 1, 11, 'workday'),
  ],
}

test('the next school day skips Sundays, vacations and holidays', () => {
  const table = {
    '2026-09-04': '2026-09-05',
    '2026-09-05': '2026-09-07',
    '2026-10-24': '2026-11-02',
    '2026-11-03': '2026-11-05',
    '2026-11-07': '2026-11-08',
  }
  for (const [date, next] of Object.entries(table)) assert.equal(nextSchoolDay(date, year), next, date)
})

test('after the last day of the year there is no next one', () => {
  assert.equal(nextSchoolDay('2026-11-30', year), null)
})

test('quarantine of one class is a school day of the rest [R075]', () => {
  const ill = { ...off('2026-11-17', 1, 11), classId: 'x' }
  assert.equal(isSchoolDay('2026-11-17', { ...year, exceptions: [...year.exceptions, ill] }), true)
})

test('a vacation of the first grade is a school day of the rest', () => {
  assert.equal(isSchoolDay('2026-11-16', year), true)
})
