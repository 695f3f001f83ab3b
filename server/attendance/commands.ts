import { type Attendance, absenceLetters, present, whyAttendanceIsWrong } from '#domain/attendance/rules.ts'
import { whyLocked, whyOut } from '#domain/marks/rules.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { courseById, lessonById } from '#server/journal/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'

type Cell = { code: Attendance['code']; minutes: number | null; enrolled: boolean; apart: boolean }

const same = (a: Attendance, b: Attendance) => a.code === b.code && a.minutes === b.minutes
const told = ({ code }: Attendance) => (code ? absenceLetters[code] : '')

const cellOf = (tx: ReadTx, { lessonId, studentId }: { lessonId: string; studentId: string }) =>
  tx.maybe<Cell>(sql`
    select a.code, a.minutes,
      exists (select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = ${studentId}
        and l.date between e.from_date and coalesce(e.to_date, 'infinity')) as enrolled,
      exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = ${studentId}
        and l.date between x.from_date and x.to_date) as apart
    from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
      left join absence a on a.school_id = l.school_id and a.lesson_id = l.id and a.student_id = ${studentId}
    where l.school_id = current_school() and l.id = ${lessonId}`)

export const setAttendanceCommand = implement('attendance.set', {
  load: lessonById,
  prepare: cellOf,
  run: async ({ tx, subject: lesson, found: cell, today, school }, { studentId, attendance, expected }) => {
    const refusal = whyLocked(lesson, today, school.policies) ?? whyAttendanceIsWrong(attendance)
    if (refusal) throw refusal
    const out = whyOut(cell, lesson.date)
    if (out) throw out
    const standing: Attendance = { code: cell!.code, minutes: cell!.minutes }
    if (same(standing, attendance)) return {}
    if (!same(standing, expected)) throw await changedMeanwhile(tx, lesson.lessonId, studentId)
    tx.must(
      sql`
      with written as (
        insert into absence (school_id, lesson_id, student_id, code, minutes)
        values (${school.schoolId}, ${lesson.lessonId}, ${studentId}, ${attendance.code}, ${attendance.minutes})
        on conflict (school_id, lesson_id, student_id) do update set code = excluded.code, minutes = excluded.minutes
          where absence.code is not distinct from ${expected.code} and absence.minutes is not distinct from ${expected.minutes}::smallint
        returning 1)
      select wrote(count(*), 1) from written`,
      (tx) => changedMeanwhile(tx, lesson.lessonId, studentId),
    )
    return {}
  },
  announce: (lesson, { studentId }) => [`staff:${lesson.courseId}`, `student:${studentId}`, 'absences'],
})

async function changedMeanwhile(tx: ReadTx, lessonId: string, studentId: string): Promise<Refusal> {
  const now = await tx.maybe<Attendance & { id: string }>(sql`
    select id, code, minutes from absence where school_id = current_school() and lesson_id = ${lessonId} and student_id = ${studentId}`)
  const there: Attendance = now ? { code: now.code, minutes: now.minutes } : present
  return new Refusal('journal.changedMeanwhile', {
    value: told(there),
    standing: JSON.stringify(there),
    ...(now ? await lastChange(tx, now.id) : {}),
  })
}

type ManyRow = { i: number; date: string; cancelled: boolean; lockedAt: string | null } & Cell

export const setManyAttendancesCommand = implement('attendance.setMany', {
  load: courseById,
  prepare: (tx, { courseId, cells }) => cellsOf(tx, courseId, cells),
  run: async ({ tx, found, today, school }, { cells }) => {
    const rows = new Map(found.map((row) => [row.i, row]))
    const changed = cells.filter((cell, i) => {
      const row = rows.get(i + 1)
      const no = (refusal: Refusal) =>
        new Refusal(refusal.code, { ...refusal.params, lessonId: cell.lessonId, studentId: cell.studentId })
      if (!row) throw no(new Refusal('access.denied'))
      const why = whyLocked(row, today, school.policies) ?? whyAttendanceIsWrong(cell.attendance)
      if (why) throw no(why)
      const out = whyOut(row, row.date)
      if (out) throw no(out)
      const standing: Attendance = { code: row.code, minutes: row.minutes }
      if (same(standing, cell.attendance)) return false
      if (!same(standing, cell.expected)) {
        throw no(new Refusal('journal.changedMeanwhile', { value: told(standing), standing: JSON.stringify(standing) }))
      }
      return true
    })
    if (changed.length > 0) await writeAbsences(tx, school.schoolId, changed)
    return {}
  },
  announce: (course, { cells }) => [
    `staff:${course.courseId}`,
    ...new Set(cells.map((cell) => `student:${cell.studentId}`)),
    'absences',
  ],
})

