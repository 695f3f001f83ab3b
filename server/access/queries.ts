import type { Output } from '#domain/operations.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { theSchool } from './subjects.ts'

export const meQuery = answer('access.me', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const [account, children] = await Promise.all([
      tx.one<{ login: string; must_change_password: boolean }>(sql`
        select login, must_change_password from account where school_id = current_school() and id = ${actor.accountId}`),
      tx.rows<Output<'access.me'>['children'][number]>(sql`
        select p.id as "studentId", p.given_name || ' ' || p.surname as name, coalesce(g.name, '') as "className"
        from guardian_of r join person p on p.school_id = r.school_id and p.id = r.student_id
          left join lateral (
            select coalesce((select k.name from study_group k where k.school_id = g.school_id and k.id = g.class_id), g.name) as name, g.grade
            from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
            where e.school_id = p.school_id and e.student_id = p.id and g.kind in ('class', 'individual')
            order by (e.from_date <= ${today}) desc, e.from_date desc, g.kind limit 1) g on true
        where r.school_id = current_school() and r.guardian_id = ${actor.personId}
          and ${today} between r.from_date and coalesce(r.to_date, 'infinity')
        order by g.grade desc, p.given_name`),
    ])
    return {
      school: { name: school.name, timeZone: school.timeZone },
      today,
      mustChangePassword: account.must_change_password,
      login: account.login,
      policies: school.policies,
      actor,
      children,
    }
  },
})

export const sessionsQuery = answer('access.sessions', {
  load: theSchool,
  run: async ({ tx, actor, now }) => ({
    sessions: await tx.rows<Output<'access.sessions'>['sessions'][number]>(sql`
      select id as "sessionId", device, address, created_at as "createdAt", ended_at as "endedAt", coalesce(id = ${actor.sessionId}::uuid, false) as current
      from session where school_id = current_school() and account_id = ${actor.accountId}
        and coalesce(ended_at, expires_at) > ${now}::timestamptz - interval '30 days'
      order by ended_at is not null, created_at desc limit 100`),
  }),
})

const PAGE = 50

export const accountsQuery = answer('access.accounts', {
  load: theSchool,
  run: async ({ tx, today }, { search = '', kind, offset = 0 }) => {
    const pattern = `%${searchForm(search).replace(/[\\%_]/g, '\\$&')}%`
    const people = await tx.rows<Output<'access.accounts'>['people'][number] & { total: number }>(sql`
      with everyone as (
        select p.id, p.surname, p.given_name, p.patronymic,
          case when exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id
                 and ${today} between s.from_date and coalesce(s.to_date, 'infinity')) then 'staff'
               when exists (select from enrolment e where e.school_id = p.school_id and e.student_id = p.id) then 'student'
               when exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id) then 'staff'
               when exists (select from guardian_of g where g.school_id = p.school_id and g.guardian_id = p.id) then 'guardian' end as kind
        from person p where p.school_id = current_school()
      )
      select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.kind,
        coalesce(case p.kind
          when 'student' then (select coalesce((select k.name from study_group k where k.school_id = g.school_id and k.id = g.class_id), g.name)
             from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
             where e.school_id = current_school() and e.student_id = p.id and g.kind in ('class', 'individual')
             order by (e.from_date <= ${today}) desc, e.from_date desc, g.kind limit 1)
          when 'staff' then (select string_agg(s.position, ', ') from staff s where s.school_id = current_school() and s.person_id = p.id
             and ${today} between s.from_date and coalesce(s.to_date, 'infinity'))
          else (select string_agg(c.given_name || ' ' || c.surname, ', ' order by c.born_on) from guardian_of r
             join person c on c.school_id = r.school_id and c.id = r.student_id
             where r.school_id = current_school() and r.guardian_id = p.id) end, '') as detail,
        a.id as "accountId", a.login, coalesce(a.must_change_password, false) as "mustChangePassword", a.blocked_at is not null as blocked,
        (select max(created_at) from session s where s.school_id = current_school() and s.account_id = a.id) as "lastSignInAt",
        count(*) over ()::int as total
      from everyone p left join account a on a.school_id = current_school() and a.person_id = p.id
      where p.kind is not null and p.kind = coalesce(${kind ?? null}, p.kind)
        and (search_form(concat_ws(' ', p.surname, p.given_name, p.patronymic)) like ${pattern} or translate(a.login, 'ё', 'е') like ${pattern})
      order by p.surname, p.given_name, p.patronymic, p.id
      limit ${PAGE} offset ${offset}`)
    return { total: people[0]?.total ?? 0, people }
  },
})

export const accessQueries = [meQuery, sessionsQuery, accountsQuery]
