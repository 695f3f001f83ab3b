import { administrator } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { classById, theSchool } from './subjects.ts'

const PAGE = 50

export const accountsQuery = answer('access.accounts', {
  load: theSchool,
  run: async ({ tx, today }, { search = '', kind, order = 'name', offset = 0 }) => {
    const pattern = `%${searchForm(search).replace(/[\\%_]/g, '\\$&')}%`
    const people = await tx.rows<Output<'access.accounts'>['people'][number] & { total: number }>(sql`
      select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name, k.kind, k.detail,
        a.id as "accountId", a.login, coalesce(a.must_change_password, false) as "mustChangePassword", a.blocked_at is not null as blocked,
        a.ended_at is not null as ended, coalesce(a.totp_since is not null or exists (select from passkey y
          where y.school_id = a.school_id and y.account_id = a.id and not y.removed), false) as "secondFactor",
        used.at as "lastSignInAt", count(*) over ()::int as total
      from known_people(${today}) k left join account a on a.school_id = current_school() and a.person_id = k.person_id
        left join (select account_id, max(created_at) as at from session where school_id = current_school() group by account_id) used on used.account_id = a.id
      where k.kind is not null and k.kind = coalesce(${kind ?? null}, k.kind)
        and (search_form(concat_ws(' ', k.surname, k.given_name, k.patronymic)) like ${pattern} or translate(a.login, 'ё', 'е') like ${pattern})
      order by case when ${order} = 'seldom' then coalesce(used.at, '-infinity') end, case when ${order} = 'recent' then coalesce(used.at, '-infinity') end desc,
        k.surname collate russian, k.given_name collate russian, k.patronymic collate russian, k.person_id
      limit ${PAGE} offset ${offset}`)
    return { total: people[0]?.total ?? 0, people }
  },
})

export const candidatesQuery = answer('access.candidates', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const people = await tx.rows<Output<'access.candidates'>['people'][number]>(sql`
      with known as materialized (select * from known_people(${today}) where here and kind is not null),
      family as materialized (
        select r.guardian_id, array_agg(distinct w.class_name) as names from guardian_of r join known w on w.person_id = r.student_id
        where r.school_id = current_school() and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity') group by r.guardian_id
      ), used as materialized (select distinct account_id from session where school_id = current_school())
      select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name, k.kind, k.detail,
        coalesce(case when k.kind = 'student' then array[k.class_name] else c.names end, '{}') as classes,
        a.id as "accountId", a.login, a.blocked_at is not null or a.ended_at is not null as shut,
        s.account_id is not null as "signedIn"
      from known k left join account a on a.school_id = current_school() and a.person_id = k.person_id
        left join family c on c.guardian_id = k.person_id left join used s on s.account_id = a.id
      order by k.surname collate russian, k.given_name collate russian, k.patronymic collate russian, k.person_id`)
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
  run: async ({ tx, actor, today }, { classId }) => {
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
        select id as student_id, id as person_id, 'student' as kind, false as by_caller from pupils
        union all
        select r.student_id, r.guardian_id, 'guardian', exists (select from change c
          join operation o on o.school_id = c.school_id and o.id = c.operation_id
          where c.school_id = r.school_id and c.row_id = r.id and o.actor_id = ${actor.personId} and (o.name = 'people.endGuardian'
            or o.name = 'people.addGuardian' and not exists (select from change n where n.school_id = c.school_id
              and n.row_id = r.guardian_id and n.operation_id = o.id and n.before is null)))
        from pupils u join guardian_of r on r.school_id = current_school() and r.student_id = u.id
        where ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      )
      select w.person_id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, w.kind,
        case when w.kind = 'guardian' then u.given_name || ' ' || u.surname else '' end as detail, w.student_id as "studentId",
        a.id as "accountId", a.login, coalesce(a.must_change_password, false) as "mustChangePassword",
        a.blocked_at is not null or a.ended_at is not null as shut, k.kind = 'staff' as staff,
        not ${administers}::boolean and k.kind <> 'staff' and not bool_or(w.kind = 'student' or k.kind = 'guardian' and not w.by_caller) over (partition by w.person_id) as elsewhere,
        (select max(created_at) from session s where s.school_id = current_school() and s.account_id = a.id) as "lastSignInAt",
        i.id as "issueId", i.issued_at as "issuedAt", i.handed_on as "handedOn", coalesce(i.received_by, '') as "receivedBy"
      from whom w join pupils u on u.id = w.student_id join person p on p.school_id = current_school() and p.id = w.person_id
        join known_people(${today}) k on k.person_id = w.person_id
        left join account a on a.school_id = p.school_id and a.person_id = p.id
        left join lateral (select * from credential_issue i where i.school_id = a.school_id and i.account_id = a.id order by i.issued_at desc, i.id desc limit 1) i on true
      order by u.surname, u.given_name, u.id, w.kind desc, p.surname, p.given_name, p.id`)
    const group = await tx.maybe<{ name: string; teacher: string | null }>(sql`
      select coalesce(k.name, g.name) as name, (select concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, ''))
          from homeroom h join person p on p.school_id = h.school_id and p.id = h.teacher_id where h.school_id = g.school_id
            and h.class_id = coalesce(g.class_id, g.id) and ${today}::date <= coalesce(h.to_date, 'infinity') order by h.from_date limit 1) as teacher
      from study_group g left join study_group k on k.school_id = g.school_id and k.id = g.class_id
      where g.school_id = current_school() and g.id = ${classId}`)
    return { className: group?.name ?? '', homeroomTeacher: group?.teacher ?? '', people }
  },
})

export const issuesQuery = answer('access.issues', {
  load: theSchool,
  run: async ({ tx, today, school }, { from, to }) => ({
    issues: await tx.rows<Output<'access.issues'>['issues'][number]>(sql`
      with known as materialized (select * from known_people(${today})),
      family as materialized (
        select r.guardian_id, array_agg(distinct w.class_name) as names from guardian_of r join known w on w.person_id = r.student_id
        where r.school_id = current_school() and w.class_name is not null group by r.guardian_id
      )
      select i.id as "issueId", k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name,
        coalesce(k.kind, 'staff') as kind, coalesce(k.detail, '') as detail,
        coalesce(case when k.kind = 'student' then array[k.class_name] else c.names end, '{}') as classes, a.login, i.kind as by, i.issued_at as "issuedAt",
        concat(b.surname, ' ', left(b.given_name, 1), '.', ' ' || left(nullif(b.patronymic, ''), 1) || '.') as "issuedBy",
        i.expires_at as "expiresAt", i.used_at as "usedAt", i.handed_on as "handedOn", i.received_by as "receivedBy"
      from credential_issue i join account a on a.school_id = i.school_id and a.id = i.account_id
        join known k on k.person_id = a.person_id left join family c on c.guardian_id = k.person_id
        join person b on b.school_id = i.school_id and b.id = i.issued_by
      where i.school_id = current_school()
        and (i.issued_at at time zone ${school.timeZone})::date between coalesce(${from ?? null}::date, '-infinity') and coalesce(${to ?? null}::date, 'infinity')
      order by i.issued_at desc, k.surname collate russian, k.given_name collate russian, i.id limit 5000`),
  }),
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
