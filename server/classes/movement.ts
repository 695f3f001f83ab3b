import type { MovementKind } from '#domain/classes/rules.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById, personById } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { type GroupFacts, groupFacts, proveInYear, proveTermOpen } from './facts.ts'
import { join, leave, writtenFrom } from './stays.ts'

export const enrolCommand = implement('classes.enrol', {
  load: classById,
  run: async ({ tx }, input) => {
    await takeIn(tx, 'enrol', input, input.otherSchool)
    return {}
  },
  announce: (_class, { studentId }) => keysOf(studentId),
})

export const returnCommand = implement('classes.return', {
  load: classById,
  run: async ({ tx }, input) => {
    const { here } = await tx.one<{ here: boolean }>(sql`
      select exists (select from enrolment where school_id = current_school() and student_id = ${input.studentId} and not cancelled
        and to_date < ${input.on}::date) as here`)
    if (!here) throw new Refusal('classes.neverHere')
    await takeIn(tx, 'return', input, '')
    return {}
  },
  announce: (_class, { studentId }) => keysOf(studentId),
})

export const transferCommand = implement('classes.transfer', {
  load: classById,
  run: async ({ tx }, { classId, studentId, on, movementId, groupIds, evenIfWritten, ...words }) => {
    await hold(tx, studentId)
    const to = await openClass(tx, classId, on)
    const from = await stayOn(tx, studentId, on)
    if (from.classId === classId) throw new Refusal('classes.sameClass')
    const old = (await groupFacts(tx, from.classId))!
    if (old.yearId !== to.yearId) throw new Refusal('classes.otherYear')
    await proveTermOpen(tx, old, on)
    await proveTermOpen(tx, to, on)
    await proveGroups(tx, classId, groupIds)
    if (!evenIfWritten) await proveUnwritten(tx, studentId, on)
    await tell(tx, {
      movementId,
      studentId,
      kind: 'transfer',
      on,
      fromId: from.classId,
      toId: classId,
      ...words,
      otherSchool: '',
    })
    await leave(tx, { studentId, on, movementId, toClassId: classId })
    await takeAlong(tx, studentId, on, classId)
    await joinClass(tx, { studentId, on, classId, groupIds, withClass: from.withClass })
    return {}
  },
  announce: (_class, { studentId }) => keysOf(studentId),
})

export const departCommand = implement('classes.depart', {
  load: personById,
  run: async ({ tx }, { personId: studentId, on, movementId, evenIfWritten, ...words }) => {
    await hold(tx, studentId)
    const from = await stayOn(tx, studentId, on)
    await proveTermOpen(tx, (await groupFacts(tx, from.classId))!, on)
    if (!evenIfWritten) await proveUnwritten(tx, studentId, on)
    await tell(tx, { movementId, studentId, kind: 'depart', on, fromId: from.classId, toId: null, ...words })
    await leave(tx, { studentId, on, movementId, toClassId: null })
    return {}
  },
  announce: (_person, { personId }) => keysOf(personId),
})

const keysOf = (studentId: string): string[] => ['school', `person:${studentId}`, `student:${studentId}`]

/** Enrols who is in no class. Refusals: classes.unknownStudent, classes.alreadyEnrolled, and those of the class, its year and groups. */
async function takeIn(
  tx: Tx,
  kind: 'enrol' | 'return',
  { classId, studentId, on, movementId, groupIds, ...words }: Omit<Input<'classes.return'>, 'otherSchool'>,
  otherSchool: string,
): Promise<void> {
  await hold(tx, studentId)
  const to = await openClass(tx, classId, on)
  const standing = await tx.maybe<{ class: string; from: string }>(sql`
    select coalesce(k.name, g.name) as class, e.from_date as "from"
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
      left join study_group k on k.school_id = g.school_id and k.id = g.class_id
    where e.school_id = current_school() and e.student_id = ${studentId} and coalesce(e.to_date, 'infinity') >= ${on}::date
    order by e.from_date, e.id limit 1`)
  if (standing) throw new Refusal('classes.alreadyEnrolled', standing)
  await proveTermOpen(tx, to, on)
  await proveGroups(tx, classId, groupIds)
  const { orderNumber, orderDate, reason } = words
  await tell(tx, { movementId, studentId, kind, on, fromId: null, toId: classId, orderNumber, orderDate, reason, otherSchool })
  await joinClass(tx, { studentId, on, classId, groupIds, withClass: true })
}

/** One movement of a student at a time. Refusal: classes.unknownStudent. */
export async function hold(tx: ReadTx, studentId: string): Promise<void> {
  const held = await tx.maybe(sql`
    select 1 from person where school_id = current_school() and id = ${studentId} and merged_into is null for no key update`)
  if (!held) throw new Refusal('classes.unknownStudent')
}

