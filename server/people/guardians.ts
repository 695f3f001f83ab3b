import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { tieGuardians } from './newPeople.ts'
import { writablePerson } from './standing.ts'

export const addGuardianCommand = implement('people.addGuardian', {
  load: personById,
  run: async ({ tx, today }, { personId, guardian, from, evenIfSimilar }) => {
    await writablePerson(tx, personId, today)
    const [guardianId] = await tieGuardians(tx, personId, [guardian], { today, from, evenIfSimilar })
    return { guardianId: guardianId! }
  },
  announce: (subject, { guardian }) => ['school', `person:${guardian.personId ?? subject.personId}`],
})

type Tie = { guardianId: string; relation: string; livesWith: boolean; informed: boolean }

/** A guardianship of this very student, held until the operation is through. */
async function heldTie(tx: ReadTx, { personId, guardianshipId }: { personId: string; guardianshipId: string }): Promise<Tie> {
  const tie = await tx.maybe<Tie>(sql`
    select guardian_id as "guardianId", relation, lives_with as "livesWith", informed from guardian_of
    where school_id = current_school() and id = ${guardianshipId} and student_id = ${personId} for update`)
  if (!tie) throw new Refusal('access.denied')
  return tie
}

const saidOf = ({ relation, livesWith, informed }: Omit<Tie, 'guardianId'>) => `${relation} ${livesWith} ${informed}`

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
  run: async ({ tx }, input) => {
    await heldTie(tx, input)
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
