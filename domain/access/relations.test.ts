import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, CourseSubject, FileSubject, LessonSubject, StudentSubject, Subject } from '#domain/access/actor.ts'
import * as is from '#domain/access/relations.ts'

const { isOverseer: _, opens: __, ...others } = is
const relations = { ...others, holds: is.holds('people.read') }
const TODAY = '2026-11-20'
const nobody: Actor = {
  schoolId: 1,
  personId: 'me',
  accountId: 'account',
  sessionId: null,
  name: { surname: 'Иванова', givenName: 'Мария', patronymic: '' },
  roles: [],
  courses: [],
  substitutions: [],
  homeroomOf: [],
  children: [],
  student: false,
  choices: {},
}
const course: CourseSubject = {
  kind: 'course',
  courseId: 'algebra',
  groupId: '7А',
  classIds: ['7А'],
  grade: 7,
  ungraded: false,
  scale: 'five',
}
const lesson: LessonSubject = {
  ...course,
  kind: 'lesson',
  lessonId: 'l',
  date: TODAY,
  teacherId: 'other',
  insteadOfId: null,
  cancelled: false,
  lockedAt: null,
}
const stream: CourseSubject = { ...course, classIds: ['7Б', '7В'] }
const student: StudentSubject = {
  kind: 'student',
  studentId: 'petya',
  classes: [{ classId: '7А', from: '2026-09-01', to: null }],
}
const stays = (...classes: [string, string, string | null][]): StudentSubject => ({
  ...student,
  classes: classes.map(([classId, from, to]) => ({ classId, from, to })),
})
const transferred = stays(['7А', '2026-09-01', '2026-11-15'], ['7Б', '2026-11-16', null])
const left = stays(['7А', '2026-09-01', '2026-10-15'], ['7Б', '2026-10-16', '2026-11-10'])
const between = stays(['7А', '2026-09-01', '2026-11-19'], ['7Б', '2026-11-21', null])
const file: FileSubject = {
  kind: 'file',
  fileId: 'f',
  courseIds: ['algebra'],
  classIds: ['7А'],
  studentIds: ['petya'],
  authorId: 'other',
  ofOrder: false,
}
const school: Subject = { kind: 'school' }

const role = (from: string, to: string | null): Partial<Actor> => ({ roles: [{ role: 'deputyHead', rights: [], from, to }] })
const teaches = (from: string, to: string | null): Partial<Actor> => ({ courses: [{ courseId: 'algebra', from, to }] })
const nurse = (from: string, to: string | null): Partial<Actor> => ({
  roles: [{ role: 'custom', rights: ['people.read'], from, to }],
})
const covers = (date: string): Partial<Actor> => ({ substitutions: [{ courseId: 'algebra', date }] })
const child = (from: string, to: string | null): Partial<Actor> => ({ children: [{ studentId: 'petya', from, to }] })

