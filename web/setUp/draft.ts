import { isLogin, loginOf, whyPasswordIsWeak } from '#domain/access/rules.ts'
import { type Card, emptyCard } from '#domain/school/rules.ts'
import { refusalText } from '#domain/texts.ts'
import { cardProblems } from '#web/school/cardProblems.ts'
import * as texts from './texts.ru.ts'

export type Administrator = {
  surname: string
  givenName: string
  patronymic: string
  position: string
  /** Null: made of the name. */
  login: string | null
  password: string
}
export type StepKey = 'school' | 'print' | 'administrator'
/** Everything typed so far. */
export type Draft = { code: string; card: Card; administrator: Administrator }
export type Problems = Partial<Record<keyof Card | keyof Administrator, string>>

const KEPT = 'zvonok.firstStart'

/** What was typed before the page was loaded anew, in this window only; the time zone is the computer's when Russia has it. */
export function keptDraft(zones: readonly string[]): Draft {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const fresh: Draft = {
    code: '',
    card: { ...emptyCard, timeZone: zones.includes(timeZone) ? timeZone : emptyCard.timeZone },
    administrator: { surname: '', givenName: '', patronymic: '', position: texts.administrator.usual, login: null, password: '' },
  }
  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Draft>
  return {
    code: kept.code ?? fresh.code,
    card: { ...fresh.card, ...kept.card },
    administrator: { ...fresh.administrator, ...kept.administrator },
  }
}

/** Passwords are never kept. */
export function keepDraft({ code, card, administrator: { password: _, ...administrator } }: Draft): void {
  sessionStorage.setItem(KEPT, JSON.stringify({ code, card, administrator }))
}

export const dropDraft = (): void => sessionStorage.removeItem(KEPT)

/** «Иванова Мария Петровна» → 'ivanova.mp', until one is typed; nothing while there is no name. */
export const chosenLogin = ({ login, ...name }: Administrator): string =>
  login?.trim() ?? (name.surname.trim() && name.givenName.trim() ? loginOf(name, () => false) : '')

/** What keeps a step from being left, field by field. */
export function problemsOf(step: StepKey, { card, administrator }: Draft): Problems {
  const found: Problems = {}
  const empty = (value: string) => value.trim() === ''
  if (step === 'school') {
    const { email: _, ...ofSchool } = cardProblems(card)
    Object.assign(found, ofSchool)
  } else if (step === 'print') {
    const { email } = cardProblems(card)
    if (email) found.email = email
  } else {
    const login = chosenLogin(administrator)
    if (empty(administrator.surname)) found.surname = texts.problems.surname
    if (empty(administrator.givenName)) found.givenName = texts.problems.givenName
    if (empty(administrator.position)) found.position = texts.problems.position
    if (!isLogin(login.toLowerCase())) found.login = refusalText('access.wrongLogin')
    const weak = whyPasswordIsWeak(administrator.password, { login, surname: administrator.surname })
    if (weak) found.password = refusalText(weak.code, weak.params)
  }
  return found
}
