import { readConsents } from '#domain/access/duties.ts'
import { maySignAlone } from '#domain/consents/rules.ts'
import type { Output } from '#domain/operations.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type Purpose = Output<'consents.report'>['purposes'][number]
type Decided = Output<'consents.ofClass'>['students'][number]['consents'][number]

export const purposesQuery = answer('consents.purposes', {
  load: theSchool,
  run: async ({ tx }) => ({
    purposes: await tx.rows<Output<'consents.purposes'>['purposes'][number]>(sql`
      select p.id as "purposeId", p.name, p.body, p.version, p.archived,
        (select count(distinct c.student_id) from consent c where c.school_id = p.school_id and c.purpose_id = p.id)::int as decided
      from consent_purpose p where p.school_id = current_school() order by p.archived, p.name collate russian, p.version desc, p.id`),
  }),
})

const inUse = (tx: ReadTx) =>
  tx.rows<Purpose>(sql`
    select id as "purposeId", name, body, version from consent_purpose where school_id = current_school() and not archived order by name collate russian, id`)

export const reportQuery = answer('consents.report', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const everything = readConsents.some((relation) => relation(actor, { kind: 'school' }, today))
    const classIds = everything ? null : actor.homeroomOf
    const [purposes, classes] = await Promise.all([
      inUse(tx),
      tx.rows<Output<'consents.report'>['classes'][number]>(sql`
        with shown as (
          select g.id, g.name, g.grade from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
          where g.school_id = current_school() and g.kind = 'class' and not g.archived and ${today}::date between y.from_date - 62 and y.to_date + 62
            and (${classIds}::uuid[] is null or g.id = any(${classIds}::uuid[]))
        ), pupil as materialized (
          select distinct s.id as class_id, e.student_id from shown s join study_group g on g.school_id = current_school() and g.class_id = s.id and g.kind in ('class', 'individual')
            join enrolment e on e.school_id = g.school_id and e.group_id = g.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')
        ), counted as (
          select u.class_id, l.purpose_id, count(*) filter (where l.state = 'given')::int as given, count(*) filter (where l.state = 'refused')::int as refused,
            count(*) filter (where l.state = 'withdrawn')::int as withdrawn
          from pupil u cross join lateral (
            select distinct on (c.purpose_id) c.purpose_id, c.state from consent c where c.school_id = current_school() and c.student_id = u.student_id
            order by c.purpose_id, c.on_date desc, c.id desc) l
          group by u.class_id, l.purpose_id
        ), told as (
          select class_id, json_agg(json_build_object('purposeId', purpose_id, 'given', given, 'refused', refused, 'withdrawn', withdrawn)) as counts
          from counted group by class_id
        ), size as (
          select class_id, count(*)::int as students from pupil group by class_id
        )
        select s.id as "classId", s.name, coalesce(z.students, 0) as students, coalesce(t.counts, '[]') as counts
        from shown s left join size z on z.class_id = s.id left join told t on t.class_id = s.id order by s.grade, s.name, s.id`),
    ])
    return { purposes, classes }
  },
})

/** Latest decisions of these students on the purposes in use. */
const decisionsOf = (tx: ReadTx, students: string[]) =>
  tx.rows<Decided & { studentId: string }>(sql`
    select distinct on (c.student_id, c.purpose_id) c.student_id as "studentId", c.purpose_id as "purposeId", c.state, c.on_date as "on", c.carrier, c.number, c.file_id as "fileId",
      coalesce(concat_ws(' ', g.surname, g.given_name, nullif(g.patronymic, '')), '') as "givenBy"
    from consent c join consent_purpose p on p.school_id = c.school_id and p.id = c.purpose_id and not p.archived
      left join person g on g.school_id = c.school_id and g.id = c.given_by
    where c.school_id = current_school() and c.student_id = any(${students}::uuid[])
    order by c.student_id, c.purpose_id, c.on_date desc, c.id desc`)

/** Without the scans that hold papers of others too: a family is not shown those. */
const ofFamily = (tx: ReadTx, decisions: (Decided & { studentId: string })[]) =>
  tx
    .rows<{ fileId: string }>(sql`
      select file_id as "fileId" from consent where school_id = current_school() and file_id = any(${decisions.flatMap(({ fileId }) => fileId ?? [])}::uuid[])
      group by file_id having count(distinct student_id) > 1`)
    .then((shared) =>
      decisions.map((one) => (shared.some(({ fileId }) => fileId === one.fileId) ? { ...one, fileId: null } : one)),
    )

const byStudent = (decisions: (Decided & { studentId: string })[]) => {
  const grouped = Map.groupBy(decisions, ({ studentId }) => studentId)
  return (studentId: string): Decided[] => (grouped.get(studentId) ?? []).map(({ studentId: _, ...decided }) => decided)
}

type Pupil = Omit<Output<'consents.ofClass'>['students'][number], 'consents'>

export const ofClassQuery = answer('consents.ofClass', {
  load: classById,
  run: async ({ tx, today }, { classId }) => {
    const [group, purposes, pupils] = await Promise.all([
      tx.maybe<{ name: string }>(sql`select name from study_group where school_id = current_school() and id = ${classId}`),
      inUse(tx),
      tx.rows<Pupil>(sql`
        select p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
          coalesce((select json_agg(json_build_object('personId', a.id, 'name', concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')))
              order by r.relation <> 'mother', r.relation <> 'father', a.surname, a.given_name, a.id)
            from guardian_of r join person a on a.school_id = r.school_id and a.id = r.guardian_id
            where r.school_id = p.school_id and r.student_id = p.id and ${today} between r.from_date and coalesce(r.to_date, 'infinity')), '[]') as guardians
        from person p where p.school_id = current_school() and exists (
          select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
          where e.school_id = p.school_id and e.student_id = p.id and g.class_id = ${classId} and ${today} between e.from_date and coalesce(e.to_date, 'infinity'))
        order by p.surname, p.given_name, p.patronymic, p.id`),
    ])
    const decided = byStudent(
      await decisionsOf(
        tx,
        pupils.map(({ studentId }) => studentId),
      ),
    )
    return {
      className: group?.name ?? '',
      purposes,
      students: pupils.map((pupil) => ({ ...pupil, consents: decided(pupil.studentId) })),
    }
  },
})

export const mineQuery = answer('consents.mine', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const children = actor.children.filter(({ from, to }) => isWithin(today, from, to)).map(({ studentId }) => studentId)
    const ids = actor.student ? [actor.personId, ...children] : children
    const [purposes, students, decisions] = await Promise.all([
      inUse(tx),
      tx.rows<{ studentId: string; name: string; bornOn: string | null }>(sql`
        select id as "studentId", concat_ws(' ', surname, given_name, nullif(patronymic, '')) as name, born_on as "bornOn"
        from person where school_id = current_school() and id = any(${ids}::uuid[]) order by born_on, given_name, id`),
      decisionsOf(tx, ids),
    ])
    const decided = byStudent(await ofFamily(tx, decisions))
    return {
      purposes,
      students: students.map(({ studentId, name, bornOn }) => ({
        studentId,
        name,
        mayWithdraw: studentId !== actor.personId || maySignAlone(bornOn, today),
        consents: decided(studentId),
      })),
    }
  },
})

export const consentsQueries = [purposesQuery, reportQuery, ofClassQuery, mineQuery]
