import type { Term } from '#domain/calendar/rules.ts'
import { termName } from '#domain/calendar/texts.ru.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'

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

/** Periods of a list: new ones, and those that get other days. The planner has asked whether all of them can stand so. */
export async function writeTerms(tx: Tx, yearId: string, added: readonly Term[], changed: readonly Term[]): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into term (school_id, school_year_id, id, kind, number, name, from_grade, to_grade, from_date, to_date)
      select current_school(), ${yearId}, "termId", kind, number, name, "fromGrade", "toGrade", "from", "to"
      from jsonb_to_recordset(${JSON.stringify(added.map((term) => ({ ...term, name: termName(term.kind, term.number) })))}::jsonb)
        t ("termId" uuid, kind text, number int, name text, "fromGrade" int, "toGrade" int, "from" date, "to" date)`)
  if (changed.length > 0)
    await tx.run(sql`
      update term o set from_date = t."from", to_date = t."to"
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) t ("termId" uuid, "from" date, "to" date)
      where o.school_id = current_school() and o.id = t."termId"`)
}

/** Days on which a grade had lessons with a topic, a roll call or a mark, of the year. */
export const heldDays = (tx: ReadTx, yearId: string): Promise<{ grade: number; date: string }[]> =>
  tx.rows(sql`
    select distinct g.grade, l.date
    from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
      join lesson l on l.school_id = c.school_id and l.course_id = c.id
    where c.school_id = current_school() and c.school_year_id = ${yearId} and not l.cancelled
      and (l.topic <> '' or l.roll_called_at is not null
        or exists (select from work w join mark k on k.school_id = w.school_id and k.work_id = w.id
          where w.school_id = l.school_id and w.lesson_id = l.id and not w.removed and cardinality(k."values") > 0))`)
