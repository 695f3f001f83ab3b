import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type OperationName, operations } from '#domain/operations.ts'
import { type Caller, callerOf } from './caller.ts'
import { sampleOf, samples } from './samples.ts'
import { newWorld, type World } from './world.ts'

const names = Object.keys(operations) as OperationName[]
const commands = names.filter((name) => operations[name].kind === 'command')
/** Open to who has no session: there is none yet, or none any more. */
const openToAll = new Set<OperationName>(['access.signIn', 'access.signOut', 'access.secondStep', 'access.activate'])
/** They prove themselves anew each time: a first answer to their id would open nothing. */
const withoutId = new Set<OperationName>(['access.signIn', 'access.secondStep', 'access.activate'])
/** Its address takes bytes, not fields. */
const takesBytes = new Set<OperationName>(['homework.addFile', 'exchange.upload'])

/** Everything that operations leave behind. */
const traces = async (world: World) =>
  (
    await world.rows<{ n: string }>(
      `select (select count(*) from change where school_id = :school) || '/' || (select count(*) from operation where school_id = :school) as n`,
    )
  )[0]!.n

/** The ids of their input are new ones, made by the caller: there is nothing yet that could be another school's. */
const makesIds = new Set<OperationName>([
  'school.addAct',
  'curriculum.addSubjects',
  'curriculum.addRooms',
  'curriculum.addProfile',
  'exchange.upload',
  'processing.setPurpose',
])

const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** The same input about things that are nowhere. */
const elsewhere = (input: unknown): unknown => {
  const known = new Map<string, string>()
  const stranger = (id: string) => known.getOrInsertComputed(id, () => randomUUIDv7())
  return JSON.parse(JSON.stringify(input).replace(idPattern, stranger))
}

test('every operation has a sample, so that nothing is served untested', () => {
  for (const name of names) sampleOf(name)
  assert.deepEqual(Object.keys(samples).sort(), [...names].sort())
})

test('every sample works for whom it is meant [R051]', async () => {
  for (const name of names) {
    const world = await newWorld()
    const { by, input } = sampleOf(name)
    const caller = await callerOf(world, by)
    const answer = await caller.calls(name, await input(world))
    assert.equal(answer.status, 200, `${name}: ${answer.text}`)
  }
})

test('signed out, nothing is done and nothing is read [R051]', async () => {
  const world = await newWorld()
  const passerBy = await callerOf(world, null)
  for (const name of names.filter((one) => !openToAll.has(one))) {
    const input = await sampleOf(name).input(world)
    const before = await traces(world)
    const answer = await passerBy.calls(name, input)
    assert.deepEqual([answer.status, answer.code], [401, 'access.signedOut'], name)
    assert.equal(await traces(world), before, name)
  }
})

test('a made-up cookie is nobody’s', async () => {
  const world = await newWorld()
  const { cookie } = await callerOf(world, 'ivanova')
  const token = cookie.split('.')[1]!
  for (const value of [
    '',
    'x',
    '.',
    `${world.schoolId}.`,
    `${world.schoolId}.${'A'.repeat(32)}`,
    `${world.schoolId + 1}.${token}`,
    `0.${token}`,
    `-1.${token}`,
    `9999999999.${token}`,
    `1e3.${token}`,
    `${world.schoolId}; drop table session.${token}`,
    `${world.schoolId}.${token}x`,
  ]) {
    const answer = await world.app.http.inject({
      method: 'GET',
      url: '/api/access.me',
      headers: { cookie: `zvonok=${encodeURIComponent(value)}` },
    })
    assert.equal(answer.statusCode, 401, value)
  }
})

for (const name of names.filter((one) => samples[one]?.strangers.length > 0)) {
  test(`${name} is refused to whom it does not concern, and they leave no trace [R051, R052, R055, R056, R057]`, async () => {
    const world = await newWorld()
    const { strangers, input } = sampleOf(name)
    const sample = await input(world)
    for (const key of strangers) {
      const caller = await callerOf(world, key)
      const before = await traces(world)
      const answer = await caller.calls(name, sample)
      assert.deepEqual([answer.status, answer.code], [403, 'access.denied'], `${key}: ${answer.text}`)
      assert.equal(await traces(world), before, key)
    }
  })
}

