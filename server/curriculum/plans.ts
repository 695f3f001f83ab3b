import { federalSubjects } from '#domain/curriculum/federalSubjects.ts'
import { profiles, templates } from '#domain/curriculum/templates.ts'
import { planText, templateName } from '#domain/curriculum/texts.ru.ts'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { oneAtATime } from '#server/school/oneAtATime.ts'
import { changedMeanwhile, isSame, upsertSubjects } from './catalogue.ts'
import { putPlans, setCurriculumLines } from './planRows.ts'
import { whyYearIsClosed, type YearRow, yearById } from './years.ts'

/** The plan that has this name already, or null. */
const namesake = async (tx: ReadTx, schoolYearId: string, curriculumId: string, name: string) => {
  await oneAtATime(tx)
  return tx.maybe<{ name: string }>(sql`
    select name from curriculum where school_id = current_school() and school_year_id = ${schoolYearId} and id <> ${curriculumId}
      and plain_name(name) = plain_name(${name})`)
}

const hasProfile = (tx: ReadTx, profileId: string | null) =>
  tx.maybe(
    sql`select 1 where ${profileId}::uuid is null or exists (select from profile where school_id = current_school() and id = ${profileId})`,
  )

const createPlanCommand = implement('curriculum.createPlan', {
  load: theSchool,
  prepare: (tx, { curriculumId, schoolYearId, name, profileId }) =>
    Promise.all([yearById(tx, schoolYearId), namesake(tx, schoolYearId, curriculumId, name), hasProfile(tx, profileId)]),
  run: async ({ tx, found: [year, taken, known], school, today }, plan) => {
    const refusal = whyYearIsClosed([year], today)
    if (refusal) throw refusal
    if (!known) throw new Refusal('curriculum.unknown')
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`
      insert into curriculum (school_id, id, school_year_id, name, grade, profile_id, study_days, weeks, individual)
      values (${school.schoolId}, ${plan.curriculumId}, ${plan.schoolYearId}, ${plan.name.trim()}, ${plan.grade}, ${plan.profileId},
        ${plan.studyDays}, ${plan.weeks}, ${plan.individual})`)
    return {}
  },
  announce: () => ['school'],
})

type Standing = Input<'curriculum.changePlan'>['value'] & YearRow & { followed: boolean }

const changePlanCommand = implement('curriculum.changePlan', {
  load: theSchool,
  prepare: (tx, { curriculumId, value }) =>
    Promise.all([
      tx.maybe<Standing>(sql`
        select c.name, c.profile_id as "profileId", c.study_days as "studyDays", c.weeks, c.archived, y.id as "schoolYearId",
          y.from_date as "from", y.to_date as "to",
          exists (select from study_group g where g.school_id = c.school_id and g.curriculum_id = c.id and not g.archived) as followed
        from curriculum c join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
        where c.school_id = current_school() and c.id = ${curriculumId} for update of c`),
      hasProfile(tx, value.profileId),
    ]),
  run: async ({ tx, found: [standing, known], today }, { curriculumId, value, expected }) => {
    if (!standing || !known) throw new Refusal('curriculum.unknown')
    const refusal = whyYearIsClosed([standing], today)
    if (refusal) throw refusal
    if (!isSame(standing, expected)) throw await changedMeanwhile(tx, curriculumId, planText(standing))
    if (value.archived && standing.followed) throw new Refusal('curriculum.planInUse')
    const taken = await namesake(tx, standing.schoolYearId, curriculumId, value.name)
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`
      update curriculum set name = ${value.name.trim()}, profile_id = ${value.profileId}, study_days = ${value.studyDays},
        weeks = ${value.weeks}, archived = ${value.archived}
      where school_id = current_school() and id = ${curriculumId}`)
    return {}
  },
  announce: () => ['school'],
})

