import { addDays, daysBetween, isPlainDate, isWithin, type PlainDate, weekdayOf } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { Id } from '#domain/platform/schema.ts'

export const termKinds = ['quarter', 'trimester', 'halfYear', 'module', 'year'] as const
export type TermKind = (typeof termKinds)[number]
export type Grades = { fromGrade: number; toGrade: number }
export type Span = { from: PlainDate; to: PlainDate }
/** A study period of some grades. S4 Р10a: quarter, trimester, half-year, module or the whole year, differently by levels of education. */
export type Term = Grades & Span & { termId: Id; kind: TermKind; number: number }

export const exceptionKinds = ['holiday', 'vacation', 'workday', 'quarantine'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]
/** Days that are not what their weekday says; of one class, or of the grades when `classId` is null. */
export type Exception = Grades &
  Span & {
    kind: ExceptionKind
    name: string
    classId: Id | null
    /** A working day that runs by another weekday's timetable. */
    likeWeekday: number | null
  }

export const FIRST_GRADE = 1
export const LAST_GRADE = 11
export const grades: readonly number[] = Array.from({ length: LAST_GRADE }, (_, i) => i + 1)

const covers = ({ fromGrade, toGrade }: Grades, grade: number) => fromGrade <= grade && grade <= toGrade
const sharesGrades = (a: Grades, b: Grades) => a.fromGrade <= b.toGrade && b.fromGrade <= a.toGrade
const sharesDays = (a: Span, b: Span) => a.from <= b.to && b.from <= a.to

/** Do the days exist, and in their order? Null when they do; calendar.dates when not. */
export const whyDatesAreWrong = ({ from, to }: Span): Refusal | null =>
  isPlainDate(from) && isPlainDate(to) && from <= to ? null : new Refusal('calendar.dates')

/** A school year lasts from half a year to a whole one. Refusals: calendar.dates, calendar.yearLength. */
export function whyYearIsWrong(year: Span): Refusal | null {
  const wrong = whyDatesAreWrong(year)
  if (wrong) return wrong
  const days = daysBetween(year.from, year.to) + 1
  return days < 150 || days > 366 ? new Refusal('calendar.yearLength', { days }) : null
}

/**
 * Why the periods cannot stand so, or null. Inside a grade they neither meet nor leave the year, and are counted from one in order of
 * their dates. Days between periods are no fault here: they are vacations, or `gapsOf` names them.
 * Refusals: calendar.dates, calendar.grades, calendar.termOutsideYear, calendar.termsOverlap (grade, on), calendar.termNumbers.
 */
export function whyTermsAreWrong(terms: readonly Term[], year: Span): Refusal | null {
  for (const term of terms) {
    const wrong = whyDatesAreWrong(term)
    if (wrong) return wrong
    if (term.fromGrade > term.toGrade) return new Refusal('calendar.grades')
    if (term.from < year.from || term.to > year.to)
      return new Refusal('calendar.termOutsideYear', { from: year.from, to: year.to })
  }
  const inOrder = [...terms].sort((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, term] of inOrder.entries()) {
    const second = inOrder.slice(i + 1).find((other) => sharesGrades(term, other) && sharesDays(term, other))
    if (second)
      return new Refusal('calendar.termsOverlap', { grade: Math.max(term.fromGrade, second.fromGrade), on: second.from })
  }
  for (const scheme of schemesOf(inOrder)) {
    if (scheme.terms.some(({ number }, i) => number !== i + 1)) return new Refusal('calendar.termNumbers')
  }
  return null
}

export type Scheme<T extends Term = Term> = Grades & { kind: TermKind; terms: T[] }

/** Periods by the grades they are of and their kind: «1–9: четверти», «10–11: полугодия». In order of grades, inside by dates. */
export function schemesOf<T extends Term>(terms: readonly T[]): Scheme<T>[] {
  const inOrder = [...terms].sort((a, b) => a.fromGrade - b.fromGrade || a.toGrade - b.toGrade || (a.from < b.from ? -1 : 1))
  const schemes = Map.groupBy(inOrder, ({ kind, fromGrade, toGrade }) => `${fromGrade}–${toGrade} ${kind}`)
  return [...schemes.values()].map((own) => {
    const { kind, fromGrade, toGrade } = own[0]!
    return { kind, fromGrade, toGrade, terms: own }
  })
}

/** Grades that no period is of; of these alone when they are named. */
export const gradesWithoutTerms = (terms: readonly Grades[], among: readonly number[] = grades): number[] =>
  [...new Set(among)].filter((grade) => !terms.some((term) => covers(term, grade))).sort((a, b) => a - b)

/**
 * Why the closed periods forbid the change, or null: neither dates nor grades of a closed period move, nor is it taken away — so nothing
 * moves into it or out of it. Refusal: calendar.termLocked (number, kind).
 */
