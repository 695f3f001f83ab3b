import type { MovementKind } from '#domain/classes/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { groupFacts, proveTermOpen } from './facts.ts'
import { hold } from './movement.ts'
import { attachOrderCommand } from './orderScan.ts'
import { writtenFrom } from './stays.ts'

type Line = {
  kind: MovementKind
  on: PlainDate
  fromId: string | null
  toId: string | null
  orderNumber: string
  orderDate: PlainDate | null
  reason: string
  otherSchool: string
}

export const correctMovementCommand = implement('classes.correctMovement', {
  load: personById,
  run: async ({ tx }, { personId, movementId, line, expected }) => {
    await hold(tx, personId)
    const standing = await lineOf(tx, personId, movementId)
    const fields = Object.keys(line) as (keyof typeof line)[]
    if (fields.every((field) => standing[field] === line[field])) return {}
    if (fields.some((field) => standing[field] !== expected[field]))
      throw new Refusal('classes.changedMeanwhile', await lastChange(tx, movementId))
    await tx.run(sql`
      update movement set order_number = ${line.orderNumber.trim()}, order_date = ${line.orderDate}, reason = ${line.reason.trim()},
        other_school = ${line.otherSchool.trim()}
      where school_id = current_school() and id = ${movementId}`)
    return {}
  },
  announce: () => ['school'],
})

export const cancelMovementCommand = implement('classes.cancelMovement', {
  load: personById,
  run: async ({ tx }, { personId: studentId, movementId }) => {
    await hold(tx, studentId)
    const line = await lineOf(tx, studentId, movementId)
    await proveLast(tx, studentId, movementId, line.on)
    const group = await groupFacts(tx, line.toId ?? line.fromId ?? '')
    if (group) await proveTermOpen(tx, group, line.on)
    const begun = await tx.rows<{ id: string }>(sql`
      select distinct group_id as id from enrolment
      where school_id = current_school() and student_id = ${studentId} and not cancelled and from_date >= ${line.on}::date`)
    const { since, marks, absences } = await writtenFrom(tx, {
      studentIds: [studentId],
      groupIds: begun.map(({ id }) => id),
      from: line.on,
    })
    if (since !== null) throw new Refusal('classes.writtenSince', { since, marks, absences })
    await tx.run(sql`
      update enrolment set meant_from = from_date, from_date = '-infinity', to_date = '-infinity', cancelled = true
      where school_id = current_school() and student_id = ${studentId} and not cancelled and from_date >= ${line.on}::date`)
    await tx.run(sql`
      update enrolment set from_date = coalesce(meant_from, from_date), to_date = meant_to, meant_from = null, meant_to = null, cancelled = false,
        ended_by = null
      where school_id = current_school() and ended_by = ${movementId} and student_id = ${studentId}`)
    if (line.kind === 'transfer')
      await tx.run(sql`
        update study_group g set class_id = ${line.fromId} from enrolment e
        where g.school_id = current_school() and g.kind = 'individual' and g.class_id = ${line.toId} and e.school_id = g.school_id and e.group_id = g.id
          and e.student_id = ${studentId} and coalesce(e.to_date, 'infinity') >= ${line.on}::date`)
    await tx.run(sql`update movement set cancelled = true where school_id = current_school() and id = ${movementId}`)
    return {}
  },
  announce: (_person, { personId }) => ['school', `person:${personId}`, `student:${personId}`],
})

/** A line that stands. Refusal: classes.unknownMovement. */
async function lineOf(tx: ReadTx, studentId: string, movementId: string): Promise<Line> {
  const line = await tx.maybe<Line>(sql`
    select kind, on_date as "on", from_group_id as "fromId", to_group_id as "toId", order_number as "orderNumber", order_date as "orderDate", reason,
      other_school as "otherSchool"
    from movement where school_id = current_school() and id = ${movementId} and student_id = ${studentId} and not cancelled`)
  if (!line) throw new Refusal('classes.unknownMovement')
  return line
}

/** Refusal: classes.laterMovement. */
async function proveLast(tx: ReadTx, studentId: string, movementId: string, on: PlainDate): Promise<void> {
  const later = await tx.maybe<{ on: PlainDate }>(sql`
    select on_date as "on" from movement where school_id = current_school() and student_id = ${studentId} and not cancelled
      and (on_date, id) > (${on}::date, ${movementId}::uuid) order by on_date, id limit 1`)
  if (later) throw new Refusal('classes.laterMovement', { on: later.on })
}

export const movementLineCommands = [attachOrderCommand, correctMovementCommand, cancelMovementCommand]
