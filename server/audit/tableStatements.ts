import type { Sql } from '#server/platform/db.ts'
import type { Table } from './tables.ts'

/** Statements about any of the tables with a history: their names come from the database's own catalogue, and are names. */
const nameOf = (table: string): string => {
  if (!/^[a-z][a-z_]*$/.test(table)) throw new Error(`${table} is no name of a table`)
  return `"${table}"`
}
const withoutSecrets = ({ secrets }: Table): string => `- '{${secrets.map(nameOf).join(',')}}'::text[]`

/** Before the first id, and behind the last: «or is null» would keep a plan from its index. */
export const NO_ID = '00000000-0000-0000-0000-000000000000'
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Puts the rows of a batch that nobody's change tells of under a leaf of their own; the end of the batch, null at the end of the table. */
export function digestsOfTable(table: Table, { after, batch, idx }: { after: string | null; batch: number; idx: number }): Sql {
  const name = nameOf(table.name)
  return {
    name: `log.rows.${table.name}`,
    text: `
    with bound as materialized (
      select (select id from ${name} where school_id = current_school() and id > $1::uuid order by id offset $2::int - 1 limit 1) as until
    ), due as materialized (
      select t.id, row_digest(t.id, to_jsonb(t) ${withoutSecrets(table)}) as digest from ${name} t, bound b
      where t.school_id = current_school() and t.id > $1::uuid and t.id <= coalesce(b.until, '${LAST_ID}')
        and (select true from change c where c.school_id = t.school_id and c.row_id = t.id limit 1) is null
    ), written as (
      insert into log_leaf (school_id, idx, kind, at, table_name, row_ids, digests)
      select current_school(), $3::bigint, 'rows', now(), '${table.name}', array_agg(id order by id), string_agg(digest, ''::bytea order by id)
      from due having count(*) > 0 returning leaf
    )
    select (select leaf from written) as leaf, until from bound`,
    values: [after ?? NO_ID, batch, idx],
  }
}

/** The end of a batch of a table along its key; null when it is the last. */
export const endOfBatch = (table: string, after: string | null, batch: number): Sql => ({
  name: `log.end.${table}`,
  text: `select (select id from ${nameOf(table)} where school_id = current_school() and id > $1::uuid order by id offset $2::int - 1 limit 1) as until`,
  values: [after ?? NO_ID, batch],
})

export type Unfolded = { id: string; change: number | null; digest: Buffer }

/**
 * Rows of a batch that are not what their last change made them. Columns that came after that change count as they stand; what a change
 * tells is read as the table's own row, so that a moment written in another time zone is the same moment.
 */
export const unfoldedOf = (table: Table, after: string | null, until: string | null): Sql => ({
  name: `log.fold.${table.name}`,
  text: `
    select t.id, c.id as change,
      sha256(convert_to('zv1' || jsonb_build_array(t.id, to_jsonb(t) ${withoutSecrets(table)})::text, 'UTF8')) as digest
    from ${nameOf(table.name)} t
      left join lateral (select c.id, c.after from change c where c.school_id = t.school_id and c.row_id = t.id and c.table_name = '${table.name}' order by c.id desc limit 1) c on true
    where t.school_id = current_school() and t.id > $1::uuid and t.id <= $2::uuid
      and (c.after is null or to_jsonb(jsonb_populate_record(t, c.after)) <> to_jsonb(t))
    order by t.id`,
  values: [after ?? NO_ID, until ?? LAST_ID],
})

/** Which of the rows that once came in are there no more, though no change took them away. */
export const goneOf = (table: string, rowIds: readonly string[]): Sql => ({
  name: `log.gone.${table}`,
  text: `
    select w.id from unnest($1::uuid[]) w (id)
    where not exists (select from ${nameOf(table)} t where t.school_id = current_school() and t.id = w.id)
      and not exists (select from change c where c.school_id = current_school() and c.row_id = w.id and c.table_name = '${table}' and c.after is null)`,
  values: [rowIds],
})

export const countOf = (table: Table): Sql => ({
  name: `log.count.${table.name}`,
  text: `select count(*)::int as rows from ${nameOf(table.name)} where school_id = current_school()`,
  values: [],
})
