import type { Section } from '#domain/calendar/findings.ts'
import type { SchoolDays, Term, TermKind } from '#domain/calendar/rules.ts'
import { gradesText, termName } from '#domain/calendar/texts.ru.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { dateRange, dayAndMonth, fullDate } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'

export const title = 'Учебный год'
export const about = 'Периоды, каникулы, звонки и смены'
export const week5 = 'Пять дней'
export const week6 = 'Шесть дней'
export const days = (n: number) => count(n, 'день', 'дня', 'дней')
export const schoolDays = (n: number) => count(n, 'учебный день', 'учебных дня', 'учебных дней')
/** «58 дней»; «58–69 дней» when some classes learn five days a week and some six. */
const inWeeks = (words: (n: number) => string) => (found: readonly number[]) =>
  `${found.length > 1 ? `${found[0]}–` : ''}${words(found.at(-1)!)}`
export const daysInWeeks = inWeeks(days)
export const schoolDaysInWeeks = inWeeks(schoolDays)
/** «34 учебные недели, 170 дней», «33 учебные недели и 2 дня, 167 дней»; a week unlike that of the year is named. */
export const schoolWeeks = ({ weeks, rest, days: all, studyDays }: SchoolDays, ofYear: number) =>
  `${count(weeks, 'учебная неделя', 'учебные недели', 'учебных недель')}${rest > 0 ? ` и ${days(rest)}` : ''}, ${days(all)}${
    studyDays === ofYear ? '' : `, ${weekOf(studyDays)}`
  }`
export const range = (from: PlainDate, to: PlainDate) => (from === to ? dayAndMonth(from) : dateRange(from, to))
export const yearTitle = (name: string) => `${name} учебный год`
export const bounds = (from: PlainDate, to: PlainDate) => `${fullDate(from)} – ${fullDate(to)}`
export const weekOf = (studyDays: number) => (studyDays === 6 ? 'шестидневная неделя' : 'пятидневная неделя')
export const grades = { label: 'Классы', all: 'Все классы', some: 'Некоторые', from: 'с', to: 'по' }
export const change = 'Изменить'
export const freeDays = {
  title: 'Каникулы и праздники',
  changeVacations: 'Изменить каникулы',
  changeDays: 'Изменить праздники',
}
export const save = 'Сохранить'
export const saveAndGo = 'Сохранить и продолжить'
export const go = 'Дальше'
export const back = 'К учебному году'
export const reset = 'Вернуть как было'
export const dayMissing = 'Укажите день'
export const remove = (what: string) => `Убрать: ${what}`
export const readOnly = 'Календарь меняют администратор и заместитель директора.'

export const list = {
  choose: 'Учебный год',
  draft: 'готовится',
  prepare: 'Подготовить год',
  none: 'Учебного года ещё нет',
  yearFirst: 'План и нагрузка принадлежат учебному году. Сначала подготовьте его.',
  noneText: 'Начните с дат: периоды, каникулы, праздники и звонки подставятся по образцу, их останется поправить.',
  draftTitle: 'Год готовится: его видят только те, кто его заполняет.',
  draftOf: (name: string) => `Готовится ${name} учебный год.`,
  proceed: 'Продолжить',
  open: 'Открыть учебный год',
  timetable: 'Год открыт, а расписания уроков ещё нет: его вносит заместитель директора.',
  findings: 'На что обратить внимание',
  required: 'нужно',
  advice: 'совет',
}

export const creating = {
  title: 'Новый учебный год',
  start: 'Какой год готовим',
  from: 'За основу взять',
  anew: 'Образец: четверти в 1–9, полугодия в 10–11 классах',
  copy: (name: string) => `${name} год: те же периоды и звонки, даты нового года`,
  week: 'Учебная неделя',
  about:
    'Даты подставятся по календарю Минпросвещения прошлых лет. Всё можно изменить на следующих шагах, год откроется последним шагом.',
  action: 'Подготовить',
}

export const steps = {
  label: 'Шаги подготовки года',
  bounds: 'Границы',
  terms: 'Периоды',
  vacations: 'Каникулы',
  days: 'Праздники',
  bells: 'Звонки',
  classes: 'Классы',
  open: 'Открытие',
} satisfies Record<Section | 'open' | 'label', string>
export const leaving = {
  title: 'Уйти без сохранения?',
  text: 'Изменения на этом шаге ещё не сохранены.',
  action: 'Уйти',
}

