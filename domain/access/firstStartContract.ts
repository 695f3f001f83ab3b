import { command } from '#domain/platform/contract.ts'
import { Obj, Text } from '#domain/platform/schema.ts'
import { Card } from '#domain/school/contract.ts'

const Code = Text(40, 1)

/** Is it the code that the terminal has shown? Refusals: access.wrongStartCode, access.startCodeExpired, access.schoolIsOpen. */
export const checkStartCode = command('firstStart.check', {
  subject: 'school',
  input: Obj({ code: Code }),
  output: Obj({}),
  description: 'Asks whether a code of the first start still opens the school.',
  secret: ['code'],
})

/**
 * Opens the first school with its first administrator, once. Not an operation of the registry: there is no school yet in which anybody
 * could be allowed it. Refusals: those of the code, of the card (school.unnamed, school.inn, school.ogrn, school.timeZone, school.email),
 * access.wrongLogin, access.weakPassword (reason).
 */
export const openSchool = command('firstStart.open', {
  subject: 'school',
  input: Obj({
    code: Code,
    card: Card,
    administrator: Obj({
      surname: Text(60, 1),
      givenName: Text(60, 1),
      patronymic: Text(60),
      position: Text(120, 1),
      login: Text(40, 1),
      password: Text(200, 1),
    }),
  }),
  output: Obj({}),
  description: 'Opens the first school of an empty database with its first administrator.',
  secret: ['code', 'password'],
})
