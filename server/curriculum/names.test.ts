import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { newWorld, type World } from '../../tests/world.ts'

/** One name in two writings, entered by two people at the same moment. */
const twice: [string, string, (world: World, name: string) => Promise<unknown>, [string, string]][] = [
  [
    'a subject',
    'curriculum.nameTaken',
    (world, name) =>
      world.does('belova', 'curriculum.addSubjects', {
        subjects: [{ subjectId: randomUUIDv7(), name, shortName: 'Черч.', area: '', federal: false }],
      }),
    ['Черчение', 'черчение'],
  ],
  [
    'a room',
    'curriculum.nameTaken',
    (world, name) =>
      world.does('belova', 'curriculum.addRooms', { rooms: [{ roomId: randomUUIDv7(), name, kind: '', capacity: null }] }),
    ['Актовый зал', 'актовый  зал'],
  ],
  [
    'a profile',
    'curriculum.nameTaken',
    (world, name) => world.does('belova', 'curriculum.addProfile', { profileId: randomUUIDv7(), name }),
    ['Зелёный', 'Зеленый'],
  ],
  [
    'a consent',
    'consents.nameTaken',
    (world, name) => world.does('kiselev', 'consents.addPurpose', { name, body: '' }),
    ['Фото на сайте', 'ФОТО на сайте'],
  ],
]
for (const [what, code, add, names] of twice) {
  test(`${what} entered twice at once stands once, and the later is told which it is [R090]`, async () => {
    const world = await newWorld()
    const answers = await Promise.allSettled(names.map((name) => add(world, name)))
    const standing = names[answers.findIndex(({ status }) => status === 'fulfilled')]
    const refusals = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string; params: object }] : []))
    assert.deepEqual(
      refusals.map((refusal) => [refusal.code, refusal.params]),
      [[code, { name: standing }]],
    )
  })
}
