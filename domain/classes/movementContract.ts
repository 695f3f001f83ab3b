import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { inconsistencyKinds, outcomes } from './kinds.ts'
import { MovementLine, order, Person, Year } from './shapes.ts'

const moved = { movementId: Id, studentId: Id, on: Day, ...order }
const evenIfWritten = T.Boolean()

export const candidates = query('classes.candidates', {
  subject: 'school',
  input: Obj({ search: Text(100) }),
  output: Obj({
    people: T.Array(Obj({ ...Person.properties, bornOn: Nullable(Day), lastClass: T.String(), until: Nullable(Day) })),
  }),
  description:
    'People who may be enrolled: in no class today or later, and neither staff nor guardians of others; those who have left say from which class. At most 30, by name.',
})

export const enrol = command('classes.enrol', {
  subject: 'class',
  input: Obj({ classId: Id, ...moved, otherSchool: Text(200), groupIds: T.Array(Id, { maxItems: 60, uniqueItems: true }) }),
  output: Obj({}),
  description:
    'Enrols somebody who is in no class, from a day on: into the class, the combined classes and streams it is part of, and the groups of it that are named. Refusals: classes.unknownStudent, classes.alreadyEnrolled (class, from), classes.archived, classes.outsideYear (from, to), classes.termClosed (term), classes.unknownGroup.',
})

export const transfer = command('classes.transfer', {
  subject: 'class',
  input: Obj({ classId: Id, ...moved, groupIds: T.Array(Id, { maxItems: 60, uniqueItems: true }), evenIfWritten }),
  output: Obj({}),
  description:
    'Moves a student into this class from a day on: the stay in the old class and its groups ends the day before; marks stay in the journal where they were given. An individual plan goes with the student. Refusals: classes.notEnrolled, classes.sameClass, classes.movedLater (on), classes.archived, classes.outsideYear (from, to), classes.otherYear, classes.termClosed (term), classes.unknownGroup; classes.writtenAfter (since, marks, absences, name) unless evenIfWritten.',
})

export const depart = command('classes.depart', {
  subject: 'person',
  input: Obj({ personId: Id, movementId: Id, on: Day, ...order, otherSchool: Text(200), evenIfWritten }),
  output: Obj({}),
  description:
    'The student is here no longer from this day on: all stays end the day before. Refusals: classes.notEnrolled, classes.movedLater (on), classes.termClosed (term), classes.writtenAfter (since, marks, absences, name) unless evenIfWritten.',
})

export const comeBack = command('classes.return', {
  subject: 'class',
  input: Obj({ classId: Id, ...moved, groupIds: T.Array(Id, { maxItems: 60, uniqueItems: true }) }),
  output: Obj({}),
  description:
    'Enrols somebody again who was here and has left; the journal shows both stays. Refusals: classes.neverHere, and those of classes.enrol.',
})

export const correctMovement = command('classes.correctMovement', {
  subject: 'person',
  input: Obj({
    personId: Id,
    movementId: Id,
    line: Obj({ ...order, otherSchool: Text(200) }),
    expected: Obj({ ...order, otherSchool: Text(200) }),
  }),
  output: Obj({}),
  description:
    'Puts right what the order of a movement says. Day and class are not changed: such a movement is cancelled and made anew. Refusals: classes.unknownMovement, classes.changedMeanwhile (by, at).',
})

export const attachOrder = command('classes.attachOrder', {
  subject: 'person',
  input: Obj({ personId: Id, movementId: Id, fileId: Nullable(Id), expected: Nullable(Id), wholeOrder: T.Boolean() }),
  output: Obj({}),
  description:
    'Hangs the scan of the order on a line of the movement book, or takes it off (`fileId` null); `wholeOrder`: on every line with the same number and date. The caller has uploaded it (`POST /api/files`); `GET /api/files/<id>` answers it to who may read the book. Refusals: classes.unknownMovement, classes.unknownFile, classes.changedMeanwhile (by, at).',
})

export const cancelMovement = command('classes.cancelMovement', {
  subject: 'person',
  input: Obj({ personId: Id, movementId: Id }),
  output: Obj({}),
  description:
    'Takes back the student’s last movement that was a mistake: what it began never was, what it ended goes on. The line stays in the book, struck out. Refusals: classes.unknownMovement, classes.laterMovement (on), classes.writtenSince (since, marks, absences), classes.termClosed (term).',
})

