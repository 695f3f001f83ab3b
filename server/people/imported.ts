import type { Kinship } from '#domain/people/rules.ts'
import type { Identity } from '#domain/people/similar.ts'
import { endRolesOfReturning } from '#server/access/roles.ts'
import { sql, type Tx } from '#server/platform/db.ts'

type Card = Identity & { id: string; sex: 'f' | 'm'; languages: string }
type Position = { personId: string; position: string; category: string; from: string }
type Tie = { relation: Kinship; livesWith: boolean; informed: boolean }

/** Cards of a list: new ones under the ids given, known ones rewritten. Rules were asked by who made the list. */
export async function writeCards(tx: Tx, added: readonly Card[], changed: readonly Card[]): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into person (school_id, id, surname, given_name, patronymic, sex, born_on, snils, foreign_languages)
      select current_school(), id, surname, "givenName", patronymic, sex, "bornOn", snils, languages
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) p (id uuid, surname text, "givenName" text, patronymic text, sex text,
        "bornOn" date, snils text, languages text)`)
  if (changed.length > 0)
    await tx.run(sql`
      update person t set surname = p.surname, given_name = p."givenName", patronymic = p.patronymic, sex = p.sex, born_on = p."bornOn",
        snils = p.snils, foreign_languages = p.languages
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) p (id uuid, surname text, "givenName" text, patronymic text, sex text,
        "bornOn" date, snils text, languages text)
      where t.school_id = current_school() and t.id = p.id`)
}

/** Positions of a list, and categories that have changed. */
export async function writePositions(
  tx: Tx,
  added: readonly Position[],
  changed: readonly { id: string; category: string }[],
): Promise<void> {
  if (added.length > 0) {
    await endRolesOfReturning(tx, added)
    await tx.run(sql`
      insert into staff (school_id, person_id, position, category, from_date)
      select current_school(), "personId", position, category, "from"
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) s ("personId" uuid, position text, category text, "from" date)`)
  }
  if (changed.length > 0)
    await tx.run(sql`
      update staff t set category = s.category from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) s (id uuid, category text)
      where t.school_id = current_school() and t.id = s.id`)
}

/** Who is whose guardian by a list, and what is said of those who were already. */
export async function writeTies(
  tx: Tx,
  added: readonly (Tie & { guardianId: string; studentId: string })[],
  changed: readonly (Tie & { id: string })[],
): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into guardian_of (school_id, guardian_id, student_id, relation, lives_with, informed)
      select current_school(), "guardianId", "studentId", relation, "livesWith", informed
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) g ("guardianId" uuid, "studentId" uuid, relation text, "livesWith" boolean,
        informed boolean)`)
  if (changed.length > 0)
    await tx.run(sql`
      update guardian_of t set relation = g.relation, lives_with = g."livesWith", informed = g.informed
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) g (id uuid, relation text, "livesWith" boolean, informed boolean)
      where t.school_id = current_school() and t.id = g.id`)
}
