import { absenceLetters, type AbsenceCode } from '#domain/attendance/rules.ts'
import { absenceNames } from '#domain/attendance/texts.ru.ts'
import { dayAndMonth, shortWeekday, weekdayName } from '#domain/platform/dateTexts.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { count, plural } from '#domain/platform/texts.ts'
import type { Intent, Scale } from './keys.ts'

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const cells = (n: number) => count(n, 'клетка', 'клетки', 'клеток')
const cellsTo = (n: number) => count(n, 'клетку', 'клетки', 'клеток')

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
export const loadingPage = 'Открываем журнал…'
export const noLessons = {
  title: 'В этом периоде уроков нет',
  text: 'Уроки появляются здесь из расписания. Выберите другой период или спросите завуча о расписании.',
}
export const noStudents = { title: 'В этой группе пока никого нет', text: 'Списки классов и групп ведёт администратор.' }
export const keptCopy = (at: string) =>
  `Нет связи. Показана страница, сохранённая ${at}. То, что вы введёте, сохранится здесь и уйдёт позже.`

export const reading = {
  other: (teachers: string) => `Вы смотрите журнал. Записи вносит ${teachers}.`,
  nobody: 'Вы смотрите журнал. Записи вносит учитель, который ведёт предмет.',
  substitute: (days: string) => `Вы замещаете: записи можно вносить только в свои уроки — ${days}.`,
  foreignLesson: (teacher: string) => `Этот урок ведёт ${teacher}, записи в него вносит только он.`,
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
  today: 'К сегодняшнему уроку',
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
  averageOf: (text: string) => `Средний балл ${text}`,
  comment: 'есть пояснение',
}

export const columnName = (date: PlainDate, type: string, title: string) =>
  [dayAndMonth(date), type.toLowerCase(), title].filter(Boolean).join(', ')
export const dayName = (date: PlainDate) => `${weekdayName(date)}, ${dayAndMonth(date)}`

