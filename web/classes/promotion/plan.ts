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

/** Classes one student may be put into: the year's own when they stay, those a year older when they go on. */
export const classesFor = <C extends { grade: number }>(ahead: readonly C[], grade: number, outcome: Exception['outcome']): C[] =>
  ahead.filter((one) => one.grade === (outcome === 'retain' ? grade : grade + 1))

/** Where one student goes unless told otherwise: on with their own class, or into the class that gets its letter; null when there is none. */
export function usualClass(
  { classId, grade, letter }: Pick<OldClass, 'classId' | 'grade' | 'letter'>,
  outcome: Exception['outcome'],
  ahead: readonly { classId: string; name: string; grade: number }[],
  choices: Record<string, Choice>,
): string | null {
  const fitting = classesFor(ahead, grade, outcome)
  const own = outcome === 'retain' ? null : choices[classId]?.toClassId
  const namesake = className(outcome === 'retain' ? grade : grade + 1, letter)
  const usual = fitting.find((one) => one.classId === own) ?? fitting.find(({ name }) => name === namesake) ?? fitting[0]
  return usual?.classId ?? null
}

/** How many students each way takes. */
export function outcomesOf(plan: Plan, choices: Record<string, Choice>, exceptions: readonly Exception[]) {
  const count = { promoted: 0, conditionally: 0, retained: 0, graduated: 0, departed: 0 }
  const keys = {
    promote: 'promoted',
    promoteConditionally: 'conditionally',
    retain: 'retained',
    graduate: 'graduated',
    depart: 'departed',
  } as const
  for (const { classId, next, students } of plan.classes)
    if (choices[classId]!.included)
      for (const { studentId, moved } of students) {
        const own = exceptions.find((one) => one.studentId === studentId)?.outcome
        if (!moved) count[keys[own ?? (next === null ? 'graduate' : 'promote')]] += 1
      }
  return count
}

/** Who is promoted with these choices. */
export const waiting = (plan: Plan, choices: Record<string, Choice>): number =>
  plan.classes.reduce(
    (sum, { classId, students }) => sum + (choices[classId]!.included ? students.filter((one) => !one.moved).length : 0),
    0,
  )
