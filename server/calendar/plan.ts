import type { SchoolSubject } from '#domain/access/actor.ts'
import { type Bell, schedulesOf } from '#domain/calendar/bells.ts'
import { type Exception, spansOf } from '#domain/calendar/rules.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

export type Plan = Output<'calendar.yearPlan'>
type PlanRow = Omit<Plan, 'exceptions' | 'schedules'> & {
  days: (Omit<Exception, 'from' | 'to'> & { date: PlainDate })[]
  bells: Bell[]
}

/** Where discarded drafts stand; lists of years begin after it. */
export const ALL_YEARS = '0002-05-26'

/** The school, where it has the year; null for a year of nobody's and for a discarded one. */
export async function yearById(tx: ReadTx, { yearId }: { yearId: string }): Promise<SchoolSubject | null> {
  const year = await tx.maybe<object>(
    sql`select from school_year where school_id = current_school() and id = ${yearId} and from_date > ${ALL_YEARS}`,
  )
  return year && { kind: 'school' }
}

/** Everything a year is made of. */
export async function planOf(tx: ReadTx, yearId: string): Promise<Plan> {
  const row = await tx.maybe<PlanRow>(sql`
    select y.id as "yearId", y.name, y.from_date as "from", y.to_date as "to", y.study_days as "studyDays", y.opened_at as "openedAt",
      coalesce((select json_agg(json_build_object('termId', t.id, 'kind', t.kind, 'number', t.number, 'fromGrade', t.from_grade,
        'toGrade', t.to_grade, 'from', t.from_date, 'to', t.to_date, 'lockedAt', t.locked_at) order by t.from_grade, t.to_grade, t.from_date, t.id)
        from term t where t.school_id = y.school_id and t.school_year_id = y.id), '[]') as terms,
      coalesce((select json_agg(json_build_object('date', d.date, 'kind', d.kind, 'name', d.name, 'fromGrade', d.from_grade,
        'toGrade', d.to_grade, 'classId', d.class_id, 'likeWeekday', d.like_weekday))
        from day_exception d where d.school_id = y.school_id and d.school_year_id = y.id), '[]') as days,
      coalesce((select json_agg(json_build_object('fromGrade', b.from_grade, 'toGrade', b.to_grade, 'shift', b.shift, 'from', b.from_date,
        'to', b.to_date, 'weekday', b.weekday, 'number', b.number, 'startsAt', b.starts_at, 'endsAt', b.ends_at))
        from bell b where b.school_id = y.school_id and b.school_year_id = y.id), '[]') as bells,
      coalesce((select json_agg(json_build_object('classId', g.id, 'name', g.name, 'grade', g.grade, 'shift', g.shift,
        'studyDays', g.study_days, 'students', (select count(distinct e.student_id) from enrolment e where e.school_id = g.school_id
          and e.group_id = g.id and e.to_date is null)) order by g.grade, g.name, g.id)
        from study_group g where g.school_id = y.school_id and g.school_year_id = y.id and g.kind = 'class' and not g.archived), '[]') as classes,
      timetable_missing(y.id) as "timetableMissing"
    from school_year y where y.school_id = current_school() and y.id = ${yearId}`)
  if (!row) throw new Refusal('access.denied')
  const { days, bells, ...plan } = row
  return { ...plan, exceptions: spansOf(days), schedules: schedulesOf(bells) }
}

/** The same, held until the operation is through: nobody else changes the year meanwhile. */
export async function heldPlan(tx: ReadTx, yearId: string): Promise<Plan> {
  await tx.rows(sql`select from school_year where school_id = current_school() and id = ${yearId} for update`)
  return planOf(tx, yearId)
}

/** Who changed the calendar of the year last: what the person is told who saw an older one. */
export async function changedMeanwhile(tx: ReadTx, yearId: string): Promise<Refusal> {
  const last = await tx.maybe<{ by: string; at: string }>(sql`
    with own as (
      select id from school_year where school_id = current_school() and id = ${yearId}
      union all select id from term where school_id = current_school() and school_year_id = ${yearId}
      union all select id from day_exception where school_id = current_school() and school_year_id = ${yearId}
      union all select id from bell where school_id = current_school() and school_year_id = ${yearId}
      union all select id from study_group where school_id = current_school() and school_year_id = ${yearId} and kind = 'class'
    )
    select concat(p.surname, ' ', left(p.given_name, 1), '.', ' ' || left(nullif(p.patronymic, ''), 1) || '.') as by, o.at
    from own join change c on c.school_id = current_school() and c.row_id = own.id
      join operation o on o.school_id = c.school_id and o.id = c.operation_id and o.name like 'calendar.%'
      join person p on p.school_id = o.school_id and p.id = o.actor_id
    order by c.id desc limit 1`)
  return new Refusal('calendar.changedMeanwhile', last ?? { by: '', at: '' })
}
