import type { SchoolSubject } from '#domain/access/actor.ts'
import { ALL_YEARS } from '#server/calendar/plan.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

const school: SchoolSubject = { kind: 'school' }

/** The school, when this is a year of it. */
export async function schoolOfYear(tx: ReadTx, { yearId }: { yearId: string }): Promise<SchoolSubject | null> {
  return schoolOfYears(tx, { fromYearId: yearId, toYearId: yearId })
}

/** The school, when both are years of it. */
export async function schoolOfYears(
  tx: ReadTx,
  { fromYearId, toYearId }: { fromYearId: string; toYearId: string },
): Promise<SchoolSubject | null> {
  const { known } = await tx.one<{ known: boolean }>(sql`
    select count(distinct id) = ${fromYearId === toYearId ? 1 : 2} as known from school_year
    where school_id = current_school() and id in (${fromYearId}, ${toYearId}) and from_date > ${ALL_YEARS}`)
  return known ? school : null
}

/** The school, when this is a group of it. */
export async function schoolOfGroup(tx: ReadTx, { groupId }: { groupId: string }): Promise<SchoolSubject | null> {
  const found = await tx.maybe(sql`select 1 from study_group where school_id = current_school() and id = ${groupId}`)
  return found ? school : null
}
