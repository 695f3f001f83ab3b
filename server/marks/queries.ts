import { type AbsenceCode, absenceLetters } from '#domain/attendance/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import type { Output } from '#domain/operations.ts'
import { lessonById } from '#server/journal/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

type MarkRow = { values: number[]; due_on: string | null; comment: string; basis: string }
type AbsenceRow = { code: AbsenceCode | null; minutes: number | null }
type Step = {
  what: 'mark' | 'attendance'
  at: string
  by: string
  scale: 'five' | 'passFail'
  before: MarkRow & AbsenceRow
  after: MarkRow & AbsenceRow
}

/** The story of a cell, told from the history that the database itself keeps. */
export const historyQuery = answer('marks.history', {
  load: lessonById,
  run: async ({ tx }, { lessonId, workId = null, studentId }) => {
    const steps = await tx.rows<Step>(sql`
      select r.what, o.at, r.scale, ch.before, ch.after,
        p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end as by
      from (
        select 'mark' as what, m.school_id, m.id, c.scale
        from work w join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = ${studentId}
          join lesson l on l.school_id = w.school_id and l.id = w.lesson_id join course c on c.school_id = l.school_id and c.id = l.course_id
        where w.school_id = current_school() and w.id = ${workId}::uuid and w.lesson_id = ${lessonId}
        union all
        select 'attendance', a.school_id, a.id, 'five' from absence a
        where a.school_id = current_school() and a.lesson_id = ${lessonId} and a.student_id = ${studentId}
      ) r
        join change ch on ch.school_id = r.school_id and ch.row_id = r.id
        join operation o on o.school_id = ch.school_id and o.id = ch.operation_id
        join person p on p.school_id = o.school_id and p.id = o.actor_id
      order by ch.id desc limit 200`)
    return { entries: steps.map(entryOf) }
  },
})

function entryOf({ what, at, by, scale, before, after }: Step): Output<'marks.history'>['entries'][number] {
  const told = (row: (MarkRow & AbsenceRow) | null) => {
    if (row === null) return ''
    if (what === 'mark') return markText(row.values, row.due_on !== null, scale)
    return row.code === null ? '' : `${absenceLetters[row.code]}${row.minutes ? ` ${row.minutes} мин` : ''}`
  }
  return {
    at,
    by,
    what,
    from: told(before),
    to: told(after),
    comment: after?.comment ?? '',
    basis: after?.basis ?? '',
    dueOn: after?.due_on ?? null,
  }
}

export const marksQueries = [historyQuery]
