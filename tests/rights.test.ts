import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Actor, rights, type Subject } from '#domain/access/actor.ts'
import {
  type Capability,
  type Category,
  capabilities,
  capabilityNames,
  categories,
  everybodys,
  holdsCapability,
  signOf,
} from '#domain/access/capabilities.ts'
import { choiceKey, choosers } from '#domain/access/choices.ts'
import * as is from '#domain/access/relations.ts'
import { type OperationName, operations } from '#domain/operations.ts'
import { may, permissions } from '#domain/permissions.ts'

const names = Object.keys(operations) as OperationName[]
type Relation = ((actor: Actor, subject: never, today: string) => boolean) & {
  choice?: { capability: Capability; category: Category; byDefault: boolean }
}
const rowOf = (name: OperationName) => permissions[name] as unknown as readonly Relation[]

/** What a relation that is nobody's choice makes somebody. */
const categoriesOf = new Map<unknown, Category>([
  [is.head, 'head'],
  [is.deputyHead, 'deputyHead'],
  [is.administrator, 'administrator'],
  [is.homeroomTeacherOf, 'homeroomTeacher'],
  [is.leadsClass, 'homeroomTeacher'],
  [is.teacherOf, 'teacher'],
  [is.substituteOf, 'teacher'],
  [is.coversCourse, 'teacher'],
  [is.handsOut, 'teacher'],
  [is.leaderOf, 'teacher'],
  [is.withReason, 'teacher'],
  [is.self, 'family'],
  [is.guardianOf, 'family'],
  [is.owner, 'family'],
  [is.receives, 'family'],
])

test('every operation belongs to one capability, or is everybody’s [R042]', () => {
  const places = [...capabilityNames.flatMap((one) => capabilities[one].operations), ...everybodys]
  const hint = 'name it in domain/access/capabilities.ts: in the capability it is part of, or among what is everybody’s'
  assert.deepEqual(
    names.filter((name) => !places.includes(name)),
    [],
    hint,
  )
  assert.deepEqual(
    places.filter((name, i) => places.indexOf(name) < i || !names.includes(name)),
    [],
    'named twice, or no operation any more',
  )
})

test('the matrix that a school sees is the table of permissions in force [R042]', () => {
  const wrong: string[] = []
  for (const capability of capabilityNames) {
    const rows = capabilities[capability].operations.map((name) => [name, rowOf(name)] as const)
    for (const category of categories) {
      const sign = signOf(capability, category)
      const wrapped = rows.flatMap(([, row]) => row.filter(({ choice }) => choice?.capability === capability && choice.category === category))
      const fixed = rows.some(([, row]) => row.some((relation) => categoriesOf.get(relation) === category || (relation === is.worksWithPupils && category !== 'family')))
      const said = wrapped.length === 0 ? (fixed ? '=' : '·') : wrapped[0]!.choice!.byDefault ? '+' : '?'
      const mixed = wrapped.length > 0 && (fixed || wrapped.some(({ choice }) => choice!.byDefault !== wrapped[0]!.choice!.byDefault))
      const partly = wrapped.length > 0 && rows.some(([, row]) => !row.some(({ choice }) => choice?.capability === capability && choice.category === category)) && category !== 'homeroomTeacher'
      if (said !== sign || mixed || partly) wrong.push(`${capability} ${category}: ${said}${mixed ? ' mixed' : ''}${partly ? ' in part' : ''}, the matrix says ${sign}`)
    }
    for (const [name, row] of rows) {
      const alien = row.filter(({ choice }) => choice && choice.capability !== capability)
      // Who keeps a thing may look for it; nothing is changed by the right to something else.
      if (alien.length > 0 && operations[name].kind === 'command') wrong.push(`${name} is open to ${alien[0]!.choice!.capability}`)
    }
  }
  assert.deepEqual(wrong, [])
}) // biome-ignore format: conditions side by side

