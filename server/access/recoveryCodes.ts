import { createHash, randomInt } from 'node:crypto'
import { sql, type Tx } from '#server/platform/db.ts'

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789' // without i, l, o, 0, 1: they are read from paper
const CODES = 10

/** Letters and spaces as a hurried hand types them. */
export const hashCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest()

/** Ten codes of 50 bits: «k7wfx-9mq2p». Earlier ones stop working. */
export async function newRecoveryCodes(tx: Tx, schoolId: number, accountId: string, now: Date): Promise<string[]> {
  const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const codes = Array.from({ length: CODES }, () => `${part()}-${part()}`)
  await dropRecoveryCodes(tx, accountId, now)
  await tx.run(sql`
    insert into recovery_code (school_id, account_id, code_hash)
    select ${schoolId}, ${accountId}::uuid, hash from unnest(${codes.map(hashCode)}::bytea[]) hash`)
  return codes
}

/** The same, unless some are left from the other way of the second step. */
export async function firstRecoveryCodes(tx: Tx, schoolId: number, accountId: string, now: Date): Promise<string[]> {
  const left = await tx.maybe(sql`
    select 1 from recovery_code where school_id = current_school() and account_id = ${accountId} and used_at is null`)
  return left ? [] : newRecoveryCodes(tx, schoolId, accountId, now)
}

/** None of the codes works any more. */
export const dropRecoveryCodes = (tx: Tx, accountId: string, now: Date): Promise<number> =>
  tx.run(sql`
    update recovery_code set used_at = ${now} where school_id = current_school() and account_id = ${accountId} and used_at is null`)
