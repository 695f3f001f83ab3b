import type { Actor, PersonSubject } from '#domain/access/actor.ts'
import { readUrgent } from '#domain/access/duties.ts'
import { seesAnyway, whyNoUrgentAccess } from '#domain/access/urgent.ts'
import type { Output } from '#domain/operations.ts'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { theSchool } from './subjects.ts'
import { proveUrgentAccess, standingOf } from './urgent.ts'

const MOST_FOUND = 10

export const urgentQuery = answer('access.urgent', {
  load: theSchool,
  run: async (at) => {
    const { tx, actor, school, now, today } = at
    const standing = await standingOf(at)
    const refusal = whyNoUrgentAccess(actor, { policies: school.policies, ...standing }, today)
    const own = await tx.rows<Output<'access.urgent'>['own'][number]>(sql`
      select u.id as "urgentId", u.student_id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
        g.name as "className", u.reason, u.opened_at as "openedAt", u.until_at as "untilAt", u.ended_at as "endedAt",
        u.ended_at is null and u.until_at > ${now} as open
      from urgent_access u join person p on p.school_id = u.school_id and p.id = u.student_id
        join study_group g on g.school_id = u.school_id and g.id = u.class_id
      where u.school_id = current_school() and u.holder_id = ${actor.personId} and u.opened_at > ${now}::timestamptz - interval '30 days'
      order by open desc, u.opened_at desc, u.id desc limit 50`)
    return {
      refused: refusal && { code: refusal.code, most: typeof refusal.params.most === 'number' ? refusal.params.most : null },
      hours: school.policies['access.urgentHours'],
      left: Math.max(school.policies['access.urgentPerDay'] - standing.opened, 0),
      own,
    }
  },
})

/** Names begin with the words that were typed, in any order; a word may also be the class. */
export const findPupilsQuery = answer('access.findPupils', {
  load: theSchool,
  run: async (at, { search }) => {
    const { tx, actor, today } = at
    await proveUrgentAccess(at)
    const words = search.trim().split(/\s+/).slice(0, 4)
    const found = await tx.rows<{ studentId: string; name: string; classId: string; className: string }>(sql`
      select p.id as "studentId", c.id as "classId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, c.name as "className"
      from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
        join study_group c on c.school_id = g.school_id and c.id = coalesce(g.class_id, g.id)
        join person p on p.school_id = e.school_id and p.id = e.student_id
      where e.school_id = current_school() and not e.cancelled and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
        and not exists (select from unnest(${words}::text[]) w where not (
          starts_with(search_form(p.surname), search_form(w)) or starts_with(search_form(p.given_name), search_form(w))
          or starts_with(search_form(p.patronymic), search_form(w)) or search_form(c.name) = search_form(w)))
        and exists (select from unnest(${words}::text[]) w where length(w) > 1 and starts_with(search_form(p.surname), search_form(w)))
      group by p.id, p.surname, p.given_name, p.patronymic, c.id, c.name
      order by p.surname collate russian, p.given_name collate russian, p.id limit ${MOST_FOUND + 1}`)
    const subjectOf = ({ studentId, classId }: (typeof found)[number]): PersonSubject => ({
      kind: 'person',
      personId: studentId,
      classes: [{ classId, from: today, to: null }],
    })
    return {
      pupils: found.slice(0, MOST_FOUND).map((one) => {
        const { studentId, name, className } = one
        return { studentId, name, className, needed: !seesAnyway(actor, subjectOf(one), today) }
      }),
      more: found.length > MOST_FOUND,
    }
  },
})

type Row = Output<'access.urgentRegister'>['accesses'][number]

export const urgentRegisterQuery = answer('access.urgentRegister', {
  load: theSchool,
  run: async ({ tx, actor, school, now, today }, { from = addDays(today, -365), to = today }) => {
    const everything = readUrgent.some((relation) => relation(actor, { kind: 'school' }, today))
    const classIds = everything ? null : actor.homeroomOf
    const accesses = await tx.rows<Row>(sql`
      select u.id as "urgentId", u.student_id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
        g.name as "className", u.reason, u.opened_at as "openedAt", u.until_at as "untilAt", u.ended_at as "endedAt",
        u.ended_at is null and u.until_at > ${now} as open, concat_ws(' ', h.surname, h.given_name, nullif(h.patronymic, '')) as holder,
        coalesce((select string_agg(distinct s.position, ', ') from staff s where s.school_id = u.school_id and s.person_id = u.holder_id
          and (u.opened_at at time zone ${school.timeZone})::date between s.from_date and coalesce(s.to_date, 'infinity')), '') as position,
        coalesce(concat_ws(' ', b.surname, b.given_name, nullif(b.patronymic, '')), '') as "endedBy",
        coalesce((select json_agg(k.at order by k.at) from urgent_look k where k.school_id = u.school_id and k.urgent_id = u.id), '[]') as looks,
        u.justified, coalesce(concat_ws(' ', j.surname, j.given_name, nullif(j.patronymic, '')), '') as "judgedBy", u.judged_at as "judgedAt", u.remark,
        exists (select from urgent_told t where t.school_id = u.school_id and t.urgent_id = u.id and t.person_id = ${actor.personId}
          and t.read_at is null) as fresh
      from urgent_access u join person p on p.school_id = u.school_id and p.id = u.student_id
        join person h on h.school_id = u.school_id and h.id = u.holder_id
        join study_group g on g.school_id = u.school_id and g.id = u.class_id
        left join person b on b.school_id = u.school_id and b.id = u.ended_by
        left join person j on j.school_id = u.school_id and j.id = u.judged_by
      where u.school_id = current_school() and (${classIds}::uuid[] is null or u.class_id = any(${classIds}::uuid[]))
        and (u.opened_at at time zone ${school.timeZone})::date between ${from}::date and ${to}::date
      order by u.opened_at desc, u.id desc limit 500`)
    return { accesses }
  },
})

export async function urgentNotices(
  tx: ReadTx,
  actor: Actor,
  { since, today }: { since: Date; today: PlainDate },
): Promise<Output<'notifications.list'>['urgent']> {
  const classIds = readUrgent.some((relation) => relation(actor, { kind: 'school' }, today)) ? null : actor.homeroomOf
  if (classIds?.length === 0) return []
  return tx.rows(sql`
    select u.id as "urgentId", concat_ws(' ', h.surname, h.given_name, nullif(h.patronymic, '')) as holder,
      concat_ws(' ', p.surname, p.given_name) as pupil, g.name as "className", u.reason, u.opened_at as at, t.read_at is not null as read
    from urgent_told t join urgent_access u on u.school_id = t.school_id and u.id = t.urgent_id
      join person h on h.school_id = u.school_id and h.id = u.holder_id join person p on p.school_id = u.school_id and p.id = u.student_id
      join study_group g on g.school_id = u.school_id and g.id = u.class_id
    where t.school_id = current_school() and t.person_id = ${actor.personId} and u.opened_at > ${since}
      and (${classIds}::uuid[] is null or u.class_id = any(${classIds}::uuid[]))
    order by u.opened_at desc, u.id desc limit 20`)
}

export const urgentQueries = [urgentQuery, findPupilsQuery, urgentRegisterQuery]
