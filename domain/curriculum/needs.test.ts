import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GroupKind, type LoadCourse, type LoadGroup, needsOf, vacantOf } from '#domain/curriculum/needs.ts'
import type { Part } from '#domain/curriculum/rules.ts'

const group = (
  groupId: string,
  kind: GroupKind,
  classId: string | null = null,
  classIds: string[] = [],
  subjectId: string | null = null,
): LoadGroup => ({
  groupId,
  kind,
  classId,
  classIds,
  subjectId,
})
const seventh = group('7А', 'class')
const groups = [
  seventh,
  group('7Б', 'class'),
  group('7А·1', 'subgroup', '7А'),
  group('7А·2', 'subgroup', '7А'),
  group('7А·3', 'subgroup', '7А'),
  group('7А·лаб 1', 'subgroup', '7А', [], 'физика'),
  group('7А·лаб 2', 'subgroup', '7А', [], 'физика'),
  group('7АБ', 'stream', null, ['7А', '7Б']),
  group('разговоры', 'extracurricular', '7А'),
  group('план', 'individual', '7А'),
]
const line = (subjectId: string, hours: number, subgroups = 1, part: Part = 'federal') => ({
  subjectId,
  part,
  halfHours: hours * 2,
  subgroups,
})

type Case = [
  title: string,
  lines: ReturnType<typeof line>[],
  /** [group, subject, hours of its teachers] */
  courses: [string, string, number][],
  /** [group or «новая», course there, hours asked, hours vacant] */
  seats: [string, boolean, number, number][],
]
const cases: Case[] = [
  ['nothing is there', [line('алгебра', 3)], [], [['7А', false, 3, 3]]],
  ['a course without a teacher', [line('алгебра', 3)], [['7А', 'алгебра', 0]], [['7А', true, 3, 3]]],
  ['a part of the hours', [line('алгебра', 3)], [['7А', 'алгебра', 2.5]], [['7А', true, 3, 0.5]]],
  ['all of them', [line('алгебра', 3)], [['7А', 'алгебра', 3]], [['7А', true, 3, 0]]],
  ['more than all', [line('алгебра', 3)], [['7А', 'алгебра', 4]], [['7А', true, 3, 0]]],
  [
    'both parts of the plan are one course',
    [line('русский', 4), line('русский', 1, 1, 'school')],
    [['7А', 'русский', 4]],
    [['7А', true, 5, 1]],
  ],
  [
    'two groups that are not there',
    [line('английский', 3, 2)],
    [],
    [
      ['новая', false, 3, 3],
      ['новая', false, 3, 3],
    ],
  ],
  [
    'one group of two',
    [line('английский', 3, 2)],
    [['7А·1', 'английский', 3]],
    [
      ['7А·1', true, 3, 0],
      ['новая', false, 3, 3],
    ],
  ],
  [
    'two groups with one teacher short',
    [line('английский', 3, 2)],
    [
      ['7А·1', 'английский', 3],
      ['7А·2', 'английский', 2],
    ],
    [
      ['7А·1', true, 3, 0],
      ['7А·2', true, 3, 1],
    ],
  ],
  [
    'more groups than the plan says',
    [line('труд', 2, 2)],
    [
      ['7А·1', 'труд', 2],
      ['7А·2', 'труд', 2],
      ['7А·3', 'труд', 2],
    ],
    [
      ['7А·1', true, 2, 0],
      ['7А·2', true, 2, 0],
      ['7А·3', true, 2, 0],
    ],
  ],
  [
    'groups that are cut and not taught yet',
    [line('физика', 2, 2)],
    [],
    [
      ['7А·лаб 1', false, 2, 2],
      ['7А·лаб 2', false, 2, 2],
    ],
  ],
  [
    'one of them is taught',
    [line('физика', 2, 2)],
    [['7А·лаб 2', 'физика', 2]],
    [
      ['7А·лаб 2', true, 2, 0],
      ['7А·лаб 1', false, 2, 2],
    ],
  ],
  ['a class that is not cut after all', [line('английский', 3, 2)], [['7А', 'английский', 3]], [['7А', true, 3, 0]]],
  [
    'an hour together and two in groups',
    [line('информатика', 3, 2)],
    [
      ['7А', 'информатика', 1],
      ['7А·1', 'информатика', 2],
      ['7А·2', 'информатика', 1],
    ],
    [
      ['7А', true, 1, 0],
      ['7А·1', true, 2, 0],
      ['7А·2', true, 2, 1],
    ],
  ],
  ['a stream of two classes', [line('физкультура', 2)], [['7АБ', 'физкультура', 2]], [['7АБ', true, 2, 0]]],
  ['somebody’s own plan fills no gap of the class', [line('алгебра', 3)], [['план', 'алгебра', 3]], [['7А', false, 3, 3]]],
  ['another class neither', [line('алгебра', 3)], [['7Б', 'алгебра', 3]], [['7А', false, 3, 3]]],
  [
    'what is no lesson is a group of its own',
    [line('разговоры', 1, 1, 'extracurricular')],
    [['разговоры', 'разговоры', 1]],
    [['разговоры', true, 1, 0]],
  ],
  ['and has still to be made', [line('разговоры', 1, 1, 'extracurricular')], [], [['новая', false, 1, 1]]],
  ['beyond the plan', [], [['7А', 'шахматы', 1]], [['7А', true, 0, 0]]],
]
const assigned = (courses: [string, string, number][]) => {
  const open: LoadCourse[] = courses.map(([groupId, subjectId], index) => ({ courseId: String(index), groupId, subjectId }))
  return { open, hours: (courseId: string) => courses[Number(courseId)]![2] * 2 }
}
for (const [title, lines, courses, seats] of cases) {
  test(`unassigned hours of a class: ${title} [R086]`, () => {
    const { open, hours } = assigned(courses)
    const found = needsOf(seventh, lines, groups, open, hours).flatMap((need) => need.seats)
    assert.deepEqual(
      found.map((seat) => [seat.groupId ?? 'новая', seat.courseId !== null, seat.planned / 2, vacantOf(seat) / 2]),
      seats,
    )
  })
}

