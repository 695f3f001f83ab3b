import type { Output } from '#domain/operations.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { ALL_YEARS } from '#server/calendar/plan.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { classRows, groupRows, proposalRows } from './rows.ts'

type Overview = Output<'classes.overview'>
type Card = Output<'classes.card'>
type Year = Card['year']

export const overviewQuery = answer('classes.overview', {
  load: theSchool,
  run: async ({ tx, today }, { yearId }) => {
    const years = await yearRows(tx)
    const year = years.find((one) => one.yearId === yearId) ?? yearOf(years, today)
    if (!year)
      return { years, yearId: null, on: today, classes: [], groups: [], students: [], teachers: [], curricula: [], proposals: [] }
    const of = { yearId: year.yearId, classId: null, on: nearest(year, today) }
    const [classes, groups, proposals, students, teachers, curricula] = await Promise.all([
      classRows(tx, { ...of, over: today > year.to }),
      groupRows(tx, of),
      proposalRows(tx, of),
      tx.rows<Overview['students'][number]>(sql`
        select distinct on (p.surname, p.given_name, p.patronymic, p.id) p.id as "personId",
          concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, g.class_id as "classId"
        from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
            and ${of.on}::date between e.from_date and coalesce(e.to_date, 'infinity')
          join person p on p.school_id = e.school_id and p.id = e.student_id
        where g.school_id = current_school() and g.school_year_id = ${year.yearId} and g.kind in ('class', 'individual') and g.class_id is not null
        order by p.surname, p.given_name, p.patronymic, p.id, g.kind, e.from_date desc, g.id`),
      tx.rows<Overview['teachers'][number]>(sql`
        select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name
        from person p where p.school_id = current_school() and p.merged_into is null and exists (select from staff s
          where s.school_id = p.school_id and s.person_id = p.id and coalesce(s.to_date, 'infinity') >= ${of.on}::date)
        order by p.surname, p.given_name, p.patronymic, p.id`),
      tx.rows<Overview['curricula'][number]>(sql`
        select id as "curriculumId", name, grade from curriculum
        where school_id = current_school() and school_year_id = ${year.yearId} and not archived order by grade, name, id`),
    ])
    return { years, yearId: year.yearId, on: of.on, classes, groups, students, teachers, curricula, proposals }
  },
})

export const cardQuery = answer('classes.card', {
  load: classById,
  run: async ({ tx, today }, { classId, on: asked }) => {
    const year = await tx.maybe<Year>(sql`
      select y.id as "yearId", y.name, y.from_date as "from", y.to_date as "to"
      from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = current_school() and g.id = ${classId} and g.kind = 'class'`)
    if (!year) throw new Refusal('classes.unknownClass')
    const over = !asked && today > year.to
    const of = { yearId: year.yearId, classId, on: over ? await lastDayOf(tx, classId, year) : nearest(year, asked ?? today) }
    const [[row], groups, proposals, students, subjects, courses] = await Promise.all([
      classRows(tx, { ...of, over }),
      groupRows(tx, of),
      proposalRows(tx, of),
      studentRows(tx, classId, of.on),
      subjectRows(tx, classId, year, of.on),
      courseRows(tx, classId, of.on),
    ])
    return { year, on: of.on, class: row!, students, subjects, groups, courses, proposals }
  },
})

export const yearRows = (tx: ReadTx): Promise<Year[]> =>
  tx.rows<Year>(sql`
    select id as "yearId", name, from_date as "from", to_date as "to" from school_year
    where school_id = current_school() and from_date > ${ALL_YEARS} order by from_date desc, id`)

/** The year of the day; in summer the one to come, and when there is none the last. */
export const yearOf = (years: readonly Year[], today: PlainDate): Year | undefined =>
  years.find(({ from, to }) => isWithin(today, from, to)) ?? years.findLast(({ from }) => from > today) ?? years[0]

/** The day itself, or the day of the year next to it. */
export const nearest = ({ from, to }: Year, day: PlainDate): PlainDate => (day < from ? from : day > to ? to : day)

/** The last day of a year that is over on which somebody was in the class. */
async function lastDayOf(tx: ReadTx, classId: string, year: Year): Promise<PlainDate> {
  const { day } = await tx.one<{ day: PlainDate }>(sql`
    select least(${year.to}::date, max(coalesce(e.to_date, 'infinity'))) as day
    from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
    where g.school_id = current_school() and g.class_id = ${classId} and g.kind in ('class', 'individual')`)
  return day
}

