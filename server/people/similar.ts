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
    ), clue as (
      -- Candidates and cards meet in groups and not in a join: a join planned while the school was empty compares everybody with everybody.
      select surname, given_name, null as snils, number, null::person as card from candidate
      union all
      select null, null, snils, number, null from candidate where snils is not null
      union all
      select name_key(p.surname), name_key(p.given_name), null, null, p from person p where p.school_id = current_school() and p.merged_into is null
      union all
      select null, null, p.snils, null, p from person p where p.school_id = current_school() and p.merged_into is null and p.snils is not null
    ), met as (
      select array_agg(number) filter (where number is not null) as numbers, array_agg(card) filter (where number is null) as cards
      from clue group by surname, given_name, snils having count(number) between 1 and count(*) - 1
    )
    select distinct n.number as candidate, p.id as "personId", p.surname, p.given_name as "givenName", p.patronymic, p.born_on as "bornOn", p.snils
    from met cross join unnest(met.numbers) n (number) cross join unnest(met.cards) p
    order by n.number, p.surname, p.given_name, p.patronymic, p.id`)
  const matches = rows.flatMap((row) => {
    const certainty = similarityOf(candidates[row.candidate]!, row)
    return certainty ? [{ ...row, certainty }] : []
  })
  return matches.sort((a, b) => a.candidate - b.candidate || (a.certainty < b.certainty ? -1 : a.certainty > b.certainty ? 1 : 0))
}

/** Everybody of the school who may have a second card: those of one name are found by the database, and compared by the rule. */
export async function peopleWithDoubles(tx: ReadTx): Promise<Set<string>> {
  const namesakes = await tx.rows<Identity & { personId: string; place: number }>(sql`
    with namesake as (
      select row_number() over () as place, array_agg(p) as cards from person p where p.school_id = current_school() and p.merged_into is null
      group by name_key(p.surname), name_key(p.given_name) having count(*) > 1
    )
    select p.id as "personId", n.place::int, p.surname, p.given_name as "givenName", p.patronymic, p.born_on as "bornOn", p.snils
    from namesake n cross join unnest(n.cards) p`)
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
