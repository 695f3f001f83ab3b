import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isIdle, keptState } from './idle.ts'
import type { Me } from './sessionState.ts'

test('the journal is idle after the minutes of the policy, to the second', () => {
  const minute = 60_000
  assert.equal(isIdle(0, 15 * minute - 1, 15), false)
  assert.equal(isIdle(0, 15 * minute, 15), true)
  assert.equal(isIdle(null, 1e12, 15), false)
})

const teaching = (courses: object[]) =>
  ({
    actor: { roles: [], courses, substitutions: [], homeroomOf: [], children: [], student: false },
    today: '2026-11-20',
    policies: { 'access.idleMinutes': 15 },
  }) as unknown as Me
const teacher = teaching([{ courseId: 'c', from: '2026-09-01', to: null }])
const guardian = teaching([])
const openings: [string, Me, { minutes: number | null; locked?: boolean }, 'open' | 'locked'][] = [
  ['a teacher’s, touched just now', teacher, { minutes: 1 }, 'open'],
  ['a teacher’s, left for an hour', teacher, { minutes: 60 }, 'locked'],
  ['a teacher’s, never touched', teacher, { minutes: null }, 'open'],
  ['a teacher’s, locked by hand', teacher, { minutes: 1, locked: true }, 'locked'],
  ['a family’s, left for an hour', guardian, { minutes: 60 }, 'open'],
]
for (const [title, me, { minutes, locked = false }, expected] of openings) {
  test(`the journal that opens before the server answers — ${title} — is ${expected}`, () => {
    const now = 1e12
    assert.equal(keptState(me, { touchedAt: minutes === null ? null : now - minutes * 60_000, now, locked }), expected)
  })
}
