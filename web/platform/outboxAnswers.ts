import { gates, type RefusalParams } from '#domain/platform/refusal.ts'
import type { Trouble } from './outboxRules.ts'

/**
 * - `refused`: the server's last word about this operation
 * - `pause`: nothing can be sent until the person has signed in, unlocked, or passed another gate
 * - `later`: nobody knows whether it landed; `everything` waits when the whole server is out of reach, else only this operation
 */
export type Verdict =
  | { kind: 'refused'; problem: Trouble }
  | { kind: 'pause'; problem: Trouble }
  | { kind: 'later'; problem: Trouble | null; everything: boolean }

/** Words about the moment, not about the operation: timeout, too early, too many. */
const momentary: readonly number[] = [408, 425, 429]

/** What a failed sending means. An error without a status is no answer at all. */
export function verdictOf(error: unknown): Verdict {
  if (!isProblem(error)) return { kind: 'later', problem: null, everything: true }
  const problem = { code: error.code, params: error.params, text: error.message }
  if (error.status === 401 || error.status === 423 || gates.includes(error.code)) return { kind: 'pause', problem }
  if (momentary.includes(error.status) || error.status > 500) return { kind: 'later', problem, everything: true }
  // A 500 may be the fault of this one operation: the others need not wait for it.
  if (error.status === 500) return { kind: 'later', problem, everything: false }
  return { kind: 'refused', problem }
}

/** Milliseconds before the next try: 1, 2, 4 … 30 seconds, somewhat scattered so that a school does not come back as one. */
export const delayBefore = (failures: number, random: () => number): number =>
  Math.min(30_000, 1000 * 2 ** Math.max(0, failures - 1)) * (0.75 + random() / 2)

type Answered = Error & { status: number; code: string; params: RefusalParams }

const isProblem = (error: unknown): error is Answered =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' && 'code' in error && 'params' in error
