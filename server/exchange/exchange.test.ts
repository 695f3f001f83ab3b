import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kinds } from '#domain/exchange/kinds.ts'
import { emptySchool } from '#tests/emptySchool.ts'
import { refused } from '#tests/refused.ts'
import { importedList, provedList, roomList, uploadedList } from '#tests/samplesOfExchange.ts'
import { newWorld, type World } from '#tests/world.ts'

/** Everything a school is made of, but for what tells of the import itself and of changes. */
const tables = `person staff guardian_of study_group school_class enrolment homeroom group_class movement subject room curriculum
  curriculum_line profile course assignment day_exception bell`.split(/\s+/)
const everything = async (world: World) => {
  const all: Record<string, unknown[]> = {}
  for (const table of tables) all[table] = await world.rows(`select * from ${table} where school_id = :school order by id`)
  return all
}
const students = [
  'Класс;ФИО;Дата рождения;СНИЛС;Пол',
  '7А;Петров Пётр Сергеевич;12.03.2013;;', // known: gets a birth date
  '7А;Семёнов  Лев Олегович;1.9.13;112-233-445 95;',
  '7Б;Егорова Елена Павловна;;;', // known, the same
  '7А;Ли Юн;2013-05-01;;м',
].join('\r\n')

test('students: who is new, who changes and how, who is the same; then it is so [R091, R100]', async () => {
  const world = await newWorld()
  const { rows, counts, onDate } = await provedList(world, 'students', students)
  assert.equal(onDate, '2026-11-20', 'the year runs: they come today')
  assert.deepEqual(
    rows.map(({ title, action, changes }) => [title, action, changes]),
    [
      ['Петров Пётр Сергеевич', 'change', [{ field: 'bornOn', was: '', becomes: '12.03.2013' }]],
      ['Семёнов Лев Олегович', 'create', []],
      ['Егорова Елена Павловна', 'same', []],
      ['Ли Юн', 'create', []],
    ],
  )
  assert.deepEqual(counts, { create: 2, change: 1, same: 1, error: 0 })
  await importedList(world, 'students', students)
  const made = await world.rows<{ name: string; sex: string; born: string; snils: string | null; from: string }>(`
    select p.surname || ' ' || p.given_name as name, p.sex, p.born_on as born, p.snils, e.from_date as "from" from person p
    join enrolment e on e.school_id = p.school_id and e.student_id = p.id and e.group_id = '${world.groups.seventhA}'
    where p.school_id = :school and p.surname in ('Семёнов', 'Ли') order by 1`)
  assert.deepEqual(made, [
    { name: 'Ли Юн', sex: 'm', born: '2013-05-01', snils: null, from: '2026-11-20' },
    { name: 'Семёнов Лев', sex: 'm', born: '2013-09-01', snils: '11223344595', from: '2026-11-20' },
  ])
})

const wrong: [string, string, string, string][] = [
  ['a class that is not there', '9Я;Орлов Олег Ильич;;', 'unknownClass', 'A2'],
  ['another class', '7Б;Петров Пётр Сергеевич;;', 'otherClass', 'A2'],
  ['somebody who has left', '7А;Жуков Иван Олегович;;', 'departed', 'B2'],
  ['initials', '7А;Орлов О. И.;;', 'initialsOnly', 'B2'],
  ['a surname alone', '7А;Орлов;;', 'nameMissing', 'B2'],
  ['a day that is none', '7А;Орлов Олег Ильич;31.02.2013;', 'notDay', 'C2'],
  ['somebody not born yet', '7А;Орлов Олег Ильич;01.01.2027;', 'bornWrong', 'C2'],
  ['a wrong СНИЛС', '7А;Орлов Олег Ильич;;112-233-445 96', 'snilsSum', 'D2'],
  ['half a СНИЛС', '7А;Орлов Олег Ильич;;1122', 'notSnils', 'D2'],
  ['no sex to be told', '7А;Ли Юн;;', 'sexUnknown', '2'],
  ['letters of two alphabets', '7А;Оrлов Олег Ильич;;', 'latinLetters', 'B2'],
]
for (const [title, line, code, address] of wrong) {
  test(`a row with ${title} is an error with its cell, and is left out [R071]`, async () => {
    const world = await newWorld()
    const { rows, uploadId, onDate, hash } = await provedList(world, 'students', `Класс;ФИО;Дата рождения;СНИЛС\n${line}`)
    assert.deepEqual(
      rows[0]!.problems.map((one) => [one.code, one.address]),
      [[code, address]],
    )
    await refused('exchange.nothingToDo', world.does('kiselev', 'exchange.import', { uploadId, kind: 'students', onDate, hash }))
  })
}

