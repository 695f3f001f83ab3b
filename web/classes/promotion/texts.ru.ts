import type { PlainDate } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { promotionTitle as title } from '../sections.texts.ru.ts'

export const intro =
  'Классы нового года заводятся сами, ученики переходят в них с первого дня. Прежний год сохраняет свои списки и журналы.'
export const fromYear = 'Из какого года'
export const toYear = 'В какой год'
export const oneYear = 'Переводить некуда'
export const oneYearText = 'Сначала заведите новый учебный год.'
export const openYear = 'Учебный год'
export const everything = 'Всё уже переведено'
export const everythingText = 'У каждого ученика есть место в новом году.'
export const columns = { class: 'Класс', next: 'Станет', students: 'Учеников', exceptions: 'Исключения' }
export const finishes = 'окончит школу'
export const exists = 'уже заведён'
export const left = (n: number, all: number) => (n === all ? String(n) : `${n} из ${all}`)
export const letter = (name: string) => `Буква класса, которым станет ${name}`
export const exceptions = (n: number) => (n === 0 ? 'Кто не со всеми' : count(n, 'исключение', 'исключения', 'исключений'))
export const done = 'переведён'
export const include = (name: string) => `Перевести ${name}`
export const order = 'Приказ'
export const orderNumber = 'Приказ №'
export const orderDate = 'от'
export const graduatedOn = 'Выпуск и выбытие — с'
export const graduatedOnHint = (from: PlainDate, to: PlainDate) => `День между ${numericDate(from)} и ${numericDate(to)}`
export const copySubgroups = 'Сохранить подгруппы'
export const copySubgroupsHint = 'Кто учился вместе на иностранном, труде и информатике, останется вместе.'
export const keepHomerooms = 'Классные руководители остаются со своим классом'
export const keepHomeroomsHint = 'Кроме 4 классов: в 5 классе руководитель новый.'
export const run = (n: number) => `Перевести ${count(n, 'класс', 'класса', 'классов')}`
export const confirmTitle = 'Перевести в новый год?'
export const confirm = (students: number, name: string) =>
  `${count(students, 'ученик', 'ученика', 'учеников')}: записи появятся в книге движения, новые списки начнут действовать с первого дня ${name}.`
export const confirmAction = 'Перевести'
export const result = (r: { promoted: number; conditionally: number; retained: number; graduated: number; departed: number }) =>
  [
    r.promoted > 0 && `переведено ${r.promoted}`,
    r.conditionally > 0 && `условно ${r.conditionally}`,
    r.retained > 0 && `оставлено ${r.retained}`,
    r.graduated > 0 && `выпущено ${r.graduated}`,
    r.departed > 0 && `выбыло ${r.departed}`,
  ]
    .filter(Boolean)
    .join(', ') || 'переводить было некого'
export const outcomes = {
  usual: 'как весь класс',
  promote: 'переводится',
  promoteConditionally: 'переводится условно',
  retain: 'остаётся на повторное обучение',
  graduate: 'оканчивает школу',
  depart: 'выбывает',
} as const
export const exceptionsTitle = (name: string) => `${name}: кто не со всеми`
export const outcomeOf = (name: string) => `Что дальше: ${name}`
export const classOf = (name: string) => `Класс для ученика ${name}`
export const ready = 'Готово'
