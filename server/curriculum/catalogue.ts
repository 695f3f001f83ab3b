import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { oneAtATime } from '#server/school/oneAtATime.ts'

export type SubjectRow = { name: string; shortName: string; area: string; federal: boolean }
export type RoomRow = { name: string; kind: string; capacity: number | null }

/**
 * Puts subjects by name, whatever their «ё», capitals and spaces: what is not there is added, what is comes back from the archive and has
 * its short name and area put where they were empty. Answers an id for each name given, in no order; doubles are given once.
 */
export const upsertSubjects = (tx: Tx, schoolId: number, rows: readonly SubjectRow[]) =>
  tx.rows<{ subjectId: string; name: string; added: boolean }>(sql`
    with given as (
      select distinct on (plain) plain, name, "shortName", area, federal
      from (select *, plain_name(name) as plain
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (name text, "shortName" text, area text, federal boolean)) g
      order by plain
    ), known as (
      select g.plain, s.id from given g join subject s on s.school_id = current_school()
        and plain_name(s.name) = g.plain
    ), filled as (
      update subject s set short_name = case when s.short_name = '' then g."shortName" else s.short_name end,
        area = case when s.area = '' then g.area else s.area end, archived = false
      from known k join given g on g.plain = k.plain
      where s.school_id = current_school() and s.id = k.id
        and ((s.short_name = '' and g."shortName" <> '') or (s.area = '' and g.area <> '') or s.archived)
    ), added as (
      insert into subject (school_id, name, short_name, area, federal)
      select ${schoolId}, trim(g.name), coalesce(nullif(trim(g."shortName"), ''), left(trim(g.name), 24)), g.area, g.federal
      from given g where g.plain not in (select plain from known)
      returning id, name
    )
    select k.id as "subjectId", g.name, false as added from known k join given g on g.plain = k.plain
    union all
    select id, name, true from added`)

/** Puts rooms by name, as upsertSubjects does: kind and capacity fill what was empty. */
export const upsertRooms = (tx: Tx, schoolId: number, rows: readonly RoomRow[]) =>
  tx.rows<{ roomId: string; name: string; added: boolean }>(sql`
    with given as (
      select distinct on (plain) plain, name, kind, capacity
      from (select *, plain_name(name) as plain
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (name text, kind text, capacity int)) g
      order by plain
    ), known as (
      select g.plain, r.id from given g join room r on r.school_id = current_school()
        and plain_name(r.name) = g.plain
    ), filled as (
      update room r set kind = case when r.kind = '' then g.kind else r.kind end, capacity = coalesce(r.capacity, g.capacity), archived = false
      from known k join given g on g.plain = k.plain
      where r.school_id = current_school() and r.id = k.id
        and ((r.kind = '' and g.kind <> '') or (r.capacity is null and g.capacity is not null) or r.archived)
    ), added as (
      insert into room (school_id, name, kind, capacity)
      select ${schoolId}, trim(g.name), g.kind, g.capacity from given g where g.plain not in (select plain from known)
      returning id, name
    )
    select k.id as "roomId", g.name, false as added from known k join given g on g.plain = k.plain
    union all
    select id, name, true from added`)

/** Names that are there already under another id, «ё», capitals and spaces aside, as they stand; also a name given twice. */
const takenSubjects = async (tx: ReadTx, rows: readonly { id: string; name: string }[]) => {
  await oneAtATime(tx)
  return tx.rows<{ name: string }>(sql`
    with given as (select id, name, plain_name(name) as plain
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (id uuid, name text))
    select s.name from given g join subject s on s.school_id = current_school() and s.id <> g.id
      and plain_name(s.name) = g.plain
    union all select min(name) from given group by plain having count(*) > 1 limit 1`)
}

const takenRooms = async (tx: ReadTx, rows: readonly { id: string; name: string }[]) => {
  await oneAtATime(tx)
  return tx.rows<{ name: string }>(sql`
    with given as (select id, name, plain_name(name) as plain
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) g (id uuid, name text))
    select r.name from given g join room r on r.school_id = current_school() and r.id <> g.id
      and plain_name(r.name) = g.plain
    union all select min(name) from given group by plain having count(*) > 1 limit 1`)
}

