import { searchForm } from '#domain/platform/texts.ts'
import { russian, textOf } from './cells.ts'
import type { Reader } from './plan.ts'
import type { State } from './state.ts'
import type { Writes } from './writes.ts'

export type Subjects = {
  /** The subject of a cell; one that the school has not is added, and the row says so. */
  in(reader: Reader, key: string, rest?: { area: string; federal: boolean }): { id: string; name: string } | null
}

/** A name as people mean it: the database has the same rule, `plain_name` of migration 0011. */
export const plainName = searchForm

/** The longest name of a subject, and its short one. */
const LONGEST = 120
const LONGEST_SHORT = 24

/** «Английский язык» as «Англ. язык»: the first word cut, when the name is long. */
export function shortOf(name: string): string {
  if (name.length <= 12) return name
  const [first, ...rest] = name.split(' ')
  const cut = first!.length > 6 ? `${first!.slice(0, 4)}.` : first!
  return [cut, ...rest].join(' ').slice(0, LONGEST_SHORT)
}

/** Subjects of the school by name, and those that a file brings. Footnote stars and numbers in brackets are no part of a name. */
export function subjectsOf(state: State, writes: Writes, newId: () => string): Subjects {
  const known = new Map(state.subjects.map(({ id, name }) => [plainName(name), { id, name }]))
  return {
    in(reader, key, rest = { area: '', federal: true }) {
      const said = reader.take(
        key,
        russian(
          textOf(reader.cell(key))
            .replace(/\*+|\(\d\)$/g, '')
            .trim(),
        ),
      )
      if (said === null) return null
      if (said === '') return reader.fail('missing', key)
      if (said.length > LONGEST) return reader.fail('tooLong', key)
      const found = known.get(plainName(said))
      if (found) return found
      const subject = { id: newId(), name: said }
      known.set(plainName(said), subject)
      writes.subjects.push({ ...subject, shortName: shortOf(said), ...rest })
      reader.note('newSubject', key, said)
      return subject
    },
  }
}
