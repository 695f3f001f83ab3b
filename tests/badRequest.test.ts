import assert from 'node:assert/strict'
import { randomUUIDv7 } from 'node:crypto'
import { test } from 'node:test'
import { type Bad, proveRefused } from './badInput.ts'
import { type Caller, callerOf } from './caller.ts'
import { TODAY } from './database.ts'
import { newWorld, type World } from './world.ts'

const topic = (world: World, text: unknown) => ({ lessonId: world.lesson(world.courses.algebraA).id, topic: text, expected: '' })
const raw = (caller: Caller, body: string | Buffer, headers: Record<string, string> = {}) =>
  caller.sends('POST', '/api/marks.set', {
    body,
    headers: { 'content-type': 'application/json', 'x-zvonok': '1', 'x-operation-id': randomUUIDv7(), ...headers },
  })

const wrongTopics: [string, unknown][] = [
  ['a control sign', 'Дроби\u0007'],
  ['a zero byte', 'Дро\u0000би'],
  ['a return of the carriage', 'Дроби\r\nx-header: 1'],
  ['an escape of the terminal', '\u001b[31mДроби'],
  ['a sign that turns the writing around', 'Дроби \u202Eтекст'],
  ['an isolate that turns the writing around', '\u2067Дроби'],
  ['more than five hundred letters', 'д'.repeat(501)],
  ['a number', 5],
  ['nothing', null],
  ['a list', ['Дроби']],
  ['an object', { toString: 'Дроби' }],
]

const bodies: Bad[] = [
  ['no JSON at all', 400, 'input.notJson', (caller) => raw(caller, '{"lessonId": ')],
  ['an empty body', 400, 'input.notJson', (caller) => raw(caller, '')],
  ['a bare word', 400, 'input.notJson', (caller) => raw(caller, 'привет')],
  ['bytes that are no text', 400, 'input.notJson', (caller) => raw(caller, Buffer.from([0xff, 0xfe, 0x00, 0x80]))],
  ['a poisoned prototype', 400, 'input.notJson', (caller) => raw(caller, '{"__proto__": {"admin": true}}')],
  ['a poisoned constructor', 400, 'input.notJson', (caller) => raw(caller, '{"constructor": {"prototype": {"admin": true}}}')],
  ['null', 400, 'input.wrong', (caller) => raw(caller, 'null')],
  ['a list', 400, 'input.wrong', (caller) => raw(caller, '[]')],
  ['a number', 400, 'input.wrong', (caller) => raw(caller, '5')],
  ['ten thousand lists, one in another', 400, 'input.wrong', (caller) => raw(caller, '['.repeat(10_000) + ']'.repeat(10_000))],
  [
    'a form',
    400,
    'input.notJson',
    (caller) => raw(caller, 'lessonId=1', { 'content-type': 'application/x-www-form-urlencoded' }),
  ],
  ['a page of text', 400, 'input.wrong', (caller) => raw(caller, '{"lessonId": "1"}', { 'content-type': 'text/plain' })],
  ['ten megabytes', 413, 'input.tooLarge', (caller) => raw(caller, JSON.stringify({ lessonId: 'x'.repeat(10 * 1024 * 1024) }))],
  ['two megabytes and a sign', 413, 'input.tooLarge', (caller) => raw(caller, ' '.repeat(2 * 1024 * 1024 + 1))],

  ['a day that is none', 400, 'input.wrong', (caller) => caller.calls('journal.myDay', { date: '2026-02-30' })],
  ['the year 0', 400, 'input.wrong', (caller) => caller.calls('journal.myDay', { date: '0000-01-01' })],
  ['no day', 400, 'input.wrong', (caller) => caller.calls('journal.myDay', {})],
  ['two days', 400, 'input.wrong', (caller) => caller.sends('GET', `/api/journal.myDay?date=${TODAY}&date=${TODAY}`)],
  ['a day of a day', 400, 'input.wrong', (caller) => caller.sends('GET', `/api/journal.myDay?date[gte]=${TODAY}`)],
  ['a course that is no id', 400, 'input.wrong', (caller) => caller.calls('journal.page', { courseId: '1 or 1=1' })],
  ['an address that cannot be read', 404, 'input.unknownOperation', (caller) => caller.sends('GET', '/api/%E0%A4%A')],
  ...wrongTopics.map(
    ([title, text]): Bad => [
      `a topic with ${title}`,
      400,
      'input.wrong',
      (caller, world) => caller.calls('journal.setTopic', topic(world, text)),
    ],
  ),
]
proveRefused(bodies)

test('what people may write is written as it stands', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'ivanova')
  let expected = ''
  for (const text of [
    'Дроби 🍕👨‍👩‍👧 ½ + ⅓',
    "'; drop table mark; --",
    '<script>alert(1)</script>',
    '{{7*7}} $' + '{7*7} %s %n',
    'строка\nвторая\tс отступом',
    '=cmd|calc',
    'я'.repeat(500),
    '\\u0000 \\',
    'עברית ‏ и русский',
  ]) {
    const answer = await caller.calls('journal.setTopic', { ...topic(world, text), expected })
    assert.equal(answer.status, 200, answer.text)
    const [row] = await world.rows<{ topic: string }>('select topic from lesson where school_id = :school and id = $1', [
      world.lesson(world.courses.algebraA).id,
    ])
    assert.equal(row!.topic, text)
    expected = text
  }
})

test('every day that a calendar takes is answered, however far', async () => {
  const world = await newWorld()
  const caller = await callerOf(world, 'petrova')
  for (const monday of ['0001-01-01', '1582-10-10', '2026-11-18', '9999-12-31']) {
    const answer = await caller.calls('diary.week', { studentId: world.who.petya, monday })
    assert.ok(answer.status === 200 || answer.status === 400, `${monday}: ${answer.status} ${answer.text}`)
  }
})
