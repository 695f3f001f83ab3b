import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj, OneOf, Text } from '#domain/platform/schema.ts'
import { MOST_HALF_HOURS, MOST_SUBGROUPS, parts } from './rules.ts'

const SubjectShape = { name: Text(120, 1), shortName: Text(24, 1), area: Text(120), federal: T.Boolean() }
const RoomShape = { name: Text(60, 1), kind: Text(60), capacity: Nullable(T.Integer({ minimum: 1, maximum: 1000 })) }
const Studied = T.Unsafe<5 | 6>(T.Integer({ minimum: 5, maximum: 6 }))
const PlanShape = {
  name: Text(120, 1),
  profileId: Nullable(Id),
  studyDays: Studied,
  weeks: T.Integer({ minimum: 1, maximum: 40 }),
}
const HalfHours = T.Integer({ minimum: 0, maximum: MOST_HALF_HOURS })
const Hours = Obj({ halfHours: HalfHours, subgroups: T.Integer({ minimum: 1, maximum: MOST_SUBGROUPS }) })
const Grade = T.Integer({ minimum: 1, maximum: 12 })
const GroupKind = OneOf('class', 'subgroup', 'combined', 'stream', 'individual', 'elective', 'extracurricular')
const Year = Obj({ schoolYearId: Id, name: T.String(), from: Day, to: Day, over: T.Boolean() })
const Assigned = { teacherId: Id, halfHours: T.Integer(), from: Day, to: Nullable(Day) }
const ofYear = { schoolYearId: T.Optional(Id) }

export const subjects = query('curriculum.subjects', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    subjects: T.Array(
      Obj({ subjectId: Id, ...SubjectShape, archived: T.Boolean(), years: T.Array(T.String()), past: T.Boolean() }),
    ),
  }),
  description:
    'The catalogue of subjects, those of the archive too, each with the names of the school years that use it, newest first; `past`: a year that is over does, so that its name stays. [S4 Р10g, Р10h, З5c, З5d]',
})

export const addSubjects = command('curriculum.addSubjects', {
  subject: 'school',
  input: Obj({ subjects: T.Array(Obj({ subjectId: Id, ...SubjectShape }), { minItems: 1, maxItems: 200 }) }),
  output: Obj({}),
  description:
    'Adds subjects to the catalogue; their ids are made by the caller. All or none. Names are one when they differ in «ё», capitals or spaces only. Refusal: curriculum.nameTaken (name).',
})

export const changeSubject = command('curriculum.changeSubject', {
  subject: 'school',
  input: Obj({
    subjectId: Id,
    value: Obj({ ...SubjectShape, archived: T.Boolean() }),
    expected: Obj({ ...SubjectShape, archived: T.Boolean() }),
  }),
  output: Obj({}),
  description:
    'Changes a subject, sends it to the archive or takes it back. What is archived stays where it is and is offered to no new curriculum. `expected` is what the caller saw. Refusals: curriculum.nameTaken (name), curriculum.subjectOfPastYears when a year that is over knows it by its name, curriculum.changedMeanwhile (value, by, at), curriculum.unknown.',
})

export const rooms = query('curriculum.rooms', {
  subject: 'school',
  input: Obj({}),
  output: Obj({ rooms: T.Array(Obj({ roomId: Id, ...RoomShape, archived: T.Boolean() })) }),
  description: 'Rooms of the school with their kinds and places, those of the archive too. [S4 З5e]',
})

export const addRooms = command('curriculum.addRooms', {
  subject: 'school',
  input: Obj({ rooms: T.Array(Obj({ roomId: Id, ...RoomShape }), { minItems: 1, maxItems: 300 }) }),
  output: Obj({}),
  description: 'Adds rooms; their ids are made by the caller. All or none. Refusal: curriculum.nameTaken (name).',
})

export const changeRoom = command('curriculum.changeRoom', {
  subject: 'school',
  input: Obj({
    roomId: Id,
    value: Obj({ ...RoomShape, archived: T.Boolean() }),
    expected: Obj({ ...RoomShape, archived: T.Boolean() }),
  }),
  output: Obj({}),
  description:
    'Changes a room, sends it to the archive or takes it back. Refusals: curriculum.nameTaken (name), curriculum.changedMeanwhile (value, by, at), curriculum.unknown.',
})

