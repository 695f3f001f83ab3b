import type { Term } from '#domain/calendar/rules.ts'
import type { Kinship } from '#domain/people/rules.ts'
import type { Identity } from '#domain/people/similar.ts'
import type { PlainDate } from '#domain/platform/dates.ts'

/** What the school has already, as far as lists speak of it: the year that is being prepared or runs, and everybody. */
export type State = {
  year: { id: string; name: string; from: PlainDate; to: PlainDate; studyDays: number }
  people: KnownPerson[]
  positions: { id: string; personId: string; position: string; category: string }[]
  /** `endedOn` when it holds no longer: a list does not begin it anew. */
  ties: {
    id: string
    guardianId: string
    studentId: string
    relation: Kinship
    livesWith: boolean
    informed: boolean
    endedOn: PlainDate | null
  }[]
  classes: KnownClass[]
  groups: KnownGroup[]
  stays: { groupId: string; studentId: string; from: PlainDate; to: PlainDate | null }[]
  homerooms: { id: string; classId: string; teacherId: string; from: PlainDate; to: PlainDate | null }[]
  subjects: { id: string; name: string; shortName: string; area: string; federal: boolean }[]
  rooms: { id: string; name: string; capacity: number | null; purpose: string }[]
  plans: { id: string; name: string; grade: number; profile: string }[]
  lines: { planId: string; subjectId: string; part: string; halfHours: number; subgroups: number }[]
  courses: { id: string; groupId: string; subjectId: string }[]
  assignments: { id: string; courseId: string; teacherId: string; halfHours: number; from: PlainDate; to: PlainDate | null }[]
  exceptions: { date: PlainDate; kind: string; name: string; fromGrade: number; toGrade: number; likeWeekday: number | null }[]
  bells: {
    id: string
    shift: number
    fromGrade: number
    toGrade: number
    weekday: number
    number: number
    startsAt: number
    endsAt: number
  }[]
  terms: KnownTerm[]
  /** Days on which a grade had lessons that somebody has filled in; read for periods alone, and empty for other lists. */
  heldDays: { grade: number; date: PlainDate }[]
}
/** A period of the year; `lockedAt` when it is closed. */
export type KnownTerm = Term & { lockedAt: string | null }
export type KnownPerson = Identity & { id: string; sex: 'f' | 'm'; languages: string }
export type KnownClass = { id: string; name: string; grade: number; letter: string; shift: number; studyDays: number | null }
/** `subjectId` of a subgroup; `classIds` of a group of several classes, or the one it is cut from. */
export type KnownGroup = { id: string; kind: string; name: string; grade: number; subjectId: string | null; classIds: string[] }
