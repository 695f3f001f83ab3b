import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth, weekdayName } from '#domain/platform/dateTexts.ts'
import { count, plural } from '#domain/platform/texts.ts'

export const myDay = {
  title: 'Мой день',
  earlier: 'Предыдущий день',
  later: 'Следующий день',
  today: 'Сегодня',
  day: (date: PlainDate) => `${weekdayName(date)}, ${dayAndMonth(date)}`,
  lessons: (n: number) => count(n, 'урок', 'урока', 'уроков'),
  left: (n: number) => (n === 0 ? 'всё заполнено' : `осталось заполнить: ${n}`),
  room: (room: string) => (/^\d/.test(room) ? `каб. ${room}` : room),
  insteadOf: (name: string) => `замена: ${name}`,
  cancelled: 'отменён',
  now: (time: string) => `Сейчас ${time}`,
  going: (minutes: number) => `идёт, до звонка ${count(minutes, 'минута', 'минуты', 'минут')}`,
  goingLast: 'идёт, вот-вот звонок',
  absent: (absent: number, students: number) => `нет ${absent} из ${students}`,
  allHere: 'все на месте',
  marks: (n: number) => count(n, 'отметка', 'отметки', 'отметок'),
  noTopic: 'нет темы',
  noRollCall: 'нет переклички',
  noHomework: 'нет задания',
  homework: 'задание есть',
  planned: 'Тема ещё не записана',
}
export const emptyDay = {
  sunday: 'Выходной',
  free: 'В этот день уроков у вас нет',
  next: (date: PlainDate) => `Ближайший учебный день — ${weekdayName(date)}, ${dayAndMonth(date)}.`,
  go: (date: PlainDate) => `Открыть ${dayAndMonth(date)}`,
  over: 'Учебный год закончился.',
}
export const overdue = {
  title: 'Не заполнено раньше',
  count: (n: number) => count(n, 'урок', 'урока', 'уроков'),
  shown: (n: number) =>
    `${plural(n, 'показан', 'показаны', 'показаны')} ${count(n, 'последний урок', 'последних урока', 'последних уроков')}`,
  clear: 'Все прошедшие уроки заполнены.',
}
export const keptAt = (at: string) => `Показана копия, сохранённая ${at}.`
export const overview = {
  title: 'Заполнение журнала',
  short: 'Заполнение',
  subtitle: 'Уроки за последние 30 дней, в которых нет темы или переклички',
  columns: {
    teacher: 'Учитель',
    lessons: 'Уроков',
    noTopic: 'Без темы',
    noRollCall: 'Без переклички',
    oldest: 'Самый давний',
    reminded: 'Когда напомнили',
    remind: 'Напомнить',
  },
  remind: 'Напомнить',
  remindAll: (n: number) => (n === 0 ? 'Сегодня напомнили всем' : `Напомнить всем отставшим: ${n}`),
  remindedOn: (day: string | null, at: string, by: string) => `${day ? dayAndMonth(day) : `сегодня в ${at.slice(-5)}`}, ${by}`,
  reminded: (names: readonly string[], already: number) =>
    [
      names.length === 1
        ? `${names[0]}: напоминание отправлено`
        : `Напоминание получат ${count(names.length, 'учитель', 'учителя', 'учителей')}`,
      already > 0 && `${already} сегодня уже напомнили`,
    ]
      .filter(Boolean)
      .join('; '),
  takeBack: 'Отменить',
  takenBack: 'Напоминание отменено, учитель о нём не узнает.',
  clear: 'Все журналы заполнены',
  clearText: 'За последние 30 дней не осталось уроков без темы или переклички.',
  total: (teachers: number, lessons: number) =>
    `За последние 30 дней нет темы или переклички: ${count(lessons, 'урок', 'урока', 'уроков')} у ${count(teachers, 'учителя', 'учителей', 'учителей')}`,
  search: 'Найти учителя',
  back: 'Все учителя',
  lacking: (topics: number, rolls: number) =>
    [topics > 0 && `без темы ${topics}`, rolls > 0 && `без переклички ${rolls}`].filter(Boolean).join(', '),
  filled: 'Все уроки заполнены',
}
