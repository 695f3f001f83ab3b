import { bySubject } from '#domain/curriculum/federalSubjects.ts'
import type { Output } from '#domain/operations.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { yearsWith } from './years.ts'

type Subjects = Output<'curriculum.subjects'>['subjects']
type Plans = Output<'curriculum.plans'>
type Load = Output<'curriculum.load'>

export const subjectsQuery = answer('curriculum.subjects', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const subjects = await tx.rows<Subjects[number]>(sql`
      with used as (
        select distinct c.subject_id, c.school_year_id, true as taught from course c where c.school_id = current_school()
        union
        select distinct l.subject_id, p.school_year_id, false from curriculum_line l
          join curriculum p on p.school_id = l.school_id and p.id = l.curriculum_id and not p.archived
        where l.school_id = current_school() and l.half_hours > 0
      ), years as (
        select u.subject_id, y.name, y.from_date, bool_or(u.taught and y.to_date < ${today}::date) as past
        from used u join school_year y on y.school_id = current_school() and y.id = u.school_year_id
        group by u.subject_id, y.name, y.from_date
      )
      select s.id as "subjectId", s.name, s.short_name as "shortName", s.area, s.federal, s.archived,
        array(select name from years y where y.subject_id = s.id order by from_date desc) as years,
        coalesce((select bool_or(past) from years y where y.subject_id = s.id), false) as past
      from subject s where s.school_id = current_school()`)
    return { subjects: subjects.sort(bySubject) }
  },
})

export const roomsQuery = answer('curriculum.rooms', {
  load: theSchool,
  run: async ({ tx }) => ({
    rooms: await tx.rows<Output<'curriculum.rooms'>['rooms'][number]>(sql`
      select id as "roomId", name, kind, capacity, archived from room where school_id = current_school()
      order by nullif(regexp_replace(name, '[^0-9].*$', ''), '')::numeric nulls last, name, id`),
  }),
})

export const plansQuery = answer('curriculum.plans', {
  load: theSchool,
  run: async ({ tx, today }, { schoolYearId }) => {
    const { year, years } = await yearsWith(tx, schoolYearId, today)
    const [profiles, subjects, plans, groups, earlier] = await Promise.all([
      tx.rows<Plans['profiles'][number]>(sql`
        select id as "profileId", name from profile where school_id = current_school() and not archived order by name, id`),
      tx.rows<Plans['subjects'][number]>(sql`
        select id as "subjectId", name, short_name as "shortName", area, federal, archived from subject where school_id = current_school()`),
      tx.rows<Plans['plans'][number]>(sql`
        select c.id as "curriculumId", c.name, c.grade, c.profile_id as "profileId", c.study_days as "studyDays", c.weeks, c.individual,
          coalesce((select json_agg(json_build_object('subjectId', l.subject_id, 'part', l.part, 'halfHours', l.half_hours, 'subgroups', l.subgroups))
            from curriculum_line l where l.school_id = c.school_id and l.curriculum_id = c.id and l.half_hours > 0), '[]') as lines
        from curriculum c where c.school_id = current_school() and c.school_year_id = ${year.schoolYearId} and not c.archived
        order by c.grade, c.name, c.id`),
      tx.rows<Plans['groups'][number]>(sql`
        select id as "groupId", name, kind, grade, curriculum_id as "curriculumId" from study_group
        where school_id = current_school() and school_year_id = ${year.schoolYearId} and kind in ('class', 'individual') and not archived
        order by grade, name, id`),
      tx.rows<Plans['earlier'][number]>(sql`
        select c.id as "curriculumId", c.name, c.grade, y.name as "yearName"
        from school_year y join curriculum c on c.school_id = y.school_id and c.school_year_id = y.id and not c.archived
        where y.school_id = current_school() and y.id = (select p.id from school_year p where p.school_id = current_school()
            and p.from_date < ${year.from}::date order by p.from_date desc limit 1)
        order by c.grade, c.name, c.id`),
    ])
    return { year, years, profiles, subjects: subjects.sort(bySubject), plans, groups, earlier }
  },
})

