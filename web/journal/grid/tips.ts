import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { averageFormula, weightText } from '../explain.ts'
import type { Column, Row } from '../model.ts'
import type { Sheet } from '../sheet.ts'
import { absenceName, capital, dayName, grid, tip } from '../texts.ru.ts'
import { teacherOf, whyNotHere } from '../why.ts'

/** All that is known of a cell beyond what is written in it: shown on hover and focus, read aloud on focus. '' when that is all. */
export function cellTip(sheet: Sheet, column: Column, row: Row, reader: boolean): string {
  const { mark, attendance, refused } = sheet.cell(column, row.studentId)
  const lines = [
    refused?.problem ? refused.problem.text : '',
    attendance.code ? absenceName(attendance.code) + (attendance.minutes ? tip.minutes(attendance.minutes) : '') : '',
    mark.dueOn ? tip.due(dayAndMonth(mark.dueOn)) : '',
    mark.comment,
    mark.basis ? tip.basis(mark.basis) : '',
    reader ? '' : (whyNotHere(sheet.model, column, row) ?? ''),
  ]
  return lines.filter(Boolean).join('\n')
}

/** What the head of a column stands for: the lesson, the work, the topic, the homework. */
export function headTip(sheet: Sheet, column: Column, homework: string): string {
  const { lesson, work, type } = column
  const marks = sheet.model.noMarks === null
  const lines = [
    capital(dayName(lesson.date)) + (lesson.date === sheet.model.page.today ? `, ${grid.today}` : ''),
    lesson.cancelled ? capital(grid.cancelled) : '',
    lesson.insteadOfId ? grid.substitution(teacherOf(sheet.model, column)) : '',
    marks && type ? [type.name, work?.title, grid.weight(weightText(work?.weight ?? 0))].filter(Boolean).join(', ') : '',
    lesson.topic
      ? grid.topic(lesson.topic)
      : lesson.date <= sheet.model.page.today && !lesson.cancelled
        ? capital(grid.noTopic)
        : '',
    homework ? grid.homework(homework) : '',
  ]
  return lines.filter(Boolean).join('\n')
}

/** The average as a formula. */
export function averageTip(sheet: Sheet, studentId: string): string {
  const formula = averageFormula(sheet.weighed(studentId))
  return formula ? `${tip.formula}\n${formula}` : capital(grid.noMarksYet)
}
