import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  className,
  cutClass,
  finishes,
  homeroomGoesOn,
  isArrival,
  isDeparture,
  misplaced,
  sameMembers,
  waysToCut,
} from './rules.ts'

const names: [number, string, string][] = [
  [7, 'А', '7А'],
  [7, 'а', '7А'],
  [7, ' Б ', '7Б'],
  [4, '', '4'],
  [10, 'технологический', '10 технологический'],
  [11, 'ФМ', '11ФМ'],
]
for (const [grade, letter, name] of names)
  test(`class ${grade} «${letter}» is called ${name}`, () => assert.equal(className(grade, letter), name))

test('grades 9 and 11 finish school; a homeroom teacher does not follow from grade 4 to 5', () => {
  assert.deepEqual([1, 4, 8, 9, 10, 11, 12].filter(finishes), [9, 11, 12])
  assert.deepEqual([1, 4, 5, 8, 10].filter(homeroomGoesOn), [1, 5, 8, 10])
})

test('who comes and who goes', () => {
  assert.ok(isArrival('enrol') && isArrival('return') && !isArrival('transfer') && !isArrival('promote'))
  assert.ok(isDeparture('depart') && isDeparture('graduate') && !isDeparture('retain'))
})

const pupils = [
  { studentId: '4', name: 'Ёлкина Мария', sex: 'f' },
  { studentId: '1', name: 'Андреев Пётр', sex: 'm' },
  { studentId: '5', name: 'Жуков Иван', sex: 'm' },
  { studentId: '3', name: 'Егорова Лена', sex: 'f' },
  { studentId: '2', name: 'Белов Глеб', sex: 'm' },
] as const
const cuts: [string, Parameters<typeof cutClass>[2], number, string[][]][] = [
  [
    'by the alphabet, the first half is the larger one, «ё» beside «е»',
    'alphabet',
    2,
    [
      ['1', '2', '3'],
      ['4', '5'],
    ],
  ],
  ['in three', 'alphabet', 3, [['1', '2'], ['3', '4'], ['5']]],
  [
    'one by one',
    'evenOdd',
    2,
    [
      ['1', '3', '5'],
      ['2', '4'],
    ],
  ],
  [
    'boys and girls',
    'bySex',
    2,
    [
      ['1', '2', '5'],
      ['3', '4'],
    ],
  ],
  [
    'as last year, new students where there are fewer',
    'lastYear',
    2,
    [
      ['1', '5'],
      ['2', '3', '4'],
    ],
  ],
]
for (const [how, way, parts, expected] of cuts) {
  test(`a class is cut ${how} [R096]`, () => {
    const lastYear = [
      { studentId: '1', part: 0 },
      { studentId: '2', part: 1 },
      { studentId: '3', part: 1 },
      { studentId: '4', part: 1 },
    ]
    assert.deepEqual(
      cutClass(pupils, parts, way, lastYear).map((part) => part.toSorted()),
      expected,
    )
  })
}

test('however a class is cut, everybody is in exactly one part', () => {
  const pupil = fc.record({ studentId: fc.uuid(), name: fc.string(), sex: fc.constantFrom('f' as const, 'm' as const) })
  fc.assert(
    fc.property(
      fc.uniqueArray(pupil, { selector: (one) => one.studentId, maxLength: 40 }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(...waysToCut),
      fc.integer({ min: 0, max: 7 }),
      (class_, parts, way, known) => {
        const lastYear = class_.slice(0, known).map(({ studentId }, i) => ({ studentId, part: i }))
        const cut = cutClass(class_, parts, way, lastYear)
        assert.equal(cut.length, parts)
        const ids = class_.map((one) => one.studentId)
        const groups = cut.map((studentIds) => ({ studentIds }))
        assert.deepEqual(misplaced(ids, groups), { nowhere: [], twice: [] })
        assert.equal(cut.flat().length, ids.length)
        if (way === 'alphabet' || way === 'evenOdd')
          assert.ok(Math.max(...cut.map((part) => part.length)) - Math.min(...cut.map((part) => part.length)) <= 1)
      },
    ),
  )
})

test('who is nowhere and who is twice', () => {
  assert.deepEqual(misplaced(['a', 'b', 'c'], [{ studentIds: ['a', 'b'] }, { studentIds: ['b'] }]), {
    nowhere: ['c'],
    twice: ['b'],
  })
})

test('the same members in another order are the same; an empty group is as none', () => {
  const one = { groupId: '1', studentIds: ['a', 'b'] }
  assert.ok(sameMembers([one, { groupId: '2', studentIds: [] }], [{ groupId: '1', studentIds: ['b', 'a'] }]))
  assert.ok(!sameMembers([one], [{ groupId: '2', studentIds: ['a', 'b'] }]))
  assert.ok(!sameMembers([one], [{ groupId: '1', studentIds: ['a'] }]))
})
