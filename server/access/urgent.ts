import type { Actor, UrgentSubject } from '#domain/access/actor.ts'
import { seesAnyway, whyNoUrgentAccess, whyReasonSaysNothing } from '#domain/access/urgent.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChangeOf } from '#server/platform/history.ts'
import { personById, theSchool } from './subjects.ts'
import { urgentCardOf } from './urgentCard.ts'

type At = { tx: ReadTx; actor: Actor; school: School; today: PlainDate; now: Date }

/** How often this person has opened one within a day, and whether their account has a second factor. */
export async function standingOf({ tx, actor, now }: At): Promise<{ opened: number; isProtected: boolean }> {
  return tx.one<{ opened: number; isProtected: boolean }>(sql`
    select (select count(*)::int from urgent_access u where u.school_id = current_school() and u.holder_id = ${actor.personId}
        and u.opened_at > ${now}::timestamptz - interval '1 day') as opened,
      exists (select from account a where a.school_id = current_school() and a.id = ${actor.accountId} and (a.totp_since is not null
        or exists (select from passkey p where p.school_id = a.school_id and p.account_id = a.id and not p.removed))) as "isProtected"`)
}

/** Refusals: those of `whyNoUrgentAccess`. */
export async function proveUrgentAccess(at: At): Promise<void> {
  const refusal = whyNoUrgentAccess(at.actor, { policies: at.school.policies, ...(await standingOf(at)) }, at.today)
  if (refusal) throw refusal
}

/** The row of the person is held: two at once are counted one after the other. */
export const openUrgentlyCommand = implement('access.openUrgently', {
  load: personById,
  run: async (at, { urgentId, personId, reason }) => {
    const { tx, actor, school, now, today, subject } = at
    const wrong = whyReasonSaysNothing(reason)
    if (wrong) throw wrong
    await tx.rows(sql`select from person where school_id = current_school() and id = ${actor.personId} for no key update`)
    const standing = await tx.maybe(sql`
      select 1 from urgent_access where school_id = current_school() and holder_id = ${actor.personId} and student_id = ${personId}
        and ended_at is null and until_at > ${now}`)
    if (standing) throw new Refusal('access.urgentStands')
    await proveUrgentAccess(at)
    const classId = await classToday(tx, personId, today)
    if (classId === null) throw new Refusal('access.urgentNoPupil')
    if (seesAnyway(actor, subject, today)) throw new Refusal('access.urgentNotNeeded')
    const until = new Date(now.getTime() + school.policies['access.urgentHours'] * 3_600_000)
    await tx.run(sql`
      insert into urgent_access (school_id, id, holder_id, student_id, class_id, reason, opened_at, until_at)
      values (${school.schoolId}, ${urgentId}, ${actor.personId}, ${personId}, ${classId}, ${reason.trim()}, ${now}, ${until})`)
    await tellOf(tx, urgentId, { holderId: actor.personId, classId, today })
    return { untilAt: until.toISOString() }
  },
  announce: () => ['urgent'],
})

/** The class a pupil learns in today; null for whoever learns nowhere. */
async function classToday(tx: ReadTx, studentId: string, today: PlainDate): Promise<string | null> {
  const row = await tx.maybe<{ classId: string }>(sql`
    select coalesce(g.class_id, g.id) as "classId" from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
    where e.school_id = current_school() and e.student_id = ${studentId} and not e.cancelled and g.kind in ('class', 'individual')
      and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity') order by g.kind, e.from_date desc, e.id limit 1`)
  return row?.classId ?? null
}

async function tellOf(tx: Tx, urgentId: string, about: { holderId: string; classId: string; today: PlainDate }): Promise<void> {
  const { holderId, classId, today } = about
  await tx.run(sql`
    insert into urgent_told (school_id, urgent_id, person_id)
    select current_school(), ${urgentId}, person_id from (
      select r.person_id from role_grant r where r.school_id = current_school() and r.role in ('head', 'administrator')
        and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      union
      select h.teacher_id from homeroom h where h.school_id = current_school() and h.class_id = ${classId}
        and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity')) told
    where person_id <> ${holderId}`)
}

