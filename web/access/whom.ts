import type { Kind } from './issue.texts.ru.ts'
import * as texts from './issue.texts.ru.ts'

type Person = { kind: Kind; classes: readonly string[] }

/** Names of the classes that anybody of the list belongs to, as a school counts them. */
export const classesOf = (people: readonly Person[]): string[] =>
  [...new Set(people.flatMap(({ classes }) => classes))].sort((a, b) => a.localeCompare(b, 'ru', { numeric: true }))

/** Whom accounts are handed to: everybody, a kind of people, a class with its families. */
export const whomOptions = (classes: readonly string[]) => [
  {
    group: texts.issue.groups,
    options: [
      { value: 'all', label: texts.issue.everybody },
      { value: 'staff', label: texts.issue.staff },
      { value: 'student', label: texts.issue.students },
      { value: 'guardian', label: texts.issue.guardians },
    ],
  },
  { group: texts.issue.classes, options: classes.map((name) => ({ value: `class:${name}`, label: name })) },
]

/** The people of a choice. */
export const narrowed = <P extends Person>(people: readonly P[], whom: string): P[] =>
  people.filter(
    ({ kind, classes }) => whom === 'all' || kind === whom || (whom.startsWith('class:') && classes.includes(whom.slice(6))),
  )

/** On whose sheets a slip is printed: the class that was chosen, or the first one; a mother of two belongs to both. */
export const sheetOf = (classes: readonly string[], whom: string): string =>
  whom.startsWith('class:') ? whom.slice(6) : (classes[0] ?? '')
