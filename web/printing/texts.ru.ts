import type { NameStyle } from '#domain/people/masked.ts'

export { personalData, printedBy } from '#domain/people/printed.texts.ru.ts'
export const print = 'Напечатать'
export const styles: Record<NameStyle, string> = {
  full: 'С именами',
  initials: 'Скрыть имена: инициалы',
  numbers: 'Скрыть имена: номера по списку',
}
export const usual = 'как принято в школе'
export const noNumbers = 'Номера сейчас не загрузить: нет связи. Можно напечатать с инициалами.'
