import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byName, count, plural, searchForm } from '#domain/platform/texts.ts'

const counts: [number, string][] = [
  [0, '0 отметок'],
  [1, '1 отметка'],
  [2, '2 отметки'],
  [4, '4 отметки'],
  [5, '5 отметок'],
  [11, '11 отметок'],
  [12, '12 отметок'],
  [21, '21 отметка'],
  [22, '22 отметки'],
  [111, '111 отметок'],
  [101, '101 отметка'],
]
for (const [n, text] of counts) {
  test(text, () => assert.equal(count(n, 'отметка', 'отметки', 'отметок'), text))
}

test('the form alone', () => assert.equal(plural(3, 'урок', 'урока', 'уроков'), 'урока'))

const searched: [string, string][] = [
  ['Ёлкина', 'елкина'],
  ['  Пётр   Ильич ', 'петр ильич'],
  ['СЕМЁН', 'семен'],
]
for (const [typed, form] of searched) {
  test(`«${typed}» is searched as «${form}»`, () => assert.equal(searchForm(typed), form))
}

test('«ё» sorts beside «е»', () => {
  assert.deepEqual(['Жуков', 'Ёлкина', 'Егорова', 'Еж'].sort(byName), ['Егорова', 'Еж', 'Ёлкина', 'Жуков'])
})
