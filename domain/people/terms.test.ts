import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addWorkingDays, dueOn, type RequestKind } from '#domain/people/terms.ts'

const none = new Set<string>()
const november4 = new Set(['2026-11-04'])
const cases: [string, RequestKind, string, boolean, ReadonlySet<string>, string | null][] = [
  ['what is kept is told within ten working days', 'access', '2026-11-20', true, none, '2026-12-04'],
  ['a card is put right within seven', 'data', '2026-11-20', true, none, '2026-12-01'],
  ['processing ends within ten', 'erase', '2026-11-20', true, none, '2026-12-04'],
  ['a holiday is no working day', 'data', '2026-10-30', true, november4, '2026-11-11'],
  ['asked on a Saturday, it counts from Monday', 'data', '2026-11-21', true, none, '2026-12-01'],
  ['a homeroom teacher’s word has no term', 'data', '2026-11-20', false, none, null],
  ['nor has an arrival', 'arrived', '2026-11-20', true, none, null],
]
for (const [title, kind, on, byFamily, holidays, due] of cases) {
  test(`${title} [R060, R067]`, () => assert.equal(dueOn(kind, on, byFamily, holidays), due))
}

test('no working day later is the same day', () => assert.equal(addWorkingDays('2026-11-22', 0, none), '2026-11-22'))
