import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classLoads, dayOf, type Group, type Load, placesOf, teacherLoads, teachersFrom } from './loadView.ts'

const group = (groupId: string, kind: Group['kind'], part: Partial<Group> = {}): Group => ({
  groupId,
  name: groupId,
  kind,
  grade: 7,
  classId: null,
  classIds: [],
  curriculumId: kind === 'class' ? 'план' : null,
  subjectId: null,
  students: 25,
  ...part,
})
const given = (teacherId: string, halfHours: number, from = '2026-09-01', to: string | null = null) => ({
  assignmentId: `${teacherId} ${from}`,
  teacherId,
  halfHours,
  from,
  to,
})
const course = (
  courseId: string,
  groupId: string,
  subjectId: string,
  assignments: Load['courses'][number]['assignments'] = [],
) => ({
  courseId,
  groupId,
  subjectId,
  assignments,
})
const teacher = (personId: string) => ({ personId, name: personId, position: 'учитель', category: '', from: null, to: null })
const load: Load = {
  year: { schoolYearId: 'год', name: '2026/27', from: '2026-09-01', to: '2027-05-26', over: false },
  years: [],
  today: '2026-11-20',
  rateHours: 18,
  subjects: ['алгебра', 'физкультура'].map((name) => ({ subjectId: name, name, shortName: name, area: '', archived: false })),
  teachers: [teacher('Иванова'), teacher('Кузнецов')],
  groups: [
    group('7А', 'class'),
    group('7Б', 'class'),
    group('7АБ', 'stream', { classIds: ['7А', '7Б'] }),
    group('клуб', 'elective'),
  ],
  lines: [
    { curriculumId: 'план', subjectId: 'физкультура', part: 'federal', halfHours: 4, subgroups: 1 },
    { curriculumId: 'план', subjectId: 'алгебра', part: 'federal', halfHours: 6, subgroups: 1 },
  ],
  courses: [
    course('1', '7А', 'алгебра', [given('Иванова', 6, '2026-09-01', '2026-10-31'), given('Кузнецов', 5, '2026-11-01')]),
    course('2', '7АБ', 'физкультура', [given('Кузнецов', 3)]),
    course('3', 'клуб', 'алгебра'),
  ],
}

test('a class shows what is planned and what nobody teaches on the day [R086]', () => {
  const [seventhA, seventhB, club] = classLoads(load, '2026-11-20')
  assert.deepEqual([seventhA!.planned, seventhA!.vacant, seventhA!.missing], [10, 2, []])
  assert.deepEqual(seventhB!.missing, [{ classId: '7Б', subjectId: 'алгебра', extracurricular: false, groups: 1 }])
  assert.deepEqual([club!.group.groupId, club!.planned], ['клуб', 0])
  assert.equal(classLoads(load, '2026-10-01')[0]!.vacant, 1, 'Иванова had all of algebra')
})

test('an hour of several classes is counted once [R086]', () => {
  const courses = placesOf(classLoads(load, '2026-11-20')).map(({ courseId }) => courseId)
  assert.deepEqual(courses, ['1', '2', null, '3'])
})

test('a teacher has what runs on the day, and had what is over [R086]', () => {
  const [ivanova, kuznetsov] = teacherLoads(load, '2026-11-20')
  assert.deepEqual([ivanova!.halfHours, ivanova!.ended.length, kuznetsov!.halfHours], [0, 1, 8])
  assert.deepEqual(
    teacherLoads(load, '2026-10-01').map(({ halfHours, later }) => [halfHours, later.length]),
    [
      [6, 0],
      [3, 1],
    ],
  )
})

test('who takes a course over sees who teaches it then or later', () => {
  const { assignments } = load.courses[0]!
  assert.deepEqual(teachersFrom(assignments, '2026-10-31'), ['Иванова', 'Кузнецов'])
  assert.deepEqual(teachersFrom(assignments, '2026-11-01'), ['Кузнецов'])
})

const days: [string | null, string][] = [
  [null, '2026-11-20'],
  ['2026-08-01', '2026-09-01'],
  ['2027-06-01', '2027-05-26'],
  ['2026-12-01', '2026-12-01'],
]
for (const [asked, day] of days) {
  test(`the load is looked at on ${day} when ${asked ?? 'no day'} is asked for`, () => assert.equal(dayOf(load, asked), day))
}
