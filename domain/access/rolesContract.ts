import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { rights } from './actor.ts'

const Role = OneOf('head', 'deputyHead', 'administrator', 'custom')
const Rights = T.Array(OneOf(...rights), { maxItems: rights.length, uniqueItems: true })
const Named = Obj({ name: Text(60, 1), rights: Rights, archived: T.Boolean() })

export const roles = query('access.roles', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    grants: T.Array(
      Obj({
        grantId: Id,
        personId: Id,
        name: T.String(),
        role: Role,
        customRoleId: Nullable(Id),
        from: Day,
        to: Nullable(Day),
        orderNumber: T.String(),
        orderDate: Nullable(Day),
      }),
    ),
    customRoles: T.Array(Obj({ roleId: Id, name: T.String(), rights: Rights, archived: T.Boolean() })),
    people: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        position: T.String(),
        account: T.Boolean(),
        courses: T.Integer(),
        homeroomOf: T.Array(T.String()),
      }),
    ),
  }),
  description:
    'Roles given by order, past ones too, the school’s own roles with their rights, and the staff with what they teach and lead: who may what [S1 3.1, S1 4.1б].',
})

export const grantRole = command('access.grantRole', {
  subject: 'school',
  input: Obj({
    personId: Id,
    role: Role,
    customRoleId: Nullable(Id),
    from: Day,
    to: Nullable(Day),
    orderNumber: Text(40),
    orderDate: Nullable(Day),
  }),
  output: Obj({ grantId: Id }),
  description:
    'Gives a person a role from a day on, by an order of the director [S1 3.1]. Nobody gives a role to themselves while there is a head or another administrator to do it: access.ownRole. Refusals: access.roleDates, access.roleHeld, access.roleArchived.',
})

export const endRole = command('access.endRole', {
  subject: 'school',
  input: Obj({ grantId: Id, to: Day }),
  output: Obj({}),
  description:
    'Sets the last day of a role. Nobody puts off the end of their own while there is a head or another administrator to do it: access.ownRole. Refusals: access.roleDates, access.roleEnded, access.lastAdministrator when nobody with an open account would be administrator afterwards.',
})

export const addCustomRole = command('access.addCustomRole', {
  subject: 'school',
  input: Obj({ name: Text(60, 1), rights: Rights }),
  output: Obj({ roleId: Id }),
  description: 'Makes a role of the school’s own out of rights to read [S4 Р9]. Refusal: access.roleNameTaken.',
})

export const changeCustomRole = command('access.changeCustomRole', {
  subject: 'school',
  input: Obj({ roleId: Id, role: Named, expected: Named }),
  output: Obj({}),
  description:
    'Changes name and rights of a role, or archives it. Whoever is not the head adds nothing to a role they hold while somebody else could: access.headDecides. Refusals: access.changedMeanwhile (by, at), access.roleNameTaken, access.roleInUse for archiving one that somebody holds.',
})
