import { type AbsenceCode, absenceLetters } from '#domain/attendance/rules.ts'
import { absenceNames } from '#domain/attendance/texts.ru.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { dayAndMonth, numericDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { count, plural } from '#domain/platform/texts.ts'
import type { Intent, Scale } from './keys.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** «Иванова М. П.» ends a sentence by itself. */
const closed = (text: string) => (text.endsWith('.') ? text : `${text}.`)
export const cells = (n: number) => count(n, 'клетка', 'клетки', 'клеток')
export const cellsTo = (n: number) => count(n, 'клетку', 'клетки', 'клеток')

export const journal = 'Журнал'
export const journals = 'Журналы'
export const journalOf = (group: string, subject: string) => `${group}, ${subject}`
export const tabs = {
  label: 'Разделы журнала',
  marks: 'Отметки',
  attendance: 'Посещаемость',
  topics: 'Темы и задания',
  totals: 'Итоги',
}
export const pick = { group: 'Класс или группа', subject: 'Предмет', term: 'Период' }
export const noLessons = {
  title: 'В этом периоде уроков нет',
  text: 'Уроки появляются здесь из расписания. Выберите другой период или спросите завуча о расписании.',
}
export const noStudents = { title: 'В этой группе пока никого нет', text: 'Списки классов и групп ведёт администратор.' }
export const keptCopy = (at: string) => `Показана страница, сохранённая ${at}.`

export const brought = {
  label: 'Прежние отметки периода',
  of: (name: string, group: string) => `${name}, прежние отметки (${group}):`,
  counted: 'учтены в среднем',
}

export const reading = {
  other: (teachers: string) => `Вы смотрите журнал. Записи вносит учитель: ${closed(teachers)}`,
  nobody: 'Вы смотрите журнал. Записи вносит учитель, который ведёт предмет.',
  substitute: (days: string) => `Вы замещаете, записи можно вносить только в свои уроки: ${closed(days)}`,
  foreignLesson: (teacher: string) => `Этот урок ведёт ${closed(teacher)} Записи вносит тот, кто ведёт урок.`,
}

export const tools = {
  undo: 'Отменить (Ctrl+Z)',
  redo: 'Повторить (Ctrl+Y)',
  rollCall: 'Перекличка',
  addWork: 'Работа',
  addWorkHint: 'Добавить колонку к уроку',
  print: 'Напечатать',
  help: 'Клавиши',
  panel: 'Сведения о клетке (Alt+Enter)',
}

export const grid = {
  label: (group: string, subject: string, term: string) => `Журнал: ${group}, ${subject}, ${term}`,
  student: 'Ученик',
  number: '№',
  average: 'Средний',
  averageFull: 'Средний взвешенный балл',
  missed: 'Проп.',
  missedFull: 'Пропущено уроков',
  today: 'сегодня',
  cancelled: 'урок отменён',
  noTopic: 'тема не записана',
  topic: (topic: string) => `Тема: ${topic}`,
  homework: (text: string) => `Задано: ${text}`,
  substitution: (teacher: string) => `Замена: ${teacher}`,
  weight: (weight: string) => `вес ${weight}`,
  rolled: 'перекличка проведена',
  notRolled: 'переклички не было',
  noMarksYet: 'отметок пока нет',
  comment: 'есть пояснение',
}

type Days = { from: PlainDate; to: PlainDate | null }
/** Who learns the subject by a plan of their own. S4 Р10f. */
export const ownPlan = {
  short: 'ИУП',
  full: (days: readonly Days[]) =>
    `по индивидуальному плану ${days.map(({ from, to }) => (to === null ? `с ${numericDate(from)}` : `с ${numericDate(from)} по ${numericDate(to)}`)).join(', ')}`,
}

/** On paper. */
export const paper = {
  sheet: (n: number, of: number, today: PlainDate) =>
    [of > 1 ? `Лист ${n} из ${of}` : '', numericDate(today)].filter(Boolean).join(' · '),
}

export const columnName = (date: PlainDate, type: string, title: string) =>
  [dayAndMonth(date), type.toLowerCase(), title].filter(Boolean).join(', ')
export const dayName = (date: PlainDate) => `${weekdayName(date)}, ${dayAndMonth(date)}`