test('another school’s things are as if they were not there, byte for byte', async () => {
  const [here, there] = [await newWorld(), await newWorld()]
  for (const name of names) {
    const sample = sampleOf(name)
    const input = await sample.input(there)
    if (!JSON.stringify(input).match(idPattern) || takesBytes.has(name) || makesIds.has(name)) continue
    const caller = await callerOf(here, sample.by)
    const before = await traces(there)
    const foreign = await caller.calls(name, input)
    const nowhere = await caller.calls(name, elsewhere(input))
    assert.ok([403, 422].includes(foreign.status), `${name}: ${foreign.text}`)
    assert.equal(foreign.text, nowhere.text, name)
    assert.equal(await traces(there), before, name)
  }
})

test('what is refused to a stranger is refused as if it were not there, byte for byte', async () => {
  const world = await newWorld()
  for (const name of names) {
    const { strangers, input } = sampleOf(name)
    const sample = await input(world)
    if (!strangers[0] || takesBytes.has(name)) continue
    const caller = await callerOf(world, strangers[0])
    assert.equal((await caller.calls(name, sample)).text, (await caller.calls(name, elsewhere(sample))).text, name)
  }
})

/** How a page of another origin gives itself away; the last two come from sandboxed frames and broken proxies. */
const foreign: [string, Record<string, string>][] = [
  ['without the header of our own pages', { 'x-zvonok': '' }],
  ['from a foreign origin', { origin: 'https://evil.example' }],
  ['from another port of the same host', { origin: 'http://localhost:8081', host: 'localhost:8080' }],
  ['with a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ['with a same-site fetch of a neighbour', { 'sec-fetch-site': 'same-site' }],
  ['from a sandboxed frame', { origin: 'null' }],
  ['with an origin that is none', { origin: 'http://' }],
]
for (const [title, headers] of foreign) {
  test(`a command ${title} is refused and changes nothing`, async () => {
    const world = await newWorld()
    for (const name of commands) {
      const { by, input } = sampleOf(name)
      const sample = await input(world)
      const caller = await callerOf(world, by)
      const before = await traces(world)
      const answer = await caller.calls(name, sample, { headers })
      assert.deepEqual([answer.status, answer.code], [403, 'access.foreignRequest'], name)
      assert.equal(await traces(world), before, name)
    }
  })
}

test('an operation answers to its own method only', async () => {
  const world = await newWorld()
  for (const name of names) {
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    const caller = await callerOf(world, by)
    const before = await traces(world)
    const right = operations[name].kind === 'command' ? 'POST' : 'GET'
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'].filter((one) => one !== right)) {
      const answer = await send(caller, method, name, sample)
      assert.ok([404, 405].includes(answer.status), `${method} ${name}: ${answer.status}`)
    }
    assert.equal(await traces(world), before, name)
  }
})

const send = (caller: Caller, method: string, name: string, body: unknown) =>
  caller.sends(method, `/api/${name}`, {
    headers: { 'x-zvonok': '1', 'x-operation-id': randomUUIDv7() },
    ...(method === 'GET' || method === 'TRACE' ? {} : { body }),
  })

test('a field that no contract knows is refused, whatever column it is named after', async () => {
  const world = await newWorld()
  const columns = ['school_id', 'schoolId', 'id', 'role', 'removed', 'lockedAt', 'actor', '__proto__x']
  for (const name of names.filter((one) => !takesBytes.has(one))) {
    const { by, input } = sampleOf(name)
    const sample = (await input(world)) as object
    const caller = await callerOf(world, by)
    const before = await traces(world)
    for (const column of columns) {
      const answer = await caller.calls(name, { ...sample, [column]: '1' })
      assert.deepEqual([answer.status, answer.code], [400, 'input.wrong'], `${name} with ${column}: ${answer.text}`)
    }
    assert.equal(await traces(world), before, name)
  }
})

test('a command without an operation id is refused: its retry could not be told from a new one', async () => {
  const world = await newWorld()
  for (const name of commands.filter((one) => !withoutId.has(one))) {
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    const caller = await callerOf(world, by)
    for (const id of ['', '1', 'x'.repeat(36), `${randomUUIDv7()}, ${randomUUIDv7()}`, "'; drop table mark; --"]) {
      const answer = await caller.calls(name, sample, { operationId: id })
      assert.deepEqual([answer.status, answer.code], [400, 'input.operationId'], `${name} «${id}»`)
    }
  }
})
