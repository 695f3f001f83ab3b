import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { initialsOf, maskedNames } from './masked.ts'

const names: [string, string][] = [
  ['Иванов Алексей', 'И. А.'],
  ['Иванов Алексей Петрович', 'И. А.'],
  ['Ёлкина Мария', 'Ё. М.'],
  ['Петрова-Водкина Анна', 'П.-В. А.'],
  ['оглы Али', 'О. А.'],
  ['Сухарто', 'С.'],
  ['  Жуков   Иван ', 'Ж. И.'],
  ['', ''],
]
for (const [name, initials] of names) {
  test(`«${name}» is «${initials}» on paper [R059]`, () => assert.equal(initialsOf(name), initials))
}

const pupils = [
  { studentId: 'a', name: 'Иванов Алексей' },
  { studentId: 'b', name: 'Ильина Анна' },
  { studentId: 'c', name: 'Жуков Иван' },
]
const place = (className: string, number: number) => ({ className, number })

const lists: [string, Parameters<typeof maskedNames>[1], Map<string, { className: string; number: number }>, string[]][] = [
  ['numbers of one class', 'numbers', new Map([['a', place('7А', 9)], ['b', place('7А', 10)], ['c', place('7А', 7)]]), ['№ 9', '№ 10', '№ 7']],
  ['numbers of two classes', 'numbers', new Map([['a', place('7А', 9)], ['b', place('7Б', 9)], ['c', place('7А', 7)]]), ['7А № 9', '7Б № 9', '7А № 7']],
  ['who has left has no number', 'numbers', new Map([['a', place('7А', 9)], ['b', place('7А', 10)]]), ['№ 9', '№ 10', 'Ж. И.']],
  ['same initials with numbers', 'initials', new Map([['a', place('7А', 9)], ['b', place('7А', 10)]]), ['И. А. (№ 9)', 'И. А. (№ 10)', 'Ж. И.']],
  ['same initials without numbers', 'initials', new Map(), ['И. А. (1)', 'И. А. (2)', 'Ж. И.']],
] // biome-ignore format: a table
for (const [title, style, places, masked] of lists) {
  test(`masked on paper: ${title} [R059]`, () => assert.deepEqual([...maskedNames(pupils, style, places).values()], masked))
}

test('no two of one class are alike on paper, and no surname is left [R059]', () => {
  const name = fc
    .tuple(fc.constantFrom('Иванов', 'Ильина', 'Жуков', 'Жук-Ивлев'), fc.constantFrom('Иван', 'Анна', 'Алия'))
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(
      fc.array(name, { maxLength: 30 }),
      fc.constantFrom('initials' as const, 'numbers' as const),
      fc.boolean(),
      (list, style, known) => {
        const students = list.map((name, i) => ({ studentId: String(i), name }))
        const places = new Map(known ? students.map(({ studentId }, i) => [studentId, place('7А', i + 1)]) : [])
        const masked = [...maskedNames(students, style, places).values()]
        assert.equal(new Set(masked).size, students.length)
        assert.ok(masked.every((one) => !/[а-яё]{2}/.test(one)))
      },
    ),
  )
})
