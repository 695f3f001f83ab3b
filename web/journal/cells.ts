import { sameMark } from '#domain/marks/rules.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import type { Held } from './changes.ts'
import type { Operation } from './effects.ts'
import { sameAttendance } from './facts.ts'

/** What the sheet needs to know of an operation in the outbox. */
export type Waiting = Operation & {
  id: string
  state: 'storing' | 'kept' | 'sending' | 'refused'
  problem: { code: string; params: RefusalParams; text: string } | null
}

/** A cell as it is shown. `keeping`: being written to this device; `waiting`: kept there, the server has not said yes yet. */
export type Cell = Held & {
  state: 'saved' | 'keeping' | 'waiting' | 'refused'
  /** The operation that was refused, with its reason. */
  refused: Waiting | null
  /** Grows each time somebody else changes the cell. */
  flash: number
}

export const cellKey = (columnId: string, studentId: string): string => `${columnId}:${studentId}`
export const rowKey = (studentId: string): string => `row:${studentId}`
export const isRowKey = (key: string): boolean => key.startsWith('row:')
/** Anything at all on the page. */
export const anyKey = '*'

/** Would the two be painted alike? */
export const sameCell = (a: Cell, b: Cell): boolean =>
  a.state === b.state &&
  a.refused === b.refused &&
  a.flash === b.flash &&
  sameMark(a.mark, b.mark) &&
  sameAttendance(a.attendance, b.attendance)
