import { dayAndShortMonth } from '#domain/platform/dateTexts.ts'
import { refusalText } from '#domain/texts.ts'
import { Notice } from '#web/ui/Notice.tsx'
import { useJournal } from './JournalContext.ts'
import { reading } from './texts.ru.ts'

/** One line that says why nothing, or not everything, can be entered here, and who can. Nothing for the teacher of an open page. */
export function ReadingNotice() {
  const { model, writes } = useJournal()
  const text = textOf(model, writes)
  return text && <Notice>{text}</Notice>
}

function textOf({ page, columns, noMarks }: ReturnType<typeof useJournal>['model'], writes: boolean): string | null {
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
