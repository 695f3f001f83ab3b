import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import { availableParallelism } from 'node:os'
import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text) // '2026-09-01', never a Date at some midnight
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())

/** A statement with its values apart. Its name makes PostgreSQL plan it once per connection. */
export type Sql = { name: string; text: string; values: unknown[] }

const prepared = new WeakMap<TemplateStringsArray, { name: string; text: string }>()

/** Writes SQL as SQL: sql`select … where id = ${id}`. Values never become text of the statement. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  let known = prepared.get(strings)
  if (!known) {
    const text = strings.reduce((text, part, i) => `${text}$${i}${part}`)
    known = { text, name: createHash('sha256').update(text).digest('base64url').slice(0, 16) }
    prepared.set(strings, known)
  }
  return { name: known.name, text: known.text, values }
}

/** What a query may do with the database. A row's shape is the caller's word; the tests hold it to that. */
export type ReadTx = {
  rows<R>(statement: Sql): Promise<R[]>
  /** The only row; an error when there is none. */
  one<R>(statement: Sql): Promise<R>
  maybe<R>(statement: Sql): Promise<R | null>
}

/** What a command may do besides: it answers how many rows it wrote. */
export type Tx = ReadTx & {
  run(statement: Sql): Promise<number>
  /**
   * The last write of a command, which ends in `select wrote(…)`: travels with the commit. When it wrote less than it had to, nothing of
   * the transaction stays, and the command ends with what `otherwise` finds out.
   */
  must(statement: Sql, otherwise: (tx: ReadTx) => Promise<Error>): void
}

export type BareTx = Omit<Tx, 'must'>

/** A transaction whose last statement may travel with the commit; it fails the transaction, and tells nothing else. */
export type WriteTx = Tx & { last(statement: Sql): void }

export type Db = {
  /** Statements of the work see one school only, read only; sent without waiting for one another when the work does not wait. */
  read<T>(schoolId: number, work: (tx: ReadTx) => Promise<T>): Promise<T>
  /**
   * The same for work that sends all it asks before it waits for anything: the end of the transaction travels with it, and the database
   * wakes once instead of twice. A statement sent later is an error.
   */
  readAtOnce<T>(schoolId: number, work: (tx: ReadTx) => Promise<T>): Promise<T>
  /** One transaction of one operation in one school: committed when the promise resolves, undone when it rejects. */
  write<T>(schoolId: number, operationId: string, work: (tx: WriteTx) => Promise<T>): Promise<T>
  /** Outside any school: sign-in attempts, the one look for a login. */
  bare: BareTx
  /** One transaction outside any school. */
  bareWrite<T>(work: (tx: BareTx) => Promise<T>): Promise<T>
  /** Resolves when a write of any size would be kept now; rejects when it would not, or when two seconds do not tell. */
  provesWrites(): Promise<void>
  pool: pg.Pool
  end(): Promise<void>
}

const isUuid = /^[0-9a-f-]{36}$/

/**
 * Every statement looks rows up by keys inside one school, so one plan fits all values: planning the page or the diary anew costs more
 * than running it, and the first five runs on every connection would pay it. Compiling (jit) never pays for such statements either.
 */
const settings = ['plan_cache_mode=force_generic_plan', 'jit=off', 'timezone=UTC'] // moments in the history read alike whoever wrote them

/** Whoever waits longer than this has gone; what waits for a row as long will not get it. */
const patience = ['statement_timeout=15s', 'lock_timeout=5s']

/**
 * Statements here keep a core busy: connections beyond two a core only push one another out of its caches. With four of them instead of
 * ten two cores save a mark for a seventh less processor time, and the database takes 40 MB less memory.
 */
const ENOUGH = Math.max(4, 2 * availableParallelism())

