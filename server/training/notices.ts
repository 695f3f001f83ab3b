import type { Output } from '#domain/operations.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'

type Notice = Output<'notifications.list'>['trainings'][number]

/** What the bell says of trainings, each as it stands now; who was taken off a list hears of it no longer. */
export const trainingNotices = (tx: ReadTx, personId: string, since: Date): Promise<Notice[]> =>
  tx.rows<Notice>(sql`
    select distinct on (n.training_id, case when n.training_id is null then n.topic end)
      n.id as "noticeId", n.at, n.read_at is not null as read, n.training_id as "trainingId", n.topic, coalesce(t.title, '') as title,
      t.on_date as "on", t.starts_at as "startsAt", coalesce(nullif(t.place, ''), t.link, '') as place, coalesce(t.cancelled, false) as cancelled
    from training_notice n left join training t on t.school_id = n.school_id and t.id = n.training_id
    where n.school_id = current_school() and n.person_id = ${personId} and n.at > ${since}
      and (n.training_id is null or t.leader_id = n.person_id or exists (select from training_person i
        where i.school_id = n.school_id and i.training_id = n.training_id and i.person_id = n.person_id and not i.removed))
    order by n.training_id, case when n.training_id is null then n.topic end, n.at desc`)

/** Says that these have been seen; without a list, all of them so far. */
export const seeTrainingNotices = (tx: Tx, personId: string, noticeIds: readonly string[] | null, now: Date) =>
  tx.run(sql`
    update training_notice n set read_at = ${now} where n.school_id = current_school() and n.person_id = ${personId} and n.read_at is null
      and (${noticeIds}::uuid[] is null or exists (select from training_notice s where s.school_id = n.school_id and s.id = any(${noticeIds}::uuid[])
        and s.person_id = n.person_id and s.training_id is not distinct from n.training_id and s.topic = n.topic and s.at >= n.at))`)