test('a person is found by СНИЛС under another surname; a СНИЛС of somebody else is an error [R091]', async () => {
  const world = await newWorld()
  await world.amends(`update person set snils = '11223344595' where school_id = :school and id = $1`, [world.who.masha])
  const list = (name: string) => `Класс;ФИО;СНИЛС\n7А;${name};112-233-445 95`
  const { rows } = await provedList(world, 'students', list('Орлова Мария Ивановна'))
  assert.deepEqual(rows[0]!.changes, [{ field: 'name', was: 'Ёлкина Мария Ивановна', becomes: 'Орлова Мария Ивановна' }])
  const other = await provedList(world, 'students', list('Орлова Вера Ильинична'))
  assert.deepEqual(
    other.rows[0]!.problems.map(({ code }) => code),
    ['snilsOfOther'],
  )
})

test('the school has changed since the dry run: nothing is done, a new dry run shows it', async () => {
  const world = await newWorld()
  const { uploadId, onDate, hash } = await provedList(world, 'students', students)
  await world.amends(`update person set born_on = '2013-03-12' where school_id = :school and id = $1`, [world.who.petya])
  await refused(
    'exchange.changedMeanwhile',
    world.does('kiselev', 'exchange.import', { uploadId, kind: 'students', onDate, hash }),
  )
  assert.equal((await world.rows(`select 1 from person where school_id = :school and surname = 'Ли'`)).length, 0)
  const { counts } = await world.asks('kiselev', 'exchange.preview', { uploadId, kind: 'students' })
  assert.deepEqual(counts, { create: 2, change: 0, same: 2, error: 0 })
})

test('an import is taken back to the last row, and the history keeps both [R100]', async () => {
  const world = await newWorld()
  const before = await everything(world)
  const { importId } = await importedList(world, 'students', students)
  assert.notDeepEqual(await everything(world), before)
  await world.does('kiselev', 'exchange.undo', { importId })
  assert.deepEqual(await everything(world), before)
  const told = await world.rows<{ n: number }>(`
    select count(*)::int as n from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
    where c.school_id = :school and o.name in ('exchange.import', 'exchange.undo') and c.table_name = 'person'`)
  assert.equal(told[0]!.n, 6, 'two made and one changed, there and back')
  await refused('exchange.undone', world.does('kiselev', 'exchange.undo', { importId }))
  const { imports } = await world.asks('morozov', 'exchange.imports', {})
  assert.deepEqual(
    imports.map((one) => [one.kind, one.by, one.undoneBy]),
    [['students', 'Киселёв Д. О.', 'Киселёв Д. О.']],
  )
  assert.deepEqual((await provedList(world, 'students', students)).counts, { create: 2, change: 1, same: 1, error: 0 })
})

test('an import is not taken back when somebody has changed its rows since, and is told whose', async () => {
  const world = await newWorld()
  const { importId } = await importedList(world, 'students', students)
  await world.amends(`update person set patronymic = 'Минович' where school_id = :school and surname = 'Ли'`)
  const before = await everything(world)
  const refusal = await world.does('kiselev', 'exchange.undo', { importId }).catch((error: unknown) => error)
  assert.equal((refusal as { code: string }).code, 'exchange.changedSince')
  assert.equal((refusal as { params: { what: string } }).params.what, 'Ли Юн')
  assert.deepEqual(await everything(world), before)
})

test('an import is not taken back when something hangs on its rows, and is told what', async () => {
  const world = await newWorld()
  const { importId } = await importedList(world, 'students', students)
  const lesson = world.lesson(world.courses.algebraA)
  const [li] = await world.rows<{ id: string }>(`select id from person where school_id = :school and surname = 'Ли'`)
  await world.amends(`insert into absence (school_id, lesson_id, student_id, code) values (:school, $1, $2, 'absent')`, [
    lesson.id,
    li!.id,
  ])
  const refusal = await world.does('kiselev', 'exchange.undo', { importId }).catch((error: unknown) => error)
  assert.equal((refusal as { code: string }).code, 'exchange.inUse', String(refusal))
  assert.deepEqual((refusal as { params: object }).params, { what: 'Ли Юн', table: 'absence' })
})

test('nothing but an import that stands is taken back, whoever asks the database', async () => {
  const world = await newWorld()
  const [operation] = await world.rows<{ id: string }>('select gen_random_uuid() as id')
  const { importId } = await importedList(world, 'rooms', roomList)
  const [other] = await world.rows<{ id: string }>(
    `select id from operation where school_id = :school and name = 'exchange.upload' limit 1`,
  )
  for (const id of [operation!.id, other!.id])
    await assert.rejects(
      world.app.db.write(world.schoolId, operation!.id, (tx) =>
        tx.rows({ name: 'taking', text: 'select take_back($1)', values: [id] }),
      ),
      { code: 'ZV004' },
    )
  const there = await newWorld()
  await refused('access.denied', there.does('kiselev', 'exchange.undo', { importId }))
})

