import { sql, type Tx } from '#server/platform/db.ts'
import { passLessons } from './assignmentRows.ts'
import { type LineRow, setCurriculumLines } from './planRows.ts'

type Subject = { id: string; shortName: string; area: string; federal: boolean }
type Room = { id: string; capacity: number | null; purpose: string }
type Plan = { id: string; name: string; grade: number; profile: string | null; studyDays: number }
type Line = Omit<LineRow, 'curriculumId'> & { planId: string }
type Assignment = { courseId: string; teacherId: string; halfHours: number; from: string }

/** Subjects of a list under the ids given, and what is said anew of known ones. Names were looked up by who made the list. */
export async function writeSubjects(
  tx: Tx,
  added: readonly (Subject & { name: string })[],
  changed: readonly Subject[],
): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into subject (school_id, id, name, short_name, area, federal)
      select current_school(), id, name, "shortName", area, federal
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) s (id uuid, name text, "shortName" text, area text, federal boolean)`)
  if (changed.length > 0)
    await tx.run(sql`
      update subject t set short_name = s."shortName", area = s.area, federal = s.federal
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) s (id uuid, "shortName" text, area text, federal boolean)
      where t.school_id = current_school() and t.id = s.id`)
}

/** The same of rooms. */
export async function writeRooms(tx: Tx, added: readonly (Room & { name: string })[], changed: readonly Room[]): Promise<void> {
  if (added.length > 0)
    await tx.run(sql`
      insert into room (school_id, id, name, kind, capacity)
      select current_school(), id, name, purpose, capacity
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) r (id uuid, name text, purpose text, capacity int)`)
  if (changed.length > 0)
    await tx.run(sql`
      update room t set kind = r.purpose, capacity = r.capacity
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) r (id uuid, purpose text, capacity int)
      where t.school_id = current_school() and t.id = r.id`)
}

/** Curricula of a list with the profiles they name, and their hours. */
export async function writePlans(
  tx: Tx,
  schoolId: number,
  yearId: string,
  plans: readonly Plan[],
  lines: readonly Line[],
): Promise<void> {
  if (plans.length > 0) {
    await tx.run(sql`
      insert into profile (school_id, name)
      select distinct current_school(), profile from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) p (profile text) where profile is not null
      on conflict (school_id, name) do nothing`)
    await tx.run(sql`
      insert into curriculum (school_id, id, school_year_id, name, grade, profile_id, study_days)
      select current_school(), p.id, ${yearId}, p.name, p.grade, f.id, p."studyDays"
      from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) p (id uuid, name text, grade int, profile text, "studyDays" int)
        left join profile f on f.school_id = current_school() and f.name = p.profile`)
  }
  const rows = lines.map(({ planId, ...line }) => ({ ...line, curriculumId: planId }))
  if (rows.length > 0) await setCurriculumLines(tx, schoolId, rows)
}

/** Courses and who teaches them, by a list. Lessons that nobody would hold any more pass to the new teachers. */
export async function writeLoad(
  tx: Tx,
  yearId: string,
  load: {
    courses: readonly { id: string; groupId: string; subjectId: string }[]
    added: readonly Assignment[]
    changed: readonly { id: string; halfHours: number }[]
    ended: readonly { id: string; to: string }[]
  },
): Promise<void> {
  const { courses, added, changed, ended } = load
  if (courses.length > 0)
    await tx.run(sql`
      insert into course (school_id, id, school_year_id, group_id, subject_id)
      select current_school(), id, ${yearId}, "groupId", "subjectId"
      from jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) c (id uuid, "groupId" uuid, "subjectId" uuid)`)
  if (ended.length > 0)
    await tx.run(sql`
      update assignment t set to_date = a."to" from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) a (id uuid, "to" date)
      where t.school_id = current_school() and t.id = a.id`)
  if (changed.length > 0)
    await tx.run(sql`
      update assignment t set weekly_half_hours = a."halfHours"
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) a (id uuid, "halfHours" int)
      where t.school_id = current_school() and t.id = a.id`)
  if (added.length > 0)
    await tx.run(sql`
      insert into assignment (school_id, course_id, teacher_id, weekly_half_hours, from_date)
      select current_school(), "courseId", "teacherId", "halfHours", "from"
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) a ("courseId" uuid, "teacherId" uuid, "halfHours" int, "from" date)`)
  if (ended.length > 0) {
    const first = added.map(({ from }) => from).sort()[0]
    if (first) await passLessons(tx, added, first)
  }
}
