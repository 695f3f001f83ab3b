import { count } from '#domain/platform/texts.ts'
import type { AbsenceCode } from './rules.ts'

export const refusals = {
  'attendance.minutesWithoutLate': () => 'Минуты указывают только при опоздании.',
}

export const sentences = {
  'attendance.set': ({ attendance }: { attendance: { code: AbsenceCode | null } }) =>
    attendance.code ? `записал(а): ${absenceNames[attendance.code]}` : 'записал(а), что ученик был на уроке',
  'attendance.setMany': ({ cells }: { cells: unknown[] }) =>
    `записал(а) посещаемость в ${count(cells.length, 'клетку', 'клетки', 'клеток')}`,
  'attendance.rollCall': ({ absences }: { absences: unknown[] }) =>
    absences.length ? `провёл(а) перекличку, отмечено: ${absences.length}` : 'провёл(а) перекличку, все присутствуют',
  'attendance.absentees': () => 'посмотрел(а), кто отсутствует',
}

export const absenceNames: Record<AbsenceCode, string> = {
  absent: 'отсутствовал, причина не указана',
  sick: 'болезнь',
  excused: 'уважительная причина',
  unexcused: 'без уважительной причины',
  late: 'опоздание',
  exempt: 'освобождён',
}
