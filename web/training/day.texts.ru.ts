import type { PlainDate } from '#domain/platform/dates.ts'
import { clockTime, dayAndMonth } from '#domain/platform/dateTexts.ts'

/** Short words of the bell and of «Мой день»: the pages themselves have their own. */
export const today = { title: 'Занятия для вас', more: 'Подробно' }
export const line = (startsAt: number, place: string) => [clockTime(startsAt), place].filter(Boolean).join(', ')
export const lasting = (minutes: number) => `${minutes} мин`
export const youLead = 'ведёте вы'
export const notice = {
  when: (on: PlainDate, startsAt: number, place: string) => [dayAndMonth(on), line(startsAt, place)].join(', '),
  cancelled: 'отменено',
  remind: 'Пора пройти ещё раз или впервые: «Моё обучение»',
}
