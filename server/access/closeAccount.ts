import { sql, type Tx } from '#server/platform/db.ts'

/** Closes the account of a person for good, if there is one, and ends its sessions: the card was merged into another. */
export async function closeAccountOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.run(sql`
    update session s set ended_at = ${now} from account a
    where s.school_id = current_school() and a.school_id = s.school_id and a.id = s.account_id and a.person_id = ${personId} and s.ended_at is null`)
  await tx.run(sql`
    update account set blocked_at = coalesce(blocked_at, ${now}), ended_at = coalesce(ended_at, ${now})
    where school_id = current_school() and person_id = ${personId}`)
}
