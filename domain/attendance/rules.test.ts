import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Attendance, absenceCodes, absenceLetters, isMissed, whyAttendanceIsWrong } from '#domain/attendance/rules.ts'
import { absenceNames } from '#domain/attendance/texts.ru.ts'

const missed: [(typeof absenceCodes)[number], boolean][] = [
  ['absent', true],
  ['sick', true],
  ['excused', true],
  ['unexcused', true],
  ['late', false],
  ['exempt', false],
]
for (const [code, expected] of missed) {
  test(`«${absenceNames[code]}» ${expected ? 'is a missed lesson' : 'was there'}`, () => assert.equal(isMissed(code), expected))
}

const wrong: [Attendance, string | null][] = [
  [{ code: null, minutes: null }, null],
  [{ code: 'late', minutes: null }, null],
  [{ code: 'late', minutes: 7 }, null],
  [{ code: 'absent', minutes: 7 }, 'attendance.minutesWithoutLate'],
  [{ code: null, minutes: 7 }, 'attendance.minutesWithoutLate'],
]
for (const [attendance, code] of wrong) {
  test(`${attendance.code} with ${attendance.minutes} minutes ${code ? 'cannot be' : 'can be'}`, () => {
    assert.equal(whyAttendanceIsWrong(attendance)?.code ?? null, code)
  })
}

test('no two reasons look alike in the cell', () => {
  assert.deepEqual(
    missed.map(([code]) => code),
    [...absenceCodes],
  )
  assert.equal(new Set(Object.values(absenceLetters)).size, absenceCodes.length)
})
