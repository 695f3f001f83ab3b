/** Rounds half away from zero, as school arithmetic does: 4.5 → 5, 2.675 → 2.68 though binary floats would say 2.67. */
export function roundHalfUp(value: number, digits = 0): number {
  const [mantissa, exponent = '0'] = String(value).split('e')
  const shifted = Number(`${mantissa}e${Number(exponent) + digits}`)
  return Number(`${Math.sign(shifted) * Math.round(Math.abs(shifted) + Number.EPSILON * 8)}e${-digits}`)
}

/** «4,63»: decimal comma, exactly two digits. */
export const decimal = (value: number, digits = 2): string => value.toFixed(digits).replace('.', ',')
