import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { classById } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { type GroupFacts, groupFacts, proveInYear, proveTermOpen } from './facts.ts'
import { nearest } from './overview.ts'
import type { Written } from './stays.ts'

type Plan = Output<'classes.ownPlan'>

/** The class of the student whose plan it is: to its homeroom teacher too. */
const classOfPlan = (tx: ReadTx, { groupId }: { groupId: string }) => classById(tx, { classId: groupId })

export const ownPlanQuery = answer('classes.ownPlan', {
  load: classOfPlan,
  run: async ({ tx, today }, { groupId, on: asked }) => {
    const found = await tx.maybe<Pick<Plan, 'year' | 'plan'>>(sql`
      select json_build_object('yearId', y.id, 'name', y.name, 'from', y.from_date, 'to', y.to_date) as year,
        json_build_object('groupId', g.id, 'name', g.name, 'archived', g.archived, 'classId', k.id, 'className', k.name,
          'regime', json_build_object('shift', g.shift, 'studyDays', g.study_days),
          'classRegime', json_build_object('shift', k.shift, 'studyDays', k.study_days), 'curriculumId', g.curriculum_id,
          'alone', exists (select from enrolment e where e.school_id = g.school_id and e.group_id = g.id and not e.cancelled) and not exists (
            select from enrolment e join enrolment h on h.school_id = e.school_id and h.student_id = e.student_id and h.group_id = k.id
              and h.from_date <= coalesce(e.to_date, 'infinity') and coalesce(h.to_date, 'infinity') >= e.from_date
            where e.school_id = g.school_id and e.group_id = g.id and not e.cancelled)) as plan
      from study_group g join study_group k on k.school_id = g.school_id and k.id = g.class_id
        join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
      where g.school_id = current_school() and g.id = ${groupId} and g.kind = 'individual'`)
    if (!found) throw new Refusal('classes.unknownGroup')
    const on = nearest(found.year, asked ?? today)
    const [students, curricula, subjects] = await Promise.all([
      tx.rows<Plan['students'][number]>(sql`
        select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, e.from_date as "from", e.to_date as "to"
        from enrolment e join person p on p.school_id = e.school_id and p.id = e.student_id
        where e.school_id = current_school() and e.group_id = ${groupId} and not e.cancelled
        order by e.from_date desc, p.surname, p.given_name, p.patronymic, e.id`),
      tx.rows<Plan['curricula'][number]>(sql`
        select c.id as "curriculumId", c.name from curriculum c join study_group g on g.school_id = c.school_id and g.school_year_id = c.school_year_id and g.grade = c.grade
        where c.school_id = current_school() and g.id = ${groupId} and c.individual and not c.archived order by c.name, c.id`),
      subjectRows(tx, groupId, on),
    ])
    return { ...found, on, students, curricula, subjects }
  },
})

