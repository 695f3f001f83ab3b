import { isOverseer } from '#domain/access/relations.ts'
import type { Output } from '#domain/operations.ts'
import { campaignOf, type Gap, gaps, gapsOf, isCampaignOpen, type Known, monthOf, qualityOf } from '#domain/people/checks.ts'
import { relationNames } from '#domain/people/texts.ru.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { classById, theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { peopleWithDoubles } from './similar.ts'

type Guardian = { personId: string; name: string; patronymic: string; relation: string; informed: boolean; email: string }
type KnownStudent = {
  classId: string
  studentId: string
  name: string
  bornOn: string | null
  patronymic: string
  foreignLanguages: string
  guardians: Guardian[]
}

/** What is known of the students of these classes (null: of every class), one statement for the whole school. */
const knownOf = (tx: ReadTx, today: string, classIds: string[] | null, emails: boolean) =>
  tx.rows<KnownStudent>(sql`
    with pupil as materialized (
      select distinct g.class_id, e.student_id from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id
      where g.school_id = current_school() and g.kind in ('class', 'individual') and g.class_id is not null
        and (${classIds}::uuid[] is null or g.class_id = any(${classIds}::uuid[])) and ${today} between e.from_date and coalesce(e.to_date, 'infinity')
    )
    select u.class_id as "classId", p.id as "studentId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
      p.patronymic, p.foreign_languages as "foreignLanguages", coalesce(a.guardians, '[]') as guardians
    from pupil u join person p on p.school_id = current_school() and p.id = u.student_id cross join lateral (
        select json_agg(json_build_object('personId', a.id, 'name', concat_ws(' ', a.surname, a.given_name, nullif(a.patronymic, '')),
            'patronymic', a.patronymic, 'relation', r.relation, 'informed', r.informed, 'email', coalesce((select min(c.value) from contact c
              where ${emails} and c.school_id = r.school_id and c.person_id = a.id and c.kind = 'email' and not c.removed), ''))
            order by r.relation <> 'mother', r.relation <> 'father', a.surname, a.given_name, a.id) as guardians
        from guardian_of r join person a on a.school_id = r.school_id and a.id = r.guardian_id
        where r.school_id = p.school_id and r.student_id = p.id and ${today} between r.from_date and coalesce(r.to_date, 'infinity')
      ) a
    order by p.surname, p.given_name, p.patronymic, p.id`)

const asKnown = ({ guardians, ...student }: KnownStudent, doubles: ReadonlySet<string>): Known => ({
  ...student,
  similar: doubles.has(student.studentId),
  guardians: guardians.map(({ patronymic, informed, email }) => ({ patronymic, informed, email: email !== '' })),
})

/** How many students, how good the data, and which gaps how often. */
function qualityIn(all: readonly (readonly Gap[])[]) {
  const counted = gaps.map((gap) => ({ gap, students: all.filter((own) => own.includes(gap)).length }))
  return { students: all.length, percent: qualityOf(all), gaps: counted.filter(({ students }) => students > 0) }
}

type ClassRow = Pick<
  Output<'people.checks'>['classes'][number],
  'classId' | 'name' | 'grade' | 'homeroomTeacher' | 'monthly' | 'ticked'
>

const classesOf = (tx: ReadTx, today: string, classIds: string[] | null) =>
  tx.rows<ClassRow>(sql`
    select g.id as "classId", g.name, g.grade,
      coalesce((select string_agg(distinct concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')), ', ') from homeroom h
        join person t on t.school_id = h.school_id and t.id = h.teacher_id
        where h.school_id = g.school_id and h.class_id = g.id and coalesce(h.to_date, 'infinity') >= ${today}), '') as "homeroomTeacher",
      (select json_build_object('by', concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')), 'at', d.at, 'remarks', d.remarks) from data_check d
        join person t on t.school_id = d.school_id and t.id = d.checked_by
        where d.school_id = g.school_id and d.class_id = g.id and d.campaign = 'monthly' and d.month = ${monthOf(today)}) as monthly,
      (select count(*) from data_check d where d.school_id = g.school_id and d.class_id = g.id and d.campaign = 'october' and d.month = ${campaignOf(today)}
        and d.student_id in (select e.student_id from enrolment e join study_group k on k.school_id = e.school_id and k.id = e.group_id
          where e.school_id = g.school_id and k.class_id = g.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')))::int as ticked
    from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
    where g.school_id = current_school() and g.kind = 'class' and not g.archived and ${today}::date between y.from_date - 62 and y.to_date + 62
      and (${classIds}::uuid[] is null or g.id = any(${classIds}::uuid[]))
    order by g.grade, g.name, g.id`)

