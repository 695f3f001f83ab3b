import { isMissed } from '#domain/attendance/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { refusalText } from '#domain/texts.ts'
import { type Change, changesOf, type Put } from '../changes.ts'
import { copiedText, isPlainPaste, type PastePlan, parseTable, planPaste, tableText } from '../clipboard.ts'
import type { Intent } from '../keys.ts'
import { type Column, isWritable, type Row } from '../model.ts'
import type { Place, Range } from '../navigation.ts'
import type { Pen, TakenBack } from '../pen.ts'
import type { Sheet } from '../sheet.ts'
import { status } from '../texts.ru.ts'
import { whyNotHere } from '../why.ts'
import type { Cursor } from './Cursor.ts'

/** What the grid says to the person: seen in the status line and read aloud; what was entered is seen in its cell and only read. */
export type Tell = (text: string, kind?: 'done' | 'refused' | 'entered') => void

/** Enters things at the cursor: the meaning of keys, of the mark pad, of the clipboard and of menus, without the keys themselves. */
export class Entry {
  #sheet: Sheet
  #pen: Pen
  #cursor: Cursor
  #tell: Tell

  constructor(sheet: Sheet, pen: Pen, cursor: Cursor, tell: Tell) {
    this.#sheet = sheet
    this.#pen = pen
    this.#cursor = cursor
    this.#tell = tell
  }

  /** One key: into the selection, or into the cell and on to the next student. */
  put(intent: Intent): void {
    if (intent.kind === 'another') this.#another()
    else if (this.#cursor.several) this.#fill(this.#cursor.range, intent)
    else this.#one(intent)
  }

  #one(intent: Intent): void {
    const here = this.#at(this.#cursor.place)
    if (!here) return
    const put: Put = this.#cursor.appending && intent.kind === 'value' ? { kind: 'append', value: intent.value } : intent
    if (!this.write(here.column, here.row, put)) return
    if (intent.kind === 'backspace' || intent.kind === 'clear') this.#cursor.append(false)
    else this.#goOn()
  }

