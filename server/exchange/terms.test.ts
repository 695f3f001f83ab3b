import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termOf } from '#domain/exchange/learning.ts'
import { refused } from '#tests/refused.ts'
import { importedList, provedList } from '#tests/samplesOfExchange.ts'
import { newWorld, type World } from '#tests/world.ts'

const names: [string, string][] = [
  ['1 четверть', 'quarter 1'],
  ['I четверть', 'quarter 1'],
  ['4-я четверть', 'quarter 4'],
  ['третья четверть', 'quarter 3'],
  ['Четверть 2', 'quarter 2'],
  ['2 триместр', 'trimester 2'],
  ['II полугодие', 'halfYear 2'],
  ['первое полугодие', 'halfYear 1'],
  ['модуль № 5', 'module 5'],
  ['Учебный год', 'year 1'],
  ['осень', '! notTerm'],
  ['четверть', '! notTerm'],
  ['13 модуль', '! notTerm'],
]
for (const [text, expected] of names) {
  test(`«${text}» as a period`, () => {
    const read = termOf(text)
    assert.equal('problem' in read ? `! ${read.problem}` : `${read.value.kind} ${read.value.number}`, expected)
  })
}

const list = (...rows: string[]) => ['Период;С;По;Классы', ...rows].join('\n')
const said = async (world: World, ...rows: string[]) =>
  (await provedList(world, 'terms', list(...rows))).rows.map(({ title, action, changes, problems, notes }) =>
    [
      title.split(',')[0],
      action,
      ...changes.map(({ field, becomes }) => `${field} ${becomes}`),
      ...[...problems, ...notes].map(({ code, value }) => `${code} ${value}`),
    ].join('; '),
  )
const termsOf = (world: World): Promise<object[]> =>
  world.rows(`select name, from_grade, to_grade, from_date, to_date from term where school_id = :school and school_year_id is not null
    order by from_grade, from_date`)

test('periods: new ones, those that move, those that stand; taken back, they are as before [S0 3.1, R100]', async () => {
  const world = await newWorld()
  const before = await termsOf(world)
  const rows = [
    '1 четверть;01.09.2026;23.10.2026;', // closed, and stands so
    '2 четверть;02.11.2026;29.12.2026;1-9',
    '3 четверть;11.01.2027;26.03.2027;1-9',
    '1 полугодие;01.09.2026;29.12.2026;10–11',
    '2 полугодие;11.01.2027;26.05.2027;10–11',
  ]
  assert.deepEqual(await said(world, ...rows), [
    '1 четверть; same',
    '2 четверть; change; to 29.12.2026',
    '3 четверть; create',
    '1 полугодие; create',
    '2 полугодие; create',
  ])
  const { importId } = await importedList(world, 'terms', list(...rows))
  const after = await termsOf(world)
  assert.deepEqual(
    after.map((one) => Object.values(one).join(' ')),
    [
      '1 четверть 1 9 2026-09-01 2026-10-23',
      '2 четверть 1 9 2026-11-02 2026-12-29',
      '3 четверть 1 9 2027-01-11 2027-03-26',
      '1 полугодие 10 11 2026-09-01 2026-12-29',
      '2 полугодие 10 11 2027-01-11 2027-05-26',
    ],
  )
  assert.ok((await said(world, ...rows)).every((one) => one.endsWith('same')))
  await world.does('kiselev', 'exchange.undo', { importId })
  assert.deepEqual(await termsOf(world), before)
})

const wrong: [title: string, row: string, expected: string][] = [
  ['a closed period that moves', '1 четверть;01.09.2026;22.10.2026;', '1 четверть; error; termLocked 1 четверть'],
  ['a period that meets another', '1 триместр;01.09.2026;20.11.2026;', '1 триместр; error; termsOverlap 1 четверть, 1–9 классы'],
  ['a number out of order', '4 четверть;11.01.2027;26.03.2027;1–9', '4 четверть; error; termNumbers 4 четверть'],
  ['days outside the year', '2 полугодие;11.01.2027;30.09.2027;10–11', '2 полугодие; error; outsideYear'],
  ['a last day before the first', '2 полугодие;11.01.2027;11.01.2026;10–11', '2 полугодие; error; dates 11.01.2026'],
  ['no day', '2 полугодие;;30.05.2027;10–11', '2 полугодие; error; missing '],
  ['no period', 'осень;01.09.2026;30.09.2026;', 'осень; error; notTerm осень'],
]
for (const [title, row, expected] of wrong) {
  test(`${title} is an error with its cell, and the others stand [R071]`, async () => {
    const [one, other] = await said(await newWorld(), row, '2 четверть;02.11.2026;29.12.2026;1–9')
    assert.match(one!, new RegExp(`^${expected}`))
    assert.equal(other, '2 четверть; change; to 29.12.2026')
  })
}

test('a period named twice is an error', async () => {
  const rows = await said(await newWorld(), '3 четверть;11.01.2027;26.03.2027;1–9', '3-я четверть;11.01.2027;20.03.2027;1–9')
  assert.deepEqual(rows, ['3 четверть; create', '3 четверть; error; twice 2'])
})

test('lessons that were held keep their period: one that would leave them is an error, one that takes them says so [S4 Р10a]', async () => {
  const world = await newWorld()
  await world.amends(`update lesson set date = '2026-11-18', topic = 'Дроби' where school_id = :school and id = $1`, [
    world.lesson(world.courses.algebraA).id,
  ])
  const [lost] = await said(world, `2 четверть;02.11.2026;17.11.2026;1–9`)
  assert.match(lost!, /error; lessonsLost \d+/)
  const rows = await said(world, `2 четверть;02.11.2026;17.11.2026;1–9`, `3 четверть;18.11.2026;26.03.2027;1–9`)
  assert.equal(rows[0]!.split('; ')[1], 'change', rows.join('\n'))
  assert.match(rows[1]!, /create; lessonsMove \d+/)
})

test('an import of periods is not taken back when lessons were held in them since', async () => {
  const world = await newWorld()
  const { importId } = await importedList(world, 'terms', list('3 четверть;11.01.2027;26.03.2027;1–9'))
  await world.amends(`update lesson set date = '2027-01-12', topic = 'Дроби' where school_id = :school and id = $1`, [
    world.lesson(world.courses.algebraA).id,
  ])
  await refused('exchange.inUse', world.does('kiselev', 'exchange.undo', { importId }))
})
