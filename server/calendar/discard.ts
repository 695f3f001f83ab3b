import { Refusal } from '#domain/platform/refusal.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { heldPlan, yearById } from './plan.ts'

/**
 * Discards a year that nobody has opened. Who was promoted into it is back in the classes of the year before, and the orders of that are
 * crossed out. Nothing is deleted: the year stands in a time that no question by dates meets, and no list names it.
 */
export const discardYearCommand = implement('calendar.discardYear', {
  load: yearById,
  run: async ({ tx }, { yearId }) => {
    const { openedAt, name } = await heldPlan(tx, yearId)
    if (openedAt !== null) throw new Refusal('calendar.yearOpened', { name })
    const { lessons } = await tx.one<{ lessons: number }>(sql`
      select count(*)::int as lessons from course c join lesson l on l.school_id = c.school_id and l.course_id = c.id and not l.cancelled
      where c.school_id = current_school() and c.school_year_id = ${yearId}`)
    if (lessons > 0) throw new Refusal('calendar.yearHasLessons', { lessons })
    const students = await takeEverybodyBack(tx, yearId)
    await tx.run(sql`
      update school_year set from_date = '0001-09-01', to_date = '0002-05-26' where school_id = current_school() and id = ${yearId}`)
    return { students }
  },
  announce: () => ['school'],
})

/**
 * Crosses out the lines that lead into the year, and those told with them: a promotion graduates the eldest by the same order. Stays in the
 * year are cancelled, stays that these lines ended go on. Answers how many students it was. Refusal: calendar.movedSince (name).
 */
async function takeEverybodyBack(tx: Tx, yearId: string): Promise<number> {
  const lines = await tx.rows<{ id: string; studentId: string }>(sql`
    select m.id, m.student_id as "studentId" from movement m
    where m.school_id = current_school() and not m.cancelled
      and (m.to_group_id in (select g.id from study_group g where g.school_id = current_school() and g.school_year_id = ${yearId})
        or exists (select from change h join operation o on o.school_id = h.school_id and o.id = h.operation_id
          where h.school_id = m.school_id and h.row_id = m.id and h.before is null and o.name = 'classes.promote'
            and o.input ->> 'toYearId' = ${yearId}))`)
  const ids = lines.map(({ id }) => id)
  const later = await tx.maybe<{ name: string }>(sql`
    select p.surname || ' ' || p.given_name as name
    from movement m join movement n on n.school_id = m.school_id and n.student_id = m.student_id and not n.cancelled
        and n.id <> all(${ids}::uuid[]) and n.on_date >= m.on_date
      join person p on p.school_id = m.school_id and p.id = m.student_id
    where m.school_id = current_school() and m.id = any(${ids}::uuid[]) order by 1 limit 1`)
  if (later) throw new Refusal('calendar.movedSince', later)
  await tx.run(sql`
    update enrolment e set meant_from = e.from_date, from_date = '-infinity', to_date = '-infinity', cancelled = true
    from study_group g
    where e.school_id = current_school() and not e.cancelled and g.school_id = e.school_id and g.id = e.group_id and g.school_year_id = ${yearId}`)
  await tx.run(sql`
    update enrolment set from_date = coalesce(meant_from, from_date), to_date = meant_to, meant_from = null, meant_to = null, cancelled = false,
      ended_by = null
    where school_id = current_school() and ended_by = any(${ids}::uuid[])`)
  await tx.run(sql`update movement set cancelled = true where school_id = current_school() and id = any(${ids}::uuid[])`)
  return new Set(lines.map(({ studentId }) => studentId)).size
}
