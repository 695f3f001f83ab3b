import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { count, plural } from '#domain/platform/texts.ts'
import type { TaskKey } from '#domain/readiness/tasks.ts'

export const title = 'Задачи'
export const overdueNote = (n: number) => `просрочено: ${n}`
export const due = (date: string) => `до ${dayAndMonth(date)}`
export const overdue = (date: string) => `срок был ${dayAndMonth(date)}`
export const today = 'срок сегодня'
export const ends = (date: string) => `по ${dayAndMonth(date)}`
export const endsToday = 'последний день'
export const since = (date: string) => `с ${dayAndMonth(date)}`
export const more = (n: number) => `и ещё ${n}`

type Waiting = { count: number; className: string }
const students = (n: number) => count(n, 'ученик', 'ученика', 'учеников')

/** What is to be done, as the line of the list says it. */
export const lines: Record<TaskKey, (task: Waiting) => string> = {
  reminder: ({ count: n }) => `Вас просят заполнить журнал: ${count(n, 'урок', 'урока', 'уроков')}`,
  timetable: () => 'Внести расписание уроков на учебный год',
  proposals: ({ count: n }) => `Решить о делении на подгруппы: ${count(n, 'предложение', 'предложения', 'предложений')}`,
  requests: ({ count: n }) => `Ответить на просьбы изменить данные: ${n}`,
  monthlyCheck: ({ className }) => `Проверить данные ${className} за месяц`,
  octoberCheck: ({ className, count: n }) =>
    `Октябрьская проверка данных ${className}: ${plural(n, 'остался', 'осталось', 'осталось')} ${students(n)}`,
  consents: ({ className, count: n }) => `Согласия ${className}: нет решения у ${count(n, 'ученика', 'учеников', 'учеников')}`,
  handOut: ({ count: n }) => `Отдать листки с паролем: ${n}`,
  handOutClass: ({ className, count: n }) => `Отдать листки с паролем ${className}: ${n}`,
  rolesEnding: ({ count: n }) => `Заканчивается срок роли: ${count(n, 'человек', 'человека', 'человек')}`,
  ownRoleEnding: () => 'Заканчивается срок вашей роли',
  acts: ({ count: n }) => `Ознакомиться с документами: ${n}`,
}