/** A class that takes students on that day. Refusals: classes.unknownClass, classes.archived, classes.outsideYear. */
async function openClass(tx: ReadTx, classId: string, on: PlainDate): Promise<GroupFacts> {
  const group = await groupFacts(tx, classId)
  if (group?.kind !== 'class') throw new Refusal('classes.unknownClass')
  if (group.archived) throw new Refusal('classes.archived')
  proveInYear(group, on)
  return group
}

/**
 * The class a student is in on a day; `withClass` is false for who learns by a plan of their own alone. Refusals: classes.notEnrolled,
 * classes.movedLater (on).
 */
async function stayOn(tx: ReadTx, studentId: string, on: PlainDate): Promise<{ classId: string; withClass: boolean }> {
  const stays = await tx.rows<{ classId: string; withClass: boolean; from: PlainDate; covers: boolean }>(sql`
    select g.class_id as "classId", g.kind = 'class' as "withClass", e.from_date as "from", e.from_date <= ${on}::date as covers
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual') and g.class_id is not null
    where e.school_id = current_school() and e.student_id = ${studentId} and coalesce(e.to_date, 'infinity') >= ${on}::date
    order by g.kind, e.from_date, e.id`)
  const stay = stays.find((one) => one.covers)
  if (!stay) throw new Refusal('classes.notEnrolled')
  const later = stays.find((one) => !one.covers && one.withClass)
  if (later) throw new Refusal('classes.movedLater', { on: later.from })
  return stay
}

/** Every group named is one of the class, and takes single students. Refusal: classes.unknownGroup. */
async function proveGroups(tx: ReadTx, classId: string, groupIds: readonly string[]): Promise<void> {
  const { known } = await tx.one<{ known: number }>(sql`
    select count(*)::int as known from study_group g
    where g.school_id = current_school() and g.id = any(${groupIds}::uuid[]) and not g.archived and g.kind in ('subgroup', 'elective', 'extracurricular')
      and (g.class_id = ${classId} or exists (select from group_class x where x.school_id = g.school_id and x.group_id = g.id and x.class_id = ${classId} and not x.removed))`)
  if (known !== groupIds.length) throw new Refusal('classes.unknownGroup')
}

/** Refusal: classes.writtenAfter. */
async function proveUnwritten(tx: ReadTx, studentId: string, on: PlainDate): Promise<void> {
  const { since, marks, absences } = await writtenFrom(tx, { studentIds: [studentId], groupIds: null, from: on })
  if (since !== null) throw new Refusal('classes.writtenAfter', { since, marks, absences, name: '' })
}

type Line = {
  movementId: string
  studentId: string
  kind: MovementKind
  on: PlainDate
  fromId: string | null
  toId: string | null
  orderNumber: string
  orderDate: PlainDate | null
  reason: string
  otherSchool: string
}

/** A line of the movement book. */
const tell = (tx: Tx, line: Line): Promise<number> =>
  tx.run(sql`
    insert into movement (school_id, id, student_id, kind, on_date, order_number, order_date, reason, from_group_id, to_group_id, other_school)
    values (current_school(), ${line.movementId}, ${line.studentId}, ${line.kind}, ${line.on}, ${line.orderNumber.trim()}, ${line.orderDate},
      ${line.reason.trim()}, ${line.fromId}, ${line.toId}, ${line.otherSchool.trim()})`)

/** What goes along to another class: the plan of their own is that class's now, and groups across classes are of that class too. */
async function takeAlong(tx: Tx, studentId: string, on: PlainDate, classId: string): Promise<void> {
  await tx.run(sql`
    update study_group g set class_id = ${classId} from enrolment e
    where g.school_id = current_school() and g.kind = 'individual' and e.school_id = g.school_id and e.group_id = g.id and e.student_id = ${studentId}
      and coalesce(e.to_date, 'infinity') >= ${on}::date`)
  await tx.run(sql`
    insert into group_class (school_id, group_id, class_id)
    select distinct g.school_id, g.id, ${classId}::uuid
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
    where e.school_id = current_school() and e.student_id = ${studentId} and coalesce(e.to_date, 'infinity') >= ${on}::date
      and g.kind in ('elective', 'extracurricular') and g.class_id is null
    on conflict (school_id, group_id, class_id) do update set removed = false where group_class.removed`)
}

/** Into the class, what it is part of as a whole, and the groups named. */
async function joinClass(
  tx: Tx,
  {
    studentId,
    on,
    classId,
    groupIds,
    withClass,
  }: { studentId: string; on: PlainDate; classId: string; groupIds: readonly string[]; withClass: boolean },
): Promise<void> {
  const whole = await tx.rows<{ id: string }>(sql`
    select g.id from group_class x join study_group g on g.school_id = x.school_id and g.id = x.group_id
    where x.school_id = current_school() and x.class_id = ${classId} and not x.removed and g.kind in ('combined', 'stream') and not g.archived`)
  await join(tx, { studentId, on, groupIds: [...(withClass ? [classId, ...whole.map(({ id }) => id)] : []), ...groupIds] })
}

export const movementCommands = [enrolCommand, returnCommand, transferCommand, departCommand]
