import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foundAtDoor, type Marked, tapped, withMarks } from './presence.ts'

const person = (personId: string, name: string, detail = ''): Marked => ({ personId, name, detail, presence: null })
const people = [
  person('1', 'Ёлкина Мария Ивановна', 'учитель'),
  person('2', 'Петрова-Водкина Анна', '7А'),
  person('3', 'Петров Иван', '7Б'),
]

test('one tap marks who came, another takes the mark back; who was absent may come late [R015]', () => {
  assert.deepEqual([tapped(null), tapped('present'), tapped('absent')], ['present', null, 'present'])
})

const searches: [string, string[]][] = [
  ['', ['1', '2', '3']],
  ['елк', ['1']],
  ['петр', ['2', '3']],
  ['водк', ['2']],
  ['петр 7б', ['3']],
  ['ван', []],
]
for (const [search, found] of searches) {
  test(`at the door «${search}» finds ${found.length} of three [R015]`, () =>
    assert.deepEqual(
      foundAtDoor(people, search).map(({ personId }) => personId),
      found,
    ))
}

test('a mark on its way is shown before the server has answered [R015]', () => {
  assert.deepEqual(
    withMarks(people, new Map([['2', 'present']])).map(({ presence }) => presence),
    [null, 'present', null],
  )
})
