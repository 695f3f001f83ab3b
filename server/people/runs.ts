import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { closeKnownPasswords } from '#server/access/closeAccount.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'

/** The place in the history from which on an operation writes: asked before its first write. */
export const nextChange = async (tx: ReadTx): Promise<number> =>
  (await tx.one<{ first: number }>(sql`select coalesce(max(id), 0) + 1 as first from change where school_id = current_school()`))
    .first

/** Notes what the operation has written since `first`, so that people.takeBack can take it back; answers the id. */
export async function writeRun(tx: Tx, first: number, people: number): Promise<string> {
  const { id } = await tx.one<{ id: string }>(sql`
    insert into card_run (school_id, operation_id, people, first_change, last_change)
    select current_school(), current_operation(), ${people}, ${first}, coalesce(max(id), ${first}) from change where school_id = current_school() returning id`)
  return id
}

type Run = Output<'people.runs'>['runs'][number]

export const runsQuery = answer('people.runs', {
  load: theSchool,
  run: async ({ tx }) => ({
    runs: await tx.rows<Run>(sql`
      select r.id as "runId", case o.name when 'people.merge' then 'merge' else 'change' end as what, o.at,
        concat(a.surname, ' ', left(a.given_name, 1), '.', ' ' || left(nullif(a.patronymic, ''), 1) || '.') as by, r.people,
        k.id as "keptId", concat_ws(' ', k.surname, k.given_name, nullif(k.patronymic, '')) as kept,
        concat_ws(' ', d.surname, d.given_name, nullif(d.patronymic, '')) as double, o.input ->> 'kind' as kind,
        coalesce(o.input -> 'changes', '{}') as changes, u.at as "undoneAt",
        case when b.id is null then '' else concat(b.surname, ' ', left(b.given_name, 1), '.', ' ' || left(nullif(b.patronymic, ''), 1) || '.') end as "undoneBy"
      from card_run r join operation o on o.school_id = r.school_id and o.id = r.operation_id
        join person a on a.school_id = o.school_id and a.id = o.actor_id
        left join person k on o.name = 'people.merge' and k.school_id = r.school_id and k.id = (o.input ->> 'personId')::uuid
        left join person d on o.name = 'people.merge' and d.school_id = r.school_id and d.id = (o.input ->> 'doubleId')::uuid
        left join operation u on u.school_id = r.school_id and u.id = r.undone_by
        left join person b on b.school_id = u.school_id and b.id = u.actor_id
      where r.school_id = current_school() order by r.id desc limit 200`),
  }),
})

type Failure = { code?: string; detail?: string }
const CHANGED_SINCE = 'ZV003'

export const takeBackCommand = implement('people.takeBack', {
  load: theSchool,
  run: async ({ tx, now }, { runId }) => {
    const run = await tx.maybe<{ undone: boolean }>(sql`
      select undone_by is not null as undone from card_run where school_id = current_school() and id = ${runId} for update`)
    if (!run) throw new Refusal('access.denied')
    if (run.undone) throw new Refusal('people.takenBack')
    await tx.rows(sql`savepoint standing`)
    await tx.rows(sql`select put_back(${runId})`).catch(async (error: Failure) => {
      if (error.code !== CHANGED_SINCE) throw error
      // Who stands in the way is read in the same transaction, which has to forget its failure first.
      await tx.rows(sql`rollback to savepoint standing`)
      const [id = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(error.detail ?? '') ?? []
      throw new Refusal('people.changedSince', { what: await nameOf(tx, id), ...(await lastChange(tx, id)) })
    })
    await closeKnownPasswords(tx, now)
    await tx.run(sql`update card_run set undone_by = current_operation() where school_id = current_school() and id = ${runId}`)
    return {}
  },
  announce: () => ['school'],
})

/** Whose row it is. */
const nameOf = async (tx: ReadTx, rowId: string): Promise<string> =>
  (
    await tx.one<{ name: string }>(sql`
      with row as (
        select coalesce(after, before) as said from change where school_id = current_school() and row_id = ${rowId}::uuid order by id desc limit 1
      )
      select coalesce((select concat_ws(' ', p.surname, p.given_name) from row cross join unnest(array['id', 'person_id', 'student_id', 'teacher_id', 'guardian_id'])
        with ordinality k (key, place) join person p on p.school_id = current_school() and p.id = (said ->> k.key)::uuid order by k.place limit 1), '') as name`)
  ).name
