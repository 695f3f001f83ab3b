import { LAST_GRADE, schemesOf, type Term } from '#domain/calendar/rules.ts'
import { gradesText, termName } from '#domain/calendar/texts.ru.ts'
import { isWithin } from '#domain/platform/dates.ts'
import { dayOf, dotted, textOf } from './cells.ts'
import { gradesOf, termOf } from './learning.ts'
import { changesOf, once, type Planner, type Reader, readerOf, rowOf } from './plan.ts'
import type { KnownTerm, State } from './state.ts'
import { noWrites } from './writes.ts'

/**
 * Periods of the year: quarters, trimesters, half-years, modules. A period that stands for the same grades gets the days of the file; a
 * row without grades speaks of every such period that stands, and of all grades when none does. Periods that the file does not name stay.
 * A change is an error where the periods could not stand so, where it moves a closed one, and where lessons that were held would come to
 * lie in no period; lessons that would move to another period are told. Problems: notTerm, notDay, missing, dates, outsideYear, twice,
 * termLocked, termsOverlap, termNumbers,
 * lessonsLost. Remark: lessonsMove. [S0 3.1, S4 Р10a]
 */
export const planTerms: Planner = (lines, state, { today, newId }) => {
  const writes = noWrites()
  const first = once()
  const all = lines.map((line): TermRow => {
    const reader = readerOf(line)
    const read = readTerm(reader, state, today)
    const places = read ? placesOf(read, state) : []
    const own = places.map((place) => {
      const term: KnownTerm = { lockedAt: null, ...place, from: read!.from, to: read!.to, termId: place.termId ?? newId() }
      first(reader, [term.kind, term.number, gradesText(term)].join(), 'term')
      return { term, was: state.terms.find(({ termId }) => termId === term.termId) ?? null }
    })
    const title = read
      ? `${termName(read.kind, read.number)}, ${dotted(read.from)} – ${dotted(read.to)}`
      : textOf(reader.cell('term'))
    return {
      reader,
      title,
      changed: own.filter(({ term, was }) => was?.from !== term.from || was.to !== term.to),
      same: own[0]?.term ?? null,
    }
  })
  // Periods stand together: when one cannot, those that leaned on it are asked again without it. New ones give way to those that stand.
  const isRight = ({ reader }: TermRow) => reader.problems.length === 0
  let kept = all.filter(isRight)
  for (let asked = -1; asked !== kept.length; kept = kept.filter(isRight)) {
    asked = kept.length
    const planned = together(state.terms, kept)
    const [moving, adding] = [
      kept.filter(({ changed }) => !changed.some(isNew)),
      kept.filter(({ changed }) => changed.some(isNew)),
    ]
    for (const row of adding) judge(row, planned, state)
    if (adding.every(isRight)) for (const row of moving) judge(row, planned, state)
  }
  const rows = all.map(({ reader, title, changed, same }) => {
    if (reader.problems.length > 0 || same === null) return rowOf(reader, title, null, [])
    const days = changed.reduce((sum, { term }) => sum + daysFromOthers(state, term), 0)
    if (days > 0) reader.note('lessonsMove', 'from', String(days))
    for (const { term, was } of changed) (was ? writes.changedTerms : writes.terms).push(asWritten(term))
    const moved = changed.find(({ was }) => was !== null)
    const changes = moved
      ? changesOf({
          from: [dotted(moved.was!.from), dotted(moved.term.from)],
          to: [dotted(moved.was!.to), dotted(moved.term.to)],
        })
      : []
    return rowOf(reader, title, changed.some(isNew) ? null : same.termId, changes)
  })
  return { rows, writes }
}

type Changed = { term: KnownTerm; was: KnownTerm | null }
type TermRow = {
  reader: Reader
  title: string
  /** Periods that the row adds or moves, as they were; and the first of all that it speaks of. */
  changed: Changed[]
  same: KnownTerm | null
}

const isNew = ({ was }: Changed): boolean => was === null

