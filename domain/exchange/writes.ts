import type { Term } from '#domain/calendar/rules.ts'
import type { Part } from '#domain/curriculum/rules.ts'
import type { Kinship } from '#domain/people/rules.ts'
import type { Identity } from '#domain/people/similar.ts'
import type { PlainDate } from '#domain/platform/dates.ts'

/** Everything that an import writes, table by table, in the order in which one leans on another. */
export type Writes = {
  people: (Identity & { id: string; sex: 'f' | 'm'; languages: string })[]
  changedPeople: (Identity & { id: string; sex: 'f' | 'm'; languages: string })[]
  positions: { personId: string; position: string; category: string; from: PlainDate }[]
  changedPositions: { id: string; category: string }[]
  ties: { guardianId: string; studentId: string; relation: Kinship; livesWith: boolean; informed: boolean }[]
  changedTies: { id: string; relation: Kinship; livesWith: boolean; informed: boolean }[]
  subjects: { id: string; name: string; shortName: string; area: string; federal: boolean }[]
  changedSubjects: { id: string; shortName: string; area: string; federal: boolean }[]
  rooms: { id: string; name: string; capacity: number | null; purpose: string }[]
  changedRooms: { id: string; capacity: number | null; purpose: string }[]
  classes: { id: string; name: string; grade: number; letter: string; shift: number; studyDays: number | null }[]
  changedClasses: { id: string; shift: number; studyDays: number | null }[]
  homerooms: { classId: string; teacherId: string; from: PlainDate }[]
  groups: {
    id: string
    kind: 'subgroup' | 'combined'
    name: string
    grade: number
    classId: string | null
    subjectId: string | null
  }[]
  groupClasses: { groupId: string; classId: string }[]
  stays: { groupId: string; studentId: string; from: PlainDate }[]
  plans: { id: string; name: string; grade: number; profile: string | null; studyDays: number }[]
  lines: { planId: string; subjectId: string; part: Part; halfHours: number; subgroups: number }[]
  courses: { id: string; groupId: string; subjectId: string }[]
  assignments: { courseId: string; teacherId: string; halfHours: number; from: PlainDate }[]
  changedAssignments: { id: string; halfHours: number }[]
  endedAssignments: { id: string; to: PlainDate }[]
  days: {
    kind: 'holiday' | 'vacation' | 'workday' | 'quarantine'
    name: string
    from: PlainDate
    to: PlainDate
    fromGrade: number
    toGrade: number
    likeWeekday: number | null
  }[]
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
  changedBells: { id: string; startsAt: number; endsAt: number }[]
  terms: Term[]
  changedTerms: Term[]
}

export const noWrites = (): Writes => ({
  people: [],
  changedPeople: [],
  positions: [],
  changedPositions: [],
  ties: [],
  changedTies: [],
  subjects: [],
  changedSubjects: [],
  rooms: [],
  changedRooms: [],
  classes: [],
  changedClasses: [],
  homerooms: [],
  groups: [],
  groupClasses: [],
  stays: [],
  plans: [],
  lines: [],
  courses: [],
  assignments: [],
  changedAssignments: [],
  endedAssignments: [],
  days: [],
  bells: [],
  changedBells: [],
  terms: [],
  changedTerms: [],
})
