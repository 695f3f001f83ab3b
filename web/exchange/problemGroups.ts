import type { Kind } from '#domain/exchange/kinds.ts'
import type { PlanRow } from '#domain/exchange/plan.ts'
import { OVER } from '#domain/exchange/sheet.ts'

/** One cause that many rows share: «Нет таких классов: 1А, 2А» in 81 rows. */
export type ProblemGroup = {
  key: string
  code: string
  field: string
  rows: number
  /** What stands in the cells, each once, as the file has them. */
  values: string[]
  /** The list that has to be brought in first, when that is the cause. */
  cure: Kind | null
}

const cures: Readonly<Record<string, Kind>> = {
  unknownClass: 'classes',
  letterMissing: 'classes',
  unknownTeacher: 'staff',
  unknownInitials: 'staff',
  unknownStudent: 'students',
}

/** By its cause: the code and the column; hours under different classes are one column. */
export const causeOf = ({ code, field }: { code: string; field: string }): string =>
  `${code} ${field.startsWith(OVER) ? OVER : field}`

/** Problems of the rows by their causes, most rows first; a row with two causes counts in both. Without problems there are none. */
export function groupedProblems(kind: Kind, rows: readonly Pick<PlanRow, 'problems'>[]): ProblemGroup[] {
  const groups = new Map<string, Omit<ProblemGroup, 'values'> & { values: Set<string> }>()
  for (const { problems } of rows)
    for (const key of new Set(problems.map(causeOf))) {
      const own = problems.filter((one) => causeOf(one) === key)
      const { code, field } = own[0]!
      const cure = cures[code] ?? null
      const group = groups.get(key) ?? { key, code, field, rows: 0, values: new Set(), cure: cure === kind ? null : cure }
      group.rows++
      for (const { value } of own) if (value !== '') group.values.add(value)
      groups.set(key, group)
    }
  return [...groups.values()]
    .map((group) => ({ ...group, values: [...group.values] }))
    .sort((a, b) => b.rows - a.rows || (a.key < b.key ? -1 : 1))
}
