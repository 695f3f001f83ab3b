import { changesOf, emptyProposal, isOvertaken, type Proposal, saysNothing } from '#domain/people/requests.ts'
import { keptContacts, type PersonFacts, tidyPerson, whyPersonIsWrong, withChanges } from '#domain/people/rules.ts'
import type { RequestKind } from '#domain/people/terms.ts'
import { Refusal } from '#domain/platform/refusal.ts'
import type { School } from '#domain/school/policies.ts'
import { classById, personById, studentById, theSchool } from '#server/access/subjects.ts'
import { type ReadTx, sql, type Tx } from '#server/platform/db.ts'
import { implement } from '#server/platform/execute.ts'
import { lastChange } from '#server/platform/history.ts'
import { contactsOf, keptOf, refuseOthersStaff, refuseWrongContacts, writeContacts } from './cards.ts'
import { whyTextTellsContact } from './contactText.ts'
import { refuseTakenSnils, writeNewPeople } from './newPeople.ts'
import { factsOf, writablePerson } from './standing.ts'

type NewRequest = {
  kind: RequestKind
  personId: string | null
  classId: string | null
  authorId: string
  proposal: Proposal
  comment: string
}

const ask = async (tx: Tx, { kind, personId, classId, authorId, proposal, comment }: NewRequest, now: Date) => {
  const { id } = await tx.one<{ id: string }>(sql`
    insert into change_request (school_id, kind, person_id, class_id, author_id, proposed, comment, asked_at)
    values (current_school(), ${kind}, ${personId}, ${classId}, ${authorId}, ${JSON.stringify(proposal)}::jsonb, ${comment.trim()}, ${now})
    returning id`)
  return { requestId: id }
}

export const requestChangeCommand = implement('people.requestChange', {
  load: personById,
  run: async ({ tx, actor, school, today, now }, { personId, changes, contacts, comment, evenIfContact }) => {
    const standing = factsOf(await writablePerson(tx, personId, today))
    const asked = tidyPerson(withChanges(standing, changes as Partial<PersonFacts>))
    const refusal = whyPersonIsWrong(asked, today)
    if (refusal) throw refusal
    const kept = keptContacts(school.policies)
    if (contacts) refuseWrongContacts(contacts, kept)
    proveNoContact(comment, school, evenIfContact)
    const contactsBefore = contacts && (await contactsOf(tx, personId, kept))
    const sameContacts = JSON.stringify(contacts) === JSON.stringify(contactsBefore)
    const proposal: Proposal = {
      ...emptyProposal,
      ...changesOf(standing, asked),
      ...(sameContacts ? {} : { contacts, contactsBefore }),
    }
    if (saysNothing(proposal) && comment.trim() === '') throw new Refusal('people.requestEmpty')
    return ask(tx, { kind: 'data', personId, classId: null, authorId: actor.personId, proposal, comment }, now)
  },
  announce: () => ['school'],
})

export const reportArrivalCommand = implement('people.reportArrival', {
  load: classById,
  run: async ({ tx, actor, school, today, now, subject }, { person, comment, evenIfContact }) => {
    const asked = tidyPerson(person)
    const refusal = whyPersonIsWrong(asked, today)
    if (refusal) throw refusal
    proveNoContact(comment, school, evenIfContact)
    const proposal = { ...emptyProposal, person: asked }
    return ask(
      tx,
      { kind: 'arrived', personId: null, classId: subject.classId, authorId: actor.personId, proposal, comment },
      now,
    )
  },
  announce: () => ['school'],
})

export const reportDepartureCommand = implement('people.reportDeparture', {
  load: personById,
  run: async ({ tx, actor, school, now, today }, { personId, lastDay, comment, evenIfContact }) => {
    proveNoContact(comment, school, evenIfContact)
    await writablePerson(tx, personId, today)
    const student = await studentById(tx, { studentId: personId })
    const stay = student?.classes.find(({ from, to }) => from <= lastDay && (to === null || to >= today))
    if (!stay) throw new Refusal('people.notInClass')
    const open = await tx.maybe(sql`
      select from change_request where school_id = current_school() and person_id = ${personId} and kind = 'departed' and state = 'open'`)
    if (open) throw new Refusal('people.requestOpen')
    const proposal = { ...emptyProposal, lastDay }
    return ask(tx, { kind: 'departed', personId, classId: stay.classId, authorId: actor.personId, proposal, comment }, now)
  },
  announce: () => ['school'],
})

