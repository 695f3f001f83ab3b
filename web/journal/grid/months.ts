import { monthName } from '#domain/platform/dateTexts.ts'
import type { Column } from '../model.ts'
import { capital } from '../texts.ru.ts'

/** The months over some columns, each with how many it spans. */
export function monthsOf(columns: readonly Column[]): { name: string; span: number }[] {
  const months: { name: string; span: number }[] = []
  for (const { lesson } of columns) {
    const name = capital(monthName(lesson.date))
    const last = months.at(-1)
    if (last?.name === name) last.span++
    else months.push({ name, span: 1 })
  }
  return months
}