export const plans = query('curriculum.plans', {
  subject: 'school',
  input: Obj(ofYear),
  output: Obj({
    year: Year,
    years: T.Array(Year),
    profiles: T.Array(Obj({ profileId: Id, name: T.String() })),
    subjects: T.Array(Obj({ subjectId: Id, ...SubjectShape, archived: T.Boolean() })),
    plans: T.Array(
      Obj({
        curriculumId: Id,
        grade: Grade,
        ...PlanShape,
        individual: T.Boolean(),
        lines: T.Array(Obj({ subjectId: Id, part: OneOf(...parts), halfHours: HalfHours, subgroups: T.Integer() })),
      }),
    ),
    groups: T.Array(
      Obj({ groupId: Id, name: T.String(), kind: OneOf('class', 'individual'), grade: Grade, curriculumId: Nullable(Id) }),
    ),
    earlier: T.Array(Obj({ curriculumId: Id, name: T.String(), grade: Grade, yearName: T.String() })),
  }),
  description:
    'Curricula of a school year (of the present one when none is named) with their hours, the classes and individual plans that follow them, and curricula of the year before to copy from. Archived curricula are left out. [S4 Р10i–Р10k] Refusals: calendar.noYear.',
})

export const createPlan = command('curriculum.createPlan', {
  subject: 'school',
  input: Obj({ curriculumId: Id, schoolYearId: Id, grade: Grade, individual: T.Boolean(), ...PlanShape }),
  output: Obj({}),
  description:
    'Begins a curriculum of a grade; individual: for one student, followed by a group of kind `individual`. Refusals: curriculum.nameTaken (name), curriculum.yearOver, curriculum.unknown.',
})

export const changePlan = command('curriculum.changePlan', {
  subject: 'school',
  input: Obj({
    curriculumId: Id,
    value: Obj({ ...PlanShape, archived: T.Boolean() }),
    expected: Obj({ ...PlanShape, archived: T.Boolean() }),
  }),
  output: Obj({}),
  description:
    'Changes the name, profile, days of study or weeks of a curriculum, or archives it. Refusals: curriculum.nameTaken (name), curriculum.planInUse when a class follows what is to be archived, curriculum.changedMeanwhile (value, by, at), curriculum.yearOver, curriculum.unknown.',
})

export const addProfile = command('curriculum.addProfile', {
  subject: 'school',
  input: Obj({ profileId: Id, name: Text(120, 1) }),
  output: Obj({}),
  description: 'Adds a profile of study. [S4 Р10j] Refusal: curriculum.nameTaken (name).',
})

export const copyPlans = command('curriculum.copyPlans', {
  subject: 'school',
  input: Obj({ schoolYearId: Id, curriculumIds: T.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }) }),
  output: Obj({ copied: T.Integer() }),
  description:
    'Copies curricula of another year with their hours, without subjects that have gone to the archive since; a name that the year has already is passed over. Refusals: curriculum.yearOver, curriculum.unknown.',
})

export const layOutPlans = command('curriculum.layOutPlans', {
  subject: 'school',
  input: Obj({ schoolYearId: Id, templates: T.Array(Text(40, 1), { minItems: 1, maxItems: 50, uniqueItems: true }) }),
  output: Obj({ copied: T.Integer() }),
  description:
    'Begins curricula from the federal templates, adding the subjects and profiles that are missing; a name that the year has already is passed over. Refusals: curriculum.yearOver, curriculum.unknown.',
})

export const setHours = command('curriculum.setHours', {
  subject: 'school',
  input: Obj({
    cells: T.Array(Obj({ curriculumId: Id, subjectId: Id, part: OneOf(...parts), value: Hours, expected: Hours }), {
      minItems: 1,
      maxItems: 2000,
    }),
  }),
  output: Obj({}),
  description:
    'Sets hours of curricula, many cells at once, all or none; half_hours 0 takes a subject out of the part. `expected` is what the caller saw, no hours and one group where there was nothing. What exceeds the norm is written and shown as a violation. Refusals: curriculum.changedMeanwhile (value, by, at), curriculum.archived (name), curriculum.yearOver, curriculum.unknown.',
})

export const attach = command('curriculum.attach', {
  subject: 'school',
  input: Obj({
    groups: T.Array(Obj({ groupId: Id, curriculumId: Nullable(Id), expected: Nullable(Id) }), { minItems: 1, maxItems: 300 }),
  }),
  output: Obj({}),
  description:
    'Says which curriculum classes follow; a student with a plan of their own follows an individual one, of their grade. All or none. Refusals: curriculum.otherGrade (name), curriculum.changedMeanwhile (value, by, at), curriculum.yearOver, curriculum.unknown.',
})

