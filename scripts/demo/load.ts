import type pg from 'pg'
import type { School } from '#scripts/demo/build.ts'
import type { Story } from '#scripts/demo/history.ts'
import type { TableName } from '#scripts/demo/rows.ts'

const chunkSize = 20000

/** Writes a built school with its history; the caller holds the transaction and has named the school in it. */
export async function loadSchool(client: pg.Client, schoolId: number, { rows, history, layOutId }: School): Promise<void> {
  const tables = Object.keys(rows) as TableName[]
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`)
  for (const table of tables) await insert(client, schoolId, table, rows[table])

  history.operations.sort((a, b) => (a.id < b.id ? -1 : 1))
  await insert(client, schoolId, 'operation', history.operations)
  for (const table of tables) {
    const stories = history.stories[table]
    if (stories.length === 0) await tellAll(client, schoolId, table, layOutId)
    await tellPlain(client, schoolId, table, stories.filter(isPlain))
    await tellChanged(
      client,
      schoolId,
      table,
      stories.filter((story) => !isPlain(story)),
    )
  }
  for (const table of tables) await client.query(`alter table ${table} enable trigger user`)
}

// Keys of the first row name the columns; they are the table's own names.
async function insert(client: pg.Client, schoolId: number, table: string, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map((name) => `"${name}"`)
  const text = `insert into ${table} (school_id, ${columns.join(', ')})
    select $1, ${columns.map((name) => `r.${name}`).join(', ')} from json_populate_recordset(null::${table}, $2) r`
  await inChunks(client, text, rows, (chunk) => [schoolId, JSON.stringify(chunk)])
}

// A row that was made once and never changed is told as it stands.
async function tellPlain(client: pg.Client, schoolId: number, table: TableName, stories: Story[]): Promise<void> {
  const text = `insert into change (school_id, operation_id, table_name, row_id, after)
    select $1, s.operation_id, '${table}', r.id, to_jsonb(r) - '{password_hash,token_hash,totp_secret}'::text[]
    from unnest($2::uuid[], $3::uuid[]) with ordinality as s (row_id, operation_id, place)
    join ${table} r on r.school_id = $1 and r.id = s.row_id
    order by s.place`
  await inChunks(client, text, stories, (chunk) => {
    const ids = (of: (story: Story) => string): string => `{${chunk.map(of).join(',')}}`
    return [schoolId, ids(({ row_id }) => row_id), ids(({ operation_id }) => operation_id)]
  })
}

// Each row as it was: as it is now, with what differed laid over it.
async function tellChanged(client: pg.Client, schoolId: number, table: TableName, stories: Story[]): Promise<void> {
  const text = `insert into change (school_id, operation_id, table_name, row_id, before, after)
    select $1, s.operation_id, '${table}', r.id,
      case when s.before is not null then to_jsonb(r) || s.before end,
      case when s.after is null then to_jsonb(r) else to_jsonb(r) || s.after end
    from rows from (json_to_recordset($2) as (row_id uuid, operation_id uuid, before jsonb, after jsonb)) with ordinality
      as s (row_id, operation_id, before, after, place)
    join ${table} r on r.school_id = $1 and r.id = s.row_id
    order by s.place`
  await inChunks(client, text, stories, (chunk) => [schoolId, JSON.stringify(chunk)])
}

async function tellAll(client: pg.Client, schoolId: number, table: TableName, operationId: string): Promise<void> {
  const text = `insert into change (school_id, operation_id, table_name, row_id, after)
    select school_id, $2, '${table}', id, to_jsonb(r) - '{password_hash,token_hash,totp_secret}'::text[] from ${table} r where school_id = $1 order by id`
  await client.query(text, [schoolId, operationId])
}

// The next chunk is written while the database works on the one before.
async function inChunks<T>(
  client: pg.Client,
  text: string,
  rows: readonly T[],
  encode: (chunk: T[]) => unknown[],
): Promise<void> {
  let pending: Promise<unknown> = Promise.resolve()
  for (let from = 0; from < rows.length; from += chunkSize) {
    const values = encode(rows.slice(from, from + chunkSize))
    await pending
    pending = client.query(text, values)
  }
  await pending
}

function isPlain({ before, after }: Story): boolean {
  return before === null && after === null
}
