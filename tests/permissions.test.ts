import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type CommandName, type OperationName, operations, type QueryName } from '#domain/operations.ts'
import { permissions } from '#domain/permissions.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { attachedFile, sampleOf, taskOf } from './samples.ts'
import { newWorld, type PersonKey, type World } from './world.ts'

/** Who is who to Петя of 7А and to the English lesson he has with Иванова. */
const people = [
  ['teacher', 'ivanova'],
  ['substitute', 'zaitseva'],
  ['former teacher', 'orlova'],
  ['other teacher', 'kuznetsov'],
  ['homeroom teacher', 'sokolova'],
  ['deputy', 'belova'],
  ['head', 'morozov'],
  ['administrator', 'kiselev'],
  ['student', 'petya'],
  ['other student', 'lena'],
  ['guardian', 'petrova'],
  ['former guardian', 'elkin'],
  ['other guardian', 'egorov'],
] as const

/**
 * The matrix as the school's regulations have it, written from them and not from the code: «+» may, «·» may not, in the order of the
 * people above. S4 У-п(а) the teacher, in the journals taught; S4 У2 the substitute, in the lesson held; S4 К5 the homeroom teacher
 * reads all subjects of the class without editing; S0 4.1 head and deputies read everything; S0 2.10, S0 2.13, S4 К6 administrator and deputy keep
 * classes and movement, the homeroom teacher proposes subgroups; S1 3.10, S2 3.7 parents their own child;
 * S2 3.8 students themselves; security D-2016 the administrator has people and accounts, never marks.
 */
const matrix: Partial<Record<OperationName, string>> = {
  //                       t s f o h d H a S o G f o
  'journal.page':         '+ + · · + + + · · · · · ·',
  'journal.topics':       '+ + · · + + + · · · · · ·',
  'journal.setTopic':     '+ + · · · · · · · · · · ·',
  'journal.setNote':      '+ + · · · · · · · · · · ·',
  'journal.myDay':        '+ + · + + + + + · · · · ·',
  'journal.unfilled':     '· · · · · + + · · · · · ·',
  'journal.unfilledLessons': '· · · · · + + · · · · · ·',

  'marks.set':            '+ + · · · · · · · · · · ·',
  'marks.setMany':        '+ · · · · · · · · · · · ·',
  'marks.addWork':        '+ + · · · · · · · · · · ·',
  'marks.changeWork':     '+ + · · · · · · · · · · ·',
  'marks.removeWork':     '+ + · · · · · · · · · · ·',
  'marks.history':        '+ + · · + + + · · · · · ·',

  'attendance.set':       '+ + · · · · · · · · · · ·',
  'attendance.setMany':   '+ · · · · · · · · · · · ·',
  'attendance.rollCall':  '+ + · · · · · · · · · · ·',

  'homework.set':         '+ + · · · · · · · · · · ·',
  'homework.remove':      '+ + · · · · · · · · · · ·',
  'homework.file':        '+ · · · + + + · + · + · ·',

  'diary.week':           '· · · · + + + · + · + · ·',
  'diary.marks':          '· · · · + + + · + · + · ·',
  'diary.timetable':      '· · · · + + + · + · + · ·',

  'access.accounts':      '· · · · · · · + · · · · ·',
  'access.createAccount': '· · · · · · · + · · · · ·',
  'access.resetPassword': '· · · · · · · + · · · · ·',
  'access.blockAccount':  '· · · · · · · + · · · · ·',
  'access.unblockAccount':'· · · · · · · + · · · · ·',
  'access.createAccounts':'· · · · · · · + · · · · ·',
  'access.reissue':       '· · · · · · · + · · · · ·',
  'access.classAccounts': '· · · · + · · + · · · · ·',
  'access.issueInClass':  '· · · · + · · + · · · · ·',
  'access.handOutInClass':'· · · · + · · + · · · · ·',
  'access.issues':        '· · · · · · · + · · · · ·',
  'access.endAccounts':   '· · · · · · · + · · · · ·',
  'access.resetSecondFactor': '· · · · · · · + · · · · ·',
  'access.roles':         '· · · · · + + + · · · · ·',
  'access.grantRole':     '· · · · · · + + · · · · ·',
  'access.endRole':       '· · · · · · + + · · · · ·',
  'access.compromises':   '· · · · · · + + · · · · ·',
  'access.reportCompromiseOf': '· · · · · · · + · · · · ·',

  // S0 5.5, S3 5.3б the homeroom teacher keeps the data of the own class; S1 5.3.1б parents tell of changes; S4 К4 consents.
  'people.list':          '· · · · · + + + · · · · ·',
  'people.card':          '· · · · + + + + · · · · ·',
  'people.create':        '· · · · · · · + · · · · ·',
  'people.change':        '· · · · + · · + · · · · ·',
  'people.addGuardian':   '· · · · + · · + · · · · ·',
  'people.merge':         '· · · · · · · + · · · · ·',
  'people.requests':      '· · · · · · · + · · · · ·',
  'people.requestChange': '· · · · + · · · + · + · ·',
  'people.confirmClass':  '· · · · + · · · · · · · ·',
  'consents.addPurpose':  '· · · · · · + + · · · · ·',
  'consents.ofClass':     '· · · · + + + + · · · · ·',
  'consents.record':      '· · · · + · · + · · · · ·',
  'consents.withdraw':    '· · · · + · · + + · + · ·',

  'classes.card':         '· · · · + + + + · · · · ·',
  'classes.create':       '· · · · · + · + · · · · ·',
  'classes.setHomeroom':  '· · · · · + · + · · · · ·',
  'classes.setSubgroups': '· · · · + + · + · · · · ·',
  'classes.proposeSubgroups': '· · · · + · · · · · · · ·',
  'classes.enrol':        '· · · · · + · + · · · · ·',
  'classes.depart':       '· · · · · + · + · · · · ·',
  'classes.movement':     '· · · · · + + + · · · · ·',
  'classes.promote':      '· · · · · + · + · · · · ·',

  'calendar.year':        '+ + + + + + + + + + + + +',
  'access.me':            '+ + + + + + + + + + + + +',
} // biome-ignore format: a matrix is read in columns

