import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import {
  Check, ChecklistLine, Contacts, contactKind, employment, Guardianship, guardianship, HistoryEntry, ListedPerson, Movement, Person, PersonChanges,
  Position, quality, Request, Similar, SomeGuardian,
} from './shapes.ts' // biome-ignore format: one glance

export const people = query('people.list', {
  subject: 'school',
  input: Obj({ kind: OneOf('student', 'guardian', 'staff') }),
  output: Obj({ people: T.Array(ListedPerson) }),
  description:
    'Everybody of the school of one kind, by name: students (also those without a class yet, and those who have left), guardians of today or before, staff with positions of today or before. Cards merged into others are not listed.',
})

export const peopleOfClass = query('people.ofClass', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({ className: T.String(), students: T.Array(ListedPerson), guardians: T.Array(ListedPerson) }),
  description: 'Students of a class, of today and before, and the guardians of those of today.',
})

export const personCard = query('people.card', {
  subject: 'person',
  input: Obj({ personId: Id }),
  output: Obj({
    personId: Id,
    person: Person,
    mergedInto: Nullable(Id),
    classes: T.Array(Obj({ classId: Id, from: Day, to: Nullable(Day) })),
    writable: T.Boolean(),
    contacts: T.Array(Obj({ kind: contactKind, value: T.String() })),
    keeps: T.Array(contactKind),
    stays: T.Array(
      Obj({
        classId: Nullable(Id),
        groupName: T.String(),
        schoolYear: T.String(),
        from: Day,
        to: Nullable(Day),
        /** Of a plan of their own: its journals. */
        journals: T.Array(Obj({ courseId: Id, subject: T.String() })),
      }),
    ),
    guardians: T.Array(Guardianship),
    children: T.Array(Guardianship),
    positions: T.Array(Position),
    roles: T.Array(Obj({ role: T.String(), from: Day, to: Nullable(Day) })),
    account: Nullable(Obj({ accountId: Id, login: T.String(), blocked: T.Boolean() })),
    movements: T.Array(Movement),
    history: T.Array(HistoryEntry),
  }),
  description:
    'A person’s card: facts, the classes the person belongs to or has children in, whether it may be rewritten at all (`writable`: not merged away, not a colleague’s unless the caller is an administrator), contacts the school keeps (`keeps` names the kinds switched on), stays in classes, guardians and children by dates, positions, roles, account, movement, and the last 200 changes with their authors.',
})

export const similarPeople = query('people.similar', {
  subject: 'school',
  input: Obj({
    surname: Text(60, 1),
    givenName: Text(60, 1),
    patronymic: T.Optional(Text(60)),
    bornOn: T.Optional(Day),
    snils: T.Optional(Text(20)),
  }),
  output: Obj({ similar: T.Array(Similar) }),
  description:
    'Who of the school may be this very person: `certain` by СНИЛС, or by the whole name and the birth date; `likely` when something known is missing. «ё» is «е», hyphens are spaces, capitals do not matter.',
})

export const createPerson = command('people.create', {
  subject: 'school',
  input: Obj({
    person: Person,
    position: Nullable(Obj({ position: Text(120, 1), category: Text(60), from: Day })),
    guardians: T.Array(SomeGuardian, { maxItems: 6 }),
    evenIfSimilar: T.Boolean(),
  }),
  output: Obj({ personId: Id }),
  description:
    'Writes a card, for a member of staff with the position (the administrator alone), for a student with the guardians; whoever is not the administrator names nobody who works or learns at the school as one: people.guardianByAdministrator. When somebody of the school is certainly the same and evenIfSimilar is not said: people.similarExists (name). The same СНИЛС is never written twice: people.snilsTaken (name). Further refusals: people.nameMissing, people.wrongName (name), people.wrongBirthDate, people.wrongSnils, people.guardianUnsaid, people.ownGuardian, people.guardianTwice.',
})

export const changePerson = command('people.change', {
  subject: 'person',
  input: Obj({ personId: Id, person: Person, expected: Person }),
  output: Obj({}),
  description:
    'Rewrites the facts of a card. `expected` is what the caller saw; when another stands there: people.changedMeanwhile (by, at). Who is not an administrator does not rewrite cards of staff. Further refusals: people.nameMissing, people.wrongName (name), people.wrongBirthDate, people.wrongSnils, people.snilsTaken (name), people.merged.',
})

