import { type PlainDate, schoolYearStart } from '#domain/platform/dates.ts'

/** The first day of the month: what a monthly «данные проверены» is written under. */
export const monthOf = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01`

/** The October campaign of the school year in which the day lies; it opens on 1 October, and what is late may be made good until summer. S0 5.2. */
export const campaignOf = (date: PlainDate): PlainDate => `${schoolYearStart(date)}-10-01`

/** May students be ticked off in the October campaign today? */
export const isCampaignOpen = (today: PlainDate): boolean => today >= campaignOf(today)

/** What is known of a student and of those who answer for them, as the quality of a class's data is told by it. */
export type Known = {
  bornOn: PlainDate | null
  patronymic: string
  foreignLanguages: string
  /** Guardians of today. */
  guardians: { patronymic: string; informed: boolean; email: boolean }[]
  /** There is another card that may be the same person. */
  similar: boolean
}

export const gaps = ['birthDate', 'foreignLanguages', 'guardian', 'informedGuardian', 'guardianName', 'email', 'similar'] as const
export type Gap = (typeof gaps)[number]

/**
 * What is missing in a student's data, in the order of the October checklist. S0 5.2: birth date, foreign languages, parents' full names,
 * e-mail (only when the school keeps it: `emails`). An e-mail of one guardian is enough; foreign languages begin with grade 2.
 */
export function gapsOf(known: Known, { emails, grade }: { emails: boolean; grade: number }): Gap[] {
  const has: Record<Gap, boolean> = {
    birthDate: known.bornOn !== null,
    foreignLanguages: grade < 2 || known.foreignLanguages !== '',
    guardian: known.guardians.length > 0,
    informedGuardian: known.guardians.length === 0 || known.guardians.some(({ informed }) => informed),
    guardianName: known.guardians.every(({ patronymic }) => patronymic !== ''),
    email: !emails || known.guardians.length === 0 || known.guardians.some(({ email }) => email),
    similar: !known.similar,
  }
  return gaps.filter((gap) => !has[gap])
}

/** Gaps that make the data of a student incomplete: all but a missing patronymic, people without one exist. */
export const isSerious = (gap: Gap): boolean => gap !== 'guardianName'

/** Percent of students without a serious gap, rounded down so that 100 is said of nobody but a complete class; 100 of an empty one. */
export function qualityOf(gapsOfStudents: readonly (readonly Gap[])[]): number {
  if (gapsOfStudents.length === 0) return 100
  const complete = gapsOfStudents.filter((own) => !own.some(isSerious)).length
  return Math.floor((complete * 100) / gapsOfStudents.length)
}
