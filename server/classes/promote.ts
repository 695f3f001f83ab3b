import { className, homeroomGoesOn } from '#domain/classes/rules.ts'
import type { Input, Output } from '#domain/operations.ts'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { holdYears, proveNameFree } from './facts.ts'
import { insertClasses, setHomerooms } from './insert.ts'
import { carryWholeGroups } from './promoteGroups.ts'
import { schoolOfYears } from './subjects.ts'

type Plan = Input<'classes.promote'>
type Moved = Output<'classes.promote'>
type OldClass = {
  id: string
  name: string
  grade: number
  shift: number
  studyDays: number | null
  capacity: number | null
  ungraded: boolean
  homeroomTeacherId: string | null
}

export const promoteCommand = implement('classes.promote', {
  load: schoolOfYears,
  run: async ({ tx }, plan) => {
    // Of two who promote at once the second finds everybody in the new year already.
    await holdYears(tx, [plan.fromYearId, plan.toYearId])
    const { from, to } = await yearsOf(tx, plan)
    if (plan.graduatedOn < from.from || plan.graduatedOn > addDays(to.from, -1))
      throw new Refusal('classes.outsideYear', { from: from.from, to: addDays(to.from, -1) })
    const old = await oldClasses(tx, plan)
    await openClasses(tx, plan, old, to.from)
    const moved = await moveEverybody(tx, plan, to.from)
    if (plan.copySubgroups) {
      await copySubgroups(tx, plan, to.from)
      await carryWholeGroups(tx, plan, to.from)
    }
    return moved
  },
  announce: () => ['school'],
})

/** The two years, which are there. Refusal: classes.yearsOrder. */
export async function yearsOf(tx: ReadTx, { fromYearId, toYearId }: { fromYearId: string; toYearId: string }) {
  type Row = { yearId: string; name: string; from: PlainDate; to: PlainDate }
  const rows = await tx.rows<Row>(sql`
    select id as "yearId", name, from_date as "from", to_date as "to" from school_year
    where school_id = current_school() and id = any(${[fromYearId, toYearId]}::uuid[])`)
  const [from, to] = [fromYearId, toYearId].map((id) => rows.find((row) => row.yearId === id)!) as [Row, Row]
  if (from.to >= to.from) throw new Refusal('classes.yearsOrder')
  return { from, to }
}

/** The classes to be promoted, as they were at the end. Refusal: classes.unknownClass. */
async function oldClasses(tx: ReadTx, { fromYearId, classes }: Plan): Promise<Map<string, OldClass>> {
  const rows = await tx.rows<OldClass>(sql`
    select g.id, g.name, g.grade, g.shift, g.study_days as "studyDays", g.capacity, g.ungraded,
      (select h.teacher_id from homeroom h where h.school_id = g.school_id and h.class_id = g.id and h.to_date is null
       order by h.from_date desc limit 1) as "homeroomTeacherId"
    from study_group g
    where g.school_id = current_school() and g.kind = 'class' and g.school_year_id = ${fromYearId} and g.id = any(${classes.map((one) => one.classId)}::uuid[])`)
  if (rows.length !== new Set(classes.map((one) => one.classId)).size) throw new Refusal('classes.unknownClass')
  return new Map(rows.map((row) => [row.id, row]))
}

