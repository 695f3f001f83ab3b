import { className } from '#domain/classes/rules.ts'
import type { Input, Output } from '#domain/operations.ts'

export type Plan = Output<'classes.promotionPlan'>
export type OldClass = Plan['classes'][number]
export type Exception = Input<'classes.promote'>['exceptions'][number]
/** What is decided of a class: whether it is promoted now, the id and the letter of the class it becomes. */
export type Choice = { included: boolean; toClassId: string | null; letter: string }

/** Everything is promoted that has somebody to promote; a class gets the id of the one that is there already, or a new one. */
export const choicesOf = (plan: Plan, newId: () => string): Record<string, Choice> =>
  Object.fromEntries(
    plan.classes.map(({ classId, letter, next, students }) => [
      classId,
      { included: students.some((one) => !one.moved), toClassId: next && (next.classId ?? newId()), letter },
    ]),
  )

/** Classes of the new year that students may be put into: those there are, and those this promotion makes. */
export function classesAhead(plan: Plan, choices: Record<string, Choice>): { classId: string; name: string; grade: number }[] {
  const made = plan.classes.flatMap(({ classId, grade, next }) => {
    const choice = choices[classId]!
    return choice.included && choice.toClassId && !next?.classId
      ? [{ classId: choice.toClassId, name: className(grade + 1, choice.letter), grade: grade + 1 }]
      : []
  })
  return [...plan.standing, ...made].toSorted((a, b) => a.grade - b.grade || a.name.localeCompare(b.name, 'ru'))
}

/** Who is promoted with these choices. */
export const waiting = (plan: Plan, choices: Record<string, Choice>): number =>
  plan.classes.reduce(
    (sum, { classId, students }) => sum + (choices[classId]!.included ? students.filter((one) => !one.moved).length : 0),
    0,
  )
