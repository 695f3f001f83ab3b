import type { AbsenceCode } from '#domain/attendance/rules.ts'
import { absenceNames } from '#domain/attendance/texts.ru.ts'
import type { NoticeKind } from '#domain/notifications/rules.ts'
import { addDays } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export const title = 'Уведомления'
export const empty = 'Пока ничего нового.'
export const emptyOfKind = 'Таких уведомлений нет.'
export const loading = 'Загружаю…'
export const failed = 'Не удалось загрузить уведомления.'
export const fresh = 'новое'
export const pending = 'точка: работу ждут'
export const absence = (code: string, minutes: number | null) => {
  const name = absenceNames[code as AbsenceCode] ?? code
  return minutes ? `${name}, ${count(minutes, 'минута', 'минуты', 'минут')}` : name
}
export const homework = (text: string) => `задано: ${text}`
export const moreLessons = (n: number) => `и ещё ${n}`
export const day = (date: string, today: string) =>
  date === today ? 'Сегодня' : date === addDays(today, -1) ? 'Вчера' : dayAndMonth(date)
export const filter = 'Какие уведомления показать'
export const all = 'Все'
export const more = 'Показать ещё'
export const readAll = 'Отметить всё прочитанным'
export const settings = 'Настроить'
export const kinds: Record<NoticeKind, string> = {
  marks: 'Отметки',
  absences: 'Пропуски и опоздания',
  homework: 'Домашние задания',
  answers: 'Ответы на просьбы',
  tasks: 'Задачи',
}

type Work = { title: string; state: string; count: number }
/** What a notice about work says. */
export const work = {
  year: ({ title }: Work) => `${title} учебный год открыт: нужно расписание`,
  request: ({ title }: Work) => (title ? `Просят изменить данные: ${title}` : 'Просят внести нового ученика'),
  requestAnswer: ({ title, state }: Work) =>
    `Ваша просьба ${state === 'declined' ? 'отклонена' : 'выполнена'}${title ? `: ${title}` : ''}`,
  proposal: ({ title }: Work) => `Предложены подгруппы: ${title}`,
  proposalAnswer: ({ title, state }: Work) => `Подгруппы ${state === 'declined' ? 'не утверждены' : 'утверждены'}: ${title}`,
  act: ({ title }: Work) => `Ознакомьтесь: ${title}`,
  reminder: ({ title, state, count: n }: Work) =>
    state === 'open'
      ? `Заполните журнал: ${count(n, 'урок', 'урока', 'уроков')} (просит ${title})`
      : `Заполнить журнал просит ${title}`,
}
/** What has become of it since. */
export const settled = {
  year: 'расписание внесено',
  request: 'уже решено',
  proposal: 'уже решено',
  act: 'вы ознакомились',
  reminder: 'всё заполнено',
}
export const urgent = (pupil: string, className: string) => `Экстренный доступ: ${pupil}, ${className}`
