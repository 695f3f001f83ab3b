import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  applied,
  editOf,
  fitting,
  isOf,
  joined,
  type Plan,
  type Plans,
  paste,
  placeAfter,
  rowsOf,
  shown,
  undone,
} from './sheet.ts'

const plan = (curriculumId: string, grade: number, lines: Plan['lines'] = [], individual = false): Plan => ({
  curriculumId,
  name: `${grade} класс`,
  grade,
  profileId: null,
  studyDays: 5,
  weeks: 34,
  individual,
  lines,
})
const subject = (subjectId: string) => ({
  subjectId,
  name: subjectId,
  shortName: subjectId,
  area: '',
  federal: true,
  archived: false,
})
const subjects = ['русский', 'алгебра', 'труд'].map(subject)
const algebra = { subjectId: 'алгебра', part: 'federal' as const, halfHours: 6, subgroups: 1 }
const plans = [plan('5', 5, [{ ...algebra, subjectId: 'русский', halfHours: 5 }]), plan('7', 7, [algebra])]
const rows = rowsOf(subjects, plans, [{ part: 'school', subjectId: 'русский' }])
const data = { plans, groups: [], subjects } as unknown as Plans

test('rows are the subjects that have hours, and what was just added, part by part [R082]', () => {
  assert.deepEqual(
    rows.map(({ part, subjectId }) => [part, subjectId]),
    [
      ['federal', 'русский'],
      ['federal', 'алгебра'],
      ['school', 'русский'],
    ],
  )
})

test('a block from Excel is put down whole [R082]', () => {
  const pasted = paste('5,5\t4\r\n\t3*\r\n', { row: 0, column: 0 }, rows, plans)
  assert.equal(pasted.kind, 'edits')
  const after = applied(data, pasted.kind === 'edits' ? pasted.edits : [])
  assert.deepEqual(
    rows.map((row) => after.plans.map((one) => shown(one, row))),
    [
      ['5,5', '4'],
      ['', '3×2'],
      ['', ''],
    ],
  )
})

test('a block that is not understood, or has no room, changes nothing [R082]', () => {
  assert.deepEqual(paste('5\tпять', { row: 0, column: 0 }, rows, plans), { kind: 'wrong', text: 'пять' })
  assert.deepEqual(paste('5\t5', { row: 0, column: 1 }, rows, plans), { kind: 'outside' })
  assert.deepEqual(paste('5\n5', { row: 2, column: 0 }, rows, plans), { kind: 'outside' })
})

test('the same hours again are no edit, groups that were not named stay', () => {
  assert.equal(editOf(plans[1]!, rows[1]!, { halfHours: 6, subgroups: null }), null)
  const cut = plan('7', 7, [{ ...algebra, subgroups: 2 }])
  assert.deepEqual(editOf(cut, rows[1]!, { halfHours: 4, subgroups: null })?.value, { halfHours: 4, subgroups: 2 })
  assert.deepEqual(editOf(cut, rows[1]!, { halfHours: 0, subgroups: null })?.value, { halfHours: 0, subgroups: 1 })
})

test('edits of one cell join, and are taken back to what was seen first', () => {
  const first = editOf(plans[1]!, rows[1]!, { halfHours: 4, subgroups: null })!
  const second = { ...first, value: { halfHours: 2, subgroups: 1 }, expected: first.value }
  const [one, ...rest] = joined([first, second])
  assert.deepEqual([one!.value.halfHours, one!.expected.halfHours, rest.length], [2, 6, 0])
  assert.deepEqual(applied(applied(data, [first, second]), undone([first, second])).plans[1]!.lines, [algebra])
})

const moves: [string, [number, number], [number, number] | null][] = [
  ['Enter', [0, 0], [1, 0]],
  ['ArrowRight', [0, 0], [0, 1]],
  ['ArrowUp', [0, 0], null],
  ['ArrowDown', [2, 1], null],
  ['x', [0, 0], null],
]
for (const [key, [row, column], to] of moves) {
  test(`${key} in row ${row} leads ${to ? `to ${to}` : 'nowhere'}`, () =>
    assert.deepEqual(placeAfter(key, { row, column }, 3, 2), to && { row: to[0], column: to[1] }))
}

test('levels take the curricula of their grades, individual ones apart [R083 R084]', () => {
  const all = [plan('1', 1), plan('9', 9), plan('10', 10), plan('и', 8, [], true)]
  const of = (level: Parameters<typeof isOf>[0]) => all.filter((one) => isOf(level, one)).map(({ curriculumId }) => curriculumId)
  assert.deepEqual([of('all'), of('basic'), of('individual')], [['1', '9', '10'], ['9'], ['и']])
})

test('a class is matched with a curriculum where there is only one of its grade [R083]', () => {
  const group = (groupId: string, grade: number, curriculumId: string | null = null) => ({
    groupId,
    name: groupId,
    kind: 'class' as const,
    grade,
    curriculumId,
  })
  const groups = [group('5А', 5), group('5Б', 5, '5'), group('10А', 10)]
  const found = fitting({ groups, plans: [plan('5', 5), plan('10 г', 10), plan('10 т', 10)] })
  assert.deepEqual(found, [{ groupId: '5А', curriculumId: '5', expected: null }])
})
