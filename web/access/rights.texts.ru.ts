import { type Capability, type Category, signOf } from '#domain/access/capabilities.ts'
import { categoryTexts } from '#domain/access/rights.texts.ru.ts'
import { count } from '#domain/platform/texts.ts'

export { capabilityTexts, categoryTexts, groupTexts } from '#domain/access/rights.texts.ru.ts'

export const lead =
  'Кому что можно в вашей школе. Отметка с замком — правило, его не меняют; остальное школа решает сама: нажмите на клетку.'
export const leadReading = 'Кому что можно в вашей школе. Менять это могут директор и администраторы журнала.'
export const table = 'Права по категориям'
export const search = 'Найти право'
export const onlyChanged = 'Только изменённые школой'
export const columns = { capability: 'Право' }
export const people = (n: number) => count(n, 'человек', 'человека', 'человек')
export const nothingFound = 'Такого права нет'
export const nothingChanged = 'Школа ничего не меняла: права такие, как принято.'
export const print = 'Распечатать'
export const ownRole = 'роль школы'

export const has = 'могут'
export const hasNot = 'не могут'
export const changed = 'изменено школой'
export const usual = (on: boolean) => `по умолчанию — ${on ? has : hasNot}`
export const byDefault = (on: boolean) => `${changed}, ${usual(on)}`
export const locked = 'не меняется'
export const dialog = {
  now: (may: boolean, n: number) => `Сейчас: ${may ? has : hasNot}. В этой категории ${people(n)}.`,
  gains: (who: string, n: number, what: string) => `${who} (${people(n)}) смогут: «${what}».`,
  loses: (who: string, n: number, what: string) =>
    `${who} (${people(n)}) больше не смогут: «${what}». Сделанное раньше останется.`,
  others: (names: readonly string[]) => `Кроме них это могут: ${names.join(', ').toLowerCase()}.`,
  nobodyElse: 'Кроме них этого не может никто.',
  atOnce: 'Начнёт действовать сразу, и у тех, кто сейчас в журнале.',
  number: 'Номер приказа',
  numberHint: 'Если школа решила приказом.',
  date: 'Дата приказа',
  allow: 'Разрешить',
  forbid: 'Запретить',
  giveBack: 'Вернуть как было',
  allowed: (who: string) => `Разрешено: ${who.toLowerCase()}`,
  forbidden: (who: string) => `Запрещено: ${who.toLowerCase()}`,
  close: 'Понятно',
}
export const opened = 'право есть'
export const notOpened = 'права нет'
export const ownRoleReason = 'Права этой роли меняют на вкладке «Роли школы».'

export const history = {
  title: 'Что меняла школа',
  empty: 'Школа ещё ничего не меняла.',
  line: (who: string, allowed: boolean, what: string) => `${who}: ${allowed ? 'разрешено' : 'запрещено'} «${what}»`,
  order: (number: string, date: string) => ['приказ', number && `№ ${number}`, date && `от ${date}`].filter(Boolean).join(' '),
}

/** Why a cell is nobody’s to change: the law, the regulation, or the sense of it. */
export function whyFixed(capability: Capability, category: Category): string {
  const own = reasons[capability]
  const may = signOf(capability, category) === '='
  if (may && own?.has?.[category]) return own.has[category]
  if (!may && own?.hasNot) return own.hasNot
  return may ? whoHas[category] : whoHasNot[category]
}

const whoHas: Record<Category, string> = {
  head: 'Директор отвечает за журнал и видит всё, чем руководит.',
  deputyHead: 'Это часть обязанностей заместителя директора по учебной работе.',
  administrator: 'Это работа администратора журнала: иначе школой некому управлять.',
  homeroomTeacher: 'Классному руководителю открыт его класс, и только он.',
  teacher: 'Учителю это открывает нагрузка: его уроки и его журналы.',
  family: 'Семье открыто то, что касается собственного ребёнка.',
}
const whoHasNot: Record<Category, string> = {
  head: 'Директор это видит и решает, а делают другие.',
  deputyHead: 'Это решают директор и администратор журнала.',
  administrator: 'Администратор ведёт людей и учётные записи; к учебной работе его роль не относится.',
  homeroomTeacher: 'Это относится ко всей школе, а классному руководителю открыт его класс.',
  teacher: 'Сведения об учениках открыты тем, кто их учит. Для неотложного случая есть экстренный доступ.',
  family: 'Семье открыто только то, что касается собственного ребёнка. Это не меняется.',
}
type Reason = { has?: Partial<Record<Category, string>>; hasNot?: string }
const reasons: Partial<Record<Capability, Reason>> = {
  'journal.fill': {
    has: { teacher: 'Журнал заполняет тот, кто ведёт урок или заменяет.' },
    hasNot: 'Отметки ставит только тот, кто ведёт урок. Ни администратор, ни директор их не ставят, и это не меняется.',
  },
  'journal.read': { hasNot: 'Журнал читают те, кто учит, ведёт класс или отвечает за учебную работу.' },
  'diary.read': { hasNot: 'Дневник открыт ученику, его родителям, учителям и классному руководителю, дирекции.' },
  'people.edit': { hasNot: 'Карточки ведут те, кто отвечает за данные: администратор, классный руководитель, секретарь.' },
  'people.positions': { hasNot: 'От должности зависят права, поэтому её ведёт только администратор журнала.' },
  'people.many': { hasNot: 'Здесь за один раз меняются сотни карточек, поэтому это делает только администратор журнала.' },
  'people.erase': { hasNot: 'Стёртого не вернуть: это делает только администратор журнала.' },
  'people.confirm': { hasNot: 'Данные класса сверяет его классный руководитель.' },
  'accounts.issue': { hasNot: 'Чужой пароль открывает чужие права. Выдавать доступ в своём классе — отдельное право ниже.' },
  'accounts.ofClass': {
    has: { homeroomTeacher: 'Классный руководитель выдаёт доступ в своём классе, если это не отключено в правилах школы.' },
    hasNot: 'Доступ в классе выдаёт его классный руководитель или администратор журнала.',
  },
  'accounts.close': { hasNot: 'Учётные записи закрывает и возобновляет только администратор журнала.' },
  'rights.keep': {
    has: { head: 'Права назначает директор: иначе школой некому управлять.', administrator: 'Иначе школой некому управлять. Расширить собственные права администратор не может — это решает директор.' },
    hasNot: 'Права других дают директор и администратор журнала. Передать это нельзя.',
  },
  'policies.keep': { hasNot: 'Правила школы меняют директор и администратор журнала.' },
  'readiness.paperless': { hasNot: 'Об отказе от бумажных журналов решает директор, и только он.' },
  'groups.keep': {
    has: { homeroomTeacher: 'Группы своего класса классный руководитель ведёт или предлагает — как решено в правилах школы.' },
    hasNot: 'Группы делят те, кто отвечает за классы.',
  },
  'consents.record': {
    has: { family: 'Отозвать согласие родитель и совершеннолетний вправе всегда: 152-ФЗ, статья 9.' },
    hasNot: 'Согласия записывает классный руководитель или администратор журнала.',
  },
  'consents.purposes': { hasNot: 'На что берут согласия, решает школа как оператор: директор и администратор журнала.' },
  'people.tell': { hasNot: 'Сообщает тот, кого это касается: сам человек, родитель или классный руководитель.' },
} // biome-ignore format: a reason a line

export const remaining = (names: readonly Category[]) => names.map((one) => categoryTexts[one])
