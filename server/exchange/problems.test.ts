import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Kind } from '#domain/exchange/kinds.ts'
import { provedList, uploadedList } from '#tests/samplesOfExchange.ts'
import { newWorld, type World } from '#tests/world.ts'
import { readFile } from './readFile.ts'

const problemsOf = async (world: World, kind: Kind, list: string) => {
  const uploadId = await uploadedList(world, list)
  const made = await world.asks('belova', 'exchange.problems', { uploadId, kind })
  return { ...made, bytes: Buffer.from(made.content, 'base64') }
}

test('rows with errors come as a workbook: as they stood, where, and what to correct; it is read again [R071, R100]', async () => {
  const world = await newWorld()
  const list = 'Класс;ФИО;Дата рождения;СНИЛС\n7А;Семёнов Лев Олегович;;\n9Я;=Орлов Олег Ильич;31.02.2013;\n7А;Ли Юн;01.05.2013;'
  const { name, rows, bytes } = await problemsOf(world, 'students', list)
  assert.deepEqual([name, rows], ['Ученики по классам — исправить.xlsx', 2])
  const [sheet] = await readFile(bytes)
  assert.deepEqual(sheet!.rows[0], ['Класс', 'ФИО', 'Дата рождения', 'СНИЛС', 'Где было', 'Что исправить'])
  assert.deepEqual(sheet!.rows[1]!.slice(0, 3), ['9Я', '=Орлов Олег Ильич', '31.02.2013'])
  assert.match(String(sheet!.rows[1]![5]), /класса «9Я» в этом году нет.*31\.02\.2013/)
  assert.match(String(sheet!.rows[2]![5]), /пол не понять/)
  const again = await provedList(world, 'students', bytes)
  assert.deepEqual([again.counts.error, again.rows.length], [2, 2])
  assert.deepEqual(
    again.rows.map(({ problems }) => problems.map(({ code }) => code)),
    (await provedList(world, 'students', list)).rows.slice(1).map(({ problems }) => problems.map(({ code }) => code)),
  )
})

test('the class of a heading and the hours of a grid are in it too', async () => {
  const world = await newWorld()
  const students = await problemsOf(world, 'students', 'ФИО;Пол\n7А;\nЛи Юн;\n7Б;\nОрлов;м')
  assert.deepEqual(
    (await readFile(students.bytes))[0]!.rows.map((cells) => cells.slice(0, 3)),
    [
      ['Класс', 'ФИО', 'Пол'],
      ['7А', 'Ли Юн', null],
      ['7Б', 'Орлов', 'м'],
    ],
  )
  const load = await problemsOf(world, 'load', 'Учитель;Предмет;7А;7Б\nИванова Мария Петровна;Алгебра;три;2')
  assert.deepEqual(
    (await readFile(load.bytes))[0]!.rows.map((cells) => cells.slice(0, 4)),
    [
      ['Учитель', 'Предмет', '7А', '7Б'],
      ['Иванова Мария Петровна', 'Алгебра', 'три', '2'],
    ],
  )
})

test('a list without errors has an empty workbook', async () => {
  assert.equal((await problemsOf(await newWorld(), 'rooms', 'Кабинет\n305')).rows, 0)
})
