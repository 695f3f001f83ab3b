import type { Actor } from '#domain/access/actor.ts'
import { attachable, isAsSeen, LARGEST_FILE, sameTask, type Task, tidied, whyTaskIsWrong } from '#domain/homework/rules.ts'
import { taskText } from '#domain/homework/texts.ru.ts'
import { whyLessonIsClosed } from '#domain/journal/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'

type Named = { lessonId: string; homeworkId: string }
type Standing = {
  /** The day of the course's next lesson: what a task without a day is due on. */
  next: string | null
  /** The lesson at which a task with this id stands, and whether it was taken back. */
  stands_at: string | null
  removed: boolean | null
  task: Task | null
}
type Around = {
  year_end: string
  /** Is there a lesson on the day the task is due, or was that its day before (the lesson may have been cancelled since)? */
  has_lesson: boolean
  strangers: number
  missing_files: number
}

/** Holds the task until the operation is through: what is read of it, its students and files after that still stands at the write. */
const hold = (tx: ReadTx, { homeworkId }: Named) =>
  tx.rows(sql`select from homework where school_id = current_school() and id = ${homeworkId} for update`)

const standingOf = (tx: ReadTx, { lessonId, homeworkId }: Named) =>
  tx.maybe<Standing>(sql`
    select
      (select min(n.date) from lesson n where n.school_id = l.school_id and n.course_id = l.course_id and n.date > l.date and not n.cancelled) as next,
      h.lesson_id as stands_at, h.removed,
      case when h.id is not null then json_build_object('dueOn', h.due_on, 'content', h.content, 'pages', h.pages, 'exercises', h.exercises,
        'minutes', h.minutes, 'nothing', h.nothing,
        'students', array(select x.student_id from homework_student x where x.school_id = h.school_id and x.homework_id = h.id and not x.removed),
        'files', array(select x.file_id from homework_file x where x.school_id = h.school_id and x.homework_id = h.id and not x.removed)) end as task
    from lesson l left join homework h on h.school_id = l.school_id and h.id = ${homeworkId}
    where l.school_id = current_school() and l.id = ${lessonId}`)

/** A file may be attached by who uploaded it, or where the course has it already: an id alone opens nobody else's. */
const around = (tx: ReadTx, { lessonId, homeworkId, task }: Named & { task: Task }, { personId }: Actor) =>
  tx.maybe<Around>(sql`
    select
      y.to_date as year_end,
      exists (select from lesson d where d.school_id = l.school_id and d.course_id = l.course_id and d.date = ${task.dueOn}::date
        and not d.cancelled) or coalesce(h.due_on = ${task.dueOn}::date, false) as has_lesson,
      (select count(*) from unnest(${task.students}::uuid[]) s (id) where not exists (
        select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = s.id
          and l.date between e.from_date and coalesce(e.to_date, 'infinity'))
        or exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = s.id
          and l.date between x.from_date and x.to_date))::int as strangers,
      (select count(*) from unnest(${task.files}::uuid[]) f (id) where not exists (
        select from homework_file x join homework h on h.school_id = x.school_id and h.id = x.homework_id
        where x.school_id = l.school_id and x.file_id = f.id and h.course_id = l.course_id
        union all
        select from file x join change ch on ch.school_id = x.school_id and ch.row_id = x.id
          join operation o on o.school_id = ch.school_id and o.id = ch.operation_id
        where x.school_id = l.school_id and x.id = f.id and o.actor_id = ${personId}))::int as missing_files
    from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
      join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
      left join homework h on h.school_id = l.school_id and h.id = ${homeworkId}
    where l.school_id = current_school() and l.id = ${lessonId}`)

