import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Check } from 'typebox/value'
import { JsonListsSchema } from '#domain/exchange/json.ts'
import { kinds } from '#domain/exchange/kinds.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { emptySchool } from '#tests/emptySchool.ts'
import { refused } from '#tests/refused.ts'
import { importedList, provedList, uploadedList } from '#tests/samplesOfExchange.ts'
import { newWorld } from '#tests/world.ts'
import { readFile } from './readFile.ts'

test('all lists of a school come out as one JSON, of the form that is described, and are found the same [R100]', async () => {
  const world = await newWorld()
  await world.amends(`insert into room (school_id, name, capacity) values (:school, '=305', 30)`)
  const made = await world.does('morozov', 'exchange.exportJson', { kinds: [] })
  assert.ok(Check(JsonListsSchema, made))
  assert.deepEqual(
    made.manifest.map(({ kind }) => kind),
    [...kinds],
  )
  const bytes = JSON.stringify(made, null, 2)
  for (const { kind, rows } of made.manifest) {
    assert.equal(made.lists[kind]!.length, rows, kind)
    if (rows === 0) continue
    const proved = await provedList(world, kind, bytes)
    const others = proved.rows.filter(({ action }) => action !== 'same')
    assert.deepEqual([others, proved.rows.length, proved.unread], [[], rows, []], kind)
  }
})

test('one list in JSON; hours are numbers, days are ISO, what is not said is null [R100]', async () => {
  const world = await newWorld()
  await world.amends(`update person set born_on = '2013-03-12' where school_id = :school and id = $1`, [world.who.petya])
  const { lists, manifest } = await world.does('kiselev', 'exchange.exportJson', { kinds: ['students'] })
  assert.deepEqual(Object.keys(lists), ['students'])
  assert.equal(manifest.length, 1)
  const petya = lists.students!.find(({ name }) => name === 'Петров Пётр Сергеевич')!
  assert.deepEqual([petya.class, petya.bornOn, petya.snils], ['7А', '2013-03-12', null])
})

test('a school set up from the JSON of another is the same school [R100]', async () => {
  const [from, to] = [await newWorld(), await emptySchool()]
  const made = await from.does('kiselev', 'exchange.exportJson', { kinds: ['classes', 'students', 'guardians', 'subjects'] })
  for (const kind of ['classes', 'students', 'guardians', 'subjects'] as const)
    if (made.lists[kind]!.length > 0) await importedList(to, kind, JSON.stringify(made))
  const taken = await to.does('kiselev', 'exchange.exportJson', { kinds: ['students', 'subjects'] })
  const names = (rows: typeof made.lists.students) => rows!.map((row) => `${row.class} ${row.name}`).sort()
  assert.deepEqual(names(taken.lists.students), names(made.lists.students))
  assert.equal(taken.lists.subjects!.length, made.lists.subjects!.length)
})

test('the history keeps who took which lists out, and not what was in them', async () => {
  const world = await newWorld()
  await world.does('morozov', 'exchange.exportJson', { kinds: ['guardians'] })
  const [operation] = await world.rows<{ actor_id: string; input: object; output: object }>(
    `select actor_id, input, output from operation where school_id = :school and name = 'exchange.exportJson'`,
  )
  assert.equal(operation!.actor_id, world.who.morozov)
  assert.deepEqual(operation!.input, { kinds: ['guardians'] })
  assert.ok(!('lists' in operation!.output))
})

const file = (lists: unknown, rest: object = {}) => JSON.stringify({ format: 'zvonok.lists', version: 1, lists, ...rest })
const wrong: [title: string, text: string, code: string][] = [
  ['of something else', '{"people":[]}', 'exchange.notSheet'],
  ['of a later version', file({}, { version: 2 }), 'exchange.notSheet'],
  ['that breaks off', '{"format":"zvonok.lists"', 'exchange.broken'],
  ['nested a hundred thousand deep', '{"a":'.repeat(100_000), 'exchange.broken'],
  ['with rows that are none', file({ rooms: ['305'] }), 'exchange.broken'],
  ['with nothing in it', file({ rooms: [] }), 'exchange.empty'],
  ['of 10,000 rooms', file({ rooms: Array.from({ length: 10_000 }, (_, i) => ({ name: String(i) })) }), 'exchange.tooManyRows'],
]
for (const [title, text, code] of wrong) {
  test(`JSON ${title} is refused as ${code} [security T8]`, async () => {
    await assert.rejects(readFile(Buffer.from(text)), (error: unknown) => error instanceof Refusal && error.code === code)
  })
}

test('names that every object has are no fields, and cells are cut like all others', async () => {
  const text = `{"format":"zvonok.lists","version":1,"lists":{"__proto__":[{"name":"а"}],"rooms":[{"name":"${'а'.repeat(5_000)}","__proto__":{"capacity":5},"constructor":"б"}]}}`
  const sheets = await readFile(Buffer.from(text))
  assert.deepEqual(
    sheets.map(({ kind, rows }) => [kind, rows]),
    [['rooms', [['Кабинет'], ['а'.repeat(2_000)]]]],
  )
})

test('JSON of one list is none of another', async () => {
  const world = await newWorld()
  const uploadId = await uploadedList(world, file({ rooms: [{ name: '305' }] }))
  const { rows, missing } = await world.asks('kiselev', 'exchange.preview', { uploadId, kind: 'students' })
  assert.deepEqual([rows, missing], [[], []])
  await refused('exchange.notSheet', uploadedList(world, '{}'))
})
