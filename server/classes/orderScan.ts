import { Refusal } from '#domain/platform/refusal.ts'
import { personById } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { proveOwnFiles } from '#server/school/ownFiles.ts'
import { hold } from './movement.ts'

type Standing = { fileId: string | null; orderNumber: string; orderDate: string | null }

export const attachOrderCommand = implement('classes.attachOrder', {
  load: personById,
  run: async ({ tx, actor }, { personId, movementId, fileId, expected, wholeOrder }) => {
    await hold(tx, personId)
    const line = await tx.maybe<Standing>(sql`
      select file_id as "fileId", order_number as "orderNumber", order_date as "orderDate" from movement
      where school_id = current_school() and id = ${movementId} and student_id = ${personId} and not cancelled`)
    if (!line) throw new Refusal('classes.unknownMovement')
    if (line.fileId !== fileId && line.fileId !== expected)
      throw new Refusal('classes.changedMeanwhile', await lastChange(tx, movementId))
    // A scan that hangs here already may be put on the other lines of its order by whoever keeps the book.
    if (fileId !== null && fileId !== line.fileId) await proveOwnFiles(tx, actor.personId, [fileId], 'classes.unknownFile')
    const whole = wholeOrder && line.orderNumber !== ''
    await tx.run(sql`
      update movement set file_id = ${fileId}
      where school_id = current_school() and not cancelled and file_id is distinct from ${fileId}::uuid and (id = ${movementId}
        or (${whole} and order_number = ${line.orderNumber} and order_date is not distinct from ${line.orderDate}::date))`)
    return {}
  },
  announce: () => ['school'],
})
