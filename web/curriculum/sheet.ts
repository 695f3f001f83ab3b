import { cellText, type Entry, parseEntry } from '#domain/curriculum/entry.ts'
import { type Part, parts } from '#domain/curriculum/rules.ts'
import type { Input, Output } from '#domain/operations.ts'

export type Plans = Output<'curriculum.plans'>
export type Plan = Plans['plans'][number]
export type Hours = { halfHours: number; subgroups: number }
export type Row = { part: Part; subjectId: string; name: string; archived: boolean }
export type Edit = Input<'curriculum.setHours'>['cells'][number]
/** A place in the sheet: rows run through all parts, columns are curricula. */
export type Place = { row: number; column: number }

export const levels = ['all', 'primary', 'basic', 'senior', 'individual'] as const
export type Level = (typeof levels)[number]

/** Is a curriculum one of this level? Individual ones stand apart. */
export function isOf(level: Level, { grade, individual }: Pick<Plan, 'grade' | 'individual'>): boolean {
  if (level === 'individual') return individual
  if (individual) return false
  return level === 'all' || (grade <= 4 ? level === 'primary' : grade <= 9 ? level === 'basic' : level === 'senior')
}

/** Subjects that have hours in any of the curricula, and those just added, by parts and in the order of the catalogue. */
export function rowsOf(
  subjects: Plans['subjects'],
  plans: readonly Plan[],
  added: readonly Pick<Row, 'part' | 'subjectId'>[],
): Row[] {
  const used = new Set([
    ...plans.flatMap(({ lines }) => lines.map(({ part, subjectId }) => `${part} ${subjectId}`)),
    ...added.map(({ part, subjectId }) => `${part} ${subjectId}`),
  ])
  return parts.flatMap((part) =>
    subjects
      .filter(({ subjectId }) => used.has(`${part} ${subjectId}`))
      .map(({ subjectId, name, archived }) => ({ part, subjectId, name, archived })),
  )
}

/** What a curriculum says in a row. */
export function hoursAt(plan: Plan, { part, subjectId }: Pick<Row, 'part' | 'subjectId'>): Hours {
  const line = plan.lines.find((one) => one.part === part && one.subjectId === subjectId)
  return line ? { halfHours: line.halfHours, subgroups: line.subgroups } : { halfHours: 0, subgroups: 1 }
}

/** The edit that makes the cell say the entry, or null when it says so already. Groups that were not named stay. */
export function editOf(plan: Plan, row: Row, entry: Entry): Edit | null {
  const expected = hoursAt(plan, row)
  const value = {
    halfHours: entry.halfHours,
    subgroups: entry.halfHours === 0 ? 1 : (entry.subgroups ?? expected.subgroups),
  }
  if (value.halfHours === expected.halfHours && value.subgroups === expected.subgroups) return null
  return { curriculumId: plan.curriculumId, subjectId: row.subjectId, part: row.part, value, expected }
}

export type Pasted = { kind: 'edits'; edits: Edit[] } | { kind: 'wrong'; text: string } | { kind: 'outside' }

/** A block copied from a table, put down from a cell on: all of it or, when a cell is not understood or has no room, nothing. */
export function paste(text: string, at: Place, rows: readonly Row[], plans: readonly Plan[]): Pasted {
  const lines = text.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  const edits: Edit[] = []
  for (const [down, line] of lines.entries()) {
    for (const [right, cell] of line.split('\t').entries()) {
      const [row, plan] = [rows[at.row + down], plans[at.column + right]]
      const entry = parseEntry(cell)
      if (!entry) return { kind: 'wrong', text: cell }
      if (!row || !plan) return { kind: 'outside' }
      const edit = editOf(plan, row, entry)
      if (edit) edits.push(edit)
    }
  }
  return { kind: 'edits', edits }
}

/** Where a key leads from a cell, or null when it leads nowhere in the sheet. */
export function placeAfter(key: string, { row, column }: Place, rows: number, columns: number): Place | null {
  const step: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
  }
  const [down, right] = step[key] ?? [0, 0]
  const next = { row: row + down, column: column + right }
  const inside = next.row >= 0 && next.row < rows && next.column >= 0 && next.column < columns
  return inside && (down !== 0 || right !== 0) ? next : null
}

/** The answer as it will be once the edits are through. */
export function applied(data: Plans, edits: readonly Edit[]): Plans {
  const plans = data.plans.map((plan) => {
    const own = edits.filter(({ curriculumId }) => curriculumId === plan.curriculumId)
    if (own.length === 0) return plan
    const kept = plan.lines.filter((line) => !own.some((edit) => isSameCell(edit, line)))
    const set = own.map(({ subjectId, part, value }) => ({ subjectId, part, ...value })).filter(({ halfHours }) => halfHours > 0)
    return { ...plan, lines: [...kept, ...set] }
  })
  return { ...data, plans }
}

/** Edits one after another as one of each cell: what was seen first, what was written last. */
export function joined(edits: readonly Edit[]): Edit[] {
  const byCell = new Map<string, Edit>()
  for (const edit of edits) {
    const key = `${edit.curriculumId} ${edit.subjectId} ${edit.part}`
    const earlier = byCell.get(key)
    byCell.set(key, earlier ? { ...edit, expected: earlier.expected } : edit)
  }
  return [...byCell.values()]
}

/** The edits that take these back. */
export const undone = (edits: readonly Edit[]): Edit[] =>
  joined(edits).map((edit) => ({ ...edit, value: edit.expected, expected: edit.value }))

/** What a cell shows. */
export const shown = (plan: Plan, row: Row): string => cellText(hoursAt(plan, row))

/** Classes without a curriculum for which there is exactly one of their grade: what «подобрать» would give them. */
export function fitting({ groups, plans }: Pick<Plans, 'groups' | 'plans'>): Input<'curriculum.attach'>['groups'] {
  return groups.flatMap(({ groupId, kind, grade, curriculumId }) => {
    if (kind !== 'class' || curriculumId !== null) return []
    const own = plans.filter((plan) => plan.grade === grade && !plan.individual)
    return own.length === 1 ? [{ groupId, curriculumId: own[0]!.curriculumId, expected: null }] : []
  })
}

const isSameCell = (a: Pick<Edit, 'subjectId' | 'part'>, b: Pick<Edit, 'subjectId' | 'part'>): boolean =>
  a.subjectId === b.subjectId && a.part === b.part
