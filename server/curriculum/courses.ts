import { randomUUIDv7 } from 'node:crypto'
import { groupName } from '#domain/curriculum/texts.ru.ts'
import type { Input } from '#domain/operations.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { whyYearIsClosed, type YearRow } from './years.ts'

type Wanted = Input<'curriculum.openCourses'>['courses'][number]
type SchoolClass = { id: string; name: string; kind: string; grade: number } & YearRow
/** A group cut from a class, with the subjects it is taught. */
type Cut = { id: string; classId: string; kind: string; name: string; cutFor: string | null; subjectIds: string[] }
type NewGroup = {
  id: string
  schoolYearId: string
  classId: string
  cutFor: string | null
  kind: 'subgroup' | 'extracurricular'
  name: string
  everybody: boolean
}
type NewCourse = { schoolYearId: string; groupId: string; subjectId: string; scale: 'five' | 'passFail' }

const openCoursesCommand = implement('curriculum.openCourses', {
  load: theSchool,
  prepare: (tx, { courses }) => {
    const classIds = [...new Set(courses.map(({ classId }) => classId))]
    const subjectIds = [...new Set(courses.map(({ subjectId }) => subjectId))]
    return Promise.all([
      tx.rows<SchoolClass>(sql`
        select g.id, g.name, g.kind, g.grade, y.id as "schoolYearId", y.from_date as "from", y.to_date as "to"
        from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        where g.school_id = current_school() and not g.archived and g.id = any(${classIds}::uuid[]) order by g.id for no key update of g`),
      cutsOf(tx, classIds),
      tx.rows<{ id: string; name: string; archived: boolean }>(sql`
        select id, name, archived from subject where school_id = current_school() and id = any(${subjectIds}::uuid[])`),
    ])
  },
  run: async ({ tx, found: [classes, cuts, subjects], school, today }, { courses }) => {
    const refusal = whyYearIsClosed(classes, today)
    if (refusal) throw refusal
    const groups: NewGroup[] = []
    const opened: NewCourse[] = []
    for (const wanted of courses) {
      const owner = classes.find(({ id }) => id === wanted.classId)
      const subject = subjects.find(({ id }) => id === wanted.subjectId)
      if (!owner || !subject) throw new Refusal('curriculum.unknown')
      if (subject.archived) throw new Refusal('curriculum.archived', { name: subject.name })
      if (owner.kind === 'individual' || (wanted.groups === 1 && !wanted.extracurricular))
        opened.push({ ...courseOf(wanted, owner), groupId: owner.id })
      else openCut(wanted, owner, subject.name, cuts, groups, opened)
    }
    const from = classes.map((one) => (one.from > today ? one.from : today)).sort()[0]!
    return { opened: await insertAll(tx, school.schoolId, groups, opened, from) }
  },
  announce: () => ['school'],
})

const cutsOf = (tx: ReadTx, classIds: string[]) =>
  tx.rows<Cut>(sql`
    select g.id, g.class_id as "classId", g.kind, g.name, g.subject_id as "cutFor", array(select c.subject_id from course c
      where c.school_id = g.school_id and c.group_id = g.id) as "subjectIds"
    from study_group g where g.school_id = current_school() and not g.archived and g.class_id = any(${classIds}::uuid[]) and g.id <> g.class_id
    order by g.name, g.id`)

/** As many groups as are missing: those cut for the subject and not taught it yet are taken first, or one of the name; others are made. */
function openCut(
  wanted: Wanted,
  owner: SchoolClass,
  subject: string,
  cuts: Cut[],
  groups: NewGroup[],
  opened: NewCourse[],
): void {
  const kind = wanted.extracurricular ? 'extracurricular' : 'subgroup'
  const own = cuts.filter((cut) => cut.classId === owner.id && cut.kind === kind)
  let missing = wanted.groups - own.filter(({ subjectIds }) => subjectIds.includes(wanted.subjectId)).length
  for (let number = 1; missing > 0; number++) {
    const name = groupName(owner.name, subject, wanted.groups === 1 ? null : number)
    const waiting = own.find((cut) => cut.cutFor === wanted.subjectId && !cut.subjectIds.includes(wanted.subjectId))
    const known = waiting ?? own.find((cut) => cut.name === name)
    if (known?.subjectIds.includes(wanted.subjectId)) {
      if (wanted.groups === 1) return
      continue
    }
    const cut = known ?? {
      id: randomUUIDv7(),
      classId: owner.id,
      kind,
      name,
      cutFor: kind === 'subgroup' ? wanted.subjectId : null,
      subjectIds: [],
    }
    cut.subjectIds.push(wanted.subjectId)
    if (!known) {
      groups.push({ ...cut, kind, schoolYearId: owner.schoolYearId, everybody: wanted.extracurricular && wanted.groups === 1 })
      cuts.push(cut)
      own.push(cut)
    }
    opened.push({ ...courseOf(wanted, owner), groupId: cut.id })
    missing--
  }
}

const courseOf = ({ subjectId, extracurricular }: Wanted, { schoolYearId }: SchoolClass): Omit<NewCourse, 'groupId'> => ({
  schoolYearId,
  subjectId,
  scale: extracurricular ? 'passFail' : 'five',
})

/** A group for everybody is joined by all who are in the class from that day on, until they leave it. */
async function insertAll(tx: Tx, schoolId: number, groups: NewGroup[], courses: NewCourse[], from: PlainDate): Promise<number> {
  const { opened } = await tx.one<{ opened: number }>(sql`
    with made as (
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, subject_id, ungraded, shift, study_days)
      select ${schoolId}, n.id, c.school_year_id, n.kind, n.name, c.grade, c.id, n."cutFor", c.ungraded or n.kind = 'extracurricular', c.shift,
        c.study_days
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) n (id uuid, "classId" uuid, kind text, name text, "cutFor" uuid)
        join study_group c on c.school_id = current_school() and c.id = n."classId"
    ), joined as (
      insert into enrolment (school_id, group_id, student_id, from_date, to_date)
      select ${schoolId}, n.id, e.student_id, greatest(e.from_date, ${from}::date), e.to_date
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) n (id uuid, "classId" uuid, everybody boolean)
        join enrolment e on e.school_id = current_school() and e.group_id = n."classId" and not e.cancelled
          and coalesce(e.to_date, 'infinity') >= ${from}::date
      where n.everybody
    ), opened as (
      insert into course (school_id, school_year_id, group_id, subject_id, scale)
      select distinct ${schoolId}::int, "schoolYearId", "groupId", "subjectId", scale
      from jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) n ("schoolYearId" uuid, "groupId" uuid, "subjectId" uuid, scale text)
      on conflict (school_id, group_id, subject_id) do nothing
      returning 1
    )
    select count(*)::int as opened from opened`)
  return opened
}

export const courseCommands = [openCoursesCommand]
