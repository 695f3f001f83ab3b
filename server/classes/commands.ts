import { className, subgroupName } from '#domain/classes/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { groupFacts, proveInYear, proveNameFree } from './facts.ts'
import { groupCommands } from './groups.ts'
import { insertClasses, setHomerooms } from './insert.ts'
import { movementCommands } from './movement.ts'
import { movementLineCommands } from './movementLines.ts'
import { ownPlanCommands } from './ownPlan.ts'
import { promoteCommands } from './promote.ts'
import { subgroupCommands } from './subgroups.ts'
import { schoolOfYear } from './subjects.ts'

export const createClassCommand = implement('classes.create', {
  load: schoolOfYear,
  run: async ({ tx }, { yearId, teacherId, ...given }) => {
    const year = await tx.one<{ from_date: string }>(sql`
      select from_date from school_year where school_id = current_school() and id = ${yearId}`)
    const name = className(given.grade, given.letter)
    await proveNameFree(tx, yearId, [name])
    await proveCurriculum(tx, yearId, given.curriculumId)
    if (teacherId) await proveStaff(tx, teacherId)
    await insertClasses(tx, yearId, [given])
    if (teacherId) await setHomerooms(tx, [{ classId: given.classId, teacherId, from: year.from_date }])
    return { name }
  },
  announce: (_school, { teacherId }) => ['school', ...(teacherId ? [`person:${teacherId}`] : [])],
})

type ClassCard = Input<'classes.change'>['card']

export const changeClassCommand = implement('classes.change', {
  load: classById,
  run: async ({ tx }, { classId, card, expected }) => {
    const standing = await tx.maybe<ClassCard & { grade: number; yearId: string; name: string }>(sql`
      select k.letter, g.shift, g.study_days as "studyDays", g.capacity, g.ungraded, g.curriculum_id as "curriculumId", g.grade, g.name,
        g.school_year_id as "yearId"
      from school_class k join study_group g on g.school_id = k.school_id and g.id = k.id
      where k.school_id = current_school() and k.id = ${classId} for update of g`)
    if (!standing) throw new Refusal('classes.unknownClass')
    const fields = Object.keys(card) as (keyof ClassCard)[]
    if (fields.every((field) => standing[field] === card[field])) return { name: standing.name }
    if (fields.some((field) => standing[field] !== expected[field]))
      throw new Refusal('classes.changedMeanwhile', await lastChange(tx, classId))
    const name = className(standing.grade, card.letter)
    if (name !== standing.name) await proveNameFree(tx, standing.yearId, [name], [classId])
    if (card.curriculumId !== standing.curriculumId) await proveCurriculum(tx, standing.yearId, card.curriculumId)
    await tx.run(sql`
      update study_group set name = ${name}, shift = ${card.shift}, study_days = ${card.studyDays}, capacity = ${card.capacity},
        ungraded = ${card.ungraded}, curriculum_id = ${card.curriculumId}
      where school_id = current_school() and id = ${classId}`)
    // Its groups learn when it learns; a plan of one’s own whose regime was another keeps it. S4 Р10l.
    await tx.run(sql`
      update study_group set shift = ${card.shift}, study_days = ${card.studyDays}
      where school_id = current_school() and class_id = ${classId} and id <> ${classId} and (shift, study_days) is distinct from (${card.shift}::int, ${card.studyDays}::int)
        and (kind <> 'individual' or (shift, study_days) is not distinct from (${standing.shift}::int, ${standing.studyDays}::int))`)
    if (name !== standing.name) {
      await tx.run(
        sql`update school_class set letter = ${card.letter.trim()} where school_id = current_school() and id = ${classId}`,
      )
      await tx.run(sql`
        update study_group set name = ${subgroupName(name, '')} || substr(name, length(${subgroupName(standing.name, '')}) + 1)
        where school_id = current_school() and class_id = ${classId} and id <> ${classId} and starts_with(name, ${subgroupName(standing.name, '')})`)
    }
    return { name }
  },
  announce: () => ['school'],
})

export const archiveCommand = implement('classes.archive', {
  load: classById,
  run: async ({ tx, today }, { classId }) => {
    const { students } = await tx.one<{ students: number }>(sql`
      select count(distinct e.student_id)::int as students
      from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        join study_group own on own.school_id = g.school_id and (own.id = g.id or (g.kind = 'class' and own.class_id = g.id))
        join enrolment e on e.school_id = own.school_id and e.group_id = own.id
          and coalesce(e.to_date, 'infinity') >= greatest(${today}::date, y.from_date) and ${today}::date <= y.to_date
      where g.school_id = current_school() and g.id = ${classId}`)
    if (students > 0) throw new Refusal('classes.notEmpty', { students })
    await tx.run(
      sql`update study_group set archived = true where school_id = current_school() and id = ${classId} and not archived`,
    )
    return {}
  },
  announce: () => ['school'],
})

export const restoreCommand = implement('classes.restore', {
  load: classById,
  run: async ({ tx }, { classId }) => {
    const group = await groupFacts(tx, classId)
    if (!group?.archived) return {}
    await proveNameFree(tx, group.yearId, [group.name], [classId])
    await tx.run(sql`update study_group set archived = false where school_id = current_school() and id = ${classId}`)
    return {}
  },
  announce: () => ['school'],
})

export const setHomeroomCommand = implement('classes.setHomeroom', {
  load: classById,
  run: async ({ tx }, { classId, teacherId, from, expected }) => {
    const group = await groupFacts(tx, classId)
    if (group?.kind !== 'class') throw new Refusal('classes.unknownClass')
    proveInYear(group, from)
    await tx.rows(sql`select from study_group where school_id = current_school() and id = ${classId} for update`)
    const standing = await tx.maybe<{ id: string; teacherId: string; from: string; last: boolean }>(sql`
      select id, teacher_id as "teacherId", from_date as "from", to_date is null as last from homeroom
      where school_id = current_school() and class_id = ${classId} and ${from}::date between from_date and coalesce(to_date, 'infinity')
      order by from_date desc, id limit 1`)
    if ((standing?.teacherId ?? null) === teacherId && (standing?.last ?? true)) return {}
    if ((standing?.teacherId ?? null) !== expected)
      throw new Refusal('classes.changedMeanwhile', standing ? await lastChange(tx, standing.id) : { by: '', at: '' })
    if (teacherId) await proveStaff(tx, teacherId)
    await setHomerooms(tx, [{ classId, teacherId, from }])
    return {}
  },
  announce: (_class, { teacherId, expected }) => ['school', ...[teacherId, expected].filter(Boolean).map((id) => `person:${id}`)],
})

async function proveStaff(tx: ReadTx, personId: string): Promise<void> {
  const found = await tx.maybe(sql`select 1 from staff where school_id = current_school() and person_id = ${personId} limit 1`)
  if (!found) throw new Refusal('classes.unknownTeacher')
}

async function proveCurriculum(tx: ReadTx, yearId: string, curriculumId: string | null): Promise<void> {
  if (curriculumId === null) return
  const found = await tx.maybe(sql`
    select 1 from curriculum where school_id = current_school() and id = ${curriculumId} and school_year_id = ${yearId} and not archived`)
  if (!found) throw new Refusal('classes.unknownCurriculum')
}

export const classesCommands = [
  createClassCommand,
  changeClassCommand,
  archiveCommand,
  restoreCommand,
  setHomeroomCommand,
  ...groupCommands,
  ...ownPlanCommands,
  ...subgroupCommands,
  ...movementCommands,
  ...movementLineCommands,
  ...promoteCommands,
]
