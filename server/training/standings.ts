import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { monthsOf, obligatoryTopics, standingOf } from '#domain/training/rules.ts'
import { loadSchool } from '#server/access/actor.ts'
import { theSchool } from '#server/access/subjects.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, type ReadTx, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { bells } from './invitations.ts'

type Person = Output<'training.standings'>['people'][number]

/** Everybody who works here and may open the journal, with when they were instructed last, in person or by the materials. */
const obliged = (tx: ReadTx, today: PlainDate): Promise<Person[]> =>
  tx.rows<Person>(sql`
    with done as materialized (
      select i.person_id, t.topic, max(case when i.presence = 'present' then t.on_date else i.acquainted_on end) as on_date
      from training t join training_person i on i.school_id = t.school_id and i.training_id = t.id and not i.removed
      where t.school_id = current_school() and not t.cancelled and t.topic <> 'other' and (i.presence = 'present' or i.acquainted_on is not null)
      group by i.person_id, t.topic
    )
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, coalesce(s.position, '') as position,
      (select d.on_date from done d where d.person_id = p.id and d.topic = 'personalData') as "personalData",
      (select d.on_date from done d where d.person_id = p.id and d.topic = 'journal') as journal
    from person p join account a on a.school_id = p.school_id and a.person_id = p.id and a.ended_at is null
      left join lateral (select string_agg(distinct s.position, ', ') as position from staff s
        where s.school_id = p.school_id and s.person_id = p.id and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')) s on true
    where p.school_id = current_school() and p.merged_into is null and (s.position is not null
      or not exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id) and exists (select from role_grant r
        where r.school_id = p.school_id and r.person_id = p.id and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')))
    order by p.surname, p.given_name, p.patronymic, p.id`)

export const standingsQuery = answer('training.standings', {
  load: theSchool,
  run: async ({ tx, today }) => ({ people: await obliged(tx, today) }),
})

export const remindCommand = implement('training.remind', {
  load: theSchool,
  run: async ({ tx, today, now }, { topic, people }) => {
    const { strange } = await tx.one<{ strange: number }>(sql`
      select count(*)::int as strange from unnest(${people}::uuid[]) i (id)
      where not exists (select from person p where p.school_id = current_school() and p.id = i.id)`)
    if (strange > 0) throw new Refusal('access.denied')
    const asked = (await obliged(tx, today)).map(({ personId }) => personId).filter((personId) => people.includes(personId))
    const told = await tx.rows(sql`
      insert into training_notice (school_id, person_id, topic, at)
      select current_school(), a.id, ${topic}, ${now}::timestamptz from unnest(${asked}::uuid[]) a (id)
      where not exists (select from training_notice n where n.school_id = current_school() and n.person_id = a.id and n.topic = ${topic}
        and n.training_id is null and n.at > ${now}::timestamptz - interval '20 hours')
      returning 1`)
    return { reminded: told.length }
  },
  announce: (_subject, { people }) => ['school', ...bells(people)],
})

const MOST_DAYS = 1_830 // five years

export const registerQuery = answer('training.register', {
  load: theSchool,
  run: async ({ tx }, { from, to, topic = null }) => {
    if (to < from || (Date.parse(to) - Date.parse(from)) / 86_400_000 > MOST_DAYS)
      throw new Refusal('input.wrong', { field: 'to' })
    return {
      lines: await tx.rows<Output<'training.register'>['lines'][number]>(sql`
        select d.on, t.title, t.topic, coalesce(concat_ws(' ', l.surname, l.given_name, nullif(l.patronymic, '')), '') as leader,
          concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
          coalesce((select string_agg(distinct s.position, ', ') from staff s where s.school_id = p.school_id and s.person_id = p.id
            and d.on between s.from_date and coalesce(s.to_date, 'infinity')), '') as position,
          case when i.presence = 'present' then 'present' else 'acquainted' end as way
        from training t join training_person i on i.school_id = t.school_id and i.training_id = t.id and not i.removed
          cross join lateral (select case when i.presence = 'present' then t.on_date else i.acquainted_on end as on) d
          join person p on p.school_id = i.school_id and p.id = i.person_id
          left join person l on l.school_id = t.school_id and l.id = t.leader_id
        where t.school_id = current_school() and not t.cancelled and d.on between ${from} and ${to} and (${topic}::text is null or t.topic = ${topic})
        order by d.on, t.starts_at, t.id, p.surname, p.given_name, p.patronymic, p.id`),
    }
  },
})

const QUIET_DAYS = 30

/**
 * Tells whose instruction has ended, or ends within a month, and who missed one that was held: at most once in thirty days of each topic.
 * Who was never asked to come anywhere is the school's to invite. Returns how many were told.
 */
export async function remindOfTerms(
  db: Db,
  clock: Clock,
  { schoolId, timeZone }: { schoolId: number; timeZone: string },
): Promise<number> {
  const today = clock.today(timeZone)
  return db.write(schoolId, crypto.randomUUID(), async (tx) => {
    const school: School = await loadSchool(tx, schoolId)
    const people = await obliged(tx, today)
    const missed = await tx.rows<{ personId: string; topic: string }>(sql`
      select distinct i.person_id as "personId", t.topic from training t
        join training_person i on i.school_id = t.school_id and i.training_id = t.id and not i.removed and i.presence = 'absent' and i.acquainted_on is null
      where t.school_id = current_school() and not t.cancelled and t.on_date < ${today}`)
    let told = 0
    for (const topic of obligatoryTopics) {
      const absent = new Set(missed.filter((one) => one.topic === topic).map(({ personId }) => personId))
      const late = people.filter((person) => {
        const standing = standingOf(person[topic], monthsOf(topic, school.policies), today)
        return standing === 'missing' ? absent.has(person.personId) : standing !== 'done'
      })
      told += await tx.run(sql`
        insert into training_notice (school_id, person_id, topic, at)
        select current_school(), p, ${topic}, ${clock.now()} from unnest(${late.map(({ personId }) => personId)}::uuid[]) p
        where not exists (select from training_notice n where n.school_id = current_school() and n.person_id = p and n.topic = ${topic}
          and n.training_id is null and n.at > ${clock.now()}::timestamptz - make_interval(days => ${QUIET_DAYS}))`)
    }
    return told
  })
}
