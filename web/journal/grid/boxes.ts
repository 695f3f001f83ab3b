import type { Column } from '../model.ts'

/** So many columns of a row lie in one box, which is laid out and painted for itself. */
export const BOX = 12

/** Columns by boxes, in order. */
export const inBoxes = (columns: readonly Column[]): Column[][] =>
  Array.from({ length: Math.ceil(columns.length / BOX) }, (_, i) => columns.slice(i * BOX, (i + 1) * BOX))
