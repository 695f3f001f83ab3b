import type { Actor } from '#domain/access/actor.ts'
import { administrator } from '#domain/access/relations.ts'
import { whyPasswordIsWeak } from '#domain/access/rules.ts'
import type { Output } from '#domain/operations.ts'
import { dayIn, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { type By, freeLogins, newSecrets, noteIssued, type Secret } from './issued.ts'
import { hashPassword } from './passwords.ts'
import { endSessions, hashToken } from './sessions.ts'
import { accountById, classById, theSchool } from './subjects.ts'

type Issued = Output<'access.createAccounts'>['issued']
type Person = {
  personId: string
  name: string
  surname: string
  givenName: string
  patronymic: string
  kind: 'staff' | 'student' | 'guardian'
  detail: string
  accountId: string | null
  login: string | null
  ended: boolean
  inClass: boolean
  /** A pupil of the class who is no guardian elsewhere, or a guardian of one whom not only the caller has named so. */
  own: boolean
}
type At = { tx: Tx; actor: Actor; school: School; now: Date; today: PlainDate }

const secretsFor = ({ school }: { school: School }, { personIds, by }: { personIds: readonly string[]; by: By }) =>
  newSecrets(new Set(personIds).size, school.schoolId, by)

export const createAccountsCommand = implement('access.createAccounts', {
  load: theSchool,
  before: secretsFor,
  run: async ({ ready, ...at }, { personIds }) => {
    const people = await issuableOf(at, personIds)
    const without = people.filter(({ accountId }) => accountId === null)
    return { issued: await issueTo(at, without, ready) }
  },
  announce: () => [],
})

export const createAccountCommand = implement('access.createAccount', {
  load: theSchool,
  before: ({ school }) => newSecrets(1, school.schoolId, 'password'),
  run: async ({ ready, ...at }, { personId }) => {
    const people = await issuableOf(at, [personId])
    if (people[0]!.accountId) throw new Refusal('access.hasAccount')
    const [made] = await issueTo(at, people, ready)
    return { accountId: made!.accountId, login: made!.login, password: made!.password! }
  },
  announce: () => [],
})

export const reissueCommand = implement('access.reissue', {
  load: theSchool,
  before: secretsFor,
  run: async ({ ready, ...at }, { personIds }) => {
    const people = await issuableOf(at, personIds)
    if (people.some(({ accountId }) => accountId === null)) throw new Refusal('access.noAccount')
    return { issued: await issueTo(at, people, ready) }
  },
  announce: (_school, { personIds }) => personIds.map((personId) => `person:${personId}`),
})

export const resetPasswordCommand = implement('access.resetPassword', {
  load: accountById,
  before: ({ school }) => newSecrets(1, school.schoolId, 'password'),
  run: async ({ ready, subject, ...at }) => {
    const [made] = await issueTo(at, await issuableOf(at, [subject.personId]), ready)
    return { login: made!.login, password: made!.password! }
  },
  announce: (subject) => [`person:${subject.personId}`],
})

/**
 * Of who works at the school or learns in another class, the account opens more than the own class: theirs is not the homeroom teacher's
 * to issue. Nor is that of a known person whom the teacher alone has tied to a pupil: anybody's password could be had so.
 */
export const issueInClassCommand = implement('access.issueInClass', {
  load: classById,
  before: secretsFor,
  run: async ({ ready, subject, ...at }, { personIds }) => {
    const { actor, school, today } = at
    const administers = administrator(actor, { kind: 'school' }, today)
    if (!administers && !school.policies['access.homeroomIssues']) throw new Refusal('access.issuedByAdministrator')
    if (!administers && !school.policies['access.homeroomIssuesAhead']) await refuseAhead(at, subject.classId)
    const people = await peopleOf(at, personIds, subject.classId)
    if (!people.every(({ inClass }) => inClass)) throw new Refusal('access.denied')
    if (!administers && people.some(({ kind }) => kind === 'staff')) throw new Refusal('access.staffByAdministrator')
    if (!administers && people.some(({ own }) => !own)) throw new Refusal('access.strangerByAdministrator')
    return { issued: await issueTo(at, people, ready) }
  },
  announce: (_subject, { personIds }) => personIds.map((personId) => `person:${personId}`),
})

/**
 * The class is prepared in summer, but its pupils are still in other hands: passwords come with the day from which the caller leads it.
 * Refusal: access.issuedFromDay (from).
 */
async function refuseAhead({ tx, actor, today }: At, classId: string): Promise<void> {
  const { leads, ahead } = await tx.one<{ leads: boolean; ahead: PlainDate | null }>(sql`
    select coalesce(bool_or(from_date <= ${today}), false) as leads, min(from_date) filter (where from_date > ${today}) as ahead
    from homeroom where school_id = current_school() and class_id = ${classId} and teacher_id = ${actor.personId}`)
  if (!leads && ahead !== null) throw new Refusal('access.issuedFromDay', { from: ahead })
}

/** The token is looked at once more in the transaction: of two at once one is told that it has been used. */
export const activateCommand = implement('access.activate', {
  load: theSchool,
  before: async ({ db, actor, school }, { token, password }) => {
    const { login } = await db.read(school.schoolId, (tx) =>
      tx.one<{ login: string }>(sql`select login from account where school_id = current_school() and id = ${actor.accountId}`),
    )
    const weak = whyPasswordIsWeak(password, { login, surname: actor.name.surname })
    if (weak) throw weak
    return { login, tokenHash: hashToken(token), hash: await hashPassword(password) }
  },
  run: async ({ tx, actor, now, ready }) => {
    const used = await tx.run(sql`
      update credential_issue set used_at = ${now}
      where school_id = current_school() and account_id = ${actor.accountId} and token_hash = ${ready.tokenHash}
        and used_at is null and expires_at > ${now}`)
    if (used === 0) throw new Refusal('access.linkExpired')
    await tx.run(sql`
      update account set password_hash = ${ready.hash}, must_change_password = false
      where school_id = current_school() and id = ${actor.accountId}`)
    await endSessions(tx, actor.accountId, now, null)
    return { login: ready.login }
  },
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

/** The people, of whom colleagues are the administrator's alone: their account opens what it opens. Refusal: access.staffByAdministrator. */
async function issuableOf(at: At, personIds: readonly string[]): Promise<Person[]> {
  const people = await peopleOf(at, personIds, null)
  if (people.some(({ kind }) => kind === 'staff') && !administrator(at.actor, { kind: 'school' }, at.today))
    throw new Refusal('access.staffByAdministrator')
  return people
}

/** The people with what they are to the school, and to the class when one is named. Refusal: access.denied when one of them is not here. */
async function peopleOf({ tx, actor, today }: At, personIds: readonly string[], classId: string | null): Promise<Person[]> {
  const ids = [...new Set(personIds)]
  const people = await tx.rows<Person>(sql`
    with pupils as materialized (
      select e.student_id from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
      where g.school_id = current_school() and g.class_id = ${classId}::uuid and g.kind in ('class', 'individual')
        and ${today}::date <= coalesce(e.to_date, 'infinity')
    ), tie as materialized (
      select r.guardian_id, exists (select from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
        where c.school_id = r.school_id and c.row_id = r.id and o.actor_id = ${actor.personId} and (o.name = 'people.endGuardian'
          or o.name in ('people.addGuardian', 'people.create') and not exists (select from change n where n.school_id = c.school_id and n.row_id = r.guardian_id
            and n.operation_id = o.id and n.before is null))) as by_caller
      from guardian_of r where r.school_id = current_school() and r.guardian_id = any(${ids}::uuid[])
        and r.student_id in (select student_id from pupils) and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
    )
    select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name, k.surname,
      k.given_name as "givenName", k.patronymic, coalesce(k.kind, 'staff') as kind, coalesce(k.detail, '') as detail,
      a.id as "accountId", a.login, a.ended_at is not null as ended,
      k.person_id in (select student_id from pupils) or k.person_id in (select guardian_id from tie) as "inClass",
      k.person_id in (select student_id from pupils) and not exists (select from guardian_of r where r.school_id = current_school()
          and r.guardian_id = k.person_id and r.informed and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
          and r.student_id not in (select student_id from pupils))
        or (k.kind = 'guardian' and k.person_id in (select guardian_id from tie where not by_caller)) as own
    from known_people(${today}) k left join account a on a.school_id = current_school() and a.person_id = k.person_id
    where k.person_id = any(${ids}::uuid[]) order by k.surname collate russian, k.given_name collate russian, k.person_id`)
  if (people.length !== ids.length) throw new Refusal('access.denied')
  return people
}

/** Makes the accounts that are missing, replaces the passwords of the others, and writes it all into the register. Refusal: access.ended. */
async function issueTo({ tx, actor, school, now }: At, people: readonly Person[], secrets: readonly Secret[]): Promise<Issued> {
  if (people.some(({ ended }) => ended)) throw new Refusal('access.ended')
  const given = people.map((person, i) => ({ ...person, secret: secrets[i]! }))
  const fresh = given.filter(({ accountId }) => accountId === null)
  const logins = fresh.length > 0 ? await freeLogins(tx, fresh) : []
  const made = await tx.rows<{ id: string; person_id: string; login: string }>(sql`
    insert into account (school_id, person_id, login, password_hash)
    select ${school.schoolId}, n.person_id, n.login, n.hash
    from unnest(${fresh.map(({ personId }) => personId)}::uuid[], ${logins}::text[], ${fresh.map(({ secret }) => secret.hash)}::text[])
      n (person_id, login, hash)
    returning id, person_id, login`)
  const old = given.filter(({ accountId }) => accountId !== null)
  const oldIds = old.map(({ accountId }) => accountId)
  await tx.run(sql`
    update account a set password_hash = n.hash, must_change_password = true
    from unnest(${oldIds}::uuid[], ${old.map(({ secret }) => secret.hash)}::text[]) n (id, hash)
    where a.school_id = current_school() and a.id = n.id`)
  await tx.run(sql`
    update session set ended_at = ${now}
    where school_id = current_school() and account_id = any(${oldIds}::uuid[]) and ended_at is null`)
  const accountOf = new Map(made.map(({ id, person_id, login }) => [person_id, { id, login }]))
  const rows = given.map(({ secret, personId, accountId, login, name, kind, detail }) => {
    const account = accountId ? { id: accountId, login: login! } : accountOf.get(personId)!
    return { personId, accountId: account.id, name, kind, detail, login: account.login, ...secret }
  })
  const expires = await noteIssued(tx, { schoolId: school.schoolId, issuedBy: actor.personId, now }, rows)
  const expiresOn = expires && dayIn(school.timeZone, expires)
  return rows.map(({ hash: _, ...row }) => ({ ...row, expiresOn: row.token ? expiresOn : null }))
}

export const issueCommands = [
  createAccountsCommand, createAccountCommand, reissueCommand, resetPasswordCommand, issueInClassCommand, activateCommand,
] // biome-ignore format: one glance
