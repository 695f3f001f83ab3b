import { clockTimeIn } from '#domain/platform/dateTexts.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

const TAKEN_BACK_WITHIN_MS = 60_000

type Behind = { personId: string; name: string; reminded: boolean }

/** Teachers with lessons of the last 30 days that can be filled, and whether they have been reminded today. */
const behindNow = (tx: ReadTx, personIds: string[] | null, today: string) =>
  tx.rows<Behind>(sql`
    select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      exists (select from reminder r where r.school_id = p.school_id and r.teacher_id = p.id and r.date = ${today} and not r.withdrawn) as reminded
    from person p where p.school_id = current_school() and (${personIds}::uuid[] is null or p.id = any(${personIds}::uuid[]))
      and p.id in (select l.teacher_id from lessons_to_fill(${today}) l)
    order by p.surname, p.given_name, p.id`)

export const remindCommand = implement('journal.remind', {
  load: theSchool,
  run: async ({ tx, actor, school, today, now }, { personIds }) => {
    const behind = await behindNow(tx, personIds, today)
    if (behind.length === 0) throw new Refusal('journal.nothingToRemind')
    const due = behind.filter(({ reminded }) => !reminded).map(({ personId }) => personId)
    // Somebody else may remind at this very moment: the day has room for one, and the second is counted among those already told.
    const written = await tx.rows<{ reminderId: string; personId: string }>(sql`
      insert into reminder (school_id, teacher_id, author_id, date, at)
      select current_school(), t, ${actor.personId}, ${today}, ${now} from unnest(${due}::uuid[]) t
      on conflict (school_id, teacher_id, date) where not withdrawn do nothing
      returning id as "reminderId", teacher_id as "personId"`)
    if (written.length === 0) throw await whyNobody(tx, behind, today, school.timeZone)
    const names = new Map(behind.map(({ personId, name }) => [personId, name]))
    return {
      reminders: written.map((one) => ({ ...one, name: names.get(one.personId)! })),
      already: behind.length - written.length,
    }
  },
  announce: () => ['reminders'],
})

/** One teacher: who reminded them, and when; many: all of them have heard of it. */
async function whyNobody(tx: ReadTx, behind: readonly Behind[], today: string, timeZone: string): Promise<Refusal> {
  const [only] = behind
  if (behind.length > 1 || !only) return new Refusal('journal.allReminded')
  const last = await tx.maybe<{ at: string; by: string }>(sql`
    select r.at, concat(p.surname, ' ', left(p.given_name, 1), '.', ' ' || left(nullif(p.patronymic, ''), 1) || '.') as by
    from reminder r join person p on p.school_id = r.school_id and p.id = r.author_id
    where r.school_id = current_school() and r.teacher_id = ${only.personId} and r.date = ${today} and not r.withdrawn`)
  return new Refusal('journal.remindedToday', {
    name: only.name,
    by: last?.by ?? '',
    at: last ? clockTimeIn(timeZone, new Date(last.at)) : '',
  })
}

export const takeBackRemindersCommand = implement('journal.takeBackReminders', {
  load: theSchool,
  run: async ({ tx, actor, now }, { reminderIds }) => {
    const since = new Date(now.getTime() - TAKEN_BACK_WITHIN_MS)
    const known = await tx.rows<{ sent: boolean }>(sql`
      select at < ${since} as sent from reminder where school_id = current_school() and id = any(${reminderIds}::uuid[]) and author_id = ${actor.personId}
      for update`)
    if (known.length < reminderIds.length) throw new Refusal('access.denied')
    if (known.some(({ sent }) => sent)) throw new Refusal('journal.reminderSent')
    await tx.run(sql`
      update reminder set withdrawn = true where school_id = current_school() and id = any(${reminderIds}::uuid[]) and not withdrawn`)
    return {}
  },
  announce: () => ['reminders'],
})

export const reminderCommands = [remindCommand, takeBackRemindersCommand]
