import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { capabilityNames, categories } from './capabilities.ts'
import { choosers } from './choices.ts'

const CapabilityShape = OneOf(...capabilityNames)
const Order = { orderNumber: Text(40), orderDate: Nullable(Day) }

export const schoolRights = query('access.rights', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    /** How many people with an open account are that today. */
    categories: T.Array(Obj({ category: OneOf(...categories), people: T.Integer() })),
    cells: T.Array(
      Obj({
        capability: CapabilityShape,
        category: OneOf(...categories),
        has: T.Boolean(),
        /** What it is where the school has said nothing; null: not the school’s to say. */
        byDefault: Nullable(T.Boolean()),
        ...Order,
      }),
    ),
    /** What the school has decided, newest first, 200 at most. */
    history: T.Array(
      Obj({
        at: Moment,
        by: T.String(),
        capability: CapabilityShape,
        category: OneOf(...choosers),
        allowed: T.Boolean(),
        ...Order,
      }),
    ),
    /** Roles of the school’s own with how many hold them today, those in use. */
    roles: T.Array(Obj({ roleId: Id, name: T.String(), capabilities: T.Array(CapabilityShape), people: T.Integer() })),
  }),
  description:
    'Who may what in this school: every capability by category, what the law or the regulations settle and what the school has decided, with its acts and history [S1 4.1б].',
})

export const setRight = command('access.setRight', {
  subject: 'school',
  input: Obj({
    capability: CapabilityShape,
    category: OneOf(...choosers),
    allowed: T.Boolean(),
    expected: T.Boolean(),
    ...Order,
  }),
  output: Obj({}),
  description:
    'Gives a capability to a category of people, or takes it away, where it is the school’s to decide [S1 4.1б]. Refusals: access.fixedRight, access.changedMeanwhile (by, at), access.headDecides when somebody who is not the head widens what administrators may or what they themselves hold, access.lastHolder when nobody with an open account could do it any more.',
})
