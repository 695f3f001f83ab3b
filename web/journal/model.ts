import { parseEntry } from '#domain/journal/entry.ts'
import { type MarkPolicy, whyLocked, whyNoMarks, whyNotInGroup } from '#domain/marks/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import type { Refusal } from '#domain/platform/refusal.ts'
import { cellParts, type Frame, type Lesson, type Work, type WorkType } from './page.ts'

/** One column of the grid: a work of a lesson. Attendance belongs to the lesson and is written in the first of its columns. */
export type Column = {
  /** The work's id; a lesson without works still has its one column, named by the lesson. */
  id: string
  index: number
  lesson: Lesson
  work: Work | null
  type: WorkType | null
  first: boolean
  last: boolean
  /** May the person write into this lesson at all? */
  mine: boolean
  /** Why nothing may be written into the lesson today, or null. */
  locked: Refusal | null
}

export type Row = {
  studentId: string
  index: number
  name: string
  /** A student may leave and come back within a term. */
  stays: Days[]
  /** When they learn the subject by a plan of their own. */
  apart?: Days[]
  /** Of a group of several classes. */
  ofClass?: string
}
type Days = { from: PlainDate; to: PlainDate | null }

export type Brought = Frame['brought'][number] & { name: string; values: readonly number[] }

export type Model = {
  page: Frame
  columns: Column[]
  rows: Row[]
  columnById: ReadonlyMap<string, Column>
  columnsOfLesson: ReadonlyMap<string, Column[]>
  rowById: ReadonlyMap<string, Row>
  /** By student: marks earned in another class before coming here. They count, and cannot be changed here. */
  brought: ReadonlyMap<string, Brought[]>
  /** Why the course takes no marks at all (grade 1, ungraded), or null. */
  noMarks: Refusal | null
  policy: MarkPolicy
}

/**
 * Lays a page out as rows and columns. `mine` says into which lessons the person may write. Columns and rows that are as they were
 * in the previous model stay the very same objects, and so does the model when nothing but marks and absences has changed: an answer
 * of the server repaints only what it changed.
 */
export function modelOf(page: Frame, policy: MarkPolicy, mine: (lesson: Lesson) => boolean, previous?: Model): Model {
  const columns = kept(columnsOf(page, policy, mine), previous?.columns, sameColumn)
  const rows = kept(rowsOf(page), previous?.rows, sameRow)
  if (previous?.columns === columns && previous.rows === rows && previous.policy === policy && sameFrame(previous.page, page))
    return previous
  const columnsOfLesson = new Map<string, Column[]>()
  for (const column of columns) {
    const { lessonId } = column.lesson
    columnsOfLesson.set(lessonId, [...(columnsOfLesson.get(lessonId) ?? []), column])
  }
  return {
    page,
    columns,
    rows,
    columnById: new Map(columns.map((column) => [column.id, column])),
    columnsOfLesson,
    rowById: new Map(rows.map((row) => [row.studentId, row])),
    brought: previous && previous.page.brought === page.brought ? previous.brought : broughtOf(page),
    noMarks: whyNoMarks(page.course),
    policy,
  }
}

const broughtOf = (page: Frame): Model['brought'] =>
  Map.groupBy(
    page.brought.map((mark) => ({
      ...mark,
      name: page.students[mark.student]!.name,
      values: parseEntry(mark.text, page.course.scale)?.values ?? [],
    })),
    ({ student }) => page.students[student]!.studentId,
  )

function columnsOf(page: Frame, policy: MarkPolicy, mine: (lesson: Lesson) => boolean): Column[] {
  const columns: Column[] = []
  const types = new Map(page.workTypes.map((type) => [type.typeId, type]))
  for (const lesson of page.lessons) {
    const locked = whyLocked({ date: lesson.date, cancelled: lesson.cancelled, lockedAt: page.term.lockedAt }, page.today, policy)
    const works: (Work | null)[] = lesson.works.length > 0 ? lesson.works : [null]
    works.forEach((work, i) => {
      columns.push({
        id: work?.workId ?? lesson.lessonId,
        index: columns.length,
        lesson,
        work,
        type: work ? (types.get(work.typeId) ?? null) : null,
        first: i === 0,
        last: i === works.length - 1,
        mine: mine(lesson),
        locked,
      })
    })
  }
  return columns
}

const rowsOf = (page: Frame): Row[] => page.students.map((student, index) => ({ ...student, index }))

function kept<T>(next: T[], before: T[] | undefined, same: (a: T, b: T) => boolean): T[] {
  if (!before) return next
  const mixed = next.map((one, i) => (before[i] !== undefined && same(before[i], one) ? before[i] : one))
  return mixed.length === before.length && mixed.every((one, i) => one === before[i]) ? before : mixed
}

/** Parts of an answer that say what the previous answer said are the very same objects. */
const sameFrame = (a: Frame, b: Frame): boolean =>
  (Object.keys(b) as (keyof Frame)[]).every((part) => inCells.has(part) || a[part] === b[part])

const inCells = new Set<string>(cellParts)

const sameColumn = (a: Column, b: Column): boolean =>
  a.id === b.id &&
  a.index === b.index &&
  a.lesson === b.lesson &&
  a.work === b.work &&
  a.type === b.type &&
  a.first === b.first &&
  a.last === b.last &&
  a.mine === b.mine &&
  a.locked?.code === b.locked?.code

const sameRow = (a: Row, b: Row): boolean =>
  a.studentId === b.studentId &&
  a.index === b.index &&
  a.name === b.name &&
  a.ofClass === b.ofClass &&
  sameDays(a.stays, b.stays) &&
  sameDays(a.apart, b.apart)

const sameDays = (a: Days[] = [], b: Days[] = []): boolean =>
  a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to)

/** Why this very cell takes nothing, or null: the lesson is locked, or the student was not in the group that day. */
export const whyCellLocked = (column: Column, row: Row): Refusal | null => column.locked ?? whyNotInGroup(row, column.lesson.date)

/** May the person type here today? */
export const isWritable = (column: Column, row: Row): boolean => column.mine && whyCellLocked(column, row) === null

/** The column to start at: today's, or else the last one that has already been, or the first of the term. */
export function startColumn(model: Model): number {
  const { columns, page } = model
  const today = columns.find((column) => column.lesson.date === page.today && !column.lesson.cancelled)
  const past = columns.findLast((column) => column.first && column.lesson.date <= page.today && !column.lesson.cancelled)
  return (today ?? past)?.index ?? 0
}