export const loadQuery = answer('curriculum.load', {
  load: theSchool,
  run: async ({ tx, today, school }, { schoolYearId }) => {
    const { year, years } = await yearsWith(tx, schoolYearId, today)
    const [subjects, teachers, groups, lines, courses] = await Promise.all([
      tx.rows<Load['subjects'][number]>(sql`
        select id as "subjectId", name, short_name as "shortName", area, archived from subject where school_id = current_school()`),
      teachersOf(tx, year),
      tx.rows<Load['groups'][number]>(sql`
        select g.id as "groupId", g.name, g.kind, g.grade, case when g.kind <> 'class' then g.class_id end as "classId",
          array(select x.class_id from group_class x where x.school_id = g.school_id and x.group_id = g.id and not x.removed) as "classIds",
          g.curriculum_id as "curriculumId", g.subject_id as "subjectId",
          (select count(distinct e.student_id)::int from enrolment e where e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
            and greatest(${today}::date, ${year.from}::date) between e.from_date and coalesce(e.to_date, 'infinity')) as students
        from study_group g where g.school_id = current_school() and g.school_year_id = ${year.schoolYearId} and not g.archived
        order by g.grade, g.name, g.id`),
      tx.rows<Load['lines'][number]>(sql`
        select l.curriculum_id as "curriculumId", l.subject_id as "subjectId", l.part, l.half_hours as "halfHours", l.subgroups
        from curriculum_line l join curriculum c on c.school_id = l.school_id and c.id = l.curriculum_id
        where l.school_id = current_school() and c.school_year_id = ${year.schoolYearId} and not c.archived and l.half_hours > 0
          order by l.curriculum_id, l.subject_id, l.part`),
      tx.rows<Load['courses'][number]>(sql`
        select c.id as "courseId", c.group_id as "groupId", c.subject_id as "subjectId",
          coalesce(json_agg(json_build_object('assignmentId', a.id, 'teacherId', a.teacher_id, 'halfHours', a.weekly_half_hours,
            'from', a.from_date, 'to', a.to_date) order by a.from_date, a.id) filter (where a.id is not null), '[]') as assignments
        from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id and not g.archived
          left join assignment a on a.school_id = c.school_id and a.course_id = c.id and a.from_date <= coalesce(a.to_date, 'infinity')
        where c.school_id = current_school() and c.school_year_id = ${year.schoolYearId} group by c.school_id, c.id
          order by c.id`),
    ])
    const rateHours = school.policies['curriculum.rateHours']
    return { year, years, today, rateHours, subjects: subjects.sort(bySubject), teachers, groups, lines, courses }
  },
})

/** Staff who work on a day of the year, and whoever has taught in it. */
const teachersOf = (tx: ReadTx, year: { schoolYearId: string; from: string; to: string }) =>
  tx.rows<Load['teachers'][number]>(sql`
    with worked as (
      select person_id, string_agg(distinct position, ', ') as position, max(category) as category, min(from_date) as "from",
        nullif(max(coalesce(to_date, 'infinity')), 'infinity') as "to"
      from staff where school_id = current_school() and from_date <= ${year.to}::date and coalesce(to_date, 'infinity') >= ${year.from}::date
      group by person_id
    ), taught as (
      select distinct a.teacher_id from assignment a join course c on c.school_id = a.school_id and c.id = a.course_id
      where a.school_id = current_school() and c.school_year_id = ${year.schoolYearId}
    )
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, coalesce(w.position, '') as position,
      coalesce(w.category, '') as category, w."from", w."to"
    from person p left join worked w on w.person_id = p.id
    where p.school_id = current_school() and (w.person_id is not null or p.id in (select teacher_id from taught))
    order by p.surname, p.given_name, p.patronymic, p.id`)

export const curriculumQueries = [subjectsQuery, roomsQuery, plansQuery, loadQuery]