export const status = {
  students: (n: number) => count(n, 'ученик', 'ученика', 'учеников'),
  average: (text: string) => `Средний балл класса ${text}`,
  waiting: (n: number) => `Ждут отправки: ${cells(n)}`,
  refused: (n: number) => `${cells(n)} не ${plural(n, 'принята', 'приняты', 'приняты')}`,
  showRefused: 'Показать',
  selected: (n: number) => `Выделено: ${cells(n)}`,
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
  conflict: 'Эту клетку изменили двое. Выберите, что оставить: Alt+Enter.',
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

export const paste = {
  title: 'Вставка из таблицы',
  action: (n: number) => (n > 0 ? `Вставить ${cellsTo(n)}` : 'Вставлять нечего'),
  all: (n: number) => `Проверьте, всё ли на своих местах. Будет заполнено: ${cells(n)}.`,
  partly: (n: number, wrong: number) => `Будет заполнено: ${cells(n)}. Не получится вставить: ${wrong}, они отмечены красным.`,
  inTable: 'В вашей таблице',
  line: 'Строка',
  student: 'В журнале',
  head: (date: PlainDate | null) => (date ? dayAndMonth(date) : 'за пределами журнала'),
  notEntry: 'это не отметка',
  problems: {
    unknownName: 'такого ученика нет',
    twoNames: 'подходит несколько учеников: допишите имя',
    beyondList: 'список класса закончился',
    twice: 'этот ученик уже был выше',
  },
}

type HelpGroup = { title: string; rows: [keys: string, meaning: string][] }
export const keysHelp = {
  title: 'Клавиши журнала',
  layout:
    'Раскладка не важна: на английской работают те же клавиши. Только запятая на английской ставит вторую отметку, а болезнь там — клавиша B.',
  groups: (scale: Scale, marks: boolean): HelpGroup[] => [
    ...(marks
      ? [
          {
            title: 'Отметки',
            rows: [
              scale === 'five' ? ['5 4 3 2', 'отметка, и курсор идёт вниз'] : ['з +', 'зачёт, и курсор идёт вниз'],
              ...(scale === 'five' ? [] : [['-', 'незачёт'] as [string, string]]),
              [', /', 'вторая отметка: 4 / 5'],
              ['. *', 'точка: работу ещё ждут'],
              ['⌫', 'стереть последнее'],
              ['Delete', 'очистить клетку или выделенное'],
              ['F2', 'править клетку целиком'],
            ] as [string, string][],
          },
        ]
      : []),
    {
      title: 'Пропуски',
      rows: [
        ['н', 'отсутствовал, причина не указана'],
        ['б', 'болезнь'],
        ['у', 'уважительная причина'],
        ['п', 'без уважительной причины'],
        ['о', 'опоздание'],
        ['с', 'освобождён'],
      ],
    },
    {
      title: 'Движение',
      rows: [
        ['↑ ↓ ← →', 'на клетку, с Ctrl до края'],
        ['Enter', 'вниз, с Shift вверх'],
        ['Tab', 'вправо, с Shift влево'],
        ['Home End', 'начало и конец строки'],
        ['Esc Tab', 'выйти из таблицы'],
      ],
    },
    {
      title: 'Сразу много',
      rows: [
        ['Shift+↓', 'выделить несколько клеток'],
        ['Ctrl+Пробел', 'выделить колонку'],
        ['Ctrl+D', 'заполнить вниз'],
        ['Ctrl+Enter', 'заполнить выделенное'],
        ['Ctrl+C Ctrl+V', 'копировать и вставить, в том числе из Excel'],
        ['Ctrl+Z Ctrl+Y', 'отменить и вернуть'],
      ],
    },
    {
      title: 'Подробности',
      rows: [
        ['Alt+Enter', 'история клетки, пояснение, срок точки'],
        ['Alt+↓', 'урок: тема, задание, работы, перекличка'],
        ['?', 'эта подсказка'],
      ],
    },
  ],
}

export const panel = {
  label: 'Сведения о клетке',
  none: 'Выберите клетку ученика.',
  empty: 'пусто',
  present: 'был на уроке',
  comment: 'Пояснение к отметке',
  commentHint: 'Его увидят ученик и родители.',
  basis: 'Основание',
  basisHint: 'Протокол зачёта пропущенной темы: номер и дата.',
  dueOn: 'Работу ждут до',
  minutes: 'Опоздание, минут',
  history: 'История клетки',
  historyOffline: 'Нет связи. История появится, когда она вернётся.',
  noHistory: 'Здесь ещё ничего не записывали.',
  nothing: 'пусто',
  attendance: '(посещаемость)',
  basisLine: (basis: string) => `Основание: ${basis}`,
  dueLine: (day: string) => `Ждут до ${day}`,
  tryAgain: 'Отправить ещё раз',
  giveUp: (stands: string) => `Убрать, оставить «${stands}»`,
  conflict: 'Пока вы вводили, здесь уже записали другое. Что оставить?',
  theirs: (by: string, at: string) => [by, at].filter(Boolean).join(', '),
  mine: 'ваше значение',
  keepTheirs: 'Оставить это',
  writeMine: 'Записать моё',
}

const bytes = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })
export const fileSize = (size: number): string =>
  size < 1_000_000 ? `${bytes.format(Math.max(1, Math.round(size / 1000)))} КБ` : `${bytes.format(size / 1_000_000)} МБ`

export const topics = {
  label: 'Темы уроков и домашние задания',
  lesson: 'Урок',
  homework: 'Домашнее задание',
  number: (n: number) => `${n}-й урок`,
  topic: 'Тема урока',
  topicOf: (date: PlainDate) => `Тема урока ${dayAndMonth(date)}`,
  content: 'Что сделать дома',
  pages: 'Страницы',
  exercises: 'Упражнения',
  minutes: 'Минут',
  due: 'К уроку',
  fieldOf: (label: string, date: PlainDate) => `${label}, задание от ${dayAndMonth(date)}`,
  onDay: (date: PlainDate) => `, ${dayAndMonth(date)}`,
  nextLesson: 'к следующему',
  dueNext: 'К следующему уроку',
  dueOn: (date: PlainDate) => `К уроку ${dayAndMonth(date)}`,
  nothing: 'не задано',
  setAfterAll: 'Всё-таки задать',
  attach: 'Приложить файл',
  removeFile: (name: string) => `Убрать файл ${name}`,
  uploading: 'Загружаем файл…',
  individual: 'Задание не для всех',
  individualStart: 'Индивидуальное задание',
  whoseTask: 'Кому это задание',
  chosen: (n: number) => (n > 0 ? `Выбрать ${count(n, 'ученика', 'учеников', 'учеников')}` : 'Выберите учеников'),
  onlyFor: (names: string[]) => `Только: ${names.join(', ')}`,
  secondTask: 'Ещё одно задание для всех',
  changeStudents: 'Изменить список',
  waiting: 'Сохранено на этом устройстве, ждёт отправки',
}

