import { tableNames } from '#domain/audit/names.texts.ru.ts'
import type { Comparison, FindingKind } from '#domain/audit/rules.ts'
import { count, plural } from '#domain/platform/texts.ts'
import * as onHub from './sections.texts.ru.ts'

export const log = {
  ...onHub.log,
  subtitle: 'Каждое действие записано с временем, автором и устройством. Изменить или удалить запись нельзя.',
  list: 'Действия',
  who: 'Кто',
  whoHint: 'Фамилия',
  whom: 'О ком или о чём',
  whomHint: 'Ученик, класс, предмет',
  text: 'Действие',
  textHint: 'Например, «отметку»',
  kind: 'Вид действий',
  allKinds: 'Все действия',
  from: 'С',
  to: 'По',
  clear: 'Сбросить условия',
  only: {
    actorId: 'Только действия этого человека',
    aboutId: 'Только действия с этим человеком или классом',
    sessionId: 'Только действия в одном сеансе',
  },
  none: 'Записей нет',
  noneText: 'По этим условиям ничего не записано. Измените период или условия.',
  empty: 'Действий ещё не было',
  older: 'Более ранние',
  newest: 'К последним',
  waiting: 'ещё не в цепочке',
  waitingText: 'Запись войдёт в цепочку через несколько минут.',
  machine: 'Программа',
  veiled: 'Значения отметок и посещаемости здесь скрыты: их видят директор и завуч.',
  extract: 'Выписка',
  print: 'Для печати (PDF)',
  excel: 'В Excel',
  csv: 'В CSV',
  preparing: 'Готовим выписку…',
  /** The first four; of a whole class nobody reads the names. */
  some: (labels: string[]) => (labels.length > 4 ? `${labels.slice(0, 4).join('; ')} и другие` : labels.join('; ')),
  conditions: 'Найти запись',
}

export const state = {
  title: 'Цепочка записей',
  sealed: (n: number) => `${n.toLocaleString('ru-RU')} ${plural(n, 'запись', 'записи', 'записей')}`,
  waiting: (n: number) => `${count(n, 'запись войдёт', 'записи войдут', 'записей войдут')} в цепочку через несколько минут`,
  whole: (when: string) => `Цепочка цела, проверено ${when}`,
  broken: (when: string) => `Проверка ${when} нашла расхождения`,
  never: 'Цепочка ещё не проверялась',
  begins: 'Цепочка начнётся с первым действием',
  takingIn: 'Записи, сделанные раньше, войдут в цепочку ночью или при проверке.',
  by: (name: string) => (name ? `Запуск: ${name}` : 'Ночная проверка по расписанию'),
  looked: ({ operations, changes, rows }: { operations: number; changes: number; rows: number }) =>
    `Сверено: ${[
      count(operations, 'действие', 'действия', 'действий'),
      count(changes, 'изменение', 'изменения', 'изменений'),
      count(rows, 'строка', 'строки', 'строк'),
    ].join(', ')}.`,
  verify: 'Проверить',
  verifying: 'Проверяем цепочку',
  started: 'Проверка началась. Можно заниматься другими делами.',
  failed: 'Проверка прервалась. Запустите её ещё раз.',
  seal: (number: number) => `Печать № ${number}`,
  root: 'Корень',
  rootText: 'По номеру печати и корню сверяют напечатанную выписку с журналом.',
  details: 'Подробнее',
  found: 'Что нашла проверка',
  lawful: 'Стёрто по решению школы',
  lawfulText: (n: number) =>
    `${count(n, 'запись', 'записи', 'записей')} без контактов: школа перестала их хранить и стёрла. Это не расхождение.`,
  advice:
    'Сообщите директору и ответственному за сервер. Не восстанавливайте данные сами: сохраните копию базы такой, какая она есть.',
  show: 'Открыть запись',
}

type Found = {
  kind: FindingKind
  table?: string
  sentence?: string
  idx?: number
  seal?: number
  from?: number
  to?: number
  more?: number
}
const nameOf = (table = '') => `«${tableNames[table] ?? table}»`
const action = ({ sentence, idx }: Found) =>
  sentence
    ? `Запись${idx === undefined ? '' : ` № ${idx + 1}`} (${sentence.replaceAll(/\([а-яё]+\)/g, '')})`
    : `Запись${idx === undefined ? '' : ` № ${idx + 1}`}`

