import { isDeepStrictEqual } from 'node:util'
import { addDays } from '#domain/platform/dates.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import { defaultPolicies } from '#domain/school/policies.ts'
import { whyPolicyIsWrong } from '#domain/school/policyBook.ts'
import { whyCardIsWrong } from '#domain/school/rules.ts'
import { theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { notePrintCommand } from './prints.ts'
import { cardOf } from './queries.ts'

/** What concerns the whole school may be on any screen. */
const announce = () => ['school']

export const setCardCommand = implement('school.setCard', {
  load: theSchool,
  run: async ({ tx }, { card, expected }) => {
    const wrong = whyCardIsWrong(card)
    if (wrong) throw wrong
    const { id } = await tx.one<{ id: string }>(sql`select id from school where school_id = current_school() for no key update`)
    const { setUpAt: _, paperlessSince: __, ...standing } = await cardOf(tx)
    if (isDeepStrictEqual(standing, card)) return {}
    if (!isDeepStrictEqual(standing, expected)) throw new Refusal('school.changedMeanwhile', await lastChange(tx, id))
    await tx.run(sql`
      update school set name = ${card.name}, full_name = ${card.fullName}, city = ${card.city}, time_zone = ${card.timeZone}, inn = ${card.inn},
        ogrn = ${card.ogrn}, address = ${card.address}, phone = ${card.phone}, email = ${card.email}, site = ${card.site},
        head_name = ${card.headName}, head_position = ${card.headPosition}
      where school_id = current_school()`)
    return {}
  },
  announce,
})

export const finishSetUpCommand = implement('school.finishSetUp', {
  load: theSchool,
  run: async ({ tx, now }) => {
    await tx.run(sql`update school set set_up_at = ${now} where school_id = current_school() and set_up_at is null`)
    return {}
  },
  announce,
})

export const setPolicyCommand = implement('school.setPolicy', {
  load: theSchool,
  prepare: async (tx: ReadTx, { key }) => {
    // A value that nobody has set yet has no row to hold.
    await tx.rows(sql`select from school where school_id = current_school() for no key update`)
    return tx.maybe<{ id: string; value: unknown }>(sql`
      select id, value from setting where school_id = current_school() and key = ${key} for no key update`)
  },
  run: async ({ tx, found, school }, { key, value, expected }) => {
    const wrong = whyPolicyIsWrong(key, value)
    if (wrong) throw wrong
    const standing = found ? found.value : defaultPolicies[key]
    if (standing === value) return {}
    if (standing !== expected)
      throw new Refusal('school.changedMeanwhile', found ? await lastChange(tx, found.id) : { by: '', at: '' })
    await tx.run(sql`
      insert into setting (school_id, key, value) values (${school.schoolId}, ${key}, ${JSON.stringify(value)}::jsonb)
      on conflict (school_id, key) do update set value = excluded.value`)
    return {}
  },
  announce,
})

export const addActCommand = implement('school.addAct', {
  load: theSchool,
  run: async ({ tx, school }, { actId, replaces, ...act }) => {
    if (act.to !== null && act.to < act.from) throw new Refusal('school.actDates')
    let version = 1
    if (replaces) {
      const former = await tx.maybe<{ version: number; from: string }>(sql`
        select version, from_date as "from" from local_act where school_id = current_school() and id = ${replaces} for no key update`)
      if (!former) throw new Refusal('school.unknownAct')
      if (act.from <= former.from) throw new Refusal('school.actDates')
      const replaced = await tx.maybe(sql`
        select 1 from change c join operation o on o.school_id = c.school_id and o.id = c.operation_id
        where c.school_id = current_school() and c.row_id = ${replaces} and c.before is not null and o.name = 'school.addAct' limit 1`)
      if (replaced) throw new Refusal('school.changedMeanwhile', await lastChange(tx, replaces))
      version = former.version + 1
      await tx.run(sql`
        update local_act set to_date = ${addDays(act.from, -1)}
        where school_id = current_school() and id = ${replaces} and coalesce(to_date, 'infinity') >= ${act.from}`)
    }
    await tx.run(sql`
      insert into local_act (school_id, id, kind, title, version, number, dated_on, from_date, to_date, body, for_staff, for_families)
      values (${school.schoolId}, ${actId}, ${act.kind}, ${act.title}, ${version}, ${act.number}, ${act.datedOn}, ${act.from}, ${act.to}, ${act.body},
        ${act.forStaff}, ${act.forFamilies})`)
    return {}
  },
  announce,
})

export const endActCommand = implement('school.endAct', {
  load: theSchool,
  run: async ({ tx }, { actId, to }) => {
    const act = await tx.maybe<{ from: string }>(sql`
      select from_date as "from" from local_act where school_id = current_school() and id = ${actId} for no key update`)
    if (!act) throw new Refusal('school.unknownAct')
    if (to < act.from) throw new Refusal('school.actDates')
    await tx.run(sql`update local_act set to_date = ${to} where school_id = current_school() and id = ${actId}`)
    return {}
  },
  announce,
})

export const acknowledgeCommand = implement('school.acknowledge', {
  load: theSchool,
  run: async ({ tx, actor, school, now, today }, { actId }) => {
    const act = await tx.maybe(sql`
      select 1 from local_act where school_id = current_school() and id = ${actId} and ${today}::date between from_date and coalesce(to_date, 'infinity')`)
    if (!act) throw new Refusal('school.unknownAct')
    await tx.run(sql`
      insert into acknowledgement (school_id, act_id, person_id, at) values (${school.schoolId}, ${actId}, ${actor.personId}, ${now})
      on conflict (school_id, act_id, person_id) do nothing`)
    return {}
  },
  // Theirs alone: on the first of September everybody accepts the terms, and nobody else's page need ask again.
  announce: (_school, _input, actor) => [`person:${actor.personId}`],
})

export const schoolCommands = [
  setCardCommand,
  finishSetUpCommand,
  setPolicyCommand,
  addActCommand,
  endActCommand,
  acknowledgeCommand,
  notePrintCommand,
]
