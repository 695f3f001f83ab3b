import type { PlainDate } from '#domain/platform/dates.ts'
import { type Cell, type Reading, russian, textOf } from './cells.ts'
import type { Line } from './sheet.ts'
import type { State } from './state.ts'
import type { Writes } from './writes.ts'

/** What would be done of a row: its heading in a dry run. */
export const actions = ['create', 'change', 'same', 'error'] as const
export type Action = (typeof actions)[number]
export type Change = { field: string; was: string; becomes: string }
/** A problem or a remark, with the cell it is about and what stands there; `code` has its sentence in the texts. */
export type Said = { code: string; field: string; address: string; value: string }
export type PlanRow = {
  sheet: string
  row: number
  /** Whom or what the row is about. */
  title: string
  action: Action
  changes: Change[]
  problems: Said[]
  notes: Said[]
  /** The row of the school that it is about; null for what is not there yet. */
  id: string | null
}
export type Plan = { rows: PlanRow[]; writes: Writes }
export type Setting = {
  today: PlainDate /** The first day of what the file says no day for. */
  onDate: PlainDate
  newId: () => string
}
export type Planner = (lines: readonly Line[], state: State, setting: Setting) => Plan

export type Reader = {
  line: Line
  problems: Said[]
  notes: Said[]
  has(key: string): boolean
  cell(key: string): Cell
  /** The cell as text, Latin look-alikes put right; '' when it is empty. */
  text(key: string, longest?: number): string
  /** The same; a problem when it is empty. */
  needed(key: string, longest?: number): string
  /** What the cell says; null when it says nothing, and then there is a problem. */
  take<T>(key: string, reading: Reading<T>): T | null
  fail(code: string, key: string, value?: string): null
  note(code: string, key: string, value?: string): void
}

/** Reads a row and gathers what is wrong with it and what was put right. */
export function readerOf(line: Line): Reader {
  const problems: Said[] = []
  const notes: Said[] = []
  const said = (code: string, key: string, value?: string): Said => ({
    code,
    field: key,
    address: line.cells[key]?.address ?? String(line.row),
    value: (value ?? textOf(line.cells[key]?.cell ?? null)).slice(0, 120),
  })
  if (line.hidden) notes.push({ code: 'hidden', field: '', address: String(line.row), value: '' })
  if (line.formula) notes.push({ code: 'formula', field: '', address: String(line.row), value: '' })
  if (line.monthFirst) notes.push({ code: 'monthFirst', field: '', address: String(line.row), value: '' })
  if (line.titled) notes.push({ code: 'titled', field: '', address: String(line.row), value: line.under })
  const reader: Reader = {
    line,
    problems,
    notes,
    has: (key) => key in line.cells,
    cell: (key) => line.cells[key]?.cell ?? null,
    fail(code, key, value) {
      const one = said(code, key, value)
      if (!problems.some((other) => other.code === code && other.address === one.address)) problems.push(one)
      return null
    },
    note: (code, key, value) => void notes.push(said(code, key, value)),
    take(key, reading) {
      if ('problem' in reading) return reader.fail(reading.problem, key)
      // How a day was typed is nobody's concern.
      if (reading.note && reading.note !== 'dateAsText') reader.note(reading.note, key)
      return reading.value
    },
    text(key, longest = 120) {
      const text = textOf(reader.cell(key))
      if (text.length > longest) reader.fail('tooLong', key)
      return reader.take(key, russian(text)) ?? ''
    },
    needed(key, longest) {
      const text = reader.text(key, longest)
      if (text === '' && textOf(reader.cell(key)) === '') reader.fail('missing', key)
      return text
    },
  }
  return reader
}

/** The row of a dry run: an error when anything is wrong, else new, changed or the same. */
export const rowOf = ({ line, problems, notes }: Reader, title: string, id: string | null, changes: Change[]): PlanRow => ({
  sheet: line.sheet,
  row: line.row,
  title,
  action: problems.length > 0 ? 'error' : id === null ? 'create' : changes.length > 0 ? 'change' : 'same',
  changes: problems.length > 0 ? [] : changes,
  problems,
  notes,
  id,
})

/** Changes of the fields that become another text; what the file is silent about ('') stays. */
export const changesOf = (fields: Record<string, [was: string, becomes: string]>): Change[] =>
  Object.entries(fields).flatMap(([field, [was, becomes]]) =>
    becomes !== '' && was !== becomes ? [{ field, was, becomes }] : [],
  )

/** Remembers which row spoke of something first. */
export function once(): (reader: Reader, what: string, key: string) => boolean {
  const spoken = new Map<string, Line>()
  return (reader, what, key) => {
    const first = spoken.get(what)
    if (!first) {
      spoken.set(what, reader.line)
      return true
    }
    reader.fail('twice', key, first.sheet === reader.line.sheet ? String(first.row) : `${first.sheet}, ${first.row}`)
    return false
  }
}
