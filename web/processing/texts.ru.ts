import { count } from '#domain/platform/texts.ts'
import type { Missing } from '#domain/processing/rules.ts'

export { about, mineTitle, title } from './sections.texts.ru.ts'

export const subtitle = 'Что школа делает с персональными данными, зачем и кто их видит по действующим правам'
export const tabs = {
  label: 'Разделы реестра',
  register: 'Цели',
  operator: 'Оператор и сервер',
  measures: 'Меры защиты',
  notice: 'Уведомление',
}
export const print = 'Печать'
export const save = 'Сохранить'
export const change = 'Изменить'
export const saved = 'Сохранено'

export const missing = {
  title: 'Чего не хватает',
  nothing: 'Реестр заполнен. Проверяйте его, когда меняются правила школы.',
  told: (one: Missing): string => {
    switch (one.kind) {
      case 'hostingAddress':
        return 'Не указан адрес, где стоит сервер с базой данных'
      case 'hostingOwner':
        return 'Не указано, кто держит сервер'
      case 'responsible':
        return 'Не назначен ответственный за организацию обработки'
      case 'order':
        return 'Не указан приказ о назначении ответственного'
      case 'level':
        return 'Не определён уровень защищённости'
      case 'notice':
        return 'Нет номера в реестре операторов Роскомнадзора'
      case 'contactsConsent':
        return 'Контакты хранятся, а согласия на это школа не собирает'
      case 'transfer':
        return `Не сказано, передаются ли данные: ${count(one.purposes.length, 'цель', 'цели', 'целей')}`
      case 'own':
        return `Заполнены не до конца: ${one.names.join(', ')}`
      case 'measures':
        return `Не отмечено мер защиты: ${one.measures.length}`
      default:
        return one satisfies never
    }
  },
}

export const register = {
  purposes: 'Цели обработки',
  fromProduct: 'из журнала',
  ownOne: 'своя цель школы',
  whose: 'Чьи данные',
  data: 'Какие данные',
  basis: 'Основание',
  access: 'Кто имеет доступ',
  kept: 'Срок хранения',
  transfer: 'Передача',
  columns: 'Где лежит в базе данных',
  add: 'Добавить цель',
  addHint: 'Цели, которых нет в журнале: столовая, медкабинет, сайт, охрана.',
  archived: 'Архив',
  archive: 'В архив',
  restore: 'Вернуть',
  archivedDone: 'Цель убрана в архив',
  restored: 'Цель возвращена',
  changeOf: (name: string) => `Изменить: ${name}`,
  archiveOf: (name: string) => `В архив: ${name}`,
  restoreOf: (name: string) => `Вернуть: ${name}`,
  switches: 'Данные, которые включает школа',
  on: 'включено, хранится',
  off: 'выключено, не хранится',
  toPolicies: 'Изменить в правилах школы',
}

export const note = {
  basis: 'Ещё основание',
  basisHint: 'Если у школы есть своё: устав, договор, положение. Основания из закона уже записаны.',
  kept: 'Срок хранения в вашей школе',
  keptHint: 'Пусто — срок остаётся тем, что записан в реестре.',
  transfer: 'Передаются ли данные другим',
  transfers: { unsaid: 'не указано', none: 'не передаются', some: 'передаются' },
  transferredTo: 'Кому и по какому документу',
  name: 'Название цели',
  whose: 'Чьи данные',
  data: 'Какие данные',
  access: 'Кто имеет доступ',
  ownBasis: 'Правовое основание',
  ownKept: 'Срок хранения и чем он установлен',
}

