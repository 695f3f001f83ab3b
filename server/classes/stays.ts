import type { PlainDate } from '#domain/platform/dates.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'

/**
 * Who is in these groups from a day on, in one statement: days before stay as they were. Whoever is not named any more leaves on the eve;
 * what was to begin on that day or later and is not wanted is cancelled. A new stay lasts as long as the student's stay in their class.
 */
export async function placeMembers(
  tx: Tx,
  groups: readonly { groupId: string; studentIds: readonly string[] }[],
  from: PlainDate,
): Promise<void> {
  const pairs = groups.flatMap(({ groupId, studentIds }) => studentIds.map((studentId) => ({ groupId, studentId })))
  await tx.run(sql`
    with wanted as (
      select group_id, student_id
      from unnest(${pairs.map((one) => one.groupId)}::uuid[], ${pairs.map((one) => one.studentId)}::uuid[]) w (group_id, student_id)
    ), standing as materialized (
      select e.id, e.group_id, e.student_id, e.from_date,
        exists (select from wanted w where w.group_id = e.group_id and w.student_id = e.student_id) as wanted
      from enrolment e
      where e.school_id = current_school() and e.group_id = any(${groups.map((one) => one.groupId)}::uuid[])
        and coalesce(e.to_date, 'infinity') >= ${from}::date and not e.cancelled
    ), changed as (
      update enrolment e set
        from_date = case when s.from_date >= ${from}::date then '-infinity' else s.from_date end,
        to_date = case when s.from_date >= ${from}::date then '-infinity' else ${from}::date - 1 end,
        meant_from = case when s.from_date >= ${from}::date then s.from_date end, cancelled = s.from_date >= ${from}::date
      from standing s where e.school_id = current_school() and e.id = s.id and not (s.wanted and s.from_date <= ${from}::date)
    )
    insert into enrolment (school_id, group_id, student_id, from_date, to_date)
    select current_school(), w.group_id, w.student_id, ${from}::date,
      (select max(coalesce(c.to_date, 'infinity')) from enrolment c join study_group k on k.school_id = c.school_id and k.id = c.group_id and k.kind = 'class'
       where c.school_id = current_school() and c.student_id = w.student_id and not c.cancelled
         and ${from}::date between c.from_date and coalesce(c.to_date, 'infinity') having max(coalesce(c.to_date, 'infinity')) < 'infinity')
    from wanted w
    where not exists (select from standing s where s.group_id = w.group_id and s.student_id = w.student_id and s.from_date <= ${from}::date)`)
}

type Leaving = { studentId: string; on: PlainDate; movementId: string; toClassId: string | null }

/**
 * Ends the stays of a student on the eve of a day: all of them, or with a class to go to those that do not go along. An individual plan,
 * a group across classes that was chosen, and whatever the new class is part of too go on.
 */
export const leave = (tx: Tx, { studentId, on, movementId, toClassId }: Leaving): Promise<number> =>
  tx.run(sql`
    update enrolment e set
      from_date = case when e.from_date >= ${on}::date then '-infinity' else e.from_date end,
      to_date = case when e.from_date >= ${on}::date then '-infinity' else ${on}::date - 1 end,
      meant_from = case when e.from_date >= ${on}::date then e.from_date end, meant_to = e.to_date,
      cancelled = e.from_date >= ${on}::date, ended_by = ${movementId}
    from study_group g
    where e.school_id = current_school() and e.student_id = ${studentId} and not e.cancelled and coalesce(e.to_date, 'infinity') >= ${on}::date
      and g.school_id = e.school_id and g.id = e.group_id
      and (${toClassId}::uuid is null or not (g.kind = 'individual' or (g.kind in ('elective', 'extracurricular') and g.class_id is null)
        or exists (select from group_class x where x.school_id = g.school_id and x.group_id = g.id and x.class_id = ${toClassId} and not x.removed)))`)

/** Begins stays of a student in groups from a day on, where they are not in them already. */
export const join = (
  tx: Tx,
  { studentId, on, groupIds }: { studentId: string; on: PlainDate; groupIds: readonly string[] },
): Promise<number> =>
  tx.run(sql`
    insert into enrolment (school_id, group_id, student_id, from_date)
    select current_school(), g.id, ${studentId}, ${on}::date from unnest(${groupIds}::uuid[]) g (id)
    where not exists (select from enrolment e where e.school_id = current_school() and e.group_id = g.id and e.student_id = ${studentId}
      and coalesce(e.to_date, 'infinity') >= ${on}::date)`)

export type Written = { since: PlainDate | null; marks: number; absences: number; name: string }

/**
 * What the journal holds of these students from a day on, in lessons of these groups; when null, of every group they have been in.
 * Marks are those that stand, a point included; `name` is the student of the earliest one.
 */
export const writtenFrom = (
  tx: ReadTx,
  { studentIds, groupIds, from }: { studentIds: readonly string[]; groupIds: readonly string[] | null; from: PlainDate },
): Promise<Written> =>
  tx.one<Written>(sql`
    with lessons as materialized (
      select l.id, l.date from course c join lesson l on l.school_id = c.school_id and l.course_id = c.id and l.date >= ${from}::date
      where c.school_id = current_school() and c.group_id = any(coalesce(${groupIds}::uuid[],
        array(select e.group_id from enrolment e where e.school_id = current_school() and e.student_id = any(${studentIds}::uuid[]))))
    ), written as (
      select m.student_id, l.date, true as mark
      from lessons l join work w on w.school_id = current_school() and w.lesson_id = l.id and not w.removed
        join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = any(${studentIds}::uuid[])
          and (cardinality(m."values") > 0 or m.due_on is not null)
      union all
      select a.student_id, l.date, false
      from lessons l join absence a on a.school_id = current_school() and a.lesson_id = l.id and a.student_id = any(${studentIds}::uuid[])
        and a.code is not null
    )
    select min(date) as since, count(*) filter (where mark)::int as marks, count(*) filter (where not mark)::int as absences,
      coalesce((select p.surname || ' ' || p.given_name from written x join person p on p.school_id = current_school() and p.id = x.student_id
        order by x.date limit 1), '') as name
    from written`)
