import { type ReadTx, sql } from './db.ts'

/** Who changed a row last, and when: what a person is told when two wrote in one place. */
export async function lastChange(tx: ReadTx, rowId: string): Promise<{ by: string; at: string }> {
  const row = await tx.maybe<{ by: string; at: string }>(sql`
    select concat(p.surname, ' ', coalesce(left(p.given_name, 1) || '. ' || left(nullif(p.patronymic, ''), 1) || '.', p.given_name)) as by, o.at
    from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
      join person p on p.school_id = o.school_id and p.id = o.actor_id
    where c.school_id = current_school() and c.row_id = ${rowId} order by c.id desc limit 1`)
  return row ?? { by: '', at: '' }
}

/** The same of one column: the rest of the row is other people's business. */
export async function lastChangeOf(tx: ReadTx, rowId: string, column: string): Promise<{ by: string; at: string }> {
  const row = await tx.maybe<{ by: string; at: string }>(sql`
    select concat(p.surname, ' ', coalesce(left(p.given_name, 1) || '. ' || left(nullif(p.patronymic, ''), 1) || '.', p.given_name)) as by, o.at
    from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
      join person p on p.school_id = o.school_id and p.id = o.actor_id
    where c.school_id = current_school() and c.row_id = ${rowId} and c.before -> ${column}::text is distinct from c.after -> ${column}::text
    order by c.id desc limit 1`)
  return row ?? { by: '', at: '' }
}
