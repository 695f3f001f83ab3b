import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimal, roundHalfUp } from '#domain/platform/numbers.ts'

const rounded: [number, number, number][] = [
  [4.5, 0, 5],
  [3.5, 0, 4],
  [4.49, 0, 4],
  [2.675, 2, 2.68], // binary floats alone would say 2.67
  [1.005, 2, 1.01],
  [4.125, 2, 4.13],
  [14 / 3, 2, 4.67],
  [10 / 3, 2, 3.33],
  [-1.5, 0, -2],
  [0, 2, 0],
  [1e-7, 2, 0],
]
for (const [value, digits, expected] of rounded) {
  test(`${value} to ${digits} digits is ${expected}`, () => assert.equal(roundHalfUp(value, digits), expected))
}

test('a quotient of whole numbers is rounded as on paper: exactly, half up', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 1, max: 10_000 }), (sum, weights) => {
      const onPaper = Number((BigInt(sum) * 200n + BigInt(weights)) / (BigInt(weights) * 2n)) / 100
      assert.equal(roundHalfUp(sum / weights, 2), onPaper)
    }),
    { numRuns: 2_000 },
  )
})

test('numbers are written with a comma and two digits', () => {
  assert.equal(decimal(4.5), '4,50')
  assert.equal(decimal(4.666, 1), '4,7')
})
