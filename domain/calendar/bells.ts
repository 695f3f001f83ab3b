import { daysBetween, isWithin, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Grades, Span } from './rules.ts'

export type Lesson = { number: number; startsAt: number; endsAt: number }
/** Which lessons ring when: on some weekdays, for some grades of one shift, in a part of the year or the whole of it. */
export type BellSchedule = Grades & {
  shift: number
  /** Both null: the whole year. */
  from: PlainDate | null
  to: PlainDate | null
  weekdays: number[]
  lessons: Lesson[]
}
/** One ring: a schedule's lesson on one weekday. As it is stored. */
export type Bell = Grades & Lesson & { shift: number; from: PlainDate | null; to: PlainDate | null; weekday: number }

const WHOLE_YEAR = 400
/** Days of the part of the year: what is said of fewer days is meant of them. */
const breadth = ({ from, to }: Pick<Bell, 'from' | 'to'>) => (from === null || to === null ? WHOLE_YEAR : daysBetween(from, to))
/** The shortest part of the year first, then the fewest grades. The statements that join bells order by the same. */
const breadthOf = (bell: Bell) => breadth(bell) * 20 + bell.toGrade - bell.fromGrade

/**
 * The bell of a lesson, or undefined when none is set. Only those of the group's own shift count; of these the narrowest wins: a day of
 * shortened lessons over the half-year of grade 1, that over the year of grades 1–11. A moved working day rings like the `weekday` it runs by.
 */
export function ringing(
  bells: readonly Bell[],
): (lesson: { date: PlainDate; weekday?: number; number: number; grade: number; shift: number }) => Bell | undefined {
  const inOrder = bells
    .map((bell) => ({ bell, breadth: breadthOf(bell) }))
    .sort((a, b) => a.breadth - b.breadth)
    .map(({ bell }) => bell)
  return ({ date, weekday = weekdayOf(date), number, grade, shift }) => {
    return inOrder.find(
      (bell) =>
        bell.weekday === weekday &&
        bell.number === number &&
        bell.shift === shift &&
        bell.fromGrade <= grade &&
        grade <= bell.toGrade &&
        isWithin(date, bell.from, bell.to),
    )
  }
}

/** Every ring of the schedules, one by one. */
export const bellsOf = (schedules: readonly BellSchedule[]): Bell[] =>
  schedules.flatMap(({ weekdays, lessons, ...rest }) =>
    weekdays.flatMap((weekday) => lessons.map((lesson) => ({ ...rest, ...lesson, weekday }))),
  )

/** Rings put together: weekdays with the same lessons become one schedule. By grades, shift, part of the year, first weekday. */
export function schedulesOf(bells: readonly Bell[]): BellSchedule[] {
  const days = [
    ...Map.groupBy(bells, ({ fromGrade, toGrade, shift, from, to, weekday }) =>
      [fromGrade, toGrade, shift, from, to, weekday].join('/'),
    ).values(),
  ].map((own): BellSchedule => {
    const { fromGrade, toGrade, shift, from, to, weekday } = own[0]!
    const lessons = own.map(({ number, startsAt, endsAt }) => ({ number, startsAt, endsAt })).sort((a, b) => a.number - b.number)
    return { fromGrade, toGrade, shift, from, to, weekdays: [weekday], lessons }
  })
  const alike = Map.groupBy(days, ({ weekdays: _, ...rest }) => JSON.stringify(rest))
  return [...alike.values()]
    .map((own): BellSchedule => ({ ...own[0]!, weekdays: own.flatMap(({ weekdays }) => weekdays).sort((a, b) => a - b) }))
    .sort(
      (a, b) =>
        a.shift - b.shift ||
        a.fromGrade - b.fromGrade ||
        a.toGrade - b.toGrade ||
        (a.from ?? '').localeCompare(b.from ?? '') ||
        a.weekdays[0]! - b.weekdays[0]!,
    )
}

const bellText = ({ fromGrade, toGrade, shift, from, to, weekday, number, startsAt, endsAt }: Bell) =>
  [fromGrade, toGrade, shift, from, to, weekday, number, startsAt, endsAt].join('/')

