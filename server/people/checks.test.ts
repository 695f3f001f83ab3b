import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../../tests/refused.ts'
import { newWorld } from '../../tests/world.ts'

test('the homeroom teacher says that the data are checked; whoever oversees the school sees which classes are [R066]', async () => {
  const world = await newWorld()
  await world.does('sokolova', 'people.confirmClass', { classId: world.groups.seventhA, remarks: 'Ждём СНИЛС Петрова' })
  const { month, classes } = await world.asks('belova', 'people.checks', {})
  assert.equal(month, '2026-11-01')
  assert.deepEqual(
    classes.map(({ name, monthly }) => [name, monthly?.by ?? null, monthly?.remarks ?? null]),
    [
      ['1А', null, null],
      ['7А', 'Соколова Елена Викторовна', 'Ждём СНИЛС Петрова'],
      ['7Б', null, null],
    ],
  )
  const own = await world.asks('sokolova', 'people.checks', {})
  assert.deepEqual(
    own.classes.map(({ name }) => name),
    ['7А'],
  )
  await world.does('sokolova', 'people.confirmClass', { classId: world.groups.seventhA, remarks: '' })
  const { months } = await world.asks('sokolova', 'people.classChecks', { classId: world.groups.seventhA })
  assert.deepEqual(
    months.map(({ month, remarks }) => [month, remarks]),
    [['2026-11-01', '']],
    'the later word stands',
  )
})

test('in the October campaign each student is ticked off; strangers are not [R064]', async () => {
  const world = await newWorld()
  const tick = (...students: string[]) =>
    world.does('sokolova', 'people.confirmStudents', { classId: world.groups.seventhA, students })
  await tick(world.who.petya)
  await refused('people.notInClass', tick(world.who.lena))
  await refused('people.notInClass', tick(world.who.vanya))
  const { checklist, campaign } = await world.asks('sokolova', 'people.classChecks', { classId: world.groups.seventhA })
  assert.equal(campaign, '2026-10-01')
  assert.deepEqual(
    checklist.map(({ name, ticked }) => [name.split(' ')[0], ticked?.by ?? null]),
    [
      ['Ёлкина', null],
      ['Петров', 'Соколова Елена Викторовна'],
    ],
  )
  const { classes } = await world.asks('belova', 'people.checks', {})
  assert.equal(classes.find(({ name }) => name === '7А')?.ticked, 1)
})

test('the quality of a class’s data says what is missing, and rises as it is filled in [R064, R068]', async () => {
  const world = await newWorld()
  const seventhA = async () => (await world.asks('belova', 'people.checks', {})).classes.find(({ name }) => name === '7А')!
  const before = await seventhA()
  assert.deepEqual([before.students, before.percent], [2, 0])
  assert.deepEqual(
    before.gaps.map(({ gap, students }) => [gap, students]),
    [
      ['birthDate', 2],
      ['foreignLanguages', 2],
      ['guardian', 1],
    ],
  )
  await world.amends(
    `update person set born_on = '2013-05-17', foreign_languages = 'английский' where school_id = :school and id = $1`,
    [world.who.petya],
  )
  assert.equal((await seventhA()).percent, 50)
  await world.amends(`update guardian_of set informed = false where school_id = :school and student_id = $1`, [world.who.petya])
  assert.equal((await seventhA()).percent, 0)
})

test('a card that may be somebody else’s double is pointed out [R068, R091]', async () => {
  const world = await newWorld()
  await world.amends(`insert into person (school_id, surname, given_name, sex) values (:school, 'Ёлкина', 'Мария', 'f')`)
  const { checklist } = await world.asks('sokolova', 'people.classChecks', { classId: world.groups.seventhA })
  assert.ok(checklist[0]!.gaps.includes('similar'))
})
