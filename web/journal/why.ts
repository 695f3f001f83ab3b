import { refusalText } from '#domain/texts.ts'
import { type Column, type Model, type Row, whyCellLocked } from './model.ts'
import { reading } from './texts.ru.ts'

/** Why the person may not write into this cell, in words, and who may; null when they may. */
export function whyNotHere(model: Model, column: Column, row: Row): string | null {
  const refusal = whyCellLocked(column, row)
  if (refusal) return refusalText(refusal.code, refusal.params)
  if (column.mine) return null
  return reading.foreignLesson(teacherOf(model, column))
}

/** Who holds the lesson. */
export const teacherOf = (model: Model, column: Pick<Column, 'lesson'>): string =>
  model.page.teachers.find((teacher) => teacher.personId === column.lesson.teacherId)?.name ?? ''
