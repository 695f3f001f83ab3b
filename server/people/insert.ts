import { randomUUIDv7 } from 'node:crypto'
import type { Identity } from '#domain/people/similar.ts'
import { sql, type Tx } from '#server/platform/db.ts'

export type NewPerson = Identity & { sex: 'f' | 'm'; foreignLanguages: string }

/**
 * Writes cards of new people, all in one statement, and answers their ids in the order given. Asks no rule: names are tidied, СНИЛС
 * checked (`whyPersonIsWrong`) and doubles looked for (`findSimilar`) by the caller; a СНИЛС that somebody has already fails on the index
 * `person_snils`.
 */
export async function insertPeople(tx: Tx, people: readonly NewPerson[]): Promise<string[]> {
  const ids = people.map(() => randomUUIDv7())
  if (people.length === 0) return ids
  await tx.run(sql`
    insert into person (school_id, id, surname, given_name, patronymic, sex, born_on, snils, foreign_languages)
    select current_school(), p.id, p.surname, p.given_name, p.patronymic, p.sex, p.born_on, p.snils, p.foreign_languages
    from unnest(${ids}::uuid[], ${people.map((one) => one.surname)}::text[], ${people.map((one) => one.givenName)}::text[],
      ${people.map((one) => one.patronymic)}::text[], ${people.map((one) => one.sex)}::text[], ${people.map((one) => one.bornOn)}::date[],
      ${people.map((one) => one.snils)}::text[], ${people.map((one) => one.foreignLanguages)}::text[])
      p (id, surname, given_name, patronymic, sex, born_on, snils, foreign_languages)`)
  return ids
}
