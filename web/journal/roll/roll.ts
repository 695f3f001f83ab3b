import { type AbsenceCode, type Attendance, present } from '#domain/attendance/rules.ts'
import { whyNotInGroup } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import type { Column, Row } from '../model.ts'

/** Who was how at the lesson while the roll is being called; who is not in it was there. */
export type Roll = ReadonlyMap<string, Attendance>

/** Students whose names are called: in the group on the day. */
export const called = (rows: readonly Row[], column: Column): Row[] =>
  rows.filter((row) => whyNotInGroup(row, column.lesson.date) === null)

/** The same code again means: was there after all. */
export function marked(roll: Roll, studentId: string, code: AbsenceCode): Roll {
  const next = new Map(roll)
  if (roll.get(studentId)?.code === code) next.delete(studentId)
  else next.set(studentId, { code, minutes: null })
  return next
}

/** Minutes of a late comer; an empty field is «not said». */
export function late(roll: Roll, studentId: string, text: string): Roll {
  const minutes = Math.round(Number(text))
  return new Map(roll).set(studentId, { code: 'late', minutes: minutes >= 1 && minutes <= 240 ? minutes : null })
}

export const attendanceIn = (roll: Roll, studentId: string): Attendance => roll.get(studentId) ?? present

/** The exceptions as the operation names them, in order of the list. */
export const absencesOf = (roll: Roll, rows: readonly Row[]): Input<'attendance.rollCall'>['absences'] =>
  rows.flatMap(({ studentId }) => {
    const attendance = roll.get(studentId)
    return attendance?.code ? [{ studentId, code: attendance.code, minutes: attendance.minutes }] : []
  })
