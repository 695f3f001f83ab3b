/** The eleven digits of a СНИЛС however it was typed («112-233-445 95», with spaces, as a number that lost its zeroes); null when they are not eleven. */
export function snilsDigits(text: string): string | null {
  const digits = text.replace(/[\s\u00a0.\-‐‑–—]/g, '')
  if (!/^\d{8,11}$/.test(digits)) return null
  return digits.padStart(11, '0') // a spreadsheet takes leading zeroes off
}

/**
 * Is it a number that the Social Fund could have given? The last two digits check the first nine: each times its place counted from the
 * right, the sum modulo 101, where 100 is written 00. Numbers up to 001-001-998 carry no check.
 */
export function isSnils(digits: string): boolean {
  if (!/^\d{11}$/.test(digits) || /^0{9}/.test(digits)) return false
  const body = digits.slice(0, 9)
  if (Number(body) <= 1_001_998) return true
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (9 - place), 0)
  return Number(digits.slice(9)) === (sum % 101) % 100
}

/** «112-233-445 95», as the paper has it. */
export const snilsText = (digits: string): string => digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')
