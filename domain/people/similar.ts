import type { PlainDate } from '#domain/platform/dates.ts'
import type { PersonName } from './names.ts'

/** What tells one person from another: the full name, the birth date, the СНИЛС (eleven digits). */
export type Identity = PersonName & { bornOn: PlainDate | null; snils: string | null }

/**
 * `certain`: the same СНИЛС, or the whole name and the birth date. `likely`: the names agree and nothing known contradicts, but something
 * that would prove it is missing. S2 3.1в: ФИО + birth date + СНИЛС.
 */
export type Similarity = 'certain' | 'likely'

const LOOKALIKES = { from: 'abcehkmoptxy', to: 'авсенкмортху' }

/**
 * A name as it is compared: small letters, «ё» as «е», hyphens as spaces, one space between words, Latin letters that look Russian as
 * Russian ones. The database has the same rule: `name_key` of migration 0009, and a test holds the two together.
 */
export function nameKey(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => LOOKALIKES.to[LOOKALIKES.from.indexOf(letter)] ?? letter)
    .join('')
    .replaceAll('ё', 'е')
    .replace(/[\s\u00a0\-‐‑–—]+/g, ' ')
    .trim()
}

/** Is the one the other, typed twice? Null when something says no: another surname or given name, another patronymic, another birth date. */
export function similarityOf(a: Identity, b: Identity): Similarity | null {
  if (a.snils !== null && a.snils === b.snils) return 'certain'
  const same = (part: keyof PersonName) => nameKey(a[part]) === nameKey(b[part])
  if (!same('surname') || !same('givenName')) return null
  const patronymicMissing = a.patronymic.trim() === '' || b.patronymic.trim() === ''
  if (!same('patronymic') && !patronymicMissing) return null
  if (a.bornOn !== null && b.bornOn !== null && a.bornOn !== b.bornOn) return null
  const otherSnils = a.snils !== null && b.snils !== null
  return a.bornOn !== null && a.bornOn === b.bornOn && same('patronymic') && !otherSnils ? 'certain' : 'likely'
}
