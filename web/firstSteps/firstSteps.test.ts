import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sectionKeys } from '#domain/readiness/rules.ts'
import { firstStepsOf, nextOf, wayOf } from './firstSteps.ts'

type Done = Partial<Record<(typeof sectionKeys)[number], [number, number]>>
const board = (done: Done, open: boolean | null = true) => ({
  sections: sectionKeys.map((key) => ({ key, done: done[key]?.[0] ?? 0, total: done[key]?.[1] ?? 1, missing: [] })),
  year: open === null ? null : { name: '2026/27', from: '2026-09-01' as never, to: '2027-05-26' as never, open },
})
const percent = (done: Done, open?: boolean | null) =>
  Object.fromEntries(firstStepsOf(board(done, open)).map((step) => [step.key, step.percent]))

test('a step is as done as its least done section', () => {
  const { card, classes, load } = percent({ card: [5, 5], classes: [20, 20], homeroom: [10, 20] })
  assert.deepEqual([card, classes, load], [100, 50, 0])
})

test('the year is done when it is open, until classes come for which it has no bells', () => {
  assert.equal(percent({ classes: [9, 9], terms: [9, 9], bells: [6, 9] }).year, 66)
  assert.equal(percent({ classes: [9, 9], terms: [9, 9], bells: [9, 9] }).year, 100)
  assert.deepEqual(
    [null, false, true].map((open) => percent({}, open).year),
    [0, 50, 100],
  )
})

test('the account of the administrator alone does not make the access ready', () => {
  assert.equal(percent({ accounts: [1, 1] }).accounts, 0)
  assert.equal(percent({ accounts: [1, 1], students: [9, 9], staff: [3, 3] }).accounts, 100)
})

test('parents may come later: nobody is held up by them, and they are named when nothing else is left', () => {
  const all: Done = Object.fromEntries(sectionKeys.map((key) => [key, [1, 1]]))
  const without = { ...all, guardians: [0, 9], accounts: [1, 9] } satisfies Done
  assert.equal(nextOf(firstStepsOf(board(without)))?.key, 'accounts')
  assert.equal(nextOf(firstStepsOf(board({ ...without, accounts: [9, 9] })))?.key, 'guardians')
  assert.equal(nextOf(firstStepsOf(board(all))), undefined)
})

const ways: [step: string, location: string, here: boolean, href: string | null][] = [
  ['students', '/school/classes', false, '/school/import/students'],
  ['students', '/school/people', true, '/school/import/students'],
  ['students', '/school/people/0192', true, '/school/import/students'],
  ['students', '/school/import/students', true, '/school/people'],
  ['students', '/school/import/load', false, '/school/import/students'],
  ['year', '/school/year/0192', true, null],
  ['year', '/school/years', false, '/school/year'],
  ['accounts', '/accounts/register', false, '/accounts/issue'],
  ['accounts', '/accounts/issue', true, null],
]
for (const [key, location, here, href] of ways) {
  test(`the way to the step «${key}» from ${location} ${here ? 'is here' : 'leads on'}`, () => {
    const step = firstStepsOf(board({})).find((one) => one.key === key)!
    assert.deepEqual(wayOf(step, location), { here, href })
  })
}
