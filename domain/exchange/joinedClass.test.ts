import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Cell, textOf } from './cells.ts'
import { fields, wholeFields } from './fields.ts'
import { kinds } from './kinds.ts'
import { classOf, joinedClass } from './learning.ts'
import { fieldOf } from './sheet.ts'

const cases: [grade: Cell, own: Cell, letter: Cell, expected: string][] = [
  [7, null, 'А', '7А'],
  ['7', null, '«а»', '7А'],
  [null, 7, 'А', '7А'],
  [null, '7 класс', 'Литера Б', '7Б'],
  [7, 'А', null, '7А'],
  [7, '7А', null, '7А'],
  [7, '7А', 'А', '7А'],
  ['5–9', '7А', null, '7А'],
  [null, '7А', 'А', '7А'],
  [null, 7, '7А', '7А'],
  [null, 'VII', 'в', '7В'],
  [null, 7, 'K1', '7К1'],
  [null, 7, 1, '71'],
  [null, 7, null, '7'],
  [null, 7, '-', '7'],
  [7, null, 'нет', '7'],
  [null, null, 'А', '!'],
  [null, '7А', 'Б', '!'],
  [8, '7А', null, '!'],
  [null, 7, '8А', '!'],
  ['седьмая', null, 'А', '!'],
]
for (const [grade, own, letter, expected] of cases) {
  test(`a class in parts: ${[grade, own, letter].map((cell) => textOf(cell) || '—').join(' | ')} is ${expected} [R071, R100]`, () => {
    const read = classOf(joinedClass(grade, own, letter))
    assert.equal('problem' in read ? '!' : read.value.name, expected)
  })
}

test('several letters of a grade are several classes', () => {
  assert.equal(joinedClass(null, 7, 'А, Б и В'), '7А, 7Б, 7В')
})

test('a class in two columns is the same class in one [R100]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 11 }), fc.constantFrom('А', 'Б', 'В', 'К', 'Н'), (grade, letter) => {
      const whole = `${grade}${letter}`
      for (const cell of [
        joinedClass(grade, null, letter),
        joinedClass(null, grade, letter),
        joinedClass(grade, letter, null),
        joinedClass(grade, whole, letter),
      ])
        assert.equal(textOf(cell), whole)
    }),
  )
})

test('wherever a list has a class, its parts are found by their headings, and no template has them [R071]', () => {
  const withClass = kinds.filter((kind) => fields[kind].some(({ key }) => key === 'class'))
  assert.deepEqual(withClass, ['classes', 'homerooms', 'students', 'load', 'guardians', 'subgroups'])
  for (const kind of withClass)
    assert.deepEqual(
      ['Параллель', 'Класс', 'Литера', 'Буква', 'Буква класса'].map((heading) => fieldOf(kind, heading)),
      ['gradeOfClass', 'class', 'letter', 'letter', 'letter'],
    )
  for (const kind of kinds) assert.ok(wholeFields(kind).every(({ key }) => key !== 'letter' && key !== 'gradeOfClass'))
})
