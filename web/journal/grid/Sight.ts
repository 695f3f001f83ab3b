import { BOX } from './boxes.ts'

/** Which boxes of columns are drawn: from one to another, and the one with the cursor wherever it is, or the keys would lose their cell. */
export type Drawn = { from: number; to: number; kept: number }

/**
 * What of a long page is drawn: the boxes in sight and one more on either side. A year of lessons would be five thousand cells, of which
 * nobody sees more than a quarter, and each key would be painted among all of them. Heads are always all there.
 */
export class Sight {
  #drawn: Drawn
  #listeners = new Set<() => void>()

  /** Begins around the column at which the page opens. */
  constructor(column: number) {
    const box = boxOf(column)
    this.#drawn = { from: box - 2, to: box + 2, kept: box }
  }

  /** The same object until something in it changes. */
  drawn = (): Drawn => this.#drawn

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The cursor goes to a column. */
  keep(column: number): void {
    const kept = boxOf(column)
    if (kept !== this.#drawn.kept) this.#draw({ ...this.#drawn, kept })
  }

  /** The page was scrolled, or has become wider: boxes that come into sight are drawn, those far out of it no longer. */
  look(from: number, to: number): void {
    const { from: first, to: last, kept } = this.#drawn
    const lacks = from < first || to > last
    const holdsMore = first < from - 3 || last > to + 3
    if (lacks || holdsMore) this.#draw({ from: from - 1, to: to + 1, kept })
  }

  #draw(drawn: Drawn): void {
    this.#drawn = drawn
    for (const listener of this.#listeners) listener()
  }
}

export const isDrawn = ({ from, to, kept }: Drawn, box: number): boolean => (box >= from && box <= to) || box === kept

type Room = { column: number; columns: number; width: number; room: number }

/** How far a page is scrolled when it opens: today somewhat right of the middle with the weeks before it in sight, by whole columns. */
export function leftAtStart({ column, columns, width, room }: Room): number {
  const last = Math.max(0, Math.round((columns * width - room) / width))
  const wanted = Math.max(0, Math.floor((column * width - room * 0.6) / width))
  return Math.min(last, wanted) * width
}

/** What is left of the room once it is full of whole columns; nothing where all of them have room. */
export const spareOf = ({ columns, width, room }: Omit<Room, 'column'>): number => (columns * width > room ? room % width : 0)

const boxOf = (column: number): number => Math.floor(column / BOX)
