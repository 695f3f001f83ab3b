import type { Output } from '#domain/operations.ts'
import { addDays } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { deadlineOf, type SectionKey, sectionKeys } from '#domain/readiness/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { tasksQuery } from './tasks.ts'

type Board = Output<'readiness.board'>
type Count = { done: number; total: number; missing: string[] | null }
type Row = Record<SectionKey, Count> &
  Pick<Board, 'year' | 'paperlessSince' | 'lessons' | 'regulation' | 'order' | 'acknowledged'>

const LOOK_BACK = 30

export const boardQuery = answer('readiness.board', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const row = await tx.one<Row>(sql`
      with year as materialized (
        select * from school_year y where y.school_id = current_school()
        order by (${today}::date between y.from_date - 92 and y.to_date) desc, abs(y.from_date - ${today}::date), y.id limit 1
      ), classes as materialized (
        select g.*, greatest(least(${today}::date, y.to_date), y.from_date) as day
        from year y join study_group g on g.school_id = y.school_id and g.school_year_id = y.id and g.kind = 'class' and not g.archived
      ), students as materialized (
        select distinct e.student_id, p.surname || ' ' || p.given_name as name from classes c
          join enrolment e on e.school_id = c.school_id and e.group_id = c.id and c.day between e.from_date and coalesce(e.to_date, 'infinity')
          join person p on p.school_id = e.school_id and p.id = e.student_id
      ), courses as materialized (
        select c.id, g.name || ', ' || s.name as name, y.from_date, y.to_date, greatest(least(${today}::date, y.to_date), y.from_date) as day
        from year y join course c on c.school_id = y.school_id and c.school_year_id = y.id
          join study_group g on g.school_id = c.school_id and g.id = c.group_id and not g.archived
          join subject s on s.school_id = c.school_id and s.id = c.subject_id
      ), staffed as materialized (
        -- In August the year's teachers count already, though most of them begin in September.
        select distinct s.person_id from staff s left join year y on true
        where s.school_id = current_school()
          and coalesce(greatest(least(${today}::date, y.to_date), y.from_date), ${today}) between s.from_date and coalesce(s.to_date, 'infinity')
      ), found (key, ok, name) as (
        select 'terms', exists (select from term t join year y on t.school_id = y.school_id and t.school_year_id = y.id
            where g between t.from_grade and t.to_grade), g::text
          from (select distinct grade as g from classes) g
        union all select 'bells', not exists (select from generate_series(1, coalesce(c.study_days, (select study_days from year))) d
            where not exists (select from bell b where b.school_id = c.school_id and b.school_year_id = c.school_year_id and b.weekday = d
              and b.shift = c.shift and c.grade between b.from_grade and b.to_grade)), c.name from classes c
        union all select 'homeroom', exists (select from homeroom h where h.school_id = c.school_id and h.class_id = c.id
            and c.day between h.from_date and coalesce(h.to_date, 'infinity')), c.name from classes c
        union all select 'students', exists (select from enrolment e where e.school_id = c.school_id and e.group_id = c.id
            and c.day between e.from_date and coalesce(e.to_date, 'infinity')), c.name from classes c
        union all select 'guardians', exists (select from guardian_of r where r.school_id = current_school() and r.student_id = s.student_id
            and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')), s.name from students s
        union all select 'curriculum', c.curriculum_id is not null, c.name from classes c
        union all select 'load', exists (select from assignment a where a.school_id = current_school() and a.course_id = c.id
            and c.day between a.from_date and coalesce(a.to_date, 'infinity')), c.name from courses c
        union all select 'timetable', exists (select from slot x where x.school_id = current_school() and x.course_id = c.id
            and c.day between x.from_date and coalesce(x.to_date, 'infinity')), c.name from courses c
        union all select 'accounts', exists (select from account a where a.school_id = current_school() and a.person_id = p.id), p.name
          from (select student_id as id, name from students
            union select p.id, p.surname || ' ' || p.given_name from staffed s join person p on p.school_id = current_school() and p.id = s.person_id) p
      ), counted as (
        select key, count(*) filter (where ok)::int as done, count(*)::int as total,
          (array_agg(name order by name) filter (where not ok))[1:6] as missing
        from found group by key
      )
      select coalesce((select json_object_agg(key, json_build_object('done', done, 'total', total, 'missing', missing)) from counted), '{}') as counted,
        (select json_build_object('name', name, 'from', from_date, 'to', to_date, 'open', opened_at is not null) from year) as year,
        (select json_build_object('done', (full_name <> '')::int + (inn <> '')::int + (ogrn <> '')::int + (address <> '')::int + (head_name <> '')::int, 'total', 5)
          from school where school_id = current_school()) as card,
        (select paperless_since from school where school_id = current_school()) as "paperlessSince",
        (select json_build_object('done', least(3, count(*)), 'total', 3) from (
          select d.date from day_exception d join year y on d.school_id = y.school_id and d.school_year_id = y.id
          where d.kind = 'vacation' and d.class_id is null and d.to_grade > 1 and not exists (select from day_exception before
            where before.school_id = d.school_id and before.school_year_id = d.school_year_id and before.kind = 'vacation' and before.date = d.date - 1 and before.to_grade > 1)
          group by d.date) v) as vacations,
        (select json_build_object('done', count(*), 'total', greatest(count(*), 2)) from staffed) as staff,
        (select json_build_object('done', count(*), 'total', greatest(count(*), 1)) from classes) as classes,
        (select json_build_object('done', count(*), 'total', greatest(count(*), 1)) from subject where school_id = current_school() and not archived) as subjects,
        (select json_build_object('done', count(*), 'total', greatest(count(*), 1)) from room where school_id = current_school() and not archived) as rooms,
        exists (select from local_act a where a.school_id = current_school() and a.kind = 'regulation' and ${today}::date between a.from_date and coalesce(a.to_date, 'infinity')) as regulation,
        exists (select from local_act a where a.school_id = current_school() and a.kind = 'order' and ${today}::date between a.from_date and coalesce(a.to_date, 'infinity')) as "order",
        (select json_build_object('done', count(*) filter (where exists (select from acknowledgement k where k.school_id = current_school() and k.act_id = a.id and k.person_id = s.person_id)),
            'total', count(*)) from staffed s cross join local_act a where a.school_id = current_school() and a.for_staff
              and ${today}::date between a.from_date and coalesce(a.to_date, 'infinity')) as acknowledged,
        (select json_build_object('held', count(*), 'filled', count(*) filter (where l.topic <> '' and l.roll_called_at is not null)) from lesson l
          where l.school_id = current_school() and not l.cancelled and l.date between ${addDays(today, -LOOK_BACK)}::date and ${addDays(today, -1)}::date) as lessons`)
    const { counted, ...known } = row as unknown as { counted: Partial<Record<SectionKey, Count>> } & Row
    const acts = { done: Number(row.regulation) + Number(row.order), total: 2, missing: null }
    const whole: Partial<Record<SectionKey, Count>> = { ...counted, acts }
    for (const key of ['card', 'vacations', 'staff', 'classes', 'subjects', 'rooms'] as const) whole[key] = known[key]
    return {
      year: row.year,
      deadline: row.year && deadlineOf(row.year.from),
      sections: sectionKeys.map((key) => ({
        key,
        done: whole[key]?.done ?? 0,
        total: whole[key]?.total ?? 1,
        missing: whole[key]?.missing ?? [],
      })),
      paperlessSince: row.paperlessSince,
      lessons: row.lessons,
      regulation: row.regulation,
      order: row.order,
      acknowledged: row.acknowledged,
    }
  },
})

