import { administrator } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { classById, theSchool } from './subjects.ts'

const PAGE = 50

/**
 * Names are spelt out for the search only when somebody searches, and the sign-ins of all are gone through only when they are the order:
 * what stands beside a name is looked up for the fifty that are shown.
 */
export const accountsQuery = answer('access.accounts', {
  load: theSchool,
  run: async ({ tx, actor, today }, { search = '', kind, order = 'name', offset = 0 }) => {
    // Accounts of colleagues are nobody's business but the administrator's.
    const administers = administrator(actor, { kind: 'school' }, today)
    const pattern = search.trim() ? `%${searchForm(search).replace(/[\\%_]/g, '\\$&')}%` : null
    const people = await tx.rows<Output<'access.accounts'>['people'][number] & { total: number }>(sql`
      with found as materialized (
        select k.person_id, k.surname, k.given_name, k.patronymic, k.kind, k.detail, a.id as account_id, a.login, a.must_change_password,
          a.blocked_at, a.ended_at, a.totp_since
        from known_people(${today}) k left join account a on a.school_id = current_school() and a.person_id = k.person_id
        where k.kind is not null and (${administers} or k.kind <> 'staff') and k.kind = coalesce(${kind ?? null}, k.kind) and (${pattern}::text is null
          or search_form(concat_ws(' ', k.surname, k.given_name, k.patronymic)) like ${pattern} or translate(a.login, 'ё', 'е') like ${pattern})
      ), used as materialized (
        select account_id, max(created_at) as at from session where school_id = current_school() and ${order} <> 'name' group by account_id
      ), page as materialized (
        select f.*, row_number() over () as place from (
          select f.*, count(*) over ()::int as total from found f left join used u on u.account_id = f.account_id
          order by case when ${order} = 'seldom' then coalesce(u.at, '-infinity') end, case when ${order} = 'recent' then coalesce(u.at, '-infinity') end desc,
            f.surname collate russian, f.given_name collate russian, f.patronymic collate russian, f.person_id
          limit ${PAGE} offset ${offset}) f
      )
      select p.person_id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.kind, p.detail,
        p.account_id as "accountId", p.login, coalesce(p.must_change_password, false) as "mustChangePassword", p.blocked_at is not null as blocked,
        p.ended_at is not null as ended, coalesce(p.totp_since is not null or exists (select from passkey y
          where y.school_id = current_school() and y.account_id = p.account_id and not y.removed), false) as "secondFactor",
        (select max(s.created_at) from session s where s.school_id = current_school() and s.account_id = p.account_id) as "lastSignInAt", p.total
      from page p order by p.place, p.person_id`)
    return { total: people[0]?.total ?? 0, people }
  },
})

/**
 * By a guardian's id: the classes of their children among `people`, of those whose guardian they are on the day, or ever. Put together
 * outside the database: lists without an index, joined there, are gone through once for each row as soon as it thinks them short.
 */
async function guardiansClasses(
  tx: ReadTx,
  people: { personId: string; className: string | null }[],
  day: PlainDate | null = null,
) {
  const known = new Map(people.map(({ personId, className }) => [personId, className]))
  const ties = await tx.rows<{ guardianId: string; studentId: string }>(sql`
    select guardian_id as "guardianId", student_id as "studentId" from guardian_of
    where school_id = current_school() and (${day}::date is null or ${day}::date between from_date and coalesce(to_date, 'infinity'))`)
  const classes = new Map<string, Set<string>>()
  for (const { guardianId, studentId } of ties) {
    const name = known.get(studentId)
    if (name) classes.set(guardianId, (classes.get(guardianId) ?? new Set()).add(name))
  }
  return (guardianId: string): string[] => [...(classes.get(guardianId) ?? [])].sort()
}

