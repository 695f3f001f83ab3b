import type { SectionKey } from '#domain/readiness/rules.ts'

/** Where each section is filled in. */
export const addressOf: Record<SectionKey, string> = {
  card: '/school/card',
  acts: '/school/acts',
  terms: '/school/year',
  vacations: '/school/year',
  bells: '/school/year',
  staff: '/school/people',
  classes: '/school/classes',
  homeroom: '/school/classes',
  students: '/school/classes',
  guardians: '/school/people',
  subjects: '/school/curriculum',
  rooms: '/school/curriculum',
  curriculum: '/school/curriculum',
  load: '/school/load',
  timetable: '/school/load',
  accounts: '/accounts',
}
