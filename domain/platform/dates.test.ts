import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  dayIn,
  daysBetween,
  isPlainDate,
  isWithin,
  mondayOf,
  schoolYearStart,
  weekdayOf,
} from '#domain/platform/dates.ts'
import {
  clockTime,
  dateRange,
  dayAndMonth,
  fullDate,
  moment,
  monthName,
  numericDate,
  weekdayName,
} from '#domain/platform/dateTexts.ts'

const days: [string, boolean][] = [
  ['2026-11-20', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-11-31', false],
  ['2026-1-1', false],
  ['20.11.2026', false],
  ['', false],
]
for (const [text, exists] of days) {
  test(`«${text}» is ${exists ? 'a day' : 'no day'}`, () => assert.equal(isPlainDate(text), exists))
}

const steps: [string, number, string][] = [
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2026-10-25', 1, '2026-10-26'], // clocks change elsewhere that night
  ['2026-11-20', 0, '2026-11-20'],
]
for (const [from, by, to] of steps) {
  test(`${by} days from ${from} is ${to}`, () => {
    assert.equal(addDays(from, by), to)
    assert.equal(daysBetween(from, to), by)
  })
}

const anyDay = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('2000-01-01', n))

test('days add up and take away', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -9_000, max: 9_000 }), (day, by) => {
      assert.equal(daysBetween(day, addDays(day, by)), by)
      assert.equal(addDays(addDays(day, by), -by), day)
      assert.equal(day < addDays(day, by), by > 0)
    }),
  )
})

test('a week begins on Monday and contains its day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const monday = mondayOf(day)
      assert.equal(weekdayOf(monday), 1)
      assert.equal(daysBetween(monday, day), weekdayOf(day) - 1)
    }),
  )
  assert.equal(weekdayOf('2026-11-22'), 7)
  assert.equal(mondayOf('2026-11-22'), '2026-11-16')
})

const within: [string, string | null, string | null, boolean][] = [
  ['2026-11-20', null, null, true],
  ['2026-11-20', '2026-11-20', '2026-11-20', true],
  ['2026-11-20', '2026-11-21', null, false],
  ['2026-11-20', null, '2026-11-19', false],
]
for (const [day, from, to, expected] of within) {
  test(`${day} is ${expected ? '' : 'not '}within ${from ?? '…'} – ${to ?? '…'}`, () =>
    assert.equal(isWithin(day, from, to), expected))
}

const zones: [string, string, string][] = [
  ['Europe/Kaliningrad', '2026-11-20T21:59:00Z', '2026-11-20'],
  ['Europe/Moscow', '2026-11-20T20:59:59Z', '2026-11-20'],
  ['Europe/Moscow', '2026-11-20T21:00:00Z', '2026-11-21'],
  ['Asia/Kamchatka', '2026-11-20T12:00:00Z', '2026-11-21'],
  ['Asia/Yekaterinburg', '2026-12-31T19:00:00Z', '2027-01-01'],
]
for (const [zone, at, day] of zones) {
  test(`in ${zone} at ${at} the school’s day is ${day}`, () => assert.equal(dayIn(zone, new Date(at)), day))
}

test('the school year turns over on 1 July', () => {
  assert.equal(schoolYearStart('2026-09-01'), 2026)
  assert.equal(schoolYearStart('2027-06-30'), 2026)
  assert.equal(schoolYearStart('2027-07-01'), 2027)
})

const written: [string, string, string][] = [
  ['day and month', dayAndMonth('2026-11-22'), '22 ноября'],
  ['number', numericDate('2026-11-02'), '02.11.2026'],
  ['full', fullDate('2026-11-22'), '22 ноября 2026 г.'],
  ['month', monthName('2026-11-22'), 'ноябрь'],
  ['weekday', weekdayName('2026-11-22'), 'воскресенье'],
  ['range in a month', dateRange('2026-11-16', '2026-11-21'), '16–21 ноября'],
  ['range over months', dateRange('2026-11-30', '2026-12-05'), '30 ноября – 5 декабря'],
  ['clock', clockTime(8 * 60 + 5), '8:05'],
  ['moment in the school’s zone', moment('2026-11-20T15:40:00Z', 'Europe/Moscow'), '20.11.2026, 18:40'],
]
for (const [title, text, expected] of written) {
  test(`a date is written «${expected}» (${title})`, () => assert.equal(text.replaceAll(' ', ' '), expected))
}