/** Subjects of the class, of the plan, and those that were ever learned by it. */
const subjectRows = (tx: ReadTx, groupId: string, on: PlainDate): Promise<Plan['subjects']> =>
  tx.rows<Plan['subjects'][number]>(sql`
    with plan as materialized (
      select g.id, g.class_id, g.curriculum_id, k.curriculum_id as class_curriculum_id
      from study_group g join study_group k on k.school_id = g.school_id and k.id = g.class_id
      where g.school_id = current_school() and g.id = ${groupId}
    ), hours as materialized (
      select l.subject_id, coalesce(sum(l.half_hours) filter (where l.curriculum_id = p.class_curriculum_id), 0)::int as class_half_hours,
        coalesce(sum(l.half_hours) filter (where l.curriculum_id = p.curriculum_id), 0)::int as own_half_hours
      from plan p join curriculum_line l on l.school_id = current_school() and l.curriculum_id in (p.curriculum_id, p.class_curriculum_id)
        and l.part <> 'extracurricular' and l.half_hours > 0
      group by l.subject_id
    ), own as materialized (
      select o.* from own_subject o where o.school_id = current_school() and o.group_id = ${groupId} and o.from_date > '-infinity'
    ), named as (
      select subject_id from hours union select subject_id from own
      union select c.subject_id from plan p join study_group g on g.school_id = current_school() and not g.archived
        and (g.id = p.id or g.id = p.class_id or (g.class_id = p.class_id and g.kind = 'subgroup'))
        join course c on c.school_id = g.school_id and c.group_id = g.id
    )
    select s.id as "subjectId", s.name, coalesce(h.class_half_hours, 0) as "classHalfHours", coalesce(h.own_half_hours, 0) as "ownHalfHours",
      (select min(o.from_date) from own o where o.subject_id = s.id and ${on}::date between o.from_date and coalesce(o.to_date, 'infinity')) as since,
      coalesce((select json_agg(json_build_object('from', o.from_date, 'to', o.to_date) order by o.from_date) from own o where o.subject_id = s.id), '[]') as days,
      c.id as "courseId",
      array(select p.surname || ' ' || left(p.given_name, 1) || '.' || case when p.patronymic = '' then '' else ' ' || left(p.patronymic, 1) || '.' end
        from assignment a join person p on p.school_id = a.school_id and p.id = a.teacher_id
        where a.school_id = c.school_id and a.course_id = c.id and ${on}::date between a.from_date and coalesce(a.to_date, 'infinity')
        order by p.surname, p.given_name, p.id) as teachers,
      (select count(*) from lesson l where l.school_id = c.school_id and l.course_id = c.id and not l.cancelled)::int as lessons
    from named n join subject s on s.school_id = current_school() and s.id = n.subject_id
      left join hours h on h.subject_id = s.id
      left join course c on c.school_id = s.school_id and c.group_id = ${groupId} and c.subject_id = s.id
    order by s.name, s.id`)

export const setOwnSubjectsCommand = implement('classes.setOwnSubjects', {
  load: classOfPlan,
  run: async ({ tx }, { groupId, subjectIds, expected, from }) => {
    const plan = await planHeld(tx, groupId)
    const now = await ownSubjectsOf(tx, groupId, from)
    if (`${now.toSorted()}` === `${subjectIds.toSorted()}`) return {}
    if (`${now.toSorted()}` !== `${expected.toSorted()}`) {
      const last = await tx.maybe<{ id: string }>(sql`
        select c.row_id as id from own_subject o join change c on c.school_id = o.school_id and c.row_id = o.id
        where o.school_id = current_school() and o.group_id = ${groupId} order by c.id desc limit 1`)
      throw new Refusal('classes.changedMeanwhile', await lastChange(tx, last?.id ?? groupId))
    }
    proveInYear(plan, from)
    await proveTermOpen(tx, plan, from)
    const { known } = await tx.one<{ known: number }>(sql`
      select count(*)::int as known from subject where school_id = current_school() and id = any(${subjectIds}::uuid[])`)
    if (known < subjectIds.length) throw new Refusal('classes.unknownSubject')
    await proveNotTaught(tx, { groupId, subjectIds: subjectIds.filter((id) => !now.includes(id)), studentIds: null, from })
    await tx.run(sql`
      with standing as materialized (
        select id, subject_id, from_date, subject_id = any(${subjectIds}::uuid[]) as wanted from own_subject
        where school_id = current_school() and group_id = ${groupId} and coalesce(to_date, 'infinity') >= ${from}::date
      ), changed as (
        update own_subject o set from_date = case when s.from_date >= ${from}::date then '-infinity' else s.from_date end,
          to_date = case when s.from_date >= ${from}::date then '-infinity' else ${from}::date - 1 end
        from standing s where o.school_id = current_school() and o.id = s.id and not (s.wanted and s.from_date <= ${from}::date)
      )
      insert into own_subject (school_id, group_id, subject_id, from_date)
      select current_school(), ${groupId}, n.id, ${from}::date from unnest(${subjectIds}::uuid[]) n (id)
      where not exists (select from standing s where s.subject_id = n.id and s.from_date <= ${from}::date)`)
    return {}
  },
  announce: () => ['school'],
})

