import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentOf, partsOf } from './localMoment.ts'

const cases: [string, string, string, string][] = [
  ['2026-11-20', '14:30', 'Europe/Moscow', '2026-11-20T11:30:00.000Z'],
  ['2026-11-20', '00:05', 'Asia/Kamchatka', '2026-11-19T12:05:00.000Z'],
  ['2026-11-20', '23:59', 'Europe/Kaliningrad', '2026-11-20T21:59:00.000Z'],
]
for (const [day, time, zone, iso] of cases) {
  test(`${day} ${time} by the clock of ${zone} is ${iso}`, () => {
    assert.equal(momentOf(day, time, zone), iso)
    assert.deepEqual(partsOf(new Date(iso), zone), { day, time })
  })
}
test('what is no day or no time is no moment', () => {
  for (const [day, time] of [
    ['', '10:00'],
    ['2026-11-20', ''],
    ['2026-13-01', '10:00'],
  ] as const)
    assert.equal(momentOf(day, time, 'Europe/Moscow'), null)
})
