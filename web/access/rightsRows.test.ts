import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capabilityNames, categories, defaultOf, holdsCapability } from '#domain/access/capabilities.ts'
import { isChanged, othersOf, placeAfter, type Rights, rowsByGroup } from './rightsRows.ts'

const rightsWith = (choices: Record<string, boolean>): Rights => ({
  categories: categories.map((category) => ({ category, people: 1 })),
  cells: capabilityNames.flatMap((capability) =>
    categories.map((category) => ({
      capability,
      category,
      has: holdsCapability(choices, capability, category),
      byDefault: defaultOf(capability, category),
      orderNumber: '',
      orderDate: null,
    })),
  ),
  history: [],
  roles: [],
})

test('a right is found by words in any order, «ё» as «е» [R042]', () => {
  const found = (search: string) =>
    rowsByGroup(rightsWith({}), search, false).flatMap(({ rows }) => rows.map(({ capability }) => capability))
  assert.deepEqual(found('новых карточки'), ['people.create'])
  assert.deepEqual(found('ЗАЧИСЛЯТЬ'), ['movement.keep'])
  assert.deepEqual(found('нет такого'), [])
  assert.equal(found('').length, capabilityNames.length)
})

test('what differs from the usual is told apart from what is as usual [R042]', () => {
  const rights = rightsWith({ 'people.create deputyHead': true, 'movement.keep administrator': true })
  assert.deepEqual(
    rights.cells.filter(isChanged).map(({ capability, category }) => `${capability} ${category}`),
    ['people.create deputyHead'],
  )
  const shown = rowsByGroup(rights, '', true).flatMap(({ rows }) => rows.map(({ capability }) => capability))
  assert.deepEqual(shown, ['people.create'])
})

test('who else may do it is said before it is taken away [R042]', () => {
  assert.deepEqual(othersOf(rightsWith({}), 'movement.keep', 'administrator'), ['deputyHead'])
  assert.deepEqual(othersOf(rightsWith({ 'movement.keep deputyHead': false }), 'movement.keep', 'administrator'), [])
})

const moves: [string, [number, number], [number, number] | null][] = [
  ['ArrowDown', [0, 0], [1, 0]],
  ['ArrowUp', [0, 3], [0, 3]],
  ['ArrowRight', [2, 5], [2, 5]],
  ['ArrowLeft', [2, 5], [2, 4]],
  ['Home', [2, 5], [2, 0]],
  ['End', [2, 0], [2, 5]],
  ['a', [0, 0], null],
]
for (const [key, from, to] of moves) {
  test(`${key} from ${from.join(':')} goes to ${to ? to.join(':') : 'no cell'}`, () =>
    assert.deepEqual(placeAfter(key, from, 3, 6), to))
}
