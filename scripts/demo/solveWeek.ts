import type { Course } from '#scripts/demo/classes.ts'
import type { Random } from '#scripts/demo/random.ts'

/** What happens at one lesson of a class: one course, or the two halves of a split side by side. */
export type Event = { subject: string; courses: Course[]; teachers: string[]; oddOnly: boolean; perDay: number }

/** A class has as many places as events; the n-th event stands at the n-th place. */
export type ClassWeek = { grade: number; events: Event[]; places: { weekday: number; number: number; last: boolean }[] }

const attempts = 8
const stepsPerEvent = 900
const clashCost = 8
const repeatCost = 3
const neighbourCost = 1

/** Moves events between the places of their class until no teacher is needed twice at once; throws when it cannot be done. */
export function solve(random: Random, weeks: ClassWeek[]): void {
  for (let attempt = 0; attempt < attempts; attempt++) {
    for (const week of weeks) scatter(random, week)
    if (settle(random, weeks)) return
  }
  throw new Error('no timetable without clashes was found')
}

function scatter(random: Random, week: ClassWeek): void {
  const moving = week.events.filter(({ oddOnly }) => !oddOnly)
  const fixed = week.events.filter(({ oddOnly }) => oddOnly)
  week.events = [...random.shuffle(moving), ...fixed]
}

// Simulated annealing: a worse week is accepted now and then, ever more rarely.
function settle(random: Random, weeks: ClassWeek[]): boolean {
  const board = makeBoard(weeks)
  const total = weeks.reduce((sum, { events }) => sum + events.length, 0) * stepsPerEvent
  const movable = weeks.map(({ events }) => events.filter(({ oddOnly }) => !oddOnly).length)

  for (let step = 0; step < total && board.cost() > 0; step++) {
    const heat = 2.5 * (1 - step / total) ** 2 + 0.02
    const index = random.int(0, weeks.length - 1)
    const one = random.int(0, movable[index]! - 1)
    const other = random.int(0, movable[index]! - 1)
    if (one === other || weeks[index]!.events[one]!.subject === weeks[index]!.events[other]!.subject) continue
    const before = board.cost()
    board.swap(index, one, other)
    const worse = board.cost() - before
    if (worse > 0 && random.next() >= Math.exp(-worse / heat)) board.swap(index, one, other)
  }
  return board.clashes() === 0
}

function makeBoard(weeks: ClassWeek[]) {
  const teachers = new Map<string, number>()
  const subjects = new Map<string, number>()
  const indexOf = (map: Map<string, number>, name: string): number => {
    const known = map.get(name) ?? map.size
    map.set(name, known)
    return known
  }
  const coded = weeks.map((week) =>
    week.events.map((event) => ({
      teachers: event.teachers.map((teacher) => indexOf(teachers, teacher)),
      subject: indexOf(subjects, event.subject),
      perDay: event.perDay,
      perWeek: week.events.filter(({ subject }) => subject === event.subject).length,
    })),
  )
  const lessonsOfTeacher = new Uint8Array(teachers.size * 64)
  const lessonsOfSubject = new Uint8Array(weeks.length * subjects.size * 8)
  let clashes = 0
  let crowding = 0

  function put(index: number, at: number, sign: 1 | -1): void {
    const { weekday, number } = weeks[index]!.places[at]!
    const event = coded[index]![at]!
    for (const teacher of event.teachers) {
      const key = teacher * 64 + weekday * 8 + number
      const count = lessonsOfTeacher[key]!
      clashes += sign === 1 ? (count > 0 ? 1 : 0) : count > 1 ? -1 : 0
      lessonsOfTeacher[key] = count + sign
    }
    const row = (index * subjects.size + event.subject) * 8
    crowding -= crowdingOf(lessonsOfSubject, row, event.perDay, event.perWeek)
    lessonsOfSubject[row + weekday] = lessonsOfSubject[row + weekday]! + sign
    crowding += crowdingOf(lessonsOfSubject, row, event.perDay, event.perWeek)
  }

  weeks.forEach((week, index) => {
    for (let at = 0; at < week.events.length; at++) put(index, at, 1)
  })

  return {
    clashes: () => clashes,
    cost: () => clashes * clashCost + crowding,
    swap(index: number, one: number, other: number): void {
      put(index, one, -1)
      put(index, other, -1)
      exchange(coded[index]!, one, other)
      exchange(weeks[index]!.events, one, other)
      put(index, one, 1)
      put(index, other, 1)
    },
  }
}

// A subject twice a day is bad; one of two or three hours a week should also not stand on neighbouring days.
function crowdingOf(lessons: Uint8Array, row: number, perDay: number, perWeek: number): number {
  let cost = 0
  let neighbours = 0
  for (let weekday = 1; weekday <= 5; weekday++) {
    const count = lessons[row + weekday]!
    if (count > perDay) cost += (count - perDay) * repeatCost
    if (count > 0 && lessons[row + weekday - 1]! > 0) neighbours++
  }
  const allowed = perWeek <= 2 ? 0 : perWeek === 3 ? 1 : 5
  return cost + Math.max(0, neighbours - allowed) * neighbourCost
}

function exchange<T>(items: T[], one: number, other: number): void {
  const kept = items[one]!
  items[one] = items[other]!
  items[other] = kept
}
