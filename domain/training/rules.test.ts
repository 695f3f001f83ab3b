import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#domain/platform/dates.ts'
import { holdsUntil, type Standing, standingOf, whyNotAcquainted, whyNotMarked } from './rules.ts'

const terms: [string | null, number, string, Standing][] = [
  [null, 12, '2026-11-20', 'missing'],
  ['2026-11-20', 12, '2026-11-20', 'done'],
  ['2025-12-21', 12, '2026-11-19', 'done'],
  ['2025-12-21', 12, '2026-11-20', 'expiring'],
  ['2025-11-21', 12, '2026-11-20', 'expiring'],
  ['2025-11-20', 12, '2026-11-20', 'expired'],
  ['2015-11-20', 0, '2026-11-20', 'done'],
  ['2026-10-31', 1, '2026-11-29', 'expiring'],
  ['2026-10-31', 1, '2026-11-30', 'expired'],
]
for (const [doneOn, months, today, standing] of terms) {
  test(`an instruction of ${doneOn ?? 'no day'} with a term of ${months} months is ${standing} on ${today} [R059]`, () =>
    assert.equal(standingOf(doneOn, months, today), standing))
}

test('an instruction holds to the end of its term and not a day longer [R059]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 1, max: 60 }), (days, months) => {
      const on = addDays('2020-01-01', days)
      const until = holdsUntil(on, months)!
      assert.notEqual(standingOf(on, months, until), 'expired')
      assert.equal(standingOf(on, months, addDays(until, 1)), 'expired')
    }),
  )
})

test('attendance is marked from the day on, never of what was called off; who was there ticks nothing [R015]', () => {
  const held = { on: '2026-11-20', cancelled: false, guide: 'teacher', actId: null, link: '', about: '' }
  assert.equal(whyNotMarked(held, '2026-11-20'), null)
  assert.equal(whyNotMarked(held, '2026-11-19')?.code, 'training.notYet')
  assert.equal(whyNotMarked({ ...held, cancelled: true }, '2026-11-20')?.code, 'training.cancelled')
  assert.equal(whyNotAcquainted(held, 'absent', '2026-11-21'), null)
  assert.equal(whyNotAcquainted(held, null, '2026-11-20')?.code, 'training.ahead')
  assert.equal(whyNotAcquainted(held, 'absent', '2026-11-20'), null)
  assert.equal(whyNotAcquainted(held, null, '2026-11-21'), null)
  assert.equal(whyNotAcquainted({ ...held, guide: null }, null, '2026-11-21')?.code, 'training.noMaterials')
  assert.equal(whyNotAcquainted(held, 'present', '2026-11-21')?.code, 'training.present')
  assert.equal(whyNotAcquainted(held, null, '2026-11-19')?.code, 'training.notYet')
})
