import type { Output } from '#domain/operations.ts'
import type { Policies } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { defaultOf } from './defaults.ts'

type Informed = Output<'notifications.ofClass'>
const kinds = ['marks', 'absences', 'homework'] as const

/** Parents of a class who may be told of a child: who has signed in, and, counted, which notices they receive. [S4 К0б] */
export async function informedIn(tx: ReadTx, classId: string, policies: Policies, today: string): Promise<Informed> {
  const byDefault = kinds.map((kind) => defaultOf(kind, policies))
  const row = await tx.one<Omit<Informed, 'kinds'> & { kinds: Informed['kinds'] }>(sql`
    with pupil as materialized (
      select distinct e.student_id, p.surname, p.given_name from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
          and not e.cancelled and ${today} between e.from_date and coalesce(e.to_date, 'infinity')
        join person p on p.school_id = e.school_id and p.id = e.student_id
      where g.school_id = current_school() and g.class_id = ${classId} and g.kind in ('class', 'individual')
    ), tie as materialized (
      select distinct r.guardian_id, u.student_id, u.surname, u.given_name, a.id as account_id,
        exists (select from session s where s.school_id = current_school() and s.account_id = a.id) as signed_in
      from pupil u join guardian_of r on r.school_id = current_school() and r.student_id = u.student_id and r.informed
          and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
        left join account a on a.school_id = r.school_id and a.person_id = r.guardian_id and a.ended_at is null
    ), told as (
      select k.kind, k.place, coalesce(case when k.way = 'none' then 'off' else coalesce(c.way, k.way) end) as way
      from tie t cross join unnest(${[...kinds]}::text[], ${byDefault}::text[]) with ordinality k (kind, way, place)
        left join notice_choice c on c.school_id = current_school() and c.person_id = t.guardian_id and c.kind = k.kind and c.student_id = t.student_id
      where t.account_id is not null and k.way <> 'none'
    )
    select (select name from study_group where school_id = current_school() and id = ${classId}) as "className",
      (select count(distinct guardian_id)::int from tie) as guardians,
      (select count(distinct guardian_id)::int from tie where signed_in) as "signedIn",
      coalesce((select json_agg(json_build_object('kind', kind, 'now', now, 'daily', daily, 'off', off) order by place) from (
        select kind, place, count(*) filter (where way = 'now') as now, count(*) filter (where way = 'daily') as daily, count(*) filter (where way = 'off') as off
        from told group by kind, place) k), '[]') as kinds,
      coalesce((select json_agg(json_build_object('personId', x.id, 'name', x.name, 'students', x.students, 'account', x.account) order by x.students[1], x.name)
        from (select p.id, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, bool_or(t.account_id is not null) as account,
            array_agg(t.surname || ' ' || t.given_name order by t.surname, t.given_name) as students
          from tie t join person p on p.school_id = current_school() and p.id = t.guardian_id
          where not t.signed_in group by p.id, p.surname, p.given_name, p.patronymic) x), '[]') as absent`)
  return row
}
