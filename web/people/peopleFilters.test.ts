import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressOf, classesIn, type Listed, matching, type Shown, shownOf } from './peopleFilters.ts'

const nobody: Listed = {
  personId: '', name: '', bornOn: '2013-05-17', classId: 'a', className: '7А', departedOn: null, guardians: 2, informed: 2,
  children: '', positions: '', category: '', account: 'open',
} // biome-ignore format: one glance
const people: Listed[] = [
  { ...nobody, name: 'Абрамова', className: '10А', classId: 'x' },
  { ...nobody, name: 'Белов', departedOn: '2026-11-10' },
  { ...nobody, name: 'Волков', account: 'none', bornOn: null },
  { ...nobody, name: 'Гусева', guardians: 0, informed: 0 },
  { ...nobody, name: 'Дроздов', informed: 0 },
]
const names = (part: Partial<Shown>) =>
  matching(people, { kind: 'student', filter: 'current', classId: '', ...part }).map(({ name }) => name)

test('the list of people is reopened by its address', () => {
  const shown: Shown = { kind: 'student', filter: 'noGuardian', classId: 'a' }
  assert.deepEqual(shownOf(addressOf(shown).split('?')[1] ?? ''), shown)
  assert.equal(addressOf({ kind: 'student', filter: 'current', classId: '' }), '/school/people')
})

test('an address that makes no sense shows students of today', () => {
  assert.deepEqual(shownOf('kind=parrot&show=everything'), { kind: 'student', filter: 'current', classId: '' })
  assert.deepEqual(shownOf('kind=staff&show=noGuardian&class=a'), { kind: 'staff', filter: 'current', classId: '' })
})

const cases: [Partial<Shown>, string[]][] = [
  [{}, ['Абрамова', 'Волков', 'Гусева', 'Дроздов']],
  [{ filter: 'departed' }, ['Белов']],
  [{ filter: 'noAccount' }, ['Волков']],
  [{ filter: 'noGuardian' }, ['Гусева']],
  [{ filter: 'uninformed' }, ['Гусева', 'Дроздов']],
  [{ filter: 'noBirthDate' }, ['Волков']],
  [{ classId: 'x' }, ['Абрамова']],
]
for (const [shown, expected] of cases) {
  test(`people shown for ${JSON.stringify(shown)}: ${expected.join(', ')}`, () => assert.deepEqual(names(shown), expected))
}

test('classes to choose from come in the order of grades', () => {
  assert.deepEqual(
    classesIn(people).map(({ label }) => label),
    ['7А', '10А'],
  )
})
