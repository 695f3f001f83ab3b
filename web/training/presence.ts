import { searchForm } from '#domain/platform/texts.ts'
import type { Presence } from '#domain/training/rules.ts'

export type Marked = { personId: string; name: string; detail: string; presence: Presence | null }

/** What one tap makes of a mark: who was not there comes late, who was marked by mistake is marked no longer. */
export const tapped = (presence: Presence | null): Presence | null => (presence === 'present' ? null : 'present')

/** People with the marks that are on their way already. */
export const withMarks = <P extends Marked>(people: readonly P[], ahead: ReadonlyMap<string, Presence | null>): P[] =>
  people.map((one) => (ahead.has(one.personId) ? { ...one, presence: ahead.get(one.personId) ?? null } : one))

/** Who is found by what is typed at the door: every word begins a word of the name, or of the class and position. */
export function foundAtDoor<P extends Marked>(people: readonly P[], search: string): P[] {
  const words = searchForm(search).split(' ').filter(Boolean)
  return people.filter(({ name, detail }) => {
    const parts = searchForm(`${name} ${detail}`).split(/[\s,-]+/)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
}