export const setContacts = command('people.setContacts', {
  subject: 'person',
  input: Obj({ personId: Id, contacts: Contacts, expected: Contacts }),
  output: Obj({}),
  description:
    'Sets phones, e-mails and addresses. Only kinds that the school keeps (policies people.phones, people.emails, people.addresses); for others nothing is written: people.contactsOff (kind). Further refusals: people.wrongEmail (value), people.wrongPhone (value), people.changedMeanwhile (by, at), people.merged.',
})

export const addGuardian = command('people.addGuardian', {
  subject: 'person',
  input: Obj({ personId: Id, guardian: SomeGuardian, from: Nullable(Day), evenIfSimilar: T.Boolean() }),
  output: Obj({ guardianId: Id }),
  description:
    'Gives a student a guardian: somebody who has a card, or a new person. `from` null: as long as there are data. A homeroom teacher names guardians of the own pupils, and nobody who works or learns at the school. Refusals: people.guardianUnsaid, people.ownGuardian, people.guardianTwice, people.guardianByAdministrator, people.guardianEnded, people.merged, and those of people.create.',
})

export const changeGuardian = command('people.changeGuardian', {
  subject: 'person',
  input: Obj({ personId: Id, guardianshipId: Id, ...guardianship, expected: Obj(guardianship) }),
  output: Obj({}),
  description:
    'Changes who an adult is to a student, whether they live together, and whether the adult may be told of the child’s learning: from that moment the diary is open to them, or closed. Refusal: people.changedMeanwhile (by, at).',
})

export const endGuardian = command('people.endGuardian', {
  subject: 'person',
  input: Obj({ personId: Id, guardianshipId: Id, lastDay: Nullable(Day) }),
  output: Obj({}),
  description:
    'Ends a guardianship with its last day; null opens an ended one again. A last day before the first one says that it never was (entered by mistake). A homeroom teacher takes back no end that somebody else has set: people.guardianEnded.',
})

export const addPosition = command('people.addPosition', {
  subject: 'person',
  input: Obj({ personId: Id, position: Text(120, 1), category: Text(60), ...employment, from: Day }),
  output: Obj({ positionId: Id }),
  description:
    'Appoints a person to a position from a day on: how much of a post it is, in hundredths, and when and by which order the category was given, as far as the school writes them down. Of who had stopped working here before that day the roles left open end with the last day of then. Refusals: people.positionTwice, people.merged.',
})

export const changePosition = command('people.changePosition', {
  subject: 'person',
  input: Obj({
    personId: Id,
    positionId: Id,
    position: Text(120, 1),
    category: Text(60),
    ...employment,
    from: Day,
    to: Nullable(Day),
    expected: Position,
  }),
  output: Obj({}),
  description:
    'Puts a position right: its name, category with its order, rate, dates; a last day ends it, null opens it again. With the last position end journals, the class and roles: from the next day nothing of them is open. Refusals: people.changedMeanwhile (by, at), people.positionDates, people.ownPosition, access.lastAdministrator.',
})

export const mergePeople = command('people.merge', {
  subject: 'person',
  input: Obj({ personId: Id, doubleId: Id }),
  output: Obj({ runId: Id }),
  description:
    'Everything of the double hangs on the kept card from now on: stays, marks, absences, guardianship, positions, lessons, consents. The double’s account moves too, unless the kept card has one: then it is closed. Facts missing on the kept card are taken over. History stays; people.takeBack of `runId` parts the cards again. Refusals: people.mergeSelf, people.mergeOwn, people.merged, people.mergeFamily, people.mergeSnils, people.mergeMarks (cells, more), people.mergeAbsences (cells, more), people.mergeClasses (classes).',
})

export const requests = query('people.requests', {
  subject: 'school',
  input: Obj({ state: T.Optional(OneOf('open', 'decided')) }),
  output: Obj({ requests: T.Array(Request) }),
  description:
    'What families and homeroom teachers ask to be put into the cards; open ones oldest first, decided ones newest first, 1,000 at most.',
})

export const requestChange = command('people.requestChange', {
  subject: 'person',
  input: Obj({
    personId: Id,
    changes: PersonChanges,
    contacts: Nullable(Contacts),
    comment: Text(1000),
    evenIfContact: T.Optional(T.Boolean()),
  }),
  output: Obj({ requestId: Id }),
  description:
    'Asks to change a card: one’s own, one’s child’s, a student’s of the class one leads. S1 5.3.1б. Nothing changes until it is accepted. Refusals: people.requestEmpty, people.contactsOff (kind), people.contactInText (kind) when the comment holds what the school does not keep, unless evenIfContact; and those of people.change for the facts.',
})