export const load = query('curriculum.load', {
  subject: 'school',
  input: Obj(ofYear),
  output: Obj({
    year: Year,
    years: T.Array(Year),
    today: Day,
    rateHours: T.Integer(),
    subjects: T.Array(Obj({ subjectId: Id, name: T.String(), shortName: T.String(), area: T.String(), archived: T.Boolean() })),
    teachers: T.Array(
      Obj({ personId: Id, name: T.String(), position: T.String(), category: T.String(), from: Nullable(Day), to: Nullable(Day) }),
    ),
    groups: T.Array(
      Obj({
        groupId: Id,
        name: T.String(),
        kind: GroupKind,
        grade: Grade,
        classId: Nullable(Id),
        classIds: T.Array(Id),
        curriculumId: Nullable(Id),
        subjectId: Nullable(Id),
        students: T.Integer(),
      }),
    ),
    lines: T.Array(Obj({ curriculumId: Id, subjectId: Id, part: OneOf(...parts), halfHours: HalfHours, subgroups: T.Integer() })),
    courses: T.Array(
      Obj({ courseId: Id, groupId: Id, subjectId: Id, assignments: T.Array(Obj({ assignmentId: Id, ...Assigned })) }),
    ),
  }),
  description:
    'The teaching load of a school year: groups, what their curricula ask for, the courses that are open and who teaches them from when to when. Teachers are the staff of the year, with the days they work. [S4 Р10m, З6j] Refusal: calendar.noYear.',
})

export const openCourses = command('curriculum.openCourses', {
  subject: 'school',
  input: Obj({
    courses: T.Array(
      Obj({
        classId: Id,
        subjectId: Id,
        extracurricular: T.Boolean(),
        groups: T.Integer({ minimum: 1, maximum: MOST_SUBGROUPS }),
      }),
      { minItems: 1, maxItems: 3000 },
    ),
  }),
  output: Obj({ opened: T.Integer() }),
  description:
    'Opens courses that are missing: for the whole class, or for as many subgroups as are named, making those that are not there yet; for what is no lesson a group of its own, which all students of the class join. What is there already is left as it is. Refusals: curriculum.archived (name), curriculum.yearOver, curriculum.unknown.',
})

export const assign = command('curriculum.assign', {
  subject: 'school',
  input: Obj({
    from: Day,
    assignments: T.Array(
      Obj({
        groupId: Id,
        subjectId: Id,
        teacherId: Id,
        halfHours: HalfHours,
        expected: T.Array(Id, { maxItems: 50, uniqueItems: true }),
      }),
      { minItems: 1, maxItems: 500 },
    ),
  }),
  output: Obj({}),
  description:
    'Gives courses to teachers from a day on, opening those that do not exist; a second teacher of a course teaches it too. Lessons from today on that had nobody pass to them. All or none. `expected` names the teachers whom the caller saw on the course that day or later. Refusals: curriculum.outsideYear, curriculum.yearOver, curriculum.notStaff (name), curriculum.alreadyTeaches (name), curriculum.archived (name), curriculum.changedMeanwhile (value), curriculum.unknown.',
})

export const reassign = command('curriculum.reassign', {
  subject: 'school',
  input: Obj({ assignmentId: Id, teacherId: Id, halfHours: HalfHours, from: Day, expected: Obj(Assigned) }),
  output: Obj({}),
  description:
    'From this day on another teacher, or other hours: what was until then stays. On the first day of the assignment itself it is put right. Refusals: curriculum.beforeAssignment (from), curriculum.assignmentEnded (to), curriculum.outsideYear, curriculum.yearOver, curriculum.notStaff (name), curriculum.alreadyTeaches (name), curriculum.changedMeanwhile (value, by, at), curriculum.unknown.',
})

export const endAssignment = command('curriculum.endAssignment', {
  subject: 'school',
  input: Obj({ assignmentId: Id, to: Nullable(Day), expected: Obj(Assigned) }),
  output: Obj({}),
  description:
    'Says on which day a teacher holds a course last; null: with the year. The day before the first means that it was never begun. Refusals: curriculum.beforeAssignment (from), curriculum.outsideYear, curriculum.yearOver, curriculum.alreadyTeaches (name), curriculum.changedMeanwhile (value, by, at), curriculum.unknown.',
})
