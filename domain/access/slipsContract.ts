import T, { type Static } from 'typebox'
import { Day, Id, Nullable, Obj, Text } from '#domain/platform/schema.ts'

/** As many as a large school has people, in one file. */
export const MOST_SLIPS = 5_000

/**
 * What a page shows after access has been issued, to be set as «Уведомление» of S1 Приложение 2. It comes from the page, which alone still
 * knows the passwords, and is written nowhere; whose a slip is, is known without it. `classId`: the class to whose people the slips are; null: to anybody of the school.
 */
export const SlipsToPrint = Obj({
  classId: Nullable(Id),
  slips: T.Array(
    Obj({
      personId: Id,
      /** Of whom the slip is to tell: the own class, or those of the children. */
      classes: T.Array(Text(40, 1), { maxItems: 20 }),
      /** The class on whose sheets the slip is; empty: of none. */
      sheet: Text(40),
      login: Text(60, 1),
      password: Nullable(Text(40, 1)),
      token: Nullable(Text(80, 1)),
      expiresOn: Nullable(Day),
    }),
    { minItems: 1, maxItems: MOST_SLIPS },
  ),
})
export type SlipsToPrint = Static<typeof SlipsToPrint>

export const printSlipsDescription =
  'Sets slips as PDF, eight to a sheet, each class on sheets of its own in the order given [S1 Приложение 2]. What is on them is kept neither in the database nor in a log. Allowed to whom the same would be issued by: without `classId` access.reissue, with it access.issueInClass. Refusals: access.denied for who is not of the class, or has no such login, access.issuedByAdministrator, access.staffByAdministrator, access.strangerByAdministrator, input.wrong, input.tooLarge, access.busy.'
