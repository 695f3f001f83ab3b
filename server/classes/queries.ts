import { isOverseer } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, isWithin } from '#domain/platform/dates.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { inconsistenciesQuery } from './inconsistencies.ts'
import { candidatesQuery, movementBookQuery, promotionPlanQuery } from './movementBook.ts'
import { cardQuery, overviewQuery } from './overview.ts'
import { ownPlanQuery } from './ownPlan.ts'
import { placesQuery } from './places.ts'

const LOOK_BACK_DAYS = 14

export const classesQuery = answer('classes.list', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const everything = actor.roles.some((grant) => isOverseer(grant) && isWithin(today, grant.from, grant.to))
    const from = addDays(today, 1 - LOOK_BACK_DAYS)
    const classes = await tx.rows<Output<'classes.list'>['classes'][number]>(sql`
      with shown as materialized (
        select g.id, g.name, g.grade, g.id = any(${actor.homeroomOf}::uuid[]) as mine,
          (select h.teacher_id from homeroom h where h.school_id = g.school_id and h.class_id = g.id
            and ${today}::date <= coalesce(h.to_date, 'infinity') order by h.from_date, h.id limit 1) as homeroom_teacher_id
        from school_class k join study_group g on g.school_id = k.school_id and g.id = k.id
          join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        where k.school_id = current_school() and ${today}::date between y.from_date - 62 and y.to_date + 62 and not g.archived
          and (${everything} or g.id = any(${actor.homeroomOf}::uuid[]))
      ), pupils as materialized (
        -- A student with a plan of their own may be enrolled in their own group only; it names the class they belong to.
        select distinct c.id as class_id, e.student_id
        from shown c join study_group g on g.school_id = current_school() and g.class_id = c.id and g.kind in ('class', 'individual')
          join enrolment e on e.school_id = g.school_id and e.group_id = g.id and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
      ), missed as materialized (
        select a.student_id, count(*) filter (where a.code in ('absent', 'sick', 'excused', 'unexcused'))::int as missed,
          count(*) filter (where a.code = 'absent')::int as unexplained, count(*) filter (where a.code = 'late')::int as late
        from pupils p join absence a on a.school_id = current_school() and a.student_id = p.student_id and a.code is not null
          join lesson l on l.school_id = a.school_id and l.id = a.lesson_id and l.date between ${from}::date and ${today}::date
        group by a.student_id
      ), awaited as materialized (
        select m.student_id, count(*)::int as pending
        from pupils p join mark m on m.school_id = current_school() and m.student_id = p.student_id and m.due_on is not null
        group by m.student_id
      )
      select c.id as "classId", c.name, c.grade, c.mine,
        coalesce((select concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')) from person t
          where t.school_id = current_school() and t.id = c.homeroom_teacher_id), '') as "homeroomTeacher",
        coalesce((select json_agg(json_build_object('studentId', s.id, 'name', s.surname || ' ' || s.given_name, 'missed', coalesce(a.missed, 0),
            'unexplained', coalesce(a.unexplained, 0), 'late', coalesce(a.late, 0), 'pending', coalesce(w.pending, 0))
            order by s.surname, s.given_name, s.patronymic, s.id)
          from pupils p join person s on s.school_id = current_school() and s.id = p.student_id
            left join missed a on a.student_id = s.id left join awaited w on w.student_id = s.id
          where p.class_id = c.id), '[]') as students
      from shown c order by c.mine desc, c.grade, c.name, c.id`)
    return { from, to: today, classes }
  },
})

export const classesQueries = [
  classesQuery,
  placesQuery,
  overviewQuery,
  cardQuery,
  ownPlanQuery,
  movementBookQuery,
  candidatesQuery,
  promotionPlanQuery,
  inconsistenciesQuery,
]
