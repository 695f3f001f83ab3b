import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressedName, fullName, initials, listName, shortName } from '#domain/people/names.ts'

const maria = { surname: 'Иванова', givenName: 'Мария', patronymic: 'Петровна' }
const yun = { surname: 'Ли', givenName: 'Юн', patronymic: '' }

const cases: [string, string, string][] = [
  ['list', listName(maria), 'Иванова Мария'],
  ['short', shortName(maria), 'Иванова М. П.'],
  ['addressed', addressedName(maria), 'Мария Петровна'],
  ['full', fullName(maria), 'Иванова Мария Петровна'],
  ['initials', initials(maria), 'ИМ'],
  ['list, without a patronymic', listName(yun), 'Ли Юн'],
  ['short, without a patronymic', shortName(yun), 'Ли Ю.'],
  ['addressed, without a patronymic', addressedName(yun), 'Юн'],
  ['full, without a patronymic', fullName(yun), 'Ли Юн'],
]
for (const [title, name, expected] of cases) {
  test(`a name ${title}: «${expected}»`, () => assert.equal(name, expected))
}
