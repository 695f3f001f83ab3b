import { randomUUIDv7 } from 'node:crypto'
import pg from 'pg'
import { loginOf } from '#domain/access/rules.ts'
import { sexByPatronymic } from '#domain/exchange/people.ts'
import type { PersonName } from '#domain/people/names.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { type Card, type SchoolCard, whyCardIsWrong } from '#domain/school/rules.ts'
import { type Clock, systemClock } from '#server/platform/clock.ts'
import { StartFailure } from '#server/platform/startFailure.ts'
import { hashPassword, oneTimePassword } from './passwords.ts'

export type Opened = { login: string; password: string }
export type Opening = {
  card: Card
  administrator: PersonName & { position: string }
  /** How the login is chosen among those that are taken. */
  login: (taken: (login: string) => boolean) => string
  passwordHash: string
  /** A one-time password has to be changed at the first sign-in. */
  oneTime: boolean
  clock: Clock
  /** What the history is to know besides: from where, after how many wrong codes. */
  noted: object
}

/**
 * Opens the first school of an empty database as zvonok.json describes it; null when a school is there already. The one-time password
 * is answered once and stored only as a hash.
 */
export const openFirstSchool = (ownerUrl: string, school: SchoolCard): Promise<Opened | null> =>
  openUnattended(ownerUrl, school, { first: true })

/** Opens one more school in a database that other schools share. */
export async function openFurtherSchool(ownerUrl: string, school: SchoolCard): Promise<Opened> {
  return (await openUnattended(ownerUrl, school, { first: false }))!
}

async function openUnattended(
  ownerUrl: string,
  { administrator, ...card }: SchoolCard,
  { first }: { first: boolean },
): Promise<Opened | null> {
  const wrong = whyCardIsWrong(card)
  if (wrong?.code === 'school.timeZone')
    throw new StartFailure(`Часовой пояс «${card.timeZone}» неизвестен. Нужен, например, Europe/Moscow.`)
  if (wrong) throw new StartFailure(`Карточка школы заполнена с ошибкой (${wrong.code}). Проверьте запись «school».`)
  const password = oneTimePassword()
  const login = await insertSchool(
    ownerUrl,
    {
      card,
      administrator: { ...administrator, position: 'администратор' },
      login: (taken) => (first ? 'admin' : loginOf(administrator, taken)),
      passwordHash: await hashPassword(password),
      oneTime: true,
      clock: systemClock,
      noted: {},
    },
    { first },
  )
  return login === null ? null : { login, password }
}

/**
 * A school with its first administrator, as one operation with its history, by the owner of the database; the login. Null when it was to
 * be the first and there is one. Two programs at once open one school.
 */
export async function insertSchool(
  ownerUrl: string,
  { card, administrator, login: choose, passwordHash, oneTime, clock, noted }: Opening,
  { first }: { first: boolean },
): Promise<string | null> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its queries reject by themselves
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('zvonok.openSchool'))")
    const { rows } = await client.query<{ last: number }>('select coalesce(max(school_id), 0) as last from school')
    const schoolId = rows[0]!.last + 1
    if (first && schoolId > 1) {
      await client.query('rollback')
      return null
    }
    const { rows: accounts } = await client.query<{ login: string }>('select login from account')
    const taken = new Set(accounts.map(({ login }) => searchForm(login)))
    const login = choose((one) => taken.has(searchForm(one)))
    const [operationId, personId] = [randomUUIDv7(), randomUUIDv7()]
    const { position, ...name } = administrator
    await client.query(`select set_config('app.school_id', $1, true), set_config('app.operation_id', $2, true)`, [
      String(schoolId),
      operationId,
    ])
    await client.query(
      `insert into school (school_id, name, full_name, city, time_zone, inn, ogrn, address, phone, email, site, head_name, head_position)
       select $1, c.name, c."fullName", c.city, c."timeZone", c.inn, c.ogrn, c.address, c.phone, c.email, c.site, c."headName", c."headPosition"
       from jsonb_to_record($2) c (name text, "fullName" text, city text, "timeZone" text, inn text, ogrn text, address text, phone text, email text,
         site text, "headName" text, "headPosition" text)`,
      [schoolId, JSON.stringify(card)],
    )
    await client.query(
      `insert into person (school_id, id, surname, given_name, patronymic, sex) values ($1, $2, $3, $4, $5, $6)`,
      [schoolId, personId, name.surname, name.givenName, name.patronymic, sexByPatronymic(name.patronymic) ?? 'f'],
    )
    await client.query(`insert into staff (school_id, person_id, position, from_date) values ($1, $2, $3, $4)`, [
      schoolId,
      personId,
      position,
      clock.today(card.timeZone),
    ])
    await client.query(`insert into role_grant (school_id, person_id, role, from_date) values ($1, $2, 'administrator', $3)`, [
      schoolId,
      personId,
      clock.today(card.timeZone),
    ])
    await client.query(
      'insert into account (school_id, person_id, login, password_hash, must_change_password) values ($1, $2, $3, $4, $5)',
      [schoolId, personId, login, passwordHash, oneTime],
    )
    await client.query(
      `insert into operation (school_id, id, name, actor_id, about, input, output, at) values ($1, $2, 'school.open', $3, null, $4, '{}', $5)`,
      [schoolId, operationId, personId, JSON.stringify({ card, administrator, login, ...noted }), clock.now()],
    )
    await client.query('commit')
    return login
  } finally {
    await client.end()
  }
}

/** Is there no school yet? */
export async function isEmptyDatabase(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // its queries reject by themselves
  await client.connect()
  try {
    return (await client.query('select 1 from school limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
