import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../../tests/refused.ts'
import { attachedFile } from '../../tests/samples.ts'
import { enrolledOf } from '../../tests/samplesOfClasses.ts'
import { newWorld, type World } from '../../tests/world.ts'

const book = async (world: World) =>
  (await world.asks('kiselev', 'classes.movement', { from: '2026-09-01', to: '2026-12-31' })).lines

test('the scan of an order hangs on its line; who may read the book sees it, and nobody else [R092, R093]', async () => {
  const world = await newWorld()
  const { personId, movementId } = await enrolledOf(world)
  const attach = (fileId: string | null, expected: string | null) =>
    world.does('kiselev', 'classes.attachOrder', { personId, movementId, fileId, expected, wholeOrder: false })
  await refused('classes.unknownFile', attach(await attachedFile(world, 'ivanova', 'Не его'), null))
  const fileId = await attachedFile(world, 'belova', 'Приказ')
  await refused('classes.unknownFile', attach(fileId, null))
  await world.does('belova', 'classes.attachOrder', { personId, movementId, fileId, expected: null, wholeOrder: false })
  for (const reader of ['kiselev', 'belova', 'morozov'] as const) await world.asks(reader, 'homework.file', { fileId })
  for (const stranger of ['ivanova', 'sokolova', 'petya', 'petrova'] as const)
    await refused('access.denied', world.asks(stranger, 'homework.file', { fileId }))
  assert.equal((await book(world))[0]?.fileId, fileId)
  await refused('classes.changedMeanwhile', attach(null, null))
  await attach(null, fileId)
  assert.equal((await book(world))[0]?.fileId, null)
  await refused('access.denied', world.asks('kiselev', 'homework.file', { fileId }))
})

test('one order about many is scanned once for all its lines [R092]', async () => {
  const world = await newWorld()
  const { personId, movementId } = await enrolledOf(world)
  await world.does('kiselev', 'classes.depart', {
    personId: world.who.masha, movementId: crypto.randomUUID(), on: '2026-11-23', orderNumber: '12-к', orderDate: '2026-11-19', reason: '', otherSchool: '',
    evenIfWritten: true,
  }) // biome-ignore format: one glance
  await world.does('kiselev', 'classes.depart', {
    personId: world.who.lena, movementId: crypto.randomUUID(), on: '2026-11-23', orderNumber: '13-к', orderDate: '2026-11-19', reason: '', otherSchool: '',
    evenIfWritten: true,
  }) // biome-ignore format: one glance
  const fileId = await attachedFile(world, 'kiselev', 'Приказ')
  await world.does('kiselev', 'classes.attachOrder', { personId, movementId, fileId, expected: null, wholeOrder: true })
  assert.deepEqual((await book(world)).map((line) => [line.orderNumber, line.fileId === fileId]).sort(), [
    ['12-к', true],
    ['12-к', true],
    ['13-к', false],
  ])
})