test('a student with a plan of their own is taught what that plan asks for [R084 R086]', () => {
  const { open, hours } = assigned([
    ['план', 'алгебра', 1],
    ['7А', 'русский', 4],
  ])
  const [algebra, russian, more] = needsOf(
    group('план', 'individual', '7А'),
    [line('алгебра', 1.5), line('русский', 1)],
    groups,
    open,
    hours,
  )
  assert.deepEqual([algebra!.seats.map(vacantOf), russian!.seats.map(vacantOf), more], [[1], [2], undefined])
})

test('nobody is missing once every seat has its hours, and every planned subject has a seat [R086]', () => {
  const subject = fc.constantFrom('алгебра', 'русский', 'труд')
  const lines = fc.uniqueArray(
    fc.record({
      subjectId: subject,
      part: fc.constantFrom<Part>('federal', 'school', 'extracurricular'),
      halfHours: fc.integer({ min: 1, max: 10 }),
      subgroups: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: (one) => `${one.subjectId} ${one.part}` },
  )
  const courses = fc.uniqueArray(fc.tuple(fc.constantFrom('7А', '7А·1', '7А·2', '7АБ', 'разговоры'), subject, fc.nat(5)), {
    selector: ([groupId, subjectId]) => `${groupId} ${subjectId}`,
  })
  fc.assert(
    fc.property(lines, courses, (planned, taught) => {
      const { open, hours } = assigned(taught)
      const needs = needsOf(seventh, planned, groups, open, hours)
      for (const { subjectId, part } of planned) {
        const need = needs.find((one) => one.subjectId === subjectId && one.extracurricular === (part === 'extracurricular'))
        assert.ok(need && need.seats.length > 0)
      }
      assert.equal(new Set(needs.flatMap(({ seats }) => seats.flatMap((seat) => seat.courseId ?? []))).size, taught.length)
      for (const seat of needs.flatMap(({ seats }) => seats)) assert.ok(seat.planned >= 0 && vacantOf(seat) <= seat.planned)
    }),
  )
})

test('subgroups that have just been made are to be taught, although the class still has the subject whole [R086, R097]', () => {
  const groups: LoadGroup[] = [
    { groupId: '7a', kind: 'class', classId: null, classIds: [], subjectId: null },
    { groupId: 'one', kind: 'subgroup', classId: '7a', classIds: [], subjectId: 'english' },
    { groupId: 'two', kind: 'subgroup', classId: '7a', classIds: [], subjectId: 'english' },
  ]
  const courses = [{ courseId: 'whole', groupId: '7a', subjectId: 'english' }]
  const lines = [{ subjectId: 'english', part: 'federal', halfHours: 6, subgroups: 1 } as const]
  const [need] = needsOf({ groupId: '7a', kind: 'class' }, lines, groups, courses, () => 6)
  assert.deepEqual(
    need!.seats.map(({ groupId, courseId, planned, assigned }) => [groupId, courseId, planned, assigned]),
    [
      ['7a', 'whole', 6, 6],
      ['one', null, 6, 0],
      ['two', null, 6, 0],
    ],
  )
})
