import { type Move, moved, type Place, type Range, rangeOf, type Size, sizeOfRange } from '../navigation.ts'
import { BOX } from './boxes.ts'

/**
 * Where the person is in the grid. Lives outside React: moving the cursor paints two cells of the page and renders nothing, so it
 * keeps up with a held arrow key on any computer.
 */
export class Cursor {
  place: Place = { row: 0, column: 0 }
  #anchor: Place = { row: 0, column: 0 }
  /** The next digit is one more mark in this cell. */
  #appending = false
  /** The cell just typed into, before the cursor went on by itself: «/» goes back to it. */
  typed: Place | null = null
  #grid: Element | null = null
  #painted: { cells: Element[]; active: HTMLElement | null } = { cells: [], active: null }
  #heads: Element[] = []
  #listeners = new Set<() => void>()
  #size: () => Size
  #later: (task: () => void) => void

  #comesTo: (column: number) => void

  /** `later`: right after the next frame; `comesTo` draws the cells of a column before the cursor is painted there. */
  constructor(size: () => Size, later: (task: () => void) => void, comesTo: (column: number) => void = () => {}) {
    this.#size = size
    this.#later = later
    this.#comesTo = comesTo
  }

  /** The table appears, or is drawn anew: paints the cursor onto it. */
  attach = (grid: Element | null): void => {
    this.#grid = grid
    if (grid) this.paint()
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
    if (place.column < this.#size().columns) this.#comesTo(place.column)
    this.paint(focus)
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
    const { columns } = this.#size()
    const line = this.#line(row)
    const cell =
      column < columns
        ? line?.children[1 + Math.floor(column / BOX)]?.children[column % BOX]
        : line?.lastElementChild?.children[column - columns]
    return cell instanceof HTMLElement ? cell : null
  }

  placeOf(cell: Element): Place | null {
    const row = placeIn(cell.closest('[aria-rowindex]'), 'aria-rowindex')
    const column = placeIn(cell, 'aria-colindex')
    return this.#grid?.contains(cell) && row !== null && column !== null && column >= 0 ? { row, column } : null
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The place as one word: for those who render by it. */
  key = (): string => `${this.place.row}:${this.place.column}:${this.#appending}:${sizeOfRange(this.range)}`

  paint(focus = false): void {
    const before = this.#painted
    const active = this.cellAt(this.place)
    if (focus) this.#bringFocus()
    if (active && active.tabIndex !== 0) active.tabIndex = 0
    const cells = this.several ? this.#selected() : []
    if (before.active && before.active !== active) {
      before.active.tabIndex = -1
      before.active.removeAttribute('data-active')
      before.active.removeAttribute('data-appending')
    }
    if (active) {
      active.toggleAttribute('data-active', true)
      active.toggleAttribute('data-appending', this.#appending)
    }
    pass(before.cells, cells, 'aria-selected', 'true')
    this.#painted = { active, cells }
    // What is typed into is looked at, the name and the day beside it only now and then.
    this.#later(this.#paintHeads)
  }

  /**
   * A browser brings the whole page up to date to move the focus on it, and keys find the cursor wherever in the grid the focus is: it
   * follows a frame later, unless it has left the grid by then.
   */
  #bringFocus(): void {
    if (this.#hasFocus()) this.#later(() => this.#hasFocus() && this.focus())
    else this.focus()
  }

  #hasFocus = (): boolean => this.#grid?.contains(document.activeElement) ?? false

  #paintHeads = (): void => {
    const name = this.place.row < 0 ? null : this.#line(this.place.row)?.firstElementChild
    const heads = [name, this.cellAt({ row: -1, column: this.place.column })].filter((head) => head != null)
    pass(this.#heads, heads, 'data-here', '')
    this.#heads = heads
  }

  #selected(): Element[] {
    const { top, bottom, left, right } = this.range
    const cells: (Element | null)[] = []
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) cells.push(this.cellAt({ row, column }))
    }
    return cells.filter((cell) => cell !== null)
  }

  /** The row -1 is the last one of the head. */
  #line(row: number): Element | null {
    const [head, body] = this.#grid?.children ?? []
    return (row < 0 ? head?.lastElementChild : body?.children[row]) ?? null
  }

  #inside({ row, column }: Place): Place {
    const { rows, columns, summaries } = this.#size()
    return { row: Math.min(row, rows - 1), column: Math.min(column, columns + summaries - 1) }
  }
}

/** An attribute passes from some elements to others; those among both are not touched. */
function pass(from: readonly Element[], to: readonly Element[], attribute: string, value: string): void {
  const [left, arrived] = [new Set(from), new Set(to)]
  for (const element of from) if (!arrived.has(element)) element.removeAttribute(attribute)
  for (const element of to) if (!left.has(element)) element.setAttribute(attribute, value)
}

/** Names are column 1, the head is row 1; works and students come after them. */
function placeIn(element: Element | null, attribute: string): number | null {
  const index = element?.getAttribute(attribute)
  return index ? Number(index) - 2 : null
}