/** Classes of the new year that are not there yet, with their homeroom teachers. Refusals: classes.unknownClass, classes.nameTaken. */
async function openClasses(tx: Tx, plan: Plan, old: Map<string, OldClass>, from: PlainDate): Promise<void> {
  const wanted = [...plan.classes.map((one) => one.toClassId), ...plan.exceptions.map((one) => one.toClassId)].filter(
    (id) => id !== null,
  )
  const known = await tx.rows<{ id: string; good: boolean }>(sql`
    select id, kind = 'class' and school_year_id = ${plan.toYearId} and not archived as good from study_group
    where school_id = current_school() and id = any(${wanted}::uuid[])`)
  const made = plan.classes.filter(({ toClassId }) => toClassId !== null && !known.some(({ id }) => id === toClassId))
  const there = new Set([...known.filter(({ good }) => good).map(({ id }) => id), ...made.map(({ toClassId }) => toClassId!)])
  if (wanted.some((id) => !there.has(id))) throw new Refusal('classes.unknownClass')
  const names = made.map(({ classId, letter }) => className(old.get(classId)!.grade + 1, letter))
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice) throw new Refusal('classes.nameTaken', { name: twice })
  await proveNameFree(tx, plan.toYearId, names)
  const regimes = await regimesOf(tx, plan.fromYearId)
  await insertClasses(
    tx,
    plan.toYearId,
    made.map(({ classId, toClassId, letter }) => {
      const { grade, shift, studyDays, capacity, ungraded } = old.get(classId)!
      const regime = regimes.get(grade + 1) ?? { shift, studyDays }
      return { classId: toClassId!, grade: grade + 1, letter, ...regime, capacity, ungraded, curriculumId: null }
    }),
  )
  if (!plan.keepHomerooms) return
  const led = made.flatMap(({ classId, toClassId }) => {
    const { grade, homeroomTeacherId } = old.get(classId)!
    return homeroomTeacherId && homeroomGoesOn(grade) ? [{ classId: toClassId!, teacherId: homeroomTeacherId, from }] : []
  })
  await setHomerooms(tx, led)
}

/** The shift and week of each grade whose classes all agree on them: whoever comes to the seventh learns as sevenths do. */
async function regimesOf(tx: ReadTx, yearId: string): Promise<Map<number, { shift: number; studyDays: number | null }>> {
  const rows = await tx.rows<{ grade: number; shift: number; studyDays: number | null }>(sql`
    select grade, min(shift) as shift, min(study_days) as "studyDays" from study_group
    where school_id = current_school() and school_year_id = ${yearId} and kind = 'class' and not archived
    group by grade having count(distinct (shift, coalesce(study_days, 0))) = 1`)
  return new Map(rows.map(({ grade, ...regime }) => [grade, regime]))
}

