import { className } from '#domain/classes/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { sql, type Tx } from '#server/platform/db.ts'

export type NewClass = {
  classId: string
  grade: number
  letter: string
  shift: number
  studyDays: number | null
  capacity: number | null
  ungraded: boolean
  curriculumId: string | null
}

/** Writes classes of a year, all in one statement. Asks no rule: the caller has seen to it that names are free. */
export async function insertClasses(tx: Tx, yearId: string, classes: readonly NewClass[]): Promise<void> {
  if (classes.length === 0) return
  const rows = classes.map((one) => ({ ...one, letter: one.letter.trim(), name: className(one.grade, one.letter) }))
  await tx.run(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r ("classId" uuid, name text, grade smallint, letter text, shift smallint,
        "studyDays" smallint, capacity smallint, ungraded boolean, "curriculumId" uuid)
    ), made as (
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, ungraded, shift, study_days, capacity, curriculum_id)
      select current_school(), "classId", ${yearId}, 'class', name, grade, "classId", ungraded, shift, "studyDays", capacity, "curriculumId" from given
    )
    insert into school_class (school_id, id, letter) select current_school(), "classId", letter from given`)
}

export type NewEnrolment = {
  studentId: string
  groupId: string
  from: PlainDate
  orderNumber: string
  orderDate: PlainDate | null
  otherSchool: string
}

/**
 * Enrols any number of students in classes and groups, in one statement; whoever comes to a class joins the combined classes and streams
 * it is part of. A line is written into the movement book where an order is named or the year has begun: that a class is there on the
 * first day moves nobody. Who is in the group on that day or later already is passed over. Answers how many stays were begun in the
 * groups named. Asks no other rule.
 */
export async function enrolMany(tx: Tx, enrolments: readonly NewEnrolment[]): Promise<number> {
  if (enrolments.length === 0) return 0
  const { placed } = await tx.one<{ placed: number }>(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(enrolments)}::jsonb) r ("studentId" uuid, "groupId" uuid, "from" date,
        "orderNumber" text, "orderDate" date, "otherSchool" text)
    ), placed as (
      insert into enrolment (school_id, group_id, student_id, from_date)
      select distinct on ("groupId", "studentId") current_school(), "groupId", "studentId", "from" from given n
      where not exists (select from enrolment e where e.school_id = current_school() and e.group_id = n."groupId" and e.student_id = n."studentId"
        and coalesce(e.to_date, 'infinity') >= n."from")
      order by "groupId", "studentId", "from"
      returning group_id, student_id, from_date
    ), whole as (
      insert into enrolment (school_id, group_id, student_id, from_date)
      select distinct current_school(), w.id, p.student_id, p.from_date
      from placed p join group_class x on x.school_id = current_school() and x.class_id = p.group_id and not x.removed
        join study_group w on w.school_id = x.school_id and w.id = x.group_id and w.kind in ('combined', 'stream') and not w.archived
      where not exists (select from enrolment e where e.school_id = w.school_id and e.group_id = w.id and e.student_id = p.student_id
        and coalesce(e.to_date, 'infinity') >= p.from_date)
    ), told as (
      insert into movement (school_id, student_id, kind, on_date, order_number, order_date, to_group_id, other_school)
      select current_school(), p.student_id, 'enrol', p.from_date, n."orderNumber", n."orderDate", p.group_id, n."otherSchool"
      from placed p join study_group g on g.school_id = current_school() and g.id = p.group_id and g.kind = 'class'
        join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        join given n on n."groupId" = p.group_id and n."studentId" = p.student_id and n."from" = p.from_date
      where n."orderNumber" <> '' or p.from_date > y.from_date
    )
    select count(*)::int as placed from placed`)
  return placed
}

/**
 * Who leads classes from a day on; a teacher of null: nobody. Who led them before does so until the day before, and what was planned for
 * that day or later is dropped: such a row stays, out of all time.
 */
export async function setHomerooms(
  tx: Tx,
  homerooms: readonly { classId: string; teacherId: string | null; from: PlainDate }[],
): Promise<void> {
  if (homerooms.length === 0) return
  await tx.run(sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(homerooms)}::jsonb) r ("classId" uuid, "teacherId" uuid, "from" date)
    ), ended as (
      update homeroom h set from_date = case when h.from_date >= n."from" then '-infinity' else h.from_date end,
        to_date = case when h.from_date >= n."from" then '-infinity' else n."from" - 1 end
      from given n where h.school_id = current_school() and h.class_id = n."classId" and coalesce(h.to_date, 'infinity') >= n."from"
    )
    insert into homeroom (school_id, class_id, teacher_id, from_date)
    select current_school(), "classId", "teacherId", "from" from given where "teacherId" is not null`)
}
