import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importedList, provedList } from '#tests/samplesOfExchange.ts'
import { newWorld, type World } from '#tests/world.ts'

const LATER = '2026-12-01'
const homerooms = async (world: World) =>
  (await world.asks('belova', 'classes.card', { classId: world.groups.seventhA })).class.homerooms.map(
    ({ teacher, from, to }) => [teacher.split(' ')[0], from, to],
  )

test('a list brought in the middle of the year changes the homeroom teacher from its day, and the past stays [R071, R089]', async () => {
  const world = await newWorld()
  const { importId } = await importedList(
    world,
    'homerooms',
    'Класс;Классный руководитель;Назначен с\r\n7А;Иванова Мария Петровна;01.12.2026\r\n7Б;Кузнецов Олег Ильич;01.09.2026\r\n',
  )
  assert.deepEqual(await homerooms(world), [
    ['Соколова', '2026-09-01', '2026-11-30'],
    ['Иванова', LATER, null],
  ])
  const leads = async (key: 'sokolova' | 'ivanova') => (await world.actor(key)).homeroomOf.includes(world.groups.seventhA)
  assert.deepEqual([await leads('sokolova'), await leads('ivanova')], [true, false], 'until that day nothing changes')
  const lists = async (key: 'sokolova' | 'ivanova') => (await world.asks(key, 'classes.list', {})).classes.map(({ name }) => name)
  assert.deepEqual([await lists('sokolova'), await lists('ivanova')], [['7А'], []])
  // The day has come.
  await world.amends(
    `update homeroom set to_date = case when to_date is null then null else '2026-11-19'::date end,
       from_date = case when to_date is null then '2026-11-20'::date else from_date end where school_id = :school and class_id = $1`,
    [world.groups.seventhA],
  )
  assert.deepEqual([await lists('sokolova'), await lists('ivanova')], [[], ['7А']])
  await world.amends(
    `update homeroom set to_date = case when to_date is null then null else '2026-11-30'::date end,
       from_date = case when to_date is null then '2026-12-01'::date else from_date end where school_id = :school and class_id = $1`,
    [world.groups.seventhA],
  )
  await world.does('kiselev', 'exchange.undo', { importId })
  assert.deepEqual(await homerooms(world), [['Соколова', '2026-09-01', null]])
})

test('a list of the load in the middle of the year: the colleague teaches until its day, lessons after it pass [R086]', async () => {
  const world = await newWorld()
  await importedList(world, 'load', 'Учитель;Предмет;Класс;Часов в неделю;С\r\nКузнецов Олег Ильич;Алгебра;7А;3;23.11.2026\r\n')
  const { courses } = await world.asks('morozov', 'curriculum.load', {})
  const algebra = courses.find(({ courseId }) => courseId === world.courses.algebraA)!
  assert.deepEqual(
    algebra.assignments.map(({ teacherId, from, to }) => [teacherId === world.who.kuznetsov, from, to]),
    [
      [false, '2026-09-01', '2026-11-22'],
      [true, '2026-11-23', null],
    ],
  )
  const page = await world.asks('belova', 'journal.page', { courseId: world.courses.algebraA, termId: world.terms.current })
  assert.deepEqual(
    page.lessons.slice(-2).map(({ date, teacherId }) => [date, teacherId === world.who.kuznetsov]),
    [
      ['2026-11-20', false],
      ['2026-11-23', true],
    ],
  )
})

test('subgroups of a list learn in the shift of their class, and a class that changes shift takes them along [R085, R096]', async () => {
  const world = await newWorld()
  const shifts = async () =>
    (
      await world.rows<{ name: string; shift: number }>(
        `select name, shift from study_group where school_id = :school and class_id = $1 and kind in ('class', 'subgroup') order by name`,
        [world.groups.seventhA],
      )
    ).map(({ name, shift }) => [name, shift])
  await importedList(world, 'classes', 'Класс;Смена\r\n7А;2\r\n')
  await importedList(world, 'subgroups', 'Класс;Предмет;Группа;ФИО ученика\r\n7А;Русский язык;1;Петров Пётр Сергеевич\r\n')
  const all = await shifts()
  assert.ok(all.length > 2 && all.every(([, shift]) => shift === 2), JSON.stringify(all))
})

test('a working day of a list has its lessons, and goes with the import [R075, R100]', async () => {
  const world = await newWorld()
  await world.amends(
    `insert into slot (school_id, course_id, weekday, number, week, from_date) values (:school, $1, 5, 1, 'every', '2026-09-01')`,
    [world.courses.algebraA],
  )
  const { importId } = await importedList(
    world,
    'holidays',
    'Вид;Название;С;По;Классы;По расписанию\r\nрабочий день;Рабочая суббота;28.11.2026;;1–11;пятница\r\n',
  )
  const lessons = async () =>
    world.rows(`select 1 from lesson where school_id = :school and date = '2026-11-28' and not cancelled`)
  assert.equal((await lessons()).length, 1)
  await world.does('kiselev', 'exchange.undo', { importId })
  assert.equal((await lessons()).length, 0)
})

test('an old list makes nobody a guardian again who is one no longer, nor lets tell who must not be told [R069, R071]', async () => {
  const world = await newWorld()
  await world.amends('update guardian_of set informed = false where school_id = :school and guardian_id = $1', [world.who.egorov])
  const list =
    'ФИО ребёнка;Класс;ФИО родителя;Кем приходится\r\nЕгорова Елена Павловна;7Б;Егоров Павел Львович;отец\r\nЁлкина Мария Ивановна;7А;Ёлкин Иван Иванович;отец\r\n'
  const { rows } = await provedList(world, 'guardians', list)
  assert.deepEqual(
    rows.map(({ action, notes }) => [action, notes.map(({ code, value }) => `${code} ${value}`)]),
    [
      ['same', []],
      ['same', ['guardianEnded 31.10.2026']],
    ],
  )
  const { content } = await world.does('kiselev', 'exchange.export', { kind: 'guardians', format: 'csv' })
  assert.doesNotMatch(Buffer.from(content, 'base64').toString(), /Ёлкин Иван Иванович/)
  // A second child of the same father is one more child of the same card.
  const second = 'ФИО ребёнка;ФИО родителя;Кем приходится\r\nЁлкин Пётр Иванович;Ёлкин Иван Иванович;отец\r\n'
  const brother = crypto.randomUUID()
  await world.amends(
    `insert into person (school_id, id, surname, given_name, patronymic, sex) values (:school, $1, 'Ёлкин', 'Пётр', 'Иванович', 'm')`,
    [brother],
  )
  await world.amends(
    `insert into enrolment (school_id, group_id, student_id, from_date) values (:school, $1, $2, '2026-09-01')`,
    [world.groups.first, brother],
  )
  await importedList(world, 'guardians', second)
  assert.deepEqual(
    (await world.actor('elkin')).children.filter(({ to }) => to === null).map(({ studentId }) => studentId),
    [brother],
  )
})
