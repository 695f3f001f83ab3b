import { kindOfAction, type SubjectKind } from '#domain/audit/rules.ts'
import { veiledSentence } from '#domain/audit/texts.ru.ts'
import type { Input, Output } from '#domain/operations.ts'
import { agree, type Sex, sexOf } from '#domain/people/agreement.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { alongKeys } from './seal.ts'

/** The sentences of all operations, handed in from where all modules meet. */
export type Told = {
  /** Of one that was done. */
  of: (name: string, input: unknown) => string
  /** Of nothing in particular. */
  about: (name: string) => string
  names: readonly string[]
}

export type Found = {
  operationId: string
  idx: number | null
  at: string
  place: string
  name: string
  input: unknown
  actorId: string
  actor: string
  sex: Sex | null
  patronymic: string
  sessionId: string | null
  device: string
  address: string
  about: { kind: SubjectKind; id: string; label: string; courseId: string | null; date: string | null }[]
  changes: number[]
}
type Filter = Input<'audit.log'> & { operationId?: string }

/** Entries of the log as they are looked for, newest first: what is sealed by the indexes of the log, and what still waits. */
export async function find(
  tx: ReadTx,
  filter: Filter,
  { timeZone, limit, told }: { timeZone: string; limit: number; told: Told },
): Promise<Found[]> {
  const [who, whom] = await Promise.all([peopleNamed(tx, filter), subjectsNamed(tx, filter.whom, filter.aboutId)])
  const names = namesOf(filter, told)
  await alongKeys(tx)
  const [beforeAt, beforeIdx] = (filter.before ?? '').split('|')
  const before = beforeAt && isMoment.test(beforeAt) ? beforeAt : 'infinity'
  const idx = Number.isSafeInteger(Number(beforeIdx)) ? Number(beforeIdx) : 0
  const [from, to] = [filter.from ?? '-infinity', filter.to ?? 'infinity']
  const [only, session] = [filter.operationId ?? null, filter.sessionId ?? null]
  return tx.rows<Found>(sql`
    with period as materialized (
      select case when ${from} = '-infinity' then '-infinity'::timestamptz else ${from}::date::timestamp at time zone ${timeZone} end as f,
        case when ${to} = 'infinity' then 'infinity'::timestamptz else (${to}::date + 1)::timestamp at time zone ${timeZone} end as t
    ), sealed as (
      (select l.* from log_leaf l, period p where ${only}::uuid is not null and l.school_id = current_school() and l.operation_id = ${only}::uuid and l.kind = 'operation')
      union all
      (select l.* from period p, unnest(${whom}::uuid[]) w (id) cross join lateral (
        select l.* from log_subject s join log_leaf l on l.school_id = s.school_id and l.idx = s.idx and l.kind = 'operation'
        where s.school_id = current_school() and s.subject_id = w.id and s.at >= p.f and s.at < p.t and (s.at, s.idx) < (${before}::timestamptz, ${idx}::bigint)
          and (${names}::text[] is null or l.name = any(${names}::text[])) and (${who}::uuid[] is null or l.actor_id = any(${who}::uuid[]))
          and (${session}::uuid is null or l.session_id = ${session}::uuid)
        order by s.at desc, s.idx desc limit ${limit}) l where ${only}::uuid is null)
      union all
      (select l.* from period p, unnest(${who}::uuid[]) w (id) cross join lateral (
        select l.* from log_leaf l where l.school_id = current_school() and l.kind = 'operation' and l.actor_id = w.id
          and l.at >= p.f and l.at < p.t and (l.at, l.idx) < (${before}::timestamptz, ${idx}::bigint)
          and (${names}::text[] is null or l.name = any(${names}::text[])) and (${session}::uuid is null or l.session_id = ${session}::uuid)
        order by l.at desc, l.idx desc limit ${limit}) l where ${only}::uuid is null and ${whom}::uuid[] is null)
      union all
      (select l.* from period p, unnest(${names}::text[]) w (name) cross join lateral (
        select l.* from log_leaf l where l.school_id = current_school() and l.kind = 'operation' and l.name = w.name
          and l.at >= p.f and l.at < p.t and (l.at, l.idx) < (${before}::timestamptz, ${idx}::bigint)
          and (${session}::uuid is null or l.session_id = ${session}::uuid)
        order by l.at desc, l.idx desc limit ${limit}) l where ${only}::uuid is null and ${whom}::uuid[] is null and ${who}::uuid[] is null)
      union all
      (select l.* from period p cross join lateral (
        select l.* from log_leaf l where l.school_id = current_school() and l.kind = 'operation'
          and l.at >= p.f and l.at < p.t and (l.at, l.idx) < (${before}::timestamptz, ${idx}::bigint)
          and (${session}::uuid is null or l.session_id = ${session}::uuid)
        order by l.at desc, l.idx desc limit ${limit}) l
        where ${only}::uuid is null and ${whom}::uuid[] is null and ${who}::uuid[] is null and ${names}::text[] is null)
    ), waiting as (
      select o.* from outbox x join operation o on o.school_id = x.school_id and o.id = x.operation_id, period p
      where x.school_id = current_school() and x.at <> 'infinity' and not exists (select from log_leaf l
          where l.school_id = o.school_id and l.operation_id = o.id and l.kind = 'operation') and o.at >= p.f and o.at < p.t and (${only}::uuid is null or o.id = ${only}::uuid)
        and o.at < ${before}::timestamptz and (${names}::text[] is null or o.name = any(${names}::text[])) and (${who}::uuid[] is null or o.actor_id = any(${who}::uuid[]))
        and (${session}::uuid is null or o.session_id = ${session}::uuid)
        and (${whom}::uuid[] is null or o.about = any(${whom}::uuid[]) or exists (select from subjects_in(o.input) s (id) where s.id = any(${whom}::uuid[]))
          or exists (select from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
            where l.school_id = o.school_id and l.id = o.about and (c.id = any(${whom}::uuid[]) or c.group_id = any(${whom}::uuid[]))))
    ), page as (
      select operation_id, idx, at, name, actor_id, session_id, about, changes from (select distinct on (at, idx) * from sealed order by at desc, idx desc) s
      union all
      select id, null, at, name, actor_id, session_id, about, '{}' from waiting
      order by 3 desc, 2 desc nulls first limit ${limit}
    )
    select p.operation_id as "operationId", p.idx, p.at, p.at::text || '|' || coalesce(p.idx, ${Number.MAX_SAFE_INTEGER}::bigint) as place, p.name,
      coalesce(o.input, '{}') as input, p.actor_id as "actorId", to_json(p.changes) as changes,
      concat(a.surname, ' ', coalesce(left(a.given_name, 1) || '. ' || left(nullif(a.patronymic, ''), 1) || '.', a.given_name)) as actor, a.sex, coalesce(a.patronymic, '') as patronymic,
      s.id as "sessionId", coalesce(s.device, '') as device, coalesce(s.address, '') as address, coalesce(t.about, '[]') as about
    from page p left join operation o on o.school_id = current_school() and o.id = p.operation_id
      left join person a on a.school_id = current_school() and a.id = p.actor_id
      -- A sign-in from before the log began: its session is the one that began then.
      left join session s on s.school_id = current_school() and s.id = coalesce(p.session_id, (
        select b.id from session b join account c on c.school_id = b.school_id and c.id = b.account_id
        where p.name = 'access.signIn' and b.school_id = current_school() and c.person_id = p.actor_id and b.created_at between p.at - interval '5 s' and p.at + interval '5 s'
        order by abs(extract(epoch from b.created_at - p.at)) limit 1))
      left join lateral (
        select json_agg(json_build_object('kind', kind, 'id', id, 'label', label, 'courseId', course_id, 'date', date) order by rank, label) as about from (
          select * from (
            select 1 as rank, 'lesson' as kind, l.id, g.name || ' · ' || b.name as label, l.course_id, l.date::text as date
            from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id join study_group g on g.school_id = c.school_id and g.id = c.group_id
              join subject b on b.school_id = c.school_id and b.id = c.subject_id
            where l.school_id = current_school() and l.id = p.about
            union all
            select 1, 'course', c.id, g.name || ' · ' || b.name, c.id, null from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
              join subject b on b.school_id = c.school_id and b.id = c.subject_id where c.school_id = current_school() and c.id = p.about
            union all
            select 1, 'group', g.id, g.name, null, null from study_group g where g.school_id = current_school() and g.id = p.about
            union all
            select case when q.id = any(${whom}::uuid[]) then -1 else 0 end, 'person', q.id, concat_ws(' ', q.surname, q.given_name), null, null
            from (select p.about as id
                union select c.person_id from account c where c.school_id = current_school() and c.id = p.about
                union select * from subjects_in(o.input)
                union select * from (select x.subject_id from log_subject x where x.school_id = current_school() and x.idx = p.idx
                  order by x.subject_id = any(${whom}::uuid[]) desc nulls last limit 12) x) i
              join person q on q.school_id = current_school() and q.id = i.id
            where q.id <> p.actor_id and not exists (select from lesson l where l.school_id = current_school() and l.id = p.about and l.teacher_id = q.id)) found
          order by rank, label limit 5) few
      ) t on true
    order by p.at desc, p.idx desc nulls first, p.operation_id`)
}

