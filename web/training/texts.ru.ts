import type { PlainDate } from '#domain/platform/dates.ts'
import { clockTime, dayAndMonth, fullDate, numericDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'
import type { Presence } from '#domain/training/rules.ts'
import { guides as helpGuides } from '#web/help/guides.texts.ru.ts'
import * as sections from './sections.texts.ru.ts'

export { audienceNames, standingNames, topicNames } from '#domain/training/texts.ru.ts'
export const title = sections.title
export const lead =
  'Кого, когда и чему учат: семинары, консультации, инструктажи. Присутствие отмечают прямо у двери, с телефона.'
export const tabs = { label: 'Раздел', plan: 'Занятия', standings: 'Сроки' }

const people = (n: number) => count(n, 'человек', 'человека', 'человек')
export const when = (on: PlainDate, startsAt: number) => `${dayAndMonth(on)}, ${weekdayName(on)}, ${clockTime(startsAt)}`
export const whenLong = (on: PlainDate, startsAt: number, minutes: number) =>
  `${fullDate(on)}, ${clockTime(startsAt)}–${clockTime((startsAt + minutes) % 1_440)}`

export const list = {
  add: 'Запланировать занятие',
  label: 'Занятия',
  search: 'Найти занятие',
  columns: { title: 'Занятие', when: 'Когда', leader: 'Ведёт', people: 'Участники' },
  none: 'Занятий ещё не было',
  noneText:
    'Запланируйте семинар или инструктаж: приглашённые увидят его в «Моём дне» и в уведомлениях, а вы отметите, кто пришёл.',
  noneForReader: 'Когда администратор или завуч запланирует занятие, оно появится здесь.',
  cancelled: 'отменено',
  invited: (n: number) => `приглашено: ${people(n)}`,
  came: (present: number, invited: number, acquainted: number) =>
    `пришли ${present} из ${invited}${acquainted > 0 ? `, ознакомились позже: ${acquainted}` : ''}`,
}

export const plan = {
  add: 'Новое занятие',
  change: 'Изменить занятие',
  whomWanted: 'Выберите, кого пригласить.',
  topic: 'Что это',
  topicHint: 'Две первые темы учитываются со сроком: видно, кому пора повторить.',
  topics: {
    personalData: 'Инструктаж «Защита персональных данных»',
    journal: 'Обучение «Работа с электронным журналом»',
    other: 'Другая тема',
  },
  name: 'Тема занятия',
  on: 'Дата',
  startsAt: 'Начало',
  minutes: 'Минут',
  place: 'Где',
  placeHint: 'Кабинет или зал',
  link: 'Ссылка на видеовстречу',
  leader: 'Кто ведёт',
  noLeader: 'не указан',
  about: 'Что взять с собой, что подготовить',
  guide: 'Материалы: памятка «Звонка»',
  noGuide: 'без памятки',
  act: 'Материалы: документ школы',
  noAct: 'без документа',
  whom: 'Кого пригласить',
  class: 'Класс',
  named: 'И ещё сотрудники',
  namedOnly: 'Сотрудники',
  searchNamed: 'Найти сотрудника',
  chosen: (n: number) => (n === 0 ? 'никто не выбран' : `выбрано: ${people(n)}`),
  save: 'Сохранить',
  create: 'Пригласить',
  saved: 'Занятие сохранено',
  created: (n: number) => `Приглашено: ${people(n)}`,
}
export const guides = helpGuides.map(({ key, title }) => ({ value: key as string, label: title }))

export const sheet = {
  back: 'Все занятия',
  print: 'Лист регистрации',
  change: 'Изменить',
  invite: 'Дополнить список',
  inviteTitle: 'Кого ещё пригласить',
  cancel: 'Отменить занятие',
  cancelText: 'Приглашённые увидят, что занятие отменено. Вернуть его можно в любой день.',
  restore: 'Вернуть занятие',
  cancelledNote: 'Занятие отменено.',
  notYet: 'Отмечать можно в день занятия и позже.',
  find: 'Фамилия; Enter — отметить',
  count: (present: number, absent: number, left: number) =>
    [`пришли ${present}`, absent > 0 && `не было ${absent}`, left > 0 && `не отмечены ${left}`].filter(Boolean).join(' · '),
  allPresent: 'Отметить остальных: пришли',
  allAbsent: 'Отметить остальных: не было',
  label: 'Список участников',
  hint: 'Нажатие отмечает присутствие, ещё одно — снимает. С клавиатуры: стрелки, пробел, «н» — не было.',
  states: { present: 'на месте', absent: 'не было', none: 'нет отметки' } satisfies Record<Presence | 'none', string>,
  absent: 'Не было',
  absentOf: (name: string) => `Не было: ${name}`,
  leaveOut: (name: string) => `Убрать из списка: ${name}`,
  acquainted: (on: PlainDate) => `ознакомлен(а) ${numericDate(on)}`,
  nobody: 'В списке никого нет',
  nobodyText: 'Дополните список: сотрудниками, родителями или учениками класса.',
  found: 'Никого не нашлось',
  undone: 'Отменить',
  markedAll: (n: number) => `Отмечено: ${people(n)}`,
  removed: (name: string) => `${name}: убран(а) из списка`,
  invited: (n: number) => (n === 0 ? 'Все они уже в списке' : `Добавлено: ${people(n)}`),
}

export const standings = {
  title: sections.standings.title,
  lead: (personal: number, journal: number) =>
    `Инструктаж по персональным данным — ${termName(personal)}, обучение работе с журналом — ${termName(journal)}. Сроки задаются в «Правилах школы».`,
  label: 'Кто и когда прошёл',
  search: 'Найти сотрудника',
  columns: { name: 'Сотрудник', position: 'Должность' },
  only: 'Только те, кому пора',
  none: 'Сотрудников с доступом к журналу пока нет',
  noneText: 'Внесите сотрудников и выдайте им доступ: здесь появятся сроки их инструктажей.',
  allDone: 'Все прошли, сроки не истекают',
  remind: (topic: string) => `Напомнить: ${topic}`,
  reminded: (n: number) => (n === 0 ? 'Сегодня им уже напоминали.' : `Напомнили: ${people(n)}`),
  nobody: 'Напоминать некому: у выбранных всё в порядке',
  done: (on: PlainDate) => numericDate(on),
  until: (day: PlainDate) => `до ${numericDate(day)}`,
  forGood: 'бессрочно',
  summary: (done: number, total: number) => `действует у ${done} из ${total}`,
  register: 'Журнал учёта инструктажа',
  registerLead: 'Кто, когда, какой инструктаж прошёл и кто его проводил: для печати с подписями или таблицей.',
  from: 'С',
  to: 'По',
  topic: 'Тема',
  allTopics: 'Все темы',
  print: 'Печать',
  sheet: 'Таблица Excel',
}
const termName = (months: number) => (months === 0 ? 'один раз' : `раз в ${count(months, 'месяц', 'месяца', 'месяцев')}`)

export const mine = {
  title: sections.mine.title,
  lead: 'Занятия, на которые вас пригласили, и сроки ваших инструктажей.',
  coming: 'Предстоит',
  past: 'Прошло',
  none: 'Вас пока никуда не приглашали',
  noneText: 'Когда школа запланирует семинар или инструктаж, он появится здесь и в уведомлениях.',
  terms: 'Сроки инструктажей',
  never: 'ещё не проходили',
  holds: (on: PlainDate, until: PlainDate | null) =>
    `пройдено ${numericDate(on)}, ${until ? `действует до ${numericDate(until)}` : 'бессрочно'}`,
  ended: (on: PlainDate, until: PlainDate) => `пройдено ${numericDate(on)}, срок истёк ${numericDate(until)}`,
  acquaint: 'С материалами ознакомлен(а)',
  acquainted: 'Отмечено: с материалами ознакомлен(а)',
  youLead: 'ведёте вы',
  mark: 'Отметить участников',
  guide: (name: string) => `Памятка: ${name.toLowerCase()}`,
  act: (name: string) => `Документ: ${name}`,
  link: 'Видеовстреча',
  leader: (name: string) => `ведёт ${name}`,
}
