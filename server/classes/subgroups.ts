import type { Actor } from '#domain/access/actor.ts'
import { keepGroups } from '#domain/access/duties.ts'
import { misplaced, sameMembers, subgroupName } from '#domain/classes/rules.ts'
import type { Input, Output } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { type GroupFacts, groupFacts, lastMove, proveInClasses, proveInYear, proveNameFree, proveTermOpen } from './facts.ts'
import { everybodyOf, proveNothingWritten } from './groups.ts'
import { placeMembers } from './stays.ts'

type Cut = Omit<Input<'classes.setSubgroups'>, 'expected'>
type Members = Input<'classes.setSubgroups'>['expected']

export const setSubgroupsCommand = implement('classes.setSubgroups', {
  load: classById,
  run: async ({ tx, actor, today, school }, { expected, ...cut }) => {
    const keeper = keepGroups.some((relation) => relation(actor, { kind: 'school' }, today))
    // S4 К6: by the school's regulation homeroom teachers enter the groups of their class themselves.
    if (!keeper && !school.policies['classes.homeroomEditsGroups']) throw new Refusal('classes.proposeInstead')
    return cutClass(tx, cut, expected)
  },
  announce: keysOf,
})

export const proposeSubgroupsCommand = implement('classes.proposeSubgroups', {
  load: classById,
  run: async ({ tx, actor, school }, { proposalId, ...cut }) => {
    await tx.rows(sql`select from study_group where school_id = current_school() and id = ${cut.classId} for no key update`)
    const group = await classFacts(tx, cut.classId)
    proveInYear(group, cut.from)
    await proveCut(tx, cut)
    await tx.run(sql`
      update group_proposal set state = 'withdrawn', decided_by = ${actor.personId}, decided_at = now()
      where school_id = current_school() and class_id = ${cut.classId} and subject_id = ${cut.subjectId} and state = 'open'`)
    await tx.run(sql`
      insert into group_proposal (school_id, id, class_id, subject_id, author_id, groups, from_date)
      values (${school.schoolId}, ${proposalId}, ${cut.classId}, ${cut.subjectId}, ${actor.personId}, ${JSON.stringify(cut.groups)}::jsonb, ${cut.from})`)
    return {}
  },
  announce: () => ['school'],
})

export const withdrawProposalCommand = implement('classes.withdrawProposal', {
  load: classById,
  run: async ({ tx, actor }, input) => {
    await decide(tx, actor, input, 'withdrawn', '')
    return {}
  },
  announce: () => ['school'],
})

export const acceptProposalCommand = implement('classes.acceptProposal', {
  load: classById,
  run: async ({ tx, actor }, { expected, from, ...input }) => {
    const { subjectId, groups } = await decide(tx, actor, input, 'accepted', '')
    return cutClass(tx, { classId: input.classId, subjectId, groups, from }, expected)
  },
  announce: keysOf,
})

export const declineProposalCommand = implement('classes.declineProposal', {
  load: classById,
  run: async ({ tx, actor }, { answer, ...input }) => {
    if (answer.trim() === '') throw new Refusal('classes.answerNeeded')
    await decide(tx, actor, input, 'declined', answer.trim())
    return {}
  },
  announce: () => ['school'],
})

/** Who is moved about reads other journals from now on. */
function keysOf(_class: unknown, { expected, ...rest }: { expected: Members; groups?: Members }): string[] {
  const moved = [...expected, ...(rest.groups ?? [])].flatMap((group) => group.studentIds)
  return ['school', ...new Set(moved.map((id) => `person:${id}`))]
}

/**
 * Cuts a class for a subject from a day on. The lessons before that day keep their lists; a subgroup that is not named any more is
 * closed. Answers who is in none of the subgroups.
 */