export const setGroupRegimeCommand = implement('classes.setGroupRegime', {
  load: classOfPlan,
  run: async ({ tx }, { groupId, regime, expected }) => {
    await planHeld(tx, groupId)
    const standing = await tx.one<typeof regime>(sql`
      select shift, study_days as "studyDays" from study_group where school_id = current_school() and id = ${groupId}`)
    const same = (one: typeof regime) => one.shift === standing.shift && one.studyDays === standing.studyDays
    if (same(regime)) return {}
    if (!same(expected)) throw new Refusal('classes.changedMeanwhile', await lastChange(tx, groupId))
    await tx.run(sql`
      update study_group set shift = ${regime.shift}, study_days = ${regime.studyDays} where school_id = current_school() and id = ${groupId}`)
    return {}
  },
  announce: () => ['school'],
})

/** The plan, held until the operation is through. Refusal: classes.unknownGroup. */
async function planHeld(tx: Tx, groupId: string): Promise<GroupFacts> {
  await tx.rows(sql`select from study_group where school_id = current_school() and id = ${groupId} for update`)
  const plan = await groupFacts(tx, groupId)
  if (plan?.kind !== 'individual' || plan.archived) throw new Refusal('classes.unknownGroup')
  return plan
}

/** Subjects that are learned by the plan on a day. */
async function ownSubjectsOf(tx: ReadTx, groupId: string, on: PlainDate): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select distinct subject_id as id from own_subject
    where school_id = current_school() and group_id = ${groupId} and ${on}::date between from_date and coalesce(to_date, 'infinity')`)
  return rows.map(({ id }) => id)
}

type Taught = { groupId: string; subjectIds: readonly string[] | null; studentIds: readonly string[] | null; from: PlainDate }

/**
 * The class has written nothing from that day on about who is to learn these subjects by the plan: what stands would be left outside the
 * list. Without subjects all of the plan are meant, without students everybody in it. Refusal: classes.writtenAfter.
 */
export async function proveNotTaught(tx: ReadTx, { groupId, subjectIds, studentIds, from }: Taught): Promise<void> {
  const { since, marks, absences, name } = await tx.one<Written>(sql`
    with member as materialized (
      select unnest(${studentIds}::uuid[]) as id
      union select student_id from enrolment where ${studentIds}::uuid[] is null and school_id = current_school() and group_id = ${groupId}
        and coalesce(to_date, 'infinity') >= ${from}::date and not cancelled
    ), own as materialized (
      select unnest(${subjectIds}::uuid[]) as id
      union select subject_id from own_subject where ${subjectIds}::uuid[] is null and school_id = current_school() and group_id = ${groupId}
        and coalesce(to_date, 'infinity') >= ${from}::date
    ), lessons as materialized (
      select distinct l.id, l.date, m.id as student_id
      from member m join enrolment e on e.school_id = current_school() and e.student_id = m.id and not e.cancelled
          and coalesce(e.to_date, 'infinity') >= ${from}::date
        join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'subgroup', 'combined', 'stream')
        join course c on c.school_id = g.school_id and c.group_id = g.id and c.subject_id in (select id from own)
        join lesson l on l.school_id = c.school_id and l.course_id = c.id and l.date >= ${from}::date
    ), written as (
      select l.student_id, l.date, true as mark
      from lessons l join work w on w.school_id = current_school() and w.lesson_id = l.id and not w.removed
        join mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = l.student_id and (cardinality(m."values") > 0 or m.due_on is not null)
      union all
      select l.student_id, l.date, false
      from lessons l join absence a on a.school_id = current_school() and a.lesson_id = l.id and a.student_id = l.student_id and a.code is not null
    )
    select min(date) as since, count(*) filter (where mark)::int as marks, count(*) filter (where not mark)::int as absences,
      coalesce((select p.surname || ' ' || p.given_name from written x join person p on p.school_id = current_school() and p.id = x.student_id
        order by x.date limit 1), '') as name
    from written`)
  if (since !== null) throw new Refusal('classes.writtenAfter', { since, marks, absences, name })
}

export const ownPlanCommands = [setOwnSubjectsCommand, setGroupRegimeCommand]
