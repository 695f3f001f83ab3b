import { type Need, needsOf, type Seat, vacantOf } from '#domain/curriculum/needs.ts'
import type { Input, Output } from '#domain/operations.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'

export type Load = Output<'curriculum.load'>
export type Group = Load['groups'][number]
export type Course = Load['courses'][number]
export type Assignment = Course['assignments'][number]
export type Wanted = Input<'curriculum.openCourses'>['courses'][number]

/** A group that is to be taught a subject, with who teaches it on the day looked at. */
export type Place = Seat & { key: string; owner: Group; need: Need; running: Assignment[]; all: Assignment[] }
export type ClassLoad = { group: Group; places: Place[]; planned: number; vacant: number; missing: Wanted[] }
export type TeacherCourse = { course: Course; assignment: Assignment }
export type TeacherLoad = {
  teacher: Load['teachers'][number]
  halfHours: number
  running: TeacherCourse[]
  ended: TeacherCourse[]
  later: TeacherCourse[]
}

/** The day that a year is looked at: the one asked for, else today, always within the year. */
export function dayOf({ year, today }: Pick<Load, 'year' | 'today'>, asked: PlainDate | null): PlainDate {
  const day = asked ?? today
  return day < year.from ? year.from : day > year.to ? year.to : day
}

/**
 * The load of every class on a day, and of students with plans of their own; groups that belong to no class come last, with what they are
 * taught.
 */
export function classLoads(load: Load, day: PlainDate): ClassLoad[] {
  const courseOf = new Map(load.courses.map((course) => [course.courseId, course]))
  const runningOf = (courseId: string) => courseOf.get(courseId)!.assignments.filter(({ from, to }) => isWithin(day, from, to))
  const assignedTo = (courseId: string) => runningOf(courseId).reduce((sum, { halfHours }) => sum + halfHours, 0)
  const courses = byGroup(load)
  const linesOf = Map.groupBy(load.lines, ({ curriculumId }) => curriculumId)
  const taught = new Set(load.courses.map(({ groupId }) => groupId))
  const owners = load.groups.filter(
    ({ kind, classId, classIds, groupId }) =>
      kind === 'class' || kind === 'individual' || (classId === null && classIds.length === 0 && taught.has(groupId)),
  )
  return owners.map((group) => {
    const lines = linesOf.get(group.curriculumId ?? '') ?? []
    const needs = sortedNeeds(load, needsOf(group, lines, load.groups, courses, assignedTo))
    const places = needs.flatMap((need) =>
      need.seats.map((seat, index) => ({
        ...seat,
        key: `${group.groupId} ${need.subjectId} ${need.extracurricular} ${index}`,
        owner: group,
        need,
        running: seat.courseId ? runningOf(seat.courseId) : [],
        all: seat.courseId ? courseOf.get(seat.courseId)!.assignments : [],
      })),
    )
    return {
      group,
      places,
      planned: places.reduce((sum, { planned }) => sum + planned, 0),
      vacant: places.reduce((sum, place) => sum + vacantOf(place), 0),
      missing: needs.filter(({ seats }) => seats.some(({ courseId }) => courseId === null)).map((need) => wantedOf(group, need)),
    }
  })
}

/** What opens the courses that a need lacks. */
export const wantedOf = (group: Group, { subjectId, extracurricular, groups }: Need): Wanted => ({
  classId: group.groupId,
  subjectId,
  extracurricular,
  groups,
})

/** Places of all classes, one that several classes share only once. */
export const placesOf = (classes: readonly ClassLoad[]): Place[] => [
  ...new Map(classes.flatMap(({ places }) => places).map((place) => [place.courseId ?? place.key, place])).values(),
]

/** What every teacher has on a day, and had or will have on others. */
export function teacherLoads(load: Load, day: PlainDate): TeacherLoad[] {
  const courses = byGroup(load)
  const given = courses.flatMap((course) => course.assignments.map((assignment) => ({ course, assignment })))
  const byTeacher = Map.groupBy(given, ({ assignment }) => assignment.teacherId)
  return load.teachers.map((teacher) => {
    const own = byTeacher.get(teacher.personId) ?? []
    const running = own.filter(({ assignment: { from, to } }) => isWithin(day, from, to))
    return {
      teacher,
      running,
      halfHours: running.reduce((sum, { assignment }) => sum + assignment.halfHours, 0),
      ended: own.filter(({ assignment: { to } }) => to !== null && to < day),
      later: own.filter(({ assignment: { from } }) => from > day),
    }
  })
}

/** Teachers whom somebody who names a day sees on a course then or later: what `expected` of an assignment holds. */
export const teachersFrom = (assignments: readonly Assignment[], from: PlainDate): string[] => [
  ...new Set(assignments.filter(({ to }) => to === null || to >= from).map(({ teacherId }) => teacherId)),
]

function sortedNeeds({ subjects }: Load, needs: Need[]): Need[] {
  const place = new Map(subjects.map(({ subjectId }, index) => [subjectId, index]))
  return needs.sort(
    (a, b) => Number(a.extracurricular) - Number(b.extracurricular) || place.get(a.subjectId)! - place.get(b.subjectId)!,
  )
}

/** Courses in the order of their groups. */
function byGroup({ groups, courses }: Load): Course[] {
  const order = new Map(groups.map(({ groupId }, index) => [groupId, index]))
  return courses.toSorted((a, b) => (order.get(a.groupId) ?? 0) - (order.get(b.groupId) ?? 0))
}
