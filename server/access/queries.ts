import { mustProtect } from '#domain/access/secondFactor.ts'
import type { Output } from '#domain/operations.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { accountQueries } from './accountQueries.ts'
import { compromisesQuery } from './compromise.ts'
import { alertsOf, doubleUsesQuery } from './doubleUses.ts'
import { gatesOf } from './gates.ts'
import { secondsOf } from './lifetime.ts'
import { rightsQuery } from './rights.ts'
import { rolesQuery } from './rolesQuery.ts'
import { theSchool } from './subjects.ts'
import { supportQuery, ticketsQuery } from './support.ts'
import { urgentQueries } from './urgentQueries.ts'

export const meQuery = answer('access.me', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const [account, gates, alerts, children] = await Promise.all([
      tx.one<{ login: string; welcome: boolean; exercise: boolean }>(sql`
        select a.login, a.welcomed_at is null as welcome, s.exercise from account a join school s on s.school_id = a.school_id
        where a.school_id = current_school() and a.id = ${actor.accountId}`),
      gatesOf(tx, actor, school, today),
      alertsOf(tx, actor, today),
      tx.rows<Output<'access.me'>['children'][number]>(sql`
        select p.id as "studentId", p.given_name || ' ' || p.surname as name, coalesce(g.name, '') as "className"
        from guardian_of r join person p on p.school_id = r.school_id and p.id = r.student_id
          left join lateral (
            select coalesce((select k.name from study_group k where k.school_id = g.school_id and k.id = g.class_id), g.name) as name, g.grade
            from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
            where e.school_id = p.school_id and e.student_id = p.id and g.kind in ('class', 'individual') and not e.cancelled
            order by (e.from_date <= ${today}) desc, e.from_date desc, g.kind, e.id limit 1) g on true
        where r.school_id = current_school() and r.guardian_id = ${actor.personId} and r.informed
          and ${today} between r.from_date and coalesce(r.to_date, 'infinity')
        order by g.grade desc, p.given_name, p.surname, p.id`),
    ])
    return {
      school: { name: school.name, timeZone: school.timeZone, exercise: account.exercise },
      today,
      ...gates,
      ...alerts,
      welcome: account.welcome,
      login: account.login,
      policies: school.policies,
      actor,
      children,
    }
  },
})

export const sessionsQuery = answer('access.sessions', {
  load: theSchool,
  run: async ({ tx, actor, today, now }) => ({
    // One that has run out by itself is as over as one that was ended.
    sessions: await tx.rows<Output<'access.sessions'>['sessions'][number]>(sql`
      select id as "sessionId", device, address, created_at as "createdAt", case when over_at <= ${now}::timestamptz then over_at end as "endedAt",
        coalesce(id = ${actor.sessionId}::uuid, false) as current
      from session cross join lateral (select least(coalesce(ended_at, expires_at),
          created_at + make_interval(secs => ${secondsOf(actor, today)}::int)) as over_at) o
      where school_id = current_school() and account_id = ${actor.accountId} and over_at > ${now}::timestamptz - interval '30 days'
      order by over_at <= ${now}::timestamptz, created_at desc, id desc limit 100`),
  }),
})

export const signInsQuery = answer('access.signIns', {
  load: theSchool,
  run: async ({ tx, actor }) => ({
    tries: await tx.rows<Output<'access.signIns'>['tries'][number]>(sql`
      select t.at, t.purpose, t.success, t.device, t.address, t.known_device as "knownDevice"
      from account a join sign_in_attempt t on t.login = translate(a.login, 'ё', 'е')
      where a.school_id = current_school() and a.id = ${actor.accountId} and t.at > now() - interval '30 days'
      order by t.at desc, t.id desc limit 200`),
  }),
})

export const secondFactorQuery = answer('access.secondFactor', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const [account, passkeys] = await Promise.all([
      tx.one<{ totp_since: string | null; left: number }>(sql`
        select totp_since, (select count(*)::int from recovery_code r
          where r.school_id = a.school_id and r.account_id = a.id and r.used_at is null) as left
        from account a where a.school_id = current_school() and a.id = ${actor.accountId}`),
      tx.rows<Output<'access.secondFactor'>['passkeys'][number]>(sql`
        select id as "passkeyId", name, created_at as "createdAt", last_used_at as "lastUsedAt" from passkey
        where school_id = current_school() and account_id = ${actor.accountId} and not removed order by created_at, id`),
    ])
    const required = mustProtect(actor, school.policies['access.secondFactor'], today)
    return { required, totpSince: account.totp_since, passkeys, recoveryLeft: account.left }
  },
})

export const accessQueries = [
  meQuery, sessionsQuery, signInsQuery, secondFactorQuery, ...accountQueries, rolesQuery, rightsQuery, ...urgentQueries, compromisesQuery,
  doubleUsesQuery, supportQuery, ticketsQuery,
] // biome-ignore format: one glance
