import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { PoliciesShape } from '#domain/school/policiesShape.ts'
import { rights } from './actor.ts'
import { OwnDoubleUse, OwnRescue } from './doubleUseContract.ts'
import { SecondStep } from './protectionContract.ts'

export const Name = Obj({ surname: T.String(), givenName: T.String(), patronymic: T.String() })
const Password = T.String({ minLength: 1, maxLength: 200 })
const period = { from: Day, to: Nullable(Day) }

export const signIn = command('access.signIn', {
  subject: 'school',
  input: Obj({ login: Text(60, 1), password: Password }),
  output: Obj({ mustChangePassword: T.Boolean(), second: Nullable(SecondStep) }),
  secret: ['password'],
  description:
    'Opens a session and sets its cookie; of an account with a second factor it opens none and answers what access.secondStep needs. Open to a signed-out caller. Refusals: access.wrongLoginOrPassword, access.tooManyAttempts (seconds), access.blocked.',
})

export const signOut = command('access.signOut', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description: 'Ends the session of the caller at once, on every open page of it.',
})

export const lock = command('access.lock', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description:
    'Puts the session of the caller to sleep at once: until access.unlock everything but access.me is refused with access.locked.',
})

export const unlock = command('access.unlock', {
  subject: 'school',
  input: Obj({ password: Password }),
  output: Obj({}),
  secret: ['password'],
  description:
    'Wakes a session that idled longer than the policy access.idleMinutes or was put to sleep by access.lock. Refusals: access.wrongPassword, access.tooManyAttempts.',
})

export const changePassword = command('access.changePassword', {
  subject: 'school',
  input: Obj({ current: Password, next: T.String({ minLength: 1, maxLength: 200 }) }),
  output: Obj({}),
  secret: ['current', 'next'],
  description:
    'Sets a new password of the caller, and ends all their other sessions. Refusals: access.wrongPassword, access.weakPassword (reason), access.tooManyAttempts (seconds).',
})

export const finishWelcome = command('access.finishWelcome', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description:
    'The caller has seen, or put away, the cards of the first sign-in; they stay in the help. Twice is once. S1 П4, S3 5.3г.',
})

export const me = query('access.me', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    /** `exercise`: a school to practise in, with made-up people. */
    school: Obj({ name: T.String(), timeZone: T.String(), exercise: T.Boolean() }),
    today: Day,
    mustChangePassword: T.Boolean(),
    /** The terms in force have not been accepted; the school wants a second factor and there is none: nothing else is open before. */
    mustAcceptTerms: T.Boolean(),
    mustProtect: T.Boolean(),
    /** The first steps have not been shown to this person, or put away, yet. */
    welcome: T.Boolean(),
    /** The last day on which the journal opens without the second factor that the school wants; null: nothing is wanted. */
    protectBy: Nullable(Day),
    login: T.String(),
    policies: PoliciesShape,
    /** Others may be using the account: the owner is asked. */
    doubleUse: Nullable(OwnDoubleUse),
    /** To head and administrators: access that was given back on the server, until they have read it. */
    rescues: T.Array(OwnRescue),
    actor: Obj({
      schoolId: T.Integer(),
      personId: Id,
      accountId: Id,
      sessionId: Nullable(Id),
      name: Name,
      roles: T.Array(
        Obj({ role: OneOf('head', 'deputyHead', 'administrator', 'custom'), rights: T.Array(OneOf(...rights)), ...period }),
      ),
      courses: T.Array(Obj({ courseId: Id, ...period })),
      substitutions: T.Array(Obj({ courseId: Id, date: Day })),
      homeroomOf: T.Array(Id),
      children: T.Array(Obj({ studentId: Id, ...period })),
      student: T.Boolean(),
      choices: T.Record(T.String(), T.Boolean()),
    }),
    children: T.Array(Obj({ studentId: Id, name: T.String(), className: T.String() })),
  }),
  description: 'Who the caller is: the actor that permissions are decided by, the school and its policies, the children.',
})

export const sessions = query('access.sessions', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    sessions: T.Array(
      Obj({
        sessionId: Id,
        device: T.String(),
        address: T.String(),
        createdAt: Moment,
        endedAt: Nullable(Moment),
        current: T.Boolean(),
      }),
    ),
  }),
  description: 'Open sessions of the caller and those that ended within the last 30 days, newest first.',
})

export const revokeSession = command('access.revokeSession', {
  subject: 'session',
  input: Obj({ sessionId: Id }),
  output: Obj({}),
  description: 'Ends one session of the caller; its next request is refused.',
})

export const accounts = query('access.accounts', {
  subject: 'school',
  input: Obj({
    search: T.Optional(Text(80)),
    kind: T.Optional(OneOf('staff', 'student', 'guardian')),
    order: T.Optional(OneOf('name', 'seldom', 'recent')),
    offset: T.Optional(T.Integer({ minimum: 0 })),
  }),
  output: Obj({
    total: T.Integer(),
    people: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        kind: OneOf('staff', 'student', 'guardian'),
        detail: T.String(),
        accountId: Nullable(Id),
        login: Nullable(T.String()),
        mustChangePassword: T.Boolean(),
        blocked: T.Boolean(),
        ended: T.Boolean(),
        secondFactor: T.Boolean(),
        lastSignInAt: Nullable(Moment),
      }),
    ),
  }),
  description:
    'People of the school with their accounts, 50 a page; «ё» is found as «е». By name; `seldom`: who has not signed in for longest comes first, those who never have before them; `recent`: the other way round.',
})

export const createAccount = command('access.createAccount', {
  subject: 'school',
  input: Obj({ personId: Id }),
  output: Obj({ accountId: Id, login: T.String(), password: T.String() }),
  secret: ['password'],
  description:
    'Gives a person an account with a login made of the name and a one-time password, answered once and stored only as a hash. Refusals: access.hasAccount, input.answeredOnce to a repeated call.',
})

export const resetPassword = command('access.resetPassword', {
  subject: 'account',
  input: Obj({ accountId: Id }),
  output: Obj({ login: T.String(), password: T.String() }),
  secret: ['password'],
  description:
    'Replaces the password by a one-time one, answered once; ends every session of the account. Refusal: input.answeredOnce to a repeated call.',
})

export const blockAccount = command('access.blockAccount', {
  subject: 'account',
  input: Obj({ accountId: Id }),
  output: Obj({}),
  description:
    'Closes an account and ends its sessions at once. Refusals: access.ownAccount; access.lastAdministrator when another administrator has just been closed too.',
})

export const unblockAccount = command('access.unblockAccount', {
  subject: 'account',
  input: Obj({ accountId: Id }),
  output: Obj({}),
  description:
    'Opens a blocked account again. Refusal: access.passwordKnown while the password is the one that was reported as known to others.',
})
