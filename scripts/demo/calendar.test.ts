import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarAround, isOddWeek, isSchoolDay } from '#scripts/demo/calendar.ts'
import { dateOf, dayOf, weekdayOf } from '#scripts/demo/days.ts'

const quartersOf = (today: string): string[] =>
  calendarAround(dayOf(today))
    .terms.filter(({ kind }) => kind === 'quarter')
    .map(({ from, to }) => `${dateOf(from)} ${dateOf(to)}`)

test('the quarters of 2025/26 are those of the ministry', () => {
  assert.deepEqual(quartersOf('2025-10-01'), [
    '2025-09-01 2025-10-24',
    '2025-11-03 2025-12-30',
    '2026-01-12 2026-03-27',
    '2026-04-06 2026-05-26',
  ])
})

test('in summer the next school year is laid out', () => {
  assert.equal(calendarAround(dayOf('2026-05-31')).name, '2025/26')
  assert.equal(calendarAround(dayOf('2026-06-01')).name, '2026/27')
})

test('every year has vacations of a week and more between quarters that begin and end on working days', () => {
  for (let year = 2024; year < 2040; year++) {
    const { terms, breaks } = calendarAround(dayOf(`${year}-10-01`))
    for (const { from, to } of terms) {
      assert.ok(weekdayOf(from) <= 5 && weekdayOf(to) <= 5 && from < to)
    }
    for (const { kind, from, to } of breaks) assert.ok(kind === 'holiday' || to - from >= 6)
  }
})

test('grade 1 rests a week in February while the others study', () => {
  const calendar = calendarAround(dayOf('2026-11-22'))
  assert.equal(isSchoolDay(calendar, 1, dayOf('2027-02-16')), false)
  assert.equal(isSchoolDay(calendar, 2, dayOf('2027-02-16')), true)
})

test('the weeks are odd and even in turn, the first is odd', () => {
  const calendar = calendarAround(dayOf('2026-11-22'))
  assert.equal(isOddWeek(calendar, dayOf('2026-09-04')), true)
  assert.equal(isOddWeek(calendar, dayOf('2026-09-07')), false)
})
