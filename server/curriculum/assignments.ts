import { assignmentText } from '#domain/curriculum/texts.ru.ts'
import type { Input } from '#domain/operations.ts'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { assignMany, passLessons } from './assignmentRows.ts'
import { changedMeanwhile, isSame } from './catalogue.ts'
import { whyYearIsClosed, type YearRow } from './years.ts'

type Group = { id: string } & YearRow
type Teacher = { id: string; name: string; staff: boolean }
type Standing = { groupId: string; subjectId: string; teacherId: string; name: string }

/** Holds the groups until the operation is through: of two who fill one vacancy the second sees whom the first has named. */
const hold = (tx: ReadTx, groupIds: string[]) =>
  tx.rows<Group>(sql`
    select g.id, y.id as "schoolYearId", y.from_date as "from", y.to_date as "to"
    from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
    where g.school_id = current_school() and not g.archived and g.id = any(${groupIds}::uuid[]) order by g.id for no key update of g`)

const teachersOn = (tx: ReadTx, personIds: string[], date: PlainDate) =>
  tx.rows<Teacher>(sql`
    select p.id, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id
        and ${date}::date between s.from_date and coalesce(s.to_date, 'infinity')) as staff
    from person p where p.school_id = current_school() and p.id = any(${personIds}::uuid[])`)

const standingOn = (tx: ReadTx, groupIds: string[], from: PlainDate) =>
  tx.rows<Standing>(sql`
    select c.group_id as "groupId", c.subject_id as "subjectId", a.teacher_id as "teacherId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name
    from course c join assignment a on a.school_id = c.school_id and a.course_id = c.id
      and coalesce(a.to_date, 'infinity') >= greatest(${from}::date, a.from_date)
      join person p on p.school_id = a.school_id and p.id = a.teacher_id
    where c.school_id = current_school() and c.group_id = any(${groupIds}::uuid[])`)

const assignCommand = implement('curriculum.assign', {
  load: theSchool,
  prepare: (tx, { assignments, from }) => {
    const ids = <F extends 'groupId' | 'subjectId' | 'teacherId'>(field: F) => [...new Set(assignments.map((one) => one[field]))]
    return Promise.all([
      hold(tx, ids('groupId')),
      teachersOn(tx, ids('teacherId'), from),
      tx.rows<{ id: string; name: string; archived: boolean }>(sql`
        select id, name, archived from subject where school_id = current_school() and id = any(${ids('subjectId')}::uuid[])`),
      standingOn(tx, ids('groupId'), from),
    ])
  },
  run: async ({ tx, found: [groups, teachers, subjects, standing], school, today }, { assignments, from }) => {
    const refusal = whyYearIsClosed(groups, today)
    if (refusal) throw refusal
    for (const one of assignments) {
      const group = groups.find(({ id }) => id === one.groupId)
      const teacher = teachers.find(({ id }) => id === one.teacherId)
      const subject = subjects.find(({ id }) => id === one.subjectId)
      if (!group || !teacher || !subject) throw new Refusal('curriculum.unknown')
      if (from < group.from || from > group.to) throw new Refusal('curriculum.outsideYear')
      if (subject.archived) throw new Refusal('curriculum.archived', { name: subject.name })
      if (!teacher.staff) throw new Refusal('curriculum.notStaff', { name: teacher.name })
      const there = standing.filter(({ groupId, subjectId }) => groupId === one.groupId && subjectId === one.subjectId)
      const stranger = there.find(({ teacherId }) => !one.expected.includes(teacherId))
      const gone = one.expected.some((teacherId) => !there.some((row) => row.teacherId === teacherId))
      if (stranger || gone) throw new Refusal('curriculum.changedMeanwhile', { value: stranger?.name ?? '' })
      if (there.some(({ teacherId }) => teacherId === one.teacherId))
        throw new Refusal('curriculum.alreadyTeaches', { name: teacher.name })
    }
    const given = await assignMany(
      tx,
      school.schoolId,
      assignments.map(({ groupId, subjectId, teacherId, halfHours }) => ({
        groupId,
        subjectId,
        teacherId,
        halfHours,
        from,
        to: null,
      })),
    )
    await passLessons(tx, given, laterOf(from, today))
    return {}
  },
  announce: (_school, { assignments }) => ['school', ...new Set(assignments.map(({ teacherId }) => `person:${teacherId}`))],
})

type Assignment = Input<'curriculum.reassign'>['expected'] & {
  courseId: string
  name: string
  year: YearRow
  again: string | null
}

