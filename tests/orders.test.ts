import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Input, QueryName } from '#domain/operations.ts'
import { codeOf, sources } from './sources.ts'
import { newWorld, type PersonKey, type World } from './world.ts'

/** Orders that end with no id, because what they go by is there once. */
const once: Record<string, string> = {
  'server/access/urgentCard.ts: l.number, s.name, called, a.code': 'what no two rows differ in is one row',
  'server/audit/leaves.ts: number': 'seals have numbers',
  'server/audit/queries.ts: number': 'seals have numbers',
  'server/audit/seal.ts: number desc': 'seals have numbers',
  'server/audit/seal.ts: idx': 'leaves have numbers',
  'server/audit/tables.ts: c.relname collate "C"': 'a table has one name',
  'server/audit/takeIn.ts: idx': 'leaves have numbers',
  'server/people/classData.ts: d.month desc': 'a class is checked once a month',
  'server/processing/register.ts: purpose': 'a purpose has one note',
  'server/processing/register.ts: measure': 'a measure is ticked once',
  'server/school/queries.ts: s.key': 'a rule has one value',
}
/** The order with which a statement ends: no bracket closes behind it. */
const lastOrder = /order by ([^`\n]*?)(?: limit (?:\$\{\w+\}|\d+))?`/g
const isWhole = (by: string): boolean => by.split('(').length === by.split(')').length && !by.includes('order by')

test('every list that is read ends its order with what no two rows share', () => {
  const open = sources(['server/**/*.ts'])
    .filter((file) => !file.startsWith('server/platform/'))
    .flatMap((file) =>
      [...codeOf(file).matchAll(lastOrder)].flatMap(([, by]) =>
        !isWhole(by!) || /\bid\b|_id\b|Id"|\b\d$/.test(by!) ? [] : [`${file}: ${by}`],
      ),
    )
  assert.deepEqual(open, Object.keys(once))
})

/** Namesakes, letters that bytes would put elsewhere, and a class of them, with parents and the parents' work in the school. */
async function namesakes(world: World): Promise<void> {
  await world.amends(
    `with made as (
      insert into person (school_id, surname, given_name, patronymic, sex)
      select :school, s.surname, 'Анна', 'Олеговна', 'f' from unnest(array['Яшина', 'Ёлкина', 'Ежова', 'Жукова', 'ежова']) s (surname), generate_series(1, 6)
      returning id
    ), stays as (
      insert into enrolment (school_id, group_id, student_id, from_date) select :school, $1, id, '2026-09-01' from made
    ), posts as (
      insert into staff (school_id, person_id, position, from_date) select :school, id, 'учитель', '2026-09-01' from made
    )
    insert into role_grant (school_id, person_id, role, from_date) select :school, id, 'deputyHead', '2026-09-01' from made`,
    [world.groups.seventhB],
  )
}

/** The same rows in other places of their tables: the database hands them out in another order when nobody says which. */
const shuffled = (world: World) =>
  Promise.all(
    ['person', 'enrolment', 'staff', 'role_grant', 'study_group', 'account', 'course'].map((table) =>
      world.amends(`with moved as (select id from ${table} where school_id = :school order by md5(id::text || 'x'))
        update ${table} t set id = t.id from moved m where t.school_id = :school and t.id = m.id and md5(t.id::text) < '8'`),
    ),
  )

const lists = [
  ['kiselev', 'access.candidates', {}],
  ['kiselev', 'access.accounts', {}],
  ['kiselev', 'access.roles', {}],
  ['kiselev', 'people.list', { kind: 'student' }],
  ['kiselev', 'people.list', { kind: 'staff' }],
  ['belova', 'classes.overview', {}],
  ['belova', 'curriculum.load', {}],
  ['belova', 'attendance.absentees', { date: '2026-11-20' }],
] as const satisfies [PersonKey, QueryName, object][]

test('lists stand in one order however the rows lie in the database: by the alphabet, namesakes by who they are [R091]', async () => {
  const world = await newWorld()
  await namesakes(world)
  const read = () => Promise.all(lists.map(([by, name, input]) => world.asks(by, name, input as Input<typeof name>)))
  const before = await read()
  await shuffled(world)
  const after = await read()
  for (const [i, [, name]] of lists.entries()) assert.deepEqual(after[i], before[i], name)
})

test('those who get an access stand by the Russian alphabet, «Ё» after «Е», then by name and id [R038]', async () => {
  const world = await newWorld()
  await namesakes(world)
  const { people } = await world.asks('kiselev', 'access.candidates', {})
  const shown = people.filter(({ name }) => name.endsWith('Анна Олеговна'))
  assert.deepEqual([...new Set(shown.map(({ name }) => name.split(' ')[0]))], ['ежова', 'Ежова', 'Ёлкина', 'Жукова', 'Яшина'])
  const collator = new Intl.Collator('ru')
  assert.deepEqual(
    people,
    people.toSorted((a, b) => collator.compare(a.name, b.name) || (a.personId < b.personId ? -1 : 1)),
  )
})
