import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { isTimeZone, type SchoolCard } from '#domain/school/rules.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'

export type Opened = { login: string; password: string }

/**
 * Opens the first school of an empty database with its first administrator, as one operation with its history; null when a school is
 * there already. The one-time password is answered once and stored only as a hash.
 */
export async function openFirstSchool(ownerUrl: string, card: SchoolCard): Promise<Opened | null> {
  if (!isTimeZone(card.timeZone))
    throw new StartFailure(`Часовой пояс «${card.timeZone}» неизвестен. Нужен, например, Europe/Moscow.`)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zvonok.openFirstSchool'))")
    const { rows } = await client.query<{ n: number }>('select count(*)::int as n from school')
    if (rows[0]!.n > 0) {
      await client.query('rollback')
      return null
    }
    const password = oneTimePassword()
    const operationId = randomUUIDv7()
    const personId = randomUUIDv7()
    const { administrator, ...school } = card
    await client.query(`select set_config('app.school_id', '1', true), set_config('app.operation_id', $1, true)`, [operationId])
    await client.query('insert into school (school_id, name, full_name, city, time_zone) values (1, $1, $2, $3, $4)', [
      school.name,
      school.fullName,
      school.city,
      school.timeZone,
    ])
    await client.query(
      `insert into person (school_id, id, surname, given_name, patronymic, sex) values (1, $1, $2, $3, $4, 'm')`,
      [personId, administrator.surname, administrator.givenName, administrator.patronymic],
    )
    await client.query(
      `insert into staff (school_id, person_id, position, from_date) values (1, $1, 'администратор', (now() at time zone $2)::date)`,
      [personId, school.timeZone],
    )
    await client.query(
      `insert into role_grant (school_id, person_id, role, from_date) values (1, $1, 'administrator', (now() at time zone $2)::date)`,
      [personId, school.timeZone],
    )
    await client.query('insert into account (school_id, person_id, login, password_hash) values (1, $1, $2, $3)', [
      personId,
      'admin',
      await hashPassword(password),
    ])
    await client.query(
      `insert into operation (school_id, id, name, actor_id, about, input, output) values (1, $1, 'school.open', $2, null, $3, '{}')`,
      [operationId, personId, JSON.stringify(card)],
    )
    await client.query('commit')
    return { login: 'admin', password }
  } finally {
    await client.end()
  }
}