test('the six lists of a school are taken back one by one, to an empty school [R100]', async () => {
  const world = await emptySchool()
  const before = await everything(world)
  const { ruralFiles } = await import('#scripts/sheets/rural.ts')
  const files = await ruralFiles()
  const done: string[] = []
  for (const kind of ['classes', 'homerooms', 'holidays', 'curriculum', 'students', 'load'] as const)
    done.push((await importedList(world, kind, files[kind].bytes)).importId)
  await refused('exchange.inUse', world.does('kiselev', 'exchange.undo', { importId: done[0]! }))
  for (const importId of done.reverse()) await world.does('kiselev', 'exchange.undo', { importId })
  assert.deepEqual(await everything(world), before)
})

for (const kind of kinds) {
  for (const format of ['xlsx', 'csv'] as const) {
    test(`what is taken out as ${kind} in ${format} is found the same when it comes back [R100]`, async () => {
      const world = await newWorld()
      const { rows, content } = await world.does('kiselev', 'exchange.export', { kind, format })
      const bytes = Buffer.from(content, 'base64')
      if (rows === 0) return
      const proved = await provedList(world, kind, bytes)
      const others = proved.rows.filter(({ action }) => action !== 'same')
      assert.deepEqual(
        others.map(({ title, action, problems, changes }) => [title, action, problems, changes]),
        [],
      )
      assert.equal(proved.rows.length, rows)
    })
  }
}

test('a template has every column, and nothing in it is brought in [R071]', async () => {
  const world = await newWorld()
  for (const kind of kinds) {
    for (const format of ['xlsx', 'csv'] as const) {
      const { content } = await world.asks('belova', 'exchange.template', { kind, format })
      const { missing, rows } = await provedList(world, kind, Buffer.from(content, 'base64'))
      assert.deepEqual([missing, rows], [[], []], `${kind} ${format}`)
    }
  }
})

test('columns are told by hand once, and known from then on [R100]', async () => {
  const world = await newWorld()
  const list = 'Где учимся;Сколько влезет\n305;30'
  const before = await provedList(world, 'rooms', list)
  assert.deepEqual([before.missing, before.rows], [['name'], []])
  await refused(
    'exchange.unknownField',
    world.does('kiselev', 'exchange.setColumns', { kind: 'rooms', columns: [{ heading: 'Где', key: 'snils' }] }),
  )
  await world.does('kiselev', 'exchange.setColumns', {
    kind: 'rooms',
    columns: [
      { heading: 'Где учимся', key: 'name' },
      { heading: 'Сколько влезет', key: 'capacity' },
    ],
  })
  const { counts } = await provedList(world, 'rooms', 'ГДЕ УЧИМСЯ:;Сколько  влезет\n306;28')
  assert.deepEqual(counts, { create: 1, change: 0, same: 0, error: 0 })
})

test('what was read of a file is forgotten after an hour', async () => {
  const world = await newWorld()
  const uploadId = await uploadedList(world, roomList)
  await world.amends(`update import_upload set at = now() - interval '61 minutes' where school_id = :school`)
  await refused('exchange.noUpload', world.asks('kiselev', 'exchange.preview', { uploadId, kind: 'rooms' }))
  await uploadedList(world, roomList)
  assert.deepEqual(
    await world.rows(`select length(sheets) > 0 as kept from import_upload where school_id = :school order by at`),
    [{ kept: false }, { kept: true }],
  )
})

test('who took out what stands in the history, and what was in it does not', async () => {
  const world = await newWorld()
  await world.does('morozov', 'exchange.export', { kind: 'guardians', format: 'csv' })
  const [operation] = await world.rows<{ actor_id: string; output: object }>(
    `select actor_id, output from operation where school_id = :school and name = 'exchange.export'`,
  )
  assert.equal(operation!.actor_id, world.who.morozov)
  assert.deepEqual(Object.keys(operation!.output).sort(), ['mediaType', 'name', 'rows'])
})

test('a name that a spreadsheet could take for a formula comes out harmless [security T8]', async () => {
  const world = await newWorld()
  await world.amends(`insert into room (school_id, name) values (:school, '=cmd|calc')`)
  const { content } = await world.does('kiselev', 'exchange.export', { kind: 'rooms', format: 'csv' })
  assert.match(Buffer.from(content, 'base64').toString(), /^\ufeffКабинет;Мест;Назначение\r\n'=cmd\|calc;;\r\n$/)
})

test('an import taken back by two at once is taken back once, and the second is told so [R100]', async () => {
  const world = await newWorld()
  const { importId } = await importedList(world, 'rooms', roomList)
  const undo = () => world.does('kiselev', 'exchange.undo', { importId })
  const done = await Promise.allSettled([undo(), undo()])
  assert.deepEqual(done.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code: string }).code)).sort(), [
    'done',
    'exchange.undone',
  ])
})
