import type { Actor, ClassSubject, PersonSubject, Subject } from './actor.ts'
import type { Capability } from './capabilities.ts'
import { administrator, deputyHead, head, homeroomTeacherOf, type Relation } from './relations.ts'

/** Whom a school may give a right or take it from; teachers and families have theirs from load and kinship. */
export const choosers = ['head', 'deputyHead', 'administrator', 'homeroomTeacher'] as const
export type Chooser = (typeof choosers)[number]

/** The key of a choice in `actor.choices`. */
export const choiceKey = (capability: Capability, category: Chooser): string => `${capability} ${category}`

/** A relation that counts only while the school lets it. */
export type ChosenRelation<S extends Subject> = Relation<S> & {
  choice: { capability: Capability; category: Chooser; byDefault: boolean }
}
type RoleHeld = Exclude<Chooser, 'homeroomTeacher'>
const relationOf = { head, deputyHead, administrator, homeroomTeacher: homeroomTeacherOf }

/** Holds unless the school has taken it away; of homeroom teachers by another relation where the own class is not the subject. */
export function usually(capability: Capability, category: RoleHeld): ChosenRelation<Subject>
export function usually(capability: Capability, category: 'homeroomTeacher'): ChosenRelation<ClassSubject | PersonSubject>
export function usually(capability: Capability, category: 'homeroomTeacher', relation: Relation<Subject>): ChosenRelation<Subject>
export function usually(capability: Capability, category: Chooser, relation?: Relation<Subject>) {
  return chosen(capability, category, true, relation ?? relationOf[category])
}

/** Holds only where the school has granted it. */
export function ifAllowed(capability: Capability, category: RoleHeld): ChosenRelation<Subject> {
  return chosen(capability, category, false, relationOf[category])
}

function chosen(capability: Capability, category: Chooser, byDefault: boolean, relation: Relation): ChosenRelation<Subject> {
  const key = choiceKey(capability, category)
  const held = (actor: Actor, subject: never, today: string) =>
    (actor.choices[key] ?? byDefault) && relation(actor, subject, today)
  Object.defineProperty(held, 'name', { value: `${byDefault ? 'usually' : 'ifAllowed'} ${category}` })
  return Object.assign(held, { choice: { capability, category, byDefault } }) as ChosenRelation<Subject>
}
