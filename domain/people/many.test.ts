import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differing, type Kind, tidyValues, type Values, whyNotMany } from '#domain/people/many.ts'

const asked: [string, Kind, Values, string | null][] = [
  ['a language of students', 'student', { foreignLanguages: 'английский' }, null],
  ['no language', 'student', { foreignLanguages: '' }, null],
  ['a category of students', 'student', { category: 'высшая' }, 'people.changeNothing'],
  ['nothing', 'staff', {}, 'people.changeNothing'],
  ['a position and its last day', 'staff', { position: 'учитель', to: '2026-12-31' }, null],
  ['a position without a name', 'staff', { position: '' }, 'people.positionUnnamed'],
  ['the diary of guardians', 'guardian', { informed: false }, null],
]
for (const [title, kind, changes, code] of asked) {
  test(`${title}: ${code ?? 'may be said of many'} [R099]`, () => assert.equal(whyNotMany(kind, changes)?.code ?? null, code))
}

test('only what says something else changes [R099]', () => {
  const changes = tidyValues({ category: ' высшая  категория ', to: null, position: undefined })
  assert.deepEqual(changes, { category: 'высшая категория', to: null })
  assert.deepEqual(differing({ position: 'учитель', category: 'высшая категория', to: '2026-12-31' }, changes), ['to'])
  assert.deepEqual(differing({ position: 'учитель', category: '', to: null }, changes), ['category'])
})