export const operator = {
  where: 'Где хранится',
  hostingAddress: 'Адрес, где стоит сервер',
  hostingAddressHint: 'Только Россия: 152-ФЗ, ст. 18 ч. 5. Например: г. Заречный, ул. Мира, 7, кабинет 12',
  hostingOwner: 'Кто держит сервер',
  hostingOwnerHint: 'Школа или организация по договору: название, ИНН, № договора',
  who: 'Ответственный',
  responsible: 'Ответственный за организацию обработки',
  responsibleHint: 'Фамилия, имя, отчество и должность. 152-ФЗ, ст. 22.1',
  orderNumber: 'Приказ №',
  orderDate: 'Дата приказа',
  protection: 'Уровень защищённости',
  level: 'Уровень по постановлению № 1119',
  levels: [
    { value: '', label: 'не определён' },
    { value: '4', label: 'УЗ-4' },
    { value: '3', label: 'УЗ-3' },
    { value: '2', label: 'УЗ-2' },
    { value: '1', label: 'УЗ-1' },
  ],
  levelAct: 'Акт об определении уровня',
  rkn: 'Роскомнадзор',
  noticeNumber: 'Номер в реестре операторов',
  noticeDate: 'Дата уведомления',
  fromCard: 'Название, ИНН и адрес школы берутся из карточки школы.',
  toCard: 'Открыть карточку',
}

export const measures = {
  own: 'Делает журнал',
  ownNote: 'сам, без участия школы',
  school: 'Делает школа',
  tally: (done: number, all: number) => `отмечено ${done} из ${all}`,
  inForce: 'действует',
  off: 'выключено правилом школы',
  look: 'Посмотреть',
  lookAt: (name: string) => `Посмотреть: ${name}`,
  tick: 'Отметить',
  tickOf: (name: string) => `Отметить: ${name}`,
  changeOf: (name: string) => `Изменить: ${name}`,
  undone: 'не отмечено',
  on: 'Выполнено',
  onHint: 'День, с которого мера действует или была проверена',
  act: 'Документ',
  actHint: 'Например: приказ № 12 от 01.09.2026',
  answers: 'Кто отвечает',
  takeBack: 'Снять отметку',
  takenBack: 'Отметка снята',
  honest: 'Журнал не видит, что делается за его пределами: здесь хранится только то, что отметила школа.',
}

export const notice = {
  lead: 'Сведения для формы на портале Роскомнадзора (152-ФЗ, ст. 22): копируйте поле за полем. После подачи впишите номер на вкладке «Оператор и сервер».',
  copy: 'Скопировать',
  copyOf: (label: string) => `Скопировать: ${label}`,
  copied: 'Скопировано',
}

export const mine = {
  lead: 'Что хранится о вас и ваших детях, зачем, кто это видит и до какого времени. Это ваше право: 152-ФЗ, ст. 14.',
  you: 'это вы',
  held: 'Хранится',
  who: 'Кто видит',
  until: 'До каких пор',
  given: 'Кому передаётся',
  more: 'Кто видит, до каких пор, по какому закону',
  whoKeeps: 'Кто хранит',
  keeper: (name: string, address: string) => [name, address].filter(Boolean).join(', '),
  responsible: 'За обработку данных отвечает',
  server: 'Сервер с данными',
  notKept: (names: string) => `Школа не хранит: ${names}.`,
  rights: 'Ваши права',
  rightsText:
    'Узнать, какие данные о вас есть и кто их видел; исправить неверное; попросить прекратить обработку того, что школа вести не обязана. Отозвать данное согласие можно на вкладке «Согласия».',
  ask: 'Запросить сведения',
  erase: 'Попросить прекратить обработку',
  askTitle: (name: string) => `Запрос сведений: ${name}`,
  eraseTitle: (name: string) => `Прекратить обработку: ${name}`,
  askText: 'Школа ответит письменно в течение 10 рабочих дней. Ответ появится на вкладке «Данные».',
  eraseText:
    'Отметки, посещаемость и приказы школа обязана хранить по закону и удалить их не может. Прекратить можно то, что хранится по согласию. Школа ответит в течение 10 рабочих дней.',
  comment: 'Что именно',
  commentHint: 'Можно не заполнять',
  send: 'Отправить',
  sent: 'Отправлено. Ответ появится на вкладке «Данные».',
}
