import { sql, type Tx } from '#server/platform/db.ts'

/** Closes the account of a person for good, if there is one, and ends its sessions: the card was merged into another. */
export async function closeAccountOf(tx: Tx, personId: string, now: Date): Promise<void> {
  // The account first: a sign-in under way holds it, and its session is there to be ended when it lets go.
  await tx.run(sql`
    update account set blocked_at = coalesce(blocked_at, ${now}), ended_at = coalesce(ended_at, ${now})
    where school_id = current_school() and person_id = ${personId}`)
  await tx.run(sql`
    update session s set ended_at = ${now} from account a
    where s.school_id = current_school() and a.school_id = s.school_id and a.id = s.account_id and a.person_id = ${personId} and s.ended_at is null`)
}

/** Closes again whatever account stands open with a password that was reported as known to others: two cards have been parted. */
export const closeKnownPasswords = (tx: Tx, now: Date): Promise<number> =>
  tx.run(sql`
    update account a set blocked_at = ${now}
    where a.school_id = current_school() and a.blocked_at is null and a.ended_at is null and exists (select from compromise c
      where c.school_id = a.school_id and c.account_id = a.id and not exists (select from credential_issue i
        where i.school_id = c.school_id and i.account_id = c.account_id and i.id > c.id))`)
