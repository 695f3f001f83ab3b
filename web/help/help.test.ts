import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#web/platform/sessionState.ts'
import { partsFound } from './found.ts'
import { guides } from './guides.texts.ru.ts'
import { guidesOf } from './whose.ts'

const today = '2026-11-20'
const nobody = { roles: [], courses: [], substitutions: [], homeroomOf: [], children: [], student: false }
const me = (actor: object, children: object[] = []) => ({ today, actor: { ...nobody, ...actor }, children }) as unknown as Me

test('everybody gets the guides of their own work [R015]', () => {
  const open = { from: '2026-09-01', to: null }
  assert.deepEqual(guidesOf(me({ courses: [{ courseId: 'c', ...open }], homeroomOf: ['k'] })), ['teacher', 'homeroom'])
  assert.deepEqual(guidesOf(me({ roles: [{ role: 'administrator', ...open }] })), ['administrator'])
  assert.deepEqual(guidesOf(me({ student: true })), ['family'])
  assert.deepEqual(guidesOf(me({}, [{ studentId: 's' }])), ['family'])
  assert.deepEqual(guidesOf(me({})), ['family'])
})

test('a search finds the part that speaks of it', () => {
  const teacher = guides.find(({ key }) => key === 'teacher')!
  assert.deepEqual(
    partsFound(teacher, 'excel').map(({ title }) => title),
    ['Поставить отметки'],
  )
  assert.equal(partsFound(teacher, '').length, teacher.parts.length)
  assert.deepEqual(partsFound(teacher, 'расписание звонков'), [])
})
