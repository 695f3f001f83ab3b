import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { StartFailure } from '#server/platform/startFailure.ts'
import type { Vault } from '#server/platform/vault.ts'

/** Where the secret of an account's app of codes is sealed for. */
export const totpPlace = (schoolId: number, accountId: string): string => `totp ${schoolId} ${accountId}`

type Row = { school_id: number; id: string; totp_secret: string }

/**
 * Seals with the present key what lies in the database as it is or was sealed with an earlier key; the count. By the owner of the
 * database, at start. Fails when something was sealed with a key that is not here: those people could not sign in.
 */
export async function sealSecrets(ownerUrl: string, vault: Vault): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its queries reject by themselves
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zvonok.sealSecrets'))")
    const { rows } = await client.query<Row>('select school_id, id, totp_secret from account where totp_secret is not null')
    const unknown = rows.filter((row) => vault.stateOf(row.totp_secret) === 'unknown').length
    if (unknown > 0)
      throw new StartFailure(
        `Секреты входа в два шага (учётных записей: ${unknown}) зашифрованы другим ключом. Верните прежний: файл secrets.key в папку данных или ключ в ZVONOK_SECRETS_KEY — после нового, через запятую.`,
      )
    const due = rows.filter((row) => vault.stateOf(row.totp_secret) !== 'current')
    for (const schoolId of new Set(due.map((row) => row.school_id))) {
      const own = due.filter((row) => row.school_id === schoolId)
      await client.query(`select set_config('app.school_id', $1, true), set_config('app.operation_id', $2, true)`, [
        String(schoolId),
        randomUUIDv7(),
      ])
      await client.query(
        `update account a set totp_secret = s.sealed from unnest($2::uuid[], $3::text[]) s (id, sealed) where a.school_id = $1 and a.id = s.id`,
        [schoolId, own.map(({ id }) => id), own.map((row) => resealed(row, vault))],
      )
    }
    await client.query('commit')
    return due.length
  } finally {
    await client.end()
  }
}

function resealed({ school_id, id, totp_secret }: Row, vault: Vault): string {
  const place = totpPlace(school_id, id)
  return vault.seal(vault.stateOf(totp_secret) === 'plain' ? totp_secret : vault.open(totp_secret, place), place)
}
