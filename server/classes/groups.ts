import { isOfWholeClasses } from '#domain/classes/rules.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { type GroupFacts, groupFacts, lastMove, proveInClasses, proveInYear, proveNameFree, proveTermOpen } from './facts.ts'
import { proveNotTaught } from './ownPlan.ts'
import { placeMembers, writtenFrom } from './stays.ts'
import { schoolOfGroup, schoolOfYear } from './subjects.ts'

export const createGroupCommand = implement('classes.createGroup', {
  load: schoolOfYear,
  run: async ({ tx }, { groupId, yearId, kind, name, classIds, capacity, ungraded, studentIds, from }) => {
    const { grade, year } = await classesOf(tx, yearId, classIds)
    proveInYear(year, from)
    proveShape(kind, classIds, studentIds)
    await proveNameFree(tx, yearId, [name.trim()])
    const members = isOfWholeClasses(kind) ? await everybodyOf(tx, classIds, from) : studentIds
    await proveInClasses(tx, { studentIds: members, classIds, on: from })
    await tx.run(sql`
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, capacity, ungraded, shift, study_days)
      select current_school(), ${groupId}, ${yearId}, ${kind}, ${name.trim()}, ${grade}, ${classIds.length === 1 ? classIds[0] : null}, ${capacity},
        ${ungraded}, min(shift), case when count(*) = 1 then min(study_days) end from study_group where school_id = current_school() and id = any(${classIds}::uuid[])`)
    await nameClasses(tx, groupId, classIds)
    await placeMembers(tx, [{ groupId, studentIds: members }], from)
    return { students: members.length }
  },
  announce: () => ['school'],
})

type GroupCard = Input<'classes.changeGroup'>['group']

export const changeGroupCommand = implement('classes.changeGroup', {
  load: schoolOfGroup,
  run: async ({ tx }, { groupId, group, expected, from }) => {
    const standing = await groupHeld(tx, groupId)
    const same = (a: GroupCard, b: GroupCard) =>
      a.name.trim() === b.name.trim() &&
      a.capacity === b.capacity &&
      a.ungraded === b.ungraded &&
      `${a.classIds.toSorted()}` === `${b.classIds.toSorted()}`
    if (same(standing, group)) return {}
    if (!same(standing, expected)) throw new Refusal('classes.changedMeanwhile', await lastChange(tx, groupId))
    const { grade } = await classesOf(tx, standing.yearId, group.classIds)
    proveShape(standing.kind, group.classIds, null)
    if (group.name.trim() !== standing.name) await proveNameFree(tx, standing.yearId, [group.name.trim()], [groupId])
    await tx.run(sql`
      update study_group set name = ${group.name.trim()}, capacity = ${group.capacity}, ungraded = ${group.ungraded}, grade = ${grade},
        class_id = ${group.classIds.length === 1 ? group.classIds[0] : null}
      where school_id = current_school() and id = ${groupId}`)
    if (`${group.classIds.toSorted()}` === `${standing.classIds.toSorted()}`) return {}
    await nameClasses(tx, groupId, group.classIds)
    const now = await membersOf(tx, groupId, from)
    if (isOfWholeClasses(standing.kind)) await setTo(tx, standing, await everybodyOf(tx, group.classIds, from), now, from)
    else await proveInClasses(tx, { studentIds: now, classIds: group.classIds, on: from })
    return {}
  },
  announce: () => ['school'],
})

export const setMembersCommand = implement('classes.setMembers', {
  load: schoolOfGroup,
  run: async ({ tx }, { groupId, studentIds, expected, from }) => {
    const standing = await groupHeld(tx, groupId)
    if (isOfWholeClasses(standing.kind)) throw new Refusal('classes.wholeClasses')
    proveShape(standing.kind, standing.classIds, studentIds)
    const now = await membersOf(tx, groupId, from)
    if (`${now.toSorted()}` === `${studentIds.toSorted()}`) return {}
    if (`${now.toSorted()}` !== `${expected.toSorted()}`)
      throw new Refusal('classes.changedMeanwhile', await lastMove(tx, [groupId]))
    const added = studentIds.filter((id) => !now.includes(id))
    await proveInClasses(tx, { studentIds: added, classIds: standing.classIds, on: from })
    if (standing.kind === 'individual') await proveNotTaught(tx, { groupId, subjectIds: null, studentIds: added, from })
    await setTo(tx, standing, studentIds, now, from)
    return {}
  },
  announce: (_school, { studentIds, expected }) =>
    ['school', ...new Set([...studentIds, ...expected])].map((key) => (key === 'school' ? key : `person:${key}`)),
})

