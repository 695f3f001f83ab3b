import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'

/** What can be said of many people at once: of students, of guardians with each of their children, of staff in each of their positions. */
export const fieldsOf = {
  student: ['foreignLanguages'],
  guardian: ['informed', 'livesWith'],
  staff: ['position', 'category', 'to'],
} as const
export type Kind = keyof typeof fieldsOf

/** Fields with their values; a field that is not named is left alone. */
export type Values = {
  foreignLanguages?: string | undefined
  informed?: boolean | undefined
  livesWith?: boolean | undefined
  position?: string | undefined
  category?: string | undefined
  to?: PlainDate | null | undefined
}
export type Field = keyof Values

/** Values without accidental spaces. */
export const tidyValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, typeof value === 'string' ? value.replace(/[\s\u00a0]+/g, ' ').trim() : value]],
    ),
  )

/** The fields of the row that would say something else; none when it says it all already. */
export const differing = (standing: Values, changes: Values): Field[] =>
  (Object.keys(changes) as Field[]).filter((field) => changes[field] !== undefined && changes[field] !== standing[field])

/** Why nothing of this can be said of people of this kind, or null. Refusals: people.changeNothing, people.positionUnnamed. */
export function whyNotMany(kind: Kind, changes: Values): Refusal | null {
  const named = Object.keys(changes) as Field[]
  if (named.length === 0 || named.some((field) => !(fieldsOf[kind] as readonly Field[]).includes(field)))
    return new Refusal('people.changeNothing')
  return changes.position === '' ? new Refusal('people.positionUnnamed') : null
}
