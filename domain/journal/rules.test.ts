import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFilled, whyLessonIsClosed } from '#domain/journal/rules.ts'

const cases: [string, { cancelled: boolean; lockedAt: string | null }, string | null][] = [
  ['takes topic and homework', { cancelled: false, lockedAt: null }, null],
  ['that was cancelled does not', { cancelled: true, lockedAt: null }, 'journal.cancelled'],
  ['of a closed term does not', { cancelled: false, lockedAt: '2026-10-26T09:00:00Z' }, 'journal.termLocked'],
  ['of a closed term says so even when cancelled', { cancelled: true, lockedAt: '2026-10-26T09:00:00Z' }, 'journal.termLocked'],
]
for (const [title, lesson, code] of cases) {
  test(`a lesson ${title}`, () => assert.equal(whyLessonIsClosed(lesson)?.code ?? null, code))
}

test('a lesson is filled by its topic and its roll call together [R126]', () => {
  assert.ok(isFilled({ topic: 'Дроби', rollCalled: true }))
  assert.ok(!isFilled({ topic: '', rollCalled: true }))
  assert.ok(!isFilled({ topic: 'Дроби', rollCalled: false }))
})