const addSubjectsCommand = implement('curriculum.addSubjects', {
  load: theSchool,
  prepare: (tx, { subjects }) =>
    takenSubjects(
      tx,
      subjects.map(({ subjectId, name }) => ({ id: subjectId, name })),
    ),
  run: async ({ tx, found: [taken], school }, { subjects }) => {
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`
      insert into subject (school_id, id, name, short_name, area, federal)
      select ${school.schoolId}, "subjectId", trim(name), trim("shortName"), trim(area), federal
      from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb)
        s ("subjectId" uuid, name text, "shortName" text, area text, federal boolean)`)
    return {}
  },
  announce: () => ['school'],
})

type Subject = Input<'curriculum.changeSubject'>['value'] & { past: boolean }

const changeSubjectCommand = implement('curriculum.changeSubject', {
  load: theSchool,
  prepare: (tx, { subjectId, value }, { today }) =>
    Promise.all([
      tx.maybe<Subject>(sql`
        select s.name, s.short_name as "shortName", s.area, s.federal, s.archived,
          exists (select from course c join school_year y on y.school_id = c.school_id and y.id = c.school_year_id
            where c.school_id = s.school_id and c.subject_id = s.id and y.to_date < ${today}::date) as past
        from subject s where s.school_id = current_school() and s.id = ${subjectId} for update of s`),
      takenSubjects(tx, [{ id: subjectId, name: value.name }]),
    ]),
  run: async ({ tx, found: [standing, [taken]] }, { subjectId, value, expected }) => {
    if (!standing) throw new Refusal('curriculum.unknown')
    if (!isSame(standing, expected)) throw await changedMeanwhile(tx, subjectId, standing.name)
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    if (standing.past && standing.name !== value.name.trim()) throw new Refusal('curriculum.subjectOfPastYears')
    await tx.run(sql`
      update subject set name = ${value.name.trim()}, short_name = ${value.shortName.trim()}, area = ${value.area.trim()},
        federal = ${value.federal}, archived = ${value.archived}
      where school_id = current_school() and id = ${subjectId}`)
    return {}
  },
  announce: () => ['school'],
})

const addRoomsCommand = implement('curriculum.addRooms', {
  load: theSchool,
  prepare: (tx, { rooms }) =>
    takenRooms(
      tx,
      rooms.map(({ roomId, name }) => ({ id: roomId, name })),
    ),
  run: async ({ tx, found: [taken], school }, { rooms }) => {
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`
      insert into room (school_id, id, name, kind, capacity)
      select ${school.schoolId}, "roomId", trim(name), trim(kind), capacity
      from jsonb_to_recordset(${JSON.stringify(rooms)}::jsonb) r ("roomId" uuid, name text, kind text, capacity int)`)
    return {}
  },
  announce: () => ['school'],
})

const changeRoomCommand = implement('curriculum.changeRoom', {
  load: theSchool,
  prepare: (tx, { roomId, value }) =>
    Promise.all([
      tx.maybe<Input<'curriculum.changeRoom'>['value']>(sql`
        select name, kind, capacity, archived from room where school_id = current_school() and id = ${roomId} for update`),
      takenRooms(tx, [{ id: roomId, name: value.name }]),
    ]),
  run: async ({ tx, found: [standing, [taken]] }, { roomId, value, expected }) => {
    if (!standing) throw new Refusal('curriculum.unknown')
    if (!isSame(standing, expected)) throw await changedMeanwhile(tx, roomId, standing.name)
    if (taken) throw new Refusal('curriculum.nameTaken', { name: taken.name })
    await tx.run(sql`
      update room set name = ${value.name.trim()}, kind = ${value.kind.trim()}, capacity = ${value.capacity}, archived = ${value.archived}
      where school_id = current_school() and id = ${roomId}`)
    return {}
  },
  announce: () => ['school'],
})

/** Does a row still say what its author saw of it? Only what they saw is compared. */
export const isSame = (standing: object, expected: object): boolean =>
  Object.entries(expected).every(([field, value]) => (standing as Record<string, unknown>)[field] === value)

/** The refusal for a row that somebody else has changed since it was read. */
export const changedMeanwhile = async (tx: ReadTx, rowId: string, value: string): Promise<Refusal> =>
  new Refusal('curriculum.changedMeanwhile', { value, ...(await lastChange(tx, rowId)) })

export const catalogueCommands = [addSubjectsCommand, changeSubjectCommand, addRoomsCommand, changeRoomCommand]
