import type { CommandName } from '#domain/operations.ts'

/** What the queue must know of an operation to keep order; the rest of it is the business of the screen that made it. */
export type Written = { name: CommandName; input: unknown; slot: string }

/** One place of the journal that an operation changes: what it writes there, and what the person saw there when typing. */
export type Cell = { place: string; value: unknown; expected: unknown }

type Fields = Record<string, unknown>
type Shape = {
  /** The place changed; for operations of many cells, of one of them. */
  place: (fields: Fields) => string
  /** The larger thing the place lies in: it must stand before, and is waited for. */
  within?: (fields: Fields) => string
  /** The field with the new value; such operations carry `expected` beside it. */
  value?: string
  /** The input holds several such cells. */
  many?: true
  /** Says the whole state of its place, so that a newer one makes an unsent older one needless. */
  whole?: true
}

const work = (fields: Fields) => `work:${fields.workId}`
const roll = (fields: Fields) => `roll:${fields.lessonId}`
const homework = (fields: Fields) => `homework:${fields.homeworkId}`
const mark: Shape = { place: (fields) => `mark:${fields.workId}:${fields.studentId}`, within: work, value: 'mark' }
const attendance: Shape = {
  place: (fields) => `attendance:${fields.lessonId}:${fields.studentId}`,
  within: roll,
  value: 'attendance',
}

const shapes: Partial<Record<CommandName, Shape>> = {
  'attendance.set': attendance,
  'attendance.setMany': { ...attendance, many: true },
  'attendance.rollCall': { place: roll, whole: true },

  'homework.set': { place: homework, value: 'task' },
  'homework.remove': { place: homework, value: 'task' }, // there is no task any more

  'journal.setTopic': { place: (fields) => `topic:${fields.lessonId}`, value: 'topic' },
  'journal.setNote': { place: (fields) => `note:${fields.lessonId}`, value: 'note' },

  'marks.set': mark,
  'marks.setMany': { ...mark, many: true },
  'marks.addWork': { place: work },
  'marks.changeWork': { place: work, whole: true },
  'marks.removeWork': { place: work },
}

/** The disk may hold what an older version of the app wrote: read with care. */
const fieldsOf = (op: Written): Fields => Object(op.input) as Fields

function entriesOf(op: Written, shape: Shape): Fields[] {
  if (!shape.many) return [fieldsOf(op)]
  const { cells } = fieldsOf(op)
  return Array.isArray(cells) ? (cells as Fields[]) : []
}

/** The cells an operation writes with what was seen there: for drawing what waits over the page. Empty when it does not work by cells. */
export function cellsOf(op: Written): Cell[] {
  const shape = shapes[op.name]
  const field = shape?.value
  if (!shape || !field) return []
  return entriesOf(op, shape).map((entry) => ({ place: shape.place(entry), value: entry[field], expected: entry.expected }))
}

/** The same input with each cell's value and expectation as `change` says. For operations that work by cells. */
export function withCells<Op extends Written>(op: Op, change: (cell: Cell) => Cell): Op {
  const shape = shapes[op.name]
  const field = shape?.value
  if (!shape || !field) return op
  const entries = entriesOf(op, shape).map((entry) => {
    const { value, expected } = change({ place: shape.place(entry), value: entry[field], expected: entry.expected })
    return { ...entry, [field]: value, expected }
  })
  return { ...op, input: shape.many ? { ...fieldsOf(op), cells: entries } : entries[0] }
}

/** An operation of many cells as one operation for each of them, in order; null when it has one place already. */
export function oneByOne(op: Written): { input: unknown; slot: string }[] | null {
  const shape = shapes[op.name]
  if (!shape?.many || entriesOf(op, shape).length < 2) return null
  return entriesOf(op, shape).map((entry) => ({ input: { ...fieldsOf(op), cells: [entry] }, slot: shape.place(entry) }))
}

/** The places an operation changes. An operation unknown to this table changes its slot. */
export function writesOf(op: Written): string[] {
  const shape = shapes[op.name]
  return shape ? entriesOf(op, shape).map(shape.place) : [op.slot]
}

/** The larger things in which the operation's places lie. */
export function readsOf(op: Written): string[] {
  const shape = shapes[op.name]
  return shape?.within ? [...new Set(entriesOf(op, shape).map(shape.within))] : []
}

/** Does a newer operation of this name, on the same place, say all that the older one said? */
export const isWhole = (op: Written): boolean => shapes[op.name]?.whole === true

/** Are the two values the same, whatever the order of their fields? */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b))
    return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => same((a as Fields)[key], (b as Fields)[key]))
}
