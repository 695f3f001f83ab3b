import { sql, type Tx } from '#server/platform/db.ts'

type Bell = {
  shift: number
  fromGrade: number
  toGrade: number
  weekday: number
  number: number
  startsAt: number
  endsAt: number
}

/** Bells of a list, of the whole year: new ones, and those that ring at another time. */
export async function writeBells(
  tx: Tx,
  yearId: string,
  added: readonly Bell[],
  changed: readonly { id: string; startsAt: number; endsAt: number }[],
): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into bell (school_id, school_year_id, shift, from_grade, to_grade, weekday, number, starts_at, ends_at)
      select current_school(), ${yearId}, shift, "fromGrade", "toGrade", weekday, number, "startsAt", "endsAt"
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) b (shift int, "fromGrade" int, "toGrade" int, weekday int, number int,
        "startsAt" int, "endsAt" int)`)
  if (changed.length > 0)
    await tx.run(sql`
      update bell t set starts_at = b."startsAt", ends_at = b."endsAt"
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) b (id uuid, "startsAt" int, "endsAt" int)
      where t.school_id = current_school() and t.id = b.id`)
}
