import { randomUUIDv7 } from 'node:crypto'
import { noMark } from '#domain/marks/rules.ts'
import { type Bad, proveRefused } from './badInput.ts'
import { taskOf } from './samples.ts'
import type { World } from './world.ts'

const five = { ...noMark, values: [5] }
const mark = (world: World, part: object = {}, of: object = {}) => {
  const lesson = world.lesson(world.courses.algebraA)
  return {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who.petya,
    mark: { ...five, ...of },
    expected: noMark,
    ...part,
  }
}
const cell = (world: World, part: object = {}) => {
  const { lessonId: _, ...rest } = mark(world, part)
  return rest
}
const values: Bad[] = [
  ['a mark as text', 400, 'input.wrong', (caller, world) => caller.calls('marks.set', mark(world, {}, { values: ['5'] }))],
  [
    'a mark of four and a half',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [4.5] })),
  ],
  [
    'a mark too large for any number',
    400,
    'input.wrong',
    (caller, world) =>
      caller.sends('POST', '/api/marks.set', {
        body: JSON.stringify(mark(world)).replace('[5]', '[1e400]'),
        headers: { 'content-type': 'application/json', 'x-zvonok': '1', 'x-operation-id': randomUUIDv7() },
      }),
  ],
  [
    'a mark that overflows',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [2147483648] })),
  ],
  ['a negative mark', 400, 'input.wrong', (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [-5] }))],
  [
    'five marks in a cell',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [5, 5, 5, 5, 5] })),
  ],
  [
    'a mark outside the scale',
    422,
    'marks.outsideScale',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [6] })),
  ],
  [
    'a mark without its comment',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, { mark: { values: [5] } })),
  ],
  [
    'a comment of five hundred and one letters',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { comment: 'к'.repeat(501) })),
  ],
  [
    'a student of another class',
    422,
    'journal.notInGroup',
    (caller, world) => caller.calls('marks.set', mark(world, { studentId: world.who.lena })),
  ],
  [
    'a student who had left by that day',
    422,
    'journal.notInGroup',
    (caller, world) => caller.calls('marks.set', mark(world, { studentId: world.who.vanya })),
  ],
  [
    'a student of nowhere',
    422,
    'journal.notInGroup',
    (caller, world) => caller.calls('marks.set', mark(world, { studentId: randomUUIDv7() })),
  ],
  [
    'a work of nowhere',
    422,
    'marks.unknownWork',
    (caller, world) => caller.calls('marks.set', mark(world, { workId: randomUUIDv7() })),
  ],
  [
    'a lesson of nowhere',
    403,
    'access.denied',
    (caller, world) => caller.calls('marks.set', mark(world, { lessonId: randomUUIDv7() })),
  ],
  [
    'an id that is a statement',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, { studentId: "'; drop table mark; --" })),
  ],
  [
    'an id in capitals',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, { studentId: world.who.petya.toUpperCase() })),
  ],
  [
    'the 30th of February',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [], dueOn: '2027-02-30' })),
  ],
  [
    'a date with its time',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [], dueOn: '2026-12-01T00:00:00Z' })),
  ],
  [
    'a date as Russians write it',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [], dueOn: '01.12.2026' })),
  ],
  [
    'a date in month 13',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.set', mark(world, {}, { values: [], dueOn: '2026-13-01' })),
  ],

  [
    'one cell twice',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.setMany', { courseId: world.courses.algebraA, cells: [cell(world), cell(world)] }),
  ],
  [
    'one cell twice with two marks',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('marks.setMany', {
        courseId: world.courses.algebraA,
        cells: [cell(world), cell(world, { mark: { ...noMark, values: [2] } })],
      }),
  ],
  [
    'no cells',
    400,
    'input.wrong',
    (caller, world) => caller.calls('marks.setMany', { courseId: world.courses.algebraA, cells: [] }),
  ],
  [
    'four thousand and one cells',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('marks.setMany', { courseId: world.courses.algebraA, cells: Array.from({ length: 4001 }, () => cell(world)) }),
  ],
  [
    'cells of another’s course',
    422,
    'marks.unknownWork',
    (caller, world) =>
      caller.calls('marks.setMany', {
        courseId: world.courses.algebraA,
        cells: [cell(world, { workId: world.lesson(world.courses.algebraB).workId, studentId: world.who.lena })],
      }),
  ],
  [
    'one absence twice',
    400,
    'input.wrong',
    (caller, world) => {
      const one = {
        lessonId: world.lesson(world.courses.algebraA).id,
        studentId: world.who.petya,
        attendance: { code: 'absent', minutes: null },
        expected: { code: null, minutes: null },
      }
      return caller.calls('attendance.setMany', { courseId: world.courses.algebraA, cells: [one, one] })
    },
  ],
  [
    'one name called twice',
    400,
    'input.wrong',
    (caller, world) => {
      const one = { studentId: world.who.petya, code: 'absent', minutes: null }
      return caller.calls('attendance.rollCall', { lessonId: world.lesson(world.courses.algebraA).id, absences: [one, one] })
    },
  ],
  [
    'a reason that is none',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('attendance.rollCall', {
        lessonId: world.lesson(world.courses.algebraA).id,
        absences: [{ studentId: world.who.petya, code: 'lazy', minutes: null }],
      }),
  ],
  [
    'a lateness of a thousand minutes',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('attendance.rollCall', {
        lessonId: world.lesson(world.courses.algebraA).id,
        absences: [{ studentId: world.who.petya, code: 'late', minutes: 1000 }],
      }),
  ],

  [
    'a task due in another year',
    422,
    'homework.dueOutsideYear',
    (caller, world) => caller.calls('homework.set', taskOf(world, { dueOn: '2027-09-01' })),
  ],
  [
    'a task due on the 30th of February',
    400,
    'input.wrong',
    (caller, world) => caller.calls('homework.set', taskOf(world, { dueOn: '2027-02-30' })),
  ],
  [
    'a task for one student twice',
    400,
    'input.wrong',
    (caller, world) => caller.calls('homework.set', taskOf(world, { students: [world.who.petya, world.who.petya] })),
  ],
  [
    'a column heavier than a hundred',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('marks.addWork', {
        lessonId: world.lesson(world.courses.algebraA).id,
        workId: randomUUIDv7(),
        typeId: world.types.classwork,
        weight: 101,
        title: '',
      }),
  ],
  [
    'a column with the id of another',
    400,
    'input.wrong',
    (caller, world) =>
      caller.calls('marks.addWork', {
        lessonId: world.lesson(world.courses.algebraA).id,
        workId: world.lesson(world.courses.algebraB).workId,
        typeId: world.types.classwork,
        weight: 10,
        title: '',
      }),
  ],
  [
    'an operation that is none',
    404,
    'input.unknownOperation',
    (caller) => caller.sends('POST', '/api/marks.erase', { body: {} }),
  ],
]
proveRefused(values)
