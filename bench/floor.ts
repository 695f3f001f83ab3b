import { randomUUIDv7 } from 'node:crypto'
import { weekQuery } from '#server/diary/queries.ts'
import { pageQuery } from '#server/journal/page.ts'
import type { Db, ReadTx, Sql } from '#server/platform/db.ts'
import { CLOCK } from './data.ts'
import type { Load, Outcome } from './scenarios.ts'

export type FloorName = 'page' | 'mark' | 'week'

type Script = () => Promise<unknown>

/** What the same work costs at the least: by hand, through the very pool of the server, with nothing of the program around it. */
const floors: Record<FloorName, (db: Db, load: Load, k: number) => Script> = {
  page: (db, { fixture: { pages } }, k) => {
    let turn = k
    return () => {
      const { courseId, termId, schoolId } = pages[turn++ % pages.length]!
      const statement = statementsOf((tx) => pageQuery.run(asked(tx), { courseId, termId }))[0]!
      return alone(db, schoolId, statement)
    }
  },

  week: (db, { fixture: { students, mondays }, clients }, k) => {
    const own = students.filter((_, i) => i % clients === k)
    let turn = 0
    return () => {
      const { studentId, schoolId } = own[turn % own.length]!
      const monday = mondays[(turn++ + k) % mondays.length]!
      const statement = statementsOf((tx) => weekQuery.run(asked(tx), { studentId, monday }))[0]!
      return alone(db, schoolId, statement)
    }
  },

  // The same rows — operation, mark, and the change that its trigger writes — in one transaction, sent without waiting.
  mark: (db, { fixture: { cells }, clients }, k) => {
    const own = cells.filter((_, i) => i % clients === k)
    let turn = 0
    return async () => {
      const { schoolId, actorId, lessonId, workId, studentId, mark } = own[turn++ % own.length]!
      const client = await db.pool.connect()
      const operationId = randomUUIDv7()
      const input = JSON.stringify({ lessonId, workId, studentId, mark, expected: mark })
      await Promise.all([
        client.query(`begin; set local app.school_id = ${schoolId}; set local app.operation_id = '${operationId}'`),
        client.query({
          name: 'floor-operation',
          text: `insert into operation (school_id, id, name, actor_id, about, input, output) values ($1, $2, 'marks.set', $3, $4, $5, '{}')`,
          values: [schoolId, operationId, actorId, lessonId, input],
        }),
        client.query({
          name: 'floor-mark',
          text: `insert into mark (school_id, work_id, student_id, "values", due_on, comment, basis) values ($1, $2, $3, $4, null, $5, $6)
            on conflict (school_id, work_id, student_id) do update
              set "values" = excluded."values", due_on = excluded.due_on, comment = excluded.comment, basis = excluded.basis`,
          values: [schoolId, workId, studentId, [2 + (turn % 4)], mark.comment, mark.basis],
        }),
        client.query('commit'),
      ])
      client.release()
    }
  },
}

export async function runFloor(db: Db, name: FloorName, load: Load): Promise<Outcome> {
  const scripts = Array.from({ length: load.clients }, (_, k) => floors[name](db, load, k))
  const outcome: Outcome = { requests: 0, seconds: 0, latencies: [], failures: 0, firstFailure: '', bytes: 0 }
  const run = async (script: Script, times: number, latencies: number[]) => {
    for (let i = 0; i < times; i++) {
      const started = performance.now()
      await script()
      latencies.push(performance.now() - started)
    }
  }
  await Promise.all(scripts.map((script) => run(script, Math.ceil(load.warmUp / load.clients), [])))
  const started = performance.now()
  await Promise.all(scripts.map((script) => run(script, Math.ceil(load.requests / load.clients), outcome.latencies)))
  return { ...outcome, seconds: (performance.now() - started) / 1000, requests: outcome.latencies.length }
}

/** The statements that a query sends before it waits for any answer. */
export function statementsOf(query: (tx: ReadTx) => Promise<unknown>): Sql[] {
  const sent: Sql[] = []
  const never = (statement: Sql) => {
    sent.push(statement)
    return new Promise<never>(() => {})
  }
  query({ rows: never, one: never, maybe: never }).catch(() => {})
  return sent
}

export const asked = (tx: ReadTx) =>
  ({ tx, today: CLOCK.slice(0, 10), now: new Date(CLOCK), dependsOn: () => {} }) as unknown as Parameters<typeof pageQuery.run>[0]

async function alone(db: Db, schoolId: number, statement: Sql): Promise<void> {
  const client = await db.pool.connect()
  await Promise.all([
    client.query(`begin read only; set local app.school_id = ${schoolId}`),
    client.query(statement),
    client.query('commit'),
  ])
  client.release()
}
