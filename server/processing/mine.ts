import type { Output } from '#domain/operations.ts'
import { isWithin } from '#domain/platform/dates.ts'
import type { FieldKey } from '#domain/processing/fields.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { notesOf, operatorOf } from './register.ts'

type Mine = Output<'processing.mine'>
type Person = Omit<Mine['people'][number], 'held' | 'whose'> & { held: Record<string, boolean>; whose: Record<string, boolean> }

export const mineQuery = answer('processing.mine', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const children = actor.children.filter(({ from, to }) => isWithin(today, from, to)).map(({ studentId }) => studentId)
    const kept = {
      phone: school.policies['people.phones'],
      email: school.policies['people.emails'],
      address: school.policies['people.addresses'],
    }
    const [people, notes, operator, card] = await Promise.all([
      peopleOf(tx, actor.personId, [actor.personId, ...children]),
      notesOf(tx),
      operatorOf(tx),
      tx.one<{ name: string; address: string }>(sql`
        select coalesce(nullif(full_name, ''), name) as name, address from school where school_id = current_school()`),
    ])
    const said = (flags: Record<string, boolean>) => Object.keys(flags).filter((key) => flags[key])
    return {
      people: people.map(({ held, whose, ...person }) => ({
        ...person,
        held: said(held).filter((key) => kept[key as 'phone'] ?? true) as FieldKey[],
        whose: said(whose) as Mine['people'][number]['whose'],
      })),
      notes,
      operator: { ...card, responsible: operator.responsible, hostingAddress: operator.hostingAddress },
      policies: kept,
    }
  },
})

/** Of each person, of which kinds of data there is anything. One statement; each question is answered by the first row found. */
const peopleOf = (tx: ReadTx, own: string, ids: string[]) =>
  tx.rows<Person>(sql`
    select p.id as "personId", p.id = ${own} as own, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      json_build_object(
        'student', s.is, 'guardian', exists (select from guardian_of r where r.school_id = p.school_id and r.guardian_id = p.id),
        'staff', exists (select from staff f where f.school_id = p.school_id and f.person_id = p.id)) as whose,
      json_build_object('name', true, 'sex', true, 'birthDate', p.born_on is not null, 'snils', p.snils is not null,
        'languages', p.foreign_languages <> '', 'stay', s.is,
        'kinship', exists (select from guardian_of r where r.school_id = p.school_id and p.id in (r.guardian_id, r.student_id)),
        'phone', exists (select from contact c where c.school_id = p.school_id and c.person_id = p.id and c.kind = 'phone' and not c.removed),
        'email', exists (select from contact c where c.school_id = p.school_id and c.person_id = p.id and c.kind = 'email' and not c.removed),
        'address', exists (select from contact c where c.school_id = p.school_id and c.person_id = p.id and c.kind = 'address' and not c.removed),
        'movement', exists (select from movement m where m.school_id = p.school_id and m.student_id = p.id),
        'marks', exists (select from mark m where m.school_id = p.school_id and m.student_id = p.id),
        'absences', exists (select from absence a where a.school_id = p.school_id and a.student_id = p.id),
        'tasks', exists (select from homework_student h where h.school_id = p.school_id and h.student_id = p.id),
        'lessons', exists (select from lesson l where l.school_id = p.school_id and l.teacher_id = p.id),
        'notices', exists (select from notice n where n.school_id = p.school_id and n.person_id = p.id),
        'position', exists (select from staff f where f.school_id = p.school_id and f.person_id = p.id),
        'load', exists (select from assignment a where a.school_id = p.school_id and a.teacher_id = p.id),
        'roles', exists (select from role_grant g where g.school_id = p.school_id and g.person_id = p.id),
        'login', a.id is not null, 'secrets', a.id is not null,
        'issue', exists (select from credential_issue i where i.school_id = a.school_id and i.account_id = a.id),
        'sessions', exists (select from session n where n.school_id = a.school_id and n.account_id = a.id),
        'consents', exists (select from consent c where c.school_id = p.school_id and p.id in (c.student_id, c.given_by)),
        'requests', exists (select from change_request r where r.school_id = p.school_id and p.id in (r.person_id, r.author_id)),
        'checks', exists (select from family_check f where f.school_id = p.school_id and p.id in (f.student_id, f.guardian_id)),
        'acknowledgements', exists (select from acknowledgement k where k.school_id = p.school_id and k.person_id = p.id),
        'history', true) as held
    from person p left join account a on a.school_id = p.school_id and a.person_id = p.id
      cross join lateral (select exists (select from enrolment e where e.school_id = p.school_id and e.student_id = p.id) as is) s
    where p.school_id = current_school() and p.id = any(${ids}::uuid[])
    order by own desc, p.born_on, p.given_name, p.id`)
