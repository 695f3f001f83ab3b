import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { emptyTree, frontierBytes, frontierFrom, grown, hashOfSeal, rootOf, type SealRow, type Tree } from './tree.ts'

/** Where a seal begins that follows none. */
const NONE = Buffer.alloc(32)
/** What began a minute before a seal may have changes numbered below its mark only if the clock was set back meanwhile. */
const SLACK_SECONDS = 60

export const lastSeal = (tx: ReadTx): Promise<SealRow | null> =>
  tx.maybe<SealRow>(sql`
    select number, size, root, frontier, previous, hash, change_mark, origin, at::text from log_seal
    where school_id = current_school() order by number desc limit 1`)

/** The last seal of the school, for whoever adds to the log: one at a time. The log begins with the first who asks. */
export async function openLog(tx: Tx): Promise<SealRow> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('zvonok.log'), current_school())`)
  const last = await lastSeal(tx)
  if (last) return last
  const { mark } = await markNow(tx)
  return writeSeal(tx, null, emptyTree, JSON.stringify({ stage: 'operations', after: null, mark }))
}

/**
 * Puts operations that leave the outbox under seal, with the changes they made, in the transaction in which they leave it: what is no
 * longer in the queue is in the log. What they changed is looked for among the changes that are younger than the last seal before them.
 */
export async function sealOperations(tx: Tx, operationIds: readonly string[]): Promise<void> {
  if (operationIds.length === 0) return
  const last = await openLog(tx)
  await alongKeys(tx)
  const leaves = await tx.rows<{ leaf: Buffer }>(sql`
    with due as materialized (
      select ${last.size}::bigint + row_number() over (order by o.at, o.id) - 1 as idx, o.* from unnest(${[...operationIds]}::uuid[]) d (id) join operation o on o.school_id = current_school() and o.id = d.id
    ), young as (
      select greatest((select change_mark from log_seal where school_id = current_school() and number = 0),
        (select s.change_mark from log_seal s where s.school_id = current_school()
          and s.at <= (select min(at) from due) - make_interval(secs => ${SLACK_SECONDS}) order by s.at desc limit 1)) as mark
    ), changed as materialized (
      select c.* from change c where c.school_id = current_school() and c.id > (select mark from young) and c.operation_id = any(${[...operationIds]}::uuid[])
    ), gathered as (
      select c.operation_id, array_agg(c.id order by c.id) as ids, string_agg(change_digest(c), ''::bytea order by c.id) as digests,
        (array_agg(c.row_id) filter (where c.table_name = 'session' and c.before is null))[1] as begun
      from changed c group by 1
    ), written as (
      insert into log_leaf (school_id, idx, kind, at, name, operation_id, actor_id, session_id, about, digest, changes, digests)
      select current_school(), d.idx, 'operation', d.at, d.name, d.id, d.actor_id, coalesce(d.session_id, g.begun), d.about,
        (select operation_digest(o) from operation o where o.school_id = d.school_id and o.id = d.id), coalesce(g.ids, '{}'), coalesce(g.digests, '')
      from due d left join gathered g on g.operation_id = d.id
      returning idx, leaf
    ), touched as (
      select d.idx, d.at, d.about as id from due d where d.about is not null
      union select d.idx, d.at, s.id from due d cross join lateral subjects_in(d.input) s (id)
      union select d.idx, d.at, s.id from due d join changed c on c.operation_id = d.id cross join lateral subjects_of(c) s (id)
      union select d.idx, d.at, s.id from due d join lesson l on l.school_id = d.school_id and l.id = d.about
        join course c on c.school_id = l.school_id and c.id = l.course_id cross join lateral (values (c.id), (c.group_id)) s (id)
    ), found as (
      insert into log_subject (school_id, subject_id, at, idx) select current_school(), id, at, idx from touched
    )
    select leaf from written order by idx`)
  await sealLeaves(tx, last, leaves, last.origin)
}

/**
 * What follows in this transaction goes along keys, however large the tables, and is planned for what they hold now: a plan from the day
 * on which the log began takes any index of it for as good as any other.
 */
export const alongKeys = (tx: ReadTx): Promise<unknown> =>
  tx.one(sql`select set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)`)

/** The next seal, over the leaves that have just been written; none when there were none and nothing else is to be said. */
export async function sealLeaves(tx: Tx, last: SealRow, leaves: readonly { leaf: Buffer }[], origin: string): Promise<void> {
  if (leaves.length === 0 && origin === last.origin) return
  const tree: Tree = { size: last.size, frontier: frontierFrom(last.frontier) }
  await writeSeal(
    tx,
    last,
    leaves.reduce((tree, { leaf }) => grown(tree, leaf), tree),
    origin,
  )
}

async function writeSeal(tx: Tx, last: SealRow | null, tree: Tree, origin: string): Promise<SealRow> {
  const { mark, at } = await markNow(tx)
  const told = {
    number: last ? last.number + 1 : 0,
    size: tree.size,
    root: rootOf(tree),
    frontier: frontierBytes(tree),
    previous: last ? last.hash : NONE,
    change_mark: mark,
    origin,
    at,
  }
  const seal = { ...told, hash: hashOfSeal(told) }
  await tx.run(sql`
    insert into log_seal (school_id, number, size, root, frontier, previous, hash, change_mark, origin, at)
    values (current_school(), ${seal.number}, ${seal.size}, ${seal.root}, ${seal.frontier}, ${seal.previous}, ${seal.hash}, ${mark}, ${origin}, ${at}::timestamptz)`)
  return seal
}

/** The last change that can be seen, and a moment after which no operation begins with an earlier one. */
const markNow = (tx: ReadTx): Promise<{ mark: number; at: string }> =>
  tx.one(sql`
    select coalesce((select max(id) from change where school_id = current_school()), 0) as mark, clock_timestamp()::text as at`)
