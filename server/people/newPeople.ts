import type { Input } from '#domain/operations.ts'
import { fullName } from '#domain/people/names.ts'
import { type PersonFacts, tidyPerson, whyPersonIsWrong } from '#domain/people/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { insertPeople } from './insert.ts'
import { findSimilar } from './similar.ts'

export type SomeGuardian = Input<'people.addGuardian'>['guardian']

/** Cards of new people, tidied, proved and written in one statement. Refusals: those of `whyPersonIsWrong`, people.snilsTaken, people.similarExists. */
export async function writeNewPeople(
  tx: Tx,
  people: readonly PersonFacts[],
  { today, evenIfSimilar }: { today: string; evenIfSimilar: boolean },
): Promise<string[]> {
  const tidied = people.map(tidyPerson)
  for (const person of tidied) {
    const refusal = whyPersonIsWrong(person, today)
    if (refusal) throw refusal
  }
  // Of two who write one person at once the second finds the card.
  if (tidied.length > 0) await tx.rows(sql`select pg_advisory_xact_lock(hashtext('people.newCards'), current_school())`)
  const matches = await findSimilar(tx, tidied)
  const taken = matches.find(({ candidate, snils }) => snils !== null && snils === tidied[candidate]!.snils)
  if (taken) throw new Refusal('people.snilsTaken', { name: fullName(taken) })
  const certain = matches.find(({ certainty }) => certainty === 'certain')
  if (certain && !evenIfSimilar) throw new Refusal('people.similarExists', { name: fullName(certain) })
  return insertPeople(tx, tidied)
}

/** Refusal people.snilsTaken when another card has this СНИЛС. */
export async function refuseTakenSnils(tx: ReadTx, snils: string | null, personId: string): Promise<void> {
  if (snils === null) return
  const other = await tx.maybe<{ surname: string; givenName: string; patronymic: string }>(sql`
    select surname, given_name as "givenName", patronymic from person
    where school_id = current_school() and snils = ${snils} and merged_into is null and id <> ${personId}`)
  if (other) throw new Refusal('people.snilsTaken', { name: fullName(other) })
}

/**
 * Ties guardians to a student, writing cards for those who have none. Refusals: people.guardianUnsaid, people.ownGuardian,
 * people.guardianTwice, and those of new people.
 */
export async function tieGuardians(
  tx: Tx,
  studentId: string,
  guardians: readonly SomeGuardian[],
  { today, from, evenIfSimilar }: { today: string; from: string | null; evenIfSimilar: boolean },
): Promise<string[]> {
  if (guardians.some(({ personId, person }) => (personId === null) === (person === null)))
    throw new Refusal('people.guardianUnsaid')
  const written = await writeNewPeople(
    tx,
    guardians.flatMap(({ person }) => person ?? []),
    { today, evenIfSimilar },
  )
  const ids = guardians.map(({ personId }) => personId ?? written.shift()!)
  if (ids.includes(studentId)) throw new Refusal('people.ownGuardian')
  await refuseStrangers(tx, ids)
  const twice = await tx.maybe<{ surname: string; givenName: string; patronymic: string }>(sql`
    select p.surname, p.given_name as "givenName", p.patronymic from guardian_of g join person p on p.school_id = g.school_id and p.id = g.guardian_id
    where g.school_id = current_school() and g.student_id = ${studentId} and g.guardian_id = any(${ids}::uuid[])
      and coalesce(g.to_date, 'infinity') >= greatest(${today}::date, g.from_date)`)
  if (twice || new Set(ids).size < ids.length) throw new Refusal('people.guardianTwice', { name: twice ? fullName(twice) : '' })
  await tx.run(sql`
    insert into guardian_of (school_id, guardian_id, student_id, relation, lives_with, informed, from_date)
    select current_school(), g.id, ${studentId}, g.relation, g.lives_with, g.informed, coalesce(${from}::date, '2000-01-01')
    from unnest(${ids}::uuid[], ${guardians.map((one) => one.relation)}::text[], ${guardians.map((one) => one.livesWith)}::boolean[],
      ${guardians.map((one) => one.informed)}::boolean[]) g (id, relation, lives_with, informed)`)
  return ids
}

async function refuseStrangers(tx: ReadTx, ids: readonly string[]): Promise<void> {
  const { known, merged } = await tx.one<{ known: number; merged: number }>(sql`
    select count(*)::int as known, count(merged_into)::int as merged from person
    where school_id = current_school() and id = any(${[...new Set(ids)]}::uuid[])`)
  if (known < new Set(ids).size) throw new Refusal('access.denied')
  if (merged > 0) throw new Refusal('people.merged')
}
