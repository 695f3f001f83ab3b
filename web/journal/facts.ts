import { type AbsenceCode, type Attendance, present } from '#domain/attendance/rules.ts'
import { parseEntry } from '#domain/journal/entry.ts'
import { type Mark, noMark } from '#domain/marks/rules.ts'
import type { Page } from './page.ts'
import { attendanceSlot, markSlot } from './slots.ts'

/** What is known of the cells, by slot; a slot that is not there is empty. */
export type Facts = { marks: Map<string, Mark>; attendance: Map<string, Attendance> }

export const sameAttendance = (a: Attendance, b: Attendance): boolean => a.code === b.code && a.minutes === b.minutes

/** Reads the page's columns of indices into facts by slot: what a cell, an average or an undo asks for. */
export function factsOf(page: Page): Facts {
  const works = page.lessons.flatMap((lesson) => lesson.works)
  const marks = new Map<string, Mark>()
  page.marks.text.forEach((text, i) => {
    const work = works[page.marks.work[i]!]
    const student = page.students[page.marks.student[i]!]
    if (!work || !student) return
    const entry = parseEntry(text, page.course.scale)
    marks.set(markSlot(work.workId, student.studentId), { ...noMark, values: entry?.values ?? [] })
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

export const markAt = (facts: Facts, workId: string, studentId: string): Mark =>
  facts.marks.get(markSlot(workId, studentId)) ?? noMark
export const attendanceAt = (facts: Facts, lessonId: string, studentId: string): Attendance =>
  facts.attendance.get(attendanceSlot(lessonId, studentId)) ?? present
