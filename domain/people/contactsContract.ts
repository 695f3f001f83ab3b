import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Id, Obj } from '#domain/platform/schema.ts'
import { contactKind, guardianship } from './shapes.ts'

export const contactClasses = query('people.contactClasses', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    keeps: T.Array(contactKind),
    classes: T.Array(Obj({ classId: Id, name: T.String(), students: T.Integer() })),
  }),
  description:
    'Classes whose contacts the caller may open, and the kinds of contacts that the school keeps at all (policies people.phones, people.emails, people.addresses); with none, nothing is there to open.',
})

export const openContacts = command('people.openContacts', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({
    students: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        guardians: T.Array(
          Obj({
            personId: Id,
            name: T.String(),
            relation: guardianship.relation,
            livesWith: guardianship.livesWith,
            contacts: T.Array(Obj({ kind: contactKind, value: T.String() })),
          }),
        ),
      }),
    ),
  }),
  secret: ['students'],
  description:
    'Opens the contacts of the guardians of a class’s students of today: only kinds that the school keeps. It changes nothing and is a command all the same: who opened the contacts of which class, and when, stays in the history [ASVS 16.3.2]; what was shown does not.',
})
