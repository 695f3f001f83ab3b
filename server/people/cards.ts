import type { Actor } from '#domain/access/actor.ts'
import { administrator } from '#domain/access/relations.ts'
import type { Input } from '#domain/operations.ts'
import {
  type ContactKind,
  contactKinds,
  keptContacts,
  samePerson,
  tidyPerson,
  whyContactIsWrong,
  whyPersonIsWrong,
} from '#domain/people/rules.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { personById, studentById, theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { refuseTakenSnils, tieGuardians, writeNewPeople } from './newPeople.ts'
import { factsOf, heldPerson, type Standing, writablePerson } from './standing.ts'

export const createPersonCommand = implement('people.create', {
  load: theSchool,
  run: async ({ tx, actor, today }, { person, position, guardians, evenIfSimilar }) => {
    if (!administrator(actor, { kind: 'school' }, today)) {
      if (position) throw new Refusal('access.denied')
      for (const { personId } of guardians) if (personId) await refuseOwnPeople(tx, personId, today)
    }
    const [personId] = await writeNewPeople(tx, [person], { today, evenIfSimilar })
    if (!personId) throw new Error('a card was to be written')
    if (position) {
      await tx.run(sql`
        insert into staff (school_id, person_id, position, category, from_date)
        values (current_school(), ${personId}, ${position.position.trim()}, ${position.category.trim()}, ${position.from})`)
    }
    if (guardians.length > 0) await tieGuardians(tx, personId, guardians, { today, from: null, evenIfSimilar })
    return { personId }
  },
  announce: (_school, { guardians }) => [
    'school',
    ...guardians.flatMap(({ personId }) => (personId ? [`person:${personId}`] : [])),
  ],
})

export const changePersonCommand = implement('people.change', {
  load: personById,
  run: async ({ tx, actor, today }, { personId, person, expected }) => {
    const standing = await writablePerson(tx, personId, today)
    refuseOthersStaff(actor, standing, today)
    const next = tidyPerson(person)
    if (samePerson(factsOf(standing), next)) return {}
    const refusal = whyPersonIsWrong(next, today)
    if (refusal) throw refusal
    if (!samePerson(factsOf(standing), tidyPerson(expected)))
      throw new Refusal('people.changedMeanwhile', await lastChange(tx, personId))
    await refuseTakenSnils(tx, next.snils, personId)
    await tx.run(sql`
      update person set surname = ${next.surname}, given_name = ${next.givenName}, patronymic = ${next.patronymic}, sex = ${next.sex},
        born_on = ${next.bornOn}, snils = ${next.snils}, foreign_languages = ${next.foreignLanguages}
      where school_id = current_school() and id = ${personId}`)
    return {}
  },
  announce: (subject) => ['school', `person:${subject.personId}`],
})

/** Who works or learns here is named a guardian by the administrator alone: a tie puts their card into a class. Refusal: people.guardianByAdministrator. */
export async function refuseOwnPeople(tx: ReadTx, guardianId: string, today: string): Promise<void> {
  const { employed } = await heldPerson(tx, guardianId, today)
  const learns = (await studentById(tx, { studentId: guardianId }))?.classes.some(({ to }) => to === null || to >= today)
  if (employed || learns) throw new Refusal('people.guardianByAdministrator')
}

/** Cards of colleagues are the administrator's, also when they are parents of the class. */
export function refuseOthersStaff(actor: Actor, standing: Standing, today: string): void {
  if (standing.employed && !administrator(actor, { kind: 'school' }, today)) throw new Refusal('access.denied')
}

export const setContactsCommand = implement('people.setContacts', {
  load: personById,
  run: async ({ tx, actor, school, today }, { personId, contacts, expected }) => {
    const standing = await writablePerson(tx, personId, today)
    refuseOthersStaff(actor, standing, today)
    await writeContacts(tx, personId, contacts, { school, expected })
    return {}
  },
  announce: (subject) => ['school', `person:${subject.personId}`],
})

type Contacts = Input<'people.setContacts'>['contacts']

/** The contacts that the school keeps of a person; what it keeps no longer is not looked at. */
export async function contactsOf(tx: ReadTx, personId: string, kept: readonly ContactKind[]): Promise<Contacts> {
  const rows = await tx.rows<{ kind: ContactKind; value: string }>(sql`
    select kind, value from contact where school_id = current_school() and person_id = ${personId} and not removed and kind = any(${[...kept]}::text[])
    order by id`)
  const of = (kind: ContactKind) => rows.flatMap((row) => (row.kind === kind ? [row.value] : []))
  return { phone: of('phone'), email: of('email'), address: of('address') }
}

/** Those of the kinds that the school keeps: what was asked for before it stopped keeping a kind is not written. */
export const keptOf = (contacts: Contacts, kept: readonly ContactKind[]): Contacts => ({
  phone: kept.includes('phone') ? contacts.phone : [],
  email: kept.includes('email') ? contacts.email : [],
  address: kept.includes('address') ? contacts.address : [],
})

/** Refusals: people.contactsOff, people.wrongEmail, people.wrongPhone. */
export function refuseWrongContacts(contacts: Contacts, kept: readonly ContactKind[]): void {
  for (const kind of contactKinds) {
    for (const value of contacts[kind]) {
      const refusal = whyContactIsWrong(kind, value.trim(), kept)
      if (refusal) throw refusal
    }
  }
}

/** Sets the contacts of the kinds that the school keeps. Refusals: people.contactsOff, people.wrongEmail, people.wrongPhone, people.changedMeanwhile. */
export async function writeContacts(
  tx: Tx,
  personId: string,
  contacts: Contacts,
  { school, expected }: { school: School; expected: Contacts | null },
): Promise<void> {
  const kept = keptContacts(school.policies)
  refuseWrongContacts(contacts, kept)
  const wanted = contactKinds.flatMap((kind) => contacts[kind].map((value) => ({ kind, value: value.trim() })))
  const standing = await contactsOf(tx, personId, kept)
  const lines = (of: Contacts) => JSON.stringify(kept.map((kind) => [...of[kind]].sort()))
  if (lines(standing) === lines(contacts)) return
  if (expected && lines(standing) !== lines(expected)) throw new Refusal('people.changedMeanwhile', { by: '', at: '' })
  const [kinds, values] = [wanted.map(({ kind }) => kind), wanted.map(({ value }) => value)]
  await tx.run(sql`
    update contact c set removed = true
    where school_id = current_school() and person_id = ${personId} and not removed and kind = any(${kept}::text[])
      and not exists (select from unnest(${kinds}::text[], ${values}::text[]) w (kind, value) where w.kind = c.kind and w.value = c.value)`)
  await tx.run(sql`
    insert into contact (school_id, person_id, kind, value)
    select current_school(), ${personId}, w.kind, w.value from unnest(${kinds}::text[], ${values}::text[]) w (kind, value)
    where not exists (select from contact c where c.school_id = current_school() and c.person_id = ${personId} and not c.removed
      and c.kind = w.kind and c.value = w.value)`)
}

export const cardCommands = [createPersonCommand, changePersonCommand, setContactsCommand]
