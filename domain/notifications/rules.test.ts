import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultPolicies } from '#domain/school/policies.ts'
import { hoursOf, isQuiet, kindOf, noticeRules, offersTo, waitMinutes } from './rules.ts'

const at = (time: string) => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1])
const usual = { daily: 18, quietFrom: 21, quietTo: 7 }

test('what is told at once waits for the morning, what is told once a day for its hour [R043]', () => {
  for (const [way, hours, now, waits] of [
    ['now', usual, '12:00', 0],
    ['now', usual, '20:59', 0],
    ['now', usual, '21:00', 600],
    ['now', usual, '23:30', 450],
    ['now', usual, '0:00', 420],
    ['now', usual, '6:59', 1],
    ['now', usual, '7:00', 0],
    ['now', { ...usual, quietFrom: 13, quietTo: 15 }, '14:15', 45],
    ['now', { ...usual, quietFrom: 7, quietTo: 7 }, '3:00', 0],
    ['daily', usual, '12:00', 360],
    ['daily', usual, '18:00', 0],
    ['daily', usual, '18:01', 1_439],
    ['daily', { ...usual, daily: 22 }, '21:30', 570],
    ['daily', { ...usual, daily: 22, quietFrom: 0, quietTo: 0 }, '21:30', 30],
  ] as const)
    assert.equal(waitMinutes(way, hours, at(now)), waits, `${way} at ${now}`)
})

test('nobody is ever disturbed in their quiet hours, and nothing waits two days [R043]', () => {
  for (let from = 0; from < 24; from++)
    for (let to = 0; to < 24; to++)
      for (let minute = 0; minute < 1_440; minute += 97)
        for (const way of ['now', 'daily'] as const) {
          const hours = { daily: (from * 5) % 24, quietFrom: from, quietTo: to }
          const wait = waitMinutes(way, hours, minute)
          assert.ok(wait >= 0 && wait < 2_880)
          assert.equal(isQuiet((minute + wait) % 1_440, hours), false, `${way} ${minute} ${JSON.stringify(hours)}`)
        }
})

test('own hours go before those of the school', () => {
  assert.deepEqual(hoursOf({ daily: null, quietFrom: null, quietTo: null }, defaultPolicies), usual)
  assert.deepEqual(hoursOf({ daily: 0, quietFrom: 0, quietTo: 0 }, defaultPolicies), { daily: 0, quietFrom: 0, quietTo: 0 })
})

const nobody = { personId: 'me', student: false, children: [], roles: [], courses: [], homeroomOf: [], substitutions: [] }
const child = (studentId: string, to: string | null = null) => ({ studentId, from: '2020-01-01', to })
const offers = (person: Partial<Parameters<typeof offersTo>[0]>, policies = defaultPolicies) =>
  offersTo({ ...nobody, ...person }, policies, '2026-11-20').map(
    ({ kind, studentId, byDefault }) => `${kind}${studentId ? ` of ${studentId}` : ''}: ${byDefault}`,
  )

test('a family chooses child by child, staff about their tasks, and the safety of an account is not to be chosen [R043]', () => {
  assert.deepEqual(offers({}), [])
  assert.deepEqual(offers({ student: true }), ['marks of me: now', 'homework of me: off'])
  assert.deepEqual(offers({ children: [child('petya'), child('kolya'), child('masha', '2026-10-31')] }), [
    'marks of petya: now',
    'absences of petya: now',
    'homework of petya: off',
    'marks of kolya: now',
    'absences of kolya: now',
    'homework of kolya: off',
    'answers: now',
  ])
  assert.deepEqual(offers({ homeroomOf: ['7А'] }), ['tasks: now', 'answers: now'])
  assert.deepEqual(offersTo({ ...nobody, homeroomOf: ['7А'] }, defaultPolicies, '2026-11-20')[0]?.ways, ['now', 'daily'])
})

test('what the school does not offer nobody chooses [R043]', () => {
  const policies = { ...defaultPolicies, 'notices.marks': 'none', 'notices.homework': 'daily' } as const
  assert.deepEqual(offers({ student: true }, policies), ['homework of me: daily'])
})

test('every notice falls under a choice', () => {
  for (const { kind } of noticeRules) assert.ok(kindOf[kind])
})
