import { concerns, type Exception, grades, type Term } from '#domain/calendar/rules.ts'
import { addDays, isWithin, mondayOf, type PlainDate } from '#domain/platform/dates.ts'

type Year = { from: PlainDate; to: PlainDate; terms: readonly (Term & { name?: string })[]; exceptions: readonly Exception[] }
/** Weeks on end that are alike for the grades. */
export type StripCell = {
  kind: 'term' | 'vacation' | 'gap'
  term: Term | null
  name: string
  weeks: number
  from: PlainDate
  to: PlainDate
}
export type StripRow = { fromGrade: number; toGrade: number; cells: StripCell[] }
export type Strip = {
  /** Mondays of the year's weeks. */
  weeks: PlainDate[]
  /** Months over them, each over the weeks whose Thursday it has. */
  months: { first: PlainDate; weeks: number }[]
  rows: StripRow[]
  /** Holidays and working days of each week. */
  days: Exception[][]
}

/** The year as weeks: what most of the five days of a week are. Neighbouring grades whose weeks are the same share a row. */
export function stripOf(year: Year): Strip {
  const weeks: PlainDate[] = []
  for (let monday = mondayOf(year.from); monday <= year.to; monday = addDays(monday, 7)) weeks.push(monday)
  const months: Strip['months'] = []
  for (const monday of weeks) {
    const thursday = addDays(monday, 3)
    const last = months.at(-1)
    if (last?.first.slice(0, 7) === thursday.slice(0, 7)) last.weeks++
    else months.push({ first: `${thursday.slice(0, 7)}-01`, weeks: 1 })
  }
  const rows: StripRow[] = []
  for (const grade of grades) {
    const cells = cellsOf(year, weeks, grade)
    const last = rows.at(-1)
    if (last && alike(last.cells) === alike(cells)) last.toGrade = grade
    else rows.push({ fromGrade: grade, toGrade: grade, cells })
  }
  const special = year.exceptions.filter(({ kind, classId }) => (kind === 'holiday' || kind === 'workday') && classId === null)
  return {
    weeks,
    months,
    rows: rows.filter(({ cells }) => cells.some(({ kind }) => kind === 'term')),
    days: weeks.map((monday) => special.filter(({ from, to }) => from <= addDays(monday, 6) && to >= monday)),
  }
}

const alike = (cells: readonly StripCell[]) =>
  cells.map(({ kind, term, name, weeks }) => [kind, term?.termId, name, weeks].join()).join(';')

function cellsOf({ from, to, terms, exceptions }: Year, weeks: readonly PlainDate[], grade: number): StripCell[] {
  const ownTerms = terms.filter(({ fromGrade, toGrade }) => fromGrade <= grade && grade <= toGrade)
  const vacations = exceptions.filter((one) => one.kind === 'vacation' && concerns(one, grade, null))
  const cells: StripCell[] = []
  for (const monday of weeks) {
    const days = Array.from({ length: 5 }, (_, i) => addDays(monday, i)).filter((day) => isWithin(day, from, to))
    const of = <S extends { from: PlainDate; to: PlainDate }>(spans: readonly S[]) =>
      spans
        .map((span) => ({ span, days: days.filter((day) => isWithin(day, span.from, span.to)).length }))
        .filter((one) => one.days > 0)
        .sort((a, b) => b.days - a.days)[0]
    const [term, vacation] = [of(ownTerms), of(vacations)]
    const free = vacation && vacation.days > days.length / 2
    const kind = free ? 'vacation' : term && term.days * 2 >= days.length ? 'term' : 'gap'
    const span = kind === 'vacation' ? vacation!.span : kind === 'term' ? term!.span : null
    const name = kind === 'vacation' ? vacation!.span.name : ''
    const last = cells.at(-1)
    if (last && last.kind === kind && last.name === name && last.term === (kind === 'term' ? span : null)) last.weeks++
    else
      cells.push({
        kind,
        name,
        term: kind === 'term' ? term!.span : null,
        weeks: 1,
        from: span?.from ?? monday,
        to: span?.to ?? addDays(monday, 6),
      })
  }
  return cells
}
