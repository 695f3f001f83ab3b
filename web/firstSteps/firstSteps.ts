import type { Output } from '#domain/operations.ts'
import { percentOf, type SectionKey } from '#domain/readiness/rules.ts'
import type { steps } from './texts.ru.ts'

export type StepKey = keyof typeof steps
export type FirstStep = {
  key: StepKey
  percent: number
  href: string
  /** Where the list of it is loaded, or null. */
  sheet: string | null
  /** The school works without it: it is never what comes next while something else is missing. */
  later: boolean
  /** Where what has been done of it is kept, or null. */
  record: string | null
}
type Part = {
  sections: readonly SectionKey[]
  /** Nothing is done while there is nothing of these. */
  after?: readonly SectionKey[]
  href: string
  sheet: string | null
  later?: boolean
  record?: string
}

/** Which sections of the readiness board a step is made of, and where it is done. In the order in which one needs the other. */
const parts: Record<StepKey, Part> = {
  card: { sections: ['card'], href: '/school/card', sheet: null },
  year: { sections: [], href: '/school/year', sheet: null },
  classes: { sections: ['classes', 'homeroom'], href: '/school/classes', sheet: 'classes' },
  curriculum: { sections: ['subjects', 'curriculum'], href: '/school/curriculum', sheet: 'curriculum' },
  students: { sections: ['students'], href: '/school/people', sheet: 'students' },
  load: { sections: ['staff', 'load'], href: '/school/load', sheet: 'load' },
  guardians: { sections: ['guardians'], href: '/school/people', sheet: 'guardians', later: true },
  accounts: {
    sections: ['accounts'],
    after: ['students', 'staff'],
    href: '/accounts/issue',
    sheet: null,
    record: '/accounts/register',
  },
}

/** The steps of a school that begins, each as done as its least done section; the year in its own way. */
export function firstStepsOf({ sections, year }: Pick<Output<'readiness.board'>, 'sections' | 'year'>): FirstStep[] {
  const percent = new Map(sections.map((section) => [section.key, percentOf(section)]))
  const of = (keys: readonly SectionKey[]) => Math.min(...keys.map((key) => percent.get(key) ?? 0))
  return (Object.keys(parts) as StepKey[]).map((key) => {
    const { sections, after = [], href, sheet, later = false, record = null } = parts[key]
    const nothing = after.some((one) => of([one]) === 0)
    const done = key === 'year' ? yearOf(year, of(['classes']) > 0 ? of(['terms', 'bells']) : 100) : nothing ? 0 : of(sections)
    return { key, percent: done, href, sheet, later, record }
  })
}

/** Prepared is half; an open year is done when its classes, once they are there, have their periods and bells. */
const yearOf = (year: Output<'readiness.board'>['year'], laidOut: number): number =>
  year === null ? 0 : year.open ? laidOut : Math.min(50, laidOut)

/**
 * The way to a step from where one is: to its list, or to its page when it has none. At the page of the step (`here`) that is the list to
 * load, if there is one; at its list, the page where the rest is seen.
 */
export function wayOf({ href, sheet }: FirstStep, location: string): { here: boolean; href: string | null } {
  const list = sheet === null ? null : `/school/import/${sheet}`
  if (location === list) return { here: true, href }
  if (location === href || location.startsWith(`${href}/`)) return { here: true, href: list }
  return { here: false, href: list ?? href }
}

/** What comes next: the first step that is not done, what may wait last of all; undefined when everything is done. */
export const nextOf = (steps: readonly FirstStep[]): FirstStep | undefined => {
  const open = steps.filter(({ percent }) => percent < 100)
  return open.find(({ later }) => !later) ?? open[0]
}
