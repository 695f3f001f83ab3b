import type { TrainingSubject } from '#domain/access/actor.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

/** A training with its leader and everybody who is asked to come. */
export async function trainingById(tx: ReadTx, { trainingId }: { trainingId: string }): Promise<TrainingSubject | null> {
  const row = await tx.maybe<{ leaderId: string | null; invited: string[] }>(sql`
    select t.leader_id as "leaderId", coalesce((select json_agg(i.person_id) from training_person i
      where i.school_id = t.school_id and i.training_id = t.id and not i.removed), '[]') as invited
    from training t where t.school_id = current_school() and t.id = ${trainingId}`)
  return row && { kind: 'training', trainingId, ...row }
}
