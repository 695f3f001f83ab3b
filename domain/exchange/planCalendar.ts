import { daysOf, LAST_GRADE } from '#domain/calendar/rules.ts'
import { daysBetween, isWithin } from '#domain/platform/dates.ts'
import { dayOf, dotted, textOf, timeText } from './cells.ts'
import { dayKindOf, gradesOf, lessonNumberOf, lessonTimeOf, shiftOf, weekdaysOf } from './learning.ts'
import { changesOf, once, type Planner, readerOf, rowOf } from './plan.ts'
import { noWrites } from './writes.ts'

/** A row of more days than this is a slip of the year. */
const MOST_DAYS = 120

/**
 * Holidays, vacations, working days, quarantine: a row for a day or for several. Days that stand already in the same way are the same;
 * those that meet others of the kind in part are an error. Days outside the year are cut off (summer vacations), and the row says so.
 * Problems: notDay, dates, outsideYear, dayTaken, likeMissing, notKind, notGrades, notWeekday. [S0 3.1: расписание каникул и праздничных дней]
 */
export const planHolidays: Planner = (lines, state, { today }) => {
  const writes = noWrites()
  const { year } = state
  const standing = [...state.exceptions]
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const name = reader.needed('title')
    const kind = reader.take('kind', dayKindOf(reader.cell('kind'), name))
    const first = reader.take('from', dayOf(reader.cell('from'), today))
    if (first === null && textOf(reader.cell('from')) === '') reader.fail('missing', 'from')
    const last = reader.take('to', dayOf(reader.cell('to'), today)) ?? first
    const grades = reader.take('grades', gradesOf(reader.cell('grades')))
    const like = textOf(reader.cell('like')) === '' ? null : reader.take('like', weekdaysOf(reader.cell('like')))
    const title = [name, first ? dotted(first) : textOf(reader.cell('from'))].join(', ')
    if (!kind || !first || !last || !grades || reader.problems.length > 0) return rowOf(reader, title, null, [])
    if (last < first || daysBetween(first, last) > MOST_DAYS) reader.fail('dates', 'to')
    if (last < year.from || first > year.to) reader.fail('outsideYear', 'from', `${dotted(year.from)}–${dotted(year.to)}`)
    if (reader.problems.length > 0) return rowOf(reader, title, null, [])
    const [from, to] = [first < year.from ? year.from : first, last > year.to ? year.to : last]
    if (from !== first || to !== last) reader.note('cutToYear', 'from', `${dotted(from)}–${dotted(to)}`)
    const own = {
      kind,
      name,
      fromGrade: grades.from,
      toGrade: grades.to,
      likeWeekday: kind === 'workday' ? (like?.[0] ?? null) : null,
    }
    if (kind === 'workday' && own.likeWeekday === null) {
      reader.fail('likeMissing', 'like')
      return rowOf(reader, title, null, [])
    }
    // A holiday may lie in the vacations; two of one kind may not meet.
    const near = standing.filter(
      (day) => day.kind === kind && isWithin(day.date, from, to) && day.fromGrade <= own.toGrade && own.fromGrade <= day.toGrade,
    )
    // The same days under whatever name.
    if (new Set(near.map(({ date }) => date)).size === daysBetween(from, to) + 1) return rowOf(reader, title, year.id, [])
    if (near.length > 0) {
      reader.fail('dayTaken', 'from', `${dotted(near[0]!.date)}, ${near[0]!.name}`)
      return rowOf(reader, title, null, [])
    }
    writes.days.push({ ...own, from, to })
    standing.push(...daysOf([{ ...own, from, to, classId: null }]))
    return rowOf(reader, title, null, [])
  })
  return { rows, writes }
}

/**
 * Bells: a row for a lesson on one weekday or several. A bell that stands for the same shift, grades, weekday and lesson gets the times of
 * the file. Problems: notTime, notWeekday, notNumber, notGrades, twice, bellsCross.
 */
export const planBells: Planner = (lines, state, { newId }) => {
  const writes = noWrites()
  const known = new Map(state.bells.map((bell) => [placeOf(bell), bell]))
  const first = once()
  const rows = lines.map((line) => {
    const reader = readerOf(line)
    const shift = reader.take('shift', shiftOf(reader.cell('shift'))) ?? 1
    const grades = reader.take('grades', gradesOf(reader.cell('grades')))
    const weekdays = reader.take('weekdays', weekdaysOf(reader.cell('weekdays')))
    const number = reader.take('number', lessonNumberOf(reader.cell('number')))
    if (number === null && textOf(reader.cell('number')) === '') reader.fail('missing', 'number')
    const time = reader.take('start', lessonTimeOf(reader.cell('start'), reader.cell('end')))
    const title = [textOf(reader.cell('number')), textOf(reader.cell('weekdays'))].filter(Boolean).join(', ')
    if (!grades || !weekdays || number === null || !time) return rowOf(reader, title, null, [])
    const rung = weekdays.map((weekday) => ({ shift, fromGrade: grades.from, toGrade: grades.to, weekday, number }))
    if (!rung.every((bell) => first(reader, placeOf(bell), 'number'))) return rowOf(reader, title, null, [])
    const standing = rung.map((bell) => known.get(placeOf(bell)))
    const moved = standing.flatMap((bell) => (bell && (bell.startsAt !== time.starts || bell.endsAt !== time.ends) ? [bell] : []))
    const [one] = moved
    const changes = one
      ? changesOf({ start: [timeText(one.startsAt), timeText(time.starts)], end: [timeText(one.endsAt), timeText(time.ends)] })
      : []
    const fresh = rung.filter((_, i) => !standing[i])
    if (reader.problems.length > 0) return rowOf(reader, title, null, [])
    for (const bell of fresh) writes.bells.push({ ...bell, id: newId(), startsAt: time.starts, endsAt: time.ends })
    for (const { id } of moved) writes.changedBells.push({ id, startsAt: time.starts, endsAt: time.ends })
    const added =
      fresh.length > 0 && fresh.length < rung.length ? [{ field: 'weekdays', was: '', becomes: String(fresh.length) }] : []
    return rowOf(reader, title, fresh.length === rung.length ? null : standing.find(Boolean)!.id, [...changes, ...added])
  })
  return { rows, writes }
}

const placeOf = (bell: { shift: number; fromGrade: number; toGrade: number; weekday: number; number: number }) =>
  [bell.shift, bell.fromGrade, Math.min(bell.toGrade, LAST_GRADE), bell.weekday, bell.number].join(' ')
