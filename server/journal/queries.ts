import { isOverseer } from '#domain/access/relations.ts'
import { COVER_DAYS } from '#domain/access/rules.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, isWithin } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer, rememberedAnswer } from '#server/platform/execute.ts'
import { pageQuery } from './page.ts'
import { courseById } from './subjects.ts'

type DayLesson = Output<'journal.myDay'>['lessons'][number]
const OVERDUE_SHOWN = 40

export const myDayQuery = answer('journal.myDay', {
  load: theSchool,
  run: async ({ tx, actor, today }, { date }) => {
    const rows = await tx.rows<DayLesson & { total: number }>(sql`
      with mine as (
        select l.* from lesson l
        where l.school_id = current_school() and l.teacher_id = ${actor.personId} and l.date = ${date}::date
        union all
        (select l.* from lesson l
        where l.school_id = current_school() and l.teacher_id = ${actor.personId} and not l.cancelled
          and l.date < least(${date}::date, ${today}::date) and (l.instead_of_id is null or l.date >= ${addDays(today, -COVER_DAYS)}::date)
          and (l.topic = '' or l.roll_called_at is null)
          and not exists (select from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
            join term t on t.school_id = c.school_id and t.school_year_id = c.school_year_id and g.grade between t.from_grade and t.to_grade
            where c.school_id = l.school_id and c.id = l.course_id and l.date between t.from_date and t.to_date and t.locked_at is not null))
      ), counted as (
        select *, count(*) filter (where date <> ${date}::date) over ()::int as total,
          row_number() over (partition by date = ${date}::date order by date desc, number) as place
        from mine
      )
      select l.id as "lessonId", c.id as "courseId", t.id as "termId", l.date, l.number, b.starts_at as "startsAt", b.ends_at as "endsAt",
        g.name as "group", s.name as subject, coalesce(r.name, '') as room,
        (select p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end
         from person p where p.school_id = l.school_id and p.id = l.instead_of_id) as "insteadOf",
        l.cancelled, case when l.date = ${date}::date then (select d.name from day_exception d where d.school_id = c.school_id
           and d.school_year_id = c.school_year_id and d.date = l.date and d.kind in ('holiday', 'vacation', 'quarantine')
           and case when d.class_id is null then g.grade between d.from_grade and d.to_grade else d.class_id = g.class_id end
           limit 1) end as "dayOff",
        l.topic, l.roll_called_at is not null as "rollCalled",
        (select count(*) from absence a where a.school_id = l.school_id and a.lesson_id = l.id
           and a.code in ('absent', 'sick', 'excused', 'unexcused'))::int as absent,
        (select count(distinct e.student_id) from enrolment e where e.school_id = c.school_id and e.group_id = c.group_id
           and l.date between e.from_date and coalesce(e.to_date, 'infinity'))::int
         - (select count(distinct x.student_id) from apart x where x.school_id = c.school_id and x.course_id = c.id
           and l.date between x.from_date and x.to_date)::int as students,
        (select count(*) from work w join mark m on m.school_id = w.school_id and m.work_id = w.id
         where w.school_id = l.school_id and w.lesson_id = l.id and not w.removed and cardinality(m."values") > 0)::int as marks,
        exists (select from homework h where h.school_id = l.school_id and h.lesson_id = l.id and not h.removed) as homework,
        l.total
      from counted l
        join course c on c.school_id = l.school_id and c.id = l.course_id
        join study_group g on g.school_id = c.school_id and g.id = c.group_id
        join subject s on s.school_id = c.school_id and s.id = c.subject_id
        left join room r on r.school_id = l.school_id and r.id = l.room_id
        left join lateral (select b.starts_at, b.ends_at from bell b where b.school_id = c.school_id and b.school_year_id = c.school_year_id
          and b.weekday = coalesce((select d.like_weekday from day_exception d where d.school_id = c.school_id and d.school_year_id = c.school_year_id
            and d.date = l.date and d.kind = 'workday'
            and case when d.class_id is null then g.grade between d.from_grade and d.to_grade else d.class_id = g.class_id end limit 1),
            extract(isodow from l.date)) and b.number = l.number and b.shift = g.shift and g.grade between b.from_grade and b.to_grade
          and (b.from_date is null or l.date between b.from_date and b.to_date)
          order by coalesce(b.to_date - b.from_date, 400), b.to_grade - b.from_grade limit 1) b on true
        left join lateral (select t.id from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
          and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date limit 1) t on true
      where l.date = ${date}::date or l.place <= ${OVERDUE_SHOWN}
      order by l.date desc, l.number, g.name, l.id`)
    const off = await tx.maybe<{ name: string }>(sql`
      select d.name from day_exception d where d.school_id = current_school() and d.school_year_id is not null and d.date = ${date}
        and d.kind in ('holiday', 'vacation', 'quarantine') and d.class_id is null and d.from_grade <= 1 and d.to_grade >= 11 limit 1`)
    const overdue = rows.filter((lesson) => lesson.date !== date)
    return {
      date,
      dayName: off?.name ?? null,
      lessons: rows.filter((lesson) => lesson.date === date),
      overdue,
      overdueTotal: rows[0]?.total ?? 0,
    }
  },
})

