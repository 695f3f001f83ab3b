import { type Identity, type Similarity, similarityOf } from '#domain/people/similar.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** Somebody of the school who may be the candidate with this number. */
export type Match = Identity & { candidate: number; personId: string; certainty: Similarity }

/**
 * People of the school who may be these candidates: certain ones first, each with the number of its candidate (from 0). One statement for
 * any number of candidates. Cards that were merged away are not found; whoever they were merged into is.
 */
export async function findSimilar(tx: ReadTx, candidates: readonly Identity[]): Promise<Match[]> {
  if (candidates.length === 0) return []
  const rows = await tx.rows<Identity & { candidate: number; personId: string }>(sql`
    with candidate as (
      select (c.number - 1)::int as number, name_key(c.surname) as surname, name_key(c.given_name) as given_name, c.snils
      from unnest(${candidates.map((one) => one.surname)}::text[], ${candidates.map((one) => one.givenName)}::text[],
        ${candidates.map((one) => one.snils)}::text[]) with ordinality c (surname, given_name, snils, number)
    ), keyed as materialized (
      -- Once for everybody: behind the wall between schools a join may not use the index, and would make the keys again for each pair.
      select p.id, name_key(p.surname) as surname, name_key(p.given_name) as given_name
      from person p where p.school_id = current_school() and p.merged_into is null
    ), found as (
      select c.number, p.id from candidate c join keyed p on p.surname = c.surname and p.given_name = c.given_name
      union
      select c.number, p.id from candidate c join person p on p.school_id = current_school() and p.snils = c.snils and p.merged_into is null
    )
    select f.number as candidate, p.id as "personId", p.surname, p.given_name as "givenName", p.patronymic, p.born_on as "bornOn", p.snils
    from found f join person p on p.school_id = current_school() and p.id = f.id
    order by f.number, p.surname, p.given_name, p.patronymic, p.id`)
  const matches = rows.flatMap((row) => {
    const certainty = similarityOf(candidates[row.candidate]!, row)
    return certainty ? [{ ...row, certainty }] : []
  })
  return matches.sort((a, b) => a.candidate - b.candidate || (a.certainty < b.certainty ? -1 : a.certainty > b.certainty ? 1 : 0))
}

/** Everybody of the school who may have a second card: those of one name are found by the database, and compared by the rule. */
export async function peopleWithDoubles(tx: ReadTx): Promise<Set<string>> {
  const namesakes = await tx.rows<Identity & { personId: string; place: number }>(sql`
    with keyed as (
      select id, dense_rank() over w as place, count(*) over (partition by name_key(surname), name_key(given_name)) as n
      from person where school_id = current_school() and merged_into is null
      window w as (order by name_key(surname), name_key(given_name))
    )
    select p.id as "personId", k.place::int, p.surname, p.given_name as "givenName", p.patronymic, p.born_on as "bornOn", p.snils
    from keyed k join person p on p.school_id = current_school() and p.id = k.id where k.n > 1`)
  const doubles = new Set<string>()
  for (const group of Map.groupBy(namesakes, ({ place }) => place).values()) {
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        if (similarityOf(one, other)) doubles.add(one.personId).add(other.personId)
      }
    }
  }
  return doubles
}
