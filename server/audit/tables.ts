import { type ReadTx, sql } from '#server/platform/db.ts'

/** A table with a history, and its columns that never reach it. */
export type Table = { name: string; secrets: string[] }

/** The tables whose changes the database writes down, in the order of their names: those with its trigger for inserts, switched on or not. */
export async function tablesWithHistory(tx: ReadTx): Promise<Table[]> {
  const rows = await tx.rows<{ name: string; args: string }>(sql`
    select c.relname as name, encode(t.tgargs, 'escape') as args from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and t.tgname = 'record_insert' order by c.relname collate "C"`)
  return rows.map(({ name, args }) => ({ name, secrets: args.split('\\000').filter(Boolean) }))
}

/**
 * Tables whose changes are not written down as they should be: with a history, but a trigger of theirs is gone or switched off, or the wall
 * between schools is down.
 */
export const tablesLaidBare = (tx: ReadTx): Promise<{ name: string }[]> =>
  tx.rows(sql`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('record_insert', 'record_update', 'record_delete'))
        or exists (select from change x where x.school_id = current_school() and x.table_name = c.relname and x.id > (
          select max(id) - 100000 from change where school_id = current_school())))
      and ((select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgenabled in ('O', 'A') and t.tgname in ('record_insert', 'record_update', 'record_delete')) < 3
        or not c.relrowsecurity or not c.relforcerowsecurity)
    order by 1`)