export const coursesQuery = answer('journal.courses', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const everything = actor.roles.some((grant) => isOverseer(grant) && grant.from <= today && (!grant.to || today <= grant.to))
    const own = actor.courses
      .filter((course) => course.from <= today && (!course.to || today <= course.to))
      .map((course) => course.courseId)
    const covered = actor.substitutions
      .filter((cover) => isWithin(cover.date, addDays(today, -COVER_DAYS), addDays(today, COVER_DAYS)))
      .map((cover) => cover.courseId)
    return {
      courses: await tx.rows<Output<'journal.courses'>['courses'][number]>(sql`
        select c.id as "courseId", c.group_id as "groupId", g.name as "group", s.name as subject, g.grade, g.ungraded, c.scale,
          case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
            where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as "classIds",
          coalesce((select k.name from study_group k where k.school_id = g.school_id and k.id = g.class_id), g.name) as "className",
          coalesce(t.names, '{}') as teachers, c.id = any(${own}::uuid[]) as mine, coalesce(l.lessons, 0)::int as lessons, coalesce(l.unfilled, 0)::int as unfilled
        from course c join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
          join study_group g on g.school_id = c.school_id and g.id = c.group_id
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
          left join lateral (
            select array_agg(p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end
              order by p.surname, p.given_name, p.id) as names
            from assignment a join person p on p.school_id = a.school_id and p.id = a.teacher_id
            where a.school_id = c.school_id and a.course_id = c.id and ${today} between a.from_date and coalesce(a.to_date, 'infinity')) t on true
          left join lateral (
            select count(*) as lessons, count(*) filter (where l.topic = '' or l.roll_called_at is null) as unfilled
            from lesson l where l.school_id = c.school_id and l.course_id = c.id and l.date < ${today}::date and not l.cancelled) l on true
        where c.school_id = current_school() and ${today}::date between y.from_date - 62 and y.to_date + 62
          and (${everything} or c.id = any(${own}::uuid[]) or c.id = any(${covered}::uuid[]) or g.class_id = any(${actor.homeroomOf}::uuid[])
            or (g.class_id is null and exists (select from group_class x where x.school_id = g.school_id and x.group_id = g.id
              and not x.removed and x.class_id = any(${actor.homeroomOf}::uuid[]))))
        order by mine desc, g.grade, "className", s.name, g.name, c.id`),
    }
  },
})

