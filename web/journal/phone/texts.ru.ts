import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth, dayAndShortMonth, shortWeekday } from '#domain/platform/dateTexts.ts'
import { grid } from '../texts.ru.ts'

export const phone = {
  lesson: 'Урок',
  previousLesson: 'Предыдущий урок',
  nextLesson: 'Следующий урок',
  lessonOption: (date: PlainDate, type: string, today: boolean) =>
    [`${shortWeekday(date)} ${dayAndShortMonth(date)}`, type, today ? grid.today : ''].filter(Boolean).join(', '),
  now: (date: PlainDate, type: string) => [dayAndMonth(date), type].filter(Boolean).join(', '),
  rollCall: 'Перекличка',
  topic: 'Тема и задание',
  details: 'Подробно',
  average: 'средний балл',
  refused: 'не принято',
}
