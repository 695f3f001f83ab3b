import type {
  AccountSubject,
  ClassSubject,
  PersonSubject,
  SchoolSubject,
  SessionSubject,
  StudentSubject,
} from '#domain/access/actor.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** What is the school's own, or the caller's: no row to find. */
export const theSchool = async (): Promise<SchoolSubject> => ({ kind: 'school' })

export async function accountById(tx: ReadTx, { accountId }: { accountId: string }): Promise<AccountSubject | null> {
  const row = await tx.maybe<{ person_id: string }>(sql`
    select person_id from account where school_id = current_school() and id = ${accountId}`)
  return row && { kind: 'account', accountId, personId: row.person_id }
}

export async function sessionById(tx: ReadTx, { sessionId }: { sessionId: string }): Promise<SessionSubject | null> {
  const row = await tx.maybe<{ person_id: string }>(sql`
    select a.person_id from session s join account a on a.school_id = s.school_id and a.id = s.account_id
    where s.school_id = current_school() and s.id = ${sessionId}`)
  return row && { kind: 'session', sessionId, personId: row.person_id }
}

/** A student with their stays in classes; null for who was never enrolled in any group. */
export async function studentById(tx: ReadTx, { studentId }: { studentId: string }): Promise<StudentSubject | null> {
  const { enrolled, classes } = await tx.one<{ enrolled: boolean; classes: StudentSubject['classes'] }>(sql`
    select count(*) filter (where not e.cancelled) > 0 as enrolled, coalesce(json_agg(json_build_object('classId', g.class_id, 'from', e.from_date, 'to', e.to_date))
      filter (where g.class_id is not null and g.kind in ('class', 'individual') and not e.cancelled), '[]') as classes
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
    where e.school_id = current_school() and e.student_id = ${studentId}`)
  return enrolled ? { kind: 'student', studentId, classes } : null
}

/** A class, or the class a group is cut from; a group of several classes is nobody's own: the school's. */
export async function classById(tx: ReadTx, { classId }: { classId: string }): Promise<ClassSubject | null> {
  const row = await tx.maybe<{ class_id: string }>(sql`
    select coalesce(class_id, id) as class_id from study_group where school_id = current_school() and id = ${classId}`)
  return row && { kind: 'class', classId: row.class_id }
}

/**
 * Anybody, with the classes they belong to as a student, or by a child of theirs while they were its guardian; who learns here belongs to
 * the own class alone.
 */
export async function personById(tx: ReadTx, { personId }: { personId: string }): Promise<PersonSubject | null> {
  const { known, classes } = await tx.one<{ known: boolean; classes: PersonSubject['classes'] }>(sql`
    with own as materialized (
      select g.class_id, e.from_date, e.to_date from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
      where e.school_id = current_school() and e.student_id = ${personId} and g.class_id is not null and g.kind in ('class', 'individual')
        and not e.cancelled
    ), stay as (
      select * from own
      union all
      select g.class_id, greatest(e.from_date, r.from_date), least(e.to_date, r.to_date)
      from guardian_of r join enrolment e on e.school_id = r.school_id and e.student_id = r.student_id and not e.cancelled
        join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.class_id is not null and g.kind in ('class', 'individual')
      where r.school_id = current_school() and r.guardian_id = ${personId} and not exists (select from own where to_date is null)
        and greatest(e.from_date, r.from_date) <= coalesce(least(e.to_date, r.to_date), 'infinity')
    )
    select exists (select from person where school_id = current_school() and id = ${personId}) as known,
      coalesce((select json_agg(json_build_object('classId', class_id, 'from', from_date, 'to', to_date)) from stay), '[]') as classes`)
  return known ? { kind: 'person', personId, classes } : null
}
