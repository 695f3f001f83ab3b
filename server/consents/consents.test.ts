import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../../tests/refused.ts'
import { attachedFile } from '../../tests/samples.ts'
import { givenForPetya, purposeOf } from '../../tests/samplesOfConsents.ts'
import { newWorld } from '../../tests/world.ts'

test('a consent is given, refused, withdrawn, or nobody was asked; the report counts each [R061, R062]', async () => {
  const world = await newWorld()
  const purposeId = await givenForPetya(world)
  const students = [{ studentId: world.who.masha, givenBy: null, number: '', fileId: null }]
  await world.does('sokolova', 'consents.record', {
    classId: world.groups.seventhA, purposeId, state: 'refused', on: '2026-09-02', carrier: 'paper', students,
  }) // biome-ignore format: one glance
  const counts = async () =>
    (await world.asks('belova', 'consents.report', {})).classes.map(({ name, students, counts }) => [name, students, counts])
  assert.deepEqual(await counts(), [
    ['1А', 1, []],
    ['7А', 2, [{ purposeId, given: 1, refused: 1, withdrawn: 0 }]],
    ['7Б', 1, []],
  ])
  await world.does('petrova', 'consents.withdraw', { personId: world.who.petya, purposeId })
  assert.deepEqual((await counts())[1], ['7А', 2, [{ purposeId, given: 0, refused: 1, withdrawn: 1 }]])
  await refused('consents.notGiven', world.does('petrova', 'consents.withdraw', { personId: world.who.petya, purposeId }))
  const own = await world.asks('sokolova', 'consents.report', {})
  assert.deepEqual(
    own.classes.map(({ name }) => name),
    ['7А'],
    'a homeroom teacher sees the own class',
  )
})

test('a parent sees the child’s consents with their texts, and who gave them [R061, R063]', async () => {
  const world = await newWorld()
  const purposeId = await givenForPetya(world)
  const mine = await world.asks('petrova', 'consents.mine', {})
  const ofPetya = mine.students.find(({ studentId }) => studentId === world.who.petya)
  assert.deepEqual(ofPetya?.consents, [
    {
      purposeId,
      state: 'given',
      on: '2026-09-01',
      carrier: 'paper',
      number: '12',
      givenBy: 'Петрова Ольга Игоревна',
      fileId: null,
    },
  ])
  assert.equal(mine.purposes[0]?.body, 'Даю согласие на размещение фотографий.')
  await world.does('petrova', 'consents.withdraw', { personId: world.who.petya, purposeId })
  const { students } = await world.asks('sokolova', 'consents.ofClass', { classId: world.groups.seventhA })
  const taken = students.find(({ studentId }) => studentId === world.who.petya)?.consents[0]
  assert.deepEqual([taken?.state, taken?.carrier, taken?.givenBy], ['withdrawn', 'electronic', 'Петрова Ольга Игоревна'])
})

test('a student decides in person from fourteen; before that the parents do [R061]', async () => {
  const world = await newWorld()
  const purposeId = await givenForPetya(world)
  await refused('consents.tooYoung', world.does('petya', 'consents.withdraw', { personId: world.who.petya, purposeId }))
  await world.amends(`update person set born_on = '2012-11-20' where school_id = :school and id = $1`, [world.who.petya])
  await world.does('petya', 'consents.withdraw', { personId: world.who.petya, purposeId })
})

test('a changed text is a new version for which everybody is asked anew; what was signed stays [R061]', async () => {
  const world = await newWorld()
  const purposeId = await givenForPetya(world, 'Фотографии на сайте школы')
  const before = { name: 'Фотографии на сайте школы', body: 'Даю согласие на размещение фотографий.' }
  const change = (id: string, body: string, expected = before) =>
    world.does('kiselev', 'consents.changePurpose', { purposeId: id, name: before.name, body, expected })
  const second = await change(purposeId, 'И видео.')
  assert.notEqual(second.purposeId, purposeId)
  const { purposes } = await world.asks('kiselev', 'consents.purposes', {})
  assert.deepEqual(
    purposes.map(({ version, archived, decided }) => [version, archived, decided]),
    [
      [2, false, 0],
      [1, true, 1],
    ],
  )
  assert.deepEqual(
    (await change(second.purposeId, 'И видеозаписей.', { ...before, body: 'И видео.' })).purposeId,
    second.purposeId,
    'nobody has signed it yet',
  )
  await refused('consents.changedMeanwhile', change(second.purposeId, 'Третий.'))
  await refused('consents.nameTaken', world.does('kiselev', 'consents.archivePurpose', { purposeId, archived: false }))
  await refused('consents.nameTaken', purposeOf(world, 'Фотографии на сайте школы'))
})

