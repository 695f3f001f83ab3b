import type { Output } from '#domain/operations.ts'
import { obligatoryTopics, type Presence } from '#domain/training/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { answer } from '#server/platform/execute.ts'
import { registerQuery, standingsQuery } from './standings.ts'
import { trainingById } from './subjects.ts'

type Training = Output<'training.sheet'>['training']

/** Trainings as they stand; all of them, or those of the ids. The latest first. */
const trainingsOf = (tx: ReadTx, ids: string[] | null) =>
  tx.rows<Training>(sql`
    select t.id as "trainingId", t.topic, t.title, t.about, t.on_date as "on", t.starts_at as "startsAt", t.minutes, t.place, t.link,
      t.leader_id as "leaderId", t.guide, t.act_id as "actId", t.cancelled, coalesce(a.title, '') as act,
      coalesce(concat_ws(' ', l.surname, l.given_name, nullif(l.patronymic, '')), '') as leader
    from training t left join person l on l.school_id = t.school_id and l.id = t.leader_id
      left join local_act a on a.school_id = t.school_id and a.id = t.act_id
    where t.school_id = current_school() and (${ids}::uuid[] is null or t.id = any(${ids}::uuid[]))
    order by t.on_date desc, t.starts_at desc, t.id`)

export const listQuery = answer('training.list', {
  load: theSchool,
  run: async ({ tx }) => {
    const [trainings, counts] = await Promise.all([
      trainingsOf(tx, null),
      tx.rows<{ trainingId: string; invited: number; present: number; absent: number; acquainted: number }>(sql`
        select training_id as "trainingId", count(*)::int as invited, count(*) filter (where presence = 'present')::int as present,
          count(*) filter (where presence = 'absent')::int as absent,
          count(*) filter (where presence is distinct from 'present' and acquainted_on is not null)::int as acquainted
        from training_person where school_id = current_school() and not removed group by training_id`),
    ])
    const countOf = new Map(counts.map(({ trainingId, ...count }) => [trainingId, count]))
    const nobody = { invited: 0, present: 0, absent: 0, acquainted: 0 }
    return { trainings: trainings.map((one) => ({ ...one, ...(countOf.get(one.trainingId) ?? nobody) })) }
  },
})

export const sheetQuery = answer('training.sheet', {
  load: trainingById,
  run: async ({ tx, today }, { trainingId }) => {
    const [[training], people] = await Promise.all([
      trainingsOf(tx, [trainingId]),
      tx.rows<Output<'training.sheet'>['people'][number]>(sql`
        select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, i.presence, i.acquainted_on as "acquaintedOn",
          coalesce(
            (select string_agg(distinct s.position, ', ') from staff s where s.school_id = p.school_id and s.person_id = p.id
              and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')),
            (select min(g.name) from enrolment e join study_group g on g.school_id = e.school_id and g.id = e.group_id and g.kind = 'class'
              where e.school_id = p.school_id and e.student_id = p.id and not e.cancelled and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity')),
            (select string_agg(concat_ws(' ', c.surname, c.given_name), ', ' order by c.surname, c.given_name) from guardian_of r
              join person c on c.school_id = r.school_id and c.id = r.student_id
              where r.school_id = p.school_id and r.guardian_id = p.id and ${today}::date between r.from_date and coalesce(r.to_date, 'infinity')), '') as detail
        from training_person i join person p on p.school_id = i.school_id and p.id = i.person_id
        where i.school_id = current_school() and i.training_id = ${trainingId} and not i.removed
        order by p.surname, p.given_name, p.patronymic, p.id`),
    ])
    return { training: training as Training, people }
  },
})

export const peopleQuery = answer('training.people', {
  load: theSchool,
  run: async ({ tx, today }) => {
    const [staff, classes] = await Promise.all([
      tx.rows<Output<'training.people'>['staff'][number]>(sql`
        select p.id as "personId", concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, '')) as name, string_agg(distinct s.position, ', ') as detail
        from staff s join person p on p.school_id = s.school_id and p.id = s.person_id and p.merged_into is null
        where s.school_id = current_school() and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')
        group by p.id, p.surname, p.given_name, p.patronymic order by p.surname, p.given_name, p.patronymic, p.id`),
      tx.rows<Output<'training.people'>['classes'][number]>(sql`
        select g.id as "classId", g.name, (select count(distinct e.student_id) from enrolment e where e.school_id = g.school_id and e.group_id = g.id
          and not e.cancelled and ${today}::date between e.from_date and coalesce(e.to_date, 'infinity'))::int as students
        from study_group g join school_year y on y.school_id = g.school_id and y.id = g.school_year_id
        where g.school_id = current_school() and g.kind = 'class' and not g.archived and ${today}::date between y.from_date and y.to_date
        order by g.grade, g.name, g.id`),
    ])
    return { staff, classes }
  },
})

type Own = { trainingId: string; leads: boolean; invited: boolean; presence: Presence | null; acquaintedOn: string | null }

export const mineQuery = answer('training.mine', {
  load: theSchool,
  run: async ({ tx, actor, today }) => {
    const [own, works] = await Promise.all([
      tx.rows<Own>(sql`
        select t.id as "trainingId", t.leader_id is not distinct from ${actor.personId}::uuid as leads, i.id is not null as invited, i.presence, i.acquainted_on as "acquaintedOn"
        from training t left join training_person i on i.school_id = t.school_id and i.training_id = t.id and i.person_id = ${actor.personId} and not i.removed
        where t.school_id = current_school() and (i.id is not null or t.leader_id = ${actor.personId})`),
      tx.one<{ works: boolean }>(sql`
        select exists (select from staff s where s.school_id = current_school() and s.person_id = ${actor.personId}
          and ${today}::date between s.from_date and coalesce(s.to_date, 'infinity')) as works`),
    ])
    const ownOf = new Map(own.map((one) => [one.trainingId, one]))
    const trainings = await trainingsOf(tx, [...ownOf.keys()])
    const mine = trainings.map((training) => ({ ...training, ...(ownOf.get(training.trainingId) as Own) }))
    const obliged = works.works || actor.roles.some(({ from, to }) => from <= today && (to === null || today <= to))
    return {
      trainings: mine,
      topics: obliged
        ? obligatoryTopics.map((topic) => ({ topic, doneOn: lastOf(mine.filter((one) => one.topic === topic)) }))
        : [],
    }
  },
})

export const trainingQueries = [listQuery, sheetQuery, peopleQuery, mineQuery, standingsQuery, registerQuery]

/** The last day on which one of them was attended or read, or null. */
const lastOf = (trainings: (Own & { on: string; cancelled: boolean })[]): string | null =>
  trainings
    .flatMap(({ on, cancelled, presence, acquaintedOn }) => (cancelled ? [] : presence === 'present' ? on : (acquaintedOn ?? [])))
    .sort()
    .at(-1) ?? null
