import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { ChosenKind, ClassRow, GroupRow, Members, Person, Proposal, Subgroup, Year } from './shapes.ts'

const Shift = T.Integer({ minimum: 1, maximum: 3 })
const Grade = T.Integer({ minimum: 1, maximum: 12 })
const Capacity = Nullable(T.Integer({ minimum: 1, maximum: 200 }))
const StudyDays = Nullable(T.Integer({ minimum: 5, maximum: 6 }))
const ClassCard = Obj({
  letter: Text(10),
  shift: Shift,
  studyDays: StudyDays,
  capacity: Capacity,
  ungraded: T.Boolean(),
  curriculumId: Nullable(Id),
})

export const classes = query('classes.list', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    from: Day,
    to: Day,
    classes: T.Array(
      Obj({
        classId: Id,
        name: T.String(),
        grade: T.Integer(),
        mine: T.Boolean(),
        homeroomTeacher: T.String(),
        students: T.Array(
          Obj({
            studentId: Id,
            name: T.String(),
            missed: T.Integer(),
            unexplained: T.Integer(),
            late: T.Integer(),
            pending: T.Integer(),
          }),
        ),
      }),
    ),
  }),
  description:
    'Classes whose students’ diaries the caller may open: the class they lead, every class for deputy and head. For each student of today, lessons missed, missed without a reason given, late arrivals in the last 14 days, and works still awaited («точка»).',
})

export const overview = query('classes.overview', {
  subject: 'school',
  input: Obj({ yearId: T.Optional(Id) }),
  output: Obj({
    years: T.Array(Year),
    yearId: Nullable(Id),
    on: Day,
    classes: T.Array(ClassRow),
    groups: T.Array(GroupRow),
    students: T.Array(Obj({ ...Person.properties, classId: Id })),
    teachers: T.Array(Person),
    curricula: T.Array(Obj({ curriculumId: Id, name: T.String(), grade: T.Integer() })),
    proposals: T.Array(Proposal),
  }),
  description:
    'Classes of a school year with homeroom teachers of all dates, and groups that are not cut from one class for a subject: combined classes, streams, individual plans, electives, extracurricular groups. Without yearId the year of today, else the next, else the last. Counted on `on`: today, or the nearest day of the year. Open proposals of subgroups are those of all classes.',
})

export const card = query('classes.card', {
  subject: 'class',
  input: Obj({ classId: Id, on: T.Optional(Day) }),
  output: Obj({
    year: Year,
    on: Day,
    class: ClassRow,
    students: T.Array(
      Obj({
        studentId: Id,
        name: T.String(),
        sex: OneOf('f', 'm'),
        from: Day,
        to: Nullable(Day),
        /** On `on`: their plan of their own, and the subjects that they learn by it and not with the class. */
        ownPlanId: Nullable(Id),
        ownSubjectIds: T.Array(Id),
      }),
    ),
    subjects: T.Array(
      Obj({
        subjectId: Id,
        name: T.String(),
        taught: T.Boolean(),
        groups: T.Array(Subgroup),
        /** Part of last year’s cut, for those who were in one: numbers are alike for who was together. */
        lastYear: T.Array(Obj({ studentId: Id, part: T.Integer() })),
      }),
    ),
    groups: T.Array(GroupRow),
    courses: T.Array(Obj({ subject: T.String(), group: T.String(), teachers: T.Array(T.String()) })),
    proposals: T.Array(Proposal),
  }),
  description:
    'A class: everybody who was in it this year with their days, its subgroups as they stand on `on` (today, or the nearest day of the year), groups it is part of, who teaches it what, and proposals of subgroups. `taught`: the class or a part of it has a course of the subject.',
})

export const createClass = command('classes.create', {
  subject: 'school',
  input: Obj({ classId: Id, yearId: Id, grade: Grade, ...ClassCard.properties, teacherId: Nullable(Id) }),
  output: Obj({ name: T.String() }),
  description:
    'Opens a class of a year, led by this teacher from the first day. The id is made by the caller. Refusals: classes.nameTaken (name), classes.unknownTeacher, classes.unknownCurriculum.',
})

export const changeClass = command('classes.change', {
  subject: 'class',
  input: Obj({ classId: Id, card: ClassCard, expected: ClassCard }),
  output: Obj({ name: T.String() }),
  description:
    'Renames a class, changes its shift, days, capacity, curriculum; its subgroups are renamed with it. `expected` is what the caller saw. Refusals: classes.changedMeanwhile (by, at), classes.nameTaken (name), classes.unknownCurriculum.',
})

export const archiveGroup = command('classes.archive', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({}),
  description:
    'Takes a class or a group that nobody is in any more out of the lists; its journal stays. Refusal: classes.notEmpty (students).',
})

export const restoreGroup = command('classes.restore', {
  subject: 'class',
  input: Obj({ classId: Id }),
  output: Obj({}),
  description: 'Brings an archived class or group back. Refusal: classes.nameTaken (name).',
})

