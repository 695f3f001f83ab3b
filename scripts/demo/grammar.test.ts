import assert from 'node:assert/strict'
import { test } from 'node:test'
import { patronymicOf, surnameOf, transliterate } from '#scripts/demo/grammar.ts'

const patronymics: [string, string, string][] = [
  ['Александр', 'Александрович', 'Александровна'],
  ['Сергей', 'Сергеевич', 'Сергеевна'],
  ['Алексей', 'Алексеевич', 'Алексеевна'],
  ['Николай', 'Николаевич', 'Николаевна'],
  ['Дмитрий', 'Дмитриевич', 'Дмитриевна'],
  ['Евгений', 'Евгеньевич', 'Евгеньевна'],
  ['Юрий', 'Юрьевич', 'Юрьевна'],
  ['Игорь', 'Игоревич', 'Игоревна'],
  ['Илья', 'Ильич', 'Ильинична'],
  ['Никита', 'Никитич', 'Никитична'],
  ['Лев', 'Львович', 'Львовна'],
  ['Фёдор', 'Фёдорович', 'Фёдоровна'],
  ['Павел', 'Павлович', 'Павловна'],
  ['Михаил', 'Михайлович', 'Михайловна'],
  ['Рустам', 'Рустамович', 'Рустамовна'],
]

test('a patronymic follows the name of the father', () => {
  for (const [father, son, daughter] of patronymics) {
    assert.equal(patronymicOf(father, 'm'), son)
    assert.equal(patronymicOf(father, 'f'), daughter)
  }
})

const surnames: [string, string][] = [
  ['Иванов', 'Иванова'],
  ['Соловьёв', 'Соловьёва'],
  ['Ильин', 'Ильина'],
  ['Покровский', 'Покровская'],
  ['Толстой', 'Толстая'],
  ['Шевченко', 'Шевченко'],
  ['Ким', 'Ким'],
  ['Саркисян', 'Саркисян'],
  ['Хабибуллин', 'Хабибуллина'],
]

test('a woman has the feminine form of the surname', () => {
  for (const [masculine, feminine] of surnames) assert.equal(surnameOf(masculine, 'f'), feminine)
})

test('a login is written in Latin letters', () => {
  assert.equal(transliterate('Соловьёва'), 'soloveva')
  assert.equal(transliterate('Щербаков'), 'shcherbakov')
})
