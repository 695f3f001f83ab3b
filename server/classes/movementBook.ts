import { className, finishes, isArrival, isDeparture } from '#domain/classes/rules.ts'
import type { Output } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { yearsOf } from './promote.ts'
import { schoolOfYears } from './subjects.ts'

type Book = Output<'classes.movement'>
/** Subgroups of at least so many students together, each of one sex, are cut by it and not by chance. */
const BY_SEX = 6
type Plan = Output<'classes.promotionPlan'>

export const movementBookQuery = answer('classes.movement', {
  load: theSchool,
  run: async ({ tx, today }, { from, to }) => {
    const [lines, { n: after }, classes] = await Promise.all([lineRows(tx, from, to), studentsOn(tx, to), classRows(tx, today)])
    const standing = lines.filter(({ cancelled }) => !cancelled)
    const arrived = standing.filter(({ kind }) => isArrival(kind)).length
    const departed = standing.filter(({ kind }) => isDeparture(kind)).length
    const transferred = standing.filter(({ kind }) => kind === 'transfer').length
    return { lines, totals: { before: after - arrived + departed, arrived, departed, transferred, after }, classes }
  },
})

const lineRows = (tx: ReadTx, from: PlainDate, to: PlainDate): Promise<Book['lines']> =>
  tx.rows<Book['lines'][number]>(sql`
    select m.id as "movementId", m.kind, m.on_date as "on", m.student_id as "studentId",
      concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as student, m.order_number as "orderNumber", m.order_date as "orderDate", m.reason,
      m.other_school as "otherSchool", coalesce(f.name, '') as "fromClass", coalesce(t.name, '') as "toClass", m.cancelled, m.file_id as "fileId",
      not m.cancelled and not exists (select from movement n where n.school_id = m.school_id and n.student_id = m.student_id and not n.cancelled
        and (n.on_date, n.id) > (m.on_date, m.id)) as last
    from movement m join person p on p.school_id = m.school_id and p.id = m.student_id
      left join study_group f on f.school_id = m.school_id and f.id = m.from_group_id
      left join study_group t on t.school_id = m.school_id and t.id = m.to_group_id
    where m.school_id = current_school() and m.on_date between ${from}::date and ${to}::date
    order by m.on_date desc, p.surname, p.given_name, m.id desc`)

const studentsOn = (tx: ReadTx, day: PlainDate): Promise<{ n: number }> =>
  tx.one<{ n: number }>(sql`
    select count(distinct e.student_id)::int as n
    from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
      join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
    where e.school_id = current_school() and ${day}::date between e.from_date and coalesce(e.to_date, 'infinity')
      and ${day}::date between y.from_date - 100 and y.to_date + 100`)

/**
 * Classes that students may be moved to, with the groups they may join there. Usual is what almost everybody of the class is in, and of the
 * subgroups of a subject the smallest: by that a cut class stays even when somebody comes in January. Where girls and boys learn apart
 * nothing is proposed: whoever enrols knows. R096.
 */
const classRows = (tx: ReadTx, today: PlainDate): Promise<Book['classes']> =>
  tx.rows<Book['classes'][number]>(sql`
    select k.id as "classId", k.name, k.school_year_id as "yearId",
      coalesce((select json_agg(json_build_object('groupId', g.id, 'name', g.name, 'subjectId', case when g.kind = 'subgroup' then g.subject_id end,
            'subject', coalesce(g.subject, ''), 'students', g.own, 'usual', case when g.kind = 'subgroup' then g.place = 1 and g.cut > 0 and not g.by_sex
              else g.class_id is not null and g.own > 0 and g.own >= 0.8 * g.everybody end)
          order by g.name, g.id)
        from (
          select g.id, g.name, g.kind, g.class_id, g.subject_id, s.name as subject, n.own, n.everybody,
            row_number() over (partition by g.kind, g.subject_id order by n.own, g.name, g.id) as place,
            sum(n.own) over (partition by g.kind, g.subject_id) as cut,
            max(n.sexes) over (partition by g.kind, g.subject_id) = 1 and sum(n.own) over (partition by g.kind, g.subject_id) >= ${BY_SEX} as by_sex
          from study_group g left join subject s on s.school_id = g.school_id and s.id = g.subject_id cross join lateral (
          select count(distinct e.student_id) filter (where e.group_id = g.id) as own, count(distinct e.student_id) filter (where e.group_id = k.id) as everybody,
            count(distinct p.sex) filter (where e.group_id = g.id) as sexes
          from enrolment e join person p on p.school_id = e.school_id and p.id = e.student_id where e.school_id = g.school_id and e.group_id in (g.id, k.id) and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')) n
          where g.school_id = k.school_id and not g.archived and g.school_year_id = k.school_year_id and g.kind in ('subgroup', 'elective', 'extracurricular')
            and (g.class_id = k.id or g.class_id is null and exists (select from group_class x
              where x.school_id = g.school_id and x.group_id = g.id and x.class_id = k.id and not x.removed))) g), '[]') as groups
    from study_group k join school_year y on y.school_id = k.school_id and y.id = k.school_year_id
    where k.school_id = current_school() and k.kind = 'class' and not k.archived and y.to_date >= ${today}::date
    order by y.from_date, k.grade, k.name, k.id`)

