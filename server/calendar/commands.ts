import { bellsOf } from '#domain/calendar/bells.ts'
import { findingsOf } from '#domain/calendar/findings.ts'
import { type Span, whyYearIsWrong } from '#domain/calendar/rules.ts'
import { type NewTerm, yearCopied, yearName, yearProposed } from '#domain/calendar/template.ts'
import { termName } from '#domain/calendar/texts.ru.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { replaceBells, setBellsCommand, setRegimeCommand } from './bells.ts'
import { dayCommands, putIn } from './days.ts'
import { discardYearCommand } from './discard.ts'
import { addExceptionCommand, cancelExceptionCommand } from './exceptions.ts'
import { changedMeanwhile, heldPlan, planOf, yearById } from './plan.ts'
import { setTermsCommand } from './terms.ts'

export const createYearCommand = implement('calendar.createYear', {
  load: (tx, { copyOf }) => (copyOf === null ? theSchool() : yearById(tx, { yearId: copyOf })),
  run: async ({ tx }, { yearId, startYear, copyOf, studyDays }) => {
    // Of two who begin a year at once the second sees it.
    await tx.rows(sql`select from school where school_id = current_school() for no key update`)
    const earlier = copyOf === null ? null : await planOf(tx, copyOf)
    const year = earlier ? yearCopied({ ...earlier, studyDays }, startYear) : yearProposed(startYear, studyDays)
    await refuseWhereAnotherYearIs(tx, null, year, yearId)
    await tx.run(sql`
      insert into school_year (school_id, id, name, from_date, to_date, study_days)
      values (current_school(), ${yearId}, ${year.name}, ${year.from}, ${year.to}, ${studyDays})`)
    await addTerms(tx, yearId, year.terms)
    await putIn(tx, yearId, year.exceptions)
    await replaceBells(tx, yearId, bellsOf(year.schedules))
    return {}
  },
  announce: () => ['school'],
})

export const setYearCommand = implement('calendar.setYear', {
  load: yearById,
  run: async ({ tx }, { yearId, bounds, expected }) => {
    const plan = await heldPlan(tx, yearId)
    const { from, to, studyDays } = bounds
    const wrong = whyYearIsWrong(bounds)
    if (wrong) throw wrong
    const is = (seen: typeof bounds) => plan.from === seen.from && plan.to === seen.to && plan.studyDays === seen.studyDays
    if (is(bounds)) return {}
    if (!is(expected)) throw await changedMeanwhile(tx, yearId)
    await refuseWhereAnotherYearIs(tx, yearId, bounds, null)
    const parts = [
      ...plan.terms,
      ...plan.exceptions,
      ...plan.schedules.flatMap(({ from, to }) => (from && to ? [{ from, to }] : [])),
    ]
    if (parts.some((part) => part.from < from || part.to > to)) throw new Refusal('calendar.planOutsideYear')
    const { lessons } = await tx.one<{ lessons: number }>(sql`
      select count(*)::int as lessons from course c join lesson l on l.school_id = c.school_id and l.course_id = c.id and not l.cancelled
      where c.school_id = current_school() and c.school_year_id = ${yearId} and (l.date < ${from} or l.date > ${to})`)
    if (lessons > 0) throw new Refusal('calendar.lessonsOutsideYear', { lessons })
    await tx.run(sql`
      update school_year set from_date = ${from}, to_date = ${to}, study_days = ${studyDays},
        name = case when extract(year from from_date) = ${startOf(from)} then name else ${yearName(startOf(from))} end
      where school_id = current_school() and id = ${yearId}`)
    return {}
  },
  announce: () => ['school'],
})

export const openYearCommand = implement('calendar.openYear', {
  load: yearById,
  run: async ({ tx, now }, { yearId }) => {
    const plan = await heldPlan(tx, yearId)
    const missing = findingsOf(plan).filter(({ required }) => required)
    if (plan.openedAt === null && missing.length > 0)
      throw new Refusal('calendar.notReady', { missing: new Set(missing.map(({ section }) => section)).size })
    await tx.run(sql`
      update school_year set opened_at = ${now.toISOString()} where school_id = current_school() and id = ${yearId} and opened_at is null`)
    return { timetableMissing: plan.timetableMissing }
  },
  announce: () => ['school'],
})

const startOf = (from: PlainDate) => Number(from.slice(0, 4))

/** Years do not meet; `own` is the year itself, `taken` an id that a new one is to have. */
async function refuseWhereAnotherYearIs(tx: ReadTx, own: string | null, { from, to }: Span, taken: string | null): Promise<void> {
  const other = await tx.maybe<{ name: string }>(sql`
    select name from school_year
    where school_id = current_school() and id is distinct from ${own}::uuid
      and (from_date <= ${to} and to_date >= ${from} or id = ${taken}::uuid) limit 1`)
  if (other) throw new Refusal('calendar.yearExists', { name: other.name })
}

async function addTerms(tx: Tx, yearId: string, terms: readonly NewTerm[]): Promise<void> {
  const column = <K extends keyof NewTerm>(key: K) => terms.map((term) => term[key])
  await tx.run(sql`
    insert into term (school_id, school_year_id, kind, number, name, from_grade, to_grade, from_date, to_date)
    select current_school(), ${yearId}, n.*
    from unnest(${column('kind')}::text[], ${column('number')}::int[], ${terms.map(({ kind, number }) => termName(kind, number))}::text[],
      ${column('fromGrade')}::int[], ${column('toGrade')}::int[], ${column('from')}::date[], ${column('to')}::date[]) n`)
}

export const calendarCommands = [
  createYearCommand,
  discardYearCommand,
  setYearCommand,
  setTermsCommand,
  ...dayCommands,
  setBellsCommand,
  setRegimeCommand,
  openYearCommand,
  addExceptionCommand,
  cancelExceptionCommand,
]
