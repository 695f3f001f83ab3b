import { type Move, moved, type Place, type Range, rangeOf, type Size, sizeOfRange } from '../navigation.ts'

/**
 * Where the person is in the grid. Lives outside React: moving the cursor paints two cells of the page and renders nothing, so it
 * keeps up with a held arrow key on any computer. Columns of the table: the name, the works, the summaries.
 */
export class Cursor {
  place: Place = { row: 0, column: 0 }
  #anchor: Place = { row: 0, column: 0 }
  /** The next digit is one more mark in this cell. */
  #appending = false
  /** The cell just typed into, before the cursor went on by itself: «/» goes back to it. */
  typed: Place | null = null
  #table: HTMLTableElement | null = null
  #painted: { cells: Element[]; heads: Element[]; active: HTMLElement | null } = { cells: [], heads: [], active: null }
  #listeners = new Set<() => void>()
  #size: () => Size

  constructor(size: () => Size) {
    this.#size = size
  }

  /** The table appears, or is drawn anew: paints the cursor onto it. */
  attach = (table: HTMLTableElement | null): void => {
    this.#table = table
    if (table) this.paint()
  }

  get appending(): boolean {
    return this.#appending
  }

  get range(): Range {
    return rangeOf(this.#anchor, this.place, this.#size())
  }

  get several(): boolean {
    return sizeOfRange(this.range) > 1
  }

  move(move: Move, extend = false): void {
    this.go(moved(this.place, move, this.#size()), extend)
  }

  /** Goes to a place; with `extend` the rectangle from where the selection began is selected. */
  go(place: Place, extend = false, focus = true): void {
    this.place = extend ? { row: Math.max(0, place.row), column: place.column } : place
    if (!extend) this.#anchor = place
    this.typed = null
    this.#appending = false
    this.paint()
    if (focus) this.focus()
    for (const listener of this.#listeners) listener()
  }

  /** Selects a rectangle with the active cell at its beginning. */
  select(from: Place, to: Place): void {
    this.go(from)
    this.#anchor = to
    this.paint()
    for (const listener of this.#listeners) listener()
  }

  append(on: boolean): void {
    this.#appending = on
    this.#painted.active?.toggleAttribute('data-appending', on)
    for (const listener of this.#listeners) listener()
  }

  focus(): void {
    this.cellAt(this.place)?.focus()
  }

  /** Keeps the place inside a page that has become smaller. */
  fit(): void {
    this.place = this.#inside(this.place)
    this.#anchor = this.#inside(this.#anchor)
    this.paint()
  }

  cellAt({ row, column }: Place): HTMLElement | null {
    const line = row < 0 ? this.#table?.tHead?.rows[1] : this.#table?.tBodies[0]?.rows[row]
    return line?.cells[column + 1] ?? null
  }

  placeOf(cell: Element): Place | null {
    const line = cell.parentElement
    if (!(cell instanceof HTMLTableCellElement) || !(line instanceof HTMLTableRowElement) || cell.cellIndex === 0) return null
    const row = line.parentElement === this.#table?.tHead ? -1 : line.sectionRowIndex
    return line.parentElement === this.#table?.tHead && line.sectionRowIndex === 0 ? null : { row, column: cell.cellIndex - 1 }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The place as one word: for those who render by it. */
  key = (): string => `${this.place.row}:${this.place.column}:${this.#appending}:${sizeOfRange(this.range)}`

  paint(): void {
    for (const cell of this.#painted.cells) cell.removeAttribute('aria-selected')
    for (const head of this.#painted.heads) head.removeAttribute('data-here')
    const { active } = this.#painted
    const next = this.cellAt(this.place)
    if (active && active !== next) {
      active.tabIndex = -1
      active.removeAttribute('data-active')
      active.removeAttribute('data-appending')
    }
    if (next) {
      next.tabIndex = 0
      next.toggleAttribute('data-active', true)
      next.toggleAttribute('data-appending', this.#appending)
    }
    const heads = [
      this.#table?.tBodies[0]?.rows[this.place.row]?.cells[0],
      this.#table?.tHead?.rows[1]?.cells[this.place.column + 1],
    ]
    this.#painted = {
      active: next,
      heads: heads.filter((head) => head !== undefined),
      cells: this.several ? this.#selected() : [],
    }
    for (const head of this.#painted.heads) head.toggleAttribute('data-here', true)
    for (const cell of this.#painted.cells) cell.setAttribute('aria-selected', 'true')
  }

  #selected(): Element[] {
    const { top, bottom, left, right } = this.range
    const cells: Element[] = []
    for (let row = top; row <= bottom; row++) {
      const line = this.#table?.tBodies[0]?.rows[row]
      for (let column = left; column <= right; column++) {
        const cell = line?.cells[column + 1]
        if (cell) cells.push(cell)
      }
    }
    return cells
  }

  #inside({ row, column }: Place): Place {
    const { rows, columns, summaries } = this.#size()
    return { row: Math.min(row, rows - 1), column: Math.min(column, columns + summaries - 1) }
  }
}
