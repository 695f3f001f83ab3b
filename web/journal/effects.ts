import { type Attendance, present } from '#domain/attendance/rules.ts'
import type { Mark } from '#domain/marks/rules.ts'
import type { CommandName, Input } from '#domain/operations.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { attendanceSlot, markSlot } from './slots.ts'

/** What an operation makes stand in one slot. */
export type Effect = { kind: 'mark'; slot: string; to: Mark } | { kind: 'attendance'; slot: string; to: Attendance }

/** An operation as the outbox keeps it. */
export type Operation = { name: CommandName; input: unknown }

/**
 * What an operation writes into cells, whether it waits, flies or has just been saved; [] for an operation about something else.
 * A roll call says something about every student of the page, so it asks who they are.
 */
export function effectsOf(operation: Operation, studentIds: () => Iterable<string>): Effect[] {
  switch (operation.name) {
    case 'marks.set': {
      const { workId, studentId, mark } = operation.input as Input<'marks.set'>
      return [{ kind: 'mark', slot: markSlot(workId, studentId), to: mark }]
    }
    case 'marks.setMany': {
      const { cells } = operation.input as Input<'marks.setMany'>
      return cells.map(({ workId, studentId, mark }) => ({ kind: 'mark', slot: markSlot(workId, studentId), to: mark }))
    }
    case 'attendance.set': {
      const { lessonId, studentId, attendance } = operation.input as Input<'attendance.set'>
      return [{ kind: 'attendance', slot: attendanceSlot(lessonId, studentId), to: attendance }]
    }
    case 'attendance.setMany': {
      const { cells } = operation.input as Input<'attendance.setMany'>
      return cells.map(({ lessonId, studentId, attendance }) => ({
        kind: 'attendance',
        slot: attendanceSlot(lessonId, studentId),
        to: attendance,
      }))
    }
    case 'attendance.rollCall': {
      const { lessonId, absences } = operation.input as Input<'attendance.rollCall'>
      const named = new Map(absences.map((absence) => [absence.studentId, absence]))
      return [...studentIds()].map((studentId) => {
        const absence = named.get(studentId)
        const to: Attendance = absence ? { code: absence.code, minutes: absence.minutes } : present
        return { kind: 'attendance', slot: attendanceSlot(lessonId, studentId), to }
      })
    }
    default:
      return []
  }
}

/**
 * What a refusal tells of the cell in which somebody else was first: what stands there, and what the author of the operation had `seen`.
 * Null for a refusal that tells of no cell.
 */
export function standingTold(
  operation: Operation & { problem: { params: RefusalParams } | null },
): { effect: Effect; seen: Mark | Attendance } | null {
  const { standing } = operation.problem?.params ?? {}
  if (typeof standing !== 'string') return null
  if (operation.name === 'marks.set') {
    const { workId, studentId, expected } = operation.input as Input<'marks.set'>
    return { effect: { kind: 'mark', slot: markSlot(workId, studentId), to: JSON.parse(standing) as Mark }, seen: expected }
  }
  if (operation.name === 'attendance.set') {
    const { lessonId, studentId, expected } = operation.input as Input<'attendance.set'>
    const to = JSON.parse(standing) as Attendance
    return { effect: { kind: 'attendance', slot: attendanceSlot(lessonId, studentId), to }, seen: expected }
  }
  return null
}
