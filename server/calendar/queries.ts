import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'

export const schoolYearQuery = answer('calendar.year', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const year = await tx.maybe<Output<'calendar.year'>>(sql`
      select y.name, y.from_date as "from", y.to_date as "to",
        coalesce((select json_agg(json_build_object('termId', t.id, 'name', t.name, 'fromGrade', t.from_grade, 'toGrade', t.to_grade,
          'from', t.from_date, 'to', t.to_date, 'lockedAt', t.locked_at) order by t.from_grade, t.from_date)
          from term t where t.school_id = y.school_id and t.school_year_id = y.id), '[]') as terms,
        coalesce((select json_agg(json_build_object('date', d.date, 'kind', d.kind, 'fromGrade', d.from_grade, 'toGrade', d.to_grade,
          'name', d.name) order by d.date)
          from day_exception d where d.school_id = y.school_id and d.school_year_id = y.id), '[]') as exceptions
      from school_year y where y.school_id = current_school()
      order by (${today} between y.from_date and y.to_date) desc, abs(y.from_date - ${today}::date) limit 1`)
    if (!year) throw new Refusal('calendar.noYear')
    return year
  },
})

export const calendarQueries = [schoolYearQuery]
