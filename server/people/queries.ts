import type { Output } from '#domain/operations.ts'
import { fullName, type PersonName } from '#domain/people/names.ts'
import { linesOf, type Proposal } from '#domain/people/requests.ts'
import { type ContactKind, contactKinds, keptContacts } from '#domain/people/rules.ts'
import { snilsDigits } from '#domain/people/snils.ts'
import { dueOn } from '#domain/people/terms.ts'
import { dayIn, isWithin } from '#domain/platform/dates.ts'
import type { School } from '#domain/school/policies.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { cardQuery } from './card.ts'
import { checksQuery, classChecksQuery } from './classData.ts'
import { contactClassesQuery } from './contacts.ts'
import { leftContactsQuery } from './eraseContacts.ts'
import { familyChecksQuery } from './family.ts'
import { listQuery, ofClassQuery } from './lists.ts'
import { editableQuery } from './many.ts'
import { holidaysOf } from './requestTerms.ts'
import { runsQuery } from './runs.ts'
import { findSimilar } from './similar.ts'

export const similarQuery = answer('people.similar', {
  load: theSchool,
  run: async ({ tx, today }, { surname, givenName, patronymic = '', bornOn = null, snils = '' }) => {
    const matches = await findSimilar(tx, [{ surname, givenName, patronymic, bornOn, snils: snilsDigits(snils) }])
    const abouts = await tx.rows<{ id: string; about: string }>(sql`
      select p.id, concat_ws(', ',
        (select string_agg(distinct g.name, ', ') from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind = 'class'
          where e.school_id = p.school_id and e.student_id = p.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')),
        (select string_agg(distinct s.position, ', ') from staff s where s.school_id = p.school_id and s.person_id = p.id
          and ${today} between s.from_date and coalesce(s.to_date, 'infinity')),
        (select string_agg(distinct c.given_name || ' ' || c.surname, ', ') from guardian_of r join person c on c.school_id = r.school_id and c.id = r.student_id
          where r.school_id = p.school_id and r.guardian_id = p.id and ${today} between r.from_date and coalesce(r.to_date, 'infinity'))) as about
      from person p where p.school_id = current_school() and p.id = any(${matches.map((match) => match.personId)}::uuid[])`)
    const aboutOf = new Map(abouts.map(({ id, about }) => [id, about]))
    return {
      similar: matches.map((match) => ({
        personId: match.personId,
        name: fullName(match),
        bornOn: match.bornOn,
        about: aboutOf.get(match.personId) ?? '',
        certainty: match.certainty,
      })),
    }
  },
})

/** In the October campaign every third family may have something to say. */
const MOST = 1_000

type RequestRow = Omit<Output<'people.requests'>['requests'][number], 'name' | 'changes' | 'dueOn'> & {
  byFamily: boolean
  name: string | null
  proposal: Proposal
}

