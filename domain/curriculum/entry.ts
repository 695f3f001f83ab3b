import { hoursText, MOST_HALF_HOURS, MOST_SUBGROUPS } from './rules.ts'

/** What was typed into a cell: half-hours, and the number of parallel groups when it was named. */
export type Entry = { halfHours: number; subgroups: number | null }

/**
 * Half-hours out of what people type and Excel pastes: «2,5», «2.50», «½», «2 ч»; an empty cell and a dash are none.
 * Null for what is no number of half-hours between 0 and 20 hours.
 */
export function parseHours(text: string): number | null {
  const plain = text
    .normalize('NFKC') // ½ becomes 1⁄2, a wide digit a digit
    .replace(/\s+/g, '')
    .replace(/ч(ас(а|ов)?)?\.?$/i, '')
    .replace(/(\d?)1[⁄/]2$/, (_all, whole: string) => `${whole || '0'},5`)
  if (/^[-–—−]?$/.test(plain)) return 0
  const [, whole, half = ''] = /^(\d{1,2})(?:[.,](\d{1,4}))?$/.exec(plain) ?? []
  if (whole === undefined || !/^(5?0*)$/.test(half)) return null
  const halfHours = Number(whole) * 2 + (half.startsWith('5') ? 1 : 0)
  return halfHours <= MOST_HALF_HOURS ? halfHours : null
}

/** A cell of the plan: hours, with «*» or «×2» behind them when the class is taught in groups («3*», «3×2»), «×1» when it no longer is. */
export function parseEntry(text: string): Entry | null {
  const [, hours = '', mark = '', groups = ''] = /^(.*?)(?:([*×xхXХ])\s*(\d?))?\s*$/s.exec(text) ?? []
  const halfHours = parseHours(hours)
  if (halfHours === null || (mark !== '' && hours.trim() === '')) return null
  if (mark === '') return { halfHours, subgroups: null }
  const subgroups = groups === '' ? 2 : Number(groups)
  return subgroups >= 1 && subgroups <= MOST_SUBGROUPS ? { halfHours, subgroups } : null
}

/** What stands in a cell: «2,5», «3×2», '' for nothing. */
export function cellText({ halfHours, subgroups }: { halfHours: number; subgroups: number }): string {
  if (halfHours === 0) return ''
  return subgroups > 1 ? `${hoursText(halfHours)}×${subgroups}` : hoursText(halfHours)
}