export const setHomeworkCommand = implement('homework.set', {
  load: lessonById,
  prepare: (tx, input, { actor }) => Promise.all([hold(tx, input), standingOf(tx, input), around(tx, input, actor)]),
  run: async ({ tx, subject: lesson, found: [, standing, known], school }, { homeworkId, task, expected }) => {
    const refusal = whyLessonIsClosed(lesson) ?? whyTaskIsWrong(task, lesson.date)
    if (refusal) throw refusal
    if (!standing || !known) throw new Refusal('access.denied')
    if (standing.stands_at !== null && standing.stands_at !== lesson.lessonId) throw new Refusal('homework.otherLesson')
    if (standing.removed) throw await takenBack(tx, homeworkId)
    if (task.dueOn !== null && task.dueOn > known.year_end) throw new Refusal('homework.dueOutsideYear')
    if (task.dueOn !== null && !known.has_lesson) throw new Refusal('homework.noLessonThen')
    if (known.strangers > 0) throw new Refusal('journal.notInGroup', { date: lesson.date })
    if (known.missing_files > 0) throw new Refusal('homework.unknownFile')
    const given = { ...tidied(task), dueOn: task.dueOn ?? standing.next }
    if (standing.task && sameTask(standing.task, given)) return {}
    if (!isAsSeen(standing.task, expected, standing.next))
      throw standing.task ? await changedMeanwhile(tx, homeworkId, standing.task) : await takenBack(tx, homeworkId)
    const { students, files } = given
    tx.must(
      sql`
      with written as (
        insert into homework (school_id, id, lesson_id, course_id, due_on, content, pages, exercises, minutes, nothing, individual)
        values (${school.schoolId}, ${homeworkId}, ${lesson.lessonId}, ${lesson.courseId}, ${given.dueOn}, ${given.content},
          ${given.pages}, ${given.exercises}, ${given.minutes}, ${given.nothing}, ${students.length > 0})
        on conflict (school_id, id) do update set due_on = excluded.due_on, content = excluded.content, pages = excluded.pages,
          exercises = excluded.exercises, minutes = excluded.minutes, nothing = excluded.nothing, individual = excluded.individual
          where ${standing.task !== null}::boolean
        returning 1),
      chosen as (
        insert into homework_student (school_id, homework_id, student_id, removed)
        select ${school.schoolId}, ${homeworkId}, s.id, false from unnest(${students}::uuid[]) s (id)
        union all
        select school_id, homework_id, student_id, true from homework_student
        where school_id = current_school() and homework_id = ${homeworkId} and not removed and student_id <> all (${students}::uuid[])
        on conflict (school_id, homework_id, student_id) do update set removed = excluded.removed where homework_student.removed <> excluded.removed),
      attached as (
        insert into homework_file (school_id, homework_id, file_id, removed)
        select ${school.schoolId}, ${homeworkId}, f.id, false from unnest(${files}::uuid[]) f (id)
        union all
        select school_id, homework_id, file_id, true from homework_file
        where school_id = current_school() and homework_id = ${homeworkId} and not removed and file_id <> all (${files}::uuid[])
        on conflict (school_id, homework_id, file_id) do update set removed = excluded.removed where homework_file.removed <> excluded.removed)
      select wrote(count(*), 1) from written`,
      // There was nothing to hold, and somebody set a task under this very id before we did.
      async (tx) => {
        const now = await standingOf(tx, { lessonId: lesson.lessonId, homeworkId })
        return now?.task ? changedMeanwhile(tx, homeworkId, now.task) : takenBack(tx, homeworkId)
      },
    )
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

export const removeHomeworkCommand = implement('homework.remove', {
  load: lessonById,
  prepare: (tx, input) => Promise.all([hold(tx, input), standingOf(tx, input)]),
  run: async ({ tx, subject: lesson, found: [, standing] }, { homeworkId, expected }) => {
    const refusal = whyLessonIsClosed(lesson)
    if (refusal) throw refusal
    if (!standing?.task || standing.stands_at !== lesson.lessonId) throw new Refusal('homework.unknown')
    if (standing.removed) return {}
    if (!isAsSeen(standing.task, expected, standing.next)) throw await changedMeanwhile(tx, homeworkId, standing.task)
    await tx.run(sql`update homework set removed = true where school_id = current_school() and id = ${homeworkId}`)
    return {}
  },
  announce: (lesson) => [`course:${lesson.courseId}`],
})

const takenBack = async (tx: ReadTx, homeworkId: string): Promise<Refusal> =>
  new Refusal('homework.unknown', await lastChange(tx, homeworkId))

const changedMeanwhile = async (tx: ReadTx, homeworkId: string, standing: Task): Promise<Refusal> =>
  new Refusal('journal.changedMeanwhile', {
    value: taskText(standing),
    standing: JSON.stringify(standing),
    ...(await lastChange(tx, homeworkId)),
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
