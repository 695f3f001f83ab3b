/** Lists that are brought in and taken out. The six that the deputy head hands over come first. [S0 3.1] */
export const kinds = [
  'classes',
  'homerooms',
  'holidays',
  'curriculum',
  'students',
  'load',
  'staff',
  'guardians',
  'subgroups',
  'subjects',
  'rooms',
  'bells',
  'terms',
] as const
export type Kind = (typeof kinds)[number]
/** How many of them are the six lists of S0 3.1. */
export const SIX = 6

/** Kinds that are also read as a grid, grades or classes standing over the columns: hours in the cells. */
export const gridOf: { readonly [K in Kind]?: 'grade' | 'class' } = { curriculum: 'grade', load: 'class' }

/** The largest file, and how much of it is read: more is a mistake or an attack. */
export const LARGEST_SHEET = 20 * 1024 * 1024
export const MOST_ROWS = 10_000
export const MOST_COLUMNS = 200
