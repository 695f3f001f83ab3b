import { cellText } from '#domain/curriculum/entry.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { changedMeanwhile } from './catalogue.ts'
import { setCurriculumLines } from './planRows.ts'
import { whyYearIsClosed, type YearRow } from './years.ts'

type Cell = Input<'curriculum.setHours'>['cells'][number]
type Line = { id: string; curriculumId: string; subjectId: string; part: string; halfHours: number; subgroups: number }

/** Holds curricula until the operation is through: of two who fill one empty cell the second sees what the first has written. */
const hold = (tx: ReadTx, curriculumIds: string[]) =>
  tx.rows<{ id: string } & YearRow>(sql`
    select c.id, y.id as "schoolYearId", y.from_date as "from", y.to_date as "to"
    from curriculum c join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
    where c.school_id = current_school() and not c.archived and c.id = any(${curriculumIds}::uuid[]) order by c.id for no key update of c`)

const linesOf = (tx: ReadTx, curriculumIds: string[]) =>
  tx.rows<Line>(sql`
    select id, curriculum_id as "curriculumId", subject_id as "subjectId", part, half_hours as "halfHours", subgroups
    from curriculum_line where school_id = current_school() and curriculum_id = any(${curriculumIds}::uuid[])`)

const setHoursCommand = implement('curriculum.setHours', {
  load: theSchool,
  prepare: (tx, { cells }) => {
    const curriculumIds = [...new Set(cells.map(({ curriculumId }) => curriculumId))]
    const subjectIds = [...new Set(cells.map(({ subjectId }) => subjectId))]
    return Promise.all([
      hold(tx, curriculumIds),
      linesOf(tx, curriculumIds),
      tx.rows<{ id: string; name: string; archived: boolean }>(sql`
        select id, name, archived from subject where school_id = current_school() and id = any(${subjectIds}::uuid[])`),
    ])
  },
  run: async ({ tx, found: [held, lines, subjects], school, today }, { cells }) => {
    const planIds = new Set(held.map(({ id }) => id))
    const subjectOf = new Map(subjects.map((subject) => [subject.id, subject]))
    if (cells.some(({ curriculumId, subjectId }) => !planIds.has(curriculumId) || !subjectOf.has(subjectId)))
      throw new Refusal('curriculum.unknown')
    const refusal = whyYearIsClosed(held, today)
    if (refusal) throw refusal
    const standing = new Map(lines.map((line) => [keyOf(line), line]))
    const changed = [...new Map(cells.map((cell) => [keyOf(cell), cell])).values()].filter(
      (cell) => !isSameHours(standing.get(keyOf(cell)), cell.value),
    )
    for (const cell of changed) {
      const line = standing.get(keyOf(cell))
      const subject = subjectOf.get(cell.subjectId)!
      if (!isSameHours(line, cell.expected))
        throw await changedMeanwhile(tx, line?.id ?? cell.subjectId, cellText(line ?? nothing))
      if (subject.archived && cell.value.halfHours > 0) throw new Refusal('curriculum.archived', { name: subject.name })
    }
    if (changed.length > 0)
      await setCurriculumLines(
        tx,
        school.schoolId,
        changed.map(({ curriculumId, subjectId, part, value }) => ({ curriculumId, subjectId, part, ...value })),
      )
    return {}
  },
  announce: () => ['school'],
})

const nothing = { halfHours: 0, subgroups: 1 }
const keyOf = ({ curriculumId, subjectId, part }: Pick<Line, 'curriculumId' | 'subjectId' | 'part'>) =>
  `${curriculumId} ${subjectId} ${part}`

/** A subject without hours is not there, into however many groups it was cut. */
const isSameHours = (line: Cell['value'] | undefined = nothing, other: Cell['value']): boolean =>
  line.halfHours === other.halfHours && (line.subgroups === other.subgroups || line.halfHours === 0)

type Followed = { id: string; name: string; kind: string; grade: number; curriculumId: string | null; planName: string } & YearRow
type Plan = { id: string; schoolYearId: string; grade: number; individual: boolean }

const attachCommand = implement('curriculum.attach', {
  load: theSchool,
  prepare: (tx, { groups }) =>
    Promise.all([
      tx.rows<Followed>(sql`
        select g.id, g.name, g.kind, g.grade, g.curriculum_id as "curriculumId", coalesce(c.name, '') as "planName",
          y.id as "schoolYearId", y.from_date as "from", y.to_date as "to"
        from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
          left join curriculum c on c.school_id = g.school_id and c.id = g.curriculum_id
        where g.school_id = current_school() and not g.archived and g.id = any(${groups.map(({ groupId }) => groupId)}::uuid[])
        order by g.id for no key update of g`),
      tx.rows<Plan>(sql`
        select id, school_year_id as "schoolYearId", grade, individual from curriculum
        where school_id = current_school() and not archived and id = any(${groups.map((one) => one.curriculumId)}::uuid[])`),
    ]),
  run: async ({ tx, found: [found, plans], today }, { groups }) => {
    const refusal = whyYearIsClosed(found, today)
    if (refusal) throw refusal
    const planOf = new Map(plans.map((plan) => [plan.id, plan]))
    const asked = new Map(groups.map((one) => [one.groupId, one]))
    if (found.length < asked.size) throw new Refusal('curriculum.unknown')
    for (const group of found) {
      const { curriculumId, expected } = asked.get(group.id)!
      if (group.curriculumId !== expected && group.curriculumId !== curriculumId)
        throw await changedMeanwhile(tx, group.id, group.planName)
      const plan = planOf.get(curriculumId ?? '')
      if (curriculumId !== null && !plan) throw new Refusal('curriculum.unknown')
      if (plan && !fits(plan, group)) throw new Refusal('curriculum.otherGrade', { name: group.name })
    }
    await tx.run(sql`
      update study_group g set curriculum_id = a."curriculumId"
      from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::jsonb) a ("groupId" uuid, "curriculumId" uuid)
      where g.school_id = current_school() and g.id = a."groupId" and g.curriculum_id is distinct from a."curriculumId"`)
    return {}
  },
  announce: () => ['school'],
})

/** A class follows a plan of its grade and year; an individual plan is followed by the group of one student. */
const fits = (plan: Plan, group: Followed): boolean =>
  plan.grade === group.grade &&
  plan.schoolYearId === group.schoolYearId &&
  group.kind === (plan.individual ? 'individual' : 'class')

export const hoursCommands = [setHoursCommand, attachCommand]
