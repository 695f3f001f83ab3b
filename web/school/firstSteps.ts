import type { Output } from '#domain/operations.ts'
import { percentOf, type SectionKey } from '#domain/readiness/rules.ts'
import type { first } from './texts.ru.ts'

export type StepKey = keyof typeof first.steps
export type FirstStep = { key: StepKey; percent: number; href: string; bySheet: boolean }

/** Which sections of the readiness board a step is made of, and where it is done. */
const parts: Record<StepKey, { sections: readonly SectionKey[]; href: string; bySheet: boolean }> = {
  card: { sections: ['card'], href: '/school/card', bySheet: false },
  year: { sections: ['terms', 'vacations', 'bells'], href: '/school/year', bySheet: false },
  staff: { sections: ['staff'], href: '/school/people', bySheet: true },
  classes: { sections: ['classes', 'homeroom'], href: '/school/classes', bySheet: true },
  students: { sections: ['students', 'guardians'], href: '/school/people', bySheet: true },
  curriculum: { sections: ['subjects', 'curriculum'], href: '/school/curriculum', bySheet: true },
  load: { sections: ['load'], href: '/school/load', bySheet: true },
  accounts: { sections: ['accounts'], href: '/accounts', bySheet: false },
}

/** The steps of a school that begins, each as done as its least done section. */
export function firstStepsOf(sections: Output<'readiness.board'>['sections']): FirstStep[] {
  const percent = new Map(sections.map((section) => [section.key, percentOf(section)]))
  return (Object.keys(parts) as StepKey[]).map((key) => ({
    key,
    percent: Math.min(...parts[key].sections.map((section) => percent.get(section) ?? 0)),
    href: parts[key].href,
    bySheet: parts[key].bySheet,
  }))
}
