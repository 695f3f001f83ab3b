import type { Actor } from '#domain/access/actor.ts'
import { choicesThatCount } from '#domain/access/capabilities.ts'
import { decideRequests, keepGroups } from '#domain/access/duties.ts'
import type { Relation } from '#domain/access/relations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** Roles of this school that decide: who is told that something waits for a decision. */
export type Deciders = { requests: string[]; proposals: string[] }

/** As the permission table has it, with what the school has given to a role or taken from it. */
export async function decidersOf(tx: ReadTx, today: PlainDate): Promise<Deciders> {
  const chosen = await tx.rows<{ capability: string; category: string; allowed: boolean }>(sql`
    select capability, category, allowed from right_choice where school_id = current_school()`)
  const choices = choicesThatCount(chosen)
  const who = (duty: readonly Relation[]) =>
    (['administrator', 'deputyHead', 'head'] as const).filter((role) => {
      const holder = { roles: [{ role, rights: [], from: today, to: null }], choices } as unknown as Actor
      return duty.some((relation) => relation(holder, { kind: 'school' } as never, today))
    })
  return { requests: who(decideRequests as readonly Relation[]), proposals: who(keepGroups as readonly Relation[]) }
}