async function cutClass(tx: Tx, cut: Cut, expected: Members): Promise<Output<'classes.setSubgroups'>> {
  const { classId, subjectId, from } = cut
  await tx.rows(sql`select from study_group where school_id = current_school() and id = ${classId} for update`)
  const group = await classFacts(tx, classId)
  proveInYear(group, from)
  await proveCut(tx, cut)
  const standing = await tx.rows<{ groupId: string; name: string; studentIds: string[] }>(sql`
    select g.id as "groupId", g.name, array(select distinct e.student_id from enrolment e where e.school_id = g.school_id and e.group_id = g.id
      and ${from}::date between e.from_date and coalesce(e.to_date, 'infinity')) as "studentIds"
    from study_group g
    where g.school_id = current_school() and g.class_id = ${classId} and g.kind = 'subgroup' and g.subject_id = ${subjectId} and not g.archived`)
  const old = standing.map((one) => one.groupId)
  if (!sameMembers(standing, expected)) throw new Refusal('classes.changedMeanwhile', await lastMove(tx, old))
  const groups = cut.groups.map(({ groupId, label, studentIds }) => ({
    groupId,
    studentIds,
    name: subgroupName(group.name, label),
  }))
  const leaving = standing.flatMap(({ groupId, studentIds }) =>
    studentIds.filter((id) => !groups.find((one) => one.groupId === groupId)?.studentIds.includes(id)),
  )
  if (!sameMembers(standing, groups)) await proveTermOpen(tx, group, from)
  await proveNothingWritten(tx, leaving, old, from)
  await writeSubgroups(tx, group, subjectId, groups, old)
  const dropped = standing.filter((one) => !groups.some((group) => group.groupId === one.groupId))
  await placeMembers(tx, [...groups, ...dropped.map(({ groupId }) => ({ groupId, studentIds: [] }))], from)
  const everybody = await everybodyOf(tx, [classId], from)
  const { nowhere } = misplaced(everybody, groups)
  return {
    left: await tx.rows(sql`
      select id as "personId", surname || ' ' || given_name as name from person
      where school_id = current_school() and id = any(${groups.length > 0 ? nowhere : []}::uuid[]) and not exists (
        select from enrolment e join own_subject o on o.school_id = e.school_id and o.group_id = e.group_id and o.subject_id = ${subjectId}
        where e.school_id = person.school_id and e.student_id = person.id and ${from}::date between e.from_date and coalesce(e.to_date, 'infinity')
          and ${from}::date between o.from_date and coalesce(o.to_date, 'infinity'))
      order by surname, given_name, id`),
  }
}

/** New subgroups, names of old ones, those that are closed. Refusals: classes.nameTaken, classes.unknownGroup. */
async function writeSubgroups(
  tx: Tx,
  group: GroupFacts,
  subjectId: string,
  groups: readonly { groupId: string; name: string }[],
  old: readonly string[],
): Promise<void> {
  const ids = groups.map((one) => one.groupId)
  const names = groups.map((one) => one.name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice) throw new Refusal('classes.nameTaken', { name: twice })
  await proveNameFree(tx, group.yearId, names, [...ids, ...old])
  const foreign = await tx.maybe(sql`
    select 1 from study_group where school_id = current_school() and id = any(${ids}::uuid[])
      and (class_id is distinct from ${group.id} or subject_id is distinct from ${subjectId}) limit 1`)
  if (foreign) throw new Refusal('classes.unknownGroup')
  await tx.run(sql`
    insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, subject_id, ungraded, shift, study_days)
    select g.school_id, n.id, g.school_year_id, 'subgroup', n.name, g.grade, g.id, ${subjectId}, g.ungraded, g.shift, g.study_days
    from unnest(${ids}::uuid[], ${names}::text[]) n (id, name) join study_group g on g.school_id = current_school() and g.id = ${group.id}
    on conflict (school_id, id) do update set name = excluded.name, archived = false
      where study_group.name <> excluded.name or study_group.archived`)
  await tx.run(sql`
    update study_group set archived = true where school_id = current_school() and id = any(${old}::uuid[]) and id <> all(${ids}::uuid[])`)
}

/** Refusals: classes.inTwoGroups, classes.notOfClasses. */
async function proveCut(tx: ReadTx, { classId, groups, from }: Cut): Promise<void> {
  const studentIds = [...new Set(groups.flatMap((one) => one.studentIds))]
  const [twice] = misplaced([], groups).twice
  if (twice) {
    const { name } = await tx.one<{ name: string }>(sql`
      select coalesce(max(surname || ' ' || given_name), '') as name from person where school_id = current_school() and id = ${twice}`)
    throw new Refusal('classes.inTwoGroups', { name })
  }
  await proveInClasses(tx, { studentIds, classIds: [classId], on: from })
}

/** Refusal: classes.unknownClass. */
async function classFacts(tx: ReadTx, classId: string): Promise<GroupFacts> {
  const group = await groupFacts(tx, classId)
  if (group?.kind !== 'class') throw new Refusal('classes.unknownClass')
  return group
}

/** Decides an open proposal of the class. Refusal: classes.decided. */
async function decide(
  tx: Tx,
  actor: Actor,
  { classId, proposalId }: { classId: string; proposalId: string },
  state: 'accepted' | 'declined' | 'withdrawn',
  answer: string,
): Promise<{ subjectId: string; groups: Cut['groups'] }> {
  const decided = await tx.maybe<{ subjectId: string; groups: Cut['groups'] }>(sql`
    update group_proposal set state = ${state}, answer = ${answer}, decided_by = ${actor.personId}, decided_at = now()
    where school_id = current_school() and id = ${proposalId} and class_id = ${classId} and state = 'open'
    returning subject_id as "subjectId", groups`)
  if (!decided) throw new Refusal('classes.decided')
  return decided
}

export const subgroupCommands = [
  setSubgroupsCommand,
  proposeSubgroupsCommand,
  withdrawProposalCommand,
  acceptProposalCommand,
  declineProposalCommand,
]
