import assert from 'node:assert/strict'
import { test } from 'node:test'
import { capabilitiesOf, type Grant } from './capabilities.ts'

const person = { personId: 'p', name: '', position: '', account: true, courses: 0, homeroomOf: [] }
const grant = (role: Grant['role'], part: Partial<Grant> = {}): Grant => ({
  grantId: role,
  personId: 'p',
  name: '',
  role,
  customRoleId: null,
  from: '2026-09-01',
  to: null,
  orderNumber: '',
  orderDate: null,
  ...part,
})
const nurse = {
  roleId: 'n',
  name: 'Медсестра',
  rights: ['people.read', 'attendance.read'] as ('people.read' | 'attendance.read')[],
  archived: false,
}
const cases: [string, Partial<typeof person>, Grant[], string][] = [
  ['a teacher', { courses: 3 }, [], 'own none none'],
  ['a deputy', {}, [grant('deputyHead')], 'all read all'],
  ['the head', {}, [grant('head')], 'all read read'],
  ['an administrator sees no journal', {}, [grant('administrator')], 'none all read'],
  ['a role that has ended opens nothing', {}, [grant('administrator', { to: '2026-11-19' })], 'none none none'],
  ['a nurse', {}, [grant('custom', { customRoleId: 'n' })], 'none read none people.read attendance.read'],
  ['somebody else’s role', {}, [grant('head', { personId: 'q' })], 'none none none'],
]
for (const [who, part, grants, wanted] of cases) {
  test(`who may what: ${who} [R042]`, () => {
    const { journals, people, year, rights } = capabilitiesOf(
      { ...person, ...part },
      { grants, customRoles: [nurse] },
      '2026-11-20',
    )
    assert.equal([journals, people, year, ...rights].join(' '), wanted)
  })
}
