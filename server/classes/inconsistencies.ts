import type { Output } from '#domain/operations.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { yearOf, yearRows } from './overview.ts'

/** R093: what does not fit together, so that the administrator finds it and not the auditor. */
export const inconsistenciesQuery = answer('classes.inconsistencies', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const year = yearOf(await yearRows(tx), today)
    if (!year) return { items: [] }
    return {
      items: await tx.rows<Output<'classes.inconsistencies'>['items'][number]>(sql`
        with stays as materialized (
          select e.id, e.student_id, e.group_id, g.kind, g.name, g.class_id, e.from_date, coalesce(e.to_date, 'infinity') as to_date
          from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
          where g.school_id = current_school() and g.school_year_id = ${year.yearId}
        ), classed as materialized (
          select * from stays where kind in ('class', 'individual')
        ), ended as materialized (
          -- Whose last stay is over although the year is not.
          select distinct on (student_id) student_id, name, class_id, to_date from classed order by student_id, to_date desc
        ), lines as materialized (
          select m.* from movement m where m.school_id = current_school() and not m.cancelled and m.on_date between ${year.from}::date and ${year.to}::date + 1
        ), found as (
          select 'nowhere' as kind, d.student_id, d.class_id, d.name as class_name, (d.to_date + 1)::date as on_date
          from ended d where d.to_date < least(${today}::date, ${year.to}::date)
            and not exists (select from lines m where m.student_id = d.student_id and m.kind in ('depart', 'graduate') and m.on_date = d.to_date + 1)
          union all
          select 'twoClasses', a.student_id, a.class_id, a.name || ', ' || b.name, greatest(a.from_date, b.from_date)
          from classed a join classed b on b.student_id = a.student_id and b.class_id <> a.class_id and b.name > a.name
            and a.from_date <= b.to_date and b.from_date <= a.to_date
          union all
          select 'subgroupWithoutClass', s.student_id, s.class_id, s.name, s.from_date
          from stays s where s.kind = 'subgroup' and s.to_date >= ${today}::date and not exists (select from classed c
            where c.student_id = s.student_id and c.class_id = s.class_id and c.to_date >= least(s.to_date, ${year.to}::date) and c.from_date <= s.from_date)
          union all
          -- The class is cut for the subject, almost all of it, and this student is left out; a plan of one's own needs no part of it. R096.
          select 'withoutSubgroup', c.student_id, c.class_id, k.name || ', ' || s.name, greatest(c.from_date, ${year.from}::date)
          from (
            select p.class_id, p.subject_id, count(distinct e.student_id) as placed from study_group p join stays e on e.group_id = p.id
              and ${today}::date between e.from_date and e.to_date
              and exists (select from classed c where c.student_id = e.student_id and c.class_id = p.class_id and ${today}::date between c.from_date and c.to_date)
            where p.school_id = current_school() and p.school_year_id = ${year.yearId} and p.kind = 'subgroup' and not p.archived and p.subject_id is not null
            group by p.class_id, p.subject_id) cut
            join classed c on c.class_id = cut.class_id and c.kind = 'class' and ${today}::date between c.from_date and c.to_date
            join study_group k on k.school_id = current_school() and k.id = cut.class_id
            join subject s on s.school_id = current_school() and s.id = cut.subject_id
          where not exists (select from stays e join study_group p on p.school_id = current_school() and p.id = e.group_id and p.kind = 'subgroup'
              and p.class_id = cut.class_id and p.subject_id = cut.subject_id where e.student_id = c.student_id and ${today}::date between e.from_date and e.to_date)
            and cut.placed >= 0.8 * (select count(distinct x.student_id) from classed x where x.class_id = cut.class_id and x.kind = 'class'
              and ${today}::date between x.from_date and x.to_date)
            and not exists (select from own_subject o join stays e on e.group_id = o.group_id where o.school_id = current_school() and o.subject_id = cut.subject_id
              and e.student_id = c.student_id and ${today}::date between greatest(o.from_date, e.from_date) and least(coalesce(o.to_date, 'infinity'), e.to_date))
          union all
          select 'enrolmentWithoutMovement', c.student_id, c.class_id, c.name, c.from_date
          from classed c where c.kind = 'class' and c.from_date > ${year.from}::date
            and not exists (select from lines m where m.student_id = c.student_id and m.to_group_id = c.class_id and m.on_date = c.from_date)
          union all
          select 'movementWithoutEnrolment', m.student_id, coalesce(m.to_group_id, m.from_group_id), coalesce(g.name, ''), m.on_date
          from lines m left join study_group g on g.school_id = m.school_id and g.id = coalesce(m.to_group_id, m.from_group_id)
          where m.kind in ('depart', 'graduate') and exists (select from classed c where c.student_id = m.student_id and m.on_date between c.from_date and c.to_date
              and not exists (select from lines n where n.student_id = m.student_id and n.kind in ('enrol', 'return') and n.on_date = c.from_date))
            or m.to_group_id is not null and g.school_year_id = ${year.yearId}
              and not exists (select from classed c where c.student_id = m.student_id and c.class_id = m.to_group_id and c.from_date <= m.on_date and c.to_date >= m.on_date)
          union all
          select 'departedWithAccount', m.student_id, m.from_group_id, coalesce(g.name, ''), m.on_date
          from lines m left join study_group g on g.school_id = m.school_id and g.id = m.from_group_id
          where m.kind in ('depart', 'graduate') and m.on_date <= ${today}::date
            and not exists (select from classed c where c.student_id = m.student_id and c.to_date >= m.on_date)
            and exists (select from account a where a.school_id = m.school_id and a.person_id = m.student_id and a.blocked_at is null and a.ended_at is null)
        )
        select f.kind, p.id as "personId", p.surname || ' ' || p.given_name as name, f.class_id as "classId", f.class_name as "className", f.on_date as "on"
        from found f join person p on p.school_id = current_school() and p.id = f.student_id
        order by f.kind, p.surname, p.given_name, p.patronymic, p.id, f.on_date limit 500`),
    }
  },
})