export const works = {
  heading: 'Работы урока',
  newTitle: (date: PlainDate) => `Новая работа, ${dayAndMonth(date)}`,
  type: 'Вид работы',
  current: 'Текущие работы',
  control: 'Контрольные, практические, лабораторные',
  title: 'Тема работы',
  weight: 'Вес',
  weightHint: 'Во сколько раз отметка важнее обычной: 1, 1,5, 3. Ноль — не входит в средний.',
  weightWrong: 'Вес — число от 0 до 10, например 1,5.',
  add: 'Добавить работу',
  save: 'Сохранить',
  change: (type: string) => `Изменить: ${type.toLowerCase()}`,
  remove: (type: string) => `Убрать колонку: ${type.toLowerCase()}`,
  quoted: (title: string) => ` «${title}»`,
  times: (weight: string) => `вес ${weight}`,
  fill: 'Всем, кто был и без отметки:',
  fillLabel: (type: string) => `Заполнить колонку: ${type.toLowerCase()}`,
}

export const lessonTexts = {
  number: (n: number) => `${n}-й урок`,
  room: (room: string) => `кабинет ${room}`,
  substitution: 'замена',
  rollCall: 'Провести перекличку',
  note: 'Служебная заметка',
  noteHint: 'Её видят только сотрудники школы.',
}

export const rollTexts = {
  title: (day: string) => `Перекличка: ${day}`,
  lead: 'Отметьте тех, кого нет или кто опоздал. Остальные будут записаны как присутствующие.',
  everybody: 'Все присутствуют',
  save: (there: number, missing: number) => `Записать: на месте ${there}, отмечено ${missing}`,
  clear: 'Сбросить',
  minutes: (name: string) => `${name}, опоздание в минутах`,
  minutesShort: 'мин',
}

export const totals = {
  label: 'Итоги периода',
  caption: (group: string, subject: string, term: string) => `${group}, ${subject}. Итоги: ${term}`,
  student: 'Ученик',
  average: 'Средний',
  averageName: 'Средний взвешенный балл',
  countOf: (name: string) => `сколько: ${name}`,
  marks: 'Всего',
  marksName: 'Всего отметок',
  density: 'Накоп.',
  densityName: 'Накопляемость: отметок на сто проведённых уроков',
  pointsName: 'Точки: работы, которые ещё ждут',
  missed: 'Проп.',
  missedName: 'Пропущено уроков',
  attended: 'Посещ.',
  attendedName: 'Посещено уроков из проведённых',
  all: 'Класс',
}

export const phone = {
  lesson: 'Урок',
  previousLesson: 'Предыдущий урок',
  nextLesson: 'Следующий урок',
  lessonOption: (date: PlainDate, type: string, today: boolean) =>
    [dayAndMonth(date), shortWeekday(date), type, today ? grid.today : ''].filter(Boolean).join(', '),
  now: (date: PlainDate, type: string) => [dayAndMonth(date), type].filter(Boolean).join(', '),
  rollCall: 'Перекличка',
  topic: 'Тема и задание',
  details: 'Подробно',
  average: 'средний балл',
  refused: 'не принято',
}

export const list = {
  search: 'Найти журнал',
  example: '7 алгебра',
  own: 'Мои журналы',
  unfilled: (n: number) => `Не заполнено: ${count(n, 'урок', 'урока', 'уроков')}`,
  filled: 'Всё заполнено',
  noLessons: 'Уроков ещё не было',
  none: 'Журналов пока нет',
  noneText: 'Они появятся, когда завуч назначит вам предметы и классы.',
  nothingFound: 'Ничего не нашлось',
  nothingFoundText: 'Попробуйте класс, предмет или фамилию учителя.',
}
