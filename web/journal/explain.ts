import { average, averageTerms, shownAverage, type Weighed } from '#domain/marks/rules.ts'
import { decimal } from '#domain/platform/numbers.ts'

/** Weights are kept in tenths: «1», «1,5», «3». */
export const weightText = (weight: number): string => (weight / 10).toString().replace('.', ',')

/** «4,60», or '' when there is nothing to average. */
export function averageText(marks: Iterable<Weighed>): string {
  const shown = shownAverage(average(marks))
  return shown === null ? '' : decimal(shown)
}

/**
 * The average as a sum one can check by hand: «(5 × 3 + 4 × 1 × 2) : (3 + 1 × 2) = 23 : 5 = 4,60», mark × weight × how many
 * times. Null when there is nothing to average.
 */
export function averageFormula(marks: readonly Weighed[]): string | null {
  const terms = averageTerms(marks)
  if (terms.length === 0) return null
  const plain = terms.every((term) => term.weight === 10)
  const times = (n: number) => (n > 1 ? ` × ${n}` : '')
  const upper = terms
    .map((term) => `${term.value}${plain ? '' : ` × ${weightText(term.weight)}`}${times(term.times)}`)
    .join(' + ')
  const lower = [...new Set(terms.map((term) => term.weight))].map((weight) => {
    const n = terms.reduce((sum, term) => sum + (term.weight === weight ? term.times : 0), 0)
    return plain ? String(n) : `${weightText(weight)}${times(n)}`
  })
  const sum = terms.reduce((total, term) => total + term.value * term.weight * term.times, 0)
  const weight = terms.reduce((total, term) => total + term.weight * term.times, 0)
  return `(${upper}) : (${lower.join(' + ')}) = ${weightText(sum)} : ${weightText(weight)} = ${averageText(marks)}`
}
