import { type AbsenceCode, absenceCodes, isMissed } from '#domain/attendance/rules.ts'
import { average, scaleValues, type Weighed, whyNotInGroup } from '#domain/marks/rules.ts'
import { byName } from '#domain/platform/texts.ts'
import { attendanceAt, type Facts, markAt } from './facts.ts'
import { type Model, type Row, whyCellLocked } from './model.ts'
import type { Lesson } from './page.ts'

/** What a term has come to for one student, or for the class. */
export type Total = {
  row: Row | null
  average: number | null
  /** How many of each value of the scale, best first. */
  values: number[]
  marks: number
  /** Of these, marks brought from another class. */
  brought: number
  points: number
  absences: Record<AbsenceCode, number>
  missed: number
  /** Lessons held while the student was in the group. */
  held: number
}

/** Every student's total in the order of the list, and the class's. Computed by the same average as the server's. */
export function totalsOf(model: Model, facts: Facts): { students: Total[]; all: Total } {
  const students = model.rows.map((row) => totalOf(model, facts, [row], row))
  return { students, all: totalOf(model, facts, model.rows, null) }
}

function totalOf(model: Model, facts: Facts, rows: readonly Row[], row: Row | null): Total {
  const scale = scaleValues(model.page.course.scale, model.policy['marks.lowest'])
  const brought = rows.flatMap(({ studentId }) => model.brought.get(studentId) ?? [])
  const weighed: Weighed[] = [...brought]
  const absences = Object.fromEntries(absenceCodes.map((code) => [code, 0])) as Record<AbsenceCode, number>
  let points = 0
  let held = 0
  for (const row of rows) {
    const { studentId } = row
    for (const column of model.columns) {
      if (column.work) {
        const mark = markAt(facts, column.work.workId, studentId)
        if (mark.values.length > 0) weighed.push({ values: mark.values, weight: column.work.weight })
        if (mark.dueOn !== null) points++
      }
      if (!column.first) continue
      const { code } = attendanceAt(facts, column.lesson.lessonId, studentId)
      if (code) absences[code]++
      if (isHeld(model, column.lesson) && whyNotInGroup(row, column.lesson.date) === null) held++
    }
  }
  const given = weighed.flatMap((mark) => mark.values)
  return {
    row,
    average: average(weighed),
    values: scale.map((value) => given.filter((mark) => mark === value).length),
    marks: given.length,
    brought: brought.flatMap(({ values }) => values).length,
    points,
    absences,
    missed: absenceCodes.reduce((sum, code) => sum + (isMissed(code) ? absences[code] : 0), 0),
    held,
  }
}

const isHeld = (model: Model, lesson: Lesson): boolean => !lesson.cancelled && lesson.date <= model.page.today

/** Накопляемость: marks given here for each hundred of lessons held, in percent; null before the first lesson. Domain 3.20. */
export const density = (total: Total): number | null =>
  total.held === 0 ? null : Math.round(((total.marks - total.brought) / total.held) * 100)

/** Lessons attended of those held, in percent; null before the first lesson. */
export const attended = (total: Total): number | null =>
  total.held === 0 ? null : Math.round((1 - total.missed / total.held) * 100)

/** What the table of totals is sorted by. A number is a place in `values`. */
export type SortKey = 'name' | 'average' | 'marks' | 'missed' | 'late' | 'density' | number

/** Sorted copies: names as people sort them, numbers biggest first, students with nothing last; equal ones stay in order of names. */
export function sortedTotals(totals: readonly Total[], key: SortKey, backwards: boolean): Total[] {
  const sign = backwards ? -1 : 1
  const amount = (total: Total): number | null => {
    if (typeof key === 'number') return total.values[key] ?? 0
    if (key === 'average') return total.average
    if (key === 'density') return density(total)
    return key === 'late' ? total.absences.late : key === 'marks' ? total.marks : total.missed
  }
  return [...totals].sort((a, b) => {
    const names = byName(a.row?.name ?? '', b.row?.name ?? '')
    if (key === 'name') return sign * names
    const [x, y] = [amount(a), amount(b)]
    if (x === null || y === null) return x === y ? names : x === null ? 1 : -1
    return sign * (y - x) || names
  })
}

/** Students of a lesson whom a column may still be filled for: writable, there, and without a mark for the work. */
export function presentWithoutMark(model: Model, facts: Facts, columnId: string): Row[] {
  const column = model.columnById.get(columnId)
  if (!column?.work) return []
  const { workId } = column.work
  return model.rows.filter((row) => {
    const { code } = attendanceAt(facts, column.lesson.lessonId, row.studentId)
    const mark = markAt(facts, workId, row.studentId)
    return whyCellLocked(column, row) === null && !(code && isMissed(code)) && mark.values.length === 0
  })
}
