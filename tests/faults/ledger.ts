import type { Mark } from '#domain/marks/rules.ts'
import type { CommandName, Input } from '#domain/operations.ts'

/** Something a teacher did once, however many times it had to be sent. */
export type Act = {
  /** Unique words in what was written: by them the act is found in the database, whatever id it travelled under. */
  tag: string
  teacherId: string
  operationId: string
  name: CommandName
  input: Input<'marks.set'> | Input<'marks.setMany'> | Input<'journal.setTopic'>
  /** Rows of the journal that it changes. */
  rows: number
  sent: number
  /** `abandoned`: its client died before an answer; it may have happened or not, but not by half. */
  outcome: 'waiting' | 'acknowledged' | 'refused' | 'abandoned'
}

/** What the clients were told, kept where no server and no database can touch it. */
export type Ledger = {
  acts: Act[]
  /** What a teacher saw accepted in a cell that nobody else writes: `work/student` → mark. */
  cells: Map<string, Mark>
  /** Answers that a client cannot understand: not 2xx, not a refusal of the journal, not «unavailable». */
  surprises: string[]
  acknowledged(act: Act): void
  /** Resolves when so many more acts have been acknowledged, false when it takes too long. */
  moreAcknowledged(count: number, withinMs: number): Promise<boolean>
  counts(): Record<Act['outcome'] | 'retries', number>
}

export function newLedger(): Ledger {
  const acts: Act[] = []
  const waiting = new Set<{ left: number; done: (reached: boolean) => void }>()
  return {
    acts,
    cells: new Map(),
    surprises: [],
    acknowledged(act) {
      act.outcome = 'acknowledged'
      for (const one of waiting) if (--one.left === 0) one.done(true)
    },
    moreAcknowledged: (count, withinMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => one.done(false), withinMs)
        const one = {
          left: count,
          done: (reached: boolean) => {
            clearTimeout(timer)
            waiting.delete(one)
            resolve(reached)
          },
        }
        waiting.add(one)
      }),
    counts() {
      const counts = { acknowledged: 0, refused: 0, abandoned: 0, waiting: 0, retries: 0 }
      for (const act of acts) {
        counts[act.outcome]++
        counts.retries += Math.max(0, act.sent - 1)
      }
      return counts
    },
  }
}
