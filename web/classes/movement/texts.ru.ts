import type { PlainDate } from '#domain/platform/dates.ts'
import { fullDate, numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { movementAbout as about, movementTitle as title } from '../sections.texts.ru.ts'

export const from = 'С'
export const to = 'По'
export const print = 'Печать'
export const enrol = 'Зачислить'
export const search = 'Фамилия, класс, номер приказа'
export const none = 'За это время движения не было'
export const noneText = 'Зачисление, перевод и выбытие появятся здесь сами, как только вы их оформите.'
export const totals = {
  label: 'Итоги',
  before: (on: PlainDate) => `На начало ${numericDate(on)}`,
  arrived: 'Прибыло',
  departed: 'Выбыло',
  transferred: 'Переведено между классами',
  after: (on: PlainDate) => `На конец ${numericDate(on)}`,
}
export const columns = {
  on: 'Дата',
  student: 'Ученик',
  kind: 'Движение',
  classes: 'Класс',
  order: 'Приказ',
  reason: 'Основание',
  school: 'Откуда, куда',
}
export const order = (number: string, date: PlainDate | null) =>
  [number && `№ ${number}`, date && `от ${numericDate(date)}`].filter(Boolean).join(' ')
export const cancelled = 'отменено'
export const actions = (name: string) => `Действия: ${name}`
export const correct = 'Исправить приказ'
export const scan = {
  name: 'Скан приказа',
  has: 'скан приложен',
  open: 'Открыть скан приказа',
  attach: 'Приложить скан',
  change: 'Скан приказа',
  file: 'Выберите или перетащите скан приказа',
  hint: 'PDF или фотография, до 20 МБ. Увидят те, кому открыта книга движения.',
  chosen: (name: string) => `Приложен: ${name}`,
  standing: 'Скан уже приложен. Новый встанет на его место.',
  whole: (number: string) => `Ко всем записям с приказом № ${number}`,
  save: 'Сохранить',
  remove: 'Убрать скан',
  saved: 'Скан приложен',
  removed: 'Скан убран',
}
export const cancel = 'Отменить запись'
export const chooseStudent = 'Выберите ученика из найденных: нажмите на фамилию.'
export const openPerson = 'Карточка ученика'
export const cancelTitle = 'Отменить запись?'
export const cancelText = (kind: string, name: string, on: PlainDate) =>
  `${kind}: ${name}, ${fullDate(on)}. Списки станут такими, какими были до неё; в книге запись останется зачёркнутой.`
export const cancelDone = 'Запись отменена, списки восстановлены'
export const correctDone = 'Запись исправлена'

export const wrong = {
  title: 'Несоответствия',
  note: (n: number) => count(n, 'несоответствие', 'несоответствия', 'несоответствий'),
  open: 'Открыть карточку',
  more: (n: number) => `Показать ещё ${n}`,
}

export const dialog: Record<
  'enrol' | 'transfer' | 'depart' | 'return',
  { title: string; action: string; on: string; onHint: string; done: string }
> = {
  enrol: {
    title: 'Зачислить в класс',
    action: 'Зачислить',
    on: 'Учится с',
    onHint: 'Первый день, когда ученик в списке класса.',
    done: 'Зачисление записано',
  },
  transfer: {
    title: 'Перевести в другой класс',
    action: 'Перевести',
    on: 'В новом классе с',
    onHint:
      'Отметки останутся в журнале прежнего класса. Учитель нового увидит их над своим журналом, в средний балл войдут и те и другие.',
    done: 'Перевод записан',
  },
  depart: {
    title: 'Отметить выбытие',
    action: 'Отметить выбытие',
    on: 'Не учится с',
    onHint: 'Первый день, когда ученика уже нет в списках. Отметки и история останутся.',
    done: 'Выбытие отмечено',
  },
  return: {
    title: 'Зачислить вернувшегося',
    action: 'Зачислить',
    on: 'Снова учится с',
    onHint: 'В журнале будут видны оба срока.',
    done: 'Зачисление записано',
  },
}
export const fields = {
  student: 'Кого',
  find: 'Начните писать фамилию',
  findHint: 'Здесь те, кто сейчас ни в одном классе. Если ученик новый, сначала заведите его карточку.',
  nobody: 'Никого не нашлось.',
  newPerson: 'Новый ученик',
  change: 'Выбрать другого',
  was: (name: string, until: PlainDate | null) => (until ? `${name} до ${numericDate(until)}` : name),
  class: 'Класс',
  orderNumber: 'Приказ №',
  orderDate: 'от',
  reason: 'Основание',
  reasonHint: 'Например: заявление родителей',
  cameFrom: 'Откуда прибыл',
  wentTo: 'Куда выбыл',
  insist: 'Всё равно оформить этой датой',
  insistHint: 'Записи после этой даты останутся в журнале, но в списке класса ученика в эти дни не будет.',
}
