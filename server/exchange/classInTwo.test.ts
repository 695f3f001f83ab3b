import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import type { Kind } from '#domain/exchange/kinds.ts'
import type { Output } from '#domain/operations.ts'
import { importedList, provedList } from '#tests/samplesOfExchange.ts'
import { newWorld } from '#tests/world.ts'

type Row = (string | number)[]
const workbook = async (rows: Row[]): Promise<Buffer> => Buffer.from(await writeXlsx({ sheets: [{ name: 'Выгрузка', rows }] }))
const saidBy = ({ rows }: Output<'exchange.preview'>) =>
  rows.map(({ title, action, problems }) =>
    [title, action, ...problems.map(({ code, address, value }) => `${code} ${address} ${value}`)].join('; '),
  )

const lists: [title: string, kind: Kind, rows: Row[], expected: string[]][] = [
  [
    'students by «Параллель» and «Литера»',
    'students',
    [
      ['№', 'Параллель', 'Литера', 'Фамилия', 'Имя', 'Отчество', 'Пол'],
      [1, 7, 'А', 'Орлов', 'Олег', 'Ильич', 'м'],
      [2, 7, 'б', 'Егорова', 'Елена', 'Павловна', 'ж'],
    ],
    ['Орлов Олег Ильич; create', 'Егорова Елена Павловна; same'],
  ],
  [
    'students by «Класс» and «Буква», under a title',
    'students',
    [
      ['Контингент обучающихся на 20.11.2026'],
      ['Класс', 'Буква', 'ФИО обучающегося'],
      [7, 'А', 'Орлов Олег Ильич'],
      [7, 'Б', 'Егорова Елена Павловна'],
    ],
    ['Орлов Олег Ильич; create', 'Егорова Елена Павловна; same'],
  ],
  [
    'students by «Параллель» beside a whole «Класс»',
    'students',
    [
      ['Параллель', 'Класс', 'ФИО'],
      [7, '7Б', 'Егорова Елена Павловна'],
      [8, '7Б', 'Орлов Олег Ильич'],
    ],
    ['Егорова Елена Павловна; same', 'Орлов Олег Ильич; error; notClass B3 8 7Б'],
  ],
  [
    'guardians’ children',
    'guardians',
    [
      ['Ребенок', 'Параллель', 'Литера', 'Родитель', 'Степень родства'],
      ['Егорова Елена Павловна', 7, 'Б', 'Егорова Инна Олеговна', 'мать'],
      ['Егорова Елена Павловна', 7, 'А', 'Егоров Павел Ильич', 'отец'],
    ],
    [
      'Егорова Инна Олеговна — Егорова Елена Павловна; create',
      'Егоров Павел Ильич — Егорова Елена Павловна; error; unknownStudent A3 Егорова Елена Павловна',
    ],
  ],
  [
    'groups',
    'subgroups',
    [
      ['Класс', 'Литера', 'Предмет', 'Подгруппа', 'Ученик'],
      [7, 'Б', 'Информатика', 1, 'Егорова Елена Павловна'],
    ],
    ['Егорова Елена Павловна — Информатика — 1; create'],
  ],
  [
    'the load, two classes in a row',
    'load',
    [
      ['Преподаватель', 'Предмет', 'Параллель', 'Литера', 'Часов'],
      ['Зуева Вера Павловна', 'Музыка', 7, 'А, Б', 1],
    ],
    ['Зуева Вера Павловна — Музыка — 7А, 7Б; create'],
  ],
  [
    'classes',
    'classes',
    [
      ['Параллель', 'Литера', 'Смена'],
      [7, 'А', 1],
      [7, 'К1', 2],
      [10, '', 1],
    ],
    ['7А; same', '7К1; create', '10; create'],
  ],
  [
    'homeroom teachers',
    'homerooms',
    [
      ['Класс', 'Буква', 'Классный руководитель'],
      [7, 'Б', 'Зуева Вера Павловна'],
    ],
    ['7Б — Зуева Вера Павловна; change'],
  ],
  [
    'a curriculum of a class',
    'curriculum',
    [
      ['Предмет', 'Класс', 'Литера', 'Часов'],
      ['Физика', 10, 'А', 5],
    ],
    ['Физика; create'],
  ],
]
for (const [title, kind, rows, expected] of lists) {
  test(`a class in two columns, its number as a number: ${title} [R071, R100]`, async () => {
    const preview = await provedList(await newWorld(), kind, await workbook(rows))
    assert.deepEqual([preview.missing, saidBy(preview)], [[], expected])
  })
}

test('what was written stands in the class that the two columns name', async () => {
  const world = await newWorld()
  const rows = [
    ['Параллель', 'Литера', 'ФИО'],
    [7, 'А', 'Орлов Олег Ильич'],
  ]
  await importedList(world, 'students', await workbook(rows))
  const made = await world.rows(`select g.name from enrolment e join person p on p.school_id = e.school_id and p.id = e.student_id
    join study_group g on g.school_id = e.school_id and g.id = e.group_id where e.school_id = :school and p.surname = 'Орлов'`)
  assert.deepEqual(made, [{ name: '7А' }])
})

test('a number alone is refused with the classes it may mean, until the column of the letter is named [R071]', async () => {
  const world = await newWorld()
  const list = 'Класс;Бкв;ФИО\n7;А;Орлов Олег Ильич\n'
  assert.deepEqual(saidBy(await provedList(world, 'students', list)), ['Орлов Олег Ильич; error; letterMissing A2 7А, 7Б'])
  await world.does('kiselev', 'exchange.setColumns', {
    kind: 'students',
    columns: [{ heading: 'Бкв', key: 'letter' }],
  })
  assert.deepEqual(saidBy(await provedList(world, 'students', list)), ['Орлов Олег Ильич; create'])
  const load = await provedList(world, 'load', 'Учитель;Предмет;Параллель;Часов\nЗуева Вера Павловна;Музыка;7;1\n')
  assert.deepEqual(saidBy(load), ['Зуева Вера Павловна — Музыка — ; error; letterMissing C2 7А, 7Б'])
})

test('classes listed by their number alone are not taken for classes without a letter', async () => {
  const said = saidBy(await provedList(await newWorld(), 'classes', 'Класс;Смена\n7;1\n10;1\n10;1\n11;2\n'))
  assert.deepEqual(said, [
    '7; error; letterMissing A2 7А, 7Б',
    '10; error; letterMissing A3 ',
    '10; error; letterMissing A4 ',
    '11; create',
  ])
})

test('rows to be corrected come back with the class in one column, as the template has it', async () => {
  const world = await newWorld()
  const list = 'Параллель;Литера;ФИО\n7;А;Орлов О. И.\n'
  const { uploadId } = await provedList(world, 'students', list)
  const { content } = await world.asks('kiselev', 'exchange.problems', { uploadId, kind: 'students' })
  const again = await provedList(world, 'students', Buffer.from(content, 'base64'))
  assert.deepEqual(
    again.columns.filter(({ key }) => key !== '').map(({ key, sample }) => [key, sample]),
    [
      ['class', '7А'],
      ['name', 'Орлов О. И.'],
    ],
  )
})