/** Everybody who was in the class, each with their last stay in it. Who is enrolled in a plan of their own alone learns nothing with it. */
const studentRows = (tx: ReadTx, classId: string, on: PlainDate): Promise<Card['students']> =>
  tx.rows<Card['students'][number]>(sql`
    select p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.sex, e.from_date as "from", e.to_date as "to",
      o.plan_id as "ownPlanId", case when o.plan_id is null then '{}' when e.kind = 'individual'
        then array(select s.id from subject s where s.school_id = current_school()) else array(
          select distinct s.subject_id from own_subject s where s.school_id = current_school() and s.group_id = o.plan_id
            and ${on}::date between s.from_date and coalesce(s.to_date, 'infinity')) end as "ownSubjectIds"
    from (
      select distinct on (e.student_id) e.student_id, e.from_date, e.to_date, g.kind
      from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
      where g.school_id = current_school() and g.class_id = ${classId} and g.kind in ('class', 'individual')
      order by e.student_id, g.kind, e.from_date desc, e.id) e
      join person p on p.school_id = current_school() and p.id = e.student_id
      left join lateral (
        select g.id as plan_id from enrolment x join study_group g on g.school_id = x.school_id and g.id = x.group_id and g.kind = 'individual'
        where x.school_id = current_school() and x.student_id = e.student_id and ${on}::date between x.from_date and coalesce(x.to_date, 'infinity')
          and g.class_id = ${classId} order by x.from_date desc, g.id limit 1) o on true
    order by p.surname, p.given_name, p.patronymic, p.id`)

const subjectRows = (tx: ReadTx, classId: string, year: Year, on: PlainDate): Promise<Card['subjects']> =>
  tx.rows<Card['subjects'][number]>(sql`
    with parts as materialized (
      select g.id, g.subject_id, case when starts_with(g.name, k.name || ' · ') then substr(g.name, length(k.name) + 4) else g.name end as label
      from study_group g join study_group k on k.school_id = g.school_id and k.id = g.class_id
      where g.school_id = current_school() and g.class_id = ${classId} and g.kind = 'subgroup' and not g.archived and g.subject_id is not null
    ), before as materialized (
      -- Where those who are in the class now were a year ago; parts of several classes are numbered by their names.
      select o.subject_id, e.student_id, dense_rank() over (partition by o.subject_id order by substr(o.name, length(k.name) + 1))::int - 1 as part
      from enrolment now join enrolment e on e.school_id = now.school_id and e.student_id = now.student_id and not e.cancelled
        join study_group o on o.school_id = e.school_id and o.id = e.group_id and o.kind = 'subgroup' and o.subject_id is not null
        join study_group k on k.school_id = o.school_id and k.id = o.class_id
        join school_year y on y.school_id = o.school_id and y.id = o.school_year_id and y.to_date < ${year.from}::date and y.to_date > ${year.from}::date - 200
      where now.school_id = current_school() and now.group_id = ${classId} and ${on}::date between now.from_date and coalesce(now.to_date, 'infinity')
        and coalesce(e.to_date, 'infinity') >= y.to_date
    )
    select s.id as "subjectId", s.name,
      exists (select from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id and g.class_id = ${classId}
        where c.school_id = s.school_id and c.subject_id = s.id) as taught,
      coalesce((select json_agg(json_build_object('groupId', p.id, 'label', p.label, 'studentIds', array(select distinct e.student_id from enrolment e
          where e.school_id = s.school_id and e.group_id = p.id and ${on}::date between e.from_date and coalesce(e.to_date, 'infinity'))) order by p.label, p.id)
        from parts p where p.subject_id = s.id), '[]') as groups,
      coalesce((select json_agg(json_build_object('studentId', b.student_id, 'part', b.part)) from before b where b.subject_id = s.id), '[]') as "lastYear"
    from subject s where s.school_id = current_school() and not s.archived order by s.name, s.id`)

/** Who teaches the class and its groups what. R089. */
const courseRows = (tx: ReadTx, classId: string, on: PlainDate): Promise<Card['courses']> =>
  tx.rows<Card['courses'][number]>(sql`
    select s.name as subject, g.name as "group", array(select concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, ''))
      from assignment a join person p on p.school_id = a.school_id and p.id = a.teacher_id
      where a.school_id = c.school_id and a.course_id = c.id and ${on}::date between a.from_date and coalesce(a.to_date, 'infinity')
      order by p.surname, p.given_name, p.id) as teachers
    from study_group g join course c on c.school_id = g.school_id and c.group_id = g.id
      join subject s on s.school_id = c.school_id and s.id = c.subject_id
    where g.school_id = current_school() and not g.archived and (g.class_id = ${classId} or (g.class_id is null and exists (select from group_class x
      where x.school_id = g.school_id and x.group_id = g.id and x.class_id = ${classId} and not x.removed)))
    order by s.name, g.name, c.id`)
