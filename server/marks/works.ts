import type { LessonSubject } from '#domain/access/actor.ts'
import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { whyNoMarks } from '#domain/marks/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

const MOST_WORKS = 6

type Columns = { works: number; known: boolean; marks: number; control: boolean | null }

/** The lesson's columns: how many, is this one of them, has it marks; and does the wanted kind ask for a title. */
const columnsOf = (
  tx: ReadTx,
  { lessonId, workId, typeId = null }: { lessonId: string; workId: string; typeId?: string | null },
) =>
  tx.one<Columns>(sql`
    select
      (select count(*) from work where school_id = current_school() and lesson_id = ${lessonId} and not removed)::int as works,
      exists (select from work where school_id = current_school() and lesson_id = ${lessonId} and id = ${workId} and not removed) as known,
      (select count(*) from mark where school_id = current_school() and work_id = ${workId}
         and (cardinality("values") > 0 or due_on is not null))::int as marks,
      (select control from work_type where school_id = current_school() and id = ${typeId}::uuid) as control`)

function refuse(lesson: LessonSubject, columns: Columns, title: string): void {
  const refusal = whyNoMarks(lesson) ?? whyLessonIsClosed(lesson)
  if (refusal) throw refusal
  if (columns.control === null) throw new Refusal('input.wrong', { field: 'typeId' })
  if (columns.control && title.trim() === '') throw new Refusal('marks.titleNeeded') // S1 4.4i
}

export const addWorkCommand = implement('marks.addWork', {
  load: lessonById,
  prepare: columnsOf,
  run: async ({ tx, subject: lesson, found, school }, { workId, typeId, weight, title }) => {
    refuse(lesson, found, title)
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
  run: async ({ tx, subject: lesson, found }, { workId, typeId, weight, title }) => {
    refuse(lesson, found, title)
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
  run: async ({ tx, subject: lesson, found }, { workId }) => {
    const refusal = whyLessonIsClosed(lesson)
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
