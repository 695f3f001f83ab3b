import type { LessonSubject } from '#domain/access/actor.ts'
import { markText } from '#domain/journal/entry.ts'
import { type Mark, noMark, sameMark, whyLocked, whyMarkIsWrong, whyNoMarks, whyOut } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { courseById, lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { worksCommands } from './works.ts'

type Cell = {
  /** The work is a live column of the lesson. */
  known: boolean
  enrolled: boolean
  /** Learns the subject by a plan of their own on that day. */
  apart: boolean
  markId: string | null
  values: number[] | null
  due_on: string | null
  comment: string | null
  basis: string | null
}

/**
 * The lesson, and all about one cell of it that the rules ask: the column, the enrolment on that day, what stands there. The column is
 * held until the mark is written (the foreign key would hold it anyway), so that nobody takes it away meanwhile.
 */
async function cellOf(
  tx: ReadTx,
  { lessonId, workId, studentId }: { lessonId: string; workId: string; studentId: string },
): Promise<(LessonSubject & { cell: Cell | null }) | null> {
  const row = await tx.maybe<Omit<LessonSubject, 'kind'> & Cell>(sql`
    select l.id as "lessonId", l.date, l.teacher_id as "teacherId", l.instead_of_id as "insteadOfId", l.cancelled,
      c.id as "courseId", c.scale, g.id as "groupId", g.grade, g.ungraded,
      case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
        where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as "classIds",
      (select max(t.locked_at) from term t
       where t.school_id = l.school_id and t.school_year_id = c.school_year_id and g.grade between t.from_grade and t.to_grade
         and l.date between t.from_date and t.to_date) as "lockedAt",
      not w.removed as known, m.id as "markId", m."values", m.due_on, m.comment, m.basis,
      exists (select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = ${studentId}
        and l.date between e.from_date and coalesce(e.to_date, 'infinity')) as enrolled,
      exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = ${studentId}
        and l.date between x.from_date and x.to_date) as apart
    from work w join lesson l on l.school_id = w.school_id and l.id = w.lesson_id
      join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id
      left join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = ${studentId}
    where w.school_id = current_school() and w.id = ${workId} and w.lesson_id = ${lessonId}
    for key share of w`)
  if (row) return { kind: 'lesson', ...row, cell: row }
  const lesson = await lessonById(tx, { lessonId }) // no such column: who may ask about the lesson is told so
  return lesson && { ...lesson, cell: null }
}

const markOf = (cell: Cell): Mark =>
  cell.markId === null ? noMark : { values: cell.values!, dueOn: cell.due_on, comment: cell.comment!, basis: cell.basis! }

export const setMarkCommand = implement('marks.set', {
  load: cellOf,
  run: async ({ tx, subject: lesson, today, school }, { workId, studentId, mark, expected }) => {
    const refusal =
      whyNoMarks(lesson) ??
      whyLocked(lesson, today, school.policies) ??
      whyMarkIsWrong(mark, lesson.scale, school.policies['marks.lowest'], lesson.date)
    if (refusal) throw refusal
    const { cell } = lesson
    if (!cell?.known) throw new Refusal('marks.unknownWork')
    const out = whyOut(cell, lesson.date)
    if (out) throw out
    const standing = markOf(cell)
    if (sameMark(standing, mark)) return {}
    if (!sameMark(standing, expected)) throw await changedMeanwhile(tx, cell.markId!, standing, lesson.scale)
    tx.must(
      sql`
      with written as (
        insert into mark (school_id, work_id, student_id, "values", due_on, comment, basis)
        values (${school.schoolId}, ${workId}, ${studentId}, ${mark.values}, ${mark.dueOn}, ${mark.comment}, ${mark.basis})
        on conflict (school_id, work_id, student_id) do update
          set "values" = excluded."values", due_on = excluded.due_on, comment = excluded.comment, basis = excluded.basis
          where mark."values" = ${expected.values}::smallint[] and mark.due_on is not distinct from ${expected.dueOn}::date
            and mark.comment = ${expected.comment} and mark.basis = ${expected.basis}
        returning 1)
      select wrote(count(*), 1) from written`,
      // Somebody wrote between our look and our write; the row waited for them, and now tells what they wrote.
      async (tx) => {
        const now = await tx.one<Mark & { markId: string }>(sql`
          select id as "markId", "values", due_on as "dueOn", comment, basis
          from mark where school_id = current_school() and work_id = ${workId} and student_id = ${studentId}`)
        return changedMeanwhile(tx, now.markId, now, lesson.scale)
      },
    )
    return {}
  },
  announce: (lesson, { studentId }) => [`staff:${lesson.courseId}`, `student:${studentId}`],
})

async function changedMeanwhile(tx: ReadTx, markId: string, standing: Mark, scale: 'five' | 'passFail'): Promise<Refusal> {
  return new Refusal('journal.changedMeanwhile', {
    value: markText(standing.values, standing.dueOn !== null, scale),
    standing: JSON.stringify({
      values: standing.values,
      dueOn: standing.dueOn,
      comment: standing.comment,
      basis: standing.basis,
    }),
    ...(await lastChange(tx, markId)),
  })
}

type ManyRow = { i: number; lesson_date: string | null; cancelled: boolean; lockedAt: string | null; enrolled: boolean } & Cell

export const setMarksCommand = implement('marks.setMany', {
  load: courseById,
  prepare: (tx, { courseId, cells }) => cellsOf(tx, courseId, cells),
  run: async ({ tx, subject: course, found, today, school }, { cells }) => {
    const refusal = whyNoMarks(course)
    if (refusal) throw refusal
    const rows = new Map(found.map((row) => [row.i, row]))
    const changed = cells.filter((cell, i) => {
      const row = rows.get(i + 1)
      const no = (refusal: Refusal) =>
        new Refusal(refusal.code, { ...refusal.params, workId: cell.workId, studentId: cell.studentId })
      if (!row?.known) throw no(new Refusal('marks.unknownWork'))
      const lesson = { date: row.lesson_date!, cancelled: row.cancelled, lockedAt: row.lockedAt }
      const why =
        whyLocked(lesson, today, school.policies) ??
        whyMarkIsWrong(cell.mark, course.scale, school.policies['marks.lowest'], lesson.date)
      if (why) throw no(why)
      const out = whyOut(row, lesson.date)
      if (out) throw no(out)
      const standing = markOf(row)
      if (sameMark(standing, cell.mark)) return false
      if (!sameMark(standing, cell.expected)) {
        throw no(
          new Refusal('journal.changedMeanwhile', {
            value: markText(standing.values, standing.dueOn !== null, course.scale),
            standing: JSON.stringify(standing),
          }),
        )
      }
      return true
    })
    if (changed.length === 0) return {}
    await writeMarks(tx, school.schoolId, changed)
    return {}
  },
  announce: (course, { cells }) => [`staff:${course.courseId}`, ...new Set(cells.map((cell) => `student:${cell.studentId}`))],
})

const cellsOf = (tx: ReadTx, courseId: string, cells: Input<'marks.setMany'>['cells']) =>
  tx.rows<ManyRow>(sql`
    select i.n::int as i, l.date as lesson_date, l.cancelled, not w.removed as known, m.id as "markId", m."values", m.due_on, m.comment, m.basis,
      (select max(t.locked_at) from term t where t.school_id = l.school_id and t.school_year_id = c.school_year_id
         and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date) as "lockedAt",
      exists (select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = i.student_id
        and l.date between e.from_date and coalesce(e.to_date, 'infinity')) as enrolled,
      exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = i.student_id
        and l.date between x.from_date and x.to_date) as apart
    from unnest(${cells.map((cell) => cell.workId)}::uuid[], ${cells.map((cell) => cell.studentId)}::uuid[]) with ordinality i (work_id, student_id, n)
      join work w on w.school_id = current_school() and w.id = i.work_id
      join lesson l on l.school_id = w.school_id and l.id = w.lesson_id and l.course_id = ${courseId}
      join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id
      left join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = i.student_id
    for key share of w`)

async function writeMarks(tx: Tx, schoolId: number, cells: Input<'marks.setMany'>['cells']): Promise<void> {
  const rows = cells.map(({ workId, studentId, mark, expected }) => ({ workId, studentId, ...mark, expected }))
  const written = await tx.run(sql`
    insert into mark (school_id, work_id, student_id, "values", due_on, comment, basis)
    select ${schoolId}, r."workId", r."studentId", r."values", r."dueOn", r.comment, r.basis
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("workId" uuid, "studentId" uuid, "values" smallint[], "dueOn" date, comment text, basis text)
    order by 2, 3
    on conflict (school_id, work_id, student_id) do update
      set "values" = excluded."values", due_on = excluded.due_on, comment = excluded.comment, basis = excluded.basis
      where exists (
        select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("workId" uuid, "studentId" uuid, expected jsonb)
        where r."workId" = mark.work_id and r."studentId" = mark.student_id
          and to_jsonb(mark."values") = r.expected -> 'values' and mark.due_on is not distinct from (r.expected ->> 'dueOn')::date
          and mark.comment = r.expected ->> 'comment' and mark.basis = r.expected ->> 'basis')`)
  if (written !== rows.length) throw new Refusal('journal.changedMeanwhile', { value: '', by: '' })
}

export const marksCommands = [setMarkCommand, setMarksCommand, ...worksCommands]
