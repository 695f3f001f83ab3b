import { isDeepStrictEqual } from 'node:util'
import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { type Presence, whyNotAcquainted, whyNotMarked } from '#domain/training/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { bells, inviteCommand, leaveOutCommand, othersOn, peopleOf, putOnList, tell } from './invitations.ts'
import { remindCommand } from './standings.ts'
import { trainingById } from './subjects.ts'

type Plan = Input<'training.change'>['expected']

export const planCommand = implement('training.plan', {
  load: theSchool,
  run: async ({ tx, actor, today, now }, { trainingId, audience, classId, people, ...plan }) => {
    await refuseWrong(tx, plan)
    const invited = await peopleOf(tx, { audience, classId, people }, today)
    await tx.run(sql`
      insert into training (school_id, id, topic, title, about, on_date, starts_at, minutes, place, link, leader_id, guide, act_id)
      values (current_school(), ${trainingId}, ${plan.topic}, ${plan.title.trim()}, ${plan.about.trim()}, ${plan.on}, ${plan.startsAt}, ${plan.minutes},
        ${plan.place.trim()}, ${plan.link.trim()}, ${plan.leaderId}, ${plan.guide}, ${plan.actId})`)
    await putOnList(tx, trainingId, invited)
    await tell(tx, { trainingId, topic: plan.topic }, othersOn(invited, actor.personId), now)
    return { invited: invited.length }
  },
  announce: () => ['school'],
})

export const changeCommand = implement('training.change', {
  load: trainingById,
  run: async ({ tx, actor, subject, now }, { trainingId, expected, ...plan }) => {
    const { cancelled, ...standing } = await heldPlan(tx, trainingId)
    if (isDeepStrictEqual(standing, plan)) return {}
    if (!isDeepStrictEqual(standing, expected)) throw new Refusal('training.changedMeanwhile')
    if (cancelled) throw new Refusal('training.cancelled')
    await refuseWrong(tx, plan)
    await tx.run(sql`
      update training set topic = ${plan.topic}, title = ${plan.title.trim()}, about = ${plan.about.trim()}, on_date = ${plan.on}, starts_at = ${plan.startsAt},
        minutes = ${plan.minutes}, place = ${plan.place.trim()}, link = ${plan.link.trim()}, leader_id = ${plan.leaderId}, guide = ${plan.guide}, act_id = ${plan.actId}
      where school_id = current_school() and id = ${trainingId}`)
    const elsewhere = (['on', 'startsAt', 'place', 'link'] as const).some((field) => standing[field] !== plan[field])
    if (elsewhere) await tell(tx, { trainingId, topic: plan.topic }, othersOn(subject.invited, actor.personId), now)
    return {}
  },
  announce: (subject) => ['school', ...bells(subject.invited)],
})

export const cancelCommand = implement('training.cancel', {
  load: trainingById,
  run: async ({ tx, actor, subject, now }, { trainingId, cancelled }) => {
    const held = await heldPlan(tx, trainingId)
    if (held.cancelled === cancelled) return {}
    const { attended } = await tx.one<{ attended: boolean }>(sql`
      select exists (select from training_person where school_id = current_school() and training_id = ${trainingId} and presence = 'present') as attended`)
    if (cancelled && attended) throw new Refusal('training.held')
    await tx.run(sql`update training set cancelled = ${cancelled} where school_id = current_school() and id = ${trainingId}`)
    await tell(tx, { trainingId, topic: held.topic }, othersOn(subject.invited, actor.personId), now)
    return {}
  },
  announce: (subject) => ['school', ...bells(subject.invited)],
})

export const markCommand = implement('training.mark', {
  load: trainingById,
  run: async ({ tx, today }, { trainingId, marks }) => {
    const refusal = whyNotMarked(await heldPlan(tx, trainingId), today)
    if (refusal) throw refusal
    const people = marks.map(({ personId }) => personId)
    const standing = new Map(
      (
        await tx.rows<{ personId: string; presence: Presence | null }>(sql`
          select person_id as "personId", presence from training_person
          where school_id = current_school() and training_id = ${trainingId} and person_id = any(${people}::uuid[]) and not removed order by id for update`)
      ).map(({ personId, presence }) => [personId, presence]),
    )
    for (const { personId, presence, expected } of marks) {
      const now = standing.get(personId)
      if (now === undefined) throw new Refusal('training.notInvited')
      if (now !== presence && now !== expected) throw new Refusal('training.changedMeanwhile')
    }
    await tx.run(sql`
      update training_person i set presence = m.presence
      from unnest(${people}::uuid[], ${marks.map(({ presence }) => presence)}::text[]) m (person_id, presence)
      where i.school_id = current_school() and i.training_id = ${trainingId} and i.person_id = m.person_id and i.presence is distinct from m.presence`)
    return {}
  },
  announce: () => ['school'],
})

export const acquaintCommand = implement('training.acquaint', {
  load: trainingById,
  run: async ({ tx, actor, today }, { trainingId }) => {
    const held = await heldPlan(tx, trainingId)
    const { presence, acquaintedOn } = await tx.one<{ presence: Presence | null; acquaintedOn: string | null }>(sql`
      select presence, acquainted_on as "acquaintedOn" from training_person
      where school_id = current_school() and training_id = ${trainingId} and person_id = ${actor.personId} for update`)
    if (acquaintedOn) return {}
    const refusal = whyNotAcquainted(held, presence, today)
    if (refusal) throw refusal
    await tx.run(sql`
      update training_person set acquainted_on = ${today}
      where school_id = current_school() and training_id = ${trainingId} and person_id = ${actor.personId}`)
    return {}
  },
  announce: () => ['school'],
})

export const trainingCommands = [
  planCommand,
  changeCommand,
  cancelCommand,
  inviteCommand,
  leaveOutCommand,
  markCommand,
  acquaintCommand,
  remindCommand,
]

/** The training as it stands, held until the end of the command: nobody calls it off while the list is marked. */
const heldPlan = (tx: ReadTx, trainingId: string): Promise<Plan & { cancelled: boolean }> =>
  tx.one(sql`
    select topic, title, about, on_date as "on", starts_at as "startsAt", minutes, place, link, leader_id as "leaderId", guide, act_id as "actId", cancelled
    from training where school_id = current_school() and id = ${trainingId} for update`)

/** Refusals: training.link, training.unknown. */
async function refuseWrong(tx: ReadTx, { link, leaderId, actId }: Plan): Promise<void> {
  if (link.trim() !== '' && !/^https?:\/\/\S+$/.test(link.trim())) throw new Refusal('training.link')
  const { known } = await tx.one<{ known: boolean }>(sql`
    select (${leaderId}::uuid is null or exists (select from staff where school_id = current_school() and person_id = ${leaderId}::uuid))
      and (${actId}::uuid is null or exists (select from local_act where school_id = current_school() and id = ${actId}::uuid)) as known`)
  if (!known) throw new Refusal('training.unknown')
}
