import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takeIn } from '#server/audit/takeIn.ts'
import { newWorld } from '#tests/world.ts'

test('a seal typed from paper is compared with the log, spaces and capitals or not [R053]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' })
  await takeIn(world.app.db, world.schoolId)
  const { seal } = await world.asks('morozov', 'audit.state', {})
  const root = seal!.root
  const compare = async (typed: string, number = seal!.number) =>
    (await world.asks('morozov', 'audit.compare', { seal: number, root: typed })).outcome
  const short = root.slice(0, 12).toUpperCase()
  const spaced = root.match(/.{1,8}/g)!.join(' ')
  const planted = `${root[0] === '0' ? '1' : '0'}${root.slice(1)}`
  const rows: [typed: string, outcome: string][] = [
    [root, 'matches'],
    [short, 'matches'],
    [`  ${spaced} `, 'matches'],
    [short.replaceAll('A', 'А').replaceAll('B', 'В').replaceAll('C', 'С').replaceAll('E', 'Е'), 'matches'],
    [planted, 'differs'],
    [planted.slice(0, 12), 'differs'],
    [root.slice(0, 11), 'unreadable'],
    [`${root}0`, 'unreadable'],
    ['директор', 'unreadable'],
  ]
  for (const [typed, outcome] of rows) assert.equal(await compare(typed), outcome, typed)
  assert.equal(await compare(root, seal!.number + 1), 'noSeal')
  assert.deepEqual((await world.asks('morozov', 'audit.compare', { seal: seal!.number, root: short })).seal, seal)
  assert.equal(await compare(root, 0), 'differs', 'the seal of another number')
})

test('a seal that was written anew in the database is no longer the one on paper [R053]', async () => {
  const world = await newWorld()
  await world.does('morozov', 'readiness.declarePaperless', { since: '2026-09-01' })
  await takeIn(world.app.db, world.schoolId)
  const { seal } = await world.asks('morozov', 'audit.state', {})
  await world.rows(`update log_seal set root = sha256('forged') where school_id = :school and number = $1 returning 1`, [
    seal!.number,
  ])
  const input = { seal: seal!.number, root: seal!.root }
  assert.equal((await world.asks('morozov', 'audit.compare', input)).outcome, 'differs')
  const other = await newWorld()
  assert.equal((await other.asks('morozov', 'audit.compare', input)).outcome, 'noSeal')
})