/** Opens the pool. Connections pipeline: what is sent together travels together. */
export function openDb(url: string, { role, max = ENOUGH }: { role?: string; max?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    options: [...settings, ...patience, ...(role ? [`role=${role}`] : [])].map((setting) => `-c ${setting}`).join(' '),
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection died with its server; the next request takes a new one
  pool.on('connect', (client) => client.on('error', () => {})) // one in use too: its queries reject by themselves
  let full = false
  const db: Db = {
    pool,
    async provesWrites() {
      // On a full disk small writes go on for hours in the room that files have left, while whatever needs a new page is refused.
      const proof = full ? pool.query(needsRoom).then(() => pool.query(heartbeat)) : pool.query(heartbeat)
      await inTime(proof, 2_000)
      full = false
    },
    read: (schoolId, work) => inTransaction(pool, readingOf(schoolId), work, { waitForCommit: false }),
    readAtOnce: (schoolId, work) => atOnce(pool, readingOf(schoolId), work),
    write: (schoolId, operationId, work) => {
      if (!isUuid.test(operationId)) throw new Error('an operation id is a UUID')
      const begin = `begin; set local app.school_id = ${Math.trunc(schoolId)}; set local app.operation_id = '${operationId}'`
      let otherwise: ((tx: ReadTx) => Promise<Error>) | null = null
      const attempt = (tx: InTransaction) =>
        work({
          ...tx,
          must(statement, explain) {
            otherwise = explain
            tx.last(statement)
          },
        })
      return inTransaction(pool, begin, attempt, { waitForCommit: true }).catch(async (error: { code?: string }) => {
        if (error.code === '53100') full = true
        if (error.code === CHANGED_MEANWHILE && otherwise) throw await db.read(schoolId, otherwise)
        throw error
      })
    },
    bare: statements(pool),
    bareWrite: (work) => inTransaction(pool, 'begin', work, { waitForCommit: true }),
    end: () => pool.end(),
  }
  return db
}

/** What the function `wrote` of the database raises. */
const CHANGED_MEANWHILE = 'ZV002'

const heartbeat = 'update heartbeat set at = now()'
const needsRoom = `create temp table room (filler text) on commit drop;
  insert into room select string_agg(gen_random_uuid()::text, '') from generate_series(1, 8000)`

function inTime<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}

const readingOf = (schoolId: number) => `begin read only; set local app.school_id = ${Math.trunc(schoolId)}`

async function atOnce<T>(pool: pg.Pool, begin: string, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  sendTogether(client)
  const began = client.query(begin)
  let over = false
  const query = (statement: Sql) =>
    over ? Promise.reject(new Error('a statement behind the end of its transaction')) : client.query(statement)
  const answer = Promise.try(work, statements({ query }))
  over = true
  const committed = client.query('commit') // undoes what a failed statement left, and says nothing about it
  Promise.all([began, committed]).then(
    () => client.release(),
    (error) => client.release(error),
  )
  return answer
}

type InTransaction = BareTx & Pick<WriteTx, 'last'>

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (tx: InTransaction) => Promise<T>,
  { waitForCommit }: { waitForCommit: boolean },
) {
  const client = await pool.connect()
  let broken: Error | undefined
  let released = false
  const release = () => {
    if (!released) client.release(broken)
    released = true
  }
  try {
    sendTogether(client)
    client.query(begin).catch((error) => {
      broken = error // had it failed, the statement right behind it fails too
    })
    const sentLast: Promise<unknown>[] = []
    const last = (statement: Sql) => {
      if (sentLast.length === 0) sendTogether(client)
      const sent = client.query(statement)
      sent.catch(() => {}) // answered below, with the commit
      sentLast.push(sent)
    }
    const answer = await work({ ...statements(client), last })
    const committed = client.query('commit')
    committed.catch(() => {}) // when what was sent ahead of it fails, that tells why
    if (waitForCommit) {
      await Promise.all(sentLast) // the first that failed tells why
      const { command } = await committed
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
      release()
    } else {
      committed.then(release, (error) => {
        broken = error
        release()
      })
    }
    return answer
  } catch (error) {
    await client.query('rollback').catch((failure) => {
      broken = failure
    })
    release()
    throw error
  }
}

/** What is sent until this turn of the event loop ends travels in one write: the database wakes once for all of it. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}

function statements(client: { query(statement: Sql): Promise<pg.QueryResult> }): BareTx {
  const rows = async <R>(statement: Sql) => (await client.query(statement)).rows as R[]
  return {
    rows,
    one: async <R>(statement: Sql) => {
      const row = (await rows<R>(statement))[0]
      if (row === undefined) throw new Error('a row was expected')
      return row
    },
    maybe: async <R>(statement: Sql) => (await rows<R>(statement))[0] ?? null,
    run: async (statement) => (await client.query(statement)).rowCount ?? 0,
  }
}
