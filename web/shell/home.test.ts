import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Me } from '#web/platform/sessionState.ts'
import { homeOf } from './home.ts'

const today = '2026-11-20'
const open = { from: '2026-09-01', to: null, rights: [] }
const somebody = { roles: [], courses: [], substitutions: [], homeroomOf: [], children: [], student: false }
const me = (actor: object, children: object[] = []) => ({ today, actor: { ...somebody, ...actor }, children }) as unknown as Me

test('everybody begins where their work is', () => {
  const child = { studentId: 's', name: 'Иван Петров', className: '7Б' }
  const table: [string, Me][] = [
    ['/diary', me({ student: true })],
    ['/', me({ courses: [{ courseId: 'c', ...open }] })],
    ['/', me({ courses: [{ courseId: 'c', ...open }], roles: [{ role: 'deputyHead', ...open }] }, [child])],
    ['/overview', me({ roles: [{ role: 'head', ...open }] })],
    ['/school', me({ roles: [{ role: 'administrator', ...open }] })],
    ['/diary', me({ roles: [{ role: 'head', from: '2020-09-01', to: '2021-06-30', rights: [] }] }, [child])],
    ['/classes', me({ homeroomOf: ['k'] })],
    ['/absent', me({ roles: [{ role: 'custom', ...open, rights: ['people.read', 'attendance.read'] }] }, [child])],
    ['/school', me({ roles: [{ role: 'custom', ...open, rights: ['contacts.read'] }] })],
    ['/security', me({ roles: [{ role: 'custom', ...open }] })],
    ['/security', me({})],
  ]
  for (const [home, person] of table) assert.equal(homeOf(person), home)
})
