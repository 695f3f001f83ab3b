import { type Db, sql, type Tx } from '#server/platform/db.ts'
import { alongKeys, openLog, sealLeaves } from './seal.ts'
import { digestsOfTable, LAST_ID, NO_ID } from './tableStatements.ts'
import { tablesWithHistory } from './tables.ts'
import type { SealRow } from './tree.ts'

/** Of one transaction: some tens of milliseconds. */
const BATCH = 1_000

type Origin =
  | { stage: 'operations'; after: string | null; mark: number }
  | { stage: 'changes'; after: number; mark: number }
  | { stage: 'rows'; table: string; after: string | null }

/**
 * Takes in what was there before the log began — operations, changes in blocks, rows that were laid out without a history — along the
 * primary keys, a batch a transaction. Answers whether nothing is left; stops early when `goOn` says so.
 */
export async function takeIn(db: Db, schoolId: number, goOn: () => boolean = () => true): Promise<boolean> {
  while (goOn()) {
    const done = await db.write(schoolId, crypto.randomUUID(), async (tx) => {
      const last = await openLog(tx)
      if (last.origin === '') return true
      await alongKeys(tx)
      await takeBatch(tx, last, JSON.parse(last.origin) as Origin)
      return false
    })
    if (done) return true
  }
  return false
}

/** Is what was there before small enough to be taken in at once, at any hour? */
export async function isSmall(db: Db, schoolId: number, most: number): Promise<boolean> {
  const { many } = await db.read(schoolId, (tx) =>
    tx.one<{ many: boolean }>(sql`
      select (select count(*) from (select from change where school_id = current_school() limit ${most}) c) >= ${most} as many`),
  )
  return !many
}

async function takeBatch(tx: Tx, last: SealRow, origin: Origin): Promise<void> {
  const { leaves, next } =
    origin.stage === 'operations'
      ? await takeOperations(tx, last, origin)
      : origin.stage === 'changes'
        ? await takeChanges(tx, last, origin)
        : await takeRows(tx, last, origin)
  await sealLeaves(tx, last, leaves, next ? JSON.stringify(next) : '')
}

type Taken = { leaves: { leaf: Buffer }[]; next: Origin | null }

async function takeOperations(tx: Tx, last: SealRow, { after, mark }: Origin & { stage: 'operations' }): Promise<Taken> {
  const from = after ?? NO_ID
  const { until } = await tx.one<{ until: string | null }>(sql`
    select (select id from operation where school_id = current_school() and id > ${from}::uuid order by id offset ${BATCH - 1} limit 1) as until`)
  const leaves = await tx.rows<{ leaf: Buffer }>(sql`
    with due as materialized (
      select ${last.size}::bigint + row_number() over (order by o.at, o.id) - 1 as idx, o.*, operation_digest(o) as digest
      from operation o where o.school_id = current_school() and o.id > ${from}::uuid and o.id <= ${until ?? LAST_ID}::uuid
        and (select true from outbox x where x.school_id = o.school_id and x.operation_id = o.id limit 1) is null
        and (select true from log_leaf l where l.school_id = o.school_id and l.operation_id = o.id and l.kind = 'operation' limit 1) is null
    ), written as (
      insert into log_leaf (school_id, idx, kind, at, name, operation_id, actor_id, session_id, about, digest)
      select current_school(), d.idx, 'operation', d.at, d.name, d.id, d.actor_id, d.session_id, d.about, d.digest from due d
      returning idx, leaf
    ), touched as (
      select d.idx, d.at, d.about as id from due d where d.about is not null
      union select d.idx, d.at, s.id from due d cross join lateral subjects_in(d.input) s (id)
      union select d.idx, d.at, s.id from due d join lesson l on l.school_id = d.school_id and l.id = d.about
        join course c on c.school_id = l.school_id and c.id = l.course_id cross join lateral (values (c.id), (c.group_id)) s (id)
    ), found as (
      insert into log_subject (school_id, subject_id, at, idx) select current_school(), id, at, idx from touched
    )
    select leaf from written order by idx`)
  return { leaves, next: until ? { stage: 'operations', after: until, mark } : { stage: 'changes', after: 0, mark } }
}

async function takeChanges(tx: Tx, last: SealRow, { after, mark }: Origin & { stage: 'changes' }): Promise<Taken> {
  const rows = await tx.rows<{ leaf: Buffer; until: number }>(sql`
    with due as materialized (
      select c.* from change c where c.school_id = current_school() and c.id > ${after} and c.id <= ${mark} order by c.id limit ${BATCH}
    ), written as (
      insert into log_leaf (school_id, idx, kind, at, changes, digests)
      select current_school(), ${last.size}::bigint, 'changes', now(), array_agg(d.id order by d.id), string_agg(change_digest(d), ''::bytea order by d.id)
      from due d having count(*) > 0 returning leaf
    ), found as (
      insert into log_subject (school_id, subject_id, at, idx)
      select distinct current_school(), s.id, l.at, l.idx from due d
        join log_leaf l on l.school_id = current_school() and l.operation_id = d.operation_id and l.kind = 'operation'
        cross join lateral subjects_of(d) s (id)
      on conflict do nothing
    )
    select leaf, (select max(id) from due) as until from written`)
  const until = rows[0]?.until
  return { leaves: rows, next: until ? { stage: 'changes', after: until, mark } : { stage: 'rows', table: '', after: null } }
}

async function takeRows(tx: Tx, last: SealRow, { table, after }: Origin & { stage: 'rows' }): Promise<Taken> {
  const following = (await tablesWithHistory(tx)).filter(({ name }) => (after === null ? name > table : name >= table))
  let from = after
  for (const one of following) {
    const batch = { after: from, batch: BATCH, idx: last.size }
    const { leaf, until } = await tx.one<{ leaf: Buffer | null; until: string | null }>(digestsOfTable(one, batch))
    if (leaf || until) return { leaves: leaf ? [{ leaf }] : [], next: { stage: 'rows', table: one.name, after: until } }
    from = null
  }
  return { leaves: [], next: null }
}
