import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSnils, snilsDigits, snilsText } from '#domain/people/snils.ts'

const readings: [string, string | null][] = [
  ['112-233-445 95', '11223344595'],
  ['112 233 445 95', '11223344595'],
  ['11223344595', '11223344595'],
  ['112–233–445\u00a095', '11223344595'],
  ['1223344595', '01223344595'], // a spreadsheet has taken the zero for nothing
  ['112-233-445', '00112233445'],
  ['', null],
  ['нет', null],
  ['112233445951', null],
]
for (const [typed, digits] of readings) {
  test(`СНИЛС «${typed}» is read as ${digits} [R091]`, () => assert.equal(snilsDigits(typed), digits))
}

const numbers: [string, boolean][] = [
  ['11223344595', true],
  ['11223344596', false],
  ['08765430300', true], // the sum is 202: its remainder is nothing
  ['08765430301', false],
  ['00100199700', true], // older than the check
  ['00000000000', false],
]
for (const [digits, right] of numbers) {
  test(`СНИЛС ${snilsText(digits)} ${right ? 'may be given' : 'cannot be'} [R091]`, () => assert.equal(isSnils(digits), right))
}

test('one digit wrong, or two neighbours swapped, is noticed [R091]', () => {
  const body = fc.integer({ min: 1_002_000, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'))
  const whole = body.map((nine) => [...Array(100).keys()].map((n) => nine + String(n).padStart(2, '0')).find(isSnils)!)
  fc.assert(
    fc.property(whole, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (snils, place, by) => {
      const changed = snils.slice(0, place) + ((Number(snils[place]) + by) % 10) + snils.slice(place + 1)
      // 100 is written 00, so a weight that makes 100 of the difference is the known blind spot of the check.
      const weight = 9 - place
      const shift = Math.abs(Number(changed[place]) - Number(snils[place])) * weight
      return Number(changed.slice(0, 9)) <= 1_001_998 || shift % 101 === 100 || shift % 101 === 1 || !isSnils(changed)
    }),
  )
})
