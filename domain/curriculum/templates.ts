import type { FederalSubject } from './federalSubjects.ts'
import { type Part, weeksOf } from './rules.ts'

/** Hours a week by subject; a number behind it says into how many groups the class is cut. */
type Row = readonly [FederalSubject, hours: readonly number[], subgroups?: number]
export type TemplateLine = { subject: FederalSubject; part: Part; halfHours: number; subgroups: number }
export type Template = {
  key: string
  grade: number
  /** Grades 10 and 11: the profile, and the subjects studied deeper in it. */
  profile: ProfileKey | null
  weeks: number
  lines: TemplateLine[]
}

export const profiles = {
  universal: 'Универсальный',
  science: 'Естественно-научный',
  humanities: 'Гуманитарный',
  economics: 'Социально-экономический',
  engineering: 'Технологический (инженерный)',
  information: 'Технологический (информационный)',
} as const
export type ProfileKey = keyof typeof profiles

// ФУП НОО, five days; as the plan of МБОУ СОШ Берёзовский for 2025/26 has it, the school's own part left open.
const primary: readonly Row[] = [
  ['russian', [5, 5, 5, 5]],
  ['reading', [4, 4, 4, 4]],
  ['english', [0, 2, 2, 2], 2],
  ['mathematics', [4, 4, 4, 4]],
  ['world', [2, 2, 2, 2]],
  ['ethics', [0, 0, 0, 1]],
  ['art', [1, 1, 1, 1]],
  ['music', [1, 1, 1, 1]],
  ['technology', [1, 1, 1, 1]],
  ['sport', [3, 2, 2, 2]],
]

// ФУП ООО, five days, with the changes of 1 September 2026: обществознание in grade 9 only, three hours of history in 5–8, two of a
// foreign language and half an hour of ДНКР in grade 5.
const basic: readonly Row[] = [
  ['russian', [5, 6, 4, 3, 3]],
  ['literature', [3, 3, 2, 2, 3]],
  ['english', [2, 3, 3, 3, 3], 2],
  ['mathematics', [5, 5, 0, 0, 0]],
  ['algebra', [0, 0, 3, 3, 3]],
  ['geometry', [0, 0, 2, 2, 2]],
  ['statistics', [0, 0, 1, 1, 1]],
  ['informatics', [0, 0, 1, 1, 1], 2],
  ['history', [3, 3, 3, 3, 2]],
  ['socialStudies', [0, 0, 0, 0, 1]],
  ['heritage', [0.5, 0, 0, 0, 0]],
  ['geography', [1, 1, 2, 2, 2]],
  ['physics', [0, 0, 2, 2, 3]],
  ['chemistry', [0, 0, 0, 2, 2]],
  ['biology', [1, 1, 1, 2, 2]],
  ['art', [1, 1, 1, 0, 0]],
  ['music', [1, 1, 1, 1, 0]],
  ['technology', [2, 2, 2, 1, 1], 2],
  ['sport', [2, 2, 2, 2, 2]],
  ['safety', [0, 0, 0, 1, 1]],
]

// ФУП СОО, five days: hours of the basic level in grades 10 and 11.
const senior: readonly Row[] = [
  ['russian', [2, 2]],
  ['literature', [3, 3]],
  ['english', [3, 3], 2],
  ['analysis', [2, 3]],
  ['geometry', [2, 1]],
  ['statistics', [1, 1]],
  ['informatics', [1, 1], 2],
  ['history', [2, 2]],
  ['socialStudies', [2, 2]],
  ['geography', [1, 1]],
  ['physics', [2, 2]],
  ['chemistry', [1, 1]],
  ['biology', [1, 1]],
  ['sport', [2, 2]],
  ['safety', [1, 1]],
  ['project', [1, 0]],
]

// ФУП СОО: every profile studies two subjects deeper at least. For the universal one the school chooses any two; these are an example.
const deeper: Record<ProfileKey, Partial<Record<FederalSubject, number>>> = {
  universal: { history: 4, biology: 3 },
  science: { chemistry: 3, biology: 3 },
  humanities: { history: 4, socialStudies: 4 },
  economics: { analysis: 4, geometry: 3, socialStudies: 4 },
  engineering: { analysis: 4, geometry: 3, physics: 5 },
  information: { analysis: 4, geometry: 3, informatics: 4 },
}

/** What is studied deeper in a profile. */
export const deeperIn = (profile: ProfileKey): FederalSubject[] => Object.keys(deeper[profile]) as FederalSubject[]

/** Curricula of 2026/27 to begin from, for five days of study; the school's own part is left to the school. [S4 Р10i, Р10j] */
export const templates: readonly Template[] = [
  ...[1, 2, 3, 4].map((grade) => template(grade, null, primary, grade - 1)),
  ...[5, 6, 7, 8, 9].map((grade) => template(grade, null, basic, grade - 5)),
  ...[10, 11].flatMap((grade) =>
    (Object.keys(profiles) as ProfileKey[]).map((profile) => template(grade, profile, senior, grade - 10)),
  ),
]

function template(grade: number, profile: ProfileKey | null, rows: readonly Row[], column: number): Template {
  const more = profile ? deeper[profile] : {}
  const lessons = rows.map(([subject, hours, subgroups = 1]) => ({
    subject,
    part: 'federal' as const,
    halfHours: (more[subject] ?? hours[column]!) * 2,
    subgroups,
  }))
  const besides = (grade <= 5 ? ['talks'] : ['talks', 'horizons']) as FederalSubject[]
  return {
    key: profile ? `${grade} ${profile}` : String(grade),
    grade,
    profile,
    weeks: weeksOf(grade),
    lines: [
      ...lessons.filter(({ halfHours }) => halfHours > 0),
      ...besides.map((subject) => ({ subject, part: 'extracurricular' as const, halfHours: 2, subgroups: 1 })),
    ],
  }
}
