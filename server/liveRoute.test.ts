import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import type { App } from '#server/app.ts'
import { type Caller, callerOf } from '#tests/caller.ts'
import { newApp } from '#tests/database.ts'
import { taskOf } from '#tests/samples.ts'
import { newWorld, PASSWORD, type PersonKey, type World } from '#tests/world.ts'

let app: App
let address: string
before(async () => {
  app = await newApp()
  address = await app.http.listen({ host: '127.0.0.1', port: 0 })
})
after(() => app.close())

type Stream = { status: number; headers: Headers; next(): Promise<string[]>; ended(): Promise<boolean>; close(): Promise<void> }

/** The stream of hints of one open page. `next` waits for the next hint, however long it takes. */
async function open({ cookie }: Caller): Promise<Stream> {
  const stop = new AbortController()
  const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: stop.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const line = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n')
      if (end >= 0) {
        const found = text.slice(0, end)
        text = text.slice(end + 2)
        if (found.startsWith('data: ')) return found.slice(6)
        continue
      }
      const { value, done } = await reader.read()
      if (done) return null
      text += value
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    next: async () => (JSON.parse((await line())!) as { keys: string[] }).keys,
    ended: async () => (await line()) === null,
    close: async () => {
      stop.abort()
      await reader.cancel().catch(() => {})
    },
  }
}
const openAs = async (world: World, key: PersonKey) => open(await callerOf(world, key))

const mark = (world: World, courseId = world.courses.algebraA, key: PersonKey = 'ivanova', student: PersonKey = 'petya') => {
  const lesson = world.lesson(courseId)
  return world.does(key, 'marks.set', {
    lessonId: lesson.id,
    workId: lesson.workId,
    studentId: world.who[student],
    mark: { ...noMark, values: [5] },
    expected: noMark,
  })
}
const homework = (world: World) => world.does('ivanova', 'homework.set', taskOf(world))

test('a mark of Петя is heard by his teacher, his mother, himself, his homeroom teacher and the deputy, each as it concerns them', async () => {
  const world = await newWorld({ app })
  const streams = await Promise.all(
    (['ivanova', 'petrova', 'petya', 'sokolova', 'belova'] as const).map((key) => openAs(world, key)),
  )
  await mark(world)
  const [course, student] = [`course:${world.courses.algebraA}`, `student:${world.who.petya}`]
  assert.deepEqual(await Promise.all(streams.map((stream) => stream.next())), [
    [course],
    [student],
    [student],
    [course, student],
    [course, student],
  ])
  await Promise.all(streams.map((stream) => stream.close()))
})

test('classmates, other parents and the administrator hear nothing of it, not even that it was', async () => {
  const world = await newWorld({ app })
  const keys = ['masha', 'lena', 'egorov', 'elkin', 'kiselev'] as const
  const callers = await Promise.all(keys.map((key) => callerOf(world, key)))
  const streams = await Promise.all(callers.map(open))
  await mark(world)
  await homework(world) // of a group that none of them is in
  // Ended from elsewhere: had there been a word before it, it would come first.
  await Promise.all(keys.map((key, i) => world.does(key, 'access.revokeSession', { sessionId: callers[i]!.sessionId })))
  for (const [i, stream] of streams.entries()) {
    const own = world.who[keys[i]!]
    assert.deepEqual(await stream.next(), [`person:${own}`, `notices:${own}`], `${keys[i]}`)
    assert.ok(await stream.ended(), keys[i]!)
  }
})

test('a roll call is heard by who looks at the absentees, what is set up by who keeps the lists; families hear of neither', async () => {
  const world = await newWorld({ app })
  await world.amends(
    `with r as (insert into custom_role (school_id, name, rights) values (:school, 'Медсестра', '{attendance.read}') returning id)
    insert into role_grant (school_id, person_id, role, custom_role_id, from_date) select :school, $1, 'custom', id, '2026-09-01' from r`,
    [world.who.elkin],
  )
  const [nurse, homeroom, administrator, mother] = await Promise.all(
    (['elkin', 'sokolova', 'kiselev', 'petrova'] as const).map((key) => openAs(world, key)),
  )
  const lessonId = world.lesson(world.courses.algebraB).id
  await world.does('kuznetsov', 'attendance.rollCall', { lessonId, absences: [] })
  await world.does('kiselev', 'consents.addPurpose', { name: 'Фотографии', body: 'Согласие' })
  await mark(world)
  assert.deepEqual(await nurse!.next(), ['absences'])
  assert.deepEqual(await nurse!.next(), ['school'])
  assert.deepEqual(await homeroom!.next(), ['absences'])
  assert.deepEqual(await administrator!.next(), ['school'])
  assert.deepEqual(await mother!.next(), [`student:${world.who.petya}`])
  await Promise.all([nurse, homeroom, administrator, mother].map((stream) => stream!.close()))
})

