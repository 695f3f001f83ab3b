import type { PlainDate } from '#domain/platform/dates.ts'
import { dateRange } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { title } from './sections.texts.ru.ts'

export const search = 'Фамилия или имя ученика'
export const chooseClass = 'Класс'
export const allClasses = 'Все классы'
export const nobody = 'Никого не нашлось'
export const nobodyText = 'Проверьте, как написана фамилия, или выберите все классы.'
export const none = 'Классов пока нет'
export const noneText = 'Здесь появится класс, которым вы руководите.'
export const subtitle = (from: PlainDate, to: PlainDate) => `Пропуски и долги, ${dateRange(from, to)}`
export const students = (n: number) => count(n, 'ученик', 'ученика', 'учеников')
export const leads = (name: string) => (name ? `классный руководитель ${name}` : 'без классного руководителя')
export const card = 'Карточка класса'
export const diary = (name: string) => `Дневник: ${name}`
export const columns = {
  student: 'Ученик',
  missed: 'Пропущено уроков',
  unexplained: 'без причины',
  late: 'Опоздания',
  pending: 'Ждут работу',
}
