import { createContext } from 'react'
import type { PlainDate } from '#domain/platform/dates.ts'

/** Ticking homework off, for the family alone. */
export type Ticks = {
  today: PlainDate
  isDone(homeworkId: string): boolean
  tick(homeworkId: string, due: PlainDate, done: boolean): void
}

/** Null for those who only read: a homeroom teacher, a deputy. */
export const TicksContext = createContext<Ticks | null>(null)