const addProfileCommand = implement('curriculum.addProfile', {
  load: theSchool,
  prepare: async (tx, { name }) => {
    await oneAtATime(tx)
    return tx.maybe<{ name: string }>(sql`
      select name from profile where school_id = current_school() and plain_name(name) = plain_name(${name})`)
  },
  run: async ({ tx, found: taken, school }, { profileId, name }) => {
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`insert into profile (school_id, id, name) values (${school.schoolId}, ${profileId}, ${name.trim()})`)
    return {}
  },
  announce: () => ['school'],
})

const copyPlansCommand = implement('curriculum.copyPlans', {
  load: theSchool,
  prepare: (tx, { schoolYearId, curriculumIds }) =>
    Promise.all([
      yearById(tx, schoolYearId),
      tx.one<{ found: number }>(sql`
        select count(*)::int as found from curriculum where school_id = current_school() and id = any(${curriculumIds}::uuid[])`),
    ]),
  run: async ({ tx, found: [year, { found }], school, today }, { schoolYearId, curriculumIds }) => {
    const refusal = whyYearIsClosed([year], today)
    if (refusal) throw refusal
    if (found < curriculumIds.length) throw new Refusal('curriculum.unknown')
    const { copied } = await tx.one<{ copied: number }>(sql`
      with copied as (
        insert into curriculum (school_id, school_year_id, name, grade, profile_id, study_days, weeks, individual)
        select school_id, ${schoolYearId}, name, grade, profile_id, study_days, weeks, individual from curriculum
        where school_id = current_school() and id = any(${curriculumIds}::uuid[]) and not archived
        on conflict (school_id, school_year_id, name) do nothing
        returning id, name
      ), lines as (
        insert into curriculum_line (school_id, curriculum_id, subject_id, part, half_hours, subgroups)
        select ${school.schoolId}, n.id, l.subject_id, l.part, l.half_hours, l.subgroups
        from copied n join curriculum o on o.school_id = current_school() and o.id = any(${curriculumIds}::uuid[]) and o.name = n.name
          join curriculum_line l on l.school_id = o.school_id and l.curriculum_id = o.id and l.half_hours > 0
          join subject s on s.school_id = l.school_id and s.id = l.subject_id and not s.archived
      )
      select count(*)::int as copied from copied`)
    return { copied }
  },
  announce: () => ['school'],
})

const layOutPlansCommand = implement('curriculum.layOutPlans', {
  load: theSchool,
  prepare: (tx, { schoolYearId }) => yearById(tx, schoolYearId),
  run: async ({ tx, found: year, school, today }, { schoolYearId, templates: keys }) => {
    const refusal = whyYearIsClosed([year], today)
    if (refusal) throw refusal
    const chosen = templates.filter(({ key }) => keys.includes(key))
    if (chosen.length < keys.length) throw new Refusal('curriculum.unknown')
    const plans = await putPlans(
      tx,
      school.schoolId,
      schoolYearId,
      chosen.map((template) => ({
        name: templateName(template),
        grade: template.grade,
        profile: template.profile && profiles[template.profile],
        studyDays: 5 as const,
        weeks: template.weeks,
        individual: false,
      })),
    )
    const used = [...new Set(chosen.flatMap(({ lines }) => lines.map(({ subject }) => subject)))]
    const subjects = await upsertSubjects(
      tx,
      school.schoolId,
      used.map((key) => {
        const [name, shortName, area] = federalSubjects[key]
        return { name, shortName, area, federal: true }
      }),
    )
    const subjectIdOf = new Map(subjects.map(({ name, subjectId }) => [name, subjectId]))
    const added = new Map(plans.filter((plan) => plan.added).map(({ name, curriculumId }) => [name, curriculumId]))
    await setCurriculumLines(
      tx,
      school.schoolId,
      chosen
        .filter((template) => added.has(templateName(template)))
        .flatMap((template) =>
          template.lines.map(({ subject, ...line }) => ({
            ...line,
            curriculumId: added.get(templateName(template))!,
            subjectId: subjectIdOf.get(federalSubjects[subject][0])!,
          })),
        ),
    )
    return { copied: added.size }
  },
  announce: () => ['school'],
})

export const planCommands = [createPlanCommand, changePlanCommand, addProfileCommand, copyPlansCommand, layOutPlansCommand]
