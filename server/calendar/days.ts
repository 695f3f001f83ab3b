import {
  daysMissing,
  daysOf,
  type Exception,
  type ExceptionKind,
  sameExceptions,
  whyExceptionsAreWrong,
} from '#domain/calendar/rules.ts'
import type { Input, Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { changedMeanwhile, heldPlan, yearById } from './plan.ts'
import { layOut, takeBack } from './workingDays.ts'

export const setVacationsCommand = implement('calendar.setVacations', {
  load: yearById,
  run: async ({ tx }, input) => {
    await setExceptions(tx, input, ['vacation'])
    return {}
  },
  announce: () => ['school'],
})

export const setDaysCommand = implement('calendar.setDays', {
  load: yearById,
  run: ({ tx }, input) => setExceptions(tx, input, ['holiday', 'workday']),
  announce: () => ['school'],
})

/** The exceptions of grades of these kinds become those given, and lessons follow working days that come and go. What concerns one class is added and cancelled by itself. */
async function setExceptions(
  tx: Tx,
  { yearId, exceptions, expected }: Input<'calendar.setDays'>,
  kinds: ExceptionKind[],
): Promise<Output<'calendar.setDays'>> {
  const plan = await heldPlan(tx, yearId)
  if (exceptions.some(({ kind, classId }) => !kinds.includes(kind) || classId !== null))
    throw new Refusal('calendar.exceptionKind')
  const refusal = whyExceptionsAreWrong(exceptions, plan)
  if (refusal) throw refusal
  const standing = plan.exceptions.filter(({ kind, classId }) => kinds.includes(kind) && classId === null)
  if (sameExceptions(standing, exceptions)) return { laid: 0, takenBack: 0 }
  if (!sameExceptions(standing, expected)) throw await changedMeanwhile(tx, yearId)
  await takeOut(tx, yearId, standing)
  await putIn(tx, yearId, exceptions)
  return {
    takenBack: await takeBack(tx, yearId, daysMissing(standing, exceptions)),
    laid: await layOut(tx, yearId, daysMissing(exceptions, standing)),
  }
}

/** Adds the days to the year, one row each. */
export async function putIn(tx: Tx, yearId: string, exceptions: readonly Exception[]): Promise<void> {
  const days = daysOf(exceptions)
  const column = <K extends keyof (typeof days)[number]>(key: K) => days.map((day) => day[key])
  await tx.run(sql`
    insert into day_exception (school_id, school_year_id, date, kind, name, from_grade, to_grade, class_id, like_weekday)
    select current_school(), ${yearId}, n.*
    from unnest(${column('date')}::date[], ${column('kind')}::text[], ${column('name')}::text[], ${column('fromGrade')}::int[],
      ${column('toGrade')}::int[], ${column('classId')}::uuid[], ${column('likeWeekday')}::int[]) n`)
}

/** Takes these very days out of the year; answers how many there were. Nothing is deleted: they belong to no year then. */
export async function takeOut(tx: Tx, yearId: string, exceptions: readonly Exception[]): Promise<number> {
  const days = daysOf(exceptions)
  const column = <K extends keyof (typeof days)[number]>(key: K) => days.map((day) => day[key])
  return tx.run(sql`
    update day_exception d set school_year_id = null
    from unnest(${column('date')}::date[], ${column('kind')}::text[], ${column('name')}::text[], ${column('fromGrade')}::int[],
      ${column('toGrade')}::int[], ${column('classId')}::uuid[], ${column('likeWeekday')}::int[])
      as n (date, kind, name, from_grade, to_grade, class_id, like_weekday)
    where d.school_id = current_school() and d.school_year_id = ${yearId}
      and (d.date, d.kind, d.name, d.from_grade, d.to_grade) = (n.date, n.kind, n.name, n.from_grade, n.to_grade)
      and d.class_id is not distinct from n.class_id and d.like_weekday is not distinct from n.like_weekday`)
}

export const dayCommands = [setVacationsCommand, setDaysCommand]
