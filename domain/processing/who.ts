import type { Capability } from '#domain/access/capabilities.ts'
import { type Chooser, choiceKey } from '#domain/access/choices.ts'
import * as is from '#domain/access/relations.ts'

/** Who may, in the order in which they are named. */
export const whos = [
  'administrator', 'head', 'deputyHead', 'homeroom', 'teacher', 'substitute', 'leader', 'custom', 'withReason', 'staff', 'guardian', 'student', 'oneself', 'other',
] as const // biome-ignore format: one glance
export type Who = (typeof whos)[number]

/** By the relation itself and not its name: the browser's copy of the program has no names. */
const known = new Map<unknown, Who | null>([
  [is.administrator, 'administrator'],
  [is.head, 'head'],
  [is.deputyHead, 'deputyHead'],
  [is.homeroomTeacherOf, 'homeroom'],
  [is.leadsClass, 'homeroom'],
  [is.teacherOf, 'teacher'],
  [is.handsOut, 'teacher'],
  [is.substituteOf, 'substitute'],
  [is.coversCourse, 'substitute'],
  [is.leaderOf, 'leader'],
  [is.readsOrder, null], // who reads the movement book: told where the book is
  [is.staff, 'staff'],
  [is.worksWithPupils, 'withReason'],
  [is.withReason, 'withReason'],
  [is.guardianOf, 'guardian'],
  [is.receives, 'guardian'],
  [is.self, 'student'],
  [is.owner, 'oneself'],
  [is.invitedTo, 'oneself'],
  [is.everyone, 'oneself'],
])

const ofCategory: Record<Chooser, Who> = {
  administrator: 'administrator',
  head: 'head',
  deputyHead: 'deputyHead',
  homeroomTeacher: 'homeroom',
}

type Table = Readonly<Record<string, readonly unknown[]>>
/** What a school has decided about rights, as an actor carries it. */
type Choices = Readonly<Record<string, boolean>>
type Chosen = { choice?: { capability: Capability; category: Chooser; byDefault: boolean }; name?: string }

/** Who is meant by a relation of the permission table, or null while the school has not let them; a role of its own for a right it may hold. */
export function whoIs(relation: unknown, choices: Choices): Who | null {
  const { choice, name } = relation as Chosen
  if (choice)
    return (choices[choiceKey(choice.capability, choice.category)] ?? choice.byDefault) ? ofCategory[choice.category] : null
  const who = known.get(relation)
  return who === undefined ? (name?.startsWith('holds ') ? 'custom' : 'other') : who
}

/**
 * Who may do any of these operations, by the permission table in force and what the school has decided of it: nothing about access is
 * typed by hand. Named in one order, each once.
 */
export function whoMay(table: Table, operations: readonly string[], choices: Choices): Who[] {
  const found = new Set(operations.flatMap((name) => (table[name] ?? []).map((relation) => whoIs(relation, choices))))
  return whos.filter((who) => found.has(who))
}
