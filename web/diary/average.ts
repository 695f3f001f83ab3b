import { average, averageTerms, shownAverage, type Weighed } from '#domain/marks/rules.ts'
import { decimal } from '#domain/platform/numbers.ts'

/** A weight as people write it: tenths 10 → «1», 15 → «1,5». */
export const weightText = (tenths: number): string => String(tenths / 10).replace('.', ',')

/** The weight beside a mark; work that is still awaited has none yet. */
export const weightShown = (mark: { weight: number; dueOn: string | null }): number => (mark.dueOn === null ? mark.weight : 10)

/** The average as people see it, «4,25»; null when there is nothing to average. */
export function averageText(marks: Iterable<Weighed>): string | null {
  const shown = shownAverage(average(marks))
  return shown === null ? null : decimal(shown)
}

/** The average as a sum one can check with a pencil: «(4×3 + 5×1) : 4 = 4,25»; null when there is nothing to average. */
export function averageFormula(marks: readonly Weighed[]): string | null {
  const shown = averageText(marks)
  if (shown === null) return null
  const terms = averageTerms(marks)
  const weights = terms.reduce((sum, term) => sum + term.weight * term.times, 0)
  const sum = terms.map(({ value, weight, times }) => `${value}×${weightText(weight * times)}`).join(' + ')
  return `(${sum}) : ${weightText(weights)} = ${shown}`
}

/** The average after each mark in turn; marks that do not count leave it where it was. */
export function runningAverages(marks: readonly Weighed[]): number[] {
  const averages: number[] = []
  for (let index = 0; index < marks.length; index++) {
    const until = average(marks.slice(0, index + 1))
    if (until !== null && marks[index]!.values.length > 0) averages.push(until)
  }
  return averages
}

/**
 * Points of a line through the averages in a box, for an SVG polyline. The scale is always that of marks, 2 to 5: a calm term must
 * look calm. A single average makes a level line.
 */
export function sparkPoints(averages: readonly number[], width: number, height: number, padding: number): string {
  const line = averages.length === 1 ? [averages[0]!, averages[0]!] : averages
  const x = (index: number) => padding + (index * (width - 2 * padding)) / (line.length - 1)
  const y = (value: number) => height - padding - ((Math.max(2, Math.min(5, value)) - 2) / 3) * (height - 2 * padding)
  return line.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')
}