/** An assignment, held, with its year; `again` names a teacher who has another one of the same course at a time from this day on. */
const assignmentById = (tx: ReadTx, assignmentId: string, teacherId: string | null, from: PlainDate) =>
  tx.maybe<Assignment>(sql`
    select a.course_id as "courseId", a.teacher_id as "teacherId", a.weekly_half_hours as "halfHours", a.from_date as "from", a.to_date as "to",
      concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      json_build_object('schoolYearId', y.id, 'name', y.name, 'from', y.from_date, 'to', y.to_date) as year,
      (select concat_ws(' ', t.surname, t.given_name, nullif(t.patronymic, '')) from assignment o
          join person t on t.school_id = o.school_id and t.id = o.teacher_id
        where o.school_id = a.school_id and o.course_id = a.course_id and o.id <> a.id and o.teacher_id = coalesce(${teacherId}::uuid, a.teacher_id)
          and coalesce(o.to_date, 'infinity') >= greatest(${from}::date, o.from_date) limit 1) as again
    from assignment a join person p on p.school_id = a.school_id and p.id = a.teacher_id
      join course c on c.school_id = a.school_id and c.id = a.course_id
      join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
    where a.school_id = current_school() and a.id = ${assignmentId} for update of a`)

const reassignCommand = implement('curriculum.reassign', {
  load: theSchool,
  prepare: (tx, { assignmentId, teacherId, from }) =>
    // The day is read first by what is answered first: one that does not exist is refused by its own name.
    Promise.all([teachersOn(tx, [teacherId], from), assignmentById(tx, assignmentId, teacherId, from)]),
  run: async ({ tx, found: [[teacher], standing], school, today }, { assignmentId, teacherId, halfHours, from, expected }) => {
    if (!standing || !teacher) throw new Refusal('curriculum.unknown')
    const refusal = whyYearIsClosed([standing.year], today)
    if (refusal) throw refusal
    if (!isSame(standing, expected)) throw await changedMeanwhile(tx, assignmentId, assignmentText(standing))
    if (standing.teacherId === teacherId && standing.halfHours === halfHours) return {}
    if (from < standing.from) throw new Refusal('curriculum.beforeAssignment', { from: standing.from })
    if (standing.to !== null && from > standing.to) throw new Refusal('curriculum.assignmentEnded', { to: standing.to })
    if (from > standing.year.to) throw new Refusal('curriculum.outsideYear')
    if (!teacher.staff) throw new Refusal('curriculum.notStaff', { name: teacher.name })
    if (standing.again) throw new Refusal('curriculum.alreadyTeaches', { name: standing.again })
    if (from === standing.from) {
      await tx.run(sql`
        update assignment set teacher_id = ${teacherId}, weekly_half_hours = ${halfHours}
        where school_id = current_school() and id = ${assignmentId}`)
    } else {
      await tx.run(sql`
        with ended as (
          update assignment set to_date = ${addDays(from, -1)} where school_id = current_school() and id = ${assignmentId})
        insert into assignment (school_id, course_id, teacher_id, weekly_half_hours, from_date, to_date)
        values (${school.schoolId}, ${standing.courseId}, ${teacherId}, ${halfHours}, ${from}, ${standing.to})`)
    }
    await passLessons(tx, [{ courseId: standing.courseId, teacherId }], laterOf(from, today))
    return {}
  },
  announce: (_school, { teacherId, expected }) => ['school', `person:${teacherId}`, `person:${expected.teacherId}`],
})

const endAssignmentCommand = implement('curriculum.endAssignment', {
  load: theSchool,
  prepare: (tx, { assignmentId, expected }) => assignmentById(tx, assignmentId, null, expected.from),
  run: async ({ tx, found: standing, today }, { assignmentId, to, expected }) => {
    if (!standing) throw new Refusal('curriculum.unknown')
    const refusal = whyYearIsClosed([standing.year], today)
    if (refusal) throw refusal
    if (!isSame(standing, expected)) throw await changedMeanwhile(tx, assignmentId, assignmentText(standing))
    if (to !== null && to < addDays(standing.from, -1)) throw new Refusal('curriculum.beforeAssignment', { from: standing.from })
    if (to !== null && to > standing.year.to) throw new Refusal('curriculum.outsideYear')
    const longer = standing.to !== null && (to === null || to > standing.to)
    if (longer && standing.again) throw new Refusal('curriculum.alreadyTeaches', { name: standing.again })
    await tx.run(sql`update assignment set to_date = ${to} where school_id = current_school() and id = ${assignmentId}`)
    if (longer)
      await passLessons(tx, [{ courseId: standing.courseId, teacherId: standing.teacherId }], laterOf(standing.from, today))
    return {}
  },
  announce: (_school, { expected }) => ['school', `person:${expected.teacherId}`],
})

const laterOf = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)

export const assignmentCommands = [assignCommand, reassignCommand, endAssignmentCommand]
