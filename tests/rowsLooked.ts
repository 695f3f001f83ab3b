import pg from 'pg'
import type { ReadTx, Sql } from '#server/platform/db.ts'
import { testDatabase } from './database.ts'
import type { World } from './world.ts'

type Node = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Node[] } & Record<string, unknown>

/** A row that a node reads, and one that it throws away, counts once each time. */
const looked = (node: Node): number =>
  node['Actual Loops'] *
    (node['Actual Rows'] + Number(node['Rows Removed by Filter'] ?? 0) + Number(node['Rows Removed by Join Filter'] ?? 0)) +
  (node.Plans ?? []).reduce((sum, part) => sum + looked(part), 0)

/**
 * How many rows a reading goes through: says how work grows with the school, which no clock of a busy machine does. At its `worst` no
 * list meets another by hashing or sorting, as in a plan made while the school was empty.
 */
export async function rowsLooked(
  world: World,
  plan: 'usual' | 'worst',
  work: (tx: ReadTx) => Promise<unknown>,
): Promise<{ statements: number; rows: number }> {
  const { appUrl } = await testDatabase()
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const sum = { statements: 0, rows: 0 }
  let before: Promise<unknown> = Promise.resolve()
  const rows = <R>(statement: Sql): Promise<R[]> => {
    const answer = before.then(() => explained<R>(statement))
    before = answer.catch(() => {})
    return answer
  }
  const explained = async <R>({ text, values }: Sql): Promise<R[]> => {
    const said = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, timing off, format json) ${text}`,
      values,
    )
    sum.statements++
    sum.rows += looked(said.rows[0]!['QUERY PLAN'][0]!.Plan)
    return (await client.query(text, values)).rows as R[]
  }
  try {
    await client.query('set jit = off; set plan_cache_mode = force_generic_plan')
    if (plan === 'worst') await client.query('set enable_hashjoin = off; set enable_mergejoin = off; set enable_memoize = off')
    await client.query(`select set_config('app.school_id', $1, false)`, [String(world.schoolId)])
    await work({
      rows,
      one: async <R>(statement: Sql) => (await rows<R>(statement))[0] as R,
      maybe: async <R>(statement: Sql) => (await rows<R>(statement))[0] ?? null,
    })
  } finally {
    await client.end()
  }
  return sum
}
