import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sectionKeys } from '#domain/readiness/rules.ts'
import { firstStepsOf } from './firstSteps.ts'

const sections = (done: Partial<Record<(typeof sectionKeys)[number], [number, number]>>) =>
  sectionKeys.map((key) => ({ key, done: done[key]?.[0] ?? 0, total: done[key]?.[1] ?? 1, missing: [] }))

test('a step is as done as its least done section', () => {
  const steps = firstStepsOf(sections({ card: [5, 5], terms: [11, 11], vacations: [3, 3], bells: [10, 20], classes: [20, 20] }))
  const percent = Object.fromEntries(steps.map((step) => [step.key, step.percent]))
  assert.deepEqual([percent.card, percent.year, percent.classes, percent.load], [100, 50, 0, 0])
})
