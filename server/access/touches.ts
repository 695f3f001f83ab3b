import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'

/** Since when a session idles, and whether its person has put it to sleep. */
export type Touch = { touchedAt: number; asleep: boolean }

/** The last touch that was noted; of a session nobody has used yet, its beginning. */
export async function lastTouch(tx: ReadTx, sessionId: string): Promise<Touch> {
  const { at, asleep } = await tx.one<{ at: string; asleep: boolean }>(sql`
    select coalesce(t.at, s.created_at) as at, coalesce(t.asleep, false) as asleep
    from session s left join session_touch t on t.school_id = s.school_id and t.session_id = s.id
    where s.school_id = current_school() and s.id = ${sessionId}`)
  return { touchedAt: new Date(at).getTime(), asleep }
}

/** Notes that the session is in use; false when it was put to sleep meanwhile. */
export async function noteTouch(tx: Tx, sessionId: string, at: Date): Promise<boolean> {
  const noted = await tx.run(sql`
    insert into session_touch (school_id, session_id, at) values (current_school(), ${sessionId}, ${at})
    on conflict (school_id, session_id) do update set at = greatest(session_touch.at, excluded.at) where not session_touch.asleep`)
  return noted > 0
}

/** Puts a session to sleep, or wakes it. */
export const noteSleep = (tx: Tx, sessionId: string | null, asleep: boolean, at: Date): Promise<number> =>
  tx.run(sql`
    insert into session_touch (school_id, session_id, at, asleep) values (current_school(), ${sessionId}, ${at}, ${asleep})
    on conflict (school_id, session_id) do update set at = excluded.at, asleep = excluded.asleep`)
