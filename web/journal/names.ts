import { searchForm } from '#domain/platform/texts.ts'
import type { Row } from './model.ts'

/**
 * Students whom a written name may mean: «Иванов», «Иванов Пётр», «Пётр Иванов», «Иванов П.», «Иванов Петр Сергеевич»; with or
 * without a number in front, «е» for «ё». The exact full name wins over everything shorter; more than one left is for the person
 * to decide.
 */
export function matchName(text: string, rows: readonly Row[]): Row[] {
  const words = wordsOf(text)
  if (words.length === 0) return []
  const exact = rows.filter((row) => sameWords(wordsOf(row.name), words.slice(0, wordsOf(row.name).length)))
  if (exact.length === 1) return exact
  return rows.filter((row) => means(words, wordsOf(row.name)))
}

const wordsOf = (text: string): string[] =>
  searchForm(text)
    .replace(/^\d+[.)]?\s*/, '')
    .split(/[\s.,]+/)
    .filter(Boolean)

const sameWords = (a: string[], b: string[]): boolean => a.length === b.length && a.every((word, i) => word === b[i])

/** The surname must be there in full; of the given name, as much as was written. A third word, the patronymic, is not looked at. */
function means(words: string[], [surname = '', ...given]: string[]): boolean {
  const at = words.indexOf(surname)
  if (at < 0 || at > 1) return false
  const rest = words.filter((_, i) => i !== at)
  const first = rest[0]
  return first === undefined || given[0] === undefined || given[0].startsWith(first)
}
