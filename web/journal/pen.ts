import { type Attendance, absenceLetters, present } from '#domain/attendance/rules.ts'
import { markText } from '#domain/journal/entry.ts'
import type { CommandName, Input } from '#domain/operations.ts'
import { type AttendanceChange, attendanceChange, type Change, type MarkChange } from './changes.ts'
import type { Sheet } from './sheet.ts'
import { attendanceSlot, bulkSlot, rollSlot } from './slots.ts'
import { journalOf, labels } from './texts.ru.ts'
import { emptyUndo, remember, repeat, type Step, takeBack, type Undo } from './undo.ts'

/** Where entries go: the durable queue. */
export type Outlet = {
  submit<N extends CommandName>(name: N, input: Input<N>, about: { slot: string; label: string }): Promise<string>
  discard(id: string): Promise<void>
  newId(): string
}

export type Place = Step['at']
export type TakenBack = { changed: number; skipped: number; at: Place }

/** As many cells as one operation may carry. */
const MOST = 4000

/**
 * Writes changes into the journal: shows them at once, gives them to the queue, and remembers them to be taken back. Everything a
 * person enters on a page goes through here, so that one Ctrl+Z undoes one key, one paste or one roll call alike.
 */
export class Pen {
  #sheet: Sheet
  #outlet: Outlet
  #undo: Undo = emptyUndo
  #listeners = new Set<() => void>()
  /** A substitute may write cell by cell, but not a whole block at once. */
  mayWriteMany = true

  constructor(sheet: Sheet, outlet: Outlet) {
    this.#sheet = sheet
    this.#outlet = outlet
  }

  write(changes: readonly Change[], at: Place): void {
    if (changes.length === 0) return
    this.#send(changes)
    this.#become(remember(this.#undo, { changes: [...changes], at }))
  }

  /** Says who of the class was not at the lesson; everybody else was. */
  callRoll(lessonId: string, absences: Input<'attendance.rollCall'>['absences']): void {
    const column = this.#sheet.model.columnsOfLesson.get(lessonId)?.[0]
    if (!column) return
    const named = new Map(absences.map(({ studentId, code, minutes }): [string, Attendance] => [studentId, { code, minutes }]))
    const changes = this.#sheet.model.rows
      .map((row) =>
        attendanceChange(
          column,
          row,
          this.#sheet.standing(column, row.studentId).attendance,
          named.get(row.studentId) ?? present,
        ),
      )
      .filter((change) => change !== null)
    const release = this.#sheet.hold(changes)
    this.#giveUpRefused(this.#sheet.model.rows.map((row) => attendanceSlot(lessonId, row.studentId)))
    const label = labels.roll(this.#course(), column.lesson.date, absences.length)
    this.#leave(
      [this.#outlet.submit('attendance.rollCall', { lessonId, absences }, { slot: rollSlot(lessonId), label })],
      release,
    )
    if (changes.length > 0) this.#become(remember(this.#undo, { changes, at: null }))
  }

  /** Takes refused values off the page: the person gives them up. */
  giveUp(ids: readonly string[]): void {
    for (const id of ids) void this.#outlet.discard(id)
  }

  undo = (): TakenBack | null => this.#turn(takeBack(this.#undo, this.#sheet.standingAt))
  redo = (): TakenBack | null => this.#turn(repeat(this.#undo, this.#sheet.standingAt))

  /** What may be undone and done again; the same object until it changes. */
  state = (): Undo => this.#undo
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #turn(reversal: ReturnType<typeof takeBack>): TakenBack | null {
    if (!reversal) return null
    this.#send(reversal.changes)
    this.#become(reversal.undo)
    return { changed: reversal.changes.length, skipped: reversal.skipped, at: reversal.step.at }
  }

  #become(undo: Undo): void {
    this.#undo = undo
    for (const listener of this.#listeners) listener()
  }

  #send(changes: readonly Change[]): void {
    const release = this.#sheet.hold(changes)
    this.#giveUpRefused(changes.map((change) => change.slot))
    const marks = changes.filter((change) => change.kind === 'mark')
    const attendance = changes.filter((change) => change.kind === 'attendance')
    this.#leave([...this.#sendMarks(marks), ...this.#sendAttendance(attendance)], release)
  }

  #sendMarks(changes: MarkChange[]): Promise<string>[] {
    if (changes.length < 2 || !this.mayWriteMany) {
      return changes.map((change) => {
        const { lessonId, workId, studentId, to: mark, from: expected } = change
        const label = this.#cellLabel(change, markText(mark.values, mark.dueOn !== null, this.#sheet.model.page.course.scale))
        return this.#outlet.submit('marks.set', { lessonId, workId, studentId, mark, expected }, { slot: change.slot, label })
      })
    }
    const cells = changes.map(({ workId, studentId, to: mark, from: expected }) => ({ workId, studentId, mark, expected }))
    return inParts(cells).map((part) =>
      this.#outlet.submit('marks.setMany', { courseId: this.#courseId(), cells: part }, this.#aboutMany(part.length)),
    )
  }

  #sendAttendance(changes: AttendanceChange[]): Promise<string>[] {
    if (changes.length < 2 || !this.mayWriteMany) {
      return changes.map((change) => {
        const { lessonId, studentId, to: attendance, from: expected } = change
        const label = this.#cellLabel(change, attendance.code ? absenceLetters[attendance.code] : '')
        return this.#outlet.submit('attendance.set', { lessonId, studentId, attendance, expected }, { slot: change.slot, label })
      })
    }
    const cells = changes.map(({ lessonId, studentId, to: attendance, from: expected }) => ({
      lessonId,
      studentId,
      attendance,
      expected,
    }))
    return inParts(cells).map((part) =>
      this.#outlet.submit('attendance.setMany', { courseId: this.#courseId(), cells: part }, this.#aboutMany(part.length)),
    )
  }

  /** Once the queue has the operation it shows it itself, also when the disk refused and it lives in this tab only. */
  #leave(submitted: Promise<string>[], release: () => void): void {
    void Promise.allSettled(submitted).then(release)
  }

  #giveUpRefused(slots: readonly string[]): void {
    this.giveUp(this.#sheet.refusedIn(slots))
  }

  #courseId = () => this.#sheet.model.page.course.courseId
  #course = () => journalOf(this.#sheet.model.page.course.group, this.#sheet.model.page.course.subject)
  #aboutMany = (n: number) => ({ slot: bulkSlot(this.#outlet.newId()), label: labels.many(this.#course(), n) })

  #cellLabel({ lessonId, studentId }: Change, text: string): string {
    const { columnsOfLesson, rowById } = this.#sheet.model
    const date = columnsOfLesson.get(lessonId)?.[0]?.lesson.date ?? this.#sheet.model.page.today
    return labels.cell(this.#course(), date, rowById.get(studentId)?.name ?? '', text)
  }
}

const inParts = <T>(cells: T[]): T[][] =>
  Array.from({ length: Math.ceil(cells.length / MOST) }, (_, i) => cells.slice(i * MOST, (i + 1) * MOST))
