import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

const Password = T.String({ minLength: 1, maxLength: 200 })
/** What the browser made of the options, as JSON. */
const Response = T.String({ minLength: 2, maxLength: 20_000 })

export const SecondStep = Obj({
  ticket: T.String(),
  ways: T.Array(OneOf('totp', 'passkey', 'recovery')),
  passkey: T.String(),
})

export const secondStep = command('access.secondStep', {
  subject: 'school',
  input: Obj({ ticket: T.String({ minLength: 1, maxLength: 400 }), code: Text(40), passkey: T.String({ maxLength: 20_000 }) }),
  output: Obj({ mustChangePassword: T.Boolean() }),
  secret: ['ticket', 'code', 'passkey'],
  description:
    'The second step of signing in: a code of the app, a recovery code, or the answer of a passkey; with the ticket that access.signIn gave for five minutes. Opens the session. A code is taken once. Refusals: access.wrongCode, access.stepExpired, access.tooManyAttempts (seconds).',
})

export const signIns = query('access.signIns', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    tries: T.Array(
      Obj({
        at: Moment,
        purpose: OneOf('signIn', 'secondStep', 'unlock', 'password'),
        success: T.Boolean(),
        device: T.String(),
        address: T.String(),
        knownDevice: T.Boolean(),
      }),
    ),
  }),
  description: 'The caller’s own tries to sign in and to unlock within 30 days, right and wrong ones, newest first, 200 at most.',
})

export const seeDevices = command('access.seeDevices', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description: 'The caller has read that somebody signed in to their account on a device it had not known.',
})

export const secondFactor = query('access.secondFactor', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    required: T.Boolean(),
    totpSince: Nullable(Moment),
    passkeys: T.Array(Obj({ passkeyId: Id, name: T.String(), createdAt: Moment, lastUsedAt: Nullable(Moment) })),
    recoveryLeft: T.Integer(),
  }),
  description: 'What the caller has beside the password, and whether the school wants it of them (policy access.secondFactor).',
})

export const startTotp = command('access.startTotp', {
  subject: 'school',
  input: Obj({ password: Password }),
  output: Obj({ secret: T.String(), uri: T.String() }),
  secret: ['password', 'secret', 'uri'],
  description:
    'Makes a new secret for an app of codes; nothing changes until access.confirmTotp. Refusals: access.wrongPassword, access.tooManyAttempts, access.hasTotp.',
})

export const confirmTotp = command('access.confirmTotp', {
  subject: 'school',
  input: Obj({ code: Text(20, 1) }),
  output: Obj({ recoveryCodes: T.Array(T.String()) }),
  secret: ['code', 'recoveryCodes'],
  description:
    'Switches the app of codes on by its first code. Answers ten recovery codes once, unless there are some. Refusals: access.wrongCode, access.notStarted.',
})

export const removeTotp = command('access.removeTotp', {
  subject: 'school',
  input: Obj({ password: Password }),
  output: Obj({}),
  secret: ['password'],
  description:
    'Switches the app of codes off. Refusals: access.wrongPassword, access.tooManyAttempts, access.factorRequired when it is the last one and the school wants one.',
})

export const startPasskey = command('access.startPasskey', {
  subject: 'school',
  input: Obj({ password: Password }),
  output: Obj({ ticket: T.String(), options: T.String() }),
  secret: ['password', 'ticket', 'options'],
  description: 'Options for making a passkey in the browser, as JSON. Refusals: access.wrongPassword, access.tooManyAttempts.',
})

export const addPasskey = command('access.addPasskey', {
  subject: 'school',
  input: Obj({ ticket: T.String({ minLength: 1, maxLength: 400 }), response: Response, name: Text(60, 1) }),
  output: Obj({ recoveryCodes: T.Array(T.String()) }),
  secret: ['ticket', 'response', 'recoveryCodes'],
  description:
    'Keeps the passkey that the browser made. Answers ten recovery codes once, unless there are some. Refusals: access.passkeyRefused, access.stepExpired.',
})

export const removePasskey = command('access.removePasskey', {
  subject: 'account',
  input: Obj({ passkeyId: Id, password: Password }),
  output: Obj({}),
  secret: ['password'],
  description:
    'Removes a passkey of the caller. Refusals: access.wrongPassword, access.tooManyAttempts, access.factorRequired when it is the last one and the school wants one.',
})

export const renewRecoveryCodes = command('access.renewRecoveryCodes', {
  subject: 'school',
  input: Obj({ password: Password }),
  output: Obj({ recoveryCodes: T.Array(T.String()) }),
  secret: ['password', 'recoveryCodes'],
  description:
    'Ten new recovery codes, answered once; the old ones stop working. Refusals: access.wrongPassword, access.tooManyAttempts, access.notProtected.',
})

export const resetSecondFactor = command('access.resetSecondFactor', {
  subject: 'account',
  input: Obj({ accountId: Id }),
  output: Obj({}),
  description:
    'Takes away app, passkeys and recovery codes of somebody who has lost them, and ends their sessions; the password alone opens the account then. Refusal: access.ownAccount.',
})