const findings: Record<FindingKind, (found: Found) => string> = {
  changedRow: ({ table }) =>
    `${nameOf(table)}: строка отличается от последнего записанного изменения. Её меняли в обход журнала.`,
  unknownRow: ({ table }) => `${nameOf(table)}: строка есть, а записи о ней нет. Её внесли в обход журнала.`,
  missingRow: ({ table }) => `${nameOf(table)}: строка была и исчезла. Её удалили в обход журнала.`,
  changedChange: (found) => `${action(found)}: сведения о том, что было до и после, изменены. ${nameOf(found.table)}.`,
  missingChange: (found) => `${action(found)}: нет сведений о том, что было до и после.`,
  unsealedChange: ({ table }) => `${nameOf(table)}: в историю добавлено изменение, которого не было в цепочке.`,
  changedOperation: (found) => `${action(found)}: автор, время или содержание изменены.`,
  missingOperation: (found) => `${action(found)}: сама запись удалена.`,
  unsealedOperation: (found) => `${action(found)}: есть в истории, но не в цепочке.`,
  missingLeaf: ({ idx = 0 }) => `Запись № ${idx + 1}: удалена из цепочки.`,
  changedLeaf: (found) => `${action(found)}: её строка в цепочке изменена.`,
  otherRoot: ({ seal, from = 0, to = 0 }) =>
    `Печать № ${seal}: записи с № ${from + 1} по № ${to + 1} не те, что были под ней. Среди них есть подменённая.`,
  changedSeal: ({ seal }) => `Печать № ${seal}: изменена или удалена.`,
  bareTable: ({ table }) => `${nameOf(table)}: история изменений отключена в базе данных.`,
  erasedChange: ({ table }) => `${nameOf(table)}: контакт стёрт по решению школы.`,
  erasedOperation: (found) => `${action(found)}: контакт стёрт по решению школы.`,
}
export const findingText = (found: Found): string =>
  found.more ? `И ещё ${count(found.more, 'такое место', 'таких места', 'таких мест')}.` : findings[found.kind](found)

export const compare = {
  title: 'Сверить отпечаток с бумаги',
  about:
    'Номер печати и корень напечатаны в конце выписки. Если они совпадают, до этой печати в журнале то же, что было при составлении выписки.',
  seal: 'Номер печати',
  root: 'Корень',
  rootHint: 'Первые 12 знаков или целиком',
  compare: 'Сверить',
  outcomes: {
    matches: (seal, at) => `Совпадает: печать № ${seal} от ${at}. Целы ли записи под ней, покажет «Проверить».`,
    differs: (seal, at) =>
      `Не совпадает: у печати № ${seal} от ${at} в журнале другой корень. Сверьте номер и знаки ещё раз. Если всё верно, сохраните выписку и запустите проверку цепочки.`,
    noSeal: (seal) =>
      `Печати № ${seal} в журнале нет. Сверьте номер. Если он верен, сохраните выписку и запустите проверку цепочки.`,
    unreadable: () => 'Это не похоже на корень: в нём цифры и буквы от A до F, не меньше 12 знаков.',
  } satisfies Record<Comparison, (seal: number, at: string) => string>,
}

export const entry = {
  when: 'Когда',
  who: 'Кто',
  login: (login: string) => `логин ${login}`,
  what: 'Что сделано',
  about: 'О ком, о чём',
  session: 'Сеанс',
  begun: (when: string) => `вход ${when}`,
  ended: (when: string) => `выход ${when}`,
  noSession: 'без сеанса: до входа или самой программой',
  place: 'Место в цепочке',
  number: (number: number) => `запись № ${number}`,
  changes: 'Что изменилось',
  noChanges: 'В данных ничего не изменилось.',
  field: 'Поле',
  before: 'Было',
  after: 'Стало',
  hidden: 'скрыто',
  nothing: '—',
  did: { added: 'добавлено', changed: 'изменено', removed: 'удалено' },
  more: (n: number) => `И ещё ${count(n, 'строка', 'строки', 'строк')}.`,
  go: 'Перейти',
  sameActor: 'Все действия этого человека',
  sameSession: 'Всё в этом сеансе',
  sameAbout: (label: string) => `Всё о: ${label}`,
  close: 'Закрыть',
  gone: 'Такой записи нет',
}
