import { NOTICE_WAIT_SECONDS, noticeRules } from '#domain/notifications/rules.ts'
import type { Clock } from '#server/platform/clock.ts'
import { type Db, sql } from '#server/platform/db.ts'
import type { Live } from '#server/platform/live.ts'

const operationsOf = (kind: 'mark' | 'absence') => noticeRules.filter((rule) => rule.kind === kind).map((rule) => rule.on)
const MARKS = operationsOf('mark')
const ABSENCES = operationsOf('absence')
const MOST_KEYS = 100 // of one hint: it must fit a notification of the database

/**
 * Turns operations of the outbox that have waited long enough into notices of what stands in the journal now, and empties the outbox.
 * One transaction: neither is a notice lost nor written twice. Returns how many notices are new.
 */
export async function deliverNotices(
  db: Db,
  live: Live,
  clock: Clock,
  school: { schoolId: number; timeZone: string },
): Promise<number> {
  const { schoolId } = school
  const now = clock.now()
  const today = clock.today(school.timeZone)
  const told = await db.write(schoolId, crypto.randomUUID(), (tx) =>
    tx.rows<{ person_id: string }>(sql`
      with due as (
        delete from outbox where school_id = current_school() and at < now() - make_interval(secs => ${NOTICE_WAIT_SECONDS}) returning operation_id, name
      ), said as (
        select d.name, o.input from due d join operation o on o.school_id = current_school() and o.id = d.operation_id
      ), cells as (
        select (input ->> 'workId')::uuid as work_id, (input ->> 'lessonId')::uuid as lesson_id, (input ->> 'studentId')::uuid as student_id, name
        from said where input ? 'studentId'
        union
        select (c ->> 'workId')::uuid, (c ->> 'lessonId')::uuid, (c ->> 'studentId')::uuid, name
        from said cross join jsonb_array_elements(input -> 'cells') c where input ? 'cells'
        union
        select null, (input ->> 'lessonId')::uuid, (a ->> 'studentId')::uuid, name
        from said cross join jsonb_array_elements(input -> 'absences') a where input ? 'absences'
      ), news as (
        select 'mark' as kind, m.id as source_id, m.student_id
        from cells c join mark m on m.school_id = current_school() and m.work_id = c.work_id and m.student_id = c.student_id
        where c.name = any(${MARKS}) and (cardinality(m."values") > 0 or m.due_on is not null)
        union
        select 'absence', a.id, a.student_id
        from cells c join absence a on a.school_id = current_school() and a.lesson_id = c.lesson_id and a.student_id = c.student_id
        where c.name = any(${ABSENCES}) and a.code is not null and a.code <> 'exempt'
      ), audience as (
        select n.kind, n.source_id, n.student_id, a.person_id
        from news n cross join lateral (
            select n.student_id as person_id where n.kind = 'mark'
            union
            select g.guardian_id from guardian_of g where g.school_id = current_school() and g.student_id = n.student_id
              and g.informed and ${today}::date between g.from_date and coalesce(g.to_date, 'infinity')) p
          join account a on a.school_id = current_school() and a.person_id = p.person_id
      )
      insert into notice (school_id, person_id, student_id, kind, source_id, at)
      select current_school(), person_id, student_id, kind, source_id, ${now} from audience
      on conflict (school_id, person_id, source_id) do update set at = excluded.at, read_at = null
      returning person_id`),
  )
  const people = [...new Set(told.map((row) => row.person_id))]
  for (let i = 0; i < people.length; i += MOST_KEYS) {
    live.announce({ schoolId, keys: people.slice(i, i + MOST_KEYS).map((personId) => `notices:${personId}`) })
  }
  return told.length
}