const TODAY = '2026-11-20'
const nobody: Actor = {
  schoolId: 1,
  personId: 'me',
  accountId: 'account',
  sessionId: null,
  name: { surname: '', givenName: '', patronymic: '' },
  roles: [],
  courses: [],
  substitutions: [],
  homeroomOf: [],
  children: [],
  student: false,
  choices: {},
}
const grant = (role: 'head' | 'deputyHead' | 'administrator' | 'custom', held: Actor['roles'][number]['rights'] = []) => ({
  roles: [{ role, rights: held, from: '2026-09-01', to: null }],
})
const stays = [{ classId: '7А', from: '2026-09-01', to: null }]
const course = { courseId: 'algebra', groupId: '7А', classIds: ['7А'], grade: 7, ungraded: false, scale: 'five' as const }
/** One of each kind that is nothing of the person's own. */
const strangers: Record<string, Subject> = {
  school: { kind: 'school' },
  class: { kind: 'class', classId: '7А' },
  person: { kind: 'person', personId: 'petya', classes: stays },
  student: { kind: 'student', studentId: 'petya', classes: stays },
  course: { kind: 'course', ...course },
  lesson: { kind: 'lesson', ...course, lessonId: 'l', date: TODAY, teacherId: 'other', insteadOfId: null, cancelled: false, lockedAt: null },
  file: { kind: 'file', fileId: 'f', courseIds: ['algebra'], classIds: ['7А'], studentIds: ['petya'], authorId: 'other', ofOrder: false },
  account: { kind: 'account', accountId: 'a', personId: 'petya' },
  session: { kind: 'session', sessionId: 's', personId: 'petya' },
  urgent: { kind: 'urgent', urgentId: 'u', personId: 'other', studentId: 'petya' },
  training: { kind: 'training', trainingId: 't', leaderId: null, invited: [] },
} // biome-ignore format: a subject a line
const people: Record<string, Partial<Actor>> = {
  head: grant('head'),
  deputyHead: grant('deputyHead'),
  administrator: grant('administrator'),
  homeroomTeacher: { homeroomOf: ['7А'] },
  teacher: { courses: [{ courseId: 'russian', from: '2026-09-01', to: null }] },
  family: { children: [{ studentId: 'lena', from: '2026-09-01', to: null }], student: true },
  secretary: grant('custom', [...rights]),
}
const can = (who: Partial<Actor>, name: OperationName, choices: Record<string, boolean>): boolean => {
  const subject = strangers[operations[name].subject]
  return subject !== undefined && may({ ...nobody, ...who, choices }, name, subject as never, TODAY)
}

const anyChoices = fc.dictionary(
  fc.oneof(
    fc.tuple(fc.constantFrom(...capabilityNames), fc.constantFrom(...choosers)).map(([a, b]) => choiceKey(a, b)),
    // What no screen offers and somebody might write into the table.
    fc.tuple(fc.constantFrom(...capabilityNames), fc.constantFrom('teacher', 'family', 'custom', 'everyone')).map((parts) => parts.join(' ')),
    fc.string(),
  ),
  fc.boolean(),
  { maxKeys: 60 },
) // biome-ignore format: the kinds of keys

const inMarks: readonly OperationName[] = [
  'marks.set',
  'marks.setMany',
  'marks.addWork',
  'marks.removeWork',
  'attendance.set',
  'journal.setTopic',
  'homework.set',
]
const ofRights: readonly OperationName[] = ['access.setRight', 'access.grantRole', 'access.addCustomRole', 'school.setPolicy', 'access.resetSecondFactor', 'access.blockAccount'] // biome-ignore format: a list
const ofChildren: readonly OperationName[] = [
  'diary.week',
  'journal.page',
  'people.card',
  'people.list',
  'attendance.absentees',
  'classes.card',
]

test('whatever a school decides, nobody gains but whom it has named, and what is forbidden stays so [R042, R051]', () => {
  fc.assert(
    fc.property(anyChoices, (choices) => {
      for (const [who, part] of Object.entries(people)) {
        for (const name of names) {
          const now = can(part, name, choices)
          const before = can(part, name, {})
          if (now === before) continue
          const reasons = rowOf(name).filter(
            ({ choice }) => choice && choices[choiceKey(choice.capability, choice.category as never)] === now,
          )
          assert.ok(
            reasons.some(({ choice }) => choice!.category === who),
            `${who} ${now ? 'gains' : 'loses'} ${name} by nobody’s decision`,
          )
        }
      }
      for (const who of ['head', 'deputyHead', 'administrator', 'homeroomTeacher', 'family', 'secretary'])
        for (const name of inMarks) assert.equal(can(people[who]!, name, choices), false, `${who} ${name}`)
      for (const name of ofChildren) assert.equal(can(people.family!, name, choices), false, name)
      for (const who of ['deputyHead', 'homeroomTeacher', 'teacher', 'family', 'secretary'])
        for (const name of ofRights) assert.equal(can(people[who]!, name, choices), false, `${who} ${name}`)
      for (const name of ['access.setRight', 'school.setPolicy'] as const)
        for (const who of ['head', 'administrator'])
          assert.equal(can(people[who]!, name, choices), true, `${who} is locked out of ${name}`)
      assert.equal(can(people.administrator!, 'access.createAccounts', choices), true)
    }),
    { numRuns: 200 },
  )
})

test('a decision does what its cell says, for everything that belongs to it [R042]', () => {
  for (const capability of capabilityNames) {
    for (const category of choosers) {
      const sign = signOf(capability, category)
      if (sign === '=' || sign === '·') continue
      for (const allowed of [true, false]) {
        const choices = { [choiceKey(capability, category)]: allowed }
        assert.equal(holdsCapability(choices, capability, category), allowed)
        const changing = capabilities[capability].operations.filter((name) => operations[name].kind === 'command')
        for (const name of changing) {
          if (category === 'homeroomTeacher' && name === 'consents.withdraw' && allowed) continue
          assert.equal(can(people[category]!, name, choices), allowed, `${name} of ${category}`)
        }
      }
    }
  }
})