export function whyLockedTermsMove(
  standing: readonly (Term & { lockedAt: string | null })[],
  planned: readonly Term[],
): Refusal | null {
  const moved = standing.find(({ lockedAt, ...term }) => lockedAt !== null && !planned.some((one) => sameTerm(one, term)))
  return moved ? new Refusal('calendar.termLocked', { number: moved.number, kind: moved.kind }) : null
}

const termText = ({ termId, kind, number, fromGrade, toGrade, from, to }: Term) =>
  [termId, kind, number, fromGrade, toGrade, from, to].join('/')
const sameTerm = (a: Term, b: Term) => termText(a) === termText(b)

/** Periods as one line of an address, and back: a preview is asked with a query, whose fields are plain. */
export const termsText = (terms: readonly Term[]): string => terms.map(termText).join(',')
export const termsOf = (text: string): Term[] =>
  text === ''
    ? []
    : text.split(',').map((one) => {
        const [termId = '', kind, number, fromGrade, toGrade, from = '', to = ''] = one.split('/')
        return {
          termId,
          kind: kind as TermKind,
          number: Number(number),
          fromGrade: Number(fromGrade),
          toGrade: Number(toGrade),
          from,
          to,
        }
      })

/** Are they the same periods, in whatever order? */
export const sameTerms = (a: readonly Term[], b: readonly Term[]): boolean =>
  a.length === b.length && a.map(termText).sort().join() === b.map(termText).sort().join()

/** Every day of the exceptions, one by one: as they are stored. */
export const daysOf = (exceptions: readonly Exception[]): (Omit<Exception, 'from' | 'to'> & { date: PlainDate })[] =>
  exceptions.flatMap(({ from, to, ...rest }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => ({ ...rest, date: addDays(from, i) })),
  )

/** Days of one name that follow one another, as spans. In order of their first days. */
export function spansOf(days: readonly (Omit<Exception, 'from' | 'to'> & { date: PlainDate })[]): Exception[] {
  const spans: Exception[] = []
  for (const alike of Map.groupBy(days, scopeText).values()) {
    for (const { date, ...rest } of [...alike].sort((a, b) => (a.date < b.date ? -1 : 1))) {
      const last = spans.at(-1)
      if (last && scopeText(last) === scopeText(rest) && date <= addDays(last.to, 1)) last.to = date
      else spans.push({ ...rest, from: date, to: date })
    }
  }
  return spans.sort((a, b) => (orderText(a) < orderText(b) ? -1 : 1))
}

const scopeText = ({ kind, name, fromGrade, toGrade, classId, likeWeekday }: Omit<Exception, 'from' | 'to'>) =>
  [kind, name, fromGrade, toGrade, classId, likeWeekday].join('/')
/** The longer of two that begin together stands first. */
const orderText = (span: Exception) => `${span.from} ${999 - daysBetween(span.from, span.to)} ${scopeText(span)}`
const dayTexts = (exceptions: readonly Exception[]) => [
  ...new Set(daysOf(exceptions).map((day) => `${day.date}/${scopeText(day)}`)),
]

/** Do they name the same days, however these are put together? */
export const sameExceptions = (a: readonly Exception[], b: readonly Exception[]): boolean =>
  dayTexts(a).sort().join() === dayTexts(b).sort().join()

/** Days that the first list names and the second does not, each by itself: whom they concern and by which weekday they run counts too. */
export function daysMissing(exceptions: readonly Exception[], among: readonly Exception[]): Exception[] {
  const known = new Set(dayTexts(among))
  return daysOf(exceptions)
    .filter((day) => !known.has(`${day.date}/${scopeText(day)}`))
    .map(({ date, ...rest }) => ({ ...rest, from: date, to: date }))
}

/** Is it one day of the lists that a class or its grade has? */
export const concerns = (exception: Exception, grade: number, classId: Id | null): boolean =>
  exception.classId === null ? covers(exception, grade) : exception.classId === classId

/**
 * Why the exceptions cannot stand together, or null. Days lie inside the year and have a name; nobody has two of one kind on one day.
 * A working day, and nothing else, says by which weekday's timetable it runs.
 * Refusals: calendar.dates, calendar.grades, calendar.likeWeekday, calendar.exceptionOutsideYear, calendar.exceptionTwice (name, on),
 * calendar.exceptionLong.
 */
export function whyExceptionsAreWrong(exceptions: readonly Exception[], year: Span): Refusal | null {
  for (const [i, one] of exceptions.entries()) {
    const wrong = whyDatesAreWrong(one)
    if (wrong) return wrong
    if (one.fromGrade > one.toGrade) return new Refusal('calendar.grades')
    if ((one.kind === 'workday') !== (one.likeWeekday !== null)) return new Refusal('calendar.likeWeekday')
    if (one.from < year.from || one.to > year.to)
      return new Refusal('calendar.exceptionOutsideYear', { name: one.name, from: year.from, to: year.to })
    if (daysBetween(one.from, one.to) > 120) return new Refusal('calendar.exceptionLong', { name: one.name })
    const second = exceptions.slice(i + 1).find((other) => sameScope(one, other) && sharesDays(one, other))
    if (second)
      return new Refusal('calendar.exceptionTwice', { name: second.name, on: second.from < one.from ? one.from : second.from })
  }
  return null
}

