import T from 'typebox'
import { command, query } from '#domain/platform/contract.ts'
import { Day, Id, Nullable, Obj } from '#domain/platform/schema.ts'
import { Person, Year } from './shapes.ts'

const Days = Obj({ from: Day, to: Nullable(Day) })
const Regime = Obj({
  shift: T.Integer({ minimum: 1, maximum: 3 }),
  studyDays: Nullable(T.Integer({ minimum: 5, maximum: 6 })),
})
const Subjects = T.Array(Id, { maxItems: 100, uniqueItems: true })

export const ownPlan = query('classes.ownPlan', {
  subject: 'class',
  input: Obj({ groupId: Id, on: T.Optional(Day) }),
  output: Obj({
    year: Year,
    on: Day,
    plan: Obj({
      groupId: Id,
      name: T.String(),
      archived: T.Boolean(),
      classId: Id,
      className: T.String(),
      regime: Regime,
      classRegime: Regime,
      curriculumId: Nullable(Id),
      /** Whoever learns by it is not in the list of the class: everything is learned by the plan. */
      alone: T.Boolean(),
    }),
    students: T.Array(Obj({ ...Person.properties, ...Days.properties })),
    curricula: T.Array(Obj({ curriculumId: Id, name: T.String() })),
    subjects: T.Array(
      Obj({
        subjectId: Id,
        name: T.String(),
        /** Half-hours a week with the class and by the plan of one's own. */
        classHalfHours: T.Integer(),
        ownHalfHours: T.Integer(),
        /** On the day of the answer: learned by the plan, and since when. */
        since: Nullable(Day),
        days: T.Array(Days),
        /** The journal of the plan, when its course is open. */
        courseId: Nullable(Id),
        teachers: T.Array(T.String()),
        lessons: T.Integer(),
      }),
    ),
  }),
  description:
    'A plan of one’s own (индивидуальный учебный план): who learns by it and when, its curriculum and regime beside those of the class, and every subject of the class or the plan with its hours, its journal, and the days on which it is learned by the plan and not with the class. Counted on `on`: today, or the nearest day of the year. Refusal: classes.unknownGroup. S4 Р10f, Р10k, Р10l.',
})

export const setOwnSubjects = command('classes.setOwnSubjects', {
  subject: 'class',
  input: Obj({ groupId: Id, subjectIds: Subjects, expected: Subjects, from: Day }),
  output: Obj({}),
  description:
    'Which subjects are learned by a plan of one’s own from a day on: the lessons of the class, its subgroups and streams in them are not the student’s any more, and are again when the subject or the plan ends; days before stay as they were. `expected` is what the caller saw on that day. Refusals: classes.unknownGroup, classes.unknownSubject, classes.changedMeanwhile (by, at), classes.outsideYear (from, to), classes.termClosed (term), classes.writtenAfter (since, marks, absences, name). S4 Р10f.',
})

export const setGroupRegime = command('classes.setGroupRegime', {
  subject: 'class',
  input: Obj({ groupId: Id, regime: Regime, expected: Regime }),
  output: Obj({}),
  description:
    'Shift and school week of a plan of one’s own, where they are not those of the class: by them its lessons have their bells. As long as they are those of the class, they follow it. Refusals: classes.unknownGroup, classes.changedMeanwhile (by, at). S4 Р10l.',
})
