import type { Input } from '#domain/operations.ts'
import { isSnils, snilsDigits, snilsText } from '#domain/people/snils.ts'
import * as texts from './texts.ru.ts'

export type Person = Input<'people.change'>['person']

/** A card as it is typed. */
export type PersonDraft = { [K in keyof Person]: Person[K] extends string | null ? string : Person[K] }

export const emptyDraft: PersonDraft = {
  surname: '',
  givenName: '',
  patronymic: '',
  sex: '',
  bornOn: '',
  snils: '',
  foreignLanguages: '',
}

export const draftOf = (person: Person): PersonDraft => ({
  ...person,
  bornOn: person.bornOn ?? '',
  snils: person.snils ? snilsText(person.snils) : '',
})

/** The card as it is sent; a sex that nobody chose is told by the patronymic. */
export const personOf = (draft: PersonDraft): Person => ({
  ...draft,
  sex: (draft.sex || sexBy(draft.patronymic) || 'f') as Person['sex'],
  bornOn: draft.bornOn || null,
  snils: draft.snils.trim() || null,
})

/** «Петровна», «кызы» — f; «Петрович», «оглы» — m; '' when the patronymic does not tell. */
export function sexBy(patronymic: string): '' | 'f' | 'm' {
  const name = patronymic.trim().toLowerCase()
  if (/(вна|чна|кызы|гызы)$/.test(name)) return 'f'
  return /(вич|ьич|мич|оглы|улы)$/.test(name) ? 'm' : ''
}

/** Can the card be sent? */
export const isComplete = (draft: PersonDraft): boolean =>
  draft.surname.trim() !== '' && draft.givenName.trim() !== '' && draft.sex !== ''

/** What is wrong with the СНИЛС, while it is typed; half a number is no mistake yet. */
export function snilsProblem(typed: string): string | null {
  const digits = snilsDigits(typed)
  return typed.replace(/\D/g, '').length >= 11 && (digits === null || !isSnils(digits)) ? texts.fields.snilsWrong : null
}
