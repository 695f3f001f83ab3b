import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rateOf, rateText } from './employment.ts'

const rates: [text: string, rate: number | null][] = [
  ['1', 100],
  ['0,5', 50],
  ['0.5', 50],
  [' 1,33 ', 133],
  ['0,05', 5],
  ['3', 300],
  ['3,01', null],
  ['0', null],
  ['0,00', null],
  ['1,333', null],
  ['полставки', null],
  ['-1', null],
  ['', null],
]
for (const [text, rate] of rates)
  test(`a rate of «${text}» is ${rate} hundredths of a post [R088]`, () => assert.equal(rateOf(text), rate))

test('a rate is written as it is read', () => {
  for (let rate = 1; rate <= 300; rate++) assert.equal(rateOf(rateText(rate)), rate)
})