const sameScope = (a: Exception, b: Exception) =>
  a.kind === b.kind && a.classId === b.classId && (a.classId !== null || sharesGrades(a, b))

/** Does the grade (and the class) study on the day? A working day wins over everything; then days off; then the weekday. */
export function isSchoolDay(
  date: PlainDate,
  {
    grade,
    classId = null,
    studyDays,
    exceptions,
  }: { grade: number; classId?: Id | null; studyDays: number; exceptions: readonly Exception[] },
): boolean {
  const own = exceptions.filter((one) => isWithin(date, one.from, one.to) && concerns(one, grade, classId))
  if (own.some(({ kind }) => kind === 'workday')) return true
  return own.length === 0 && weekdayOf(date) <= studyDays
}

type Week = { grade: number; studyDays: number; exceptions: readonly Exception[] }

/** School days of a span for a grade. Never more than its days. */
export const schoolDaysIn = ({ from, to }: Span, week: Week): number =>
  from > to
    ? 0
    : Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)).filter((date) => isSchoolDay(date, week))
        .length

/** How much grades study in a year: school days, and the same as whole weeks of so many days with the days left over. */
export type SchoolDays = Grades & { days: number; studyDays: number; weeks: number; rest: number }

/**
 * School days of the span by bands of grades that have equally many in weeks of as many days: the first grade has a vacation more, and
 * grades of six days a week count other weeks than those of five. Grades in order, each once.
 */
export function schoolDaysByGrades(
  span: Span,
  exceptions: readonly Exception[],
  studyDaysOf: (grade: number) => number,
  among: readonly number[] = grades,
): SchoolDays[] {
  const bands: SchoolDays[] = []
  for (const grade of [...new Set(among)].sort((a, b) => a - b)) {
    const studyDays = studyDaysOf(grade)
    const days = schoolDaysIn(span, { grade, studyDays, exceptions })
    const last = bands.at(-1)
    if (last?.days === days && last.studyDays === studyDays) last.toGrade = grade
    else
      bands.push({
        fromGrade: grade,
        toGrade: grade,
        days,
        studyDays,
        weeks: Math.floor(days / studyDays),
        rest: days % studyDays,
      })
  }
  return bands
}

/** School days of a period for the last of its grades, in weeks of its classes: what its line says. */
export const daysOfTerm = (
  term: Pick<Term, 'from' | 'to' | 'toGrade'>,
  plan: { studyDays: number; exceptions: readonly Exception[]; classes: readonly { grade: number; studyDays: number | null }[] },
): number =>
  schoolDaysIn(term, {
    grade: term.toGrade,
    studyDays: studyDaysOfGrade(plan.classes, plan.studyDays)(term.toGrade),
    exceptions: plan.exceptions,
  })

/** The same for every week its grades learn by, the fewest first: several when some of them go to school on Saturdays. */
export function daysOfTermByWeeks(
  term: Pick<Term, 'from' | 'to' | 'fromGrade' | 'toGrade'>,
  plan: Parameters<typeof daysOfTerm>[1],
) {
  const weekOf = studyDaysOfGrade(plan.classes, plan.studyDays)
  const taught = [...new Set(plan.classes.map(({ grade }) => grade))].filter((grade) => covers(term, grade))
  const last = new Map(taught.sort((a, b) => a - b).map((grade) => [weekOf(grade), grade]))
  const found = [...last].map(([studyDays, grade]) => schoolDaysIn(term, { grade, studyDays, exceptions: plan.exceptions }))
  return found.length > 0 ? found.sort((a, b) => a - b) : [daysOfTerm(term, plan)]
}

/** The school week of a grade: that of its classes when they agree, else that of the year. S4 Р10l. */
export function studyDaysOfGrade(classes: readonly { grade: number; studyDays: number | null }[], ofYear: number) {
  return (grade: number): number => {
    const own = new Set(classes.filter((one) => one.grade === grade).map(({ studyDays }) => studyDays ?? ofYear))
    return own.size === 1 ? [...own][0]! : ofYear
  }
}

/** Spans of the year with school days of the grade that lie in no period of it: neither studied nor free. */
export function gapsOf(terms: readonly Term[], year: Span, week: Week): Span[] {
  const own = terms.filter((term) => covers(term, week.grade)).sort((a, b) => (a.from < b.from ? -1 : 1))
  if (own.length === 0) return []
  const between = [...own.map(({ from }) => addDays(from, -1)), year.to].map((to, i) => ({
    from: i === 0 ? year.from : addDays(own[i - 1]!.to, 1),
    to,
  }))
  return between.filter((gap) => schoolDaysIn(gap, week) > 0)
}
