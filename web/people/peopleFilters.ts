import type { Output } from '#domain/operations.ts'

export type Kind = 'student' | 'guardian' | 'staff'
export type Listed = Output<'people.list'>['people'][number]
export const kinds: readonly Kind[] = ['student', 'guardian', 'staff']

export const filters = ['current', 'all', 'departed', 'noAccount', 'noGuardian', 'uninformed', 'noBirthDate'] as const
export type Filter = (typeof filters)[number]

/** What the list shows; lives in the address, so that it is there again on return from a card. */
export type Shown = { kind: Kind; filter: Filter; classId: string }

/** Which filters make sense for whom. */
export const filtersOf: Record<Kind, readonly Filter[]> = {
  student: ['current', 'all', 'departed', 'noAccount', 'noGuardian', 'uninformed', 'noBirthDate'],
  guardian: ['current', 'all', 'noAccount', 'uninformed'],
  staff: ['current', 'all', 'departed', 'noAccount'],
}

/** Reads the address; what makes no sense is left out. */
export function shownOf(query: string): Shown {
  const search = new URLSearchParams(query)
  const kind = kinds.find((known) => known === search.get('kind')) ?? 'student'
  const filter = filtersOf[kind].find((known) => known === search.get('show')) ?? 'current'
  return { kind, filter, classId: kind === 'student' ? (search.get('class') ?? '') : '' }
}

/** Writes the address; defaults are left out. */
export function addressOf({ kind, filter, classId }: Shown): string {
  const written = new URLSearchParams()
  if (kind !== 'student') written.set('kind', kind)
  if (filter !== 'current') written.set('show', filter)
  if (classId && kind === 'student') written.set('class', classId)
  return String(written) ? `/school/people?${written}` : '/school/people'
}

const isHere = (person: Listed, kind: Kind) => (kind === 'guardian' ? person.children !== '' : person.departedOn === null)

const passes: Record<Filter, (person: Listed, kind: Kind) => boolean> = {
  current: isHere,
  all: () => true,
  departed: (person) => person.departedOn !== null,
  noAccount: (person, kind) => isHere(person, kind) && person.account === 'none',
  noGuardian: (person, kind) => isHere(person, kind) && person.guardians === 0,
  uninformed: (person, kind) => isHere(person, kind) && person.informed === 0,
  noBirthDate: (person, kind) => isHere(person, kind) && person.bornOn === null,
}

/** The people of the filter and the class. */
export const matching = (people: readonly Listed[], { kind, filter, classId }: Shown): Listed[] =>
  people.filter((person) => passes[filter](person, kind) && (classId === '' || person.classId === classId))

/** Classes that students of the list are in today, in the order of grades: «9А» before «10А». */
export function classesIn(people: readonly Listed[]): { value: string; label: string }[] {
  const names = new Map(
    people.flatMap(({ classId, className, departedOn }) => (classId && !departedOn ? [[classId, className]] : [])),
  )
  const grade = (name: string) => Number.parseInt(name, 10) || 99
  return [...names]
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => grade(a.label) - grade(b.label) || a.label.localeCompare(b.label, 'ru'))
}
