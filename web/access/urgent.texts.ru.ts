import { absenceNames } from '#domain/attendance/texts.ru.ts'
import { contactNames, relationNames } from '#domain/people/texts.ru.ts'
import { count } from '#domain/platform/texts.ts'

export { urgent as section, urgentRegister as registerSection } from './sections.texts.ru.ts'
export { absenceNames, contactNames, relationNames }

export const lead =
  'Карточка ученика, который учится не у вас, — на случай, когда она нужна сейчас: вечернее дежурство, поездка, медицинская помощь.'
export const toldNote =
  'О каждом открытии сразу узнают директор, администраторы журнала и классный руководитель. Отметок экстренный доступ не показывает.'
export const search = 'Фамилия и имя ученика'
export const searchHint = 'Введите не меньше трёх букв фамилии. Можно добавить класс: «Петров 7А».'
export const searching = 'Ищем…'
export const notFound = 'Ученика с такой фамилией сейчас нет'
export const more = 'Есть и другие. Допишите имя или класс.'
export const notNeeded = 'Эта карточка вам и так открыта'
export const openFor = (name: string) => `Открыть доступ: ${name}`
export const open = 'Открыть доступ'
export const left = (n: number) => `Сегодня можно открыть ещё ${count(n, 'карточку', 'карточки', 'карточек')}.`

export const asking = {
  title: (name: string) => `Экстренный доступ: ${name}`,
  reason: 'Что случилось и зачем нужна карточка',
  reasonHint: 'Причину увидят директор, администраторы и классный руководитель. Она сохранится вместе с вашим именем.',
  hours: (n: number) => `Карточка откроется на ${count(n, 'час', 'часа', 'часов')}. Каждый просмотр записывается.`,
  submit: 'Открыть',
}
export const standing = {
  title: 'Открыто сейчас',
  until: (time: string) => `до ${time}`,
  look: 'Показать карточку',
  lookAt: (name: string) => `Показать карточку: ${name}`,
  hide: 'Скрыть',
  end: 'Больше не нужна',
  endOf: (name: string) => `Больше не нужна карточка: ${name}`,
  ended: 'Экстренный доступ закончен',
}
export const card = {
  born: 'Дата рождения',
  class: 'Класс',
  homeroomTeacher: 'Классный руководитель',
  guardians: 'Родители и законные представители',
  noGuardians: 'Не записаны',
  contacts: 'Контакты ученика',
  noContacts: 'контактов нет',
  livesWith: 'живёт вместе с учеником',
  today: 'Уроки сегодня',
  noLessons: 'Сегодня уроков нет',
  lesson: (number: number, subject: string) => `${number}. ${subject}`,
  present: 'на уроке',
  notCalled: 'перекличка не отмечена',
  unknown: 'не указано',
}
export const past = {
  title: 'Вы открывали раньше',
  line: (className: string, from: string, to: string) => `${className} · ${from} — ${to}`,
}
export const register = {
  lead: 'Кто открывал карточки учеников экстренно, зачем и что смотрел. Директор отмечает, был ли повод.',
  leadOfClass: 'Кто открывал экстренно карточки учеников вашего класса и зачем.',
  list: 'Экстренные доступы',
  search: 'Сотрудник, ученик или причина',
  columns: {
    when: 'Когда',
    holder: 'Кто',
    pupil: 'Ученик',
    reason: 'Причина',
    looks: 'Просмотры',
    verdict: 'Оценка',
    actions: 'Действие',
  },
  fresh: 'новое',
  openNow: (time: string) => `открыт до ${time}`,
  ended: (time: string, by: string) => `закончен в ${time}${by && `: ${by}`}`,
  expired: (time: string) => `закончился в ${time}`,
  looks: (n: number) => (n === 0 ? 'карточку не открывали' : count(n, 'раз', 'раза', 'раз')),
  waiting: 'не рассмотрен',
  justified: 'обоснован',
  unjustified: 'не обоснован',
  judge: 'Оценить',
  judgeOf: (holder: string, pupil: string) => `Оценить доступ: ${holder}, ученик ${pupil}`,
  end: 'Закончить',
  endOf: (holder: string) => `Закончить доступ: ${holder}`,
  endDone: 'Доступ закончен',
  empty: 'Экстренный доступ не открывали',
  emptyText: 'Кому он открыт и на сколько часов, решают правила школы.',
  rules: 'Правила школы',
}
export const judging = {
  title: 'Был ли повод',
  about: (holder: string, pupil: string) => `${holder} — карточка ученика: ${pupil}.`,
  reason: (reason: string) => `Причина: ${reason}`,
  looks: (times: readonly string[]) => (times.length > 0 ? `Карточку смотрели: ${times.join(', ')}.` : 'Карточку не смотрели.'),
  choice: 'Оценка',
  justified: 'Обоснован',
  unjustified: 'Не обоснован',
  remark: 'Замечание',
  remarkHint: 'Нужно, если доступ не обоснован.',
  submit: 'Сохранить',
  done: 'Оценка сохранена',
}