/** The small school, with a teacher who covers today's lesson, one who taught the group until October, and a father who was Петя's guardian. */
async function schoolOfMatrix() {
  const world = await newWorld()
  const further = { zaitseva: 'Зайцева', orlova: 'Орлова' } as const
  const ids: Record<string, { personId: string; accountId: string }> = {}
  for (const [key, surname] of Object.entries(further)) {
    const [personId, accountId] = [crypto.randomUUID(), crypto.randomUUID()]
    ids[key] = { personId, accountId }
    await world.amends(`insert into person (school_id, id, surname, given_name, sex) values (:school, $1, $2, 'Анна', 'f')`, [
      personId,
      surname,
    ])
    await world.amends(`insert into account (school_id, id, person_id, login, password_hash) values (:school, $1, $2, $3, '-')`, [
      accountId,
      personId,
      `${key}.${world.schoolId}`,
    ])
  }
  await world.amends('update lesson set teacher_id = $1, instead_of_id = teacher_id where school_id = :school and id = $2', [
    ids.zaitseva!.personId,
    world.lesson(world.courses.englishA).id,
  ])
  await world.amends(
    `insert into assignment (school_id, course_id, teacher_id, from_date, to_date) values (:school, $1, $2, '2026-09-01', '2026-10-31')`,
    [world.courses.englishA, ids.orlova!.personId],
  )
  await world.amends(
    `insert into guardian_of (school_id, guardian_id, student_id, relation, to_date) values (:school, $1, $2, 'father', '2026-10-31')`,
    [world.who.elkin, world.who.petya],
  )
  for (const [key, { personId, accountId }] of Object.entries(ids)) {
    Object.assign(world.who, { [key]: personId })
    Object.assign(world.accounts, { [key]: accountId })
  }
  return world
}

/** The sample of an operation, with everything it needs put there by who certainly may. */
async function inputOf(name: OperationName, world: World): Promise<object> {
  if (name !== 'homework.file') return sampleOf(name).input(world)
  const fileId = await attachedFile(world)
  await world.does('ivanova', 'homework.set', taskOf(world, { files: [fileId] }))
  return { fileId }
}

async function may(world: World, key: PersonKey, name: OperationName, input: object): Promise<boolean> {
  try {
    if (operations[name].kind === 'command') await world.does(key, name as CommandName, input as never)
    else await world.asks(key, name as QueryName, input as never)
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'access.denied') return false
    // Let in, and told no by a rule or a constraint: who came before has filled the cell.
    if (error instanceof Refusal || (error as { code?: string }).code === '23505') return true
    throw error
  }
}

for (const [name, row] of Object.entries(matrix) as [OperationName, string][]) {
  test(`who may ${name}, as the regulations say [R051, R052, R055, R056, R057, R058]`, async () => {
    const world = await schoolOfMatrix()
    const input = await inputOf(name, world)
    const said = row.split(' ').map((sign) => sign === '+')
    assert.equal(said.length, people.length)
    for (const [i, [who, key]] of people.entries()) {
      assert.equal(await may(world, key as PersonKey, name, input), said[i], `${who} ${said[i] ? 'may' : 'may not'} ${name}`)
    }
  })
}

test('the printed table of permissions is the one in force', () => {
  const file = join(import.meta.dirname, '../docs/permissions.md')
  const lines = (Object.keys(permissions) as OperationName[]).map((name) => {
    const relations = (permissions[name] as readonly { name: string }[]).map((relation) => `\`${relation.name}\``)
    return `| \`${name}\` | ${operations[name].kind} | ${operations[name].subject} | ${relations.join(', ')} |`
  })
  const printed = `# Who may do what

Printed by \`tests/permissions.test.ts\` from \`domain/permissions.ts\`; after a change of permissions, print it anew:
\`UPDATE=1 npm test -- --only=operations\`. Any one of the relations (\`domain/access/relations.ts\`) between the person and the
subject is enough; whoever has none is refused. \`tests/permissions.test.ts\` also holds what the regulations say, written by hand.

| operation | kind | subject | who |
|---|---|---|---|
${lines.join('\n')}
`
  if (process.env.UPDATE === '1') writeFileSync(file, printed)
  assert.equal(
    readFileSync(file, 'utf8').replaceAll('\r\n', '\n'),
    printed,
    'run the tests with UPDATE=1 and read the difference',
  )
})
