import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Right } from '#domain/access/actor.ts'
import { callerOf } from '#tests/caller.ts'
import { TODAY } from '#tests/database.ts'
import { newWorld, type World } from '#tests/world.ts'

const date = TODAY

/** Иванова, who teaches, is besides given a role of the school's own with this right. */
export async function withRight(world: World, right: Right): Promise<void> {
  const { roleId } = await world.does('kiselev', 'access.addCustomRole', { name: 'Медсестра', rights: [right] })
  await world.does('kiselev', 'access.grantRole', {
    personId: world.who.ivanova,
    role: 'custom',
    customRoleId: roleId,
    from: '2026-11-20',
    to: '2026-11-20',
    orderNumber: '41-к',
    orderDate: '2026-11-19',
  })
}

test('who is missing today: by student with reasons and lessons, by class with what is not known yet [R026, R054]', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.algebraB)
  const before = await world.asks('belova', 'attendance.absentees', { date })
  assert.deepEqual(before.students, [])
  assert.ok(before.classes.every(({ called }) => called === 0))
  await world.does('kuznetsov', 'attendance.rollCall', {
    lessonId,
    absences: [{ studentId: world.who.lena, code: 'sick', minutes: null }],
  })
  const { students, classes } = await world.asks('belova', 'attendance.absentees', { date })
  assert.deepEqual(
    students.map(({ name, className, missed, reasons }) => [name, className, missed, reasons.map(({ code }) => code)]),
    [['Егорова Елена Павловна', '7Б', 1, ['sick']]],
  )
  const [own] = classes.filter(({ name }) => name === '7Б')
  assert.deepEqual([own?.absent, own?.allDay, own?.called], [1, 0, 1])
})

test('who was late is named, who was exempt is not; neither counts as missing [R054]', async () => {
  const world = await newWorld()
  const { id: lessonId } = world.lesson(world.courses.algebraB)
  const call = (code: 'late' | 'exempt', minutes: number | null) =>
    world.does('kuznetsov', 'attendance.rollCall', { lessonId, absences: [{ studentId: world.who.lena, code, minutes }] })
  await call('late', 7)
  const late = await world.asks('belova', 'attendance.absentees', { date })
  assert.deepEqual(late.students[0]?.reasons[0]?.minutes, 7)
  assert.equal(late.classes.find(({ name }) => name === '7Б')?.absent, 0)
  await call('exempt', null)
  assert.deepEqual((await world.asks('belova', 'attendance.absentees', { date })).students, [])
})

test('a nurse sees attendance by her right, on the days of her order, and no mark with it [R021, R026]', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  assert.equal((await caller.asks('attendance.absentees', { date })).status, 403)
  await withRight(world, 'attendance.read')
  assert.equal((await caller.asks('attendance.absentees', { date })).status, 200)
  assert.equal((await caller.asks('people.contactClasses', {})).status, 403)
  assert.equal((await caller.asks('journal.page', { courseId: world.courses.algebraB })).status, 403)
})

test('a homeroom teacher sees who is missing from the own class, and never anybody of another [R026, R054]', async () => {
  const world = await newWorld()
  const absences = (...keys: ('petya' | 'lena')[]) =>
    keys.map((key) => ({ studentId: world.who[key], code: 'sick' as const, minutes: null }))
  await world.does('kuznetsov', 'attendance.rollCall', {
    lessonId: world.lesson(world.courses.algebraB).id,
    absences: absences('lena'),
  })
  await world.does('sokolova', 'attendance.rollCall', {
    lessonId: world.lesson(world.courses.russianA).id,
    absences: absences('petya'),
  })
  const seen = async (by: 'sokolova' | 'kuznetsov' | 'belova') => {
    const { students, classes } = await world.asks(by, 'attendance.absentees', { date })
    return { missing: students.map(({ name, className }) => [name, className]), classes: classes.map(({ name }) => name) }
  }
  const [petya, lena] = [
    ['Петров Пётр Сергеевич', '7А'],
    ['Егорова Елена Павловна', '7Б'],
  ]
  assert.deepEqual(await seen('sokolova'), { missing: [petya], classes: ['7А'] })
  assert.deepEqual(await seen('kuznetsov'), { missing: [lena], classes: ['7Б'] })
  const whole = await seen('belova')
  assert.deepEqual(whole.missing, [petya, lena])
  assert.ok(whole.classes.length > 2)
})

test('a homeroom teacher with the right of a nurse sees the whole school, as long as the order lasts', async () => {
  const world = await newWorld()
  const { roleId } = await world.does('kiselev', 'access.addCustomRole', { name: 'Медсестра', rights: ['attendance.read'] })
  const grant = {
    personId: world.who.sokolova,
    role: 'custom',
    customRoleId: roleId,
    orderNumber: '41-к',
    orderDate: '2026-11-19',
  } as const
  const classes = async () => (await world.asks('sokolova', 'attendance.absentees', { date })).classes.length
  await world.does('kiselev', 'access.grantRole', { ...grant, from: '2026-11-23', to: '2026-11-30' })
  assert.equal(await classes(), 1)
  await world.does('kiselev', 'access.grantRole', { ...grant, from: '2026-11-20', to: '2026-11-22' })
  assert.ok((await classes()) > 1)
})

test('earlier and later lead to days with lessons, never beyond today', async () => {
  const world = await newWorld()
  const { earlier, later } = await world.asks('belova', 'attendance.absentees', { date })
  assert.equal(earlier, '2026-11-19')
  assert.equal(later, null)
  const yesterday = await world.asks('belova', 'attendance.absentees', { date: '2026-11-19' })
  assert.equal(yesterday.later, date)
})
