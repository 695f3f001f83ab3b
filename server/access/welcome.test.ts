import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newWorld } from '../../tests/world.ts'

test('who signs in for the first time is shown what is where, once; a school to practise in says what it is [R015, R016]', async () => {
  const world = await newWorld()
  const me = (who: 'petrova' | 'petya') => world.asks(who, 'access.me', {})
  assert.equal((await me('petrova')).welcome, true)
  await world.does('petrova', 'access.finishWelcome', {})
  await world.does('petrova', 'access.finishWelcome', {})
  assert.equal((await me('petrova')).welcome, false)
  assert.equal((await me('petya')).welcome, true, 'the child has an introduction of their own')
  assert.equal((await me('petya')).school.exercise, false)
  await world.amends(`update school set exercise = true where school_id = :school`)
  assert.equal((await me('petya')).school.exercise, true)
})
