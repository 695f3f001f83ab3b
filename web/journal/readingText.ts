import { dayAndShortMonth } from '#domain/platform/dateTexts.ts'
import { refusalText } from '#domain/texts.ts'
import type { Model } from './model.ts'
import { reading } from './texts.ru.ts'

/** Why nothing, or not everything, can be entered on the page, and who can; null for the teacher of an open page. */
export function readingText({ page, columns, noMarks }: Model, writes: boolean): string | null {
  if (columns.length === 0) return null
  if (!writes) {
    const teachers = page.teachers.map((teacher) => teacher.name).join(', ')
    return teachers ? reading.other(teachers) : reading.nobody
  }
  if (page.term.lockedAt !== null) return refusalText('journal.termLocked')
  const own = columns.filter((column) => column.first && column.mine)
  if (own.length < columns.filter((column) => column.first).length)
    return reading.substitute(own.map((column) => dayAndShortMonth(column.lesson.date)).join(', '))
  return noMarks && refusalText(noMarks.code, noMarks.params)
}
