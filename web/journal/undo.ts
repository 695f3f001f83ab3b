import type { Attendance } from '#domain/attendance/rules.ts'
import { type Mark, sameMark } from '#domain/marks/rules.ts'
import type { Change } from './changes.ts'
import { sameAttendance } from './facts.ts'

/** One thing a person did, however many cells it touched, and where the cursor was. */
export type Step = { changes: Change[]; at: { columnId: string; studentId: string } | null }

/** What this person did on this page, and what of it they took back. */
export type Undo = { done: readonly Step[]; undone: readonly Step[] }

export const emptyUndo: Undo = { done: [], undone: [] }

const KEPT = 200

/** After a new step there is nothing to repeat. */
export const remember = (undo: Undo, step: Step): Undo => ({ done: [...undo.done, step].slice(-KEPT), undone: [] })

/** What stands in a slot now. */
export type Current = (change: Change) => Mark | Attendance

export type Reversal = { step: Step; changes: Change[]; skipped: number; undo: Undo }

/**
 * Takes the last step back, or null when there is none. A cell that somebody has changed since then is left alone and counted in
 * `skipped`: undoing my five must not wipe out a colleague's four.
 */
export function takeBack(undo: Undo, current: Current): Reversal | null {
  const step = undo.done.at(-1)
  if (!step) return null
  const turned = step.changes.map(reversed)
  return { ...stillMine(step, turned, current), undo: { done: undo.done.slice(0, -1), undone: [...undo.undone, step] } }
}

/** Does the last step that was taken back once more, under the same condition; null when there is none. */
export function repeat(undo: Undo, current: Current): Reversal | null {
  const step = undo.undone.at(-1)
  if (!step) return null
  return { ...stillMine(step, step.changes, current), undo: { done: [...undo.done, step], undone: undo.undone.slice(0, -1) } }
}

function stillMine(step: Step, wanted: Change[], current: Current) {
  const changes = wanted.filter((change) => sameFact(change, current(change)))
  return { step, changes, skipped: wanted.length - changes.length }
}

function reversed(change: Change): Change {
  return change.kind === 'mark'
    ? { ...change, from: change.to, to: change.from }
    : { ...change, from: change.to, to: change.from }
}

const sameFact = (change: Change, now: Mark | Attendance): boolean =>
  change.kind === 'mark' ? sameMark(change.from, now as Mark) : sameAttendance(change.from, now as Attendance)
