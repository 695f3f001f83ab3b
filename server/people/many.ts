import type { Output } from '#domain/operations.ts'
import { differing, type Field, type Kind, tidyValues, type Values, whyNotMany } from '#domain/people/many.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { proveAdministered } from '#server/access/roles.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, type Sql, sql } from '#server/platform/db.ts'
import { answer, implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { nextChange, writeRun } from './runs.ts'

type Row = Output<'people.editable'>['rows'][number]

/** Rows of today that can be changed, read as they are listed; a merged card has none. */
const listed: Record<Kind, (today: string) => Sql> = {
  student: (today) => sql`
    select p.id as "rowId", p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      coalesce((select min(g.name) from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind = 'class'
        where e.school_id = p.school_id and e.student_id = p.id and ${today} between e.from_date and coalesce(e.to_date, 'infinity')), '') as about,
      json_build_object('foreignLanguages', p.foreign_languages) as values
    from person p where p.school_id = current_school() and p.merged_into is null
      and exists (select from enrolment e where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled)
    order by p.surname, p.given_name, p.patronymic, p.id`,
  guardian: (today) => sql`
    select r.id as "rowId", p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name,
      concat_ws(' ', c.given_name, c.surname) as about, json_build_object('informed', r.informed, 'livesWith', r.lives_with) as values
    from guardian_of r join person p on p.school_id = r.school_id and p.id = r.guardian_id and p.merged_into is null
      join person c on c.school_id = r.school_id and c.id = r.student_id
    where r.school_id = current_school() and ${today} between r.from_date and coalesce(r.to_date, 'infinity')
    order by p.surname, p.given_name, p.patronymic, p.id, c.born_on`,
  staff: (today) => sql`
    select f.id as "rowId", p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, f.position as about,
      json_build_object('position', f.position, 'category', f.category, 'to', f.to_date) as values
    from staff f join person p on p.school_id = f.school_id and p.id = f.person_id and p.merged_into is null
    where f.school_id = current_school() and ${today} <= coalesce(f.to_date, 'infinity')
    order by p.surname, p.given_name, p.patronymic, p.id, f.from_date`,
}

export const editableQuery = answer('people.editable', {
  load: theSchool,
  run: async ({ tx, today }, { kind }) => ({ rows: await tx.rows<Row>(listed[kind](today)) }),
})

type Standing = { rowId: string; personId: string; from: string | null; values: Values }

/** The same rows, held until the operation is through. */
const held: Record<Kind, (rows: string[]) => Sql> = {
  student: (rows) => sql`
    select id as "rowId", id as "personId", null as "from", json_build_object('foreignLanguages', foreign_languages) as values
    from person where school_id = current_school() and id = any(${rows}::uuid[]) and merged_into is null order by id for update`,
  guardian: (rows) => sql`
    select id as "rowId", guardian_id as "personId", null as "from", json_build_object('informed', informed, 'livesWith', lives_with) as values
    from guardian_of where school_id = current_school() and id = any(${rows}::uuid[]) order by id for update`,
  staff: (rows) => sql`
    select id as "rowId", person_id as "personId", from_date as "from", json_build_object('position', position, 'category', category, 'to', to_date) as values
    from staff where school_id = current_school() and id = any(${rows}::uuid[]) order by id for update`,
}

const written: Record<Kind, (rows: string[], changes: Values) => Sql> = {
  student: (rows, { foreignLanguages = null }) => sql`
    update person set foreign_languages = coalesce(${foreignLanguages}::text, foreign_languages)
    where school_id = current_school() and id = any(${rows}::uuid[])`,
  guardian: (rows, { informed = null, livesWith = null }) => sql`
    update guardian_of set informed = coalesce(${informed}::boolean, informed), lives_with = coalesce(${livesWith}::boolean, lives_with)
    where school_id = current_school() and id = any(${rows}::uuid[])`,
  staff: (rows, { position = null, category = null, to }) => sql`
    update staff set position = coalesce(${position}::text, position), category = coalesce(${category}::text, category),
      to_date = case when ${to !== undefined} then ${to ?? null}::date else to_date end
    where school_id = current_school() and id = any(${rows}::uuid[])`,
}

export const changeManyCommand = implement('people.changeMany', {
  load: theSchool,
  run: async ({ tx, actor, today }, { kind, changes: asked, rows }) => {
    const changes = tidyValues(asked)
    const refusal = whyNotMany(kind, changes)
    if (refusal) throw refusal
    const first = await nextChange(tx)
    const expected = new Map(rows.map(({ rowId, expected }) => [rowId, expected]))
    const standing = await tx.rows<Standing>(held[kind]([...expected.keys()]))
    if (standing.length < expected.size) throw new Refusal('access.denied')
    const fields = Object.keys(changes) as Field[]
    const meanwhile = standing.find(({ rowId, values }) => fields.some((field) => values[field] !== expected.get(rowId)?.[field]))
    if (meanwhile) throw new Refusal('people.changedMeanwhile', await lastChange(tx, meanwhile.rowId))
    const changing = standing.filter(({ values }) => differing(values, changes).length > 0)
    if (kind === 'staff') await refuseWrongPosts(tx, changing, changes, actor.personId)
    const ids = changing.map(({ rowId }) => rowId)
    if (ids.length === 0) return { runId: null, people: 0 }
    await tx.run(written[kind](ids, changes))
    if (changes.to) await proveAdministered(tx, today, [])
    const people = new Set(changing.map(({ personId }) => personId)).size
    return { runId: await writeRun(tx, first, people), people }
  },
  announce: () => ['school'],
})

/** Refusals: people.positionDates, people.ownPosition, people.positionTwice (position). */
async function refuseWrongPosts(tx: ReadTx, changing: readonly Standing[], { position, to }: Values, own: string): Promise<void> {
  if (to && changing.some(({ from }) => from !== null && to < from)) throw new Refusal('people.positionDates')
  if (to && changing.some(({ personId }) => personId === own)) throw new Refusal('people.ownPosition')
  if (position === undefined) return
  const twice = await tx.maybe(sql`
    select from staff f join staff o on o.school_id = f.school_id and o.person_id = f.person_id and o.id <> f.id
      and f.from_date <= coalesce(o.to_date, 'infinity') and o.from_date <= coalesce(f.to_date, 'infinity')
    where f.school_id = current_school() and f.id = any(${changing.map(({ rowId }) => rowId)}::uuid[])
      and (o.position = ${position} or o.id = any(${changing.map(({ rowId }) => rowId)}::uuid[])) limit 1`)
  if (twice) throw new Refusal('people.positionTwice', { position })
}