/** Ends the stays of the old year, begins those of the new one, writes the lines; in one statement. Refusal: classes.exceptionNeedsClass. */
async function moveEverybody(tx: Tx, plan: Plan, from: PlainDate): Promise<Moved> {
  const unplaced = plan.exceptions.find(
    ({ outcome, toClassId }) => toClassId === null && outcome !== 'graduate' && outcome !== 'depart',
  )
  if (unplaced) {
    const { name } = await tx.one<{ name: string }>(sql`
      select coalesce(max(surname || ' ' || given_name), '') as name from person where school_id = current_school() and id = ${unplaced.studentId}`)
    throw new Refusal('classes.exceptionNeedsClass', { name })
  }
  return tx.one<Moved>(sql`
    with plan as (
      select * from jsonb_to_recordset(${JSON.stringify(plan.classes)}::jsonb) r ("classId" uuid, "toClassId" uuid)
    ), exceptions as (
      select * from jsonb_to_recordset(${JSON.stringify(plan.exceptions)}::jsonb) r ("studentId" uuid, outcome text, "toClassId" uuid, reason text)
    ), pupils as materialized (
      -- Whoever is in the class (or learns by a plan of their own in it) when the year ends, and has no place in the new one yet.
      select distinct on (e.student_id) e.student_id, p."classId" as from_id, uuidv7() as movement_id,
        coalesce(x.outcome, case when p."toClassId" is null then 'graduate' else 'promote' end) as outcome, coalesce(x.reason, '') as reason,
        case when x."studentId" is null then p."toClassId" else x."toClassId" end as to_id
      from plan p join study_group g on g.school_id = current_school() and g.class_id = p."classId" and g.kind in ('class', 'individual')
        join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled and coalesce(e.to_date, 'infinity') >= ${from}::date - 1
        left join exceptions x on x."studentId" = e.student_id
      where not exists (select from enrolment n join study_group c on c.school_id = n.school_id and c.id = n.group_id and c.kind = 'class'
        where n.school_id = e.school_id and n.student_id = e.student_id and c.school_year_id = ${plan.toYearId} and not n.cancelled)
      order by e.student_id, g.kind
    ), told as (
      insert into movement (school_id, id, student_id, kind, on_date, order_number, order_date, reason, from_group_id, to_group_id)
      select current_school(), movement_id, student_id, outcome, case when outcome in ('graduate', 'depart') then ${plan.graduatedOn}::date else ${from}::date end,
        ${plan.orderNumber.trim()}, ${plan.orderDate}::date, reason, from_id, case when outcome in ('graduate', 'depart') then null else to_id end
      from pupils
    ), begun as (
      insert into enrolment (school_id, group_id, student_id, from_date)
      select current_school(), to_id, student_id, ${from}::date from pupils where outcome not in ('graduate', 'depart')
    ), whole as (
      insert into enrolment (school_id, group_id, student_id, from_date)
      select distinct current_school(), w.id, p.student_id, ${from}::date
      from pupils p join group_class x on x.school_id = current_school() and x.class_id = p.to_id and not x.removed
        join study_group w on w.school_id = x.school_id and w.id = x.group_id and w.kind in ('combined', 'stream') and not w.archived
      where p.outcome not in ('graduate', 'depart')
    ), ended as (
      update enrolment e set ended_by = p.movement_id, meant_to = e.to_date,
        to_date = greatest(e.from_date, case when p.outcome in ('graduate', 'depart') then ${plan.graduatedOn}::date else ${from}::date end - 1)
      from pupils p, study_group g
      where e.school_id = current_school() and e.student_id = p.student_id and not e.cancelled and g.school_id = e.school_id and g.id = e.group_id
        and g.school_year_id = ${plan.fromYearId}
        and coalesce(e.to_date, 'infinity') >= case when p.outcome in ('graduate', 'depart') then ${plan.graduatedOn}::date else ${from}::date end
    )
    select count(distinct p.to_id) filter (where p.outcome not in ('graduate', 'depart'))::int as classes,
      count(*) filter (where p.outcome = 'promote')::int as promoted, count(*) filter (where p.outcome = 'promoteConditionally')::int as conditionally,
      count(*) filter (where p.outcome = 'retain')::int as retained, count(*) filter (where p.outcome = 'graduate')::int as graduated,
      count(*) filter (where p.outcome = 'depart')::int as departed
    from pupils p`)
}

/** The parts into which classes were cut, with whoever of them came along. Parts that the new class has already are left alone. */
async function copySubgroups(tx: Tx, plan: Plan, from: PlainDate): Promise<void> {
  const pairs = plan.classes.filter((one) => one.toClassId !== null)
  await tx.run(sql`
    with plan as (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) r ("classId" uuid, "toClassId" uuid)
    ), parts as materialized (
      select uuidv7() as id, o.id as old_id, n.id as class_id, n.name || substr(o.name, length(k.name) + 1) as name, n.grade, n.school_year_id,
        o.subject_id, o.ungraded, n.shift, n.study_days
      from plan p join study_group k on k.school_id = current_school() and k.id = p."classId"
        join study_group n on n.school_id = current_school() and n.id = p."toClassId"
        join study_group o on o.school_id = current_school() and o.class_id = k.id and o.kind = 'subgroup' and not o.archived and o.subject_id is not null
          and starts_with(o.name, k.name || ' · ')
      where not exists (select from study_group s where s.school_id = current_school() and s.class_id = n.id and s.kind = 'subgroup'
        and s.subject_id = o.subject_id and not s.archived)
    ), made as (
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, subject_id, ungraded, shift, study_days)
      select current_school(), id, school_year_id, 'subgroup', name, grade, class_id, subject_id, ungraded, shift, study_days from parts
    )
    insert into enrolment (school_id, group_id, student_id, from_date)
    select distinct current_school(), p.id, e.student_id, ${from}::date
    from parts p join enrolment e on e.school_id = current_school() and e.group_id = p.old_id and not e.cancelled
        and coalesce(e.to_date, 'infinity') >= ${from}::date - 1
      join enrolment c on c.school_id = e.school_id and c.group_id = p.class_id and c.student_id = e.student_id and c.from_date = ${from}::date`)
}

export const promoteCommands = [promoteCommand]
