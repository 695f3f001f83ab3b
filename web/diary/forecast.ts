import { average, type Weighed } from '#domain/marks/rules.ts'
import { daysBetween, isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { roundHalfUp } from '#domain/platform/numbers.ts'

export type Wanted = 3 | 4 | 5

/** So many marks of this value — all of them at lessons, or all of them for control works — would do. */
export type Way = { value: Wanted; times: number; control: boolean }

export type Forecast =
  | { wanted: Wanted; state: 'reached' }
  | { wanted: Wanted; state: 'reachable'; ways: Way[] }
  | { wanted: Wanted; state: 'outOfReach' }

/** Weights in tenths: an ordinary mark and a control work. */
const ordinary = 10
const control = 30
/** Nobody writes more control works than this in what is left of a term: more would be a promise, not a forecast. */
const mostControlWorks = 2

/**
 * What the term mark could still become by arithmetic rounding, best first: the marks above today's one with the fewest next marks
 * that lead there, and the highest one already reached. Empty while there is nothing to average. Hypothetical by nature: a teacher
 * decides. `lessonsLeft` bounds the marks one can still get; null means that it is not known.
 */
export function forecast(marks: readonly Weighed[], lessonsLeft: number | null): Forecast[] {
  const today = average(marks)
  if (today === null) return []
  const rows: Forecast[] = []
  for (const wanted of [5, 4, 3] as const) {
    if (roundHalfUp(today) >= wanted) return [...rows, { wanted, state: 'reached' }]
    const ways = waysTo(marks, wanted, lessonsLeft ?? Number.POSITIVE_INFINITY)
    rows.push(ways.length > 0 ? { wanted, state: 'reachable', ways } : { wanted, state: 'outOfReach' })
  }
  return rows
}

/**
 * The smallest number of marks `value` of this weight after which the average rounds to `wanted`; 0 when it already does, null when
 * no number of them would do.
 */
export function timesNeeded(marks: Iterable<Weighed>, wanted: Wanted, value: number, weight: number): number | null {
  let sum = 0
  let weights = 0
  for (const mark of marks) {
    for (const one of mark.values) {
      sum += one * mark.weight
      weights += mark.weight
    }
  }
  // (sum + n·value·weight) / (weights + n·weight) ≥ wanted − ½, doubled to stay in integers.
  const missing = (2 * wanted - 1) * weights - 2 * sum
  const gain = (2 * value - 2 * wanted + 1) * weight
  if (weights > 0 && missing <= 0) return 0
  if (gain <= 0) return null
  return Math.max(1, Math.ceil(missing / gain))
}

/**
 * About how many lessons of a course are left in the term, judging by the pace so far; null when nothing was held yet or the term is
 * not running. Families cannot see the plan of the course, and an estimate is all that a forecast needs.
 */
export function lessonsLeft(held: number, term: { from: PlainDate; to: PlainDate }, today: PlainDate): number | null {
  if (held === 0 || !isWithin(today, term.from, term.to)) return null
  const passed = daysBetween(term.from, today) + 1
  return Math.round((held / passed) * daysBetween(today, term.to))
}

function waysTo(marks: readonly Weighed[], wanted: Wanted, lessons: number): Way[] {
  const atLessons = bestWays(marks, wanted, ordinary).filter((way) => way.times <= lessons)
  const forControl = bestWays(marks, wanted, control)
    .filter((way) => way.times <= Math.min(lessons, mostControlWorks))
    .slice(0, 1)
  return [...atLessons, ...forControl]
}

/** With the wanted mark itself and with fives; a way that is no shorter than a modest one is left out. */
function bestWays(marks: readonly Weighed[], wanted: Wanted, weight: number): Way[] {
  const values: readonly Wanted[] = wanted === 5 ? [5] : [wanted, 5]
  const ways: Way[] = []
  for (const value of values) {
    const times = timesNeeded(marks, wanted, value, weight)
    if (times !== null && ways.every((way) => times < way.times)) ways.push({ value, times, control: weight === control })
  }
  return ways.sort((a, b) => a.times - b.times)
}
