import type { CommandName } from '#domain/operations.ts'

export type Audience = 'student' | 'guardians'

/**
 * Who is told of what. `waitSeconds` is how long a slip of the finger may be put right before anybody hears of it: what stands in the
 * journal after that is told, once, however often it was corrected meanwhile. Homework and topics are not announced: the diary shows
 * them at once, and a family that is called for everything stops listening.
 */
export const noticeRules = [
  { on: 'marks.set', kind: 'mark', to: ['student', 'guardians'] },
  { on: 'marks.setMany', kind: 'mark', to: ['student', 'guardians'] },
  { on: 'attendance.set', kind: 'absence', to: ['guardians'] },
  { on: 'attendance.setMany', kind: 'absence', to: ['guardians'] },
  { on: 'attendance.rollCall', kind: 'absence', to: ['guardians'] },
] as const satisfies readonly { on: CommandName; kind: 'mark' | 'absence'; to: readonly Audience[] }[]

export const NOTICE_WAIT_SECONDS = 120
