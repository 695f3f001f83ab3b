import { Refusal } from '#domain/platform/refusal.ts'

/** Why a student was not there. `absent`: nobody has said yet; `late` was there, after the bell; `exempt` was there, excused from work. */
export const absenceCodes = ['absent', 'sick', 'excused', 'unexcused', 'late', 'exempt'] as const
export type AbsenceCode = (typeof absenceCodes)[number]

/** As it stands in the cell. Domain 4.3: ОТ, Б, УП, НП, ОП, ОСВ; one letter where teachers type one. */
export const absenceLetters: Record<AbsenceCode, string> = {
  absent: 'н',
  sick: 'б',
  excused: 'у',
  unexcused: 'нп',
  late: 'оп',
  exempt: 'осв',
}

/** Does the code mean that the lesson was missed? Late and exempt do not. Domain 3.20. */
export const isMissed = (code: AbsenceCode): boolean => code !== 'late' && code !== 'exempt'

export type Attendance = { code: AbsenceCode | null; minutes: number | null }
export const present: Attendance = { code: null, minutes: null }

/** Why the attendance cannot stand as it is, or null: minutes belong to lateness. Refusal: attendance.minutesWithoutLate. */
export const whyAttendanceIsWrong = ({ code, minutes }: Attendance): Refusal | null =>
  minutes !== null && code !== 'late' ? new Refusal('attendance.minutesWithoutLate') : null
