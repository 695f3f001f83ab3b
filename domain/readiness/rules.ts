import type { PlainDate } from '#domain/platform/dates.ts'

/** Sections that must be formed by 5 September, in the order in which they are best filled. S4 Р10, З5. */
export const sectionKeys = [
  'card',
  'acts',
  'terms',
  'vacations',
  'bells',
  'staff',
  'classes',
  'homeroom',
  'students',
  'guardians',
  'subjects',
  'rooms',
  'curriculum',
  'load',
  'timetable',
  'accounts',
] as const
export type SectionKey = (typeof sectionKeys)[number]

/** 5 September of the year in which the school year begins. S4 Р10. */
export const deadlineOf = (yearFrom: PlainDate): PlainDate => `${yearFrom.slice(0, 4)}-09-05` as PlainDate

/** Whole percent, rounded down: 99 % is not done. Nothing to do is nothing done. */
export const percentOf = ({ done, total }: { done: number; total: number }): number =>
  total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * 100)

/** The whole board in one number: sections weigh alike, whatever their size. */
export const readiness = (sections: readonly { done: number; total: number }[]): number =>
  sections.length === 0 ? 0 : Math.floor(sections.reduce((sum, one) => sum + percentOf(one), 0) / sections.length)
