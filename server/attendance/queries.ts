import { readAbsentees } from '#domain/access/duties.ts'
import { type AbsenceCode, absenceCodes, isMissed } from '#domain/attendance/rules.ts'
import type { Output } from '#domain/operations.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type Absentees = Output<'attendance.absentees'>
type Missing = Absentees['students'][number]
type Found = Pick<Absentees, 'earlier' | 'later' | 'students'> & {
  classes: Omit<Absentees['classes'][number], 'absent' | 'allDay'>[]
}

const MISSED = absenceCodes.filter(isMissed)
const TOLD = [...MISSED, 'late'] satisfies AbsenceCode[]

/** Missed every lesson at which the roll was called, and there was more than one: one lesson says nothing of a day. */
const missedAll = ({ missed, called }: Missing): boolean => called > 1 && missed >= called

export const absenteesQuery = answer('attendance.absentees', {
  load: theSchool,
  run: async ({ tx, actor, today }, { date }) => {
    const everything = readAbsentees.some((relation) => relation(actor, { kind: 'school' }, today))
    const classIds = everything ? null : actor.homeroomOf
    const { students, classes, earlier, later } = await tx.one<Found>(sql`
      with pupil as materialized (
        select student_id, class_id from (
          select distinct on (e.student_id) e.student_id, coalesce(g.class_id, g.id) as class_id
          from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
          where g.school_id = current_school() and g.kind in ('class', 'individual') and ${date}::date between e.from_date and coalesce(e.to_date, 'infinity')
          order by e.student_id, g.kind, e.from_date desc, g.id) stay
        where ${classIds}::uuid[] is null or class_id = any(${classIds}::uuid[])
      ), held as materialized (
        select l.id, l.number, c.id as course_id, c.group_id, l.roll_called_at is not null
            or exists (select from absence a where a.school_id = l.school_id and a.lesson_id = l.id and a.code is not null) as called
        from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
        where l.school_id = current_school() and l.date = ${date}::date and not l.cancelled
      ), own_plan as materialized (
        select course_id, student_id from apart where school_id = current_school() and ${date}::date between from_date and to_date
      ), seat as materialized (
        select h.id as lesson_id, h.number, h.called, p.student_id, p.class_id
        from held h join enrolment e on e.school_id = current_school() and e.group_id = h.group_id and not e.cancelled
            and ${date}::date between e.from_date and coalesce(e.to_date, 'infinity')
          join pupil p on p.student_id = e.student_id
        where not exists (select from own_plan x where x.course_id = h.course_id and x.student_id = e.student_id)
      ), noted as (
        select s.student_id, a.code, array_agg(s.number order by s.number) as numbers, coalesce(sum(a.minutes), 0)::int as minutes
        from seat s join absence a on a.school_id = current_school() and a.lesson_id = s.lesson_id and a.student_id = s.student_id
        where a.code = any(${TOLD}::text[]) group by s.student_id, a.code
      ), reasons as (
        select student_id, json_agg(json_build_object('code', code, 'numbers', numbers, 'minutes', minutes) order by numbers[1], code) as reasons,
          coalesce(sum(cardinality(numbers)) filter (where code = any(${MISSED}::text[])), 0)::int as missed
        from noted group by student_id
      ), places as (
        select student_id, count(*)::int as lessons, count(*) filter (where called)::int as called from seat group by student_id
      ), taught as (
        select class_id, count(distinct lesson_id)::int as lessons, count(distinct lesson_id) filter (where called)::int as called
        from seat group by class_id
      )
      select coalesce((
          select json_agg(json_build_object('studentId', p.id, 'name', concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')),
              'classId', k.id, 'className', k.name, 'lessons', n.lessons, 'called', n.called, 'missed', r.missed, 'reasons', r.reasons)
              order by k.grade, k.name, p.surname, p.given_name, p.patronymic, p.id)
          from reasons r join places n on n.student_id = r.student_id join pupil u on u.student_id = r.student_id
            join person p on p.school_id = current_school() and p.id = r.student_id
            join study_group k on k.school_id = current_school() and k.id = u.class_id), '[]') as students,
        coalesce((
          select json_agg(json_build_object('classId', k.id, 'name', k.name, 'students', u.students, 'lessons', coalesce(t.lessons, 0),
              'called', coalesce(t.called, 0)) order by k.grade, k.name, k.id)
          from (select class_id, count(*)::int as students from pupil group by class_id) u
            join study_group k on k.school_id = current_school() and k.id = u.class_id left join taught t on t.class_id = k.id), '[]') as classes,
        (select max(date) from lesson where school_id = current_school() and date < ${date}::date and not cancelled) as earlier,
        (select min(date) from lesson where school_id = current_school() and date > ${date}::date and date <= ${today}::date and not cancelled) as later`)
    const missing = students.filter(({ missed }) => missed > 0)
    return {
      date,
      earlier,
      later,
      classes: classes.map((one) => {
        const own = missing.filter(({ classId }) => classId === one.classId)
        return { ...one, absent: own.length, allDay: own.filter(missedAll).length }
      }),
      students,
    }
  },
})

export const attendanceQueries = [absenteesQuery]