  /** Writes into one cell; says why not and answers false when it may not be. */
  write(column: Column, row: Row, put: Put): boolean {
    const cell = this.#sheet.cell(column, row.studentId)
    if (cell.refused && (put.kind === 'clear' || put.kind === 'backspace')) {
      this.#pen.giveUp([cell.refused.id])
      return true
    }
    const why = whyNotHere(this.#sheet.model, column, row)
    const answer = why ?? this.#changes(column, row, put)
    if (typeof answer === 'string') {
      this.#tell(answer, 'refused')
      return false
    }
    this.#pen.write(answer, { columnId: column.id, studentId: row.studentId })
    const { model } = this.#sheet
    const stands = copiedText(this.#sheet.cell(column, row.studentId), column, model.page.course.scale)
    this.#tell(status.entered(row.name, stands), 'entered')
    return true
  }

  refuseValue(value: string, scale: string): void {
    this.#tell(status.outsideScale(value, scale), 'refused')
  }

  undo = (): void => this.#turned(this.#pen.undo(), status.undone)
  redo = (): void => this.#turned(this.#pen.redo(), status.redone)

  /** The first row of the selection into all rows under it. */
  fillDown(): void {
    const { top, bottom, left, right } = this.#cursor.range
    const changes: Change[] = []
    for (let column = left; column <= right; column++) {
      const held = this.#held({ row: top, column })
      if (held) changes.push(...this.#rangeChanges({ top: top + 1, bottom, left: column, right: column }, held))
    }
    this.#writeMany(changes, 0)
  }

  /** The active cell into all of the selection. */
  fillSelection(): void {
    const held = this.#held(this.#cursor.place)
    if (held) this.#writeMany(this.#rangeChanges(this.#cursor.range, held), 0)
  }

  copy(): string {
    const { top, bottom, left, right } = this.#cursor.range
    const { rows, columns, page } = this.#sheet.model
    const table = rows
      .slice(top, bottom + 1)
      .map((row) =>
        columns
          .slice(left, right + 1)
          .map((column) => copiedText(this.#sheet.cell(column, row.studentId), column, page.course.scale)),
      )
    this.#tell(status.copied((bottom - top + 1) * (right - left + 1)))
    return tableText(table)
  }

  /** Pastes what can be pasted without a question; otherwise answers the plan to be shown first. */
  paste(text: string): PastePlan | null {
    const table = parseTable(text)
    if (table.length === 0) {
      this.#tell(status.nothingPasted, 'refused')
      return null
    }
    const { top, bottom, left, right } = this.#cursor.range
    const single = table.length === 1 && table[0]!.length === 1 && this.#cursor.several
    const block = single
      ? Array.from({ length: bottom - top + 1 }, () => new Array<string>(right - left + 1).fill(table[0]![0]!))
      : table
    const { rows, columns, page } = this.#sheet.model
    const plan = planPaste(block, { rows, columns, row: top, column: left, scale: page.course.scale })
    if (!isPlainPaste(plan)) return plan
    return this.carryOut(plan)
  }

  /** Writes the cells of a plan that are ready; what a rule refuses is said, never written in part without a word. */
  carryOut(plan: PastePlan): null {
    const changes: Change[] = []
    const refusals: string[] = []
    for (const line of plan.lines) {
      const row = line.studentId ? this.#sheet.model.rowById.get(line.studentId) : undefined
      for (const { columnId, entry } of row ? line.cells : []) {
        const column = columnId ? this.#sheet.model.columnById.get(columnId) : undefined
        if (!column || !entry) continue
        const answer = whyNotHere(this.#sheet.model, column, row!) ?? this.#changes(column, row!, { kind: 'merge', entry })
        if (typeof answer === 'string') refusals.push(`${row!.name}: ${answer}`)
        else changes.push(...answer)
      }
    }
    if (refusals.length > 0 && !plan.named) {
      this.#tell(refusals[0]!, 'refused')
      return null
    }
    this.#pen.write(changes, this.#where())
    this.#tell(refusals[0] ?? status.pasted(changes.length), refusals.length > 0 ? 'refused' : 'done')
    return null
  }

  clearSelection(): void {
    this.put({ kind: 'clear' })
  }

  #another(): void {
    const { typed } = this.#cursor
    if (typed) this.#cursor.go(typed)
    const here = this.#at(this.#cursor.place)
    if (!here) return
    const why =
      whyNotHere(this.#sheet.model, here.column, here.row) ?? (this.#sheet.model.noMarks && textOf(this.#sheet.model.noMarks))
    if (why) {
      this.#tell(why, 'refused')
      return
    }
    this.#cursor.append(true)
    this.#tell(status.appending)
  }

  /** Marks typed into a selection pass over those who were not there: they cannot have earned them. */
  #fill(range: Range, intent: Intent): void {
    const spares = intent.kind === 'value'
    const changes: Change[] = []
    let absent = 0
    let refusal: string | null = null
    for (const { column, row } of this.#cellsIn(range)) {
      const { code } = this.#sheet.cell(column, row.studentId).attendance
      if (spares && code && isMissed(code)) {
        absent++
        continue
      }
      const answer = whyNotHere(this.#sheet.model, column, row) ?? this.#changes(column, row, intent)
      if (typeof answer === 'string') refusal = answer
      else changes.push(...answer)
    }
    if (changes.length === 0 && refusal) this.#tell(refusal, 'refused')
    else this.#writeMany(changes, absent)
  }

  #rangeChanges(range: Range, held: Put): Change[] {
    return [...this.#cellsIn(range)].flatMap(({ column, row }) =>
      whyNotHere(this.#sheet.model, column, row) === null ? this.#changesOrNone(column, row, held) : [],
    )
  }

  #held(place: Place): Put | null {
    const here = this.#at(place)
    if (!here) return null
    const { mark, attendance } = this.#sheet.cell(here.column, here.row.studentId)
    return {
      kind: 'merge',
      entry: { values: mark.values, absence: here.column.first ? attendance.code : null, pending: mark.dueOn !== null },
    }
  }

  #writeMany(changes: Change[], absent: number): void {
    this.#pen.write(changes, this.#where())
    this.#tell(absent > 0 ? status.filledPresent(changes.length, absent) : status.filled(changes.length))
  }

  #changes(column: Column, row: Row, put: Put): Change[] | string {
    const answer = changesOf(this.#sheet.model, column, row, this.#sheet.standing(column, row.studentId), put)
    return answer instanceof Refusal ? textOf(answer) : answer
  }

  #changesOrNone(column: Column, row: Row, put: Put): Change[] {
    const answer = this.#changes(column, row, put)
    return typeof answer === 'string' ? [] : answer
  }

  #turned(taken: TakenBack | null, said: (n: number) => string): void {
    if (!taken) {
      this.#tell(status.nothingToUndo)
      return
    }
    this.#tell(taken.skipped > 0 ? status.skipped(taken.skipped) : said(taken.changed), taken.skipped > 0 ? 'refused' : 'done')
    const column = taken.at && this.#sheet.model.columnById.get(taken.at.columnId)
    const row = taken.at && this.#sheet.model.rowById.get(taken.at.studentId)
    if (column && row) this.#cursor.go({ row: row.index, column: column.index })
  }

  /** Down to the next cell that may be written into; stays when there is none. */
  #goOn(): void {
    const from = this.#cursor.place
    const column = this.#sheet.model.columns[from.column]
    const next = column && this.#sheet.model.rows.find((row) => row.index > from.row && isWritable(column, row))
    if (next) this.#cursor.go({ row: next.index, column: from.column })
    else this.#cursor.append(false)
    this.#cursor.typed = from
  }

  #at({ row, column }: Place): { row: Row; column: Column } | null {
    const [line, work] = [this.#sheet.model.rows[row], this.#sheet.model.columns[column]]
    return line && work ? { row: line, column: work } : null
  }

  *#cellsIn({ top, bottom, left, right }: Range) {
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) {
        const here = this.#at({ row, column })
        if (here) yield here
      }
    }
  }

  #where() {
    const here = this.#at({ row: this.#cursor.range.top, column: this.#cursor.range.left })
    return here && { columnId: here.column.id, studentId: here.row.studentId }
  }
}

const textOf = (refusal: Refusal): string => refusalText(refusal.code, refusal.params)
