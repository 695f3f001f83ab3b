import type { PersonFacts } from '#domain/people/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

export type Standing = PersonFacts & { mergedInto: string | null; employed: boolean }

/** A card as it stands, held until the operation is through; who is not there is nobody's business: access.denied. */
export async function heldPerson(tx: ReadTx, personId: string, today: string): Promise<Standing> {
  const row = await tx.maybe<Standing>(sql`
    select surname, given_name as "givenName", patronymic, sex, born_on as "bornOn", snils, foreign_languages as "foreignLanguages",
      merged_into as "mergedInto", exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id
        and coalesce(s.to_date, 'infinity') >= ${today}) or exists (select from role_grant r where r.school_id = p.school_id
        and r.person_id = p.id and coalesce(r.to_date, 'infinity') >= ${today}) as employed
    from person p where school_id = current_school() and id = ${personId} for update`)
  if (!row) throw new Refusal('access.denied')
  return row
}

/** The same, when it may still be written on. Refusal: people.merged. */
export async function writablePerson(tx: ReadTx, personId: string, today: string): Promise<Standing> {
  const person = await heldPerson(tx, personId, today)
  if (person.mergedInto !== null) throw new Refusal('people.merged')
  return person
}

/** The facts alone, without what is only known about the card. */
export const factsOf = ({ mergedInto: _, employed: __, ...facts }: Standing): PersonFacts => facts