export const candidatesQuery = answer('access.candidates', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const administers = administrator(actor, { kind: 'school' }, today)
    const rows = await tx.rows<Output<'access.candidates'>['people'][number] & { className: string | null }>(sql`
      select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name, k.kind, k.detail,
        k.class_name as "className", a.id as "accountId", a.login, a.blocked_at is not null or a.ended_at is not null as shut,
        exists (select from session s where s.school_id = current_school() and s.account_id = a.id) as "signedIn"
      from known_people(${today}) k left join account a on a.school_id = current_school() and a.person_id = k.person_id
      where k.here and k.kind is not null and (${administers} or k.kind <> 'staff')
      order by k.surname collate russian, k.given_name collate russian, k.patronymic collate russian, k.person_id`)
    const classesOf = await guardiansClasses(tx, rows, today)
    const people = rows.map(({ className, ...one }) => ({
      ...one,
      classes: one.kind === 'student' ? (className ? [className] : []) : classesOf(one.personId),
    }))
    const classes = await tx.rows<Output<'access.candidates'>['classes'][number]>(sql`
      select distinct on (g.name) g.name, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as "homeroomTeacher"
      from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        join homeroom h on h.school_id = g.school_id and h.class_id = g.id join person p on p.school_id = h.school_id and p.id = h.teacher_id
      where g.school_id = current_school() and g.kind = 'class' and ${today}::date <= y.to_date + 62 and ${today}::date <= coalesce(h.to_date, 'infinity')
      order by g.name, y.from_date, h.from_date, h.id`)
    return { people, classes }
  },
})

export const classAccountsQuery = answer('access.classAccounts', {
  load: classById,
  run: async ({ tx, actor, school, today }, { classId }) => {
    const administers = administrator(actor, { kind: 'school' }, today)
    const people = await tx.rows<Output<'access.classAccounts'>['people'][number]>(sql`
      with pupils as materialized (
        select distinct p.id, p.surname, p.given_name
        from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
          join person p on p.school_id = e.school_id and p.id = e.student_id
        where g.school_id = current_school() and g.kind in ('class', 'individual')
          and g.class_id = (select coalesce(class_id, id) from study_group where school_id = current_school() and id = ${classId})
          and ${today}::date <= coalesce(e.to_date, 'infinity')
      ), whom as (
        -- A pupil who is a guardian in another class is a stranger too: the account opens more than this one.
        select id as student_id, id as person_id, 'student' as kind, exists (select from guardian_of r where r.school_id = current_school()
          and r.guardian_id = u.id and r.informed and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
          and r.student_id not in (select id from pupils)) as by_caller
        from pupils u
        union all
        select r.student_id, r.guardian_id, 'guardian', exists (select from change c
          join operation o on o.school_id = c.school_id and o.id = c.operation_id
          where c.school_id = r.school_id and c.row_id = r.id and o.actor_id = ${actor.personId} and (o.name = 'people.endGuardian'
            or o.name in ('people.addGuardian', 'people.create') and not exists (select from change n where n.school_id = c.school_id
              and n.row_id = r.guardian_id and n.operation_id = o.id and n.before is null)))
        from pupils u join guardian_of r on r.school_id = current_school() and r.student_id = u.id
        where ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      )
      select w.person_id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, w.kind,
        case when w.kind = 'guardian' then u.given_name || ' ' || u.surname else '' end as detail, w.student_id as "studentId",
        a.id as "accountId", a.login, coalesce(a.must_change_password, false) as "mustChangePassword",
        a.blocked_at is not null or a.ended_at is not null as shut, k.kind = 'staff' as staff,
        not ${administers}::boolean and k.kind <> 'staff' and not bool_or((w.kind = 'student' or k.kind = 'guardian') and not w.by_caller) over (partition by w.person_id) as elsewhere,
        (select max(created_at) from session s where s.school_id = current_school() and s.account_id = a.id) as "lastSignInAt",
        i.id as "issueId", i.issued_at as "issuedAt", i.handed_on as "handedOn", coalesce(i.received_by, '') as "receivedBy"
      from whom w join pupils u on u.id = w.student_id join person p on p.school_id = current_school() and p.id = w.person_id
        join known_people(${today}) k on k.person_id = w.person_id
        left join account a on a.school_id = p.school_id and a.person_id = p.id
        left join lateral (select * from credential_issue i where i.school_id = a.school_id and i.account_id = a.id order by i.issued_at desc, i.id desc limit 1) i on true
      order by u.surname, u.given_name, u.id, w.kind desc, p.surname, p.given_name, p.id`)
    const group = await tx.maybe<{ name: string; teacher: string | null; ahead: PlainDate | null }>(sql`
      select coalesce(k.name, g.name) as name, (select min(h.from_date) from homeroom h where h.school_id = g.school_id
          and h.class_id = coalesce(g.class_id, g.id) and h.teacher_id = ${actor.personId}
          having min(h.from_date) > ${today}::date) as ahead, (select concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, ''))
          from homeroom h join person p on p.school_id = h.school_id and p.id = h.teacher_id where h.school_id = g.school_id
            and h.class_id = coalesce(g.class_id, g.id) and ${today}::date <= coalesce(h.to_date, 'infinity') order by h.from_date limit 1) as teacher
      from study_group g left join study_group k on k.school_id = g.school_id and k.id = g.class_id
      where g.school_id = current_school() and g.id = ${classId}`)
    const free = administers || school.policies['access.homeroomIssuesAhead']
    return {
      className: group?.name ?? '',
      homeroomTeacher: group?.teacher ?? '',
      issuesFrom: free ? null : (group?.ahead ?? null),
      people,
    }
  },
})

