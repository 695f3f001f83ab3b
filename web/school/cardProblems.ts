import { type Card, isEmail, isInn, isOgrn } from '#domain/school/rules.ts'
import { refusalText } from '#domain/texts.ts'
import * as texts from './texts.ru.ts'

export type CardProblems = Partial<Record<keyof Card, string>>

/** What keeps the card of a school from being saved, field by field. */
export function cardProblems(card: Card): CardProblems {
  const found: CardProblems = {}
  if (card.name.trim() === '') found.name = texts.card.noName
  if (card.fullName.trim() === '') found.fullName = texts.card.noFullName
  if (!isInn(card.inn)) found.inn = refusalText('school.inn')
  if (!isOgrn(card.ogrn)) found.ogrn = refusalText('school.ogrn')
  if (!isEmail(card.email)) found.email = refusalText('school.email')
  return found
}
