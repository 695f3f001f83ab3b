import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finderOf, sorted } from './tableRows.ts'

const people = [
  { name: 'Ёлкина Мария', group: '10А', marks: 3 },
  { name: 'Егоров Иван', group: '7А', marks: null },
  { name: 'Жуков Иван', group: '7Б', marks: 12 },
]
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name.split(' ')[0])

test('every word of a search is looked for in every column, «ё» as «е»', () => {
  const find = finderOf(people, (row) => [row.name, row.group])
  assert.deepEqual(names(find('елкина')), ['Ёлкина'])
  assert.deepEqual(names(find(' иван  7а ')), ['Егоров'])
  assert.deepEqual(names(find('')), ['Ёлкина', 'Егоров', 'Жуков'])
  assert.deepEqual(names(find('нет такого')), [])
})

test('what the rows say is read once, however many keys are pressed', () => {
  let reads = 0
  const find = finderOf(people, ({ name }) => {
    reads += 1
    return [name]
  })
  for (const typed of ['', 'и', 'ив', 'ива', 'ив']) find(typed)
  assert.equal(reads, people.length)
})

test('numbers sort as numbers, classes by grade, names as in a dictionary, nothing at the end either way', () => {
  assert.deepEqual(names(sorted(people, (row) => row.group, false)), ['Егоров', 'Жуков', 'Ёлкина'])
  assert.deepEqual(names(sorted(people, (row) => row.name, false)), ['Егоров', 'Ёлкина', 'Жуков'])
  assert.deepEqual(names(sorted(people, (row) => row.marks, false)), ['Ёлкина', 'Жуков', 'Егоров'])
  assert.deepEqual(names(sorted(people, (row) => row.marks, true)), ['Жуков', 'Ёлкина', 'Егоров'])
})
