import { isYearOver } from '#domain/curriculum/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { ALL_YEARS } from '#server/calendar/plan.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

export type YearRow = { schoolYearId: string; name: string; from: PlainDate; to: PlainDate }

export const yearById = (tx: ReadTx, schoolYearId: string) =>
  tx.maybe<YearRow>(sql`
    select id as "schoolYearId", name, from_date as "from", to_date as "to" from school_year
    where school_id = current_school() and id = ${schoolYearId}`)

/**
 * All school years, newest first, and the one asked for: by its id, or the one that runs, or the nearest to begin.
 * Refusals: calendar.noYear, curriculum.unknown.
 */
export async function yearsWith(tx: ReadTx, schoolYearId: string | undefined, today: PlainDate) {
  const rows = await tx.rows<YearRow & { present: boolean }>(sql`
    select id as "schoolYearId", name, from_date as "from", to_date as "to",
      id = first_value(id) over (order by (${today} between from_date and to_date) desc, abs(from_date - ${today}::date)) as present
    from school_year where school_id = current_school() and from_date > ${ALL_YEARS} order by from_date desc, id`)
  if (rows.length === 0) throw new Refusal('calendar.noYear')
  const found = rows.find((row) => (schoolYearId ? row.schoolYearId === schoolYearId : row.present))
  if (!found) throw new Refusal('curriculum.unknown')
  const shown = ({ present: _, ...row }: (typeof rows)[number]) => ({ ...row, over: isYearOver(row, today) })
  return { year: shown(found), years: rows.map(shown) }
}

/** Why nothing of the years may be changed any more, or null. Refusals: curriculum.unknown for one that is not there, curriculum.yearOver. */
export function whyYearIsClosed(years: readonly (YearRow | null)[], today: PlainDate): Refusal | null {
  if (years.length === 0 || years.includes(null)) return new Refusal('curriculum.unknown')
  return years.some((year) => isYearOver(year!, today)) ? new Refusal('curriculum.yearOver') : null
}
