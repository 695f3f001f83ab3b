import { sql, type Tx } from '#server/platform/db.ts'

type Group = {
  id: string
  kind: 'subgroup' | 'combined'
  name: string
  grade: number
  classId: string | null
  subjectId: string | null
}

/** Shift and week of classes that a list names, and of the groups cut from them. */
export async function changeClasses(
  tx: Tx,
  rows: readonly { id: string; shift: number; studyDays: number | null }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.run(sql`
    update study_group t set shift = g.shift, study_days = g."studyDays"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (id uuid, shift int, "studyDays" int)
    where t.school_id = current_school() and t.class_id = g.id`)
}

/** Groups of a list, without students, in the shift and week of their classes, and the classes of those that are made of several. */
export async function writeGroups(
  tx: Tx,
  yearId: string,
  groups: readonly Group[],
  classes: readonly { groupId: string; classId: string }[],
): Promise<void> {
  if (groups.length > 0)
    await tx.run(sql`
      insert into study_group (school_id, id, school_year_id, kind, name, grade, class_id, subject_id, shift, study_days, ungraded)
      select current_school(), g.id, ${yearId}, g.kind, g.name, g.grade, g."classId", g."subjectId", coalesce(k.shift, 1), k.study_days,
        coalesce(k.ungraded, false)
      from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) g (id uuid, kind text, name text, grade int, "classId" uuid, "subjectId" uuid)
        left join lateral (
          select min(c.shift) as shift, min(c.study_days) as study_days, bool_and(c.ungraded) as ungraded from study_group c
          where c.school_id = current_school() and (c.id = g."classId" or c.id in (
            select x."classId" from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) x ("groupId" uuid, "classId" uuid) where x."groupId" = g.id))
        ) k on true`)
  if (classes.length > 0)
    await tx.run(sql`
      insert into group_class (school_id, group_id, class_id)
      select current_school(), "groupId", "classId" from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) g ("groupId" uuid, "classId" uuid)
      on conflict (school_id, group_id, class_id) do update set removed = false`)
}

/** Classes that follow no curriculum get the only one that their grade has in the year. */
export const followOnlyPlans = (tx: Tx, yearId: string): Promise<number> =>
  tx.run(sql`
    update study_group t set curriculum_id = c.id
    from (select grade, min(id::text)::uuid as id from curriculum
      where school_id = current_school() and school_year_id = ${yearId} and not archived and not individual group by grade having count(*) = 1) c
    where t.school_id = current_school() and t.school_year_id = ${yearId} and t.kind = 'class' and not t.archived
      and t.curriculum_id is null and t.grade = c.grade`)
