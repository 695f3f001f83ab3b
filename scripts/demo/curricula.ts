import { federalSubjects } from '#domain/curriculum/federalSubjects.ts'
import { weeksOf } from '#domain/curriculum/rules.ts'
import { type Classes, isSplit, type SchoolClass } from '#scripts/demo/classes.ts'
import { hoursOf, type Profile } from '#scripts/demo/curriculum.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import type { Rows } from '#scripts/demo/rows.ts'
import { type SubjectKey, subjects } from '#scripts/demo/subjects.ts'

const profileNames: Record<Profile, string | null> = {
  general: null,
  technological: 'Технологический',
  humanities: 'Гуманитарный',
  philological: 'Филологический',
}
const areaOf = new Map<string, string>(Object.values(federalSubjects).map(([name, , area]) => [name, area]))

/** Subjects of the school, by key. */
export function writeSubjects(ids: Ids, rows: Rows): Map<SubjectKey, string> {
  const subjectIds = new Map<SubjectKey, string>()
  for (const [key, { name, shortName }] of Object.entries(subjects)) {
    const id = ids.next()
    subjectIds.set(key as SubjectKey, id)
    rows.subject.push({ id, name, short_name: shortName, area: areaOf.get(name) ?? '', federal: true })
  }
  return subjectIds
}

/** A curriculum for every grade and profile there is, and one for the student who has their own. Answers which one a group follows. */
export function writeCurricula(
  ids: Ids,
  rows: Rows,
  { classes, groups, courses }: Classes,
  yearId: string,
  subjectIds: Map<SubjectKey, string>,
): Map<string, string> {
  const profileIds = new Map<Profile, string>()
  const planIds = new Map<string, string>()
  const followed = new Map<string, string>()
  const begin = (name: string, grade: number, profileId: string | null, individual: boolean): string => {
    const id = ids.next()
    const frame = { study_days: 5, weeks: weeksOf(grade), individual }
    rows.curriculum.push({ id, school_year_id: yearId, name, grade, profile_id: profileId, ...frame })
    return id
  }
  const line = (curriculum_id: string, subject: SubjectKey, hours: number, subgroups: number, outside = false) =>
    rows.curriculum_line.push({
      id: ids.next(),
      curriculum_id,
      subject_id: subjectIds.get(subject)!,
      part: outside ? 'extracurricular' : 'federal',
      half_hours: hours * 2,
      subgroups,
    })
  for (const schoolClass of classes) {
    const { id, grade, profile } = schoolClass
    const name = planName(schoolClass)
    if (!planIds.has(name)) {
      const profileName = profileNames[profile]
      if (profileName && !profileIds.has(profile)) {
        const profileId = ids.next()
        profileIds.set(profile, profileId)
        rows.profile.push({ id: profileId, name: profileName })
      }
      const planId = begin(name, grade, profileIds.get(profile) ?? null, false)
      planIds.set(name, planId)
      for (const [subject, hours] of hoursOf(grade, profile)) line(planId, subject, hours, isSplit(subject, grade) ? 2 : 1)
      line(planId, 'talks', 1, 1, true)
    }
    followed.set(id, planIds.get(name)!)
  }
  for (const group of groups.filter(({ kind }) => kind === 'individual')) {
    const planId = begin(group.name, group.grade, null, true)
    for (const { subject, weeklyHours } of courses.filter((course) => course.group.id === group.id))
      line(planId, subject, weeklyHours, 1)
    followed.set(group.id, planId)
  }
  return followed
}

const planName = ({ grade, profile }: SchoolClass): string =>
  [`${grade} класс`, profileNames[profile]].filter(Boolean).join(' · ')