test('a consent is of the class, of the past, and of who may sign [R062]', async () => {
  const world = await newWorld()
  const purposeId = await purposeOf(world)
  const record = (studentId: string, givenBy: string | null, on = '2026-11-20') =>
    world.does('sokolova', 'consents.record', {
      classId: world.groups.seventhA, purposeId, state: 'given', on, carrier: 'paper', students: [{ studentId, givenBy, number: '', fileId: null }],
    }) // biome-ignore format: one glance
  await refused('consents.inFuture', record(world.who.petya, null, '2026-11-21'))
  await refused('consents.notInClass', record(world.who.lena, null))
  await refused('consents.notGuardian', record(world.who.petya, world.who.egorov))
  await refused('consents.notGuardian', record(world.who.masha, world.who.elkin))
  await record(world.who.masha, world.who.elkin, '2026-10-01') // he was her guardian then
  await world.does('kiselev', 'consents.archivePurpose', { purposeId, archived: true })
  await refused('consents.archived', record(world.who.petya, null))
})

test('a scan of a consent is for the family, the homeroom teacher and the heads, and only its uploader attaches it [R063]', async () => {
  const world = await newWorld()
  const purposeId = await purposeOf(world)
  const record = (fileId: string) =>
    world.does('sokolova', 'consents.record', {
      classId: world.groups.seventhA, purposeId, state: 'given', on: '2026-11-20', carrier: 'paper',
      students: [{ studentId: world.who.petya, givenBy: world.who.petrova, number: '', fileId }],
    }) // biome-ignore format: one glance
  await refused('consents.unknownFile', record(await attachedFile(world, 'ivanova', 'Не её')))
  const fileId = await attachedFile(world, 'sokolova', 'Скан')
  await record(fileId)
  for (const reader of ['petrova', 'petya', 'sokolova', 'morozov'] as const) await world.asks(reader, 'homework.file', { fileId })
  for (const stranger of ['masha', 'egorov', 'ivanova', 'kuznetsov', 'kiselev'] as const)
    await refused('access.denied', world.asks(stranger, 'homework.file', { fileId }))
  const mine = await world.asks('petrova', 'consents.mine', {})
  assert.ok(mine.students.some(({ consents }) => consents.some((one) => one.fileId === fileId)))
})

test('one scan holds the papers of several students: the school sees it, no family does [R063]', async () => {
  const world = await newWorld()
  const purposeId = await purposeOf(world)
  const fileId = await attachedFile(world, 'sokolova', 'Скан')
  const signed = (studentId: string, givenBy: string | null) => ({ studentId, givenBy, number: '', fileId })
  await world.does('sokolova', 'consents.record', {
    classId: world.groups.seventhA, purposeId, state: 'given', on: '2026-11-20', carrier: 'paper',
    students: [signed(world.who.petya, world.who.petrova), signed(world.who.masha, null)],
  }) // biome-ignore format: one glance
  for (const reader of ['sokolova', 'morozov'] as const) await world.asks(reader, 'homework.file', { fileId })
  for (const family of ['petrova', 'petya', 'masha'] as const)
    await refused('access.denied', world.asks(family, 'homework.file', { fileId }))
  const mine = await world.asks('petrova', 'consents.mine', {})
  const given = mine.students.flatMap(({ consents }) => consents)
  assert.deepEqual(
    given.map(({ state, fileId }) => [state, fileId]),
    [['given', null]],
    'the decision is seen, the papers of others are not',
  )
  const { students } = await world.asks('sokolova', 'consents.ofClass', { classId: world.groups.seventhA })
  assert.equal(students.flatMap(({ consents }) => consents).filter((one) => one.fileId === fileId).length, 2)
})
