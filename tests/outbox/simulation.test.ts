import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bugs } from './simBugs.ts'
import { simulate } from './simulation.ts'

const SEEDS = Number(process.env.SEEDS ?? 5000)

test(`nothing typed is lost or overwritten in ${SEEDS} histories of bad networks, dying servers and closed terms`, () => {
  for (let seed = 1; seed <= SEEDS; seed++) assert.deepEqual(simulate(seed).violations, [], `seed ${seed}`)
})

for (const bug of bugs) {
  test(`the checker finds it when ${bug}`, () => {
    const found = Array.from({ length: 50 }, (_, index) => index + 1).find((seed) => simulate(seed, bug).violations.length > 0)
    assert.notEqual(found, undefined)
  })
}

test('one seed is one history', () => assert.deepEqual(simulate(17), simulate(17)))
