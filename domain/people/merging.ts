import { Refusal } from '#domain/platform/refusal.ts'
import type { PersonFacts } from './rules.ts'

/** The kept card with what only its double knew: a birth date, a СНИЛС, a patronymic, foreign languages. What the kept card says stays. */
export const mergedFacts = <P extends PersonFacts>(kept: P, double: PersonFacts): P => ({
  ...kept,
  patronymic: kept.patronymic || double.patronymic,
  bornOn: kept.bornOn ?? double.bornOn,
  snils: kept.snils ?? double.snils,
  foreignLanguages: kept.foreignLanguages || double.foreignLanguages,
})

/** What stands in the way of making one card of two: cells and classes in words, ready for the sentence. */
export type Obstacles = { family: boolean; marks: string[]; absences: string[]; classes: string[] }

/** So many cells are named; of the rest it is said how many. */
const NAMED = 8

/**
 * Why the cards cannot be made one, or null. Refusals: people.mergeSnils, people.mergeFamily, people.mergeClasses (classes),
 * people.mergeMarks (cells, more), people.mergeAbsences (cells, more).
 */
export function whyNotMerged(
  kept: PersonFacts,
  double: PersonFacts,
  { family, marks, absences, classes }: Obstacles,
): Refusal | null {
  if (kept.snils !== null && double.snils !== null && kept.snils !== double.snils) return new Refusal('people.mergeSnils')
  if (family) return new Refusal('people.mergeFamily')
  if (classes.length > 0) return new Refusal('people.mergeClasses', { classes: classes.join(', ') })
  if (marks.length > 0) return new Refusal('people.mergeMarks', named(marks))
  if (absences.length > 0) return new Refusal('people.mergeAbsences', named(absences))
  return null
}

const named = (cells: string[]) => ({
  cells: cells.slice(0, NAMED).join('; '),
  more: Math.max(0, cells.length - NAMED),
})