const cellsOf = (tx: ReadTx, courseId: string, cells: Input<'attendance.setMany'>['cells']) =>
  tx.rows<ManyRow>(sql`
    select i.n::int as i, l.date, l.cancelled, a.code, a.minutes,
      (select max(t.locked_at) from term t where t.school_id = l.school_id and t.school_year_id = c.school_year_id
         and g.grade between t.from_grade and t.to_grade and l.date between t.from_date and t.to_date) as "lockedAt",
      exists (select from enrolment e where e.school_id = l.school_id and e.group_id = c.group_id and e.student_id = i.student_id
        and l.date between e.from_date and coalesce(e.to_date, 'infinity')) as enrolled,
      exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = i.student_id
        and l.date between x.from_date and x.to_date) as apart
    from unnest(${cells.map((cell) => cell.lessonId)}::uuid[], ${cells.map((cell) => cell.studentId)}::uuid[]) with ordinality i (lesson_id, student_id, n)
      join lesson l on l.school_id = current_school() and l.id = i.lesson_id and l.course_id = ${courseId}
      join course c on c.school_id = l.school_id and c.id = l.course_id
      join study_group g on g.school_id = c.school_id and g.id = c.group_id
      left join absence a on a.school_id = l.school_id and a.lesson_id = l.id and a.student_id = i.student_id`)

async function writeAbsences(tx: Tx, schoolId: number, cells: Input<'attendance.setMany'>['cells']): Promise<void> {
  const rows = cells.map(({ lessonId, studentId, attendance, expected }) => ({ lessonId, studentId, ...attendance, expected }))
  const written = await tx.run(sql`
    insert into absence (school_id, lesson_id, student_id, code, minutes)
    select ${schoolId}, r."lessonId", r."studentId", r.code, r.minutes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("lessonId" uuid, "studentId" uuid, code text, minutes smallint)
    order by 2, 3
    on conflict (school_id, lesson_id, student_id) do update set code = excluded.code, minutes = excluded.minutes
      where exists (
        select from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("lessonId" uuid, "studentId" uuid, expected jsonb)
        where r."lessonId" = absence.lesson_id and r."studentId" = absence.student_id
          and absence.code is not distinct from (r.expected ->> 'code') and absence.minutes is not distinct from (r.expected ->> 'minutes')::smallint)`)
  if (written !== rows.length) throw new Refusal('journal.changedMeanwhile', { value: '', by: '' })
}

type Roll = { student_ids: string[] | null }

export const rollCallCommand = implement('attendance.rollCall', {
  load: lessonById,
  prepare: (tx, { lessonId }) =>
    tx.one<Roll>(sql`
      select array_agg(distinct e.student_id) as student_ids
      from lesson l join course c on c.school_id = l.school_id and c.id = l.course_id
        join enrolment e on e.school_id = c.school_id and e.group_id = c.group_id and l.date between e.from_date and coalesce(e.to_date, 'infinity')
      where l.school_id = current_school() and l.id = ${lessonId}
        and not exists (select from apart x where x.school_id = l.school_id and x.course_id = c.id and x.student_id = e.student_id
          and l.date between x.from_date and x.to_date)`),
  run: async ({ tx, subject: lesson, found, today, school, now }, { absences }) => {
    const refusal = whyLocked(lesson, today, school.policies)
    if (refusal) throw refusal
    const group = new Set(found.student_ids ?? [])
    for (const { studentId, code, minutes } of absences) {
      const wrong = whyAttendanceIsWrong({ code, minutes })
      if (wrong) throw wrong
      if (!group.has(studentId)) throw new Refusal('journal.notInGroup', { date: lesson.date, studentId })
    }
    await tx.run(sql`update lesson set roll_called_at = ${now} where school_id = current_school() and id = ${lesson.lessonId}`)
    await tx.run(sql`
      update absence set code = null, minutes = null
      where school_id = current_school() and lesson_id = ${lesson.lessonId} and code is not null
        and student_id <> all (${absences.map((one) => one.studentId)}::uuid[])`)
    if (absences.length > 0) {
      await tx.run(sql`
        insert into absence (school_id, lesson_id, student_id, code, minutes)
        select ${school.schoolId}, ${lesson.lessonId}, r."studentId", r.code, r.minutes
        from jsonb_to_recordset(${JSON.stringify(absences)}::jsonb) as r ("studentId" uuid, code text, minutes smallint)
        order by r."studentId"
        on conflict (school_id, lesson_id, student_id) do update set code = excluded.code, minutes = excluded.minutes
          where absence.code is distinct from excluded.code or absence.minutes is distinct from excluded.minutes`)
    }
    return { rollCalledAt: now.toISOString() }
  },
  announce: (lesson) => [`course:${lesson.courseId}`, 'absences'],
})

export const attendanceCommands = [setAttendanceCommand, setManyAttendancesCommand, rollCallCommand]
