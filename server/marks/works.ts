import type { LessonSubject } from '#domain/access/actor.ts'
import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { whyLocked, whyNoMarks } from '#domain/marks/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Policies } from '#domain/school/policies.ts'
import { lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { type Context, implement } from '#server/platform/execute.ts'

const MOST_WORKS = 6

type Columns = { works: number; known: boolean; marks: number; control: boolean | null }

/**
 * The lesson's columns: how many, is this one of them, has it marks; and does the wanted kind ask for a title. Whoever adds, changes or
 * removes a column of the lesson waits for the others, and for the marks that are on their way into this one.
 */
async function columnsOf(
  tx: ReadTx,
  { lessonId, workId, typeId = null }: { lessonId: string; workId: string; typeId?: string | null },
): Promise<Columns> {
  const locks = [
    tx.rows(sql`select 1 from lesson where school_id = current_school() and id = ${lessonId} for no key update`),
    tx.rows(sql`select 1 from work where school_id = current_school() and id = ${workId} and lesson_id = ${lessonId} for update`),
  ]
  const columns = tx.one<Columns>(sql`
    select
      (select count(*) from work where school_id = current_school() and lesson_id = ${lessonId} and not removed)::int as works,
      exists (select from work where school_id = current_school() and lesson_id = ${lessonId} and id = ${workId} and not removed) as known,
      (select count(*) from mark where school_id = current_school() and work_id = ${workId}
         and (cardinality("values") > 0 or due_on is not null))::int as marks,
      (select control from work_type where school_id = current_school() and id = ${typeId}::uuid) as control`)
  await Promise.all(locks)
  return columns
}

/** A column may be prepared for a lesson to come; once the lesson is held, its weights are locked together with its marks. */
const whyColumnsAreLocked = (lesson: LessonSubject, today: PlainDate, policies: Policies): Refusal | null =>
  whyLessonIsClosed(lesson) ?? (lesson.date <= today ? whyLocked(lesson, today, policies) : null)

function refuse(lesson: LessonSubject, columns: Columns, title: string, { today, school }: Context): void {
  const refusal = whyNoMarks(lesson) ?? whyColumnsAreLocked(lesson, today, school.policies)
  if (refusal) throw refusal
  if (columns.control === null) throw new Refusal('input.wrong', { field: 'typeId' })
  if (columns.control && title.trim() === '') throw new Refusal('marks.titleNeeded') // S1 4.4i
}

export const addWorkCommand = implement('marks.addWork', {
  load: lessonById,
  prepare: columnsOf,
  run: async (context, { workId, typeId, weight, title }) => {
    const { tx, subject: lesson, found, school } = context
    refuse(lesson, found, title, context)
    if (found.works >= MOST_WORKS) throw new Refusal('marks.tooManyWorks')
    await tx.run(sql`
      insert into work (school_id, id, lesson_id, position, work_type_id, weight, title)
      select ${school.schoolId}, ${workId}, ${lesson.lessonId}, coalesce(max(position), 0) + 1, ${typeId}, ${weight}, ${title.trim()}
      from work where school_id = current_school() and lesson_id = ${lesson.lessonId}`)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const changeWorkCommand = implement('marks.changeWork', {
  load: lessonById,
  prepare: columnsOf,
  run: async (context, { workId, typeId, weight, title }) => {
    const { tx, subject: lesson, found } = context
    refuse(lesson, found, title, context)
    if (!found.known) throw new Refusal('marks.unknownWork')
    await tx.run(sql`
      update work set work_type_id = ${typeId}, weight = ${weight}, title = ${title.trim()}
      where school_id = current_school() and id = ${workId}`)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const removeWorkCommand = implement('marks.removeWork', {
  load: lessonById,
  prepare: (tx, input) => columnsOf(tx, input),
  run: async ({ tx, subject: lesson, found, today, school }, { workId }) => {
    const refusal = whyColumnsAreLocked(lesson, today, school.policies)
    if (refusal) throw refusal
    if (!found.known) throw new Refusal('marks.unknownWork')
    if (found.works === 1) throw new Refusal('marks.lastWork')
    if (found.marks > 0) throw new Refusal('marks.workHasMarks')
    await tx.run(sql`update work set removed = true where school_id = current_school() and id = ${workId}`)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const worksCommands = [addWorkCommand, changeWorkCommand, removeWorkCommand]