export const boundsStep = {
  title: 'Первый и последний день, учебная неделя',
  from: 'Первый учебный день',
  to: 'Последний учебный день',
  week: 'Учебная неделя',
  amount: 'Сколько получается учёбы',
  amountHint: (studyDays: number, others: boolean) =>
    `Без каникул и праздников, внесённых в календарь. Неделя здесь – ${schoolDays(studyDays)}${others ? ', если у параллели не своя' : ''}.`,
  weekHint: 'Отдельным классам неделю можно назначить на шаге «Классы».',
  saved: 'Границы года сохранены',
}

const termInFull = (term: Term | undefined) =>
  term ? `${termName(term.kind, term.number)}, ${gradesText(term)}` : 'вне периодов'

export const termsStep = {
  about:
    'Даты периодов хранятся в одном месте: по ним раскладываются журналы, дневники и отчёты. Разным классам можно назначить разные периоды.',
  kinds: {
    quarter: 'Четверти',
    trimester: 'Триместры',
    halfYear: 'Полугодия',
    module: 'Модули',
    year: 'Весь год',
  } satisfies Record<TermKind, string>,
  kind: 'Периоды',
  from: 'Первый день',
  to: 'Последний день',
  amount: 'Учится',
  locked: 'закрыт',
  propose: 'Даты по образцу',
  addTerm: 'Добавить период',
  removeTerm: 'Убрать последний',
  addScheme: 'Добавить другие классы',
  removeScheme: 'Убрать',
  none: 'Периодов ещё нет',
  noneText: 'Добавьте классы и выберите, чем они учатся: четвертями, полугодиями, модулями.',
  saved: 'Периоды сохранены',
  moves: {
    title: 'Что изменится в журналах',
    about: 'Уроки переходят в другие периоды вместе с отметками и заданиями. Сами отметки не меняются.',
    total: (lessons: number, marks: number) =>
      marks === 0
        ? `${count(lessons, 'урок', 'урока', 'уроков')}, отметок в них нет`
        : `${count(lessons, 'урок', 'урока', 'уроков')} и ${count(marks, 'отметка', 'отметки', 'отметок')}`,
    group: 'Класс, группа',
    /** «2 → 3 четверть, 1–9 классы»; in full when kind or grades differ, or one of them is none. */
    pair: (from: Term | undefined, to: Term | undefined) =>
      from && to && from.kind === to.kind && gradesText(from) === gradesText(to)
        ? `${from.number} → ${termName(to.kind, to.number)}, ${gradesText(to)}`
        : `${termInFull(from)} → ${termInFull(to)}`,
    nothing: '–',
    lessons: 'Уроков',
    marks: 'Отметок',
    homework: 'Заданий',
    lost: (n: number) =>
      `${count(n, 'проведённый урок остался бы', 'проведённых урока остались бы', 'проведённых уроков остались бы')} вне периодов. Измените даты.`,
    action: 'Перенести и сохранить',
  },
}

export const daysStep = {
  about:
    'Государственные праздники подставлены вместе с днями, на которые переходят выходные. Перенос по постановлению Правительства добавьте сами.',
  date: 'День',
  name: 'Название',
  kind: 'Что за день',
  kinds: { holiday: 'Выходной', workday: 'Рабочий день' },
  like: 'По расписанию',
  add: 'Добавить день',
  none: 'Праздников и переносов нет',
  saved: 'Праздники и переносы сохранены',
  newName: { holiday: 'Выходной', workday: 'Рабочая суббота' },
}
export const vacationsStep = {
  about:
    'Каникулы длятся не меньше семи дней; у первого класса есть дополнительная неделя в середине третьей четверти, при триместрах – второго.',
  name: 'Название',
  from: 'Первый день',
  to: 'Последний день',
  amount: 'Длятся',
  add: 'Добавить каникулы',
  none: 'Каникул ещё нет',
  saved: 'Каникулы сохранены',
  newName: 'Каникулы',
  unfit: 'Каникулы не сходятся с периодами.',
  fit: 'Подставить каникулы к этим периодам',
}
export const propose = 'Заполнить по образцу'

