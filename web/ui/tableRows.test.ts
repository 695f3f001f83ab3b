import assert from 'node:assert/strict'
import { test } from 'node:test'
import { found, sorted } from './tableRows.ts'

const people = [
  { name: 'Ёлкина Мария', group: '10А', marks: 3 },
  { name: 'Егоров Иван', group: '7А', marks: null },
  { name: 'Жуков Иван', group: '7Б', marks: 12 },
]
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name.split(' ')[0])

test('every word of a search is looked for in every column, «ё» as «е»', () => {
  const values = (row: (typeof people)[number]) => [row.name, row.group]
  assert.deepEqual(names(found(people, 'елкина', values)), ['Ёлкина'])
  assert.deepEqual(names(found(people, ' иван  7а ', values)), ['Егоров'])
  assert.deepEqual(names(found(people, '', values)), ['Ёлкина', 'Егоров', 'Жуков'])
  assert.deepEqual(names(found(people, 'нет такого', values)), [])
})

test('numbers sort as numbers, classes by grade, names as in a dictionary, nothing at the end either way', () => {
  assert.deepEqual(names(sorted(people, (row) => row.group, false)), ['Егоров', 'Жуков', 'Ёлкина'])
  assert.deepEqual(names(sorted(people, (row) => row.name, false)), ['Егоров', 'Ёлкина', 'Жуков'])
  assert.deepEqual(names(sorted(people, (row) => row.marks, false)), ['Ёлкина', 'Жуков', 'Егоров'])
  assert.deepEqual(names(sorted(people, (row) => row.marks, true)), ['Жуков', 'Ёлкина', 'Егоров'])
})
