import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'

export const notices = query('notifications.list', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    unread: T.Integer(),
    /** Sign-ins on devices the account had not known, but this one; never the very first. `ended`: that session is over. */
    devices: T.Array(
      Obj({ sessionId: Id, device: T.String(), address: T.String(), at: Moment, read: T.Boolean(), ended: T.Boolean() }),
    ),
    notices: T.Array(
      Obj({
        noticeId: Id,
        at: Moment,
        read: T.Boolean(),
        kind: OneOf('mark', 'absence'),
        studentId: Id,
        student: T.String(),
        subject: T.String(),
        date: Day,
        /** Marks: «5», «4/5», «•»; absences: the code. */
        text: T.String(),
        work: T.String(),
        title: T.String(),
        comment: T.String(),
        minutes: Nullable(T.Integer()),
      }),
    ),
  }),
  description:
    'What the caller was told of in the last 30 days, newest first, 60 at most, as it stands in the journal now, and where somebody signed in to their account on a new device. Somebody who may no longer know about a child no longer sees it.',
})

export const readNotices = command('notifications.read', {
  subject: 'school',
  input: Obj({}),
  output: Obj({}),
  description: 'Says that the caller has seen everything they were told of so far.',
})
