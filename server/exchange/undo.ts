import type { Kind } from '#domain/exchange/kinds.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { heldDays } from '#server/calendar/imported.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'

type Run = { operationId: string; kind: Kind; undone: boolean }
type Failure = { code?: string; detail?: string; table?: string }

const FOREIGN_KEY = '23503'
const CHANGED_SINCE = 'ZV003'

export const undoCommand = implement('exchange.undo', {
  load: theSchool,
  run: async ({ tx }, { importId }) => {
    const run = await tx.maybe<Run>(sql`
      select operation_id as "operationId", kind, undone_by is not null as undone from import_run
      where school_id = current_school() and id = ${importId} for update`)
    if (!run) throw new Refusal('access.denied')
    if (run.undone) throw new Refusal('exchange.undone')
    // Deleting asks every table that could point at a row; of a large school that takes its time.
    await tx.rows(sql`select set_config('statement_timeout', '60s', true)`)
    const outside = run.kind === 'terms' ? await daysOutside(tx) : 0
    await tx.rows(sql`savepoint standing`)
    const { taken } = await tx
      .one<{ taken: number }>(sql`select take_back(${run.operationId}) as taken`)
      .catch(async (error: Failure) => {
        // What stands in the way is read in the same transaction, which has to forget its failure first.
        await tx.rows(sql`rollback to savepoint standing`)
        throw (await whyNot(tx, error)) ?? error
      })
    if (run.kind === 'terms' && (await daysOutside(tx)) > outside)
      throw new Refusal('exchange.inUse', { what: '', table: 'lesson' })
    await tx.run(sql`
      update import_run set undone_by = current_operation() where school_id = current_school() and id = ${importId} and undone_by is null`)
    return { taken }
  },
  announce: () => ['school'],
})

/** Days of held lessons, in all years, on which the grade has no period: their marks would be in no journal page. */
const daysOutside = async (tx: ReadTx): Promise<number> => {
  const years = await tx.rows<{ id: string }>(sql`select id from school_year where school_id = current_school()`)
  let outside = 0
  for (const { id } of years) {
    const terms = await tx.rows<{ fromGrade: number; toGrade: number; from: string; to: string }>(sql`
      select from_grade as "fromGrade", to_grade as "toGrade", from_date as "from", to_date as "to" from term
      where school_id = current_school() and school_year_id = ${id}`)
    const lies = ({ grade, date }: { grade: number; date: string }) =>
      terms.some((term) => term.fromGrade <= grade && grade <= term.toGrade && isWithin(date, term.from, term.to))
    outside += (await heldDays(tx, id)).filter((day) => !lies(day)).length
  }
  return outside
}

/** What stands in the way of taking back, in the words of the school; null for another failure. */
async function whyNot(tx: ReadTx, { code, detail = '', table = '' }: Failure): Promise<Refusal | null> {
  const [id = ''] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(detail) ?? []
  if (code === CHANGED_SINCE) {
    const { by, at } = await lastChange(tx, id)
    return new Refusal('exchange.changedSince', { what: await nameOf(tx, id), by, at })
  }
  if (code === FOREIGN_KEY) return new Refusal('exchange.inUse', { what: await nameOf(tx, id), table })
  return null
}

/** What people call the row: a person, a class, a subject, a room; the person or the class that it is about. */
const nameOf = async (tx: ReadTx, id: string): Promise<string> =>
  (
    await tx.one<{ name: string }>(sql`
      with row as (
        select coalesce(after, before) as said from change where school_id = current_school() and row_id = ${id}::uuid order by id desc limit 1
      ), named as (
        select ${id}::uuid as id union all
        select (said ->> key)::uuid from row cross join unnest(array['person_id', 'student_id', 'teacher_id', 'class_id', 'group_id', 'subject_id']) key
        where said ->> key is not null
      )
      select coalesce(
        (select concat_ws(' ', p.surname, p.given_name) from named n join person p on p.school_id = current_school() and p.id = n.id limit 1),
        (select g.name from named n join study_group g on g.school_id = current_school() and g.id = n.id limit 1),
        (select s.name from named n join subject s on s.school_id = current_school() and s.id = n.id limit 1),
        (select said ->> 'name' from row), '') as name`)
  ).name
