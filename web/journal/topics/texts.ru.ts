import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

const bytes = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })
export const fileSize = (size: number): string =>
  size < 1_000_000 ? `${bytes.format(Math.max(1, Math.round(size / 1000)))} КБ` : `${bytes.format(size / 1_000_000)} МБ`

export const topics = {
  label: 'Темы уроков и домашние задания',
  lesson: 'Урок',
  homework: 'Домашнее задание',
  number: (n: number) => `${n}-й урок`,
  topic: 'Тема урока',
  topicOf: (date: PlainDate) => `Тема урока ${dayAndMonth(date)}`,
  content: 'Что сделать дома',
  pages: 'Страницы',
  exercises: 'Упражнения',
  minutes: 'Минут',
  due: 'К уроку',
  fieldOf: (label: string, date: PlainDate) => `${label}, задание от ${dayAndMonth(date)}`,
  onDay: (date: PlainDate) => `, ${dayAndMonth(date)}`,
  nextLesson: 'к следующему',
  dueNext: 'К следующему уроку',
  dueOn: (date: PlainDate) => `К уроку ${dayAndMonth(date)}`,
  nothing: 'не задано',
  sayNothing: 'отметить: не задано',
  setAfterAll: 'Всё-таки задать',
  attach: 'Приложить файл',
  removeFile: (name: string) => `Убрать файл ${name}`,
  uploading: 'Загружаем файл…',
  individual: 'Задание не для всех',
  individualStart: 'Индивидуальное задание',
  whoseTask: 'Кому это задание',
  chosen: (n: number) => (n > 0 ? `Выбрать ${count(n, 'ученика', 'учеников', 'учеников')}` : 'Выберите учеников'),
  onlyFor: (names: string[]) => `Только: ${names.join(', ')}`,
  secondTask: 'Ещё одно задание для всех',
  changeStudents: 'Изменить список',
  files: 'Файлы',
  whose: 'Кому',
  everybody: 'всем',
  noTask: 'без задания',
  takenBack: 'Пока вы вводили, это задание убрали. Что оставить?',
  waiting: 'Сохранено на этом устройстве, ждёт отправки',
}
