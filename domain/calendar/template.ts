import { addDays, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { type BellSchedule, dayTemplates } from './bells.ts'
import { silentDays, type YearPlan } from './findings.ts'
import { type Exception, type Grades, type Scheme, type Span, schemesOf, type Term, type TermKind } from './rules.ts'
import * as texts from './texts.ru.ts'

export type NewTerm = Omit<Term, 'termId'>
export type YearProposal = Span & { name: string; terms: NewTerm[]; exceptions: Exception[]; schedules: BellSchedule[] }

const everybody = { fromGrade: 1, toGrade: 12 }
const onOrAfter = (date: PlainDate, weekday: number): PlainDate => addDays(date, (weekday - weekdayOf(date) + 7) % 7)
/** The nearest day from Monday to Friday that is not earlier … */
const notBefore = (date: PlainDate) => (weekdayOf(date) > 5 ? addDays(date, 8 - weekdayOf(date)) : date)
/** … or not later. */
const notAfter = (date: PlainDate) => (weekdayOf(date) > 5 ? addDays(date, 5 - weekdayOf(date)) : date)

/** The days between which a year turns, by the pattern the ministry keeps to: weeks begin on Monday, vacations on Saturday. */
function turnsOf(startYear: number) {
  const ends = startYear + 1
  const thaw = onOrAfter(`${ends}-02-26`, 6)
  return {
    from: notBefore(`${startYear}-09-01`),
    autumn: onOrAfter(`${startYear}-10-22`, 6),
    winter: `${startYear}-12-31`,
    january: onOrAfter(`${ends}-01-09`, 1),
    february: onOrAfter(`${ends}-02-15`, 1),
    spring: onOrAfter(`${ends}-03-25`, 6),
    november: onOrAfter(`${startYear}-11-15`, 6),
    early: onOrAfter(`${ends}-02-01`, 1),
    thaw,
    // A week that would begin on the 8th of March begins after it.
    march: addDays(thaw, addDays(thaw, 9).endsWith('-03-08') ? 10 : 9),
    to: notAfter(`${ends}-05-26`),
  }
}

/** «2026/27» */
export const yearName = (startYear: number): string => `${startYear}/${String(startYear + 1).slice(2)}`

/** First and last day of study of the year. */
export const boundsOf = (startYear: number): Span => {
  const { from, to } = turnsOf(startYear)
  return { from, to }
}

const spansOfKind: Partial<Record<TermKind, (startYear: number) => [PlainDate, PlainDate][]>> = {
  quarter: (startYear) => {
    const { from, autumn, winter, january, spring, to } = turnsOf(startYear)
    return [
      [from, addDays(autumn, -1)],
      [addDays(autumn, 9), notAfter(addDays(winter, -1))],
      [january, addDays(spring, -1)],
      [addDays(spring, 9), to],
    ]
  },
  trimester: (startYear) => {
    const { from, november, thaw, march, to } = turnsOf(startYear)
    return [
      [from, addDays(november, -1)],
      [addDays(november, 9), addDays(thaw, -1)],
      [march, to],
    ]
  },
  halfYear: (startYear) => {
    const { from, winter, january, to } = turnsOf(startYear)
    return [
      [from, notAfter(addDays(winter, -1))],
      [january, to],
    ]
  },
  year: (startYear) => [[turnsOf(startYear).from, turnsOf(startYear).to]],
  // Six modules: the quarters with the second and third cut in two.
  module: (startYear) => {
    const { from, autumn, winter, january, thaw, spring, to, november } = turnsOf(startYear)
    return [
      [from, addDays(autumn, -1)],
      [addDays(autumn, 9), addDays(november, -1)],
      [addDays(november, 2), notAfter(addDays(winter, -1))],
      [january, addDays(thaw, -1)],
      [addDays(thaw, 2), addDays(spring, -1)],
      [addDays(spring, 9), to],
    ]
  },
}

/** Periods of a kind for the grades, by the pattern of the years. */
export const termsProposed = (kind: TermKind, { fromGrade, toGrade }: Grades, startYear: number): NewTerm[] =>
  spansOfKind[kind]!(startYear).map(([from, to], i) => ({ kind, number: i + 1, fromGrade, toGrade, from, to }))

const vacation = (name: string, from: PlainDate, to: PlainDate, grades: Grades = everybody): Exception => ({
  kind: 'vacation',
  name,
  from,
  to,
  classId: null,
  likeWeekday: null,
  ...grades,
})

/** Vacations that go with periods of the kind, and the extra week of grade 1 (СанПиН: in the middle of the third quarter). */
export function vacationsProposed(kind: TermKind, grades: Grades, startYear: number): Exception[] {
  const { autumn, winter, january, february, early, spring, november, thaw, march } = turnsOf(startYear)
  const { vacations } = texts
  const week = kind === 'trimester' ? early : february
  const first = grades.fromGrade <= 1 ? [vacation(vacations.extra, week, addDays(week, 6), { fromGrade: 1, toGrade: 1 })] : []
  const christmas = vacation(vacations.winter, winter, addDays(january, -1), grades)
  return kind === 'trimester'
    ? [
        vacation(vacations.autumn, november, addDays(november, 8), grades),
        christmas,
        ...first,
        vacation(vacations.spring, thaw, addDays(march, -1), grades),
      ]
    : [
        vacation(vacations.autumn, autumn, addDays(autumn, 8), grades),
        christmas,
        ...first,
        vacation(vacations.spring, spring, addDays(spring, 8), grades),
      ]
}

/**
 * Days on which Russia does not work, inside the year: Трудовой кодекс, ст. 112, and the next working day for a holiday that falls on a
 * day off. What the Government moves besides is known a year ahead at the most, and is added by hand.
 */
export function holidaysProposed(startYear: number, studyDays: number): Exception[] {
  const ends = startYear + 1
  const { holidays } = texts
  const days: [PlainDate, string][] = [
    [`${startYear}-11-04`, holidays.unity],
    [`${ends}-02-23`, holidays.defender],
    [`${ends}-03-08`, holidays.women],
    [`${ends}-05-01`, holidays.labour],
    [`${ends}-05-09`, holidays.victory],
  ]
  const taken = new Set(days.map(([date]) => date))
  const off = (date: PlainDate, name: string): Exception => ({ ...vacation(name, date, date), kind: 'holiday' })
  return days.flatMap(([date, name]) => {
    if (weekdayOf(date) <= studyDays) return [off(date, name)]
    let moved = addDays(date, 1)
    while (weekdayOf(moved) > studyDays || taken.has(moved)) moved = addDays(moved, 1)
    taken.add(moved)
    return [off(date, name), off(moved, texts.movedDayOff(name))]
  })
}

/** Bells to begin from: Monday apart, grade 1 by steps. */
export function schedulesProposed(startYear: number, studyDays: number): BellSchedule[] {
  const { from, to, january, winter } = turnsOf(startYear)
  const rest = { fromGrade: 2, toGrade: 11, shift: 1, from: null, to: null }
  const first = { fromGrade: 1, toGrade: 1, shift: 1, weekdays: [1, 2, 3, 4, 5] }
  return [
    { ...first, from, to: addDays(winter, -1), lessons: dayTemplates.firstGradeAutumn },
    { ...first, from: january, to, lessons: dayTemplates.firstGradeSpring },
    { ...rest, weekdays: [1], lessons: dayTemplates.townMonday },
    { ...rest, weekdays: studyDays === 6 ? [2, 3, 4, 5, 6] : [2, 3, 4, 5], lessons: dayTemplates.town },
  ]
}

/**
 * Bells for classes that lack them, of the days on which they lack them: one schedule for each shift and set of days, for the grades from
 * the lowest to the highest of these classes. A Saturday rings as the other days of theirs; a shift without bells, as the pattern has it.
 */
export function missingSchedules({
  schedules,
  classes,
  studyDays,
}: Pick<YearPlan, 'schedules' | 'classes' | 'studyDays'>): BellSchedule[] {
  const daysOf = silentDays(schedules, studyDays)
  const silent = classes.map((one) => ({ ...one, weekdays: daysOf(one) })).filter(({ weekdays }) => weekdays.length > 0)
  return [...Map.groupBy(silent, ({ shift, weekdays }) => [shift, ...weekdays].join('/')).values()].map((own) => {
    const { shift, weekdays } = own[0]!
    const taught = own.map(({ grade }) => grade)
    const [fromGrade, toGrade] = [Math.min(...taught), Math.max(...taught)]
    const [like] = schedules
      .filter((one) => one.shift === shift && one.from === null && one.fromGrade <= toGrade && toGrade <= one.toGrade)
      .toSorted((a, b) => b.weekdays.length - a.weekdays.length)
    const pattern = shift === 1 ? dayTemplates.town : dayTemplates.secondShift
    return { fromGrade, toGrade, shift, from: null, to: null, weekdays, lessons: like?.lessons ?? pattern }
  })
}

/** A year begun anew: quarters in 1–9, half-years in 10–11. */
export function yearProposed(startYear: number, studyDays: number): YearProposal {
  return {
    name: yearName(startYear),
    ...boundsOf(startYear),
    terms: [
      ...termsProposed('quarter', { fromGrade: 1, toGrade: 9 }, startYear),
      ...termsProposed('halfYear', { fromGrade: 10, toGrade: 11 }, startYear),
    ],
    exceptions: [...vacationsProposed('quarter', everybody, startYear), ...holidaysProposed(startYear, studyDays)],
    schedules: schedulesProposed(startYear, studyDays),
  }
}

/** Fifty-two weeks: dates move by them and keep their weekdays. */
const YEAR_IN_WEEKS = 364

/**
 * A year made after the one before: the same kinds of periods for the same grades, the same bells. Dates are those of the pattern; where
 * it has another number of periods, the old ones moved by whole weeks.
 */
export function yearCopied(
  earlier: { from: PlainDate; studyDays: number; terms: readonly Term[]; schedules: readonly BellSchedule[] },
  startYear: number,
): YearProposal {
  const bounds = boundsOf(startYear)
  const weeks = (startYear - Number(earlier.from.slice(0, 4))) * YEAR_IN_WEEKS
  const inside = (date: PlainDate) => (date < bounds.from ? bounds.from : date > bounds.to ? bounds.to : date)
  const moved = ({ from, to }: Span): Span => ({ from: inside(addDays(from, weeks)), to: inside(addDays(to, weeks)) })
  const schemes = schemesOf(earlier.terms)
  return {
    name: yearName(startYear),
    ...bounds,
    terms: schemes.flatMap(({ terms, ...scheme }) => {
      const proposed = termsProposed(scheme.kind, scheme, startYear)
      return proposed.length === terms.length ? proposed : terms.map(({ termId: _, ...term }) => ({ ...term, ...moved(term) }))
    }),
    exceptions: [...vacationsOf(schemes, startYear), ...holidaysProposed(startYear, earlier.studyDays)],
    schedules: earlier.schedules.map((one) =>
      one.from === null || one.to === null ? one : { ...one, ...moved({ from: one.from, to: one.to }) },
    ),
  }
}

/**
 * Vacations for all grades when nobody learns by trimesters; else for each scheme its own, in the order of the year. What neighbouring
 * grades have alike is said once: the winter of 1–9 and of 10–11 is one line of the calendar.
 */
export function vacationsOf(schemes: readonly Pick<Scheme, 'kind' | 'fromGrade' | 'toGrade'>[], startYear: number): Exception[] {
  if (!schemes.some(({ kind }) => kind === 'trimester')) return vacationsProposed('quarter', everybody, startYear)
  const each = schemes
    .toSorted((a, b) => a.fromGrade - b.fromGrade)
    .flatMap(({ kind, fromGrade, toGrade }) => vacationsProposed(kind, { fromGrade, toGrade }, startYear))
  return each.reduce(together, []).sort((a, b) => a.from.localeCompare(b.from) || a.fromGrade - b.fromGrade)
}

/** One more vacation: the grades of the same one grow when they follow on without a hole. */
function together(found: Exception[], next: Exception): Exception[] {
  const same = found.find(
    (one) => one.name === next.name && one.from === next.from && one.to === next.to && next.fromGrade <= one.toGrade + 1,
  )
  if (!same) return [...found, next]
  return found.map((one) => (one === same ? { ...one, toGrade: Math.max(one.toGrade, next.toGrade) } : one))
}
