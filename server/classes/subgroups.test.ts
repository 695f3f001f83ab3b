import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noMark } from '#domain/marks/rules.ts'
import { TODAY } from '#tests/database.ts'
import { refused } from '#tests/refused.ts'
import { halves, proposalOf, standingHalves } from '#tests/samplesOfClasses.ts'
import { newWorld, type World } from '#tests/world.ts'

const cardOf = (world: World, on?: string) =>
  world.asks('belova', 'classes.card', { classId: world.groups.seventhA, ...(on ? { on } : {}) })
const englishOf = async (world: World, on?: string) => {
  const { subjects } = await cardOf(world, on)
  const { groups } = subjects.find(({ subjectId }) => subjectId === world.subjects.english)!
  return groups.map(({ label, studentIds }) => [
    label,
    studentIds.map((id) => (id === world.who.petya ? 'petya' : 'masha')).sort(),
  ])
}

test('subgroups are cut from a day on: lists of lessons before it stay as they were [R077, R096]', async () => {
  const world = await newWorld()
  const cut = halves(world, '2026-11-23')
  const second = cut.groups[1]!
  const { left } = await world.does('kiselev', 'classes.setSubgroups', {
    ...cut,
    groups: [
      { ...cut.groups[0]!, studentIds: [] },
      { ...second, studentIds: [world.who.petya] },
    ],
    expected: standingHalves(world),
  })
  assert.deepEqual(
    left.map(({ name }) => name),
    ['Ёлкина Мария'],
    'it is said who is in no subgroup',
  )
  assert.deepEqual(await englishOf(world, '2026-11-22'), [
    ['английский, 1', ['petya']],
    [second.label, []],
  ])
  assert.deepEqual(await englishOf(world, '2026-11-23'), [
    ['английский, 1', []],
    [second.label, ['petya']],
  ])
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.englishA })
  assert.deepEqual(page.students[0]!.stays, [{ from: '2026-09-01', to: '2026-11-22' }])
})

test('a subgroup is not left on a day on which the journal has something of the student already', async () => {
  const world = await newWorld()
  const { id: lessonId, workId } = world.lesson(world.courses.englishA)
  await world.does('ivanova', 'marks.set', {
    lessonId,
    workId,
    studentId: world.who.petya,
    mark: { ...noMark, values: [5] },
    expected: noMark,
  })
  const move = (from: string) => {
    const cut = halves(world, from)
    const groups = [{ ...cut.groups[0]!, studentIds: [world.who.masha] }]
    return world.does('kiselev', 'classes.setSubgroups', { ...cut, groups, expected: standingHalves(world) })
  }
  const { since, marks, name } = await refused('classes.writtenAfter', move('2026-11-16'))
  assert.deepEqual([since, marks, name], [TODAY, 1, 'Петров Пётр'])
  await refused('classes.termClosed', move('2026-10-20'))
  await refused('classes.outsideYear', move('2026-08-20'))
  await move('2026-11-21')
})

test('nobody is in two subgroups of a subject, nor in one of a class they are not in', async () => {
  const world = await newWorld()
  const cut = halves(world)
  const both = cut.groups.map((group) => ({ ...group, studentIds: [world.who.petya] }))
  const { name } = await refused(
    'classes.inTwoGroups',
    world.does('kiselev', 'classes.setSubgroups', { ...cut, groups: both, expected: standingHalves(world) }),
  )
  assert.equal(name, 'Петров Пётр')
  const foreign = [{ ...cut.groups[0]!, studentIds: [world.who.lena, world.who.vanya] }]
  const { names } = await refused(
    'classes.notOfClasses',
    world.does('kiselev', 'classes.setSubgroups', { ...cut, groups: foreign, expected: standingHalves(world) }),
  )
  assert.equal(names, 'Егорова Елена, Жуков Иван')
})

test('two cut a class at once: the second is told', async () => {
  const world = await newWorld()
  await world.does('belova', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) })
  const { by } = await refused(
    'classes.changedMeanwhile',
    world.does('kiselev', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) }),
  )
  assert.equal(by, 'Белова Т. Н.')
})

test('a subgroup that is taken away is closed, and its journal stays [R077]', async () => {
  const world = await newWorld()
  const { groups, ...cut } = halves(world, '2026-11-23')
  await world.does('kiselev', 'classes.setSubgroups', { ...cut, groups: [], expected: standingHalves(world) })
  assert.deepEqual(await englishOf(world), [])
  const page = await world.asks('ivanova', 'journal.page', { courseId: world.courses.englishA })
  assert.equal(page.students.length, 1)
})

test('the homeroom teacher proposes, who keeps the groups decides [R096, R097]', async () => {
  const world = await newWorld()
  const cut = halves(world)
  await refused(
    'classes.proposeInstead',
    world.does('sokolova', 'classes.setSubgroups', { ...cut, expected: standingHalves(world) }),
  )
  const first = await proposalOf(world)
  const second = await proposalOf(world)
  const open = async () => (await world.asks('belova', 'classes.overview', {})).proposals.map((one) => one.proposalId)
  assert.deepEqual(await open(), [second], 'a newer proposal of the same subject replaces the older one')
  const answer = 'Кабинет один: делим по алфавиту.'
  await refused('classes.answerNeeded', world.does('belova', 'classes.declineProposal', { ...of(world, second), answer: ' ' }))
  await world.does('belova', 'classes.declineProposal', { ...of(world, second), answer })
  const seen = (await world.asks('sokolova', 'classes.card', { classId: world.groups.seventhA })).proposals
  assert.deepEqual(
    seen.map((one) => [one.proposalId, one.state, one.answer]),
    [
      [second, 'declined', answer],
      [first, 'withdrawn', ''],
    ],
  )
  const third = await proposalOf(world)
  const accept = { ...of(world, third), from: '2026-11-23', expected: standingHalves(world) }
  assert.deepEqual(await world.does('kiselev', 'classes.acceptProposal', accept), { left: [] })
  assert.deepEqual(
    (await englishOf(world, '2026-11-23')).map(([, members]) => members),
    [['petya'], ['masha']],
  )
  await refused('classes.decided', world.does('belova', 'classes.acceptProposal', accept))
})
const of = (world: World, proposalId: string) => ({ classId: world.groups.seventhA, proposalId })

test('where the school says so, the homeroom teacher keeps the subgroups of the own class herself [R098]', async () => {
  const world = await newWorld()
  await world.amends(`insert into setting (school_id, key, value) values (:school, 'classes.homeroomEditsGroups', 'true')`)
  Object.assign(world.school.policies, { 'classes.homeroomEditsGroups': true })
  await world.does('sokolova', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) })
  await refused(
    'access.denied',
    world.does('kuznetsov', 'classes.setSubgroups', { ...halves(world), expected: standingHalves(world) }),
  )
})