export const bellsStep = {
  about:
    'Если подходит несколько расписаний, действует самое узкое: сначала по части года, потом по классам. Так для одного дня можно задать короткие уроки, не трогая остальное.',
  schedule: (i: number) => `Расписание ${i}`,
  weekdays: 'Дни недели',
  shift: 'Смена',
  part: 'Когда действует',
  wholeYear: 'Весь год',
  partOfYear: 'Часть года',
  from: 'С',
  to: 'По',
  lesson: 'Урок',
  starts: 'Начало',
  ends: 'Конец',
  break: 'Перемена',
  minutes: (n: number) => `${n} мин`,
  addLesson: 'Добавить урок',
  removeLesson: 'Убрать последний',
  template: 'Подставить время',
  templates: {
    town: 'по 40 минут с 8:30',
    townMonday: 'понедельник с «Разговорами о важном»',
    rural: 'по 45 минут с 9:00',
    secondShift: 'вторая смена с 14:00',
    firstGradeAutumn: '1 класс, по 35 минут',
    firstGradeSpring: '1 класс, по 40 минут',
    shortened: 'сокращённый день, по 30 минут',
  },
  choose: 'выберите образец',
  missing: (classes: readonly string[]) => `Нет звонков для классов: ${classes.join(', ')}.`,
  fill: 'Добавить для них звонки по образцу',
  add: 'Добавить расписание',
  copy: 'Повторить',
  none: 'Звонков ещё нет',
  noneText: 'Без них в дневниках не видно времени уроков.',
  saved: 'Звонки сохранены',
  forWhom: (grades: string, shift: number) => (shift === 1 ? grades : `${grades}, ${shift} смена`),
}
const weekdayNames = ['', 'пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']
export const weekdayShort = (weekday: number) => weekdayNames[weekday]!
export const weekdayLong = (weekday: number) =>
  ['', 'понедельника', 'вторника', 'среды', 'четверга', 'пятницы', 'субботы', 'воскресенья'][weekday]!
export const weekdaysText = (weekdays: readonly number[]) => {
  const [first, last] = [weekdays[0]!, weekdays.at(-1)!]
  return weekdays.length > 2 && last - first === weekdays.length - 1
    ? `${weekdayNames[first]}–${weekdayNames[last]}`
    : weekdays.map((one) => weekdayNames[one]).join(', ')
}
export const shifts = ['Первая', 'Вторая', 'Третья']

export const classesStep = {
  about:
    'Смена решает, по каким звонкам учится класс, неделя – учится ли он по субботам; подгруппы следуют за ним. Несколько классов сразу – отметьте их галочками.',
  name: 'Класс',
  shift: 'Смена',
  week: 'Неделя',
  asYear: 'Как у школы',
  students: 'Учеников',
  search: 'Найти класс',
  shiftOfSelected: (n: number) => `Смена отмеченных классов: ${n}`,
  weekOfSelected: (n: number) => `Неделя отмеченных классов: ${n}`,
  choose: 'выберите',
  none: 'Классов этого года ещё нет',
  noneText: 'Переведите прошлогодние классы на год вперёд или создайте новые.',
  firstText:
    'Их загружают таблицей сразу после открытия года, смену и неделю можно записать в ней же. Сейчас нажмите «Дальше», сюда можно вернуться.',
  toPromotion: 'Перевести прошлогодние классы',
  toClasses: 'К списку классов',
  saved: 'Смены и учебные недели сохранены',
}

export const openStep = {
  about: 'После открытия календарь увидят учителя, ученики и родители. Менять его можно и потом.',
  ready: 'Всё нужное заполнено.',
  notReady: 'Чтобы открыть год, заполните отмеченное словом «нужно».',
  action: 'Открыть учебный год',
  done: (name: string) => `${name} учебный год открыт`,
  opened: (moment: string) => `Год открыт ${moment}.`,
  classes: 'Дальше – классы: их загрузят таблицей или создадут по одному. Что за чем идёт, подскажут «Первые шаги».',
  timetable:
    'Дальше заместитель директора вносит расписание уроков: напоминание о нём появится у завуча на странице «Заполнение журнала».',
}

export const strip = {
  label: (name: string) => `Год по неделям: ${name}`,
  grades: 'Классы',
  holidays: 'Праздники',
  vacation: 'каникулы',
  gap: 'не распределено',
}
