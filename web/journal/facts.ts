import { type AbsenceCode, type Attendance, present } from '#domain/attendance/rules.ts'
import { parseEntry } from '#domain/journal/entry.ts'
import { type Mark, noMark, sameMark } from '#domain/marks/rules.ts'
import type { Page } from './page.ts'
import { attendanceSlot, markSlot } from './slots.ts'

/** What is known of the cells, by slot; a slot that is not there is empty. */
export type Facts = { marks: Map<string, Mark>; attendance: Map<string, Attendance> }
export type Fact = Mark | Attendance

export const isMarkSlot = (slot: string): boolean => slot.startsWith('mark:')

export const factIn = (facts: Facts, slot: string): Fact =>
  isMarkSlot(slot) ? (facts.marks.get(slot) ?? noMark) : (facts.attendance.get(slot) ?? present)

export function setFact(facts: Facts, slot: string, to: Fact): void {
  if (isMarkSlot(slot)) facts.marks.set(slot, to as Mark)
  else facts.attendance.set(slot, to as Attendance)
}

export const sameFact = (slot: string, a: Fact, b: Fact): boolean =>
  a === b || (isMarkSlot(slot) ? sameMark(a as Mark, b as Mark) : sameAttendance(a as Attendance, b as Attendance))

export const sameAttendance = (a: Attendance, b: Attendance): boolean => a.code === b.code && a.minutes === b.minutes

/**
 * Reads the page's columns of indices into facts by slot: what a cell, an average or an undo asks for. Thousands of cells say the same
 * few things: whoever keeps what has been `read` has each of them as one object.
 */
export function factsOf(page: Page, read = new Map<string, Mark>()): Facts {
  const works = page.lessons.flatMap((lesson) => lesson.works)
  const marks = new Map<string, Mark>()
  page.marks.text.forEach((text, i) => {
    const work = works[page.marks.work[i]!]
    const student = page.students[page.marks.student[i]!]
    if (!work || !student) return
    const mark = read.get(text) ?? { ...noMark, values: parseEntry(text, page.course.scale)?.values ?? [] }
    read.set(text, mark)
    marks.set(markSlot(work.workId, student.studentId), mark)
  })
  for (const remark of page.remarks) {
    const work = works[remark.work]
    const student = page.students[remark.student]
    if (!work || !student) continue
    const slot = markSlot(work.workId, student.studentId)
    const values = marks.get(slot)?.values ?? []
    marks.set(slot, { values, dueOn: remark.dueOn, comment: remark.comment, basis: remark.basis })
  }
  return { marks, attendance: attendanceOf(page) }
}

function attendanceOf(page: Page): Map<string, Attendance> {
  const attendance = new Map<string, Attendance>()
  page.absences.code.forEach((code: AbsenceCode, i) => {
    const lesson = page.lessons[page.absences.lesson[i]!]
    const student = page.students[page.absences.student[i]!]
    if (!lesson || !student) return
    const minutes = page.absences.minutes[i] ?? 0
    attendance.set(attendanceSlot(lesson.lessonId, student.studentId), { code, minutes: minutes > 0 ? minutes : null })
  })
  return attendance
}

/** The slots in which two pages say different things. */
export const changedSlots = (a: Facts, b: Facts): string[] => [
  ...changedIn(a.marks, b.marks, noMark, sameMark),
  ...changedIn(a.attendance, b.attendance, present, sameAttendance),
]

function changedIn<Fact>(a: Map<string, Fact>, b: Map<string, Fact>, none: Fact, same: (a: Fact, b: Fact) => boolean): string[] {
  const changed: string[] = []
  for (const [slot, now] of b) {
    const before = a.get(slot) ?? none
    if (before !== now && !same(before, now)) changed.push(slot)
  }
  for (const [slot, before] of a) if (!b.has(slot) && !same(before, none)) changed.push(slot)
  return changed
}

export const markAt = (facts: Facts, workId: string, studentId: string): Mark =>
  facts.marks.get(markSlot(workId, studentId)) ?? noMark
export const attendanceAt = (facts: Facts, lessonId: string, studentId: string): Attendance =>
  facts.attendance.get(attendanceSlot(lessonId, studentId)) ?? present
