import { hoursOf, type Profile } from '#scripts/demo/curriculum.ts'
import type { Ids } from '#scripts/demo/ids.ts'
import { type SubjectKey, subjectOf } from '#scripts/demo/subjects.ts'

export type SchoolClass = { id: string; grade: number; letter: string; name: string; size: number; profile: Profile }

/** 'class' is everybody, 0 and 1 are the halves of a split. */
export type Part = 'class' | 0 | 1

export type Group = {
  id: string
  kind: 'class' | 'subgroup' | 'individual' | 'extracurricular'
  name: string
  grade: number
  ofClass: SchoolClass
  ungraded: boolean
  part: Part
  /** The subject for which the class was cut; null for a whole class. */
  cutFor: SubjectKey | null
}

export type Course = { id: string; group: Group; subject: SubjectKey; weeklyHours: number; scale: 'five' | 'passFail' }

export type Classes = { classes: SchoolClass[]; groups: Group[]; courses: Course[] }

/** Classes, their subgroups and everything they are taught. */
export function layOutClasses(ids: Ids, size: 'demo' | 'school'): Classes {
  const classes = size === 'demo' ? smallSchool(ids) : bigSchool(ids)
  const groups: Group[] = []
  const courses: Course[] = []

  for (const schoolClass of classes) {
    const whole = groupOf(schoolClass, schoolClass.id, 'class', schoolClass.name, 'class', null)
    groups.push(whole)
    for (const [subject, weeklyHours] of hoursOf(schoolClass.grade, schoolClass.profile)) {
      const parts = isSplit(subject, schoolClass.grade) ? halvesOf(ids, schoolClass, subject) : [whole]
      if (parts.length > 1) groups.push(...parts)
      for (const group of parts) {
        courses.push({ id: ids.next(), group, subject, weeklyHours, scale: subject === 'project' ? 'passFail' : 'five' })
      }
    }
    const talks = groupOf(
      schoolClass,
      ids.next(),
      'extracurricular',
      `${schoolClass.name} · разговоры о важном`,
      'class',
      'talks',
    )
    groups.push(talks)
    courses.push({ id: ids.next(), group: talks, subject: 'talks', weeklyHours: 1, scale: 'five' })
  }

  const eighth = classes.find(({ name }) => name === '8А')!
  const alone = groupOf(eighth, ids.next(), 'individual', `${eighth.name} · индивидуальный план`, 'class', null)
  groups.push(alone)
  for (const [subject, weeklyHours] of individualPlan) {
    courses.push({ id: ids.next(), group: alone, subject, weeklyHours, scale: 'five' })
  }
  return { classes, groups, courses }
}

const individualPlan: readonly (readonly [SubjectKey, number])[] = [
  ['russian', 2],
  ['algebra', 2],
  ['geometry', 1],
  ['english', 1],
  ['history', 1],
  ['physics', 1],
]

/** Whether a class of this grade is cut in two for the subject. */
export function isSplit(subject: SubjectKey, grade: number): boolean {
  const { split } = subjectOf(subject)
  return split !== undefined && (subject !== 'technology' || grade >= 5)
}

function smallSchool(ids: Ids): SchoolClass[] {
  return grades(
    ids,
    () => 'АБ',
    (name) => 24 + ((name.charCodeAt(0) + name.charCodeAt(name.length - 1)) % 3),
  )
}

// Forty classes of a thousand; the first of grade 10 has exactly thirty, for the measurements.
function bigSchool(ids: Ids): SchoolClass[] {
  const letters = (grade: number): string => (grade <= 7 ? 'АБВГ' : 'АБВ')
  return grades(ids, letters, (name) => (name === '10А' ? 30 : /^[1-5]Г$/.test(name) ? 24 : 25))
}

function grades(ids: Ids, letters: (grade: number) => string, sizeOf: (name: string) => number): SchoolClass[] {
  return [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].flatMap((grade) =>
    [...letters(grade)].map((letter, index, all) => {
      const name = `${grade}${letter}`
      return { id: ids.next(), grade, letter, name, size: sizeOf(name), profile: profileOf(grade, index, all.length) }
    }),
  )
}

function profileOf(grade: number, index: number, count: number): Profile {
  if (grade < 10) return 'general'
  const profiles: Profile[] = count === 2 ? ['technological', 'humanities'] : ['philological', 'technological', 'humanities']
  return profiles[index]!
}

const halfNames: Partial<Record<SubjectKey, [string, string]>> = {
  english: ['английский, 1', 'английский, 2'],
  informatics: ['информатика, 1', 'информатика, 2'],
  technology: ['труд, мальчики', 'труд, девочки'],
  ethics: ['светская этика', 'православная культура'],
}

function halvesOf(ids: Ids, schoolClass: SchoolClass, subject: SubjectKey): Group[] {
  return ([0, 1] as const).map((part) =>
    groupOf(schoolClass, ids.next(), 'subgroup', `${schoolClass.name} · ${halfNames[subject]![part]}`, part, subject),
  )
}

function groupOf(
  ofClass: SchoolClass,
  id: string,
  kind: Group['kind'],
  name: string,
  part: Part,
  cutFor: SubjectKey | null,
): Group {
  // Secular ethics and religious cultures are taught without marks by law; so are the talks.
  return { id, kind, name, grade: ofClass.grade, ofClass, ungraded: cutFor === 'ethics' || cutFor === 'talks', part, cutFor }
}