export const status = {
  students: (n: number) => count(n, 'ученик', 'ученика', 'учеников'),
  average: (text: string) => `Средний балл класса ${text}`,
  entered: (student: string, text: string) => `${student}: ${text || 'пусто'}`,
  whyAbove: 'Не записано, причина над таблицей.',
  refused: (n: number) => `${cells(n)} не ${plural(n, 'принята', 'приняты', 'приняты')}`,
  showRefused: 'Показать',
  filled: (n: number) => `Заполнено: ${cells(n)}`,
  filledPresent: (n: number, absent: number) => `Заполнено: ${cells(n)}. Отсутствовавших пропустили: ${absent}.`,
  takeBack: 'Отменить',
  nothingToFill: 'Заполнять нечего: у всех, кто был, отметки уже стоят.',
  undone: (n: number) => `Отменено: ${cells(n)}`,
  redone: (n: number) => `Возвращено: ${cells(n)}`,
  skipped: (n: number) =>
    `${capital(cellsTo(n))} с тех пор изменил кто-то другой, ${plural(n, 'она осталась', 'они остались', 'они остались')} как есть.`,
  nothingToUndo: 'Отменять нечего.',
  copied: (n: number) => `Скопировано: ${cells(n)}`,
  pasted: (n: number) => `Вставлено: ${cells(n)}`,
  nothingPasted: 'В буфере обмена нет отметок.',
  appending: 'Введите вторую отметку',
  outsideScale: (value: string, scale: string) => `Отметки «${value}» нет: ставят ${scale}.`,
  left: 'Следующий Tab выйдет из таблицы.',
}

export const scaleWords = (scale: Scale, lowest: number) => (scale === 'passFail' ? 'зачёт или незачёт' : `от 5 до ${lowest}`)

const valueNames: Record<number, string> = { 5: 'пятёрка', 4: 'четвёрка', 3: 'тройка', 2: 'двойка', 1: 'единица' }

/** What stands on a button of the mark pad, and how it is read aloud. */
export function padButton(intent: Intent, scale: Scale): { text: string; name: string } {
  switch (intent.kind) {
    case 'value':
      if (scale === 'passFail') return intent.value === 1 ? { text: 'зач', name: 'Зачёт' } : { text: 'нз', name: 'Незачёт' }
      return { text: String(intent.value), name: `${intent.value}, ${valueNames[intent.value] ?? ''}` }
    case 'absence':
      return { text: absenceLetters[intent.code], name: `${absenceLetters[intent.code]}, ${absenceNames[intent.code]}` }
    case 'point':
      return { text: '•', name: 'Точка: работа ещё не сдана' }
    case 'another':
      return { text: '/', name: 'Вторая отметка в ту же клетку' }
    case 'backspace':
      return { text: '⌫', name: 'Стереть последнее' }
    case 'clear':
      return { text: '✕', name: 'Очистить клетку' }
    default:
      return intent satisfies never
  }
}

export const absenceName = (code: AbsenceCode) => capital(absenceNames[code])
export const pad = { label: 'Отметки и пропуски', next: 'Следующий ученик', previous: 'Предыдущий ученик' }

/** A line of the queue: what waits there, about whom. */
export const labels = {
  cell: (course: string, date: PlainDate, student: string, text: string) =>
    `${course}, ${dayAndMonth(date)}. ${student}: ${text || 'пусто'}`,
  many: (course: string, n: number) => `${course}: ${cells(n)}`,
  roll: (course: string, date: PlainDate, absent: number) =>
    `${course}, ${dayAndMonth(date)}: перекличка, ${absent ? `отмечено ${absent}` : 'все присутствуют'}`,
  topic: (course: string, date: PlainDate) => `${course}, ${dayAndMonth(date)}: тема урока`,
  note: (course: string, date: PlainDate) => `${course}, ${dayAndMonth(date)}: служебная заметка`,
  homework: (course: string, date: PlainDate) => `${course}, ${dayAndMonth(date)}: домашнее задание`,
  work: (course: string, date: PlainDate, type: string) => `${course}, ${dayAndMonth(date)}: ${type.toLowerCase()}`,
}

export const tip = {
  minutes: (n: number) => `, ${count(n, 'минута', 'минуты', 'минут')}`,
  due: (day: string) => `Работу ждут до ${day}`,
  basis: (basis: string) => `Основание: ${basis}`,
  formula: 'Отметка × вес × сколько раз, сумма делится на сумму весов:',
}

export const editor = {
  label: (student: string) => `${student}: вся клетка`,
  wrong: 'Так в клетке не пишут. Пример: 4/5, н, н/5, точка.',
}
