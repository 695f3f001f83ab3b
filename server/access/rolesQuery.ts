import type { Output } from '#domain/operations.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { theSchool } from './subjects.ts'

type Roles = Output<'access.roles'>

export const rolesQuery = answer('access.roles', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const [grants, customRoles, people] = await Promise.all([
      tx.rows<Roles['grants'][number]>(sql`
        select r.id as "grantId", r.person_id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
          r.role, r.custom_role_id as "customRoleId", r.from_date as "from", r.to_date as "to", r.order_number as "orderNumber",
          r.order_date as "orderDate"
        from role_grant r join person p on p.school_id = r.school_id and p.id = r.person_id
        where r.school_id = current_school() order by p.surname, p.given_name, p.patronymic, p.id, r.from_date desc, r.id`),
      tx.rows<Roles['customRoles'][number]>(sql`
        select id as "roleId", name, rights, archived from custom_role where school_id = current_school() order by archived, name collate russian, id`),
      tx.rows<Roles['people'][number]>(sql`
        select k.person_id as "personId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as name,
          coalesce(k.detail, '') as position,
          exists (select from account a where a.school_id = current_school() and a.person_id = k.person_id
            and a.blocked_at is null and a.ended_at is null) as account,
          (select count(distinct s.course_id)::int from assignment s where s.school_id = current_school() and s.teacher_id = k.person_id
            and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')) as courses,
          array(select g.name from homeroom h join study_group g on g.school_id = h.school_id and g.id = h.class_id
            where h.school_id = current_school() and h.teacher_id = k.person_id
              and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity') order by g.grade, g.name, g.id) as "homeroomOf"
        from known_people(${today}) k where k.kind = 'staff' and k.here
        order by k.surname collate russian, k.given_name collate russian, k.person_id`),
    ])
    return { grants, customRoles, people }
  },
})
