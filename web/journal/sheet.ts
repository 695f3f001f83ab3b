import { type Attendance, isMissed } from '#domain/attendance/rules.ts'
import type { Mark, Weighed } from '#domain/marks/rules.ts'
import { anyKey, type Cell, cellKey, isRowKey, rowKey, sameCell, type Waiting } from './cells.ts'
import type { Change, Held } from './changes.ts'
import { type Effect, effectsOf, standingTold } from './effects.ts'
import { changedSlots, type Fact, type Facts, factIn, factsOf, isMarkSlot, sameFact, setFact } from './facts.ts'
import type { Column, Model } from './model.ts'
import type { Page } from './page.ts'
import { attendanceSlot, markSlot } from './slots.ts'

type Overlaid = { to: Fact; waiting: Waiting }

/** How long after a save an older answer of the server is not believed against it. */
const SETTLING = 5000

/**
 * Every cell of one page with its own subscribers: the server's facts, over them what waits in the outbox, over that what is being
 * written down this very moment. A key repaints one cell, and `later` one average, whatever the size of the class.
 */
export class Sheet {
  model: Model
  #page: Page
  #read = new Map<string, Mark>()
  #base: Facts
  #overlay = new Map<string, Overlaid>()
  #held = new Map<string, { to: Fact; token: object }>()
  #settled = new Map<string, { before: Fact; to: Fact; at: number }>()
  #waiting = new Map<string, { waiting: Waiting; effects: Effect[] }>()
  #listeners = new Map<string, Set<() => void>>()
  #cells = new Map<string, Cell>()
  #doubtful = new Set<string>()
  #weighed = new Map<string, Weighed[]>()
  #missed = new Map<string, number>()
  #flashes = new Map<string, number>()
  #facts: Facts | null = null
  #later: (task: () => void) => void
  #now: () => number

  constructor(model: Model, page: Page, later = (task: () => void) => task(), now: () => number = () => performance.now()) {
    this.model = model
    this.#page = page
    this.#base = factsOf(page, this.#read)
    this.#later = later
    this.#now = now
  }

