import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'
import { noticeKinds, noticeSources, noticeWays } from './rules.ts'

export const notices = query('notifications.list', {
  subject: 'school',
  input: Obj({ kind: T.Optional(OneOf(...noticeKinds)), most: T.Optional(T.Integer({ minimum: 1, maximum: 500 })) }),
  output: Obj({
    /** Of every kind, shown or not. */
    unread: T.Integer(),
    /** There are older ones than those shown. */
    more: T.Boolean(),
    /** Sign-ins on devices the account had not known, but this one; never the very first. `ended`: that session is over. */
    devices: T.Array(
      Obj({ sessionId: Id, device: T.String(), address: T.String(), at: Moment, read: T.Boolean(), ended: T.Boolean() }),
    ),
    /** Trainings one is asked to come to, holds or missed (`trainingId` null: a reminder of the topic), as they stand now. */
    trainings: T.Array(
      Obj({
        noticeId: Id,
        at: Moment,
        read: T.Boolean(),
        trainingId: Nullable(Id),
        topic: OneOf('personalData', 'journal', 'other'),
        title: T.String(),
        on: Nullable(Day),
        startsAt: Nullable(T.Integer()),
        place: T.String(),
        cancelled: T.Boolean(),
      }),
    ),
    /** Cards of pupils opened urgently, that the caller answers for as head, administrator or homeroom teacher. */
    urgent: T.Array(
      Obj({
        urgentId: Id,
        holder: T.String(),
        pupil: T.String(),
        className: T.String(),
        reason: T.String(),
        at: Moment,
        read: T.Boolean(),
      }),
    ),
    notices: T.Array(
      Obj({
        noticeId: Id,
        at: Moment,
        read: T.Boolean(),
        kind: OneOf(...noticeSources),
        /** About a student; null when it is about the reader's own work or request. */
        student: Nullable(
          Obj({
            studentId: Id,
            name: T.String(),
            subject: T.String(),
            /** The lesson; of homework the day it is due, or the lesson while it is due on none. */
            date: Day,
            /** Marks: «5», «4/5», «•»; absences: the code; homework: what is set. */
            text: T.String(),
            work: T.String(),
            title: T.String(),
            comment: T.String(),
            minutes: Nullable(T.Integer()),
          }),
        ),
        /** About work: `title` names the year, the person, the class and subject, the act or who reminds. */
        work: Nullable(
          Obj({
            title: T.String(),
            state: OneOf('open', 'accepted', 'declined', 'done'),
            answer: T.String(),
            /** The class of a proposal. */
            classId: Nullable(Id),
            /** Of a reminder: what is not filled now, the oldest first, and how many there are. */
            lessons: T.Array(Obj({ group: T.String(), subject: T.String(), date: Day })),
            count: T.Integer(),
          }),
        ),
      }),
    ),
  }),
  description:
    'What the caller was told of while it stands in the list (policy notices.keptDays), newest first, 60 unless `most` says otherwise, of one kind or of all; as it stands now, and where somebody signed in to their account on a new device. Somebody who may no longer know about a child no longer sees it; what waits for its hour is not there yet.',
})

export const readNotices = command('notifications.read', {
  subject: 'school',
  input: Obj({ noticeIds: T.Optional(T.Array(Id, { maxItems: 500 })) }),
  output: Obj({}),
  description: 'Says that the caller has seen these of the things they were told of; without a list, everything so far.',
})

const Hour = T.Integer({ minimum: 0, maximum: 23 })
const HoursShape = Obj({ daily: Hour, quietFrom: Hour, quietTo: Hour })

export const noticeSettings = query('notifications.settings', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    offers: T.Array(
      Obj({
        kind: OneOf(...noticeKinds),
        studentId: Nullable(Id),
        ways: T.Array(OneOf(...noticeWays)),
        byDefault: OneOf(...noticeWays),
        /** What holds: the choice of the caller, or that of the school. */
        way: OneOf(...noticeWays),
        chosen: T.Boolean(),
      }),
    ),
    hours: HoursShape,
    ofSchool: HoursShape,
    delayMinutes: T.Integer(),
    /** Notices that wait for their hour. */
    waiting: T.Integer(),
  }),
  description:
    'How the caller is told of what: every choice that the school offers them, by kind and child, with their hours in its time zone. [S4 К0б, Р19]',
})

export const choose = command('notifications.choose', {
  subject: 'school',
  input: Obj({ kind: OneOf(...noticeKinds), studentId: Nullable(Id), way: Nullable(OneOf(...noticeWays)) }),
  output: Obj({}),
  description:
    'How the caller wants to be told of one kind: at once, once a day, not at all; null: as the school has it. What waits is told in the new way, or not at all. Refusal: notifications.notOffered.',
})

export const setHours = command('notifications.setHours', {
  subject: 'school',
  input: Obj({ daily: Nullable(Hour), quiet: Nullable(Obj({ from: Hour, to: Hour })) }),
  output: Obj({}),
  description:
    'When the caller is told of what is told once a day, and when they are not disturbed, whole hours of the school’s time zone; null: as the school has it, equal ones: never quiet.',
})

export const informed = query('notifications.ofClass', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({
    className: T.String(),
    guardians: T.Integer(),
    signedIn: T.Integer(),
    /** By kind, how many of those who have an account are told of it, and how. */
    kinds: T.Array(Obj({ kind: OneOf('marks', 'absences', 'homework'), now: T.Integer(), daily: T.Integer(), off: T.Integer() })),
    /** Who has not signed in yet, with whose parent it is: to be given the leaflet. */
    absent: T.Array(Obj({ personId: Id, name: T.String(), students: T.Array(T.String()), account: T.Boolean() })),
  }),
  description:
    'How many parents of a class have signed in and which kinds of notices they receive, counted and never by name; who has not signed in, by name. A parent of two counts once; of kinds, once for each child. [S4 К0б]',
})
