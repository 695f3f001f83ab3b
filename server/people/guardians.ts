import type { Actor } from '#domain/access/actor.ts'
import { editPeople } from '#domain/access/duties.ts'
import { administrator, homeroomTeacherOf } from '#domain/access/relations.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { personById, studentById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { refuseOwnPeople } from './cards.ts'
import { tieGuardians } from './newPeople.ts'
import { writablePerson } from './standing.ts'

export const addGuardianCommand = implement('people.addGuardian', {
  load: personById,
  run: async ({ tx, actor, today }, { personId, guardian, from, evenIfSimilar }) => {
    await writablePerson(tx, personId, today)
    if (!administrator(actor, { kind: 'school' }, today)) await refuseBeyondClass(tx, actor, personId, guardian.personId, today)
    const [guardianId] = await tieGuardians(tx, personId, [guardian], { today, from, evenIfSimilar })
    return { guardianId: guardianId! }
  },
  announce: (subject, { guardian }) => ['school', `person:${guardian.personId ?? subject.personId}`],
})

/**
 * A homeroom teacher names guardians of the own pupils, and neither a colleague nor a pupil as one: a tie puts their card into the class.
 * Nor does the office.
 * Refusals: access.denied, people.guardianByAdministrator.
 */
async function refuseBeyondClass(
  tx: ReadTx,
  actor: Actor,
  studentId: string,
  guardianId: string | null,
  today: string,
): Promise<void> {
  const student = await studentById(tx, { studentId })
  const edits = editPeople.some((relation) => relation(actor, { kind: 'school' }, today))
  if (!student || !(edits || homeroomTeacherOf(actor, student, today))) throw new Refusal('access.denied')
  if (guardianId === null || guardianId === studentId) return
  await refuseOwnPeople(tx, guardianId, today)
  const ended = await tx.rows<{ id: string }>(sql`
    select id from guardian_of where school_id = current_school() and student_id = ${studentId} and guardian_id = ${guardianId} and to_date is not null`)
  for (const { id } of ended) if (!edits) await refuseEndedByOthers(tx, actor, id)
}

/** An end that somebody else has set is no homeroom teacher's to take back: a court may stand behind it. Refusal: people.guardianEnded. */
async function refuseEndedByOthers(tx: ReadTx, actor: Actor, guardianshipId: string): Promise<void> {
  const end = await tx.maybe<{ by: string }>(sql`
    select o.actor_id as by from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
    where c.school_id = current_school() and c.row_id = ${guardianshipId} and c.before -> 'to_date' is distinct from c.after -> 'to_date'
    order by c.id desc limit 1`)
  if (end?.by !== actor.personId) throw new Refusal('people.guardianEnded')
}

type Tie = { guardianId: string; relation: string; livesWith: boolean; informed: boolean; to: string | null }

/** A guardianship of this very student, held until the operation is through. */
async function heldTie(tx: ReadTx, { personId, guardianshipId }: { personId: string; guardianshipId: string }): Promise<Tie> {
  const tie = await tx.maybe<Tie>(sql`
    select guardian_id as "guardianId", relation, lives_with as "livesWith", informed, to_date as "to" from guardian_of
    where school_id = current_school() and id = ${guardianshipId} and student_id = ${personId} for update`)
  if (!tie) throw new Refusal('access.denied')
  return tie
}

const saidOf = ({ relation, livesWith, informed }: Omit<Tie, 'guardianId' | 'to'>) => `${relation} ${livesWith} ${informed}`

export const changeGuardianCommand = implement('people.changeGuardian', {
  load: personById,
  run: async ({ tx }, input) => {
    const tie = await heldTie(tx, input)
    if (saidOf(tie) === saidOf(input)) return {}
    if (saidOf(tie) !== saidOf(input.expected))
      throw new Refusal('people.changedMeanwhile', await lastChange(tx, input.guardianshipId))
    await tx.run(sql`
      update guardian_of set relation = ${input.relation}, lives_with = ${input.livesWith}, informed = ${input.informed}
      where school_id = current_school() and id = ${input.guardianshipId}`)
    return {}
  },
  announce,
})

export const endGuardianCommand = implement('people.endGuardian', {
  load: personById,
  run: async ({ tx, actor, today }, input) => {
    const { to } = await heldTie(tx, input)
    const longer = to !== null && (input.lastDay === null || input.lastDay > to)
    const edits = editPeople.some((relation) => relation(actor, { kind: 'school' }, today))
    if (longer && !edits) await refuseEndedByOthers(tx, actor, input.guardianshipId)
    await tx.run(sql`
      update guardian_of set to_date = ${input.lastDay} where school_id = current_school() and id = ${input.guardianshipId}`)
    return {}
  },
  announce,
})

/** Sessions of the whole school are read anew: whose children they are is known to the row alone. */
function announce(_subject: unknown, { personId }: Pick<Input<'people.endGuardian'>, 'personId'>): string[] {
  return ['school', `person:${personId}`, `student:${personId}`]
}

export const guardianCommands = [addGuardianCommand, changeGuardianCommand, endGuardianCommand]
