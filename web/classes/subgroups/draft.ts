import { cutClass, type Pupil, type WayToCut } from '#domain/classes/rules.ts'

/** Subgroups as they are being laid out. */
export type Part = { groupId: string; label: string; studentIds: string[] }
export type Draft = readonly Part[]

/** The student in that subgroup and in no other; null takes them out of all. */
export const move = (draft: Draft, studentId: string, groupId: string | null): Draft =>
  draft.map((part) => {
    const others = part.studentIds.filter((id) => id !== studentId)
    return { ...part, studentIds: part.groupId === groupId ? [...others, studentId] : others }
  })

/** The subgroup of a student; null when they are in none. */
export const placeOf = (draft: Draft, studentId: string): string | null =>
  draft.find((part) => part.studentIds.includes(studentId))?.groupId ?? null

/** One column to the left (-1) or to the right (1); the first column holds those who are in none. At the edge nothing moves. */
export function step(draft: Draft, studentId: string, by: -1 | 1): Draft {
  const columns = [null, ...draft.map((part) => part.groupId)]
  const next = columns[columns.indexOf(placeOf(draft, studentId)) + by]
  return next === undefined ? draft : move(draft, studentId, next)
}

/** Everybody dealt out anew among the subgroups there are. */
export function deal(
  draft: Draft,
  pupils: readonly Pupil[],
  way: WayToCut,
  lastYear: readonly { studentId: string; part: number }[],
): Draft {
  const cut = cutClass(pupils, draft.length, way, lastYear)
  return draft.map((part, i) => ({ ...part, studentIds: cut[i]! }))
}

/** How many students are elsewhere than they were. */
export const changes = (before: Draft, after: Draft, studentIds: readonly string[]): number =>
  studentIds.filter((id) => placeOf(before, id) !== placeOf(after, id)).length
