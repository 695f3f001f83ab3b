import type { Output } from '#domain/operations.ts'
import { keptContacts } from '#domain/people/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Policies } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type Card = Output<'access.lookUrgently'>

/**
 * What somebody needs who answers for a pupil right now: whose class, whom to call, is the pupil here today. No marks, no СНИЛС, and
 * contacts only of the kinds the school keeps. [152-ФЗ ст. 5 ч. 5]
 */
export async function urgentCardOf(
  tx: ReadTx,
  studentId: string,
  { today, policies }: { today: PlainDate; policies: Policies },
): Promise<Omit<Card, 'untilAt' | 'secondsLeft'>> {
  const kept = keptContacts(policies)
  const [facts, guardians, lessons] = await Promise.all([
    tx.one<Pick<Card, 'studentId' | 'name' | 'className' | 'bornOn' | 'homeroomTeacher' | 'contacts'>>(sql`
      select p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
        coalesce(k.name, '') as "className", coalesce((select json_agg(json_build_object('kind', c.kind, 'value', c.value) order by c.kind desc, c.id) from contact c
          where c.school_id = p.school_id and c.person_id = p.id and not c.removed and c.kind = any(${kept}::text[])), '[]') as contacts,
        coalesce((select string_agg(concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')), ', ' order by h.from_date, h.id)
          from homeroom h join person t on t.school_id = h.school_id and t.id = h.teacher_id
          where h.school_id = p.school_id and h.class_id = k.id and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity')), '') as "homeroomTeacher"
      from person p left join lateral (
        select c.id, c.name from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
          join study_group c on c.school_id = g.school_id and c.id = coalesce(g.class_id, g.id)
        where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled and g.kind in ('class', 'individual')
          and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity') order by g.kind, e.from_date desc limit 1) k on true
      where p.school_id = current_school() and p.id = ${studentId}`),
    tx.rows<Card['guardians'][number]>(sql`
      select concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, r.relation, r.lives_with as "livesWith", coalesce((select json_agg(json_build_object('kind', c.kind, 'value', c.value) order by c.kind desc, c.id) from contact c
          where c.school_id = p.school_id and c.person_id = p.id and not c.removed and c.kind = any(${kept}::text[])), '[]') as contacts
      from guardian_of r join person p on p.school_id = r.school_id and p.id = r.guardian_id
      where r.school_id = current_school() and r.student_id = ${studentId} and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      order by r.lives_with desc, r.relation <> 'mother', p.surname, p.given_name, p.id`),
    tx.rows<Card['today'][number]>(sql`
      select distinct l.number, s.name as subject, l.roll_called_at is not null or a.code is not null as called, a.code
      from enrolment e join course c on c.school_id = e.school_id and c.group_id = e.group_id
        join lesson l on l.school_id = c.school_id and l.course_id = c.id and l.date = ${today}::date and not l.cancelled
        join subject s on s.school_id = c.school_id and s.id = c.subject_id
        left join absence a on a.school_id = l.school_id and a.lesson_id = l.id and a.student_id = e.student_id
      where e.school_id = current_school() and e.student_id = ${studentId} and not e.cancelled
        and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
      order by l.number, s.name, called, a.code`),
  ])
  return { ...facts, guardians, today: lessons }
}