export const candidatesQuery = answer('classes.candidates', {
  load: theSchool,
  run: async ({ tx, today }, { search }) => ({
    people: await tx.rows<Output<'classes.candidates'>['people'][number]>(sql`
      select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, p.born_on as "bornOn",
        coalesce(l.name, '') as "lastClass", l.to_date as until
      from person p left join lateral (
        select k.name, e.to_date from enrolment e join study_group k on k.school_id = e.school_id and k.id = e.group_id and k.kind = 'class'
        where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled order by e.from_date desc, e.id desc limit 1) l on true
      where p.school_id = current_school() and p.merged_into is null
        and starts_with(search_form(concat_ws(' ', p.surname, p.given_name, p.patronymic)), search_form(${search.trim()}))
        and not exists (select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind in ('class', 'individual')
          where e.school_id = p.school_id and e.student_id = p.id and coalesce(e.to_date, 'infinity') >= ${today}::date)
        and not exists (select from staff s where s.school_id = p.school_id and s.person_id = p.id)
        and not exists (select from guardian_of r where r.school_id = p.school_id and r.guardian_id = p.id)
      order by p.surname, p.given_name, p.patronymic, p.id limit 30`),
  }),
})

export const promotionPlanQuery = answer('classes.promotionPlan', {
  load: schoolOfYears,
  run: async ({ tx }, input) => {
    const { from, to } = await yearsOf(tx, input)
    const [classes, standing] = await Promise.all([
      tx.rows<Omit<Plan['classes'][number], 'next'> & { nextId: string | null }>(sql`
        select g.id as "classId", g.name, g.grade, k.letter,
          n.id as "nextId",
          (select count(*) from study_group s where s.school_id = g.school_id and s.class_id = g.id and s.kind = 'subgroup' and not s.archived)::int as subgroups,
          coalesce((select json_agg(json_build_object('studentId', p.id, 'name', p.surname || ' ' || p.given_name, 'moved', p.moved) order by p.surname, p.given_name, p.id)
            from (
              select distinct p.id, p.surname, p.given_name, m.id is not null or exists (select from enrolment x join study_group c on c.school_id = x.school_id and c.id = x.group_id
                  and c.kind = 'class' and c.school_year_id = ${to.yearId}
                where x.school_id = e.school_id and x.student_id = e.student_id and not x.cancelled) as moved
              from study_group own join enrolment e on e.school_id = own.school_id and e.group_id = own.id and not e.cancelled
                left join movement m on m.school_id = e.school_id and m.id = e.ended_by and not m.cancelled
                  and (m.kind = 'graduate' or m.kind = 'depart' and m.on_date > ${from.to}::date)
                join person p on p.school_id = e.school_id and p.id = e.student_id
              where own.school_id = g.school_id and own.class_id = g.id and own.kind in ('class', 'individual')
                and (m.id is not null or coalesce(e.to_date, 'infinity') >= ${to.from}::date - 1)) p), '[]') as students
        from study_group g join school_class k on k.school_id = g.school_id and k.id = g.id
          left join lateral (select c.id from study_group c join school_class l on l.school_id = c.school_id and l.id = c.id
            where c.school_id = g.school_id and c.school_year_id = ${to.yearId} and c.grade = g.grade + 1 and l.letter = k.letter and not c.archived limit 1) n on true
        where g.school_id = current_school() and g.kind = 'class' and g.school_year_id = ${from.yearId} and not g.archived
        order by g.grade, g.name, g.id`),
      tx.rows<Plan['standing'][number]>(sql`
        select id as "classId", name, grade from study_group
        where school_id = current_school() and kind = 'class' and school_year_id = ${to.yearId} and not archived order by grade, name, id`),
    ])
    const next = (grade: number, letter: string, classId: string | null) =>
      finishes(grade) ? null : { classId, name: className(grade + 1, letter), grade: grade + 1 }
    return {
      from,
      to,
      classes: classes.map(({ nextId, ...one }) => ({ ...one, next: next(one.grade, one.letter, nextId) })),
      standing,
    }
  },
})
