import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { contactKind, guardianship } from './shapes.ts'

export const familyChecks = query('people.familyChecks', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    month: Day,
    october: T.Boolean(),
    keeps: T.Array(contactKind),
    children: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        className: T.String(),
        bornOn: T.String(),
        foreignLanguages: T.String(),
        guardians: T.Array(
          Obj({
            name: T.String(),
            relation: guardianship.relation,
            contacts: T.Array(Obj({ kind: contactKind, value: T.String() })),
          }),
        ),
      }),
    ),
  }),
  description:
    'Children of the caller who learn here today and whose data nobody of the family has looked at this month; in October it is the campaign of the year. Contacts are the caller’s own alone. S1 4.3е, S0 5.2.',
})

export const confirmOwn = command('people.confirmOwn', {
  subject: 'person',
  input: Obj({ personId: Id }),
  output: Obj({}),
  description:
    'A parent says that what the school holds of the child is right, this month. Said twice is said once. S1 5.3.1б. Refusal: people.notInClass of a child that does not learn here today.',
})

export const askAboutData = command('people.askAboutData', {
  subject: 'person',
  input: Obj({ personId: Id, kind: OneOf('access', 'erase'), comment: Text(1000), evenIfContact: T.Optional(T.Boolean()) }),
  output: Obj({ requestId: Id }),
  description:
    'Asks what is kept of oneself or one’s child (access), or that it be kept no longer (erase). It comes to the administrator with the term of the law: ten working days (152-ФЗ, ст. 20 ч. 1, ст. 21 ч. 5.1). Refusals: people.requestOpen when the same was asked and is not answered yet, people.contactInText (kind) unless evenIfContact.',
})