/** Requests in one state (`author`: of one author, in any), with what they ask in lines. */
async function requestsOf(
  tx: ReadTx,
  { author, state, school }: { author: string | null; state: 'open' | 'decided' | null; school: School },
) {
  const [rows, holidays] = await Promise.all([
    tx.rows<RequestRow>(sql`
    select r.id as "requestId", r.kind, r.person_id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      r.class_id as "classId", coalesce(g.name, '') as "className", concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')) as author,
      r.proposed as proposal, r.comment, r.state, r.answer, coalesce(concat_ws(' ', d.surname, d.given_name, nullif(d.patronymic, '')), '') as "decidedBy",
      r.asked_at as "askedAt", r.decided_at as "decidedAt", r.author_id = r.person_id or exists (select from guardian_of f
        where f.school_id = r.school_id and f.guardian_id = r.author_id and f.student_id = r.person_id) as "byFamily"
    from change_request r left join person p on p.school_id = r.school_id and p.id = r.person_id
      join person a on a.school_id = r.school_id and a.id = r.author_id
      left join person d on d.school_id = r.school_id and d.id = r.decided_by
      left join study_group g on g.school_id = r.school_id and g.id = coalesce(r.class_id, (
        select k.class_id from enrolment e join study_group k on k.school_id = e.school_id and k.id = e.group_id and k.kind in ('class', 'individual')
        where e.school_id = r.school_id and e.student_id = r.person_id order by e.from_date desc, e.id desc limit 1))
    where r.school_id = current_school() and (${author}::uuid is null or r.author_id = ${author}::uuid)
      and case ${state}::text when 'open' then r.state = 'open' when 'decided' then r.state <> 'open' else true end
    order by case when r.state = 'open' then r.asked_at end, r.asked_at desc, r.id desc limit ${MOST}`),
    holidaysOf(tx),
  ])
  const kept = keptContacts(school.policies)
  return rows.map(({ proposal, name, byFamily, ...request }) => ({
    ...request,
    dueOn:
      request.state === 'open'
        ? dueOn(request.kind, dayIn(school.timeZone, new Date(request.askedAt)), byFamily, holidays)
        : null,
    name: name || (request.kind === 'arrived' ? fullName(proposal.person as PersonName) : ''),
    changes: linesOf(proposal, kept),
  }))
}

export const requestsQuery = answer('people.requests', {
  load: theSchool,
  run: async ({ tx, school }, { state = 'open' }) => ({
    requests: await requestsOf(tx, { author: null, state, school }),
  }),
})

type Mine = Output<'people.me'>['people'][number]

export const meQuery = answer('people.me', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const kept = keptContacts(school.policies)
    const children = actor.children.filter(({ from, to }) => isWithin(today, from, to)).map(({ studentId }) => studentId)
    const [rows, contacts, requests] = await Promise.all([
      tx.rows<Mine>(sql`
        select p.id as "personId", p.id = ${actor.personId} as own, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
          json_build_object('surname', p.surname, 'givenName', p.given_name, 'patronymic', p.patronymic, 'sex', p.sex, 'bornOn', p.born_on,
            'snils', p.snils, 'foreignLanguages', p.foreign_languages) as person,
          coalesce((select string_agg(distinct g.name, ', ') from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind = 'class'
            where e.school_id = p.school_id and e.student_id = p.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')), '') as "className",
          coalesce((select json_agg(json_build_object('name', concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')), 'relation', r.relation,
              'livesWith', r.lives_with, 'informed', r.informed) order by a.surname, a.given_name, a.id)
            from guardian_of r join person a on a.school_id = r.school_id and a.id = r.guardian_id
            where r.school_id = p.school_id and r.student_id = p.id and ${today} between r.from_date and coalesce(r.to_date, 'infinity')), '[]') as guardians
        from person p where p.school_id = current_school() and p.id = any(${[actor.personId, ...children]}::uuid[])
        order by own desc, p.born_on, p.given_name, p.id`),
      tx.rows<{ personId: string; kind: ContactKind; value: string }>(sql`
        select person_id as "personId", kind, value from contact where school_id = current_school() and not removed
          and person_id = any(${[actor.personId, ...children]}::uuid[]) and kind = any(${[...kept]}::text[]) order by id`),
      requestsOf(tx, { author: actor.personId, state: null, school }),
    ])
    const inOrder = contacts.sort((a, b) => contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind))
    return {
      keeps: kept,
      people: rows.map((row) => ({
        ...row,
        contacts: inOrder.filter(({ personId }) => personId === row.personId).map(({ kind, value }) => ({ kind, value })),
      })),
      requests,
    }
  },
})

export const peopleQueries = [
  listQuery, ofClassQuery, cardQuery, similarQuery, requestsQuery, checksQuery, classChecksQuery, meQuery, contactClassesQuery, leftContactsQuery,
  editableQuery, runsQuery, familyChecksQuery,
] // biome-ignore format: one glance
