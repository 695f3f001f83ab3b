import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Identity, nameKey, type Similarity, similarityOf } from '#domain/people/similar.ts'

const keys: [string, string][] = [
  ['Семёнов', 'семенов'],
  ['  ИВАНОВА   Анна ', 'иванова анна'],
  ['Петрова-Водкина', 'петрова водкина'],
  ['Петрова – Водкина', 'петрова водкина'],
  ['Петрова\u00a0Водкина', 'петрова водкина'],
  ['Кoтова', 'котова'], // the second letter is Latin
]
for (const [name, key] of keys) test(`«${name}» is compared as «${key}» [R091]`, () => assert.equal(nameKey(name), key))

const anna: Identity = {
  surname: 'Семёнова',
  givenName: 'Анна',
  patronymic: 'Петровна',
  bornOn: '2013-05-17',
  snils: '11223344595',
}
const cases: [string, Partial<Identity>, Partial<Identity>, Similarity | null][] = [
  ['the same in every way', {}, {}, 'certain'],
  ['«е» for «ё», and capitals', { snils: null }, { surname: 'СЕМЕНОВА', snils: null }, 'certain'],
  ['another surname under one СНИЛС', {}, { surname: 'Котова', patronymic: '' }, 'certain'],
  ['no birth date on one side', { snils: null }, { bornOn: null }, 'likely'],
  ['no patronymic on one side', { snils: null }, { patronymic: '', snils: null }, 'likely'],
  ['two different СНИЛС', {}, { snils: '08765430300' }, 'likely'],
  ['another birth date', { snils: null }, { bornOn: '2014-05-17' }, null],
  ['another patronymic', { snils: null }, { patronymic: 'Ивановна' }, null],
  ['another given name', { snils: null }, { givenName: 'Алла' }, null],
]
for (const [title, a, b, expected] of cases) {
  test(`${title}: ${expected ?? 'two people'} [R034, R091]`, () => {
    assert.equal(similarityOf({ ...anna, ...a }, { ...anna, ...b }), expected)
    assert.equal(similarityOf({ ...anna, ...b }, { ...anna, ...a }), expected, 'whichever is looked at first')
  })
}

test('comparing a compared name changes nothing', () => {
  fc.assert(fc.property(fc.string(), (name) => assert.equal(nameKey(nameKey(name)), nameKey(name))))
})