export const topicsQuery = rememberedAnswer('journal.topics', {
  load: courseById,
  run: async ({ tx, today, dependsOn }, { courseId, termId }) => {
    dependsOn([`course:${courseId}`])
    return {
      lessons: await tx.rows<Output<'journal.topics'>['lessons'][number]>(sql`
      with shown as materialized (
        select t.from_date, t.to_date
        from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
          join term t on t.school_id = c.school_id and t.school_year_id = c.school_year_id and g.grade between t.from_grade and t.to_grade
        where c.school_id = current_school() and c.id = ${courseId}
        order by (t.id = ${termId ?? null}::uuid) desc nulls last, (${today}::date between t.from_date and t.to_date) desc,
          (t.from_date <= ${today}::date) desc, abs(t.to_date - ${today}::date) limit 1
      )
      select l.id as "lessonId", json_agg(json_build_object('homeworkId', h.id, 'dueOn', h.due_on, 'content', h.content, 'pages', h.pages,
          'exercises', h.exercises, 'minutes', h.minutes, 'nothing', h.nothing,
          'students', coalesce((select json_agg(x.student_id) from homework_student x where x.school_id = h.school_id and x.homework_id = h.id and not x.removed), '[]'),
          'files', coalesce((select json_agg(json_build_object('fileId', f.id, 'name', f.name, 'size', f.size, 'mediaType', f.media_type) order by f.name, f.id)
             from homework_file x join file f on f.school_id = x.school_id and f.id = x.file_id
             where x.school_id = h.school_id and x.homework_id = h.id and not x.removed), '[]'))
        order by h.individual, h.id) as homework
      from shown t join lesson l on l.school_id = current_school() and l.course_id = ${courseId} and l.date between t.from_date and t.to_date
        join homework h on h.school_id = l.school_id and h.lesson_id = l.id and not h.removed
      group by l.id, l.date, l.number order by l.date, l.number, l.id`),
    }
  },
})

export const unfilledQuery = answer('journal.unfilled', {
  load: theSchool,
  run: async ({ tx, today }) => ({
    teachers: await tx.rows<Output<'journal.unfilled'>['teachers'][number]>(sql`
      with fill as materialized (select teacher_id, count(*) as n from lessons_to_fill(${today}) group by teacher_id)
      select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, count(*)::int as lessons,
        count(*) filter (where l.topic = '')::int as "noTopic", count(*) filter (where l.roll_called_at is null)::int as "noRollCall", min(l.date) as oldest,
        coalesce(max(f.n), 0)::int as open,
        (select json_build_object('on', r.date, 'at', r.at, 'by', concat(a.surname, ' ', left(a.given_name, 1), '.', ' ' || left(nullif(a.patronymic, ''), 1) || '.'))
          from reminder r join person a on a.school_id = r.school_id and a.id = r.author_id
          where r.school_id = p.school_id and r.teacher_id = p.id and not r.withdrawn order by r.at desc limit 1) as reminded
      from lesson l join person p on p.school_id = l.school_id and p.id = l.teacher_id left join fill f on f.teacher_id = p.id
      where l.school_id = current_school() and l.date < ${today}::date and l.date >= ${today}::date - 30 and not l.cancelled
        and (l.topic = '' or l.roll_called_at is null)
      group by p.school_id, p.id, p.surname, p.given_name, p.patronymic
      order by lessons desc, p.surname, p.given_name, p.patronymic, p.id`),
  }),
})

export const unfilledLessonsQuery = answer('journal.unfilledLessons', {
  load: theSchool,
  run: async ({ tx, today }, { personId }) => {
    const person = await tx.maybe<{ name: string }>(sql`
      select concat_ws(' ', surname, given_name, nullif(patronymic, '')) as name from person where school_id = current_school() and id = ${personId}`)
    if (!person) throw new Refusal('access.denied')
    const lessons = await tx.rows<Output<'journal.unfilledLessons'>['lessons'][number]>(sql`
      select l.id as "lessonId", c.id as "courseId", t.id as "termId", l.date, l.number, g.name as "group", s.name as subject, l.topic,
        l.roll_called_at is not null as "rollCalled"
      from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
        join study_group g on g.school_id = c.school_id and g.id = c.group_id
        join subject s on s.school_id = c.school_id and s.id = c.subject_id
        left join lateral (select t.id from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
          and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date limit 1) t on true
      where l.school_id = current_school() and l.teacher_id = ${personId} and l.date < ${today}::date and l.date >= ${today}::date - 30
        and not l.cancelled and (l.topic = '' or l.roll_called_at is null)
      order by l.date desc, l.number, g.name, l.id`)
    return { name: person.name, lessons }
  },
})

export const journalQueries = [myDayQuery, coursesQuery, pageQuery, topicsQuery, unfilledQuery, unfilledLessonsQuery]