// relation, who the actor is besides nobody, the subject, is it so
const cases: [keyof typeof relations, Partial<Actor>, Subject, boolean][] = [
  ['everyone', {}, school, true],

  ['deputyHead', role('2026-09-01', null), school, true],
  ['deputyHead', role('2026-09-01', '2026-11-20'), school, true],
  ['deputyHead', role('2026-09-01', '2026-11-19'), school, false],
  ['deputyHead', role('2026-11-21', null), school, false],
  ['head', role('2026-09-01', null), school, false],
  ['administrator', role('2026-09-01', null), school, false],
  ['administrator', { roles: [{ role: 'administrator', rights: [], from: '2026-09-01', to: null }] }, school, true],

  ['leadsClass', { homeroomOf: ['7a'] }, school, true],
  ['leadsClass', {}, school, false],

  ['holds', nurse('2026-09-01', null), school, true],
  ['holds', nurse('2026-09-01', '2026-11-19'), school, false],
  ['holds', role('2026-09-01', null), school, false],

  ['worksWithPupils', {}, school, false],
  ['worksWithPupils', role('2026-09-01', null), school, true],
  ['worksWithPupils', nurse('2026-09-01', null), school, true],
  ['worksWithPupils', nurse('2026-09-01', '2026-11-19'), school, false],
  ['worksWithPupils', { roles: [{ role: 'custom', rights: ['attendance.read'], from: '2026-09-01', to: null }] }, school, false],
  ['worksWithPupils', teaches('2026-09-01', null), school, true],
  ['worksWithPupils', teaches('2026-09-01', '2026-11-19'), school, false],
  ['worksWithPupils', { homeroomOf: ['7А'] }, school, true],
  ['worksWithPupils', covers('2026-11-19'), school, true],
  ['worksWithPupils', { student: true, ...child('2026-09-01', null) }, school, false],

  ['leaderOf', teaches('2026-09-01', null), { kind: 'training', trainingId: 't', leaderId: 'me', invited: [] }, true],
  ['leaderOf', {}, { kind: 'training', trainingId: 't', leaderId: 'me', invited: [] }, false],
  ['invitedTo', {}, { kind: 'training', trainingId: 't', leaderId: null, invited: ['me'] }, true],
  ['invitedTo', {}, { kind: 'training', trainingId: 't', leaderId: null, invited: ['other'] }, false],

  ['withReason', teaches('2026-09-01', null), { kind: 'urgent', urgentId: 'u', personId: 'me', studentId: 'petya' }, true],
  ['withReason', teaches('2026-09-01', null), { kind: 'urgent', urgentId: 'u', personId: 'other', studentId: 'petya' }, false],
  ['withReason', {}, { kind: 'urgent', urgentId: 'u', personId: 'me', studentId: 'petya' }, false],

  ['staff', {}, school, false],
  ['staff', role('2026-09-01', null), school, true],
  ['staff', role('2026-09-01', '2026-11-19'), school, false],
  ['staff', teaches('2026-09-01', null), school, true],
  ['staff', teaches('2026-09-01', '2026-10-31'), school, false],
  ['staff', { homeroomOf: ['7А'] }, school, true],
  ['staff', covers('2026-11-19'), school, true],
  ['staff', { ...teaches('2026-09-01', null), student: true }, school, true], // was a pupil here, teaches here now
  ['staff', { student: true }, school, false],
  ['staff', child('2026-09-01', null), school, false],

  ['teacherOf', teaches('2026-09-01', null), course, true],
  ['teacherOf', teaches('2026-11-20', '2026-11-20'), course, true],
  ['teacherOf', teaches('2026-09-01', '2026-11-19'), course, false],
  ['teacherOf', teaches('2026-11-21', null), course, false],
  ['teacherOf', { courses: [{ courseId: 'russian', from: '2026-09-01', to: null }] }, course, false],
  ['teacherOf', teaches('2026-09-01', null), lesson, true],

  ['substituteOf', {}, { ...lesson, teacherId: 'me', insteadOfId: 'other' }, true],
  ['substituteOf', {}, { ...lesson, teacherId: 'me', insteadOfId: null }, false],
  ['substituteOf', {}, { ...lesson, teacherId: 'other', insteadOfId: 'me' }, false],
  ['substituteOf', covers('2026-11-20'), lesson, false],
  ['substituteOf', {}, { ...lesson, teacherId: 'me', insteadOfId: 'other', date: '2026-11-13' }, true],
  ['substituteOf', {}, { ...lesson, teacherId: 'me', insteadOfId: 'other', date: '2026-11-12' }, false],
  ['substituteOf', {}, { ...lesson, teacherId: 'me', insteadOfId: 'other', date: '2026-12-20' }, true],

  ['coversCourse', covers('2026-11-20'), course, true],
  ['coversCourse', covers('2026-11-13'), course, true],
  ['coversCourse', covers('2026-11-12'), course, false],
  ['coversCourse', covers('2026-11-27'), course, true],
  ['coversCourse', covers('2026-11-28'), course, false],
  ['coversCourse', { substitutions: [{ courseId: 'russian', date: TODAY }] }, course, false],

  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, course, true],
  ['homeroomTeacherOf', { homeroomOf: ['7Б'] }, course, false],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, stream, false],
  ['homeroomTeacherOf', { homeroomOf: ['7В'] }, stream, true],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, student, true],
  ['homeroomTeacherOf', { homeroomOf: ['7Б'] }, student, false],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, transferred, false],
  ['homeroomTeacherOf', { homeroomOf: ['7Б'] }, transferred, true],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, left, false],
  ['homeroomTeacherOf', { homeroomOf: ['7Б'] }, left, true],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, between, true],
  ['homeroomTeacherOf', { homeroomOf: ['7Б'] }, between, false],
  ['homeroomTeacherOf', { homeroomOf: ['7А'] }, stays(), false],

  ['guardianOf', child('2020-09-01', null), student, true],
  ['guardianOf', child('2020-09-01', '2026-11-19'), student, false],
  ['guardianOf', child('2026-11-21', null), student, false],
  ['guardianOf', { children: [{ studentId: 'masha', from: '2020-09-01', to: null }] }, student, false],

  ['self', { personId: 'petya', student: true }, student, true],
  ['self', { personId: 'petya', student: false }, student, false],
  ['self', { personId: 'masha', student: true }, student, false],

  ['handsOut', { personId: 'other', homeroomOf: ['9А'] }, file, true],
  ['handsOut', { personId: 'other' }, file, false], // uploaded it while working here
  ['handsOut', teaches('2026-09-01', null), file, true],
  ['handsOut', teaches('2026-09-01', '2026-10-31'), file, false],
  ['handsOut', { homeroomOf: ['7А'] }, file, true],
  ['handsOut', {}, file, false],

  [
    'readsOrder',
    { roles: [{ role: 'administrator', rights: [], from: '2020-09-01', to: null }] },
    { ...file, ofOrder: true },
    true,
  ],
  [
    'readsOrder',
    { roles: [{ role: 'custom', rights: ['movement.read'], from: '2020-09-01', to: null }] },
    { ...file, ofOrder: true },
    true,
  ],
  ['readsOrder', { roles: [{ role: 'administrator', rights: [], from: '2020-09-01', to: null }] }, file, false],
  ['readsOrder', {}, { ...file, ofOrder: true }, false],

  ['receives', { personId: 'petya', student: true }, file, true],
  ['receives', { personId: 'masha', student: true }, file, false],
  ['receives', { personId: 'petya', student: false }, file, false],
  ['receives', child('2020-09-01', null), file, true],
  ['receives', child('2020-09-01', '2026-10-31'), file, false],

  ['owner', {}, { kind: 'account', accountId: 'a', personId: 'me' }, true],
  ['owner', {}, { kind: 'account', accountId: 'account', personId: 'other' }, false],
  ['owner', {}, { kind: 'session', sessionId: 's', personId: 'me' }, true],
]

for (const [name, who, subject, expected] of cases) {
  const relation = relations[name] as (actor: Actor, subject: Subject, today: string) => boolean
  test(`${name}(${JSON.stringify(who)}, ${subject.kind}) is ${expected}`, () => {
    assert.equal(relation({ ...nobody, ...who }, subject, TODAY), expected)
  })
}

test('every relation has examples of yes and, but for «everyone», of no', () => {
  for (const name of Object.keys(relations) as (keyof typeof relations)[]) {
    const answers = new Set(cases.filter(([relation]) => relation === name).map(([, , , answer]) => answer))
    const wanted = { everyone: 1, head: 1 }[name as string] ?? 2
    assert.ok(answers.size >= wanted, `${name} needs a line of each kind`)
  }
})
