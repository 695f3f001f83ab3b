import type { Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { previewExceptionQuery } from './exceptions.ts'
import { ALL_YEARS, planOf, yearById } from './plan.ts'
import { previewTermsQuery } from './terms.ts'

export const schoolYearQuery = answer('calendar.year', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const year = await tx.maybe<Output<'calendar.year'>>(sql`
      select y.name, y.from_date as "from", y.to_date as "to",
        coalesce((select json_agg(json_build_object('termId', t.id, 'name', t.name, 'fromGrade', t.from_grade, 'toGrade', t.to_grade,
          'from', t.from_date, 'to', t.to_date, 'lockedAt', t.locked_at) order by t.from_grade, t.from_date, t.id)
          from term t where t.school_id = y.school_id and t.school_year_id = y.id), '[]') as terms,
        coalesce((select json_agg(json_build_object('date', d.date, 'kind', d.kind, 'fromGrade', d.from_grade, 'toGrade', d.to_grade,
          'classId', d.class_id, 'name', d.name) order by d.date, d.id)
          from day_exception d where d.school_id = y.school_id and d.school_year_id = y.id), '[]') as exceptions
      from school_year y where y.school_id = current_school() and y.opened_at is not null
      order by (${today} between y.from_date and y.to_date) desc, abs(y.from_date - ${today}::date), y.id limit 1`)
    if (!year) throw new Refusal('calendar.noYear')
    return year
  },
})

export const yearsQuery = answer('calendar.years', {
  load: theSchool,
  run: async ({ tx }) => ({
    years: await tx.rows<Output<'calendar.years'>['years'][number]>(sql`
      select y.id as "yearId", y.name, y.from_date as "from", y.to_date as "to", y.study_days as "studyDays", y.opened_at as "openedAt",
        (select count(*) from term t where t.school_id = y.school_id and t.school_year_id = y.id)::int as terms,
        (select count(*) from study_group g where g.school_id = y.school_id and g.school_year_id = y.id and g.kind = 'class' and not g.archived)::int as classes,
        timetable_missing(y.id) as "timetableMissing"
      from school_year y where y.school_id = current_school() and y.from_date > ${ALL_YEARS} order by y.from_date desc, y.id`),
  }),
})

export const yearPlanQuery = answer('calendar.yearPlan', {
  load: yearById,
  run: ({ tx }, { yearId }) => planOf(tx, yearId),
})

export const calendarQueries = [schoolYearQuery, yearsQuery, yearPlanQuery, previewTermsQuery, previewExceptionQuery]