export const reportArrival = command('people.reportArrival', {
  subject: 'class',
  input: Obj({ classId: Id, person: Person, comment: Text(1000), evenIfContact: T.Optional(T.Boolean()) }),
  output: Obj({ requestId: Id }),
  description:
    'The homeroom teacher tells of a new student of the class. S0 5.4. Refusals as of people.change for the facts; people.contactInText (kind) unless evenIfContact.',
})

export const reportDeparture = command('people.reportDeparture', {
  subject: 'person',
  input: Obj({ personId: Id, lastDay: Day, comment: Text(1000), evenIfContact: T.Optional(T.Boolean()) }),
  output: Obj({ requestId: Id }),
  description:
    'The homeroom teacher tells that a student has left or is leaving. S0 5.4. Refusals: people.notInClass, people.requestOpen, people.contactInText (kind) unless evenIfContact.',
})

export const acceptRequest = command('people.acceptRequest', {
  subject: 'school',
  input: Obj({ requestId: Id, answer: Text(1000), evenIfSimilar: T.Boolean() }),
  output: Obj({ personId: Nullable(Id) }),
  description:
    'Puts into the cards what was asked: changes the card, or writes the new student’s (people.similarExists unless evenIfSimilar). A departure, a wish to be told or that data be kept no longer is only noted: what it asks is done by hand. Contacts of a kind that the school keeps no longer are left out. Refusals: people.requestDecided, people.requestOvertaken when the card has been changed since, people.snilsTaken (name), people.similarExists (name).',
})

export const declineRequest = command('people.declineRequest', {
  subject: 'school',
  input: Obj({ requestId: Id, answer: Text(1000, 1) }),
  output: Obj({}),
  description: 'Answers that it will not be done, and why. Refusal: people.requestDecided.',
})

export const withdrawRequest = command('people.withdrawRequest', {
  subject: 'person',
  input: Obj({ requestId: Id }),
  output: Obj({}),
  description: 'The author takes a request back while nobody has decided it. Refusal: people.requestDecided.',
})

export const checks = query('people.checks', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    month: Day,
    campaign: Day,
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        grade: T.Integer(),
        homeroomTeacher: T.String(),
        ...quality,
        monthly: Check,
        ticked: T.Integer(),
      }),
    ),
  }),
  description:
    'By class: the quality of its data in percent with what is missing, this month’s «данные проверены», and how many students are ticked off in the October campaign. S1 4.3е, S2 4.2Кж, S0 5.2.',
})

export const classChecks = query('people.classChecks', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({
    name: T.String(),
    month: Day,
    campaign: Day,
    campaignOpen: T.Boolean(),
    keepsEmails: T.Boolean(),
    ...quality,
    months: T.Array(Obj({ month: Day, by: T.String(), at: Moment, remarks: T.String() })),
    checklist: T.Array(ChecklistLine),
  }),
  description:
    'The checklist of a class: what is known of each student and the guardians, what is missing, who was ticked off and when.',
})

export const confirmClass = command('people.confirmClass', {
  subject: 'class',
  input: Obj({ classId: Id, remarks: Text(1000), evenIfContact: T.Optional(T.Boolean()) }),
  output: Obj({}),
  description:
    'The homeroom teacher says that the data of the class were checked this month. Said again, the later word stands. S1 4.3е. Refusal: people.contactInText (kind) unless evenIfContact.',
})

export const confirmStudents = command('people.confirmStudents', {
  subject: 'class',
  input: Obj({ classId: Id, students: T.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) }),
  output: Obj({}),
  description:
    'Ticks students off in the October campaign: birth date, foreign languages, parents’ names, e-mail were looked at. S0 5.2. Refusals: people.campaignClosed, people.notInClass.',
})

export const myData = query('people.me', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    keeps: T.Array(contactKind),
    people: T.Array(
      Obj({
        personId: Id,
        own: T.Boolean(),
        name: T.String(),
        person: Person,
        className: T.String(),
        contacts: T.Array(Obj({ kind: contactKind, value: T.String() })),
        guardians: T.Array(Obj({ name: T.String(), ...guardianship })),
      }),
    ),
    requests: T.Array(Request),
  }),
  description:
    'What the school keeps of the caller and of the children they may be told of, and what the caller has asked to be changed.',
})
