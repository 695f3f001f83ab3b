import { kindOf, type NoticeSource, type NoticeWay } from '#domain/notifications/rules.ts'
import type { School } from '#domain/school/policies.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { defaultOf } from './defaults.ts'
import { type OwnHours, timeOf } from './timing.ts'

/** What somebody chose: by kind and child, and their hours. */
export const choicesOf = (tx: ReadTx, personId: string) =>
  Promise.all([
    tx.rows<{ kind: string; studentId: string | null; way: NoticeWay }>(sql`
      select kind, student_id as "studentId", way from notice_choice where school_id = current_school() and person_id = ${personId} and way is not null`),
    tx.maybe<OwnHours>(sql`
      select daily, quiet_from as "quietFrom", quiet_to as "quietTo" from notice_hours where school_id = current_school() and person_id = ${personId}`),
  ])

/** What waits for its hour is told by what its reader has chosen since: at another hour, on the next turn of the clock, or not at all. */
export async function retime(tx: Tx, { personId, school, now }: { personId: string; school: School; now: Date }): Promise<void> {
  const [waiting, [choices, hours]] = await Promise.all([
    tx.rows<{ id: string; kind: NoticeSource; studentId: string | null }>(sql`
      select id, kind, student_id as "studentId" from notice where school_id = current_school() and person_id = ${personId} and waits_until is not null
      for update`),
    choicesOf(tx, personId),
  ])
  if (waiting.length === 0) return
  const own = hours ?? { daily: null, quietFrom: null, quietTo: null }
  const timed = waiting.map(({ id, kind, studentId }) => {
    const chosen = choices.find((one) => one.kind === kindOf[kind] && one.studentId === studentId)
    const way = chosen?.way ?? defaultOf(kindOf[kind], school.policies)
    return {
      id,
      until: way === 'off' || way === 'none' ? null : (timeOf({ way, ...own }, school.policies, school.timeZone, now) ?? now),
    }
  })
  await tx.run(sql`
    delete from notice where school_id = current_school() and id = any(${timed.filter(({ until }) => until === null).map(({ id }) => id)}::uuid[])`)
  const kept = timed.filter(({ until }) => until !== null)
  await tx.run(sql`
    update notice n set waits_until = k.until from unnest(${kept.map(({ id }) => id)}::uuid[], ${kept.map(({ until }) => until)}::timestamptz[]) k (id, until)
    where n.school_id = current_school() and n.id = k.id`)
}
