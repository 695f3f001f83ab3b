import type { Task } from '#domain/homework/rules.ts'
import { noMark } from '#domain/marks/rules.ts'
import type { CommandName } from '#domain/operations.ts'
import type { Answer, Trouble, Typed } from '#web/platform/outboxRules.ts'

/** '5' → a mark of five, '' → no mark. */
export const mark = (text: string) => ({ ...noMark, values: text === '' ? [] : [Number(text)] })

type Part = Pick<Typed, 'name' | 'input' | 'slot' | 'label'>
const typed = (name: CommandName, input: object, slot: string, label = ''): Part => ({ name, input, slot, label })

/** A mark typed into the cell of a work and a student, over what was seen there. */
export const setMark = (work: string, student: string, seen: string, value: string): Part =>
  typed(
    'marks.set',
    { lessonId: 'l1', workId: work, studentId: student, mark: mark(value), expected: mark(seen) },
    `mark:${work}:${student}`,
    value,
  )

/** Cells as [student, seen, value]. */
export const setMarks = (work: string, ...cells: [string, string, string][]): Part => {
  const input = cells.map(([studentId, seen, value]) => ({ workId: work, studentId, mark: mark(value), expected: mark(seen) }))
  return typed('marks.setMany', { courseId: 'c1', cells: input }, `marks:${work}`)
}

export const setTopic = (lesson: string, seen: string, topic: string): Part =>
  typed('journal.setTopic', { lessonId: lesson, topic, expected: seen }, `topic:${lesson}`, topic)

export const setNote = (lesson: string, seen: string, note: string): Part =>
  typed('journal.setNote', { lessonId: lesson, note, expected: seen }, `note:${lesson}`, note)

const task = (content: string): Task => ({
  ...{ dueOn: null, pages: '', exercises: '', minutes: null, nothing: false, students: [], files: [] },
  content,
})
/** A task of these words, over the words seen there; '' is no task yet. */
export const setHomework = (homework: string, seen: string, content: string): Part =>
  typed(
    'homework.set',
    { lessonId: 'l1', homeworkId: homework, task: task(content), expected: seen === '' ? null : task(seen) },
    `homework:${homework}`,
    content,
  )
export const removeHomework = (homework: string, seen: string): Part =>
  typed('homework.remove', { lessonId: 'l1', homeworkId: homework, expected: task(seen) }, `homework:${homework}`)

export const addWork = (work: string, title = ''): Part =>
  typed('marks.addWork', { lessonId: 'l1', workId: work, typeId: 't', weight: 10, title }, `work:${work}`)
export const changeWork = (work: string, weight: number): Part =>
  typed('marks.changeWork', { lessonId: 'l1', workId: work, typeId: 't', weight, title: '' }, `work:${work}`)
export const removeWork = (work: string): Part => typed('marks.removeWork', { lessonId: 'l1', workId: work }, `work:${work}`)

export const rollCall = (lesson: string, ...absent: string[]): Part => {
  const absences = absent.map((studentId) => ({ studentId, code: 'absent', minutes: null }))
  return typed('attendance.rollCall', { lessonId: lesson, absences }, `roll:${lesson}`)
}
export const setAbsence = (lesson: string, student: string, seen: string | null, code: string | null): Part => {
  const input = {
    lessonId: lesson,
    studentId: student,
    attendance: { code, minutes: null },
    expected: { code: seen, minutes: null },
  }
  return typed('attendance.set', input, `attendance:${lesson}:${student}`)
}

export const trouble = (code: string): Trouble => ({ code, params: {}, text: code })
export const refusal = (code: string): Answer => ({ kind: 'refused', problem: trouble(code) })
export const saved: Answer = { kind: 'saved', output: {} }
export const silence: Answer = { kind: 'later', problem: null }