const MOST_DAYS = 366

export const usageQuery = answer('readiness.usage', {
  load: theSchool,
  run: async ({ tx, school }, { from, to }) => {
    if (to < from || addDays(from, MOST_DAYS) < to) throw new Refusal('input.wrong', { field: 'to' })
    return tx.one<Output<'readiness.usage'>>(sql`
      with staffed as materialized (
        select distinct person_id from staff where school_id = current_school()
      ), kinds as materialized (
        select p.id, case when exists (select from staffed s where s.person_id = p.id) then 'staff'
          when exists (select from enrolment e where e.school_id = p.school_id and e.student_id = p.id) then 'student'
          when exists (select from guardian_of g where g.school_id = p.school_id and g.guardian_id = p.id) then 'guardian' end as kind
        from person p where p.school_id = current_school() and p.merged_into is null
      ), signed as materialized (
        select a.person_id, (s.created_at at time zone ${school.timeZone})::date as date
        from session s join account a on a.school_id = s.school_id and a.id = s.account_id
        where s.school_id = current_school()
      ), visited as materialized (
        select s.date, count(distinct s.person_id) filter (where k.kind = 'staff') as staff, count(distinct s.person_id) filter (where k.kind <> 'staff') as families
        from signed s join kinds k on k.id = s.person_id group by s.date
      ), done as materialized (
        select name, (at at time zone ${school.timeZone})::date as date, count(*) as n from operation
        where school_id = current_school() and at >= ${from}::date - 1 and at < ${to}::date + 2 and name not like 'access.%' group by 1, 2
      )
      select coalesce((select json_agg(json_build_object('date', d::date, 'staff', coalesce(v.staff, 0), 'families', coalesce(v.families, 0),
            'operations', coalesce((select sum(o.n) from done o where o.date = d::date), 0)) order by d)
          from generate_series(${from}::date, ${to}::date, interval '1 day') d left join visited v on v.date = d::date), '[]') as days,
        coalesce((select json_agg(json_build_object('kind', kind, 'people', people, 'accounts', accounts, 'signedIn', "signedIn") order by kind)
          from (select k.kind, count(*) as people, count(a.id) as accounts, count(a.id) filter (where exists (select from signed s where s.person_id = k.id)) as "signedIn"
            from kinds k left join account a on a.school_id = current_school() and a.person_id = k.id where k.kind is not null group by k.kind) k), '[]') as accounts,
        coalesce((select json_agg(json_build_object('name', name, 'count', n) order by n desc, name)
          from (select name, sum(n) as n from done where date between ${from}::date and ${to}::date group by name) o), '[]') as operations`)
  },
})

export const readinessQueries = [boardQuery, usageQuery, tasksQuery]
