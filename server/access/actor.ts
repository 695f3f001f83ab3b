import type { Actor, Period } from '#domain/access/actor.ts'
import { choicesThatCount } from '#domain/access/capabilities.ts'
import { defaultPolicies, type Policies, type School } from '#domain/school/policies.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

type ActorRow = {
  account_id: string
  person_id: string
  surname: string
  given_name: string
  patronymic: string
  roles: Actor['roles']
  courses: (Period & { courseId: string })[]
  substitutions: { courseId: string; date: string }[]
  homeroom_of: string[]
  children: (Period & { studentId: string })[]
  student: boolean
  choices: { capability: string; category: string; allowed: boolean }[]
}

/** Who an account's person is today: roles, courses, covered lessons, class led, children they may be told of. One statement. */
export async function loadActor(
  tx: ReadTx,
  schoolId: number,
  accountId: string,
  sessionId: string | null,
  today: string,
): Promise<Actor> {
  const row = await tx.one<ActorRow>(sql`
    select a.id as account_id, p.id as person_id, p.surname, p.given_name, p.patronymic,
      coalesce((select json_agg(json_build_object('role', r.role, 'rights', coalesce((select c.rights from custom_role c
          where c.school_id = r.school_id and c.id = r.custom_role_id), '{}'), 'from', r.from_date,
          'to', nullif(least(r.to_date, w.until), 'infinity')))
        from role_grant r where r.school_id = p.school_id and r.person_id = p.id), '[]') as roles,
      coalesce((select json_agg(json_build_object('courseId', s.course_id, 'from', s.from_date,
          'to', nullif(least(s.to_date, w.until), 'infinity')))
        from assignment s where s.school_id = p.school_id and s.teacher_id = p.id), '[]') as courses,
      coalesce((select json_agg(json_build_object('courseId', l.course_id, 'date', l.date))
        from lesson l where l.school_id = p.school_id and l.teacher_id = p.id and l.instead_of_id is not null
          and l.date between ${today}::date - 30 and least(${today}::date + 30, w.until)), '[]') as substitutions,
      coalesce((select json_agg(distinct h.class_id)
        from homeroom h join study_group g on g.school_id = h.school_id and g.id = h.class_id
          join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        where h.school_id = p.school_id and h.teacher_id = p.id and not g.archived
          -- Who leads the class from the first day of the year prepares it in summer, and winds it up after the last.
          and ${today}::date between case when h.from_date <= y.from_date then y.from_date - 62 else h.from_date end
            and least(h.to_date, y.to_date + 62, w.until)), '[]') as homeroom_of,
      coalesce((select json_agg(json_build_object('studentId', g.student_id, 'from', g.from_date, 'to', g.to_date))
        from guardian_of g where g.school_id = p.school_id and g.guardian_id = p.id and g.informed), '[]') as children,
      exists (select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
          join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled and y.from_date >= coalesce((select max(c.from_date)
          from school_year c where c.school_id = p.school_id and c.from_date <= ${today}::date), '-infinity')) as student,
      coalesce((select json_agg(json_build_object('capability', c.capability, 'category', c.category, 'allowed', c.allowed))
        from right_choice c where c.school_id = p.school_id), '[]') as choices
    from account a join person p on p.school_id = a.school_id and p.id = a.person_id
      -- Whoever works here no more has no journals, no class and no roles, whatever was not ended in time.
      cross join lateral (select coalesce(max(coalesce(s.to_date, 'infinity')), 'infinity') as until
        from staff s where s.school_id = p.school_id and s.person_id = p.id) w
    where a.school_id = ${schoolId} and a.id = ${accountId}`)
  return {
    schoolId,
    personId: row.person_id,
    accountId: row.account_id,
    sessionId,
    name: { surname: row.surname, givenName: row.given_name, patronymic: row.patronymic },
    roles: row.roles,
    courses: row.courses,
    substitutions: row.substitutions,
    homeroomOf: row.homeroom_of,
    children: row.children,
    student: row.student,
    choices: choicesThatCount(row.choices),
  }
}

/** The school with its policies: its own values over the defaults. */
export async function loadSchool(tx: ReadTx, schoolId: number): Promise<School> {
  const row = await tx.one<{ name: string; time_zone: string; settings: Partial<Policies> }>(sql`
    select name, time_zone, coalesce((select json_object_agg(key, value) from setting s where s.school_id = school.school_id), '{}') as settings
    from school where school_id = ${schoolId}`)
  return { schoolId, name: row.name, timeZone: row.time_zone, policies: { ...defaultPolicies, ...row.settings } }
}
