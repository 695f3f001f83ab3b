import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, emptyDraft, isComplete, personOf, sexBy, snilsProblem } from './personDraft.ts'

const cases: [string, string][] = [
  ['Петровна', 'f'],
  ['Ильинична', 'f'],
  ['Рустам кызы', 'f'],
  ['Петрович', 'm'],
  ['Ильич', 'm'],
  ['Рустам оглы', 'm'],
  ['', ''],
]
for (const [patronymic, sex] of cases)
  test(`the patronymic «${patronymic}» tells the sex: «${sex}»`, () => assert.equal(sexBy(patronymic), sex))

test('a card is sent as it was read', () => {
  const person = {
    surname: 'Петров',
    givenName: 'Пётр',
    patronymic: '',
    sex: 'm',
    bornOn: null,
    snils: null,
    foreignLanguages: '',
  } as const
  assert.deepEqual(personOf(draftOf(person)), person)
  assert.equal(isComplete(draftOf(person)), true)
  assert.equal(isComplete(emptyDraft), false)
})

test('a wrong СНИЛС is told of when all of it is typed [R091]', () => {
  assert.equal(snilsProblem('112-233-445'), null)
  assert.equal(snilsProblem('112-233-445 95'), null)
  assert.notEqual(snilsProblem('112-233-445 96'), null)
})