const isMoment = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/

/** The entry in words: who, what, agreed with who it was. */
export const teller =
  (told: Told, veiled: boolean) =>
  ({
    operationId,
    idx,
    at,
    name,
    input,
    actorId,
    actor,
    sex,
    patronymic,
    device,
    address,
    about,
  }: Found): Output<'audit.log'>['entries'][number] => ({
    operationId,
    number: idx === null ? null : idx + 1,
    at,
    name,
    sentence: agree((veiled ? veiledSentence(name) : null) ?? told.of(name, input), sexOf({ sex, patronymic })),
    actor: actor.replaceAll(/[ .]/g, '') === '' ? null : { personId: actorId, name: actor },
    about,
    device,
    address,
  })

/** Which operations are asked for: of a kind, and whose sentence has these words; null when all are. */
function namesOf({ kind, text }: Filter, told: Told): string[] | null {
  const words = searchForm(text ?? '')
  if (!kind && !words) return null
  return told.names.filter(
    (name) =>
      (!kind || kindOfAction(name) === kind) &&
      (!words ||
        searchForm(agree(told.about(name), 'm')).includes(words) ||
        searchForm(agree(told.about(name), 'f')).includes(words)),
  )
}

/** Who is meant; of a session, whose it is. */
async function peopleNamed(tx: ReadTx, { who: text, actorId, sessionId }: Filter): Promise<string[] | null> {
  if (actorId) return [actorId]
  if (sessionId) {
    const rows = await tx.rows<{ id: string }>(sql`
      select a.person_id as id from session s join account a on a.school_id = s.school_id and a.id = s.account_id
      where s.school_id = current_school() and s.id = ${sessionId}`)
    return rows.map(({ id }) => id)
  }
  if (!text?.trim()) return null
  const rows = await tx.rows<{ id: string }>(sql`
    select id from person where school_id = current_school()
      and strpos(search_form(concat_ws(' ', surname, given_name, nullif(patronymic, ''))), search_form(${text.trim()})) > 0 limit 200`)
  return rows.map((row) => row.id)
}

/** People, classes and groups, subjects of classes whose name has this in it. */
async function subjectsNamed(tx: ReadTx, text: string | undefined, id: string | undefined): Promise<string[] | null> {
  if (id) return [id]
  if (!text?.trim()) return null
  const rows = await tx.rows<{ id: string }>(sql`
    (select id from person where school_id = current_school()
      and strpos(search_form(concat_ws(' ', surname, given_name, nullif(patronymic, ''))), search_form(${text.trim()})) > 0 limit 200)
    union all
    (select id from study_group where school_id = current_school() and strpos(search_form(name), search_form(${text.trim()})) > 0 limit 100)
    union all
    (select c.id from course c join subject s on s.school_id = c.school_id and s.id = c.subject_id
      where c.school_id = current_school() and strpos(search_form(s.name), search_form(${text.trim()})) > 0 limit 200)`)
  return rows.map((row) => row.id)
}
