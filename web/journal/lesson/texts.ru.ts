import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'

export const works = {
  heading: 'Работы урока',
  newTitle: (date: PlainDate) => `Новая работа, ${dayAndMonth(date)}`,
  type: 'Вид работы',
  current: 'Текущие работы',
  control: 'Контрольные, практические, лабораторные',
  title: 'Тема работы',
  weight: 'Вес',
  weightHint: 'Во сколько раз отметка важнее обычной: 1, 1,5, 3. Ноль — не входит в средний.',
  weightWrong: 'Вес — число от 0 до 10, например 1,5.',
  add: 'Добавить работу',
  save: 'Сохранить',
  change: (type: string) => `Изменить: ${type.toLowerCase()}`,
  remove: (type: string) => `Убрать колонку: ${type.toLowerCase()}`,
  quoted: (title: string) => ` «${title}»`,
  times: (weight: string) => `вес ${weight}`,
  fill: 'Всем, кто был и без отметки:',
  fillLabel: (type: string) => `Заполнить колонку: ${type.toLowerCase()}`,
}

export const lessonTexts = {
  number: (n: number) => `${n}-й урок`,
  room: (room: string) => `кабинет ${room}`,
  substitution: 'замена',
  rollCall: 'Провести перекличку',
  note: 'Служебная заметка',
  noteHint: 'Её видят только сотрудники школы.',
}
