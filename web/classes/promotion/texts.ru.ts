import type { PlainDate } from '#domain/platform/dates.ts'
import { numericDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export { promotionTitle as title } from '../sections.texts.ru.ts'

export const intro =
  'Классы нового года заводятся сами, ученики переходят в них с первого дня. Прежний год сохраняет свои списки и журналы.'
export const fromYear = 'Из какого года'
export const toYear = 'В какой год'
export const oneYear = 'Переводить некуда'
export const oneYearText = 'Сначала подготовьте следующий учебный год: звонки и вид периодов перейдут из этого.'
export const openYear = 'Учебный год'
export const everything = 'Всё уже переведено'
export const everythingText = 'У каждого ученика есть место в новом году.'
export const toClasses = (name: string) => `Классы ${name} учебного года`
export const columns = { class: 'Класс', next: 'Станет', students: 'Учеников', exceptions: 'Исключения' }
export const finishes = 'окончит школу'
export const exists = 'уже заведён'
export const left = (n: number, all: number) => (n === all ? String(n) : `${n} из ${all}`)
export const letter = (name: string) => `Буква класса, которым станет ${name}`
export const exceptions = (n: number) => (n === 0 ? 'Кто не со всеми' : count(n, 'исключение', 'исключения', 'исключений'))
export const include = (name: string) => `Перевести ${name}`
export const order = 'Приказ'
export const orderNumber = 'Приказ №'
export const orderDate = 'от'
export const graduatedOn = 'Выпускники выбывают с'
export const graduatedOnHint = (from: PlainDate, to: PlainDate) => `День между ${numericDate(from)} и ${numericDate(to)}`
export const copySubgroups = 'Сохранить подгруппы, классы-комплекты и потоки'
export const copySubgroupsHint = 'Кто учился вместе, останется вместе. Пятиклассники из класса-комплекта выходят.'
export const keepHomerooms = 'Классные руководители остаются со своим классом'
export const keepHomeroomsHint = 'Кроме 4 классов: в 5 классе руководитель новый.'
export const run = (n: number) => `Перевести ${count(n, 'класс', 'класса', 'классов')}`
export const runNone = 'Отметьте классы для перевода'
export const noClass = (grade: number) =>
  `В новом году ещё нет ${grade} класса. Создайте его в разделе «Классы и группы» и выберите ученика ещё раз.`
export const confirmTitle = 'Перевести в новый год?'
export const confirm = (students: number, name: string) =>
  `${count(students, 'запись появится', 'записи появятся', 'записей появятся')} в книге движения, новые списки начнут действовать с первого дня ${name} учебного года.`
export const confirmAction = 'Перевести'
type Ways = { promoted: number; conditionally: number; retained: number; graduated: number; departed: number }
/** Before it is done: «Перейдут в следующий класс: 444, останутся на повторное обучение: 1, окончат школу: 99». */
export const forecast = (ways: Ways) =>
  listed([
    ways.promoted > 0 && `перейдут в следующий класс: ${ways.promoted}`,
    ways.conditionally > 0 && `перейдут условно: ${ways.conditionally}`,
    ways.retained > 0 && `останутся на повторное обучение: ${ways.retained}`,
    ways.graduated > 0 && `окончат школу: ${ways.graduated}`,
    ways.departed > 0 && `выбудут: ${ways.departed}`,
  ])
/** Once it is done: «Переведено: 444, переведено условно: 1, оставлено на повторное обучение: 1, оканчивают школу: 99». */
export const result = (r: Ways) =>
  listed([
    r.promoted > 0 && `переведено: ${r.promoted}`,
    r.conditionally > 0 && `переведено условно: ${r.conditionally}`,
    r.retained > 0 && `оставлено на повторное обучение: ${r.retained}`,
    r.graduated > 0 && `оканчивают школу: ${r.graduated}`,
    r.departed > 0 && `выбывают: ${r.departed}`,
  ])
const listed = (parts: readonly (string | false)[]) => {
  const text = parts.filter((part) => part !== false).join(', ') || 'переводить некого'
  return text.charAt(0).toUpperCase() + text.slice(1)
}
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
export const reason = 'Основание'
export const debtHint =
  'Задолженность и срок: «задолженность по алгебре, ликвидировать до 15.10.2027». Срок – не больше года (273-ФЗ, ст. 58). Запись попадёт в книгу движения.'
export const ready = 'Готово'