  /** The page was asked for again. What others changed is repainted with a quiet flash; own work in progress stays on top. */
  load(model: Model, page: Page): void {
    if (model === this.model && page === this.#page) return
    const before = this.#base
    const laidAnew = model.columns !== this.model.columns || model.brought !== this.model.brought
    this.model = model
    this.#page = page
    this.#base = factsOf(page, this.#read)
    this.#believeRecentSaves()
    const changed = changedSlots(before, this.#base)
    for (const slot of changed) if (!this.#held.has(slot) && !this.#overlay.has(slot)) this.#flash(slot)
    if (laidAnew) {
      this.#weighed.clear()
      this.#missed.clear()
    }
    this.#repaint(changed, changed, laidAnew ? [...this.#listeners.keys()].filter(isRowKey) : [])
  }

  /**
   * The server has accepted an operation: its values are the server's now. Told just before the queue lets go of it, so that nothing
   * flashes. An operation that leaves the queue unannounced was taken back, joined or split: it changed nothing.
   */
  saved(operation: Waiting): void {
    this.#settle(this.#waiting.get(operation.id)?.effects ?? effectsOf(operation, () => this.model.rowById.keys()))
  }

  /** Somebody else was first, and the refusal tells what they wrote: the choice between the two need not wait for the page. */
  overtaken(operation: Waiting): void {
    const told = standingTold(operation)
    // Another value than the author had seen is newer news than the refusal, or the same.
    if (!told || !sameFact(told.effect.slot, factIn(this.#base, told.effect.slot), told.seen)) return
    this.#settle([told.effect])
    this.#repaint([told.effect.slot], [told.effect.slot])
  }

  /** The outbox changed. */
  setQueue(queue: readonly Waiting[]): void {
    const waiting = new Map<string, { waiting: Waiting; effects: Effect[] }>()
    const overlay = new Map<string, Overlaid>()
    for (const operation of queue) {
      const known = this.#waiting.get(operation.id)
      const effects = known?.effects ?? effectsOf(operation, () => this.model.rowById.keys())
      if (effects.length === 0) continue
      waiting.set(operation.id, { waiting: operation, effects })
      for (const { slot, to } of effects) overlay.set(slot, { to, waiting: operation })
    }
    const slots = new Set([...this.#overlay.keys(), ...overlay.keys()])
    const changed = [...slots].filter((slot) => {
      const [a, b] = [this.#overlay.get(slot), overlay.get(slot)]
      return a?.to !== b?.to || a?.waiting.id !== b?.waiting.id || a?.waiting.state !== b?.waiting.state
    })
    this.#turn(changed, () => {
      this.#waiting = waiting
      this.#overlay = overlay
    })
  }

  /** Shows changes at once, before they are on the disk. Answers what lets go of them again. */
  hold(changes: readonly Change[]): () => void {
    const token = {}
    const slots = changes.map((change) => change.slot)
    this.#turn(slots, () => {
      for (const { slot, to } of changes) this.#held.set(slot, { to, token })
    })
    return () => {
      const mine = slots.filter((slot) => this.#held.get(slot)?.token === token)
      this.#turn(mine, () => {
        for (const slot of mine) this.#held.delete(slot)
      })
    }
  }

  subscribe(key: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(key) ?? new Set()
    this.#listeners.set(key, listeners.add(listener))
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) this.#listeners.delete(key)
    }
  }

  /** The same object until something in it changes. */
  cell(column: Column, studentId: string): Cell {
    const key = cellKey(column.id, studentId)
    const known = this.#cells.get(key)
    if (known && !this.#doubtful.delete(key)) return known
    const slots = [markSlot(column.id, studentId), attendanceSlot(column.lesson.lessonId, studentId)] as const
    const own = column.first ? slots : ([slots[0]] as const)
    const waiting = own.map((slot) => this.#overlay.get(slot)?.waiting)
    const refused = own.find((slot, i) => waiting[i]?.state === 'refused' && !this.#held.has(slot))
    const cell: Cell = {
      mark: this.#shown(slots[0]) as Mark,
      attendance: this.#shown(slots[1]) as Attendance,
      state: refused
        ? 'refused'
        : own.some(this.#isInHand)
          ? 'keeping'
          : own.some((slot) => this.#overlay.has(slot))
            ? 'waiting'
            : 'saved',
      refused: refused ? (this.#overlay.get(refused)?.waiting ?? null) : null,
      flash: this.#flashes.get(key) ?? 0,
    }
    if (known && sameCell(known, cell)) return known
    this.#cells.set(key, cell)
    return cell
  }

  /** What a new entry starts from: what is shown, save that a refused value counts for nothing. It is also what is «expected» there. */
  standing(column: Column, studentId: string): Held {
    return {
      mark: this.#standing(markSlot(column.id, studentId)) as Mark,
      attendance: this.#standing(attendanceSlot(column.lesson.lessonId, studentId)) as Attendance,
    }
  }

  /** What stands in the slot of a change: for undo, and for the two values of a conflict. */
  standingAt = (change: { slot: string }): Fact => this.#standing(change.slot)

  /** Operations whose refused value is shown in these slots: a new entry takes their place. */
  refusedIn(slots: readonly string[]): string[] {
    const ids = slots.map((slot) => this.#overlay.get(slot)?.waiting).filter((waiting) => waiting?.state === 'refused')
    return [...new Set(ids.map((waiting) => waiting!.id))]
  }

  /** Marks of a student as the average wants them, those brought from another class among them. */
  weighed(studentId: string): Weighed[] {
    const known = this.#weighed.get(studentId)
    if (known) return known
    const weighed: Weighed[] = [...(this.model.brought.get(studentId) ?? [])]
    for (const { work } of this.model.columns) {
      if (!work) continue
      const { values } = this.#shown(markSlot(work.workId, studentId)) as Mark
      if (values.length > 0) weighed.push({ values, weight: work.weight })
    }
    this.#weighed.set(studentId, weighed)
    return weighed
  }

  /** Lessons the student missed. */
  missed(studentId: string): number {
    const known = this.#missed.get(studentId)
    if (known !== undefined) return known
    let missed = 0
    for (const column of this.model.columns) {
      if (!column.first) continue
      const { code } = this.#shown(attendanceSlot(column.lesson.lessonId, studentId)) as Attendance
      if (code && isMissed(code)) missed++
    }
    this.#missed.set(studentId, missed)
    return missed
  }

  /** Cells that wait for the server, and cells it refused. */
  counts(): { waiting: number; refused: number } {
    const refused = [...this.#overlay].filter(
      ([slot, { waiting }]) => waiting.state === 'refused' && !this.#held.has(slot) && this.#cellsOf(slot).length > 0,
    )
    const waiting = [...this.#overlay].filter(
      ([slot, { waiting }]) => waiting.state !== 'refused' && this.#cellsOf(slot).length > 0,
    )
    return { waiting: waiting.length, refused: refused.length }
  }

  /** The first cell after this one, in order of lessons, whose value was refused; null when there is none. */
  nextRefused(after: { columnId: string; studentId: string } | null): { column: Column; studentId: string } | null {
    const cells = this.model.columns.flatMap((column) => this.model.rows.map(({ studentId }) => ({ column, studentId })))
    const from = cells.findIndex(({ column, studentId }) => column.id === after?.columnId && studentId === after.studentId)
    const order = [...cells.slice(from + 1), ...cells.slice(0, from + 1)]
    return order.find(({ column, studentId }) => this.cell(column, studentId).state === 'refused') ?? null
  }

  /** Everything shown at this moment, for totals, printing and filling. The same object until something changes. */
  facts = (): Facts => {
    if (this.#facts) return this.#facts
    const facts: Facts = { marks: new Map(this.#base.marks), attendance: new Map(this.#base.attendance) }
    for (const [slot, { to }] of [...this.#overlay, ...this.#held]) setFact(facts, slot, to)
    this.#facts = facts
    return facts
  }

  #shown = (slot: string): Fact => (this.#held.get(slot) ?? this.#overlay.get(slot))?.to ?? factIn(this.#base, slot)

  #isInHand = (slot: string): boolean => this.#held.has(slot) || this.#overlay.get(slot)?.waiting.state === 'storing'

  #standing(slot: string): Fact {
    const held = this.#held.get(slot)
    const overlaid = this.#overlay.get(slot)
    if (held) return held.to
    return overlaid && overlaid.waiting.state !== 'refused' ? overlaid.to : factIn(this.#base, slot)
  }

  #settle(effects: readonly Effect[]): void {
    for (const effect of effects) {
      this.#settled.set(effect.slot, { before: factIn(this.#base, effect.slot), to: effect.to, at: this.#now() })
      setFact(this.#base, effect.slot, effect.to)
    }
  }

  /** An answer that left the server before our save still tells the old value; a newer one follows it. */
  #believeRecentSaves(): void {
    for (const [slot, { before, to, at }] of this.#settled) {
      if (this.#now() - at > SETTLING) this.#settled.delete(slot)
      else if (sameFact(slot, factIn(this.#base, slot), before)) setFact(this.#base, slot, to)
    }
  }

  #flash(slot: string): void {
    for (const key of this.#cellsOf(slot)) this.#flashes.set(key, (this.#flashes.get(key) ?? 0) + 1)
  }

  /** Changes what is known of some slots. An average is counted anew only when another value is shown, not when it becomes safer. */
  #turn(slots: readonly string[], change: () => void): void {
    const before = slots.map(this.#shown)
    change()
    this.#repaint(
      slots,
      slots.filter((slot, i) => !sameFact(slot, before[i]!, this.#shown(slot))),
    )
  }

  #repaint(slots: readonly string[], moved: readonly string[], also: readonly string[] = []): void {
    if (slots.length === 0 && also.length === 0) return
    this.#facts = null
    const cells = new Set(slots.flatMap((slot) => this.#cellsOf(slot)))
    const rest = new Set(also)
    for (const slot of moved) {
      const studentId = slot.slice(slot.lastIndexOf(':') + 1)
      if (isMarkSlot(slot)) this.#weighed.delete(studentId)
      else this.#missed.delete(studentId)
      rest.add(rowKey(studentId))
    }
    rest.add(anyKey)
    for (const key of cells) this.#doubtful.add(key)
    this.#tell(cells)
    this.#later(() => this.#tell(rest))
  }

  #tell(keys: Iterable<string>): void {
    for (const key of keys) for (const listener of this.#listeners.get(key) ?? []) listener()
  }

  #cellsOf(slot: string): string[] {
    const [, id = '', studentId = ''] = slot.split(':')
    if (isMarkSlot(slot)) return this.model.columnById.has(id) ? [cellKey(id, studentId)] : []
    return (this.model.columnsOfLesson.get(id) ?? []).map((column) => cellKey(column.id, studentId))
  }
}