type Known = Pick<Output<'access.issues'>['issues'][number], 'name' | 'kind' | 'detail'> & {
  personId: string
  className: string | null
}

export const issuesQuery = answer('access.issues', {
  load: theSchool,
  run: async ({ tx, actor, today, school }, { from, to }) => {
    const people = await tx.rows<Known>(sql`
      select person_id as "personId", concat_ws(' ', surname, given_name, nullif(patronymic, '')) as name, coalesce(kind, 'staff') as kind,
        coalesce(detail, '') as detail, class_name as "className" from known_people(${today})`)
    const known = new Map(people.map((one) => [one.personId, one]))
    // Of colleagues to the administrator alone, as their accounts are.
    const hidden = administrator(actor, { kind: 'school' }, today)
      ? []
      : people.filter(({ kind }) => kind === 'staff').map(({ personId }) => personId)
    const classesOf = await guardiansClasses(tx, people)
    type Issue = Omit<Output<'access.issues'>['issues'][number], 'name' | 'kind' | 'detail' | 'classes'>
    const issues = await tx.rows<Issue>(sql`
      select i.id as "issueId", a.person_id as "personId", a.login, i.kind as by, i.issued_at as "issuedAt",
        concat(b.surname, ' ', left(b.given_name, 1), '.', ' ' || left(nullif(b.patronymic, ''), 1) || '.') as "issuedBy",
        i.expires_at as "expiresAt", i.used_at as "usedAt", i.handed_on as "handedOn", i.received_by as "receivedBy"
      from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
        join person p on p.school_id = a.school_id and p.id = a.person_id
        join person b on b.school_id = i.school_id and b.id = i.issued_by
      where i.school_id = current_school() and p.merged_into is null and a.person_id <> all(${hidden}::uuid[])
        and (i.issued_at at time zone ${school.timeZone})::date between coalesce(${from ?? null}::date, '-infinity') and coalesce(${to ?? null}::date, 'infinity')
      order by i.issued_at desc, p.surname collate russian, p.given_name collate russian, i.id limit 5000`)
    return {
      issues: issues.flatMap((issue) => {
        const one = known.get(issue.personId)
        if (!one) return []
        const { name, kind, detail, className } = one
        const classes = kind === 'student' ? (className ? [className] : []) : classesOf(issue.personId)
        return [{ ...issue, name, kind, detail, classes }]
      }),
    }
  },
})

export const leaversQuery = answer('access.leavers', {
  load: theSchool,
  run: async ({ tx, today }) => ({
    people: await tx.rows<Output<'access.leavers'>['people'][number]>(sql`
      select k.person_id as "personId", a.id as "accountId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name,
        k.kind, coalesce(k.detail, '') as detail, a.login,
        (select max(created_at) from session s where s.school_id = current_school() and s.account_id = a.id) as "lastSignInAt"
      from known_people(${today}) k join account a on a.school_id = current_school() and a.person_id = k.person_id
      where not k.here and a.ended_at is null
      order by k.surname collate russian, k.given_name collate russian, k.person_id`),
  }),
})

export const accountQueries = [accountsQuery, candidatesQuery, classAccountsQuery, issuesQuery, leaversQuery]
