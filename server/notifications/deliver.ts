import { noticeKinds } from '#domain/notifications/rules.ts'
import { loadSchool } from '#server/access/actor.ts'
import { sealOperations } from '#server/audit/seal.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql, type Tx } from '#server/platform/db.ts'
import type { Live } from '#server/platform/live.ts'
import { log } from '#server/platform/log.ts'
import { decidersOf } from './audience.ts'
import { defaultOf } from './defaults.ts'
import { newsAbout, type Told } from './news.ts'
import { type OwnHours, timeOf } from './timing.ts'

const MOST_KEYS = 100 // of one hint: it must fit a notification of the database

/**
 * Turns operations of the outbox that have waited long enough into notices of how things stand now, tells those whose hour has come, and
 * empties the outbox under the seal of the log. Each is told as its reader has chosen: at once, at an hour of the day, in the morning,
 * not at all. One transaction: neither is a notice lost nor written twice. Where one of the two cannot be done, the other is done by
 * itself: what has been told but not sealed, or sealed but not told, stays in the outbox. Returns how many notices are new.
 */
export async function deliverNotices(
  db: Db,
  live: Live,
  clock: Clock,
  { schoolId }: { schoolId: number; timeZone: string },
): Promise<number> {
  const now = clock.now()
  const work = (parts: Parts) => db.write(schoolId, crypto.randomUUID(), (tx) => empty(tx, parts, { schoolId, clock, now }))
  const { written, told } = await work({ tell: true, seal: true }).catch(async (error: unknown) => {
    const [telling] = await Promise.allSettled([work({ tell: true, seal: false })])
    await work({ tell: false, seal: true }).catch((failed: unknown) =>
      log('audit.failed', { school: schoolId, error: String(failed) }),
    )
    if (telling.status === 'rejected') throw error
    return telling.value
  })
  const people = [...new Set(told.map(({ personId }) => personId))]
  for (let i = 0; i < people.length; i += MOST_KEYS) {
    live.announce({ schoolId, keys: people.slice(i, i + MOST_KEYS).map((personId) => `notices:${personId}`) })
  }
  return written
}

type Parts = { tell: boolean; seal: boolean }
type At = { schoolId: number; clock: Clock; now: Date }

async function empty(tx: Tx, { tell, seal }: Parts, { schoolId, clock, now }: At) {
  const { policies, timeZone } = await loadSchool(tx, schoolId)
  // What has been told and waits for its seal alone is dated before all time.
  const left = await tx.rows<{ id: string; at: string; told: boolean; sealed: boolean }>(sql`
    delete from outbox x where school_id = current_school() and at < now() - make_interval(secs => ${policies['notices.delayMinutes'] * 60})
    returning operation_id as id, at::text, at = '-infinity' as told,
      (select true from log_leaf l where l.school_id = x.school_id and l.operation_id = x.operation_id and l.kind = 'operation' limit 1) is true as sealed`)
  const of = (rows: typeof left) => rows.map(({ id }) => id)
  if (seal) await sealOperations(tx, of(left.filter(({ sealed }) => !sealed)))
  const kept = left.filter(({ told, sealed }) => (tell ? !seal && !sealed : !told))
  await keepWaiting(tx, kept, tell)
  if (!tell) return { written: 0, told: [] }
  const operationIds = of(left.filter(({ told }) => !told))
  const byDefault = noticeKinds.map((kind) => defaultOf(kind, policies))
  const today = clock.today(timeZone)
  const news =
    operationIds.length === 0
      ? []
      : await newsAbout(tx, { operationIds, today, byDefault, deciders: await decidersOf(tx, today) })
  const timed = news.map((one) => ({ ...one, waitsUntil: timeOf(one, policies, timeZone, now) }))
  await write(tx, timed, now)
  const due = await tx.rows<{ personId: string }>(sql`
    update notice set waits_until = null, at = ${now} where school_id = current_school() and waits_until <= ${now} returning person_id as "personId"`)
  return { written: news.length, told: [...timed.filter(({ waitsUntil }) => waitsUntil === null), ...due] }
}

/** Puts back what one half of the work could not be done for. */
async function keepWaiting(tx: Tx, kept: readonly { id: string; at: string }[], told: boolean): Promise<void> {
  if (kept.length === 0) return
  const dates = kept.map(({ at }) => (told ? '-infinity' : at))
  await tx.run(sql`
    insert into outbox (school_id, operation_id, name, about, at)
    select o.school_id, o.id, o.name, o.about, k.at
    from unnest(${kept.map(({ id }) => id)}::uuid[], ${dates}::timestamptz[]) k (id, at)
      join operation o on o.school_id = current_school() and o.id = k.id`)
}

async function write(tx: Tx, news: readonly (Told & OwnHours & { waitsUntil: Date | null })[], now: Date): Promise<void> {
  if (news.length === 0) return
  const column = <K extends keyof (typeof news)[number]>(key: K) => news.map((one) => one[key])
  await tx.run(sql`
    insert into notice (school_id, person_id, student_id, kind, source_id, at, waits_until)
    select current_school(), n.person_id, n.student_id, n.kind, n.source_id, ${now}, n.waits_until
    from unnest(${column('personId')}::uuid[], ${column('studentId')}::uuid[], ${column('kind')}::text[], ${column('sourceId')}::uuid[],
      ${column('waitsUntil')}::timestamptz[]) n (person_id, student_id, kind, source_id, waits_until)
    on conflict (school_id, person_id, source_id, student_id)
      do update set kind = excluded.kind, at = excluded.at, waits_until = excluded.waits_until, read_at = null`)
}
