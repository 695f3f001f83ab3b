import { type Exception, whyDatesAreWrong, whyExceptionsAreWrong } from '#domain/calendar/rules.ts'
import { daysBetween } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { putIn, takeOut } from './days.ts'
import { heldPlan, planOf, yearById } from './plan.ts'
import { layOut, lessonsLaid, lessonsWanted, takeBack } from './workingDays.ts'

type Scope = Pick<Exception, 'from' | 'to' | 'fromGrade' | 'toGrade' | 'classId'>
type Affected = {
  lessonId: string
  groupId: string
  group: string
  cancelled: boolean
  filled: boolean
  locked: boolean
  /** Cancelled by days off, and by nothing since. */
  restorable: boolean
}

export const previewExceptionQuery = answer('calendar.previewException', {
  load: yearById,
  run: async ({ tx }, { yearId, classId = null, likeWeekday, ...scope }) => {
    const wrong = whyDatesAreWrong(scope)
    if (wrong) throw wrong
    await planOf(tx, yearId)
    const affected = await affectedBy(tx, yearId, { ...scope, classId })
    const held = affected.filter(({ cancelled }) => !cancelled)
    const workday = { ...scope, classId, kind: 'workday', name: '', likeWeekday: likeWeekday ?? null } as const
    const wanted = likeWeekday === undefined ? [] : await lessonsWanted(tx, yearId, [workday])
    const laid = await lessonsLaid(tx, yearId, [workday])
    return {
      lessons: held.length,
      filled: held.filter(({ filled }) => filled).length,
      locked: affected.filter(({ locked }) => locked).length,
      restorable: affected.filter(({ restorable }) => restorable).length,
      wanted: wanted.length,
      laid: laid.length,
      written: laid.filter(({ written }) => written).length,
      groups: [...Map.groupBy(held, ({ groupId }) => groupId)].map(([groupId, own]) => ({
        groupId,
        group: own[0]!.group,
        lessons: own.length,
        filled: own.filter(({ filled }) => filled).length,
      })),
    }
  },
})

export const addExceptionCommand = implement('calendar.addException', {
  load: yearById,
  run: async ({ tx }, { yearId, exception, cancelLessons }) => {
    const plan = await heldPlan(tx, yearId)
    const { classId, kind } = exception
    if (classId !== null && !plan.classes.some((one) => one.classId === classId)) throw new Refusal('calendar.unknownClass')
    const refusal = whyExceptionsAreWrong([...plan.exceptions, exception], plan)
    if (refusal) throw refusal
    await putIn(tx, yearId, [exception])
    if (kind === 'workday') return { cancelled: 0, laid: await layOut(tx, yearId, [exception]) }
    if (!cancelLessons) return { cancelled: 0, laid: 0 }
    const lessons = (await affectedBy(tx, yearId, exception)).filter(({ cancelled, filled }) => !cancelled && !filled)
    return { cancelled: await setCancelled(tx, lessons, true), laid: 0 }
  },
  announce: () => ['school'],
})

export const cancelExceptionCommand = implement('calendar.cancelException', {
  load: yearById,
  run: async ({ tx }, { yearId, exception, restoreLessons }) => {
    await heldPlan(tx, yearId)
    const wrong = whyDatesAreWrong(exception)
    if (wrong) throw wrong
    const taken = await takeOut(tx, yearId, [exception])
    if (taken < daysBetween(exception.from, exception.to) + 1) throw new Refusal('calendar.noSuchException')
    const takenBack = await takeBack(tx, yearId, [exception])
    if (!restoreLessons) return { restored: 0, takenBack }
    const lessons = (await affectedBy(tx, yearId, exception)).filter(({ restorable }) => restorable)
    return { restored: await setCancelled(tx, lessons, false), takenBack }
  },
  announce: () => ['school'],
})

async function setCancelled(tx: Parameters<typeof putIn>[0], lessons: Affected[], cancelled: boolean): Promise<number> {
  const locked = lessons.filter((lesson) => lesson.locked).length
  if (locked > 0) throw new Refusal('calendar.lessonsLocked', { lessons: locked })
  const ids = lessons.map(({ lessonId }) => lessonId)
  return tx.run(sql`
    update lesson set cancelled = ${cancelled} where school_id = current_school() and id = any(${ids}::uuid[]) and cancelled <> ${cancelled}`)
}

/** Lessons on the days of the groups that the exception is of: of its grades, or of its class and of groups with that class in them. */
const affectedBy = (tx: ReadTx, yearId: string, { from, to, fromGrade, toGrade, classId }: Scope): Promise<Affected[]> =>
  tx.rows<Affected>(sql`
    select l.id as "lessonId", g.id as "groupId", g.name as "group", l.cancelled,
      l.topic <> '' or l.roll_called_at is not null or exists (select from work w join mark k on k.school_id = w.school_id and k.work_id = w.id
        where w.school_id = l.school_id and w.lesson_id = l.id and not w.removed and cardinality(k."values") > 0) as filled,
      exists (select from term t where t.school_id = c.school_id and t.school_year_id = c.school_year_id
        and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date and t.locked_at is not null) as locked,
      l.cancelled and coalesce((select o.name = 'calendar.addException' from change h
        join operation o on o.school_id = h.school_id and o.id = h.operation_id
        where h.school_id = l.school_id and h.row_id = l.id and h.before ->> 'cancelled' is distinct from h.after ->> 'cancelled'
        order by h.id desc limit 1), false) as restorable
    from course c join study_group g on g.school_id = c.school_id and g.id = c.group_id
      join lesson l on l.school_id = c.school_id and l.course_id = c.id and l.date between ${from} and ${to}
    where c.school_id = current_school() and c.school_year_id = ${yearId}
      and case when ${classId}::uuid is null then g.grade between ${fromGrade} and ${toGrade}
        else g.class_id = ${classId}::uuid or exists (select from group_class x
          where x.school_id = g.school_id and x.group_id = g.id and x.class_id = ${classId}::uuid and not x.removed) end
    order by g.grade, g.name, l.date, l.number, l.id`)
