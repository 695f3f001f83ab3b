import type { Output } from '#domain/operations.ts'
import type { Week } from './week.ts'

/** A mark on the screen under a name by which it is known again when the screen is asked for anew. */
export type ShownMark = { key: string; subject: string; text: string }

/** The marks of a week, in reading order. */
export function marksOfWeek(week: Week): ShownMark[] {
  const lessons = week.days.flatMap((day) => day.lessons)
  return lessons.flatMap((lesson) => named(lesson.lessonId, lesson.subject, lesson.marks))
}

/** The marks of a term, in reading order. */
export function marksOfTerm(diary: Output<'diary.marks'>): ShownMark[] {
  return diary.subjects.flatMap((subject) => named(subject.courseId, subject.subject, subject.marks))
}

/** The marks that were not there before: new ones and changed ones. */
export function appeared(before: readonly ShownMark[], after: readonly ShownMark[]): ShownMark[] {
  const known = new Set(before.map((mark) => mark.key))
  return after.filter((mark) => !known.has(mark.key))
}

/** The name of a mark among its neighbours: equal ones are told apart by their order. */
export function markKey(place: string, marks: readonly NamedMark[], index: number): string {
  const mark = marks[index]!
  const same = marks.slice(0, index).filter((other) => signOf(other) === signOf(mark)).length
  return [place, signOf(mark), same].join('|')
}

type NamedMark = { text: string; type: string; title: string; date?: string }

const signOf = (mark: NamedMark): string => [mark.date ?? '', mark.type, mark.title, mark.text].join('|')

const named = (place: string, subject: string, marks: readonly NamedMark[]): ShownMark[] =>
  marks.map((mark, index) => ({ key: markKey(place, marks, index), subject, text: mark.text }))
