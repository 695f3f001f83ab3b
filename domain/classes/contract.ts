import T from 'typebox'
import { query } from '#domain/platform/contract.ts'
import { Day, Id, Obj } from '#domain/platform/schema.ts'

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
