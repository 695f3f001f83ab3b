import * as who from '#domain/access/duties.ts'
import { administrator, holds, homeroomTeacherOf } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { contactKinds, keptContacts } from '#domain/people/rules.ts'
import { personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { historyOf } from './cardHistory.ts'
import { contactsOf } from './cards.ts'

type Card = Output<'people.card'>
type Facts = Card['person'] & { mergedInto: string | null }

const readFullCards = holds('people.read')

export const cardQuery = answer('people.card', {
  load: personById,
  run: async ({ tx, actor, school, today }, { personId }) => {
    const subject = await personById(tx, { personId })
    const facts = await factsOf(tx, personId)
    if (!subject || !facts) return nobody(personId)
    const has = (relations: typeof who.overseePeople | typeof who.readContacts | typeof who.editPeople) =>
      relations.some((relation) => relation(actor, subject, today))
    const leads = homeroomTeacherOf(actor, subject, today)
    const { works } = await tx.one<{ works: boolean }>(sql`
      select exists (select from staff where school_id = current_school() and person_id = ${personId} and coalesce(to_date, 'infinity') >= ${today})
        or exists (select from role_grant where school_id = current_school() and person_id = ${personId} and coalesce(to_date, 'infinity') >= ${today})
        as works`)
    // Who only reads the lists (a nurse, a secretary) sees neither СНИЛС nor the history of a card; nor does a homeroom teacher of a
    // colleague whose child is in the class, and what rights the colleague has is not told either.
    const keeps = has(who.overseePeople) || ((leads || has(who.editPeople)) && !works)
    const kept = leads || has(who.readContacts) ? keptContacts(school.policies) : []
    const [contacts, stays, guardians, children, posts, rest, movements, history] = await Promise.all([
      contactsOf(tx, personId, kept),
      staysOf(tx, personId),
      tiesOf(tx, personId, 'guardians'),
      tiesOf(tx, personId, 'children'),
      tx.rows<Card['positions'][number]>(sql`
        select id as "positionId", position, category, rate, category_on as "categoryOn", category_order as "categoryOrder", from_date as "from", to_date as "to" from staff
        where school_id = current_school() and person_id = ${personId} order by to_date is not null, from_date desc, position, id`),
      accessOf(tx, personId),
      movementsOf(tx, personId),
      keeps ? historyOf(tx, personId, kept) : [],
    ])
    const { mergedInto, ...person } = facts
    return {
      personId,
      person: keeps ? person : { ...person, snils: null },
      mergedInto,
      classes: subject.classes,
      writable: mergedInto === null && (administrator(actor, subject, today) || !works),
      contacts: contactKinds.flatMap((kind) => contacts[kind].map((value) => ({ kind, value }))),
      keeps: kept,
      stays,
      guardians,
      children,
      positions: posts,
      ...(keeps || readFullCards(actor, subject, today) ? rest : { roles: [], account: null }),
      movements,
      history,
    }
  },
})

/** Never leaves the server: who is not there is refused with the subject. */
const nobody = (personId: string): Card => ({
  personId,
  person: { surname: '', givenName: '', patronymic: '', sex: 'f', bornOn: null, snils: null, foreignLanguages: '' },
  mergedInto: null, classes: [], writable: false, contacts: [], keeps: [], stays: [], guardians: [], children: [], positions: [], roles: [], account: null, movements: [], history: [],
}) // biome-ignore format: all of it empty

const factsOf = (tx: ReadTx, personId: string) =>
  tx.maybe<Facts>(sql`
    select surname, given_name as "givenName", patronymic, sex, born_on as "bornOn", snils, foreign_languages as "foreignLanguages",
      merged_into as "mergedInto"
    from person where school_id = current_school() and id = ${personId}`)

const staysOf = (tx: ReadTx, personId: string) =>
  tx.rows<Card['stays'][number]>(sql`
    select g.class_id as "classId", g.name as "groupName", y.name as "schoolYear", e.from_date as "from", e.to_date as "to",
      coalesce((select json_agg(json_build_object('courseId', c.id, 'subject', s.name) order by s.name, c.id) from course c
        join subject s on s.school_id = c.school_id and s.id = c.subject_id
        where c.school_id = g.school_id and c.group_id = g.id and g.kind = 'individual'), '[]') as journals
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
      join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
    where e.school_id = current_school() and e.student_id = ${personId} and not e.cancelled and g.kind in ('class', 'individual')
    order by e.from_date desc, g.name, e.id`)

const tiesOf = (tx: ReadTx, personId: string, side: 'guardians' | 'children') =>
  tx.rows<Card['guardians'][number]>(sql`
    select g.id as "guardianshipId", p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      g.relation, g.lives_with as "livesWith", g.informed, g.from_date as "from", g.to_date as "to"
    from guardian_of g join person p on p.school_id = g.school_id
      and p.id = case ${side} when 'guardians' then g.guardian_id else g.student_id end
    where g.school_id = current_school() and case ${side} when 'guardians' then g.student_id else g.guardian_id end = ${personId}
      and coalesce(g.to_date, 'infinity') >= g.from_date
    order by g.to_date is not null, g.relation <> 'mother', g.relation <> 'father', p.surname, p.given_name, p.id, g.id`)

const accessOf = (tx: ReadTx, personId: string) =>
  tx.one<Pick<Card, 'roles' | 'account'>>(sql`
    select coalesce((select json_agg(json_build_object('role', coalesce(c.name, r.role), 'from', r.from_date, 'to', r.to_date) order by r.from_date desc, r.id)
        from role_grant r left join custom_role c on c.school_id = r.school_id and c.id = r.custom_role_id
        where r.school_id = current_school() and r.person_id = ${personId}), '[]') as roles,
      (select json_build_object('accountId', id, 'login', login, 'blocked', blocked_at is not null)
        from account where school_id = current_school() and person_id = ${personId}) as account`)

const movementsOf = (tx: ReadTx, personId: string) =>
  tx.rows<Card['movements'][number]>(sql`
    select m.kind, m.on_date as "on", m.order_number as "orderNumber", m.order_date as "orderDate", m.reason,
      coalesce(f.name, nullif(m.other_school, ''), '') as "from", coalesce(t.name, case when m.kind = 'depart' then m.other_school end, '') as "to", m.cancelled
    from movement m left join study_group f on f.school_id = m.school_id and f.id = m.from_group_id
      left join study_group t on t.school_id = m.school_id and t.id = m.to_group_id
    where m.school_id = current_school() and m.student_id = ${personId} order by m.on_date desc, m.id desc`)
