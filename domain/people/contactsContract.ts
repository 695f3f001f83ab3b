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

export const leftContacts = query('people.leftContacts', {
  subject: 'school',
  input: Obj({}),
  output: Obj({ kinds: T.Array(Obj({ kind: contactKind, records: T.Integer(), people: T.Integer() })) }),
  description:
    'What still stands in the database of kinds that the school keeps no longer: how many records, of how many people; struck out ones count too. A kind of which nothing is left is not listed. [R065]',
})

export const eraseContacts = command('people.eraseContacts', {
  subject: 'school',
  input: Obj({ kind: contactKind }),
  output: Obj({ erased: T.Integer() }),
  description:
    'Empties every record of a kind of contacts that the school keeps no longer, for good: in cards, in requests and in the history, where a dash remains. It cannot be taken back. Twice erases nothing more. Copies of the database made before still hold them. Refusal: people.contactsKept (kind) while the school keeps this kind. [R065; 152-ФЗ, ст. 21 ч. 4]',
})
