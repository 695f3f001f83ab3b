import { numericDate } from '#domain/platform/dateTexts.ts'
import type { Assignment, Load, Place } from './loadView.ts'
import * as texts from './texts.ru.ts'

/** Names of what the load is made of. */
export function namesIn(load: Load) {
  const subjects = new Map(load.subjects.map(({ subjectId, name }) => [subjectId, name]))
  const groups = new Map(load.groups.map(({ groupId, name }) => [groupId, name]))
  const teachers = new Map(load.teachers.map(({ personId, name }) => [personId, name]))
  return {
    subject: (id: string) => subjects.get(id) ?? '',
    group: (id: string) => groups.get(id) ?? '',
    teacher: (id: string) => teachers.get(id) ?? '',
  }
}
export type Names = ReturnType<typeof namesIn>

/** «7А · английский, 1», or that the group is still to be made. */
export const groupOf = ({ groupId, owner }: Place, names: Names): string =>
  groupId === null ? `${owner.name} · ${texts.classLoad.newGroup}` : names.group(groupId)

/** «с 01.11.2026», «по 31.10.2026»; nothing for an assignment of the whole year. */
export const datesOf = ({ from, to }: Assignment, yearFrom: string): string =>
  [from > yearFrom && texts.classLoad.since(numericDate(from)), to && texts.classLoad.until(numericDate(to))]
    .filter(Boolean)
    .join(' ')