export const askAboutDataCommand = implement('people.askAboutData', {
  load: personById,
  run: async ({ tx, actor, school, now, today }, { personId, kind, comment, evenIfContact }) => {
    proveNoContact(comment, school, evenIfContact)
    await writablePerson(tx, personId, today)
    const open = await tx.maybe(sql`
      select from change_request where school_id = current_school() and person_id = ${personId} and kind = ${kind} and state = 'open'`)
    if (open) throw new Refusal('people.requestOpen')
    return ask(tx, { kind, personId, classId: null, authorId: actor.personId, proposal: emptyProposal, comment }, now)
  },
  announce: () => ['school'],
})

/** Refusal: people.contactInText. */
export function proveNoContact(text: string, { policies }: School, evenIfContact?: boolean): void {
  const refusal = whyTextTellsContact(text, keptContacts(policies), evenIfContact)
  if (refusal) throw refusal
}

type Open = { kind: NewRequest['kind']; personId: string | null; proposal: Proposal; state: string }

/** A request that waits for a decision, held until it is made. Refusal: people.requestDecided. */
async function heldRequest(tx: ReadTx, requestId: string): Promise<Open> {
  const held = await tx.maybe<Open>(sql`
    select kind, person_id as "personId", proposed as proposal, state from change_request
    where school_id = current_school() and id = ${requestId} for update`)
  if (!held) throw new Refusal('access.denied')
  if (held.state !== 'open') throw new Refusal('people.requestDecided')
  return held
}

export const acceptRequestCommand = implement('people.acceptRequest', {
  load: theSchool,
  run: async ({ tx, actor, school, today, now }, { requestId, answer, evenIfSimilar }) => {
    const { kind, personId: about, proposal } = await heldRequest(tx, requestId)
    let personId = about
    if (kind === 'arrived')
      [personId = null] = await writeNewPeople(tx, [proposal.person as PersonFacts], { today, evenIfSimilar })
    if (kind === 'data' && personId) {
      const card = await writablePerson(tx, personId, today)
      refuseOthersStaff(actor, card, today)
      const standing = factsOf(card)
      const kept = keptContacts(school.policies)
      if (isOvertaken(proposal, standing, await contactsOf(tx, personId, kept), kept))
        throw new Refusal('people.requestOvertaken', await lastChange(tx, personId))
      const next = tidyPerson(withChanges(standing, proposal.person))
      const refusal = whyPersonIsWrong(next, today)
      if (refusal) throw refusal
      await refuseTakenSnils(tx, next.snils, personId)
      await tx.run(sql`
        update person set surname = ${next.surname}, given_name = ${next.givenName}, patronymic = ${next.patronymic}, sex = ${next.sex},
          born_on = ${next.bornOn}, snils = ${next.snils}, foreign_languages = ${next.foreignLanguages}
        where school_id = current_school() and id = ${personId}`)
      if (proposal.contacts) await writeContacts(tx, personId, keptOf(proposal.contacts, kept), { school, expected: null })
    }
    await tx.run(sql`
      update change_request set state = 'accepted', answer = ${answer.trim()}, decided_by = ${actor.personId}, decided_at = ${now}, person_id = ${personId}
      where school_id = current_school() and id = ${requestId}`)
    return { personId }
  },
  announce: () => ['school'],
})

export const declineRequestCommand = implement('people.declineRequest', {
  load: theSchool,
  run: async ({ tx, actor, now }, { requestId, answer }) => {
    await heldRequest(tx, requestId)
    await tx.run(sql`
      update change_request set state = 'declined', answer = ${answer.trim()}, decided_by = ${actor.personId}, decided_at = ${now}
      where school_id = current_school() and id = ${requestId}`)
    return {}
  },
  announce: () => ['school'],
})

/** Whose request it is. */
async function authorOf(tx: ReadTx, { requestId }: { requestId: string }) {
  const row = await tx.maybe<{ author_id: string }>(sql`
    select author_id from change_request where school_id = current_school() and id = ${requestId}`)
  return row && { kind: 'person' as const, personId: row.author_id, classes: [] }
}

export const withdrawRequestCommand = implement('people.withdrawRequest', {
  load: authorOf,
  run: async ({ tx, now }, { requestId }) => {
    await heldRequest(tx, requestId)
    await tx.run(sql`
      update change_request set state = 'withdrawn', decided_at = ${now} where school_id = current_school() and id = ${requestId}`)
    return {}
  },
  announce: () => ['school'],
})

export const requestCommands = [
  requestChangeCommand, reportArrivalCommand, reportDepartureCommand, askAboutDataCommand, acceptRequestCommand, declineRequestCommand, withdrawRequestCommand,
] // biome-ignore format: one glance
