import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'

/** As many as are hashed in about a second, so that a screen can show how far it is. */
export const MOST_AT_ONCE = 50

const Kind = OneOf('staff', 'student', 'guardian')
const People = T.Array(Id, { minItems: 1, maxItems: MOST_AT_ONCE })
/** A one-time password on a slip, or a link with which one thinks up a password of one's own. */
const By = OneOf('password', 'link')
const issued = {
  issued: T.Array(
    Obj({
      personId: Id,
      accountId: Id,
      name: T.String(),
      kind: Kind,
      detail: T.String(),
      login: T.String(),
      password: Nullable(T.String()),
      token: Nullable(T.String()),
      expiresOn: Nullable(Day),
    }),
  ),
}

export const candidates = query('access.candidates', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    people: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        kind: Kind,
        detail: T.String(),
        classes: T.Array(T.String()),
        accountId: Nullable(Id),
        login: Nullable(T.String()),
        shut: T.Boolean(),
        signedIn: T.Boolean(),
      }),
    ),
    classes: T.Array(Obj({ name: T.String(), homeroomTeacher: T.String() })),
  }),
  description:
    'Everybody who is at the school today, with their classes (a guardian has those of the children) and whether they have an account, and who leads the classes: for handing accounts out.',
})

export const createAccounts = command('access.createAccounts', {
  subject: 'school',
  input: Obj({ personIds: People, by: By }),
  output: Obj(issued),
  secret: ['issued'],
  description:
    'Gives up to 50 people accounts, with logins made of their names; who has one already is left out. The one-time passwords or activation tokens (14 days) are answered once and stored only as hashes. Refusal: input.answeredOnce to a repeated call.',
})

export const reissue = command('access.reissue', {
  subject: 'school',
  input: Obj({ personIds: People, by: By }),
  output: Obj(issued),
  secret: ['issued'],
  description:
    'Gives up to 50 people with accounts a new one-time password or activation token each; the old password stops working and every session ends. Refusals: access.noAccount, access.ended, input.answeredOnce to a repeated call.',
})

export const classAccounts = query('access.classAccounts', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({
    className: T.String(),
    homeroomTeacher: T.String(),
    /** The caller leads the class from this day on and issues nothing before it; null: may issue. */
    issuesFrom: Nullable(Day),
    people: T.Array(
      Obj({
        personId: Id,
        name: T.String(),
        kind: OneOf('student', 'guardian'),
        detail: T.String(),
        studentId: Id,
        accountId: Nullable(Id),
        login: Nullable(T.String()),
        mustChangePassword: T.Boolean(),
        shut: T.Boolean(),
        staff: T.Boolean(),
        elsewhere: T.Boolean(),
        lastSignInAt: Nullable(Moment),
        issueId: Nullable(Id),
        issuedAt: Nullable(Moment),
        handedOn: Nullable(Day),
        receivedBy: T.String(),
      }),
    ),
  }),
  description:
    'Students of a class today and their guardians with their accounts and what was issued last [S2 1.6, S4 К1]. `staff`: also works at the school; `elsewhere`: learns in another class, or is known to the school and tied to a student by the caller alone: their accounts only the administrator issues.',
})

export const issueInClass = command('access.issueInClass', {
  subject: 'class',
  input: Obj({ classId: Id, personIds: People, by: By }),
  output: Obj(issued),
  secret: ['issued'],
  description:
    'Creates accounts or replaces passwords of students of the class and their guardians [S2 1.6, S2 3.2, S4 К1]. The homeroom teacher may while the policy access.homeroomIssues says so, from the day of leading the class on unless access.homeroomIssuesAhead. Refusals: access.issuedByAdministrator, access.issuedFromDay (from), access.staffByAdministrator, access.strangerByAdministrator for who learns in another class or whom the caller alone has tied to a pupil, access.ended, input.answeredOnce to a repeated call.',
})

export const issues = query('access.issues', {
  subject: 'school',
  input: Obj({ from: T.Optional(Day), to: T.Optional(Day) }),
  output: Obj({
    issues: T.Array(
      Obj({
        issueId: Id,
        personId: Id,
        name: T.String(),
        kind: Kind,
        detail: T.String(),
        classes: T.Array(T.String()),
        login: T.String(),
        by: OneOf('slip', 'link'),
        issuedAt: Moment,
        issuedBy: T.String(),
        expiresAt: Nullable(Moment),
        usedAt: Nullable(Moment),
        handedOn: Nullable(Day),
        receivedBy: T.String(),
      }),
    ),
  }),
  description:
    'The register of issue: to whom, when, by whom, handed on which day, received by whom [S0 2.5]. Newest first, 5,000 at most.',
})

const handing = {
  issueIds: T.Array(Id, { minItems: 1, maxItems: 500 }),
  handedOn: Nullable(Day),
  receivedBy: Text(120),
}

export const handOut = command('access.handOut', {
  subject: 'school',
  input: Obj(handing),
  output: Obj({}),
  description:
    'Notes that slips were handed out on a day, and who took them; null takes the note back. An empty receivedBy means the person in person. Refusal: access.handedLater for a day to come.',
})

export const handOutInClass = command('access.handOutInClass', {
  subject: 'class',
  input: Obj({ classId: Id, ...handing }),
  output: Obj({}),
  description: 'The same of slips for students of a class and their guardians. Refusal: access.handedLater for a day to come.',
})

export const activate = command('access.activate', {
  subject: 'school',
  input: Obj({ token: Text(80, 1), password: T.String({ minLength: 1, maxLength: 200 }) }),
  output: Obj({ login: T.String() }),
  secret: ['token', 'password'],
  description:
    'Sets the first password with the token of an activation link; open to a signed-out caller, who signs in with it afterwards. A token works once, for 14 days. Refusals: access.linkExpired, access.weakPassword (reason).',
})

export const leavers = query('access.leavers', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    people: T.Array(
      Obj({
        personId: Id,
        accountId: Id,
        name: T.String(),
        kind: Nullable(Kind),
        detail: T.String(),
        login: T.String(),
        lastSignInAt: Nullable(Moment),
      }),
    ),
  }),
  description:
    'Open accounts of people who are nobody at the school any more: no post, role or lessons, no place in a class, no child in one. They are to be ended.',
})

export const endAccounts = command('access.endAccounts', {
  subject: 'school',
  input: Obj({ accountIds: T.Array(Id, { minItems: 1, maxItems: 500 }) }),
  output: Obj({}),
  description:
    'Ends accounts: nobody signs in with them any more, sessions end at once. Nothing is deleted, the history keeps its authors [S1 3.2]. Refusals: access.ownAccount, access.lastAdministrator.',
})

export const resumeAccount = command('access.resumeAccount', {
  subject: 'account',
  input: Obj({ accountId: Id }),
  output: Obj({ login: T.String(), password: T.String() }),
  secret: ['password'],
  description:
    'Opens an account that had ended, with a new one-time password, answered once. Refusals: access.notEnded, people.merged for the account of a card that was merged away, input.answeredOnce to a repeated call.',
})
