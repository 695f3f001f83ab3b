import type { GroupKind } from '#domain/classes/rules.ts'
import { nextWholeGroup, type Part } from '#domain/classes/wholeGroups.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { sql, type Tx } from '#server/platform/db.ts'

type Plan = Pick<Input<'classes.promote'>, 'fromYearId' | 'toYearId' | 'classes'>
type Group = { id: string; kind: GroupKind; name: string; ungraded: boolean; parts: (Part & { taken: boolean })[] }

/**
 * Combined classes and streams of the old year that go on together, with everybody who is in their classes on the first day of the new
 * one. A name that is taken there, or a class that has its combined class already, leaves the group to whoever arranges the year.
 */
export async function carryWholeGroups(tx: Tx, plan: Plan, from: PlainDate): Promise<void> {
  const groups = await tx.rows<Group>(sql`
    with plan as (
      select * from jsonb_to_recordset(${JSON.stringify(plan.classes)}::jsonb) r ("classId" uuid, "toClassId" uuid)
    )
    select w.id, w.kind, w.name, w.ungraded, json_agg(json_build_object('name', k.name, 'grade', k.grade,
      'becomes', case when n.id is not null then json_build_object('classId', n.id, 'name', n.name, 'grade', n.grade) end,
      'taken', exists (select from group_class y join study_group v on v.school_id = y.school_id and v.id = y.group_id and v.kind = w.kind and not v.archived
        where y.school_id = n.school_id and y.class_id = n.id and not y.removed and w.kind = 'combined')) order by k.grade, k.name) as parts
    from study_group w join group_class x on x.school_id = w.school_id and x.group_id = w.id and not x.removed
      join study_group k on k.school_id = x.school_id and k.id = x.class_id
      left join plan p on p."classId" = k.id left join study_group n on n.school_id = k.school_id and n.id = p."toClassId"
    where w.school_id = current_school() and w.school_year_id = ${plan.fromYearId} and w.kind in ('combined', 'stream') and not w.archived
    group by w.id, w.kind, w.name, w.ungraded order by w.name, w.id`)
  const next = groups.flatMap(({ kind, name, ungraded, parts }) => {
    const one = nextWholeGroup({ kind, name }, parts)
    return one && !parts.some(({ taken }) => taken) ? [{ ...one, kind, ungraded }] : []
  })
  if (next.length === 0) return
  await tx.run(sql`
    with wanted as materialized (
      select distinct on (r.name) uuidv7() as id, r.* from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) r (kind text, name text, grade int, ungraded boolean, "classIds" uuid[])
      where not exists (select from study_group g where g.school_id = current_school() and g.school_year_id = ${plan.toYearId} and g.name = r.name)
      order by r.name
    ), made as (
      insert into study_group (school_id, id, school_year_id, kind, name, grade, ungraded, shift)
      select current_school(), w.id, ${plan.toYearId}, w.kind, w.name, w.grade, w.ungraded,
        (select min(k.shift) from study_group k where k.school_id = current_school() and k.id = any(w."classIds")) from wanted w
    ), named as (
      insert into group_class (school_id, group_id, class_id) select current_school(), w.id, c.id from wanted w cross join lateral unnest(w."classIds") c (id)
    )
    insert into enrolment (school_id, group_id, student_id, from_date)
    select distinct current_school(), w.id, e.student_id, ${from}::date
    from wanted w join enrolment e on e.school_id = current_school() and e.group_id = any(w."classIds") and not e.cancelled
      and ${from}::date between e.from_date and coalesce(e.to_date, 'infinity')`)
}