export const setHomeroom = command('classes.setHomeroom', {
  subject: 'class',
  input: Obj({ classId: Id, teacherId: Nullable(Id), from: Day, expected: Nullable(Id) }),
  output: Obj({}),
  description:
    'Who leads the class from a day on; null: nobody. Who led it before does so until the day before; what was planned for later days is dropped. `expected` is the teacher the caller saw on that day. Refusals: classes.changedMeanwhile (by, at), classes.outsideYear (from, to), classes.unknownTeacher.',
})

const GroupCard = Obj({
  name: Text(80, 1),
  classIds: T.Array(Id, { minItems: 1, maxItems: 60, uniqueItems: true }),
  capacity: Capacity,
  ungraded: T.Boolean(),
})
const Students = T.Array(Id, { maxItems: 500, uniqueItems: true })

export const createGroup = command('classes.createGroup', {
  subject: 'school',
  input: Obj({ groupId: Id, yearId: Id, kind: ChosenKind, ...GroupCard.properties, studentIds: Students, from: Day }),
  output: Obj({ students: T.Integer() }),
  description:
    'Opens a group from a day on. combined (класс-комплект) and stream (поток): whole classes, two at least, taught together; whoever comes to a class later joins them. elective, extracurricular: students of the classes named, across grades too. individual: one student of one class. Refusals: classes.nameTaken (name), classes.outsideYear (from, to), classes.classesNeeded, classes.otherYear, classes.wholeClasses, classes.oneStudent, classes.notOfClasses (names).',
})

export const changeGroup = command('classes.changeGroup', {
  subject: 'school',
  input: Obj({ groupId: Id, group: GroupCard, expected: GroupCard, from: Day }),
  output: Obj({}),
  description:
    'Renames a group or changes its classes; students of a combined class or a stream follow its classes from that day on. Refusals: classes.unknownGroup, classes.changedMeanwhile (by, at), classes.nameTaken (name), classes.outsideYear (from, to), classes.classesNeeded, classes.otherYear, classes.notOfClasses (names), classes.writtenAfter (since, marks, absences, name), classes.termClosed (term).',
})

export const setMembers = command('classes.setMembers', {
  subject: 'school',
  input: Obj({ groupId: Id, studentIds: Students, expected: Students, from: Day }),
  output: Obj({}),
  description:
    'Who is in an elective, an extracurricular group or an individual plan from a day on; days before stay as they were. Refusals: classes.unknownGroup, classes.wholeClasses, classes.oneStudent, classes.notOfClasses (names), classes.changedMeanwhile (by, at), classes.outsideYear (from, to), classes.writtenAfter (since, marks, absences, name), classes.termClosed (term).',
})

const cut = { classId: Id, subjectId: Id, from: Day, groups: T.Array(Subgroup, { maxItems: 6 }) }

export const setSubgroups = command('classes.setSubgroups', {
  subject: 'class',
  input: Obj({ ...cut, expected: T.Array(Members, { maxItems: 12 }) }),
  output: Obj({ left: T.Array(Person) }),
  description:
    'How a class is cut for a subject from a day on; days before stay as they were. A subgroup that is not named any more is closed; new ones get their ids from the caller. `left` are students of the class who are in no subgroup. Homeroom teachers may where the policy classes.homeroomEditsGroups says so. Refusals: classes.proposeInstead, classes.changedMeanwhile (by, at), classes.outsideYear (from, to), classes.termClosed (term), classes.inTwoGroups (name), classes.notOfClasses (names), classes.nameTaken (name), classes.writtenAfter (since, marks, absences, name), classes.unknownGroup.',
})

export const proposeSubgroups = command('classes.proposeSubgroups', {
  subject: 'class',
  input: Obj({ proposalId: Id, ...cut }),
  output: Obj({}),
  description:
    'The homeroom teacher proposes how the class is cut for a subject; administrator or deputy head decides. An open proposal of the same subject is replaced. Refusals: classes.inTwoGroups (name), classes.notOfClasses (names), classes.outsideYear (from, to).',
})

export const withdrawProposal = command('classes.withdrawProposal', {
  subject: 'class',
  input: Obj({ classId: Id, proposalId: Id }),
  output: Obj({}),
  description: 'Takes an open proposal back. Refusal: classes.decided.',
})

export const acceptProposal = command('classes.acceptProposal', {
  subject: 'class',
  input: Obj({ classId: Id, proposalId: Id, from: Day, expected: T.Array(Members, { maxItems: 12 }) }),
  output: Obj({ left: T.Array(Person) }),
  description: 'Cuts the class as proposed, from a day on. Refusals: classes.decided, and those of classes.setSubgroups.',
})

export const declineProposal = command('classes.declineProposal', {
  subject: 'class',
  input: Obj({ classId: Id, proposalId: Id, answer: Text(500, 1) }),
  output: Obj({}),
  description: 'Declines a proposal, with the reason. Refusals: classes.decided, classes.answerNeeded.',
})

export const places = query('classes.places', {
  subject: 'school',
  input: Obj({ on: Day, classId: T.Optional(Id) }),
  output: Obj({ places: T.Array(Obj({ studentId: Id, className: T.String(), number: T.Integer() })) }),
  description:
    'The number of every student in the list of their class on that day, of one class or of all: what stands on paper in place of a name. S4 К8, У13.',
})
