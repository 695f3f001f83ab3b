import type { Output } from '#domain/operations.ts'
import { emptyOperator } from '#domain/processing/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

export type Register = Output<'processing.register'>
type Operator = Register['operator']

/** What the school has said of where its data lie; empty until it has. */
export const operatorOf = async (tx: ReadTx): Promise<Operator> =>
  (await tx.maybe<Operator>(sql`
    select hosting_address as "hostingAddress", hosting_owner as "hostingOwner", responsible, order_number as "orderNumber", order_date as "orderDate",
      level, level_act as "levelAct", notice_number as "noticeNumber", notice_date as "noticeDate"
    from processing_operator where school_id = current_school()`)) ?? emptyOperator

export const notesOf = (tx: ReadTx) =>
  tx.rows<Register['notes'][number]>(sql`
    select purpose, basis, kept, transfer, transferred_to as "transferredTo" from processing_note where school_id = current_school() order by purpose`)

export const registerQuery = answer('processing.register', {
  load: theSchool,
  run: async ({ tx, school, today }) => {
    const [operator, notes, own, measures, counts, consents] = await Promise.all([
      operatorOf(tx),
      notesOf(tx),
      tx.rows<Register['own'][number]>(sql`
        select id as "purposeId", name, basis, whose, data, access, kept, transfer, transferred_to as "transferredTo", archived
        from processing_purpose where school_id = current_school() order by archived, name collate russian, id`),
      tx.rows<Register['measures'][number]>(sql`
        select measure, done_on as "on", act, answers from security_measure where school_id = current_school() order by measure`),
      tx.one<Register['counts']>(sql`
        select count(*) filter (where kind = 'student')::int as student, count(*) filter (where kind = 'guardian')::int as guardian,
          count(*) filter (where kind = 'staff')::int as staff from known_people(${today}::date)`),
      tx.rows<{ name: string }>(sql`
        select name from consent_purpose where school_id = current_school() and not archived order by name collate russian, id`),
    ])
    return { operator, notes, own, measures, counts, consents: consents.map(({ name }) => name), policies: school.policies }
  },
})
