import type { AccountSubject, Actor } from '#domain/access/actor.ts'
import { administrator, head } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { endSessions } from './sessions.ts'
import { theSchool } from './subjects.ts'

type Alerts = Pick<Output<'access.me'>, 'doubleUse' | 'rescues'>

/** What a person is told above every page until they answer. One statement: everybody asks it. */
export async function alertsOf(tx: ReadTx, actor: Actor, today: PlainDate): Promise<Alerts> {
  const school = { kind: 'school' } as const
  const overseer = head(actor, school, today) || administrator(actor, school, today)
  const row = await tx.one<{ double_use: Alerts['doubleUse']; rescues: Alerts['rescues'] }>(sql`
    select (select json_build_object('doubleUseId', d.id, 'kind', d.kind, 'at', d.last_at, 'places',
          (select json_agg(json_build_object('device', p.device, 'address', p.address, 'at', p.at,
              'current', coalesce(p.session_id = ${actor.sessionId}::uuid, false)) order by p.at desc, p.id)
            from double_use_place p where p.school_id = d.school_id and p.double_use_id = d.id))
        from double_use d where d.school_id = current_school() and d.account_id = ${actor.accountId} and d.answer is null and d.settled_at is null) as double_use,
      case when ${overseer}::boolean then (select json_agg(json_build_object('rescueId', r.id, 'at', r.at, 'machine', r.machine,
            'name', concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, ''))) order by r.at desc, r.id)
          from rescue r join account a on a.school_id = r.school_id and a.id = r.account_id
            join person p on p.school_id = a.school_id and p.id = a.person_id
          where r.school_id = current_school() and not exists (select from rescue_seen s
            where s.school_id = r.school_id and s.rescue_id = r.id and s.person_id = ${actor.personId})) end as rescues`)
  return { doubleUse: row.double_use, rescues: row.rescues ?? [] }
}

export const answerDoubleUseCommand = implement('access.answerDoubleUse', {
  load: doubleUseById,
  run: async ({ tx, actor, now }, { doubleUseId, answer }) => {
    const answered = await tx.run(sql`
      update double_use set answer = ${answer}, answered_at = ${now},
        answered_on = coalesce((select device from session where school_id = current_school() and id = ${actor.sessionId}::uuid), '')
      where school_id = current_school() and id = ${doubleUseId} and answer is null and settled_at is null`)
    if (answered === 0) throw new Refusal('access.doubleUseAnswered')
    if (answer === 'notMine') await endSessions(tx, actor.accountId, now, actor.sessionId)
    return {}
  },
  announce: (subject) => [`person:${subject.personId}`, `notices:${subject.personId}`],
})

export const settleDoubleUseCommand = implement('access.settleDoubleUse', {
  load: theSchool,
  run: async ({ tx, actor, now }, { doubleUseId, note, expected }) => {
    const stands = await tx.maybe<{ settled: boolean; note: string }>(sql`
      select settled_at is not null as settled, note from double_use
      where school_id = current_school() and id = ${doubleUseId} for no key update`)
    if (!stands) throw new Refusal('access.denied')
    if (stands.settled !== expected.settled || stands.note !== expected.note)
      throw new Refusal('access.changedMeanwhile', await lastChange(tx, doubleUseId))
    await tx.run(sql`
      update double_use set settled_at = ${now}, settled_by = ${actor.personId}, note = ${note.trim()}
      where school_id = current_school() and id = ${doubleUseId}`)
    return {}
  },
  announce: () => [],
})

export const seeRescuesCommand = implement('access.seeRescues', {
  load: theSchool,
  run: async ({ tx, actor, school, now }, { rescueIds }) => {
    const { strange } = await tx.one<{ strange: number }>(sql`
      select count(*)::int as strange from unnest(${rescueIds}::uuid[]) i (id)
      where not exists (select from rescue r where r.school_id = current_school() and r.id = i.id)`)
    if (strange > 0) throw new Refusal('access.denied')
    await tx.run(sql`
      insert into rescue_seen (school_id, rescue_id, person_id, at)
      select ${school.schoolId}, r.id, ${actor.personId}::uuid, ${now}::timestamptz from rescue r
      where r.school_id = current_school() and r.id = any(${rescueIds}::uuid[])
      on conflict (school_id, rescue_id, person_id) do nothing`)
    return {}
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const doubleUsesQuery = answer('access.doubleUses', {
  load: theSchool,
  run: async ({ tx, today }) => ({
    doubleUses: await tx.rows<Output<'access.doubleUses'>['doubleUses'][number]>(sql`
      with found as materialized (
        select * from double_use where school_id = current_school() order by noticed_at desc, id desc limit 500
      )
      select d.id as "doubleUseId", a.person_id as "personId", a.id as "accountId",
        concat_ws(' ', o.surname, o.given_name, nullif(o.patronymic, '')) as name, coalesce(k.kind, 'staff') as person, coalesce(k.detail, '') as detail,
        a.login, d.kind, d.noticed_at as "noticedAt", d.last_at as "lastAt",
        (select coalesce(json_agg(json_build_object('device', p.device, 'address', p.address, 'at', p.at) order by p.at desc, p.id), '[]')
          from double_use_place p where p.school_id = d.school_id and p.double_use_id = d.id) as places,
        d.answer, d.answered_at as "answeredAt", d.answered_on as "answeredOn", d.settled_at as "settledAt", d.note,
        coalesce((select concat_ws(' ', b.surname, b.given_name, nullif(b.patronymic, '')) from person b
          where b.school_id = d.school_id and b.id = d.settled_by), '') as "settledBy",
        a.blocked_at is not null or a.ended_at is not null as shut
      from found d join account a on a.school_id = d.school_id and a.id = d.account_id
        join person o on o.school_id = a.school_id and o.id = a.person_id
        left join known_people(${today}) k on k.person_id = a.person_id -- a card merged into another is known no more
      order by d.noticed_at desc, d.id desc`),
  }),
})

async function doubleUseById(tx: ReadTx, { doubleUseId }: { doubleUseId: string }): Promise<AccountSubject | null> {
  const row = await tx.maybe<{ account_id: string; person_id: string }>(sql`
    select a.id as account_id, a.person_id from double_use d join account a on a.school_id = d.school_id and a.id = d.account_id
    where d.school_id = current_school() and d.id = ${doubleUseId}`)
  return row && { kind: 'account', accountId: row.account_id, personId: row.person_id }
}

export const doubleUseCommands = [answerDoubleUseCommand, settleDoubleUseCommand, seeRescuesCommand]