test('homework is heard by the group that got it', async () => {
  const world = await newWorld({ app })
  const petya = await openAs(world, 'petya')
  await homework(world)
  assert.deepEqual(await petya.next(), [`course:${world.courses.englishA}`])
  await petya.close()
})

test('one school hears nothing of another', async () => {
  const [here, there] = [await newWorld({ app }), await newWorld({ app })]
  const head = await openAs(here, 'morozov')
  await mark(there)
  await mark(here, here.courses.algebraB, 'kuznetsov', 'lena')
  assert.deepEqual(await head.next(), [`course:${here.courses.algebraB}`, `student:${here.who.lena}`])
  await head.close()
})

/** What ends an open page of Иванова. */
const endings: [string, (world: World, caller: Caller) => Promise<unknown>][] = [
  ['the session is ended from elsewhere', (world, { sessionId }) => world.does('ivanova', 'access.revokeSession', { sessionId })],
  ['the account is closed', (world) => world.does('kiselev', 'access.blockAccount', { accountId: world.accounts.ivanova })],
  ['a new password is given', (world) => world.does('kiselev', 'access.resetPassword', { accountId: world.accounts.ivanova })],
  ['she signs out on another page', (_world, caller) => caller.does('access.signOut', {})],
  [
    'she changes the password elsewhere',
    async (world) =>
      (await callerOf(world, 'ivanova')).does('access.changePassword', { current: PASSWORD, next: 'другой крепкий пароль' }),
  ],
]
for (const [title, end] of endings) {
  test(`an open page falls silent at once when ${title}`, async () => {
    const world = await newWorld({ app })
    const caller = await callerOf(world, 'ivanova')
    const stream = await open(caller)
    await end(world, caller)
    assert.equal((await stream.next())?.[0], `person:${world.who.ivanova}`)
    assert.ok(await stream.ended())
    const again = await open(caller)
    assert.equal(again.status, 401)
    await again.close()
  })
}

test('an open page of somebody whose rights were taken hears nothing more and ends; one whose rights stand goes on [R021, R052]', async () => {
  const world = await newWorld({ app })
  const { grants } = await world.asks('morozov', 'access.roles', {})
  const { grantId } = grants.find(({ personId }) => personId === world.who.belova)!
  const [deputy, head, mother] = [await openAs(world, 'belova'), await openAs(world, 'morozov'), await openAs(world, 'petrova')]
  await world.does('morozov', 'access.endRole', { grantId, to: '2026-11-19' })
  await mark(world)
  assert.ok(await deputy.ended())
  assert.deepEqual(await head.next(), ['school'])
  assert.deepEqual(await head.next(), [`course:${world.courses.algebraA}`, `student:${world.who.petya}`])
  assert.deepEqual(await mother.next(), [`student:${world.who.petya}`])
  await Promise.all([head.close(), mother.close()])
})

test('two processes of one deployment tell each other', async () => {
  const world = await newWorld({ app })
  const other = await newApp()
  try {
    const mother = await openAs(world, 'petrova')
    await mark({
      ...world,
      does: (key, name, input) =>
        world
          .actor(key)
          .then((actor) => other.executor.execute(name, { actor, school: world.school }, crypto.randomUUID(), input)),
    })
    assert.deepEqual(await mother.next(), [`student:${world.who.petya}`])
    await mother.close()
  } finally {
    await other.close()
  }
})

test('one session opens six pages and no more', async () => {
  const world = await newWorld({ app })
  const caller = await callerOf(world, 'petya')
  const streams = await Promise.all(Array.from({ length: 6 }, () => open(caller)))
  assert.deepEqual(
    streams.map((stream) => stream.status),
    [200, 200, 200, 200, 200, 200],
  )
  const seventh = await fetch(`${address}/api/live`, { headers: { cookie: caller.cookie } })
  assert.equal(seventh.status, 429)
  await Promise.all(streams.map((stream) => stream.close()))
})

test('a stream carries the same headers of safety as everything else, and is never kept', async () => {
  const world = await newWorld({ app })
  const stream = await openAs(world, 'petya')
  assert.equal(stream.headers.get('content-type'), 'text/event-stream')
  assert.equal(stream.headers.get('cache-control'), 'no-store')
  assert.match(stream.headers.get('content-security-policy')!, /default-src 'self'/)
  assert.equal(stream.headers.get('x-content-type-options'), 'nosniff')
  await stream.close()
})
