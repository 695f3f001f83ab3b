import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Output } from '#domain/operations.ts'
import { refused } from '#tests/refused.ts'
import { importedList, listOf, provedList } from '#tests/samplesOfExchange.ts'
import { newWorld, type World } from '#tests/world.ts'

/** Files that an office wrote, in the ways in which secretaries make them. */
const fileOf = (name: string): Promise<Buffer> => readFile(new URL(`../../tests/fixtures/sheets/${name}`, import.meta.url))

/** The dry run of a file under its own name. */
async function proved(world: World, kind: Kind, name: string): Promise<Output<'exchange.preview'>> {
  const { beside, ...input } = listOf(await fileOf(name), name)
  await world.app.executor.execute(
    'exchange.upload',
    { actor: await world.actor('kiselev'), school: world.school, beside },
    input.uploadId,
    input,
  )
  return world.asks('kiselev', 'exchange.preview', { uploadId: input.uploadId, kind })
}
const saidBy = ({ rows }: Output<'exchange.preview'>) =>
  rows.map(({ title, action, problems, notes }) =>
    [title, action, ...problems.map(({ code, address }) => `${code} ${address}`), ...notes.map(({ code }) => code)].join('; '),
  )

const students = [
  'Иванова Анна Сергеевна; create',
  'Семёнов Лев Олегович; create',
  'Кузнецова Мария Ивановна; create; shouted; excelDate',
  'Ёлкин Пётр Ильич; create; leadingZeros',
  'Орлов Олег Ильич; create',
  'Салтыков-Щедрин Яков Петрович; create',
  'Зуева Вера Павловна; create',
  'Мамедов Али Гусейн оглы; create; dayFirst',
]
const bells = ['1, пн–пт; create', '2, пн–пт; create', '1, пн-пт; create', '2 урок, пн-пт; create', '1, сб; create']
const hidden = [
  'Абрамова Юлия Петровна; create; formula',
  'Бобров Пётр Петрович; create; formula',
  'Ветрова Анна Юрьевна; create; hidden',
  'Громов Иван Юрьевич; create; hidden',
]
const load = [
  'Ветрова Галина Юрьевна — Алгебра — 7А, 7Б; change; newTeacher',
  'Ветрова Галина Юрьевна — Геометрия — 7А, 7Б; create; newSubject',
  'Бобров Илья Петрович — Физика — 7А; create; newTeacher; newSubject',
]
const classSheets = [
  'Агеев Антон Ильич; create',
  'Блинова Ольга Ильинична; create',
  'Волков Егор Ильич; create',
  'Старый Егор Ильич; error; unknownClass 2; hidden',
]
const ofTitle = ['Быстров Игорь Олегович; create; titled', 'Громова Дарья Олеговна; create; titled']

const files: [title: string, kind: Kind, name: string, rows: string[], summaries: string[]][] = [
  ['merged titles and headings, days of every kind, СНИЛС as a number', 'students', 'students.xlsx', students, ['A15', 'A17']],
  ['the same out of LibreOffice', 'students', 'students.ods', students, ['A15', 'A17']],
  ['hidden rows and columns, a filter, formulas, painted to the far corner', 'students', 'hidden.xlsx', hidden, ['A6']],
  ['the same out of LibreOffice', 'students', 'hidden.ods', hidden, ['A6']],
  ['a sheet for each class, one of them hidden, grouped rows', 'students', 'sheets.xlsx', classSheets, []],
  ['the same out of LibreOffice', 'students', 'sheets.ods', classSheets, []],
  ['one class, named by the title alone; a remark beside a cell', 'students', 'class7a.xlsx', ofTitle, ['A6']],
  ['the same out of LibreOffice', 'students', 'class7a.ods', ofTitle, ['A6']],
  ['bells: times as times and as text, «2 урок»', 'bells', 'bells.xlsx', bells, []],
  ['the same out of LibreOffice', 'bells', 'bells.ods', bells, []],
  ['a grid of the load with sums', 'load', 'load.xlsx', load, ['A7']],
  ['the same out of LibreOffice', 'load', 'load.ods', load, ['A7']],
]
for (const [title, kind, name, rows, summaries] of files) {
  test(`a real file is read right: ${title} (${name}) [R071, R091, R100]`, async () => {
    const preview = await proved(await newWorld(), kind, name)
    assert.deepEqual(saidBy(preview), rows)
    assert.deepEqual(
      preview.summaries.map((one) => one.split(' ').at(-1)),
      summaries,
    )
  })
}