export const checksQuery = answer('people.checks', {
  load: theSchool,
  run: async ({ tx, actor, school, today }) => {
    const everything = actor.roles.some(
      (grant) => (isOverseer(grant) || grant.role === 'administrator') && isWithin(today, grant.from, grant.to),
    )
    const own = everything ? null : actor.homeroomOf
    const emails = school.policies['people.emails']
    const [classes, known, doubles] = await Promise.all([
      classesOf(tx, today, own),
      knownOf(tx, today, own, emails),
      peopleWithDoubles(tx),
    ])
    const gapsByClass = Map.groupBy(known, ({ classId }) => classId)
    return {
      month: monthOf(today),
      campaign: campaignOf(today),
      classes: classes.map((one) => ({
        ...one,
        ...qualityIn(
          (gapsByClass.get(one.classId) ?? []).map((student) => gapsOf(asKnown(student, doubles), { emails, grade: one.grade })),
        ),
      })),
    }
  },
})

export const classChecksQuery = answer('people.classChecks', {
  load: classById,
  run: async ({ tx, school, today }, { classId }) => {
    const emails = school.policies['people.emails']
    const [group, known, doubles, months, ticks, families] = await Promise.all([
      tx.maybe<{ name: string; grade: number }>(sql`
        select name, grade from study_group where school_id = current_school() and id = ${classId}`),
      knownOf(tx, today, [classId], emails),
      peopleWithDoubles(tx),
      tx.rows<Output<'people.classChecks'>['months'][number]>(sql`
        select d.month, d.at, d.remarks, concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')) as by from data_check d
          join person t on t.school_id = d.school_id and t.id = d.checked_by
        where d.school_id = current_school() and d.class_id = ${classId} and d.campaign = 'monthly' order by d.month desc`),
      tx.rows<{ studentId: string; by: string; at: string; remarks: string }>(sql`
        select d.student_id as "studentId", d.at, d.remarks, concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')) as by from data_check d
          join person t on t.school_id = d.school_id and t.id = d.checked_by
        where d.school_id = current_school() and d.class_id = ${classId} and d.campaign = 'october' and d.month = ${campaignOf(today)}`),
      tx.rows<{ studentId: string; by: string; at: string; remarks: string }>(sql`
        select distinct on (f.student_id) f.student_id as "studentId", f.at, '' as remarks,
          concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')) as by from family_check f
          join person t on t.school_id = f.school_id and t.id = f.guardian_id
        where f.school_id = current_school() and f.month >= ${campaignOf(today)}::date - 30 order by f.student_id, f.at desc`),
    ])
    const familyOf = new Map(families.map(({ studentId, ...said }) => [studentId, said]))
    const tickOf = new Map(ticks.map(({ studentId, ...tick }) => [studentId, tick]))
    const checklist = known.map((student) => ({
      studentId: student.studentId,
      name: student.name,
      bornOn: student.bornOn,
      foreignLanguages: student.foreignLanguages,
      guardians: student.guardians.map(({ patronymic: _, relation, ...one }) => ({
        ...one,
        relation: relationNames[relation as 'mother'],
      })),
      gaps: gapsOf(asKnown(student, doubles), { emails, grade: group?.grade ?? 1 }),
      ticked: tickOf.get(student.studentId) ?? null,
      family: familyOf.get(student.studentId) ?? null,
    }))
    return {
      name: group?.name ?? '',
      month: monthOf(today),
      campaign: campaignOf(today),
      campaignOpen: isCampaignOpen(today),
      keepsEmails: emails,
      ...qualityIn(checklist.map((line) => line.gaps)),
      months,
      checklist,
    }
  },
})
