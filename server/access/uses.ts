import { randomUUIDv7 } from 'node:crypto'
import { type DoubleUseKind, doubleUseOf, networkOf, QUIET_DAYS, type Use } from '#domain/access/doubleUse.ts'
import type { School } from '#domain/school/policies.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql, type Tx } from '#server/platform/db.ts'
import { log } from '#server/platform/log.ts'

type Seen = Use & { address: string }
type Account = { uses: Seen[]; toldAt: number }
export type Uses = {
  /** Somebody has just used the account by hand. Never fails, never refuses. */
  note(
    session: { actor: { personId: string; accountId: string; sessionId: string | null }; school: School },
    address: string,
    typed: boolean,
  ): Promise<void>
}

const MOST_ACCOUNTS = 20_000
const MOST_USES = 60
/** An account that has been written down is not looked at again for so long: a family of three does not write all evening. */
const TOLD_AGAIN_MS = 15 * 60_000

/**
 * The last uses of each account, in the memory of this process: a request costs a look at the use before it, and the database hears only
 * of what one person hardly does. What is forgotten at a restart is noticed a quarter of an hour later.
 */
export function openUses(db: Db, clock: Clock, tell: (schoolId: number, personId: string) => void): Uses {
  const accounts = new Map<string, Account>()
  return {
    async note({ actor, school }, address, typed) {
      const { sharedPlaces, sharedMinutes, sharedTypingMinutes } = policiesOf(school)
      if (sharedPlaces === null && sharedTypingMinutes === null) return
      if (!address) return // of a request whose client has hung up nobody knows from where it came
      const now = clock.now()
      const use: Seen = { sessionId: actor.sessionId!, network: networkOf(address), at: now.getTime(), typed, address }
      const account = accounts.get(actor.accountId) ?? { uses: [], toldAt: -TOLD_AGAIN_MS }
      const last = account.uses.at(-1)
      if (last && last.sessionId === use.sessionId && last.network === use.network && last.typed === typed) {
        last.at = use.at
        return
      }
      const window = Math.max(sharedMinutes, sharedTypingMinutes ?? 0) * 60_000
      account.uses = [...account.uses.filter(({ at }) => use.at - at <= window), use].slice(-MOST_USES)
      accounts.delete(actor.accountId)
      if (accounts.size >= MOST_ACCOUNTS) accounts.delete(accounts.keys().next().value!)
      accounts.set(actor.accountId, account)
      if (use.at - account.toldAt < TOLD_AGAIN_MS) return
      const policy = { places: sharedPlaces, placesMinutes: sharedMinutes, typingMinutes: sharedTypingMinutes }
      const kind = doubleUseOf(account.uses, policy)
      if (kind === null) return
      account.toldAt = use.at
      try {
        const asked = await db.write(school.schoolId, randomUUIDv7(), (tx) =>
          noteDoubleUse(tx, actor.accountId, kind, account.uses, now),
        )
        if (asked) tell(school.schoolId, actor.personId)
      } catch (error) {
        log('access.doubleUse', { error: String(error) })
      }
    },
  }
}

const policiesOf = ({ policies }: School) => ({
  sharedPlaces: policies['access.sharedPlaces'],
  sharedMinutes: policies['access.sharedMinutes'],
  sharedTypingMinutes: policies['access.sharedTypingMinutes'],
})

/** Asks the owner, or adds to what they are asked already; false when they have said lately that it was they, or it has been settled. */
async function noteDoubleUse(tx: Tx, accountId: string, kind: DoubleUseKind, uses: readonly Seen[], now: Date): Promise<boolean> {
  const places = [...new Map(uses.map((use) => [`${use.sessionId} ${use.address}`, use])).values()]
  const noted = await tx.run(sql`
    with asked as (
      insert into double_use (school_id, account_id, kind, noticed_at, last_at)
      select current_school(), ${accountId}::uuid, ${kind}::text, ${now}::timestamptz, ${now}::timestamptz
      where not exists (select from double_use d where d.school_id = current_school() and d.account_id = ${accountId}
        and (d.answer = 'mine' or d.settled_at is not null)
        and coalesce(d.settled_at, d.answered_at) > ${now}::timestamptz - make_interval(days => ${QUIET_DAYS}))
      on conflict (school_id, account_id) where answer is null and settled_at is null do update set last_at = excluded.last_at
      returning id
    )
    insert into double_use_place (school_id, double_use_id, session_id, device, address, at)
    select current_school(), asked.id, s.id, s.device, u.address, u.at
    from asked cross join unnest(${places.map(({ sessionId }) => sessionId)}::uuid[], ${places.map(({ address }) => address)}::text[],
        ${places.map(({ at }) => new Date(at))}::timestamptz[]) u (session_id, address, at)
      join session s on s.school_id = current_school() and s.id = u.session_id and s.account_id = ${accountId}
    on conflict (school_id, double_use_id, session_id, address) do update set at = excluded.at`)
  return noted > 0
}