/** Do the schedules ring alike, however they are put together? */
export const sameBells = (a: readonly BellSchedule[], b: readonly BellSchedule[]): boolean =>
  bellsOf(a).map(bellText).sort().join() === bellsOf(b).map(bellText).sort().join()

/**
 * Why the bells cannot be so, or null. Inside a day lessons follow one another; a part of the year lies in the year; no lesson has two
 * bells of which neither is narrower. Refusals: calendar.grades, calendar.bellPart, calendar.bellsEmpty, calendar.bellTimes (number),
 * calendar.bellsTwice (grade, number).
 */
export function whyBellsAreWrong(schedules: readonly BellSchedule[], year: Span): Refusal | null {
  for (const schedule of schedules) {
    const { from, to, weekdays, lessons } = schedule
    if (schedule.fromGrade > schedule.toGrade) return new Refusal('calendar.grades')
    if ((from === null) !== (to === null) || (from !== null && to !== null && (from > to || from < year.from || to > year.to)))
      return new Refusal('calendar.bellPart', { from: year.from, to: year.to })
    if (weekdays.length === 0 || lessons.length === 0) return new Refusal('calendar.bellsEmpty')
    const inOrder = [...lessons].sort((a, b) => a.number - b.number)
    const wrong = inOrder.find(
      ({ startsAt, endsAt, number }, i) =>
        startsAt >= endsAt || (i > 0 && (startsAt < inOrder[i - 1]!.endsAt || number === inOrder[i - 1]!.number)),
    )
    if (wrong) return new Refusal('calendar.bellTimes', { number: wrong.number })
  }
  return whyBellsContend(schedules)
}

function whyBellsContend(schedules: readonly BellSchedule[]): Refusal | null {
  for (const same of Map.groupBy(bellsOf(schedules), ({ shift, weekday, number }) => `${shift}/${weekday}/${number}`).values()) {
    for (const [i, bell] of same.entries()) {
      const rival = same
        .slice(i + 1)
        .find(
          (other) =>
            breadthOf(bell) === breadthOf(other) &&
            bell.fromGrade <= other.toGrade &&
            other.fromGrade <= bell.toGrade &&
            (bell.from ?? '') <= (other.to ?? '9') &&
            (other.from ?? '') <= (bell.to ?? '9'),
        )
      if (rival)
        return new Refusal('calendar.bellsTwice', { grade: Math.max(bell.fromGrade, rival.fromGrade), number: bell.number })
    }
  }
  return null
}

const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
const lessons = (times: string): Lesson[] =>
  times.split(' ').map((span, i) => {
    const [from = '', to = ''] = span.split('-')
    return { number: i + 1, startsAt: at(from), endsAt: at(to) }
  })

/** Days that schools have, to begin from: by name, lessons. */
export const dayTemplates = {
  town: lessons('8:30-9:10 9:30-10:10 10:30-11:10 11:30-12:10 12:30-13:10 13:30-14:10 14:30-15:10'),
  townMonday: lessons('8:30-9:00 9:20-10:00 10:20-11:00 11:20-12:00 12:20-13:00 13:20-14:00 14:20-15:00'),
  rural: lessons('9:00-9:45 9:55-10:40 10:50-11:35 11:50-12:35 12:50-13:35 13:45-14:30 14:40-15:25'),
  secondShift: lessons('14:00-14:40 14:50-15:30 15:45-16:25 16:40-17:20 17:30-18:10 18:20-18:50'),
  // СанПиН 1.2.3685-21: grade 1 learns in 35 minutes until the new year, in 40 after it, with a long pause in the middle of the day.
  firstGradeAutumn: lessons('8:30-9:05 9:25-10:00 10:40-11:15 11:35-12:10'),
  firstGradeSpring: lessons('8:30-9:10 9:30-10:10 10:50-11:30 11:50-12:30 12:50-13:30'),
  shortened: lessons('8:30-9:00 9:10-9:40 9:50-10:20 10:30-11:00 11:10-11:40 11:50-12:20 12:30-13:00'),
} satisfies Record<string, Lesson[]>