/** The access by its id, with whose it is; null when there is none. */
export async function urgentById(tx: ReadTx, { urgentId }: { urgentId: string }): Promise<UrgentSubject | null> {
  const row = await tx.maybe<{ personId: string; studentId: string }>(sql`
    select holder_id as "personId", student_id as "studentId" from urgent_access where school_id = current_school() and id = ${urgentId}`)
  return row && { kind: 'urgent', urgentId, ...row }
}

/** Held to its end, so that nobody looks while it is being ended. Refusal: access.urgentEnded. */
const held = async (tx: Tx, urgentId: string, now: Date): Promise<{ studentId: string; untilAt: string }> => {
  const row = await tx.maybe<{ studentId: string; untilAt: string }>(sql`
    select student_id as "studentId", until_at as "untilAt" from urgent_access
    where school_id = current_school() and id = ${urgentId} and ended_at is null and until_at > ${now} for update`)
  if (!row) throw new Refusal('access.urgentEnded')
  return row
}

/** Switched off meanwhile, nobody looks any more, whoever has one open. */
export const lookUrgentlyCommand = implement('access.lookUrgently', {
  load: urgentById,
  run: async ({ tx, school, now, today }, { urgentId }) => {
    const { studentId, untilAt } = await held(tx, urgentId, now)
    if (school.policies['access.urgent'] === 'off') throw new Refusal('access.urgentOff')
    await tx.run(sql`insert into urgent_look (school_id, urgent_id, at) values (${school.schoolId}, ${urgentId}, ${now})`)
    const card = await urgentCardOf(tx, studentId, { today, policies: school.policies })
    return { ...card, untilAt, secondsLeft: Math.floor((Date.parse(untilAt) - now.getTime()) / 1_000) }
  },
  announce: () => ['urgent'],
})

export const endUrgentCommand = implement('access.endUrgent', {
  load: urgentById,
  run: async ({ tx, actor, now }, { urgentId }) => {
    await held(tx, urgentId, now)
    await tx.run(sql`
      update urgent_access set ended_at = ${now}, ended_by = ${actor.personId} where school_id = current_school() and id = ${urgentId}`)
    return {}
  },
  announce: (subject) => ['urgent', `person:${subject.personId}`],
})

export const judgeUrgentCommand = implement('access.judgeUrgent', {
  load: urgentById,
  run: async ({ tx, actor, now, subject }, { urgentId, justified, remark, expected }) => {
    if (subject.personId === actor.personId) throw new Refusal('access.ownUrgent')
    if (!justified && remark.trim() === '') throw new Refusal('access.remarkNeeded')
    const { known } = await tx.one<{ known: boolean | null }>(sql`
      select justified as known from urgent_access where school_id = current_school() and id = ${urgentId} for update`)
    if (known !== expected) throw new Refusal('access.changedMeanwhile', await lastChangeOf(tx, urgentId, 'justified'))
    await tx.run(sql`
      update urgent_access set justified = ${justified}, judged_by = ${actor.personId}, judged_at = ${now}, remark = ${remark.trim()}
      where school_id = current_school() and id = ${urgentId}`)
    return {}
  },
  announce: () => ['urgent'],
})

/** Says that somebody has seen all they were told of. */
export const seeUrgentNotices = (tx: Tx, personId: string, now: Date): Promise<number> =>
  tx.run(sql`
    update urgent_told set read_at = ${now} where school_id = current_school() and person_id = ${personId} and read_at is null`)

export const seeUrgentCommand = implement('access.seeUrgent', {
  load: theSchool,
  run: async ({ tx, actor, now }) => {
    await seeUrgentNotices(tx, actor.personId, now)
    return {}
  },
  announce: (_school, _input, actor) => [`notices:${actor.personId}`],
})

export const urgentCommands = [openUrgentlyCommand, lookUrgentlyCommand, endUrgentCommand, judgeUrgentCommand, seeUrgentCommand]