test('what came out of LibreOffice is written as what came out of Excel is [R100]', async () => {
  const written = async (name: string) => {
    const world = await newWorld()
    await importedList(world, 'students', await fileOf(name))
    return world.rows<
      Record<string, string>
    >(`select p.surname, p.given_name, p.patronymic, p.sex, p.born_on, p.snils, g.name from person p
      join enrolment e on e.school_id = p.school_id and e.student_id = p.id and e.from_date = '2026-11-20'
      join study_group g on g.school_id = e.school_id and g.id = e.group_id
      where p.school_id = :school and p.born_on is not null order by p.surname`)
  }
  const first = await written('students.xlsx')
  assert.equal(first.length, 8)
  assert.deepEqual(
    first.find((one) => one.surname === 'Кузнецова'),
    {
      surname: 'Кузнецова',
      given_name: 'Мария',
      patronymic: 'Ивановна',
      sex: 'f',
      born_on: '2013-03-12',
      snils: '20030040048',
      name: '7А',
    },
  )
  assert.deepEqual(await written('students.ods'), first)
})

test('a list in windows-1251, merged cells lost: what is missing is named, nothing is guessed [R071]', async () => {
  const rows = saidBy(await proved(await newWorld(), 'students', 'students-1251.csv'))
  assert.deepEqual(rows.slice(2, 4), [
    'Кузнецова Мария Ивановна; error; missing B9; shouted; excelDate',
    'Ёлкин Пётр Ильич; create; dayFirst; leadingZeros',
  ])
})

test('days of an office abroad, month before day, are told by their column [R071]', async () => {
  const world = await newWorld()
  const preview = await proved(world, 'students', 'american.csv')
  assert.deepEqual(preview.counts, { create: 39, change: 0, same: 0, error: 0 })
  assert.deepEqual(new Set(preview.rows.flatMap(({ notes }) => notes.map(({ code }) => code))), new Set(['monthFirst']))
  await importedList(world, 'students', await fileOf('american.csv'))
  const [born] = await world.rows(`select min(born_on) as first, max(born_on) as last, count(*)::int as n from person
    where school_id = :school and born_on is not null`)
  assert.deepEqual(born, { first: '2013-01-09', last: '2013-12-24', n: 39 })
})

test('sheets in which the list was not found are named', async () => {
  const preview = await proved(await newWorld(), 'students', 'sheets.ods')
  assert.deepEqual([preview.sheets.map(({ name }) => name), preview.unread], [['7А класс', '7Б', '6А'], ['Телефоны']])
})

test('a list is of the class that its file is called after, when nothing in it names another', async () => {
  const world = await newWorld()
  const list = Buffer.from('ФИО;Дата рождения\nОрлов Олег Ильич;01.02.2013')
  const { beside, ...input } = listOf(list, '7 «А».csv')
  const caller = { actor: await world.actor('kiselev'), school: world.school, beside }
  await world.app.executor.execute('exchange.upload', caller, input.uploadId, input)
  const { rows, missing } = await world.asks('kiselev', 'exchange.preview', { uploadId: input.uploadId, kind: 'students' })
  assert.deepEqual([missing, rows[0]!.notes.map(({ code, value }) => [code, value])], [[], [['titled', '7А']]])
  assert.deepEqual((await provedList(world, 'students', list)).missing, ['class'])
})

const titles: [title: string, over: string, expected: string][] = [
  ['in two cells', 'Класс:;7Б\n;', '7Б'],
  ['by itself', '7 «Б»', '7Б'],
  ['in a sentence', 'Учащиеся 7-Б класса, кл. рук. Соколова Е. В.', '7Б'],
  ['of two classes, so of none', 'Список 7А класса и 7Б класса', ''],
  ['of no class', 'Список на 01.09.2026', ''],
]
for (const [title, over, expected] of titles) {
  test(`a title that names the class: ${title}`, async () => {
    const { rows } = await provedList(await newWorld(), 'students', `${over}\nФИО;Пол\nОрлов Олег Ильич;м`)
    assert.equal(rows[0]?.notes.find(({ code }) => code === 'titled')?.value ?? '', expected)
  })
}

test('who signs a list is left out; in a list of positions a director is no signature', async () => {
  const world = await newWorld()
  const list = 'Должность;ФИО\nДиректор;Белов Антон Антонович\nСекретарь;Зуева Вера Павловна\nИтого;2'
  const { rows, summaries } = await provedList(world, 'staff', list)
  assert.deepEqual([rows.map(({ title }) => title), summaries], [['Белов Антон Антонович', 'Зуева Вера Павловна'], ['A4']])
  const rooms = await provedList(world, 'rooms', 'Кабинет;Мест\nДиректорская;5\nДиректор;Белов А. А.')
  assert.deepEqual([rooms.rows.map(({ title }) => title), rooms.summaries], [['Директорская'], ['A3']])
})

test('an old file of Excel is refused with what to do', async () => {
  await refused('exchange.oldExcel', proved(await newWorld(), 'bells', 'bells.xls'))
})
