import T from 'typebox'
import { query } from '#domain/platform/contract.ts'
import { Day, Id, Moment, Nullable, Obj, OneOf } from '#domain/platform/schema.ts'

export const schoolYear = query('calendar.year', {
  subject: 'school',
  input: Obj({}),
  output: Obj({
    name: T.String(),
    from: Day,
    to: Day,
    terms: T.Array(
      Obj({
        termId: Id,
        name: T.String(),
        fromGrade: T.Integer(),
        toGrade: T.Integer(),
        from: Day,
        to: Day,
        lockedAt: Nullable(Moment),
      }),
    ),
    exceptions: T.Array(
      Obj({
        date: Day,
        kind: OneOf('holiday', 'vacation', 'workday'),
        fromGrade: T.Integer(),
        toGrade: T.Integer(),
        name: T.String(),
      }),
    ),
  }),
  description:
    'The school year that contains today: terms by grades, holidays, vacations, working Saturdays. Refusal: calendar.noYear.',
})
