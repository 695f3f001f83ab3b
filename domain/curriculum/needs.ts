import type { Id } from '#domain/platform/schema.ts'
import type { Part } from './rules.ts'

/** A group as far as the load is concerned: the class it is cut from and for which subject, or the classes it is put together of. */
export type LoadGroup = { groupId: Id; kind: GroupKind; classId: Id | null; classIds: readonly Id[]; subjectId: Id | null }
export type GroupKind = 'class' | 'subgroup' | 'combined' | 'stream' | 'individual' | 'elective' | 'extracurricular'
export type LoadCourse = { courseId: Id; groupId: Id; subjectId: Id }
type PlannedLine = { subjectId: Id; part: Part; halfHours: number; subgroups: number }

/** One group that has to be taught a subject. */
export type Seat = {
  /** Null: the group has still to be made. */
  groupId: Id | null
  /** Null: the course has still to be opened. */
  courseId: Id | null
  /** Half-hours a week by the plan; 0 when the plan does not ask for it. */
  planned: number
  /** Half-hours given to teachers. */
  assigned: number
}
/** What a class is to be taught in one subject, and by which groups. */
export type Need = { subjectId: Id; extracurricular: boolean; planned: number; groups: number; seats: Seat[] }

/** Half-hours a week for which nobody is there yet; what is given beyond the plan fills no other gap. */
export const vacantOf = ({ planned, assigned }: Pick<Seat, 'planned' | 'assigned'>): number => Math.max(0, planned - assigned)

/**
 * What a class (or one student with a plan of their own) is to be taught, out of its plan and of what is there. A subject of the plan may be
 * taught to the whole class, to a group that several classes make up together, or to the subgroups the plan names; where the class is
 * taught whole although the plan cuts it, it counts as not cut, until subgroups are made for it: these are to be taught then. Courses that no line asks for come last, with nothing planned.
 */
export function needsOf(
  owner: { groupId: Id; kind: GroupKind },
  lines: readonly PlannedLine[],
  groups: readonly LoadGroup[],
  courses: readonly LoadCourse[],
  assignedTo: (courseId: Id) => number,
): Need[] {
  const own = new Map(groups.filter((group) => teaches(group, owner)).map((group) => [group.groupId, group]))
  const taught = courses.filter(({ groupId }) => own.has(groupId))
  const asked = askedOf(lines)
  const extracurricularOf = ({ subjectId, groupId }: LoadCourse): boolean =>
    own.get(groupId)!.kind === 'extracurricular' || (!asked.has(keyOf(subjectId, false)) && asked.has(keyOf(subjectId, true)))
  const byKey = Map.groupBy(taught, (course) => keyOf(course.subjectId, extracurricularOf(course)))
  const seat = ({ courseId, groupId }: LoadCourse, planned: number): Seat => ({
    groupId,
    courseId,
    planned,
    assigned: assignedTo(courseId),
  })
  /** Subgroups that the class is cut into for the subject and that are not taught it yet. */
  const cutFor = (subjectId: Id) =>
    [...own.values()].filter(
      (group) =>
        group.kind === 'subgroup' &&
        group.subjectId === subjectId &&
        !taught.some((course) => course.groupId === group.groupId && course.subjectId === subjectId),
    )
  const needOf = (need: Omit<Need, 'seats'>): Need => {
    const there = byKey.get(keyOf(need.subjectId, need.extracurricular)) ?? []
    const isWhole = ({ groupId }: LoadCourse) => groupId === owner.groupId || own.get(groupId)!.classIds.length > 0
    const whole = there.filter(isWhole)
    const cut = there.filter((course) => !isWhole(course))
    const waiting = need.extracurricular || need.planned === 0 ? [] : cutFor(need.subjectId)
    if (cut.length + waiting.length === 0 && whole.length > 0) {
      return { ...need, groups: 1, seats: shared(whole, need.planned, seat) }
    }
    const together = whole.map((course) => seat(course, Math.min(assignedTo(course.courseId), need.planned)))
    // The course of the whole class gives way to subgroups that have just been made; what several classes learn together stays.
    const kept = waiting.length > 0 ? whole.filter(({ groupId }) => groupId !== owner.groupId) : whole
    const rest = Math.max(0, need.planned - kept.reduce((sum, { courseId }) => sum + assignedTo(courseId), 0))
    const missing = need.planned === 0 ? 0 : Math.max(0, need.groups - cut.length - waiting.length)
    const open: Seat = {
      groupId: need.groups === 1 && !need.extracurricular ? owner.groupId : null,
      courseId: null,
      planned: rest,
      assigned: 0,
    }
    return {
      ...need,
      groups: Math.max(need.groups, cut.length + waiting.length),
      seats: [
        ...together,
        ...cut.map((course) => seat(course, rest)),
        ...waiting.map(({ groupId }) => ({ ...open, groupId })),
        ...Array.from({ length: missing }, () => open),
      ],
    }
  }
  const beyond = [...byKey.keys()].filter((key) => !asked.has(key)).map(unasked)
  return [...asked.values(), ...beyond].map(needOf)
}

/** Whole-class courses share the planned hours in turn: the first takes what its teacher has, the last what is left. */
function shared(whole: LoadCourse[], planned: number, seat: (course: LoadCourse, planned: number) => Seat): Seat[] {
  let left = planned
  return whole.map((course, index) => {
    const { assigned } = seat(course, 0)
    const part = index === whole.length - 1 ? left : Math.min(left, assigned)
    left -= part
    return seat(course, part)
  })
}

/** Lines of one subject added up: the federal and the school's hours are one course, extracurricular ones another. */
function askedOf(lines: readonly PlannedLine[]): Map<string, Omit<Need, 'seats'>> {
  const asked = new Map<string, Omit<Need, 'seats'>>()
  for (const { subjectId, part, halfHours, subgroups } of lines) {
    if (halfHours === 0) continue
    const key = keyOf(subjectId, part === 'extracurricular')
    const before = asked.get(key)
    asked.set(key, {
      subjectId,
      extracurricular: part === 'extracurricular',
      planned: (before?.planned ?? 0) + halfHours,
      groups: Math.max(before?.groups ?? 1, subgroups),
    })
  }
  return asked
}

/** Is the group taught on behalf of the owner? Who has a plan of their own is not taught for the class they come from. */
function teaches(group: LoadGroup, owner: { groupId: Id; kind: GroupKind }): boolean {
  if (group.groupId === owner.groupId) return true
  if (owner.kind === 'individual' || group.kind === 'individual') return false
  return group.classId === owner.groupId || group.classIds.includes(owner.groupId)
}

const keyOf = (subjectId: Id, extracurricular: boolean): string => `${subjectId} ${extracurricular ? 'e' : 'l'}`
const unasked = (key: string): Omit<Need, 'seats'> => ({
  subjectId: key.split(' ')[0]!,
  extracurricular: key.endsWith('e'),
  planned: 0,
  groups: 1,
})