/** The group is theirs from that day on. Refusals: classes.outsideYear, classes.termClosed, classes.writtenAfter. */
async function setTo(
  tx: Tx,
  group: GroupFacts,
  studentIds: readonly string[],
  now: readonly string[],
  from: PlainDate,
): Promise<void> {
  proveInYear(group, from)
  await proveTermOpen(tx, group, from)
  const leaving = now.filter((id) => !studentIds.includes(id))
  await proveNothingWritten(tx, leaving, [group.id], from)
  await placeMembers(tx, [{ groupId: group.id, studentIds }], from)
}

/** Refusal: classes.writtenAfter. */
export async function proveNothingWritten(
  tx: ReadTx,
  studentIds: readonly string[],
  groupIds: readonly string[],
  from: PlainDate,
): Promise<void> {
  if (studentIds.length === 0) return
  const { since, marks, absences, name } = await writtenFrom(tx, { studentIds, groupIds, from })
  if (since !== null) throw new Refusal('classes.writtenAfter', { since, marks, absences, name })
}

/** A group that is kept by hand, held until the operation is through. Refusal: classes.unknownGroup. */
async function groupHeld(tx: ReadTx, groupId: string) {
  await tx.rows(sql`select from study_group where school_id = current_school() and id = ${groupId} for update`)
  const [group, card] = await Promise.all([
    groupFacts(tx, groupId),
    tx.maybe<{ capacity: number | null; ungraded: boolean }>(
      sql`select capacity, ungraded from study_group where school_id = current_school() and id = ${groupId}`,
    ),
  ])
  if (!group || !card || group.archived || group.kind === 'class' || group.kind === 'subgroup')
    throw new Refusal('classes.unknownGroup')
  return { ...group, ...card, kind: group.kind }
}

/** Who is in a group on a day. */
export async function membersOf(tx: ReadTx, groupId: string, on: PlainDate): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct student_id as id from enrolment where school_id = current_school() and group_id = ${groupId}
      and ${on}::date between from_date and coalesce(to_date, 'infinity')`)
  return rows.map(({ id }) => id)
}

/** Everybody of the classes on a day; a student with a plan of their own learns by it and not with the class. */
export async function everybodyOf(tx: ReadTx, classIds: readonly string[], on: PlainDate): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct student_id as id from enrolment where school_id = current_school() and group_id = any(${classIds}::uuid[])
      and ${on}::date between from_date and coalesce(to_date, 'infinity')`)
  return rows.map(({ id }) => id)
}

/** The year of the classes, and the grade by which terms and bells of a group of several are found: the lowest. Refusal: classes.otherYear. */
async function classesOf(tx: ReadTx, yearId: string, classIds: readonly string[]) {
  const year = await tx.one<{ yearFrom: PlainDate; yearTo: PlainDate }>(sql`
    select from_date as "yearFrom", to_date as "yearTo" from school_year where school_id = current_school() and id = ${yearId}`)
  const { known, grade } = await tx.one<{ known: number; grade: number }>(sql`
    select count(*)::int as known, min(grade) as grade from study_group
    where school_id = current_school() and id = any(${classIds}::uuid[]) and kind = 'class' and school_year_id = ${yearId}`)
  if (known !== classIds.length) throw new Refusal('classes.otherYear')
  return { year, grade }
}

/** Refusals: classes.classesNeeded, classes.wholeClasses, classes.oneStudent. */
function proveShape(kind: GroupFacts['kind'], classIds: readonly string[], studentIds: readonly string[] | null): void {
  const whole = kind === 'combined' || kind === 'stream'
  if (whole && classIds.length < 2) throw new Refusal('classes.classesNeeded')
  if (whole && studentIds && studentIds.length > 0) throw new Refusal('classes.wholeClasses')
  if (kind === 'individual' && (classIds.length !== 1 || (studentIds && studentIds.length > 1)))
    throw new Refusal('classes.oneStudent')
}

/** A group of one class has it as its own; one of several names them. */
const nameClasses = (tx: Tx, groupId: string, classIds: readonly string[]): Promise<number> =>
  tx.run(sql`
    insert into group_class (school_id, group_id, class_id, removed)
    select current_school(), ${groupId}, c.id, false from unnest(${classIds}::uuid[]) c (id) where ${classIds.length} > 1
    union all
    select school_id, group_id, class_id, true from group_class
    where school_id = current_school() and group_id = ${groupId} and not removed and (${classIds.length} = 1 or class_id <> all(${classIds}::uuid[]))
    on conflict (school_id, group_id, class_id) do update set removed = excluded.removed`)

export const groupCommands = [createGroupCommand, changeGroupCommand, setMembersCommand]
