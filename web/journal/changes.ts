import type { AbsenceCode, Attendance } from '#domain/attendance/rules.ts'
import { present } from '#domain/attendance/rules.ts'
import type { Entry } from '#domain/journal/entry.ts'
import { type Mark, noMark, sameMark, whyMarkIsWrong } from '#domain/marks/rules.ts'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sameAttendance } from './facts.ts'
import type { Intent } from './keys.ts'
import { type Column, type Model, type Row, whyCellLocked } from './model.ts'
import { attendanceSlot, markSlot } from './slots.ts'

export type MarkChange = { kind: 'mark'; slot: string; lessonId: string; workId: string; studentId: string; from: Mark; to: Mark }
export type AttendanceChange = {
  kind: 'attendance'
  slot: string
  lessonId: string
  studentId: string
  from: Attendance
  to: Attendance
}
/** One fact that a person changes: what stood there when they looked, and what shall stand. */
export type Change = MarkChange | AttendanceChange

/** What is put into a cell: a key, a whole typed text, or a pasted text that leaves alone what it does not name. */
export type Put = Intent | { kind: 'append'; value: number } | { kind: 'entry'; entry: Entry } | { kind: 'merge'; entry: Entry }

export type Held = { mark: Mark; attendance: Attendance }

/**
 * What follows from putting something into a cell: changes, none when it stood there already, or the refusal of the same rules
 * that guard the server. A mark never overwrites an absence, nor an absence a mark: they stand side by side [S4 У2].
 */
export function changesOf(model: Model, column: Column, row: Row, held: Held, put: Put): Change[] | Refusal {
  const locked = whyCellLocked(column, row)
  if (locked) return locked
  const next = nextOf(held, put, model.page.today, column)
  const mark = markChange(column, row, held.mark, next.mark)
  if (mark) {
    if (model.noMarks) return model.noMarks
    if (!column.work) return new Refusal('marks.unknownWork')
    const wrong = whyMarkIsWrong(mark.to, model.page.course.scale, model.policy['marks.lowest'], column.lesson.date)
    if (wrong) return wrong
  }
  const attendance = attendanceChange(column, row, held.attendance, next.attendance)
  return [mark, attendance].filter((change) => change !== null)
}

/** The fact «this mark becomes that one», or null when it is the same. */
export function markChange(column: Column, row: Row, from: Mark, to: Mark): MarkChange | null {
  if (sameMark(from, to)) return null
  const workId = column.work?.workId ?? column.id
  const slot = markSlot(workId, row.studentId)
  return { kind: 'mark', slot, lessonId: column.lesson.lessonId, workId, studentId: row.studentId, from, to }
}

/** The fact «this attendance becomes that one», or null when it is the same. */
export function attendanceChange(column: Column, row: Row, from: Attendance, to: Attendance): AttendanceChange | null {
  if (sameAttendance(from, to)) return null
  const { lessonId } = column.lesson
  return { kind: 'attendance', slot: attendanceSlot(lessonId, row.studentId), lessonId, studentId: row.studentId, from, to }
}

/** A point is awaited for a week from today, or from the lesson when that is later. S4 У10: written works are marked within a week. */
export const pointDueOn = (lessonDate: PlainDate, today: PlainDate): PlainDate =>
  addDays(lessonDate > today ? lessonDate : today, 7)

function nextOf(held: Held, put: Put, today: PlainDate, column: Column): Held {
  const { mark, attendance } = held
  const withValues = (values: number[]): Mark => ({ ...mark, values, dueOn: null })
  const dueOn = mark.dueOn ?? pointDueOn(column.lesson.date, today)
  switch (put.kind) {
    case 'value':
      return { mark: withValues([put.value]), attendance }
    case 'append':
      return { mark: withValues([...mark.values, put.value]), attendance }
    case 'absence':
      return { mark, attendance: absent(put.code, attendance) }
    case 'point':
      return { mark: { ...mark, values: [], dueOn }, attendance }
    case 'another':
      return held
    case 'backspace':
      if (mark.dueOn !== null) return { mark: { ...mark, dueOn: null }, attendance }
      if (mark.values.length > 0) return { mark: withValues(mark.values.slice(0, -1)), attendance }
      return column.first ? { mark, attendance: present } : held
    case 'clear':
      return { mark: noMark, attendance: column.first ? present : attendance }
    case 'entry':
      return {
        mark: put.entry.pending ? { ...mark, values: [], dueOn } : withValues(put.entry.values),
        attendance: put.entry.absence ? absent(put.entry.absence, attendance) : column.first ? present : attendance,
      }
    case 'merge':
      return {
        mark: put.entry.pending
          ? { ...mark, values: [], dueOn }
          : put.entry.values.length > 0
            ? withValues(put.entry.values)
            : mark,
        attendance: put.entry.absence ? absent(put.entry.absence, attendance) : attendance,
      }
    default:
      return put satisfies never
  }
}

const absent = (code: AbsenceCode, before: Attendance): Attendance => (before.code === code ? before : { code, minutes: null })
