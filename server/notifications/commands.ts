import { offersTo } from '#domain/notifications/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { seeUrgentNotices } from '#server/access/urgent.ts'
import { sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { seeTrainingNotices } from '#server/training/notices.ts'
import { retime } from './waiting.ts'

export const readCommand = implement('notifications.read', {
  load: theSchool,
  run: async ({ tx, actor, now }, { noticeIds = null }) => {
    await tx.run(sql`
      update notice set read_at = ${now} where school_id = current_school() and person_id = ${actor.personId} and read_at is null
        and waits_until is null and (${noticeIds}::uuid[] is null or id = any(${noticeIds}::uuid[]))`)
    await seeTrainingNotices(tx, actor.personId, noticeIds, now)
    if (noticeIds === null) await seeUrgentNotices(tx, actor.personId, now)
    return {}
  },
  announce: (_subject, _input, actor) => [`notices:${actor.personId}`], // of the same person on another device
})

export const chooseCommand = implement('notifications.choose', {
  load: theSchool,
  run: async ({ tx, actor, school, today, now }, { kind, studentId, way }) => {
    const offer = offersTo(actor, school.policies, today).find((one) => one.kind === kind && one.studentId === studentId)
    if (!offer || (way !== null && !offer.ways.includes(way))) throw new Refusal('notifications.notOffered')
    await tx.run(sql`
      insert into notice_choice (school_id, person_id, student_id, kind, way)
      select current_school(), ${actor.personId}, ${studentId}, ${kind}, ${way} where ${way}::text is not null or exists (
        select from notice_choice where school_id = current_school() and person_id = ${actor.personId} and kind = ${kind}
          and student_id is not distinct from ${studentId}::uuid)
      on conflict (school_id, person_id, kind, student_id) do update set way = excluded.way where notice_choice.way is distinct from excluded.way`)
    await retime(tx, { personId: actor.personId, school, now })
    return {}
  },
  announce: (_subject, _input, actor) => [`notices:${actor.personId}`],
})

export const setHoursCommand = implement('notifications.setHours', {
  load: theSchool,
  run: async ({ tx, actor, school, now }, { daily, quiet }) => {
    await tx.run(sql`
      insert into notice_hours (school_id, person_id, daily, quiet_from, quiet_to)
      values (current_school(), ${actor.personId}, ${daily}, ${quiet?.from ?? null}, ${quiet?.to ?? null})
      on conflict (school_id, person_id) do update set daily = excluded.daily, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to
        where (notice_hours.daily, notice_hours.quiet_from, notice_hours.quiet_to)
          is distinct from (excluded.daily, excluded.quiet_from, excluded.quiet_to)`)
    await retime(tx, { personId: actor.personId, school, now })
    return {}
  },
  announce: (_subject, _input, actor) => [`notices:${actor.personId}`],
})

export const notificationsCommands = [readCommand, chooseCommand, setHoursCommand]
