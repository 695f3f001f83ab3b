import { byName } from '#domain/platform/texts.ts'
import type { groupKinds, inconsistencyKinds, movementKinds } from './kinds.ts'

export type GroupKind = (typeof groupKinds)[number]
export type MovementKind = (typeof movementKinds)[number]
export type InconsistencyKind = (typeof inconsistencyKinds)[number]

/** «7А»; a class whose letter is a word is written apart: «10 технологический». Without a letter the grade alone: «4». */
export const className = (grade: number, letter: string): string => {
  const tidy = letter.trim()
  return tidy.length > 2 ? `${grade} ${tidy}` : `${grade}${tidy.toUpperCase()}`
}

/** «7А · английский, 1»: a group that is cut from a class is named after it. */
export const subgroupName = (ofClass: string, label: string): string => `${ofClass} · ${label.trim()}`

/** Kinds that are whole classes: whoever comes to one of them joins, whoever leaves it leaves. R077, R078. */
export const isOfWholeClasses = (kind: GroupKind): boolean => kind === 'combined' || kind === 'stream'

/** Does the class finish school after this grade, unless its students are enrolled anew? ФЗ-273 ст. 66: basic and secondary education. */
export const finishes = (grade: number): boolean => grade === 9 || grade >= 11

/** Does the homeroom teacher go on with the class after this grade? A primary class gets another one in grade 5. */
export const homeroomGoesOn = (grade: number): boolean => grade !== 4

/** Movements after which a student is here who was not. */
export const isArrival = (kind: MovementKind): boolean => kind === 'enrol' || kind === 'return'
/** Movements after which a student is here no longer. */
export const isDeparture = (kind: MovementKind): boolean => kind === 'depart' || kind === 'graduate'

export type Pupil = { studentId: string; name: string; sex: 'f' | 'm' }
export const waysToCut = ['alphabet', 'evenOdd', 'bySex', 'lastYear'] as const
export type WayToCut = (typeof waysToCut)[number]

/**
 * Deals students out to so many subgroups: by the alphabet in runs of equal size (the first ones get what is left over), one by one
 * in turn, boys and girls, or as they were last year. Nobody is left out: whom last year says nothing of joins the smallest part.
 */
export function cutClass(
  pupils: readonly Pupil[],
  parts: number,
  way: WayToCut,
  lastYear: readonly { studentId: string; part: number }[] = [],
): string[][] {
  const sorted = pupils.toSorted((a, b) => byName(a.name, b.name) || byName(a.studentId, b.studentId))
  const cut: string[][] = Array.from({ length: parts }, () => [])
  const size = Math.floor(sorted.length / parts)
  const larger = sorted.length % parts
  const ways: Record<WayToCut, (pupil: Pupil, i: number) => number | null> = {
    alphabet: (_, i) =>
      i < larger * (size + 1) ? Math.floor(i / (size + 1)) : larger + Math.floor((i - larger * (size + 1)) / size),
    evenOdd: (_, i) => i % parts,
    bySex: ({ sex }) => (sex === 'm' ? 0 : Math.min(1, parts - 1)),
    lastYear: ({ studentId }) => {
      const known = lastYear.find((one) => one.studentId === studentId)
      return known && known.part < parts ? known.part : null
    },
  }
  const unknown: Pupil[] = []
  sorted.forEach((pupil, i) => {
    const part = ways[way](pupil, i)
    if (part === null) unknown.push(pupil)
    else cut[part]!.push(pupil.studentId)
  })
  for (const { studentId } of unknown) cut.toSorted((a, b) => a.length - b.length)[0]!.push(studentId)
  return cut
}

/** Who is in none of the groups, and who in more than one. */
export function misplaced(
  studentIds: readonly string[],
  groups: readonly { studentIds: readonly string[] }[],
): { nowhere: string[]; twice: string[] } {
  const times = new Map<string, number>()
  for (const id of groups.flatMap((group) => group.studentIds)) times.set(id, (times.get(id) ?? 0) + 1)
  return {
    nowhere: studentIds.filter((id) => !times.has(id)),
    twice: [...times].filter(([, n]) => n > 1).map(([id]) => id),
  }
}

/** Are the same students in the same groups? Order does not matter, nor does an empty group that is not named. */
export function sameMembers(
  a: readonly { groupId: string; studentIds: readonly string[] }[],
  b: readonly { groupId: string; studentIds: readonly string[] }[],
): boolean {
  const told = (groups: typeof a) =>
    groups
      .filter(({ studentIds }) => studentIds.length > 0)
      .map(({ groupId, studentIds }) => `${groupId} ${studentIds.toSorted()}`)
      .sort()
      .join()
  return told(a) === told(b)
}
