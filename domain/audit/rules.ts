/** What a verification finds, with its place. `erased…` is lawful: what is missing was erased by an operation that is in the log itself. */
export const findingKinds = [
  'changedRow',
  'unknownRow',
  'missingRow',
  'changedChange',
  'missingChange',
  'unsealedChange',
  'changedOperation',
  'missingOperation',
  'unsealedOperation',
  'missingLeaf',
  'changedLeaf',
  'otherRoot',
  'changedSeal',
  'bareTable',
  'erasedChange',
  'erasedOperation',
] as const
export type FindingKind = (typeof findingKinds)[number]

export type Finding = {
  kind: FindingKind
  table?: string
  rowId?: string
  operationId?: string
  name?: string
  at?: string
  idx?: number
  seal?: number
  from?: number
  to?: number
  /** So many more of this kind, not named. */
  more?: number
}
export type Looked = { operations: number; changes: number; rows: number; seals: number }

/** Is the log whole? What was erased lawfully does not count against it. */
export const isWhole = (findings: readonly { kind: FindingKind }[]): boolean =>
  findings.every(({ kind }) => kind === 'erasedChange' || kind === 'erasedOperation')

/** What the log is narrowed by: the parts of the product, and what they have in common. */
export const actionKinds = [
  'marks',
  'attendance',
  'homework',
  'lessons',
  'access',
  'people',
  'classes',
  'learning',
  'year',
  'consents',
  'school',
  'exchange',
  'log',
] as const
export type ActionKind = (typeof actionKinds)[number]

/** The kind of an operation goes by its module; each module has one. */
const kindOfModule: Record<string, ActionKind> = {
  marks: 'marks',
  attendance: 'attendance',
  homework: 'homework',
  journal: 'lessons',
  access: 'access',
  people: 'people',
  classes: 'classes',
  curriculum: 'learning',
  calendar: 'year',
  consents: 'consents',
  exchange: 'exchange',
  audit: 'log',
}
export const kindOfAction = (name: string): ActionKind => kindOfModule[name.split('.')[0]!] ?? 'school'

/** What an action can be about, and where it leads. */
export const subjectKinds = ['person', 'lesson', 'course', 'group'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Tables whose values are none of the business of who has no right to journals. Named is that something changed, not what it was. */
const ofJournals: ReadonlySet<string> = new Set([
  'mark',
  'absence',
  'homework',
  'homework_student',
  'homework_file',
  'work',
  'lesson',
])
export const isOfJournals = (table: string): boolean => ofJournals.has(table)

/** How many characters of a root an extract prints at least. */
export const SHORT_ROOT = 12
const WHOLE_ROOT = 64

/**
 * A root as it was typed from paper: without spaces, in small letters, Russian letters that look like Latin ones taken for those. Null when
 * it cannot be one: other characters, fewer than an extract prints, or more than a root has.
 */
export function rootTyped(text: string): string | null {
  const typed = text
    .toLowerCase()
    .replace(/[\s.,:·–—-]/g, '')
    .replace(/[авсе]/g, (letter) => latin[letter]!)
  return /^[0-9a-f]+$/.test(typed) && typed.length >= SHORT_ROOT && typed.length <= WHOLE_ROOT ? typed : null
}
const latin: Record<string, string> = { а: 'a', в: 'b', с: 'c', е: 'e' }

/** What comparing a seal from paper with the log may say. */
export const comparisons = ['matches', 'differs', 'noSeal', 'unreadable'] as const
export type Comparison = (typeof comparisons)[number]

/** How many entries an extract holds at most: two hundred pages of paper. */
export const MOST_IN_EXTRACT = 5_000
