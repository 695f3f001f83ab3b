import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type ClassRow = Output<'classes.overview'>['classes'][number]
type GroupRow = Output<'classes.overview'>['groups'][number]
type Proposal = Output<'classes.overview'>['proposals'][number]
type Of = { yearId: string; classId: string | null; on: PlainDate }

/**
 * Classes of a year, or one of them: homeroom teachers of all dates, students of that day with those who learn by a plan of their own. A
 * class of a year that is over has those of its last day: graduates leave before the year does.
 */
export const classRows = (tx: ReadTx, { yearId, classId, on, over }: Of & { over: boolean }): Promise<ClassRow[]> =>
  tx.rows<ClassRow>(sql`
    with stays as materialized (
      select g.class_id, e.student_id, e.from_date, coalesce(e.to_date, 'infinity') as to_date,
        case when ${over} then least(${on}::date, max(coalesce(e.to_date, 'infinity')) over (partition by g.class_id)) else ${on}::date end as day
      from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
      where g.school_id = current_school() and g.school_year_id = ${yearId} and g.kind in ('class', 'individual')
        and (${classId}::uuid is null or g.class_id = ${classId})
    ), students as materialized (
      select class_id, count(distinct student_id)::int as n from stays where day between from_date and to_date group by class_id
    )
    select g.id as "classId", g.name, g.grade, k.letter, g.shift, g.study_days as "studyDays", g.capacity, g.ungraded, g.archived,
      g.curriculum_id as "curriculumId", coalesce(u.name, '') as curriculum, coalesce(s.n, 0) as students,
      (select count(*) from study_group p where p.school_id = g.school_id and p.class_id = g.id and p.kind = 'subgroup' and not p.archived)::int as subgroups,
      coalesce((select json_agg(json_build_object('homeroomId', h.id, 'teacherId', h.teacher_id, 'from', h.from_date, 'to', h.to_date,
          'teacher', concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, ''))) order by h.from_date, h.id)
        from homeroom h join person t on t.school_id = h.school_id and t.id = h.teacher_id
        where h.school_id = g.school_id and h.class_id = g.id and h.from_date > '-infinity'), '[]') as homerooms
    from study_group g join school_class k on k.school_id = g.school_id and k.id = g.id
      left join curriculum u on u.school_id = g.school_id and u.id = g.curriculum_id
      left join students s on s.class_id = g.id
    where g.school_id = current_school() and g.school_year_id = ${yearId} and (${classId}::uuid is null or g.id = ${classId})
    order by g.grade, g.name, g.id`)

/** Groups that are not cut from a class for a subject, with who is in them on that day and what they are taught. */
export const groupRows = (tx: ReadTx, { yearId, classId, on }: Of): Promise<GroupRow[]> =>
  tx.rows<GroupRow>(sql`
    select g.id as "groupId", g.kind, g.name, g.grade, x.ids as "classIds", x.names as classes, g.capacity, g.ungraded, g.archived,
      array(select distinct e.student_id from enrolment e where e.school_id = g.school_id and e.group_id = g.id
        and ${on}::date between e.from_date and coalesce(e.to_date, 'infinity')) as "studentIds",
      coalesce((select json_agg(json_build_object('subject', s.name, 'teachers', array(
          select p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end
          from assignment a join person p on p.school_id = a.school_id and p.id = a.teacher_id
          where a.school_id = c.school_id and a.course_id = c.id and ${on}::date between a.from_date and coalesce(a.to_date, 'infinity') order by p.surname, p.given_name, p.id)) order by s.name, c.id)
        from course c join subject s on s.school_id = c.school_id and s.id = c.subject_id
        where c.school_id = g.school_id and c.group_id = g.id), '[]') as courses
    from study_group g
      cross join lateral (select coalesce(array_agg(k.id order by k.grade, k.name, k.id), '{}') as ids, coalesce(string_agg(k.name, ', ' order by k.grade, k.name, k.id), '') as names
        from study_group k where k.school_id = g.school_id and k.kind = 'class' and (k.id = g.class_id or (g.class_id is null and exists (
          select from group_class m where m.school_id = g.school_id and m.group_id = g.id and m.class_id = k.id and not m.removed)))) x
    where g.school_id = current_school() and g.school_year_id = ${yearId} and g.kind not in ('class', 'subgroup')
      and (${classId}::uuid is null or ${classId}::uuid = any(x.ids))
    order by g.kind, g.grade, g.name, g.id`)

/** Proposals of a year’s classes: the open ones, or with a class named all of it, newest first. */
export const proposalRows = (tx: ReadTx, { yearId, classId }: Omit<Of, 'on'>): Promise<Proposal[]> =>
  tx.rows<Proposal>(sql`
    select r.id as "proposalId", r.class_id as "classId", g.name as "className", r.subject_id as "subjectId", s.name as subject,
      p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end as author,
      r.groups, r.from_date as "from", r.state, r.answer, r.asked_at as "askedAt", r.decided_at as "decidedAt"
    from group_proposal r join study_group g on g.school_id = r.school_id and g.id = r.class_id
      join subject s on s.school_id = r.school_id and s.id = r.subject_id join person p on p.school_id = r.school_id and p.id = r.author_id
    where r.school_id = current_school() and g.school_year_id = ${yearId} and (r.state = 'open' and ${classId}::uuid is null or r.class_id = ${classId})
    order by r.asked_at desc, r.id desc limit 100`)
