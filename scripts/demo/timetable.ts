import type { Course, SchoolClass } from '#scripts/demo/classes.ts'
import type { Random } from '#scripts/demo/random.ts'
import { type ClassWeek, type Event, solve } from '#scripts/demo/solveWeek.ts'
import type { Teacher } from '#scripts/demo/staffing.ts'

/** One lesson of the weekly pattern; `nth` counts the lessons of the class that day, the talks left out. */
export type Place = { course: Course; weekday: number; number: number; nth: number; oddOnly: boolean }

/** The week of the whole school: no teacher in two rooms, no gaps in the day of a class, subjects spread over the days. */
export function makeTimetable(
  random: Random,
  classes: SchoolClass[],
  courses: Course[],
  teacherOf: Map<string, Teacher>,
): Place[] {
  const weeks = classes.map((schoolClass) => weekOf(schoolClass, courses, teacherOf))
  solve(random, weeks)

  const places: Place[] = []
  for (const week of weeks) {
    week.places.forEach(({ weekday, number }, index) => {
      const event = week.events[index]!
      for (const course of event.courses) {
        const nth = weekday === 1 ? number - 1 : number
        places.push({ course, weekday, number, nth, oddOnly: event.oddOnly })
      }
    })
  }
  for (const course of courses) {
    if (course.subject === 'talks') places.push({ course, weekday: 1, number: 1, nth: 0, oddOnly: false })
  }
  placeIndividualPlan(courses, teacherOf, places)
  return places
}

function weekOf(schoolClass: SchoolClass, courses: Course[], teacherOf: Map<string, Teacher>): ClassWeek {
  const own = courses.filter(
    ({ group, subject }) => group.ofClass === schoolClass && group.kind !== 'individual' && subject !== 'talks',
  )
  const events: Event[] = []
  for (const subject of new Set(own.map((course) => course.subject))) {
    const together = own.filter((course) => course.subject === subject)
    const hours = together[0]!.weeklyHours
    const teachers = together.map((course) => teacherOf.get(course.id)!.id)
    for (let count = 0; count < Math.ceil(hours); count++) {
      events.push({ subject, courses: together, teachers, oddOnly: count + 1 > hours, perDay: Math.ceil(hours / 5) })
    }
  }
  // Lessons of odd weeks close a day: in even weeks nobody waits.
  events.sort((a, b) => Number(a.oddOnly) - Number(b.oddOnly))
  return { grade: schoolClass.grade, events, places: placesOf(schoolClass, events) }
}

/** The free places of a class: the days filled evenly, Monday from the second lesson; those that close a long day come last. */
function placesOf(schoolClass: SchoolClass, events: Event[]): ClassWeek['places'] {
  const lengths = [1, 0, 0, 0, 0]
  for (let placed = 0; placed < events.length; placed++) {
    const shortest = lengths.indexOf(Math.min(...lengths))
    lengths[shortest]!++
  }
  const places = lengths.flatMap((length, day) =>
    Array.from({ length: day === 0 ? length - 1 : length }, (_, index) => ({
      weekday: day + 1,
      number: index + (day === 0 ? 2 : 1),
      last: index + (day === 0 ? 2 : 1) === length,
    })),
  )
  const halves = events.filter(({ oddOnly }) => oddOnly).length
  const closing = places.filter(({ last }) => last).slice(schoolClass.letter.charCodeAt(0) % 3)
  const reserved = new Set(closing.slice(0, halves))
  return [...places.filter((place) => !reserved.has(place)), ...reserved]
}

/** A student of their own plan comes when the teacher is free, at most three lessons a day. */
function placeIndividualPlan(courses: Course[], teacherOf: Map<string, Teacher>, places: Place[]): void {
  const busy = new Set(places.map(({ course, weekday, number }) => `${teacherOf.get(course.id)!.id} ${weekday} ${number}`))
  const perDay = [0, 0, 0, 0, 0, 0]
  const taken = new Set<string>()
  for (const course of courses.filter(({ group }) => group.kind === 'individual')) {
    const teacher = teacherOf.get(course.id)!.id
    let left = course.weeklyHours
    for (let step = 0; step < 35 && left > 0; step++) {
      const weekday = (step % 5) + 1
      const number = [5, 6, 4, 7, 3, 2, 1][Math.floor(step / 5)]!
      const key = `${teacher} ${weekday} ${number}`
      if (busy.has(key) || taken.has(`${weekday} ${number}`) || perDay[weekday]! >= 3 || (weekday === 1 && number === 1)) continue
      busy.add(key)
      taken.add(`${weekday} ${number}`)
      perDay[weekday]!++
      left--
      places.push({ course, weekday, number, nth: 1, oddOnly: false })
    }
  }
}