/** The periods of the year when the rows are written. */
function together(standing: readonly KnownTerm[], rows: readonly TermRow[]): KnownTerm[] {
  const byId = new Map(standing.map((term) => [term.termId, term]))
  for (const { changed } of rows) for (const { term } of changed) byId.set(term.termId, term)
  return [...byId.values()]
}

/** Says in a row why what it changes cannot stand among all periods. */
function judge({ reader, changed }: TermRow, planned: readonly KnownTerm[], state: State): void {
  for (const { term, was } of changed) {
    const other = planned.find((one) => one.termId !== term.termId && meet(one, term))
    if (was && was.lockedAt !== null) reader.fail('termLocked', 'term')
    if (other) reader.fail('termsOverlap', 'from', `${termName(other.kind, other.number)}, ${gradesText(other)}`)
    const lost = was ? lostDays(state, planned).filter((day) => holds([was], day)) : []
    if (lost.length > 0) reader.fail('lessonsLost', 'from', String(new Set(lost.map(({ date }) => date)).size))
  }
  const misnumbered = changed.some(({ term }) =>
    schemesOf(planned).some(({ terms }) => terms.some((one, i) => one.termId === term.termId && one.number !== i + 1)),
  )
  if (misnumbered && reader.problems.length === 0) reader.fail('termNumbers', 'term')
}

const asWritten = ({ lockedAt: _, ...term }: KnownTerm): Term => term
const meet = (a: Term, b: Term) => a.fromGrade <= b.toGrade && b.fromGrade <= a.toGrade && a.from <= b.to && b.from <= a.to

type Read = Pick<Term, 'kind' | 'number' | 'from' | 'to'> & { grades: { from: number; to: number } | null }

function readTerm(reader: Reader, { year }: State, today: string): Read | null {
  const named = reader.take('term', termOf(reader.cell('term')))
  const [from, to] = (['from', 'to'] as const).map((key) => {
    const day = reader.take(key, dayOf(reader.cell(key), today))
    if (day === null && textOf(reader.cell(key)) === '') reader.fail('missing', key)
    return day
  })
  const said = textOf(reader.cell('grades'))
  const grades = said === '' ? null : reader.take('grades', gradesOf(reader.cell('grades')))
  if (!named || !from || !to || reader.problems.length > 0) return null
  if (to < from) reader.fail('dates', 'to')
  else if (from < year.from || to > year.to)
    reader.fail('outsideYear', from < year.from ? 'from' : 'to', `${dotted(year.from)}–${dotted(year.to)}`)
  return reader.problems.length > 0 ? null : { ...named, from, to, grades }
}

type Place = Pick<Term, 'kind' | 'number' | 'fromGrade' | 'toGrade'> & { termId?: string; lockedAt?: string | null }

/** The periods that a row speaks of: those that stand, or a new one. */
function placesOf({ kind, number, grades }: Read, { terms }: State): Place[] {
  const alike = terms.filter((term) => term.kind === kind && term.number === number)
  const own = alike.filter(
    (term) => grades === null || (term.fromGrade === grades.from && Math.min(term.toGrade, LAST_GRADE) === grades.to),
  )
  return own.length > 0 ? own : [{ kind, number, fromGrade: grades?.from ?? 1, toGrade: grades?.to ?? LAST_GRADE }]
}

type HeldDay = State['heldDays'][number]
const holds = (terms: readonly Term[], { grade, date }: HeldDay) =>
  terms.find((term) => term.fromGrade <= grade && grade <= term.toGrade && isWithin(date, term.from, term.to))

/** Days with lessons that lie in a period now, and would lie in none. */
const lostDays = ({ heldDays, terms }: State, planned: readonly Term[]): HeldDay[] =>
  heldDays.filter((day) => holds(terms, day) && !holds(planned, day))

/** Days with lessons that come to the period from another. */
const daysFromOthers = ({ heldDays, terms }: State, term: Term): number =>
  new Set(
    heldDays
      .filter((day) => holds([term], day) && (holds(terms, day)?.termId ?? term.termId) !== term.termId)
      .map(({ date }) => date),
  ).size
