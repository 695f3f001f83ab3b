import type pg from 'pg'
import type { Ledger } from './ledger.ts'
import { SCHOOL_ID } from './school.ts'

/** Everything in which the database contradicts what the clients were told, or itself. Empty: none lost, none doubled, nothing by half. */
export async function contradictions(owner: pg.ClientBase, ledger: Ledger): Promise<string[]> {
  return [...(await againstLedger(owner, ledger)), ...(await againstHistory(owner)), ...(await againstCells(owner, ledger))]
}

async function againstLedger(owner: pg.ClientBase, ledger: Ledger): Promise<string[]> {
  const { rows } = await owner.query<{ id: string; actor_id: string; tag: string; changed: number }>(
    `select o.id, o.actor_id, coalesce(o.input #>> '{mark,comment}', o.input #>> '{cells,0,mark,comment}', o.input ->> 'topic') as tag,
       (select count(*)::int from change c where c.school_id = o.school_id and c.operation_id = o.id and c.table_name in ('mark', 'lesson')) as changed
     from operation o where o.school_id = $1 and o.name in ('marks.set', 'marks.setMany', 'journal.setTopic')`,
    [SCHOOL_ID],
  )
  const found = Map.groupBy(rows, (row) => row.tag)
  const told: string[] = []
  for (const act of ledger.acts) {
    const operations = found.get(act.tag) ?? []
    found.delete(act.tag)
    const what = `${act.name} ${act.tag}`
    if (operations.length > 1) told.push(`doubled: ${what} is there ${operations.length} times`)
    if (operations.length === 0 && act.outcome === 'acknowledged') told.push(`lost: ${what} was acknowledged`)
    if (operations.length > 0 && act.outcome === 'refused') told.push(`refused and yet done: ${what}`)
    for (const { id, actor_id, changed } of operations) {
      if (operations.length === 1 && id !== act.operationId) told.push(`another id: ${what}`)
      if (actor_id !== act.teacherId) told.push(`another hand: ${what}`)
      if (changed !== act.rows && operations.length === 1)
        told.push(`by half: ${what} changed ${changed} rows instead of ${act.rows}`)
    }
  }
  for (const tag of found.keys()) told.push(`from nowhere: ${tag}`)
  return told
}

/** Every table with a history is the fold of its changes, and each change begins where the one before it ended. */
async function againstHistory(owner: pg.ClientBase): Promise<string[]> {
  const { rows: tables } = await owner.query<{ name: string; secrets: string[] }>(
    `select tgrelid::regclass::text as name, array_remove(string_to_array(encode(tgargs, 'escape'), '\\000'), '') as secrets
     from pg_trigger where tgname = 'record_update' order by 1`,
  )
  const told: string[] = []
  for (const { name, secrets } of tables) {
    const drifted = await owner.query(
      `with folded as (select distinct on (row_id) row_id, after from change where school_id = $1 and table_name = $2 order by row_id, id desc)
       select coalesce(t.id, f.row_id) as id from (select * from ${name} where school_id = $1) t full join folded f on f.row_id = t.id
       where to_jsonb(t) - $3::text[] is distinct from f.after`,
      [SCHOOL_ID, name, secrets],
    )
    for (const { id } of drifted.rows) told.push(`drifted: ${name} ${id} is not what its history says`)
  }
  const torn = await owner.query(
    `select table_name, row_id from (
       select table_name, row_id, before, lag(after) over (partition by table_name, row_id order by id) as previous from change where school_id = $1) c
     where before is distinct from previous`,
    [SCHOOL_ID],
  )
  for (const { table_name, row_id } of torn.rows) told.push(`torn: the history of ${table_name} ${row_id} has a hole`)
  return told
}

/** What a teacher last saw accepted in a cell of their own stands there. */
async function againstCells(owner: pg.ClientBase, ledger: Ledger): Promise<string[]> {
  const { rows } = await owner.query<{ cell: string; values: number[]; comment: string }>(
    `select work_id || '/' || student_id as cell, "values", comment from mark where school_id = $1`,
    [SCHOOL_ID],
  )
  const standing = new Map(rows.map((row) => [row.cell, `${row.values} ${row.comment}`]))
  return [...ledger.cells]
    .filter(([cell, mark]) => standing.get(cell) !== `${mark.values} ${mark.comment}`)
    .map(([cell, mark]) => `another mark: ${cell} should hold ${mark.values} ${mark.comment} and holds ${standing.get(cell)}`)
}
