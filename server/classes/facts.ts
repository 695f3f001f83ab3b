import type { GroupKind } from '#domain/classes/rules.ts'
import { isWithin, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'

export type GroupFacts = {
  id: string
  kind: GroupKind | 'class'
  name: string
  grade: number
  letter: string
  yearId: string
  yearFrom: PlainDate
  yearTo: PlainDate
  archived: boolean
  classIds: string[]
  subjectId: string | null
}

/** A class or a group with its year; null when there is none. */
export const groupFacts = (tx: ReadTx, groupId: string): Promise<GroupFacts | null> =>
  tx.maybe<GroupFacts>(sql`
    select g.id, g.kind, g.name, g.grade, coalesce(k.letter, '') as letter, y.id as "yearId", y.from_date as "yearFrom", y.to_date as "yearTo",
      g.archived, g.subject_id as "subjectId", case when g.class_id is not null then array[g.class_id] else array(select x.class_id from group_class x
        where x.school_id = g.school_id and x.group_id = g.id and not x.removed) end as "classIds"
    from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
      left join school_class k on k.school_id = g.school_id and k.id = g.id
    where g.school_id = current_school() and g.id = ${groupId}`)

/** Refusal: classes.outsideYear. */
export function proveInYear(group: Pick<GroupFacts, 'yearFrom' | 'yearTo'>, on: PlainDate): void {
  if (!isWithin(on, group.yearFrom, group.yearTo))
    throw new Refusal('classes.outsideYear', { from: group.yearFrom, to: group.yearTo })
}

/** Closed terms keep the lists they were closed with. Refusal: classes.termClosed. */
export async function proveTermOpen(tx: ReadTx, group: Pick<GroupFacts, 'yearId' | 'grade'>, on: PlainDate): Promise<void> {
  const closed = await tx.maybe<{ name: string }>(sql`
    select name from term where school_id = current_school() and school_year_id = ${group.yearId} and ${group.grade} between from_grade and to_grade
      and locked_at is not null and to_date >= ${on}::date order by to_date, id limit 1`)
  if (closed) throw new Refusal('classes.termClosed', { term: closed.name })
}

/** Names of groups are one of a kind within a year, which is held: of two who give one name the second sees it. Refusal: classes.nameTaken. */
export async function proveNameFree(
  tx: ReadTx,
  yearId: string,
  names: readonly string[],
  except: readonly string[] = [],
): Promise<void> {
  await holdYears(tx, [yearId])
  const taken = await tx.maybe<{ name: string }>(sql`
    select name from study_group where school_id = current_school() and school_year_id = ${yearId} and not archived and id <> all(${except}::uuid[])
      and search_form(name) = any(array(select search_form(n) from unnest(${names}::text[]) n)) limit 1`)
  if (taken) throw new Refusal('classes.nameTaken', { name: taken.name })
}

/** Holds these years until the operation is through: classes are opened in them, and students moved into them, by one at a time. */
export const holdYears = (tx: ReadTx, yearIds: readonly string[]): Promise<unknown> =>
  tx.rows(sql`
    select from school_year where school_id = current_school() and id = any(${[...yearIds]}::uuid[]) order by id for no key update`)

/** Everybody named is in one of the classes on that day. Refusal: classes.notOfClasses, with at most five of the others. */
export async function proveInClasses(
  tx: ReadTx,
  { studentIds, classIds, on }: { studentIds: readonly string[]; classIds: readonly string[]; on: PlainDate },
): Promise<void> {
  const strangers = await tx.rows<{ name: string | null }>(sql`
    select p.surname || ' ' || p.given_name as name from unnest(${studentIds}::uuid[]) s (id)
      left join person p on p.school_id = current_school() and p.id = s.id
    where not exists (select from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id
      where e.school_id = current_school() and e.student_id = s.id and g.kind in ('class', 'individual') and g.class_id = any(${classIds}::uuid[])
        and ${on}::date between e.from_date and coalesce(e.to_date, 'infinity'))
    order by 1 limit 5`)
  if (strangers.length > 0)
    throw new Refusal('classes.notOfClasses', { names: strangers.map(({ name }) => name ?? '—').join(', ') })
}

/** Who changed the lists of these groups last, and when. */
export async function lastMove(tx: ReadTx, groupIds: readonly string[]): Promise<{ by: string; at: string }> {
  const row = await tx.maybe<{ by: string; at: string }>(sql`
    select concat(p.surname, ' ', left(p.given_name, 1), '.', ' ' || left(nullif(p.patronymic, ''), 1) || '.') as by, o.at
    from enrolment e join change c on c.school_id = e.school_id and c.row_id = e.id
      join operation o on o.school_id = c.school_id and o.id = c.operation_id
      join person p on p.school_id = o.school_id and p.id = o.actor_id
    where e.school_id = current_school() and e.group_id = any(${groupIds}::uuid[]) order by c.id desc limit 1`)
  return row ?? { by: '', at: '' }
}