export const movementBook = query('classes.movement', {
  subject: 'school',
  input: Obj({ from: Day, to: Day }),
  output: Obj({
    lines: T.Array(MovementLine),
    totals: Obj({
      before: T.Integer(),
      arrived: T.Integer(),
      departed: T.Integer(),
      transferred: T.Integer(),
      after: T.Integer(),
    }),
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        yearId: Id,
        groups: T.Array(
          Obj({
            groupId: Id,
            name: T.String(),
            usual: T.Boolean(),
            /** Of a subgroup: the subject for which the class is cut. A student is in one of them. */
            subjectId: Nullable(Id),
            subject: T.String(),
            students: T.Integer(),
          }),
        ),
      }),
    ),
  }),
  description:
    'The movement book of a period, newest first. `after`: students on the last day; `before`: those there must have been for the book to balance. `classes` are those of this year and the next that students may be moved to, with their groups, electives and clubs across classes among them; `usual` is what is proposed to whoever comes: a group that almost everybody of the class is in, and of the subgroups of a subject the smallest, but where girls and boys learn apart.',
})

export const inconsistencies = query('classes.inconsistencies', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    items: T.Array(
      Obj({
        kind: OneOf(...inconsistencyKinds),
        personId: Id,
        name: T.String(),
        classId: Nullable(Id),
        className: T.String(),
        on: Nullable(Day),
      }),
    ),
  }),
  description:
    'What does not fit together in movement and enrolments of this year: students in no class, in two at once, in a subgroup of a class they are not in, in no subgroup of a subject for which the rest of their class is cut, enrolled or gone in the middle of the year without a line in the book, a line without an enrolment, gone with an account that still opens.',
})

const Outcome = OneOf(...outcomes)

export const promotionPlan = query('classes.promotionPlan', {
  subject: 'school',
  input: Obj({ fromYearId: Id, toYearId: Id }),
  output: Obj({
    from: Year,
    to: Year,
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        grade: T.Integer(),
        letter: T.String(),
        /** Null after grades 9 and 11: the class finishes school. */
        next: Nullable(Obj({ classId: Nullable(Id), name: T.String(), grade: T.Integer() })),
        subgroups: T.Integer(),
        students: T.Array(Obj({ studentId: Id, name: T.String(), moved: T.Boolean() })),
      }),
    ),
    /** Classes of the new year that are there already. */
    standing: T.Array(Obj({ classId: Id, name: T.String(), grade: T.Integer() })),
  }),
  description:
    'What promotion would do: for each class with its students of the last day the class it becomes, with the id of that class when it is there already. `moved`: the student has a place in the new year, has finished school or left it when the year was over. Refusal: classes.yearsOrder.',
})

export const promote = command('classes.promote', {
  subject: 'school',
  input: Obj({
    fromYearId: Id,
    toYearId: Id,
    classes: T.Array(Obj({ classId: Id, toClassId: Nullable(Id), letter: Text(10) }), { minItems: 1, maxItems: 200 }),
    exceptions: T.Array(Obj({ studentId: Id, outcome: Outcome, toClassId: Nullable(Id), reason: T.Optional(Text(300)) }), {
      maxItems: 3000,
    }),
    graduatedOn: Day,
    copySubgroups: T.Boolean(),
    keepHomerooms: T.Boolean(),
    orderNumber: Text(40),
    orderDate: order.orderDate,
  }),
  output: Obj({
    classes: T.Integer(),
    promoted: T.Integer(),
    conditionally: T.Integer(),
    retained: T.Integer(),
    graduated: T.Integer(),
    departed: T.Integer(),
  }),
  description:
    'Moves classes into the new school year: everybody goes to the class named (made when it is not there), or finishes school where toClassId is null; exceptions say what becomes of single students, and why: what is owed and until when by who is promoted conditionally [273-ФЗ, ст. 58]. Stays of the old year end the day before the new one begins, those of graduates and departed on the eve of graduatedOn. Who has a place in the new year already is passed over, so that classes may be promoted one after the other. When wished, subgroups are made anew with the same students, and combined classes and streams whose classes are promoted together go on under the names of the new year (a combined class without who comes to the fifth); homeroom teachers go on with their class, but not from grade 4 to 5. Refusals: classes.yearsOrder, classes.unknownClass, classes.nameTaken (name), classes.exceptionNeedsClass (name), classes.outsideYear (from, to).',
})
