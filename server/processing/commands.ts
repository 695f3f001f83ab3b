import { isDeepStrictEqual } from 'node:util'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Done, Note, OwnPurpose } from '#domain/processing/rules.ts'
import { emptyDone, emptyNote, whyDoneIsWrong, whyTransferIsWrong } from '#domain/processing/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { oneAtATime } from '#server/school/oneAtATime.ts'
import { operatorOf } from './register.ts'

const announce = () => ['school']

const meanwhile = async (tx: ReadTx, rowId: string | undefined): Promise<Refusal> =>
  new Refusal('processing.changedMeanwhile', rowId ? await lastChange(tx, rowId) : { by: '', at: '' })

/** Texts without spaces around them. */
const tidy = <T extends object>(said: T): T =>
  Object.fromEntries(Object.entries(said).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value])) as T

export const setOperatorCommand = implement('processing.setOperator', {
  load: theSchool,
  prepare: oneAtATime,
  run: async ({ tx }, { operator, expected }) => {
    const next = tidy(operator)
    const standing = await operatorOf(tx)
    if (isDeepStrictEqual(standing, next)) return {}
    if (!isDeepStrictEqual(standing, expected)) {
      const row = await tx.maybe<{ id: string }>(sql`select id from processing_operator where school_id = current_school()`)
      throw await meanwhile(tx, row?.id)
    }
    await tx.run(sql`
      insert into processing_operator (school_id, hosting_address, hosting_owner, responsible, order_number, order_date, level, level_act, notice_number, notice_date)
      values (current_school(), ${next.hostingAddress}, ${next.hostingOwner}, ${next.responsible}, ${next.orderNumber}, ${next.orderDate}, ${next.level},
        ${next.levelAct}, ${next.noticeNumber}, ${next.noticeDate})
      on conflict (school_id) do update set hosting_address = excluded.hosting_address, hosting_owner = excluded.hosting_owner,
        responsible = excluded.responsible, order_number = excluded.order_number, order_date = excluded.order_date, level = excluded.level,
        level_act = excluded.level_act, notice_number = excluded.notice_number, notice_date = excluded.notice_date`)
    return {}
  },
  announce,
})

export const setNoteCommand = implement('processing.setNote', {
  load: theSchool,
  prepare: oneAtATime,
  run: async ({ tx }, { purpose, note, expected }) => {
    const next = tidy(note)
    const wrong = whyTransferIsWrong(next)
    if (wrong) throw wrong
    const row = await tx.maybe<Note & { id: string }>(sql`
      select id, basis, kept, transfer, transferred_to as "transferredTo" from processing_note where school_id = current_school() and purpose = ${purpose}`)
    const { id, ...standing } = row ?? { id: undefined, ...emptyNote }
    if (isDeepStrictEqual(standing, next)) return {}
    if (!isDeepStrictEqual(standing, expected)) throw await meanwhile(tx, id)
    await tx.run(sql`
      insert into processing_note (school_id, purpose, basis, kept, transfer, transferred_to)
      values (current_school(), ${purpose}, ${next.basis}, ${next.kept}, ${next.transfer}, ${next.transferredTo})
      on conflict (school_id, purpose) do update set basis = excluded.basis, kept = excluded.kept, transfer = excluded.transfer,
        transferred_to = excluded.transferred_to`)
    return {}
  },
  announce,
})

export const setPurposeCommand = implement('processing.setPurpose', {
  load: theSchool,
  prepare: oneAtATime,
  run: async ({ tx }, { purposeId, purpose, expected }) => {
    const next = tidy(purpose)
    const wrong = whyTransferIsWrong(next)
    if (wrong) throw wrong
    const standing = await tx.maybe<OwnPurpose>(sql`
      select name, basis, whose, data, access, kept, transfer, transferred_to as "transferredTo", archived
      from processing_purpose where school_id = current_school() and id = ${purposeId}`)
    if (isDeepStrictEqual(standing, next)) return {}
    if (!isDeepStrictEqual(standing, expected)) throw await meanwhile(tx, purposeId)
    const taken = await tx.maybe<{ name: string }>(sql`
      select name from processing_purpose where school_id = current_school() and plain_name(name) = plain_name(${next.name}) and not archived
        and id <> ${purposeId} and not ${next.archived}`)
    if (taken) throw new Refusal('processing.nameTaken', { name: taken.name })
    await tx.run(sql`
      insert into processing_purpose (school_id, id, name, basis, whose, data, access, kept, transfer, transferred_to, archived)
      values (current_school(), ${purposeId}, ${next.name}, ${next.basis}, ${next.whose}, ${next.data}, ${next.access}, ${next.kept}, ${next.transfer},
        ${next.transferredTo}, ${next.archived})
      on conflict (school_id, id) do update set name = excluded.name, basis = excluded.basis, whose = excluded.whose, data = excluded.data,
        access = excluded.access, kept = excluded.kept, transfer = excluded.transfer, transferred_to = excluded.transferred_to, archived = excluded.archived`)
    return {}
  },
  announce,
})

export const setMeasureCommand = implement('processing.setMeasure', {
  load: theSchool,
  prepare: oneAtATime,
  run: async ({ tx, today }, { measure, done, expected }) => {
    const next = tidy(done)
    const wrong = whyDoneIsWrong(next, today)
    if (wrong) throw wrong
    const row = await tx.maybe<Done & { id: string }>(sql`
      select id, done_on as "on", act, answers from security_measure where school_id = current_school() and measure = ${measure}`)
    const { id, ...standing } = row ?? { id: undefined, ...emptyDone }
    if (isDeepStrictEqual(standing, next)) return {}
    if (!isDeepStrictEqual(standing, expected)) throw await meanwhile(tx, id)
    await tx.run(sql`
      insert into security_measure (school_id, measure, done_on, act, answers)
      values (current_school(), ${measure}, ${next.on}, ${next.act}, ${next.answers})
      on conflict (school_id, measure) do update set done_on = excluded.done_on, act = excluded.act, answers = excluded.answers`)
    return {}
  },
  announce,
})

export const processingCommands = [setOperatorCommand, setNoteCommand, setPurposeCommand, setMeasureCommand]
