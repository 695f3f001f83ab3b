import { useEffect } from 'react'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { documentTitle } from '#web/ui/texts.ru.ts'
import { texts } from './texts.ru.ts'

/** The dates of the week, for the heading; the title of the document says of what. */
export function useWeekTitle(monday: PlainDate): string {
  const dates = texts.weekOf(monday, addDays(monday, 5))
  useEffect(() => {
    document.title = documentTitle(`${texts.diary}, ${dates}`)
  }, [dates])
  return dates
}
