import type { Actor } from '#domain/access/actor.ts'
import { attachable, LARGEST_FILE, whyTaskIsWrong } from '#domain/homework/rules.ts'
import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'

type Around = {
  next: string | null
  year_end: string
  /** Is there a lesson on the day the task is due, or was that its day before (the lesson may have been cancelled since)? */
  has_lesson: boolean
  /** The lesson at which a task with this id already stands, and whether it was taken back. */
  stands_at: string | null
  removed: boolean | null
  strangers: number
  missing_files: number
}

/** A file may be attached by who uploaded it, or where the course has it already: an id alone opens nobody else's. */
const around = (
  tx: ReadTx,
  input: { lessonId: string; homeworkId: string; dueOn: PlainDate | null; students: string[]; files: string[] },
  { actor }: { actor: Actor },
) =>
  tx.maybe<Around>(sql`
    select
      (select min(n.date) from lesson n where n.school_id = l.school_id and n.course_id = l.course_id and n.date > l.date and not n.cancelled) as next,
      y.to_date as year_end,
      exists (select from lesson d where d.school_id = l.school_id and d.course_id = l.course_id and d.date = ${input.dueOn}::date
        and not d.cancelled) or coalesce(h.due_on = ${input.dueOn}::date, false) as has_lesson,
      h.lesson_id as stands_at, h.removed,
      (select count(*) from unnest(${input.students}::uuid[]) s (id) where not exists (
        select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = s.id
          and l.date between e.from_date and coalesce(e.to_date, 'infinity')))::int as strangers,
      (select count(*) from unnest(${input.files}::uuid[]) f (id) where not exists (
        select from homework_file x join homework h on h.school_id = x.school_id and h.id = x.homework_id
        where x.school_id = l.school_id and x.file_id = f.id and h.course_id = l.course_id
        union all
        select from file x join change ch on ch.school_id = x.school_id and ch.row_id = x.id
          join operation o on o.school_id = ch.school_id and o.id = ch.operation_id
        where x.school_id = l.school_id and x.id = f.id and o.actor_id = ${actor.personId}))::int as missing_files
    from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
      join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
      left join homework h on h.school_id = l.school_id and h.id = ${input.homeworkId}
    where l.school_id = current_school() and l.id = ${input.lessonId}`)

export const setHomeworkCommand = implement('homework.set', {
  load: lessonById,
  prepare: around,
  run: async ({ tx, subject: lesson, found, school }, input) => {
    const refusal = whyLessonIsClosed(lesson) ?? whyTaskIsWrong(input, lesson.date)
    if (refusal) throw refusal
    if (!found) throw new Refusal('access.denied')
    if (found.stands_at !== null && found.stands_at !== lesson.lessonId) throw new Refusal('homework.otherLesson')
    if (found.removed) throw new Refusal('homework.unknown')
    if (input.dueOn !== null && input.dueOn > found.year_end) throw new Refusal('homework.dueOutsideYear')
    if (input.dueOn !== null && !found.has_lesson) throw new Refusal('homework.noLessonThen')
    if (found.strangers > 0) throw new Refusal('journal.notInGroup', { date: lesson.date })
    if (found.missing_files > 0) throw new Refusal('homework.unknownFile')
    const written = await tx.run(sql`
      insert into homework (school_id, id, lesson_id, course_id, due_on, content, pages, exercises, minutes, nothing, individual)
      values (${school.schoolId}, ${input.homeworkId}, ${lesson.lessonId}, ${lesson.courseId}, ${input.dueOn ?? found.next}, ${input.content.trim()},
        ${input.pages.trim()}, ${input.exercises.trim()}, ${input.minutes}, ${input.nothing}, ${input.students.length > 0})
      on conflict (school_id, id) do update set due_on = excluded.due_on, content = excluded.content, pages = excluded.pages,
        exercises = excluded.exercises, minutes = excluded.minutes, nothing = excluded.nothing, individual = excluded.individual
      where homework.lesson_id = excluded.lesson_id and not homework.removed`)
    if (written === 0) throw new Refusal('homework.unknown') // taken back while this was on its way
    await tx.run(sql`
      insert into homework_student (school_id, homework_id, student_id, removed)
      select ${school.schoolId}, ${input.homeworkId}, s.id, false from unnest(${input.students}::uuid[]) s (id)
      union all
      select school_id, homework_id, student_id, true from homework_student
      where school_id = current_school() and homework_id = ${input.homeworkId} and not removed and student_id <> all (${input.students}::uuid[])
      on conflict (school_id, homework_id, student_id) do update set removed = excluded.removed where homework_student.removed <> excluded.removed`)
    await tx.run(sql`
      insert into homework_file (school_id, homework_id, file_id, removed)
      select ${school.schoolId}, ${input.homeworkId}, f.id, false from unnest(${input.files}::uuid[]) f (id)
      union all
      select school_id, homework_id, file_id, true from homework_file
      where school_id = current_school() and homework_id = ${input.homeworkId} and not removed and file_id <> all (${input.files}::uuid[])
      on conflict (school_id, homework_id, file_id) do update set removed = excluded.removed where homework_file.removed <> excluded.removed`)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const removeHomeworkCommand = implement('homework.remove', {
  load: lessonById,
  run: async ({ tx, subject: lesson }, { homeworkId }) => {
    const refusal = whyLessonIsClosed(lesson)
    if (refusal) throw refusal
    const removed = await tx.run(sql`
      update homework set removed = true where school_id = current_school() and id = ${homeworkId} and lesson_id = ${lesson.lessonId}`)
    if (removed === 0) throw new Refusal('homework.unknown')
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const addFileCommand = implement('homework.addFile', {
  load: theSchool,
  run: async ({ tx, school, beside }, { fileId, name, mediaType, size, sha256 }) => {
    if (!Object.hasOwn(attachable, mediaType)) throw new Refusal('files.kind')
    if (size > LARGEST_FILE) throw new Refusal('files.tooLarge')
    const content = beside as { bytes: Buffer; sha256: Buffer } | undefined
    if (content?.sha256.toString('hex') !== sha256) throw new Refusal('files.empty')
    await tx.run(sql`
      insert into file_content (school_id, sha256, bytes) values (${school.schoolId}, ${content.sha256}, ${content.bytes})
      on conflict do nothing`)
    await tx.run(sql`
      insert into file (school_id, id, name, media_type, size, sha256)
      values (${school.schoolId}, ${fileId}, ${name}, ${mediaType}, ${size}, decode(${sha256}, 'hex'))`)
    return { fileId, name, size, mediaType }
  },
  announce: () => [],
})

export const homeworkCommands = [setHomeworkCommand, removeHomeworkCommand, addFileCommand]
