import { type Bell, bellsOf, sameBells, whyBellsAreWrong } from '#domain/calendar/bells.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { changedMeanwhile, heldPlan, yearById } from './plan.ts'

export const setBellsCommand = implement('calendar.setBells', {
  load: yearById,
  run: async ({ tx }, { yearId, schedules, expected }) => {
    const plan = await heldPlan(tx, yearId)
    const refusal = whyBellsAreWrong(schedules, plan)
    if (refusal) throw refusal
    if (sameBells(plan.schedules, schedules)) return {}
    if (!sameBells(plan.schedules, expected)) throw await changedMeanwhile(tx, yearId)
    await replaceBells(tx, yearId, bellsOf(schedules))
    return {}
  },
  announce: () => ['school'],
})

/** The bells of the year become these. What rings as before keeps its row; what rings no more belongs to no year. */
export async function replaceBells(tx: Tx, yearId: string, bells: readonly Bell[]): Promise<void> {
  const column = <K extends keyof Bell>(key: K) => bells.map((bell) => bell[key])
  await tx.run(sql`
    with given as materialized (
      select * from unnest(${column('fromGrade')}::int[], ${column('toGrade')}::int[], ${column('shift')}::int[], ${column('from')}::date[],
        ${column('to')}::date[], ${column('weekday')}::int[], ${column('number')}::int[], ${column('startsAt')}::int[], ${column('endsAt')}::int[])
        as n (from_grade, to_grade, shift, from_date, to_date, weekday, number, starts_at, ends_at)
    ), standing as materialized (
      select b.id, b.from_grade, b.to_grade, b.shift, b.from_date, b.to_date, b.weekday, b.number, b.starts_at, b.ends_at
      from bell b where b.school_id = current_school() and b.school_year_id = ${yearId}
    ), added as (
      insert into bell (school_id, school_year_id, from_grade, to_grade, shift, from_date, to_date, weekday, number, starts_at, ends_at)
      select current_school(), ${yearId}, n.* from given n
      where not exists (select from standing s where (s.from_grade, s.to_grade, s.shift, s.from_date, s.to_date, s.weekday, s.number, s.starts_at,
        s.ends_at) is not distinct from (n.from_grade, n.to_grade, n.shift, n.from_date, n.to_date, n.weekday, n.number, n.starts_at, n.ends_at)))
    update bell b set school_year_id = null from standing s
    where b.school_id = current_school() and b.id = s.id
      and not exists (select from given n where (s.from_grade, s.to_grade, s.shift, s.from_date, s.to_date, s.weekday, s.number, s.starts_at,
        s.ends_at) is not distinct from (n.from_grade, n.to_grade, n.shift, n.from_date, n.to_date, n.weekday, n.number, n.starts_at, n.ends_at))`)
}

export const setRegimeCommand = implement('calendar.setRegime', {
  load: yearById,
  run: async ({ tx }, { yearId, classes, expected }) => {
    const plan = await heldPlan(tx, yearId)
    const standing = new Map(plan.classes.map(({ classId, shift, studyDays }) => [classId, { shift, studyDays }]))
    const saw = new Map(expected.map(({ classId, shift, studyDays }) => [classId, { shift, studyDays }]))
    for (const { classId, shift, studyDays } of classes) {
      const [now, seen] = [standing.get(classId), saw.get(classId)]
      if (!now) throw new Refusal('calendar.unknownClass')
      const asGiven = now.shift === shift && now.studyDays === studyDays
      const asSeen = now.shift === seen?.shift && now.studyDays === seen.studyDays
      if (!asGiven && !asSeen) throw await changedMeanwhile(tx, yearId)
    }
    await tx.run(sql`
      update study_group g set shift = n.shift, study_days = n.study_days
      from unnest(${classes.map(({ classId }) => classId)}::uuid[], ${classes.map(({ shift }) => shift)}::int[],
        ${classes.map(({ studyDays }) => studyDays)}::int[]) as n (class_id, shift, study_days)
        join study_group k on k.school_id = current_school() and k.id = n.class_id
      where g.school_id = current_school() and g.school_year_id = ${yearId} and g.class_id = n.class_id
        and (g.kind <> 'individual' or (g.shift, g.study_days) is not distinct from (k.shift, k.study_days))
        and (g.shift, g.study_days) is distinct from (n.shift, n.study_days)`)
    // A plan of one’s own keeps the regime that was set for it: it followed the class as long as both were alike. S4 Р10l.
    // A group of several classes learns in the earliest of their shifts.
    await tx.run(sql`
      update study_group g set shift = n.shift
      from (select x.group_id, min(k.shift) as shift from group_class x join study_group k on k.school_id = x.school_id and k.id = x.class_id
        where x.school_id = current_school() and not x.removed group by x.group_id) n
      where g.school_id = current_school() and g.school_year_id = ${yearId} and g.id = n.group_id and g.class_id is null and g.shift <> n.shift`)
    return {}
  },
  announce: () => ['school'],
})
