import { addDays, isPlainDate, type PlainDate } from '#domain/platform/dates.ts'

/** Tasks ticked off on this device, each with the day it was due. */
export type Done = Readonly<Record<string, PlainDate>>

const none: Done = {}

/** Where the ticks of a person lie on the device: brothers on one phone keep theirs apart. */
export const doneKey = (personId: string): string => `zvonok.done.${personId}`

/** Two children of one class have the same task: the tick belongs to the child. */
export const taskKey = (studentId: string, homeworkId: string): string => `${studentId}:${homeworkId}`

/** Reads what is stored; anything that is not ticks is no ticks. */
export function readDone(stored: string | null): Done {
  if (stored === null) return none
  try {
    const parsed: unknown = JSON.parse(stored)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return none
    return Object.fromEntries(Object.entries(parsed).filter(([, due]) => typeof due === 'string' && isPlainDate(due)))
  } catch {
    // Somebody else's text under our key: ticks are a convenience, not a record.
    return none
  }
}

/** The ticks with this one set or taken back. Ticks of tasks due more than a month ago are dropped. */
export function withTick(done: Done, task: string, due: PlainDate, ticked: boolean, today: PlainDate): Done {
  const kept = Object.entries(done).filter(([key, day]) => key !== task && day >= addDays(today, -31))
  return Object.fromEntries(ticked ? [...kept, [task, due]] : kept)
}
