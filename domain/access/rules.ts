import { Refusal } from '#domain/platform/refusal.ts'
import { searchForm } from '#domain/platform/texts.ts'
import { isCommon, wordOf } from './commonPasswords.ts'

/** So many digits and nothing else are a day of birth or a telephone number. */
const DIGITS = /^[\d\s+()./-]{1,16}$/

/**
 * Why this password will not do, or null: eight characters at least, none of the well-known ones, no date or telephone number, not the
 * login or the surname with digits behind it, not the present one. No rules about kinds of characters: they make passwords worse. Refusal: access.weakPassword (reason).
 */
export function whyPasswordIsWeak(
  password: string,
  person: { login: string; surname: string; current?: string },
): Refusal | null {
  const weak = (reason: string) => new Refusal('access.weakPassword', { reason })
  if ([...password.trim()].length < 8) return weak('short')
  if (password === person.current) return weak('same')
  const plain = searchForm(password)
  if (isCommon(password)) return weak('common')
  if (DIGITS.test(plain)) return weak('digits')
  const word = wordOf(password)
  const surname = searchForm(person.surname)
  if (
    plain.includes(searchForm(person.login)) ||
    plain === surname ||
    word === surname ||
    (word && word === transliterated(person.surname))
  )
    return weak('login')
  return null
}

/** May it be a login: 3 to 40 letters, digits, dots, dashes and underscores, a letter or a digit first? In small letters. */
export const isLogin = (login: string): boolean => /^[a-zа-яё0-9][a-zа-яё0-9._-]{2,39}$/.test(login)

/** For how many days after a lesson the colleague who held it may still write it up, and look its page up before and after. */
export const COVER_DAYS = 7

/** Seconds to wait before the next try: five free ones, then 1, 2, 4 … 60 after each further failure. */
export function waitAfterFailures(failures: number): number {
  return failures < 5 ? 0 : Math.min(60, 2 ** (failures - 5))
}

/** Tries an hour for one account from devices it has never signed in on; its own devices are not locked out by others. */
export const STRANGE_TRIES_AN_HOUR = 20
/** Failed tries in ten minutes from one address: a whole school may stand behind it. */
export const ADDRESS_TRIES = 300

const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

/** Small Latin letters of a Russian name: «Щёголев-Юрьев» → 'shchegolev-yurev'. */
export const transliterated = (text: string): string =>
  [...text.toLowerCase()].map((letter) => LATIN[letter] ?? (/[a-z0-9-]/.test(letter) ? letter : '')).join('')

/** «Иванова Мария Петровна» → 'ivanova.mp'; whoever comes second gets a number behind it. */
export function loginOf(
  person: { surname: string; givenName: string; patronymic: string },
  taken: (login: string) => boolean,
): string {
  const initials = [person.givenName, person.patronymic]
    .filter(Boolean)
    .map((part) => transliterated(part)[0] ?? '')
    .join('')
  const base = `${transliterated(person.surname).replace(/^-+/, '').slice(0, 30) || 'user'}.${initials}`
  for (let n = 1; ; n++) {
    const login = n === 1 ? base : `${base}${n}`
    if (login.length >= 3 && !taken(login)) return login
  }
}
