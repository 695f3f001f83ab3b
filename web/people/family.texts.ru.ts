import { monthName, numericDate } from '#domain/platform/dateTexts.ts'
import { contactNames, fields, me } from './texts.ru.ts'

export const title = (october: boolean) => (october ? 'Октябрьская сверка: проверьте свои данные' : 'Проверьте свои данные')
export const lead = (month: string, october: boolean) =>
  october
    ? 'Раз в год школа сверяет данные учеников. Посмотрите, всё ли записано верно.'
    : `Сверка за ${monthName(month)}. Посмотрите, не изменилось ли что-нибудь.`
export const fine = 'Всё верно'
export const fineOf = (name: string) => `Всё верно: ${name}`
export const report = 'Сообщить об изменении'
export const later = 'Не сейчас'
export const thanks = 'Спасибо, данные подтверждены'
export const show = 'Что записано'
export const nothing = 'не указано'
export const day = (date: string) => (date ? numericDate(date) : nothing)
export const relation = me.relation
export { contactNames, fields }
