import type { AccountRow } from '#scripts/demo/accessRows.ts'
import { type Day, instantOf, momentOf } from '#scripts/demo/days.ts'
import { transliterate } from '#scripts/demo/grammar.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Login } from '#scripts/demo/people.ts'
import type { PersonRow } from '#scripts/demo/rows.ts'

/** An account for everybody: `ivanova.ma`, with a number when it is taken. */
export function openAccounts(options: {
  ids: Ids
  logins: Login[]
  passwordHash: string
  suffix: string
  opens: Day
}): AccountRow[] {
  const { ids, logins, passwordHash, suffix, opens } = options
  const taken = new Set(logins.flatMap(({ login }) => login ?? []))
  const createdAt = instantOf(momentOf(opens - 5, 11 * 60))

  return logins.map(({ person, login }) => ({
    id: ids.next(),
    person_id: person.id,
    login: (login ?? freeLogin(taken, person)) + suffix,
    password_hash: passwordHash,
    must_change_password: false,
    welcomed_at: createdAt,
    blocked_at: null,
    created_at: createdAt,
    totp_secret: null,
    totp_since: null,
  }))
}

function freeLogin(taken: Set<string>, { surname, given_name, patronymic }: PersonRow): string {
  const initials = [given_name, patronymic].map((name) => transliterate(name).slice(0, 1)).join('')
  const base = `${transliterate(surname)}.${initials}`
  let login = base
  for (let number = 2; taken.has(login); number++) login = base + number
  taken.add(login)
  return login
}
