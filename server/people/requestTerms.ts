import { dueOn, type RequestKind } from '#domain/people/terms.ts'
import { dayIn, type PlainDate } from '#domain/platform/dates.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** Holidays of the whole school: no working days of a term. */
export async function holidaysOf(tx: ReadTx): Promise<Set<PlainDate>> {
  const days = await tx.rows<{ date: PlainDate }>(
    sql`select distinct date from day_exception where school_id = current_school() and kind = 'holiday' and class_id is null`,
  )
  return new Set(days.map(({ date }) => date))
}

/** The last day on which the most urgent open request is answered in time; null when the law names no term for any. */
export async function firstDueOn(tx: ReadTx, { timeZone }: Pick<School, 'timeZone'>): Promise<PlainDate | null> {
  const [open, holidays] = await Promise.all([
    tx.rows<{ kind: RequestKind; askedAt: string; byFamily: boolean }>(sql`
      select r.kind, r.asked_at as "askedAt", r.author_id = r.person_id or exists (select from guardian_of f
        where f.school_id = r.school_id and f.guardian_id = r.author_id and f.student_id = r.person_id) as "byFamily"
      from change_request r where r.school_id = current_school() and r.state = 'open'`),
    holidaysOf(tx),
  ])
  const days = open.map((one) => dueOn(one.kind, dayIn(timeZone, new Date(one.askedAt)), one.byFamily, holidays))
  return days.filter((day) => day !== null).sort()[0] ?? null
}
