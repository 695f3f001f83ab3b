import type { Part, StudyDays } from '#domain/curriculum/rules.ts'
import { sql, type Tx } from '#server/platform/db.ts'

export type PlanRow = {
  name: string
  grade: number
  /** By name; null without one. A profile that is not there is added. */
  profile: string | null
  studyDays: StudyDays
  weeks: number
  individual: boolean
}
export type LineRow = { curriculumId: string; subjectId: string; part: Part; halfHours: number; subgroups: number }

/** Adds curricula to a year with the profiles they name; one whose name the year has already is left as it is. Answers an id for each. */
export const putPlans = (tx: Tx, schoolId: number, schoolYearId: string, rows: readonly PlanRow[]) =>
  tx.rows<{ curriculumId: string; name: string; added: boolean }>(sql`
    with given as (
      select distinct on (name) * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        g (name text, grade int, profile text, "studyDays" int, weeks int, individual boolean)
    ), profiles as (
      insert into profile (school_id, name) select distinct ${schoolId}::int, profile from given where profile is not null
      on conflict (school_id, name) do update set archived = false
      returning id, name
    ), added as (
      insert into curriculum (school_id, school_year_id, name, grade, profile_id, study_days, weeks, individual)
      select ${schoolId}, ${schoolYearId}, g.name, g.grade, p.id, g."studyDays", g.weeks, g.individual
      from given g left join profiles p on p.name = g.profile
      on conflict (school_id, school_year_id, name) do nothing
      returning id, name
    )
    select id as "curriculumId", name, true as added from added
    union all
    select c.id, c.name, false from given g join curriculum c on c.school_id = current_school()
      and c.school_year_id = ${schoolYearId} and c.name = g.name`)

/** Sets hours of curricula, whatever stood there; answers how many lines have become others. */
export const setCurriculumLines = (tx: Tx, schoolId: number, rows: readonly LineRow[]) =>
  tx.run(sql`
    insert into curriculum_line (school_id, curriculum_id, subject_id, part, half_hours, subgroups)
    select ${schoolId}, "curriculumId", "subjectId", part, "halfHours", subgroups
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      r ("curriculumId" uuid, "subjectId" uuid, part text, "halfHours" int, subgroups int)
    on conflict (school_id, curriculum_id, subject_id, part) do update set half_hours = excluded.half_hours, subgroups = excluded.subgroups
      where (curriculum_line.half_hours, curriculum_line.subgroups) is distinct from (excluded.half_hours, excluded.subgroups)`)
