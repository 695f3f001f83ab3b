import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { noMark } from '#domain/marks/rules.ts'
import { type Input, type OperationName, operations, type QueryName } from '#domain/operations.ts'
import { callerOf } from './caller.ts'
import { newApp } from './database.ts'
import { sampleOf } from './samples.ts'
import { newWorld, type PersonKey, type World } from './world.ts'

const names = Object.keys(operations) as OperationName[]
/** A file carries the moment at which it was made. */
const files = new Set<OperationName>(['exchange.template', 'exchange.export', 'exchange.problems'])
/** How far a verification of the log has come: another answer every moment, and never remembered. */
const moving = new Set<OperationName>(['audit.state'])
const queries = names.filter((name) => operations[name].kind === 'query' && !files.has(name) && !moving.has(name)) as QueryName[]
const commands = names.filter((name) => operations[name].kind === 'command')

type Question = { name: QueryName; by: PersonKey; input: Input<QueryName> }
const questionsOf = (world: World): Promise<Question[]> =>
  Promise.all(
    queries.map(async (name) => {
      const { by, input } = sampleOf(name)
      return { name, by, input: (await input(world)) as Input<QueryName> }
    }),
  )

test('what is remembered is never older than the last operation, whichever it was', async () => {
  for (const name of commands) {
    const world = await newWorld()
    const { by, input } = sampleOf(name)
    const sample = await input(world)
    const questions = await questionsOf(world)
    const callers = new Map(await Promise.all(questions.map(async ({ by }) => [by, await callerOf(world, by)] as const)))
    const ask = async ({ name, by, input }: Question) => (await callers.get(by)!.calls(name, input)).body
    for (const question of questions) await ask(question)
    const answer = await (await callerOf(world, by)).calls(name, sample)
    assert.equal(answer.status, 200, `${name}: ${answer.text}`)
    for (const question of questions) {
      const remembered = await ask(question)
      if ((remembered as { code?: string }).code) continue // the operation ended this person's session
      world.app.answers.forgetAll()
      assert.deepEqual(remembered, await ask(question), `${question.name} after ${name}`)
    }
  }
})

test('an answer is read once, and again after what it is about has changed', async () => {
  const world = await newWorld()
  const caller = { actor: await world.actor('petrova'), school: world.school }
  const input = { studentId: world.who.petya, monday: '2026-11-16' }
  let packed = 0
  const ask = () => world.app.executor.answer('diary.week', caller, input, (output) => ({ n: ++packed, output, bytes: 100 }))
  const first = await ask()
  assert.equal(await ask(), first)
  const { id: lessonId, workId } = world.lesson(world.courses.algebraB)
  const mark = { ...noMark, values: [4] }
  await world.does('kuznetsov', 'marks.set', { lessonId, workId, studentId: world.who.lena, mark, expected: noMark })
  assert.equal(await ask(), first, 'of another class')
  await world.does('ivanova', 'journal.setTopic', {
    lessonId: world.lesson(world.courses.englishA).id,
    topic: 'Past Simple',
    expected: '',
  })
  assert.notEqual(await ask(), first)
  assert.equal(packed, 2)
})

test('another process forgets what this one changed', async (t) => {
  const world = await newWorld()
  const other = await newApp()
  t.after(() => other.close())
  const caller = { actor: await world.actor('ivanova'), school: world.school }
  const input = { courseId: world.courses.englishA }
  const topics = async () =>
    (await other.executor.answer('journal.page', caller, input, (output) => ({ output, bytes: 1 }))).output.lessons.map(
      ({ topic }) => topic,
    )
  assert.ok(!(await topics()).includes('Артикли'))
  const { id: lessonId } = world.lesson(world.courses.englishA)
  await world.does('ivanova', 'journal.setTopic', { lessonId, topic: 'Артикли', expected: '' })
  for (let i = 0; i < 200 && !(await topics()).includes('Артикли'); i++) await pause(20)
  assert.ok((await topics()).includes('Артикли'))
})

test('remembered or not, an answer is not for strangers, and not for whom it no longer concerns [R051]', async () => {
  const world = await newWorld()
  const input = { studentId: world.who.petya, monday: '2026-11-16' }
  const mother = await callerOf(world, 'petrova')
  assert.equal((await mother.calls('diary.week', input)).status, 200)
  for (const stranger of ['lena', 'egorov', 'kuznetsov', 'kiselev'] as const)
    assert.equal((await (await callerOf(world, stranger)).calls('diary.week', input)).status, 403, stranger)
  await world.amends(`update guardian_of set to_date = '2026-11-01' where school_id = :school and guardian_id = $1`, [
    world.who.petrova,
  ])
  world.app.sessions.forget({ schoolId: world.schoolId })
  assert.equal((await mother.calls('diary.week', input)).status, 403)
})

test('old phones and plain http get the same answer, compressed as they can take it', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'petrova')
  const input = { studentId: world.who.petya, monday: '2026-11-16' }
  const asked = async (accepted: string) => {
    const url = `/api/diary.week?studentId=${input.studentId}&monday=${input.monday}`
    const { rawPayload, headers } = await world.app.http.inject({
      method: 'GET',
      url,
      headers: { cookie: caller.cookie, 'accept-encoding': accepted },
    })
    return { rawPayload, encoding: headers['content-encoding'] ?? '', tag: headers.etag }
  }
  const [modern, http, none] = [await asked('gzip, deflate, br, zstd'), await asked('gzip, deflate'), await asked('')]
  assert.deepEqual([modern.encoding, http.encoding, none.encoding], ['br', 'gzip', ''])
  const text = none.rawPayload.toString()
  assert.equal(brotliDecompressSync(modern.rawPayload).toString(), text)
  assert.equal(gunzipSync(http.rawPayload).toString(), text)
  assert.equal(modern.tag, none.tag)
})
