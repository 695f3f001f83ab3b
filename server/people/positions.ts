import type { Input } from '#domain/operations.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { endRolesOfReturning, proveAdministered } from '#server/access/roles.ts'
import { personById } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { writablePerson } from './standing.ts'

export const addPositionCommand = implement('people.addPosition', {
  load: personById,
  run: async ({ tx, today }, { personId, position, category, rate, categoryOn, categoryOrder, from }) => {
    await writablePerson(tx, personId, today)
    const name = position.trim()
    const twice = await tx.maybe(sql`
      select from staff where school_id = current_school() and person_id = ${personId} and position = ${name}
        and coalesce(to_date, 'infinity') >= ${from}`)
    if (twice) throw new Refusal('people.positionTwice', { position: name })
    await endRolesOfReturning(tx, [{ personId, from }])
    const { id } = await tx.one<{ id: string }>(sql`
      insert into staff (school_id, person_id, position, category, rate, category_on, category_order, from_date)
      values (current_school(), ${personId}, ${name}, ${category.trim()}, ${rate}, ${categoryOn}, ${categoryOrder.trim()}, ${from}) returning id`)
    return { positionId: id }
  },
  announce: (subject) => ['school', `person:${subject.personId}`],
})

type Held = Omit<Input<'people.changePosition'>['expected'], 'positionId'>

export const changePositionCommand = implement('people.changePosition', {
  load: personById,
  run: async ({ tx, actor, today }, { personId, positionId, expected, ...said }) => {
    const { from, to } = said
    const held = await tx.maybe<Held>(sql`
      select position, category, rate, category_on as "categoryOn", category_order as "categoryOrder", from_date as "from", to_date as "to" from staff
      where school_id = current_school() and id = ${positionId} and person_id = ${personId} for update`)
    if (!held) throw new Refusal('access.denied')
    const next = {
      ...said,
      position: said.position.trim(),
      category: said.category.trim(),
      categoryOrder: said.categoryOrder.trim(),
    }
    if (saidOf(held) === saidOf(next)) return {}
    if (saidOf(held) !== saidOf(expected)) throw new Refusal('people.changedMeanwhile', await lastChange(tx, positionId))
    if (to !== null && to < from) throw new Refusal('people.positionDates')
    if (personId === actor.personId && to !== null && !(await hasAnother(tx, personId, positionId, today)))
      throw new Refusal('people.ownPosition')
    await tx.run(sql`
      update staff set position = ${next.position}, category = ${next.category}, rate = ${next.rate}, category_on = ${next.categoryOn},
        category_order = ${next.categoryOrder}, from_date = ${from}, to_date = ${to}
      where school_id = current_school() and id = ${positionId}`)
    if (to !== null) await proveAdministered(tx, today, []) // roles end with the last position: two do not dismiss each other at once
    return {}
  },
  announce: (subject) => ['school', `person:${subject.personId}`],
})

const saidOf = ({ position, category, rate, categoryOn, categoryOrder, from, to }: Held) =>
  JSON.stringify([position, category, rate, categoryOn, categoryOrder, from, to])

const hasAnother = async (tx: ReadTx, personId: string, positionId: string, today: string): Promise<boolean> =>
  (await tx.maybe(sql`
    select from staff where school_id = current_school() and person_id = ${personId} and id <> ${positionId}
      and ${today} between from_date and coalesce(to_date, 'infinity') and to_date is null`)) !== null

export const positionCommands = [addPositionCommand, changePositionCommand]
