import type { Input } from '#domain/operations.ts'
import { addDays, type PlainDate } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { NEW_STAFF_DAYS, ofClass, type Topic } from '#domain/training/rules.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { trainingById } from './subjects.ts'

type Asked = Pick<Input<'training.invite'>, 'audience' | 'classId' | 'people'>

/** Everybody whom a list names on that day, with those named beside it. Refusals: training.unknown, training.nobody. */
export async function peopleOf(tx: ReadTx, { audience, classId, people }: Asked, today: PlainDate): Promise<string[]> {
  if (ofClass(audience) !== (classId !== null)) throw new Refusal('training.unknown')
  const { known, listed } = await tx.one<{ known: boolean; listed: string[] }>(sql`
    with employed as materialized (
      select s.person_id, min(s.from_date) as since from staff s
      where s.school_id = current_school() group by s.person_id having bool_or(${today}::date between s.from_date and coalesce(s.to_date, 'infinity'))
    ), pupil as materialized (
      select distinct e.student_id as person_id from study_group g join enrolment e on e.school_id = g.school_id and e.group_id = g.id and not e.cancelled
      where g.school_id = current_school() and g.class_id = ${classId}::uuid and g.kind in ('class', 'individual')
        and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')
    ), listed as (
      select person_id from employed s where ${audience} = 'staff'
        and exists (select from account a where a.school_id = current_school() and a.person_id = s.person_id and a.ended_at is null)
      union select person_id from employed where ${audience} = 'newStaff' and since > ${addDays(today, -NEW_STAFF_DAYS)}::date
      union select a.teacher_id from assignment a where ${audience} = 'teachers' and a.school_id = current_school()
        and ${today}::date between a.from_date and coalesce(a.to_date, 'infinity')
      union select h.teacher_id from homeroom h where ${audience} = 'homeroom' and h.school_id = current_school()
        and ${today}::date between h.from_date and coalesce(h.to_date, 'infinity')
      union select person_id from pupil where ${audience} = 'students'
      union select r.guardian_id from guardian_of r join pupil p on p.person_id = r.student_id
        where ${audience} = 'parents' and r.school_id = current_school() and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')
      union select id from person where school_id = current_school() and id = any(${people}::uuid[])
    )
    select (select count(*) from person where school_id = current_school() and merged_into is null and id = any(${people}::uuid[])) = ${people.length}
        and (${classId}::uuid is null or exists (select from study_group where school_id = current_school() and id = ${classId}::uuid and kind = 'class')) as known,
      coalesce((select json_agg(person_id) from listed), '[]') as listed`)
  if (!known) throw new Refusal('training.unknown')
  if (listed.length === 0) throw new Refusal('training.nobody')
  return listed
}

/** Puts people on the list; who is on it stays as marked. Answers who is new. */
export const putOnList = (tx: Tx, trainingId: string, people: readonly string[]): Promise<string[]> =>
  tx
    .rows<{ personId: string }>(sql`
      insert into training_person (school_id, training_id, person_id)
      select current_school(), ${trainingId}, unnest(${people}::uuid[])
      on conflict (school_id, training_id, person_id) do update set removed = false where training_person.removed
      returning person_id as "personId"`)
    .then((rows) => rows.map(({ personId }) => personId))

/** The bell tells of a training, as it stands when it is read. */
export const tell = (tx: Tx, training: { trainingId: string; topic: Topic }, people: readonly string[], now: Date) =>
  tx.run(sql`
    insert into training_notice (school_id, person_id, training_id, topic, at)
    select current_school(), unnest(${people}::uuid[]), ${training.trainingId}, ${training.topic}, ${now}`)

/** Everybody on the list but who acts. */
export const othersOn = (invited: readonly string[], actorId: string): string[] => invited.filter((one) => one !== actorId)

export const bells = (people: readonly string[]): string[] => people.slice(0, MOST_KEYS).map((personId) => `notices:${personId}`)
const MOST_KEYS = 100 // of one hint: it must fit a notification of the database

export const inviteCommand = implement('training.invite', {
  load: trainingById,
  run: async ({ tx, actor, today, now }, { trainingId, ...asked }) => {
    const { topic, cancelled } = await tx.one<{ topic: Topic; cancelled: boolean }>(sql`
      select topic, cancelled from training where school_id = current_school() and id = ${trainingId} for update`)
    if (cancelled) throw new Refusal('training.cancelled')
    const added = await putOnList(tx, trainingId, await peopleOf(tx, asked, today))
    await tell(tx, { trainingId, topic }, othersOn(added, actor.personId), now)
    return { invited: added.length }
  },
  announce: () => ['school'],
})

export const leaveOutCommand = implement('training.leaveOut', {
  load: trainingById,
  run: async ({ tx }, { trainingId, personId }) => {
    const row = await tx.maybe<{ touched: boolean }>(sql`
      select presence is not null or acquainted_on is not null as touched from training_person
      where school_id = current_school() and training_id = ${trainingId} and person_id = ${personId} and not removed for update`)
    if (!row) return {}
    if (row.touched) throw new Refusal('training.changedMeanwhile')
    await tx.run(sql`
      update training_person set removed = true where school_id = current_school() and training_id = ${trainingId} and person_id = ${personId}`)
    return {}
  },
  announce: () => ['school'],
})
