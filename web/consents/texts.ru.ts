import { stateNames } from '#domain/consents/texts.ru.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'
import * as onHub from './sections.texts.ru.ts'

export { about, title } from './sections.texts.ru.ts'

export { stateNames }

export const subtitle = 'Одна цель — один документ. Ученик может учиться и без согласия: тогда сведения передают лично.'
export const add = 'Новое согласие'
export const templates = 'Добавить типовые'
export const none = 'Согласий пока нет'
export const noneText = 'Добавьте цели, для которых школа спрашивает согласие, или возьмите типовые тексты и поправьте их.'
export const classColumn = 'Класс'
export const students = 'Учеников'
export const report = 'По классам'
export const documents = 'Тексты'
export const notAsked = (n: number) => (n === 0 ? 'спросили всех' : `не спросили\u00a0${n}`)
export const tally = (given: number, refused: number, withdrawn: number) =>
  [given && `да\u00a0${given}`, refused && `нет\u00a0${refused}`, withdrawn && `отозвано\u00a0${withdrawn}`]
    .filter(Boolean)
    .join(', ')
export const version = (n: number) => `версия ${n}`
export const decided = (n: number) => (n === 0 ? 'решений нет' : count(n, 'решение', 'решения', 'решений'))
export const archived = 'в архиве'
export const scan = 'скан'
export const scanOf = (name: string) => `Скан согласия: ${name}`
export const edit = 'Изменить'
export const archive = 'В архив'
export const restore = 'Вернуть'
export const archivedToast = (name: string) => `В архиве: ${name}`
export const restoredToast = (name: string) => `Снова в работе: ${name}`
export const save = 'Сохранить'
export const saved = 'Сохранено'
export const name = 'Цель'
export const nameHint = 'Коротко: например, «Фотографии на сайте школы»'
export const body = 'Текст согласия'
export const bodyHint = 'Цель, какие данные, что с ними делают, на какой срок и как отозвать.'
export const newVersion =
  'По этому тексту уже есть решения: он останется как подписан, а новый станет следующей версией. Спрашивать придётся заново.'
export const blank = 'Бланк'
export const openText = 'Показать текст'

export const ofClass = {
  title: (name: string) => `Согласия класса ${name}`,
  search: 'Фамилия ученика',
  student: 'Ученик',
  record: 'Записать решение',
  choose: 'Отметьте учеников, чьи бланки у вас в руках',
  withdraw: 'Отозвать',
  withdrawTitle: 'Отозвать согласие?',
  withdrawText: (student: string, purpose: string) => `${student}: «${purpose}». Отзыв действует с сегодняшнего дня.`,
  withdrawn: 'Согласие отозвано',
  printBlanks: 'Напечатать бланки',
  empty: 'В классе пока никого нет',
  noPurposes: 'Школа ещё не завела ни одного согласия.',
}

export const recording = {
  title: 'Решение родителей',
  purpose: 'Согласие',
  state: 'Решение',
  states: { given: 'согласие', refused: 'отказ' } as const,
  on: 'Дата на бланке',
  carrier: 'Вид',
  carriers: { paper: 'на бумаге', electronic: 'с электронной подписью' } as const,
  number: 'Номер',
  numberHint: 'Если бланки нумеруют',
  signer: 'Кто подписал',
  noSigner: 'не указан',
  self: 'сам ученик',
  scan: 'Скан или фото бланка',
  scanned: (name: string) => `Приложен скан: ${name}`,
  removeScan: 'Убрать',
  scanOfSeveral: 'Один файл на всех выбранных. Семьи его не увидят: в нём бумаги разных детей.',
  photograph: 'Сфотографировать',
  action: 'Записать',
  done: (n: number) => `Записано: ${count(n, 'решение', 'решения', 'решений')}`,
}

export const line = (state: keyof typeof stateNames, on: string, carrier: 'paper' | 'electronic', number: string, by: string) =>
  [`${stateNames[state]} ${numericDate(on)}`, number && `№ ${number}`, carrier === 'electronic' ? 'электронно' : '', by]
    .filter(Boolean)
    .join(', ')

export const mine = {
  ...onHub.mine,
  lead: 'Что вы разрешили школе. Данное согласие можно отозвать в любой день: учёбе ребёнка это не мешает.',
  none: 'Школа пока ни о чём не спрашивала',
  noneText: 'Здесь появятся согласия, которые школа собирает у родителей.',
  withdraw: 'Отозвать',
  notAsked: 'решения нет: бланк даст классный руководитель',
}

export const sheet = {
  ...onHub.sheet,
  print: 'Напечатать',
  school: 'Наименование организации',
  heading: 'СОГЛАСИЕ',
  lines: {
    parent: 'Я, законный представитель (фамилия, имя, отчество)',
    document: 'Документ, удостоверяющий личность (серия, номер, кем и когда выдан)',
    child: 'действую в интересах ребёнка (фамилия, имя, отчество, класс)',
  },
  decision: 'Моё решение (нужное отметить):',
  yes: 'даю согласие',
  no: 'не даю согласия',
  term: 'Согласие можно отозвать в любой день письменным заявлением или в личном кабинете электронного журнала.',
  date: 'Дата',
  signature: 'Подпись',
  meaning: 'расшифровка',
  number: '№',
}

/** Texts to begin with; every school puts them in its own words. 152-ФЗ, ст. 9 ч. 4; S1 1.9; S4 К4. */
export const starters = [
  {
    name: 'Сведения об успеваемости в электронном виде',
    body: 'Цель: вести электронный дневник и сообщать родителям об учёбе ребёнка через личный кабинет.\nДанные: фамилия, имя, отчество, дата рождения, класс, отметки, пропуски, домашние задания ребёнка; фамилия, имя, отчество родителя.\nДействия: сбор, систематизация, накопление, хранение, уточнение, использование и передача родителям ребёнка.\nСрок: до отчисления ребёнка из школы.\nПри отказе сведения об учёбе сообщает классный руководитель лично.',
  },
  {
    name: 'Фотографии на сайте школы',
    body: 'Цель: рассказывать о школьной жизни на сайте и официальных страницах школы.\nДанные: изображение ребёнка, имя и класс.\nДействия: фото- и видеосъёмка на школьных мероприятиях, хранение, размещение на сайте школы.\nСрок: до отчисления ребёнка из школы. После отзыва снимки с сайта убирают.',
  },
  {
    name: 'Рассылка уведомлений',
    body: 'Цель: присылать родителям уведомления об отметках, пропусках и изменениях в расписании.\nДанные: имя родителя, адрес для уведомлений.\nДействия: хранение и использование для рассылки.\nСрок: до отзыва.',
  },
  {
    name: 'Передача сведений третьим лицам',
    body: 'Цель: участие ребёнка в олимпиадах, конкурсах и экзаменах, которые проводят другие организации.\nДанные: фамилия, имя, отчество, дата рождения, класс.\nДействия: передача организатору мероприятия, названному в заявке.\nСрок: на время мероприятия и хранения его результатов.',
  },
] as const
