import type { AbsenceCode } from '#domain/attendance/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { dateRange, dayAndMonth, fullDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { count } from '#domain/platform/texts.ts'
import type { Wanted } from './forecast.ts'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const momentOfCopy = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' })
const copyTime = (iso: string): string => momentOfCopy.format(new Date(iso)).replace(' в ', ', ')

/** A number and its word stay on one line. */
const tight = (...counted: Parameters<typeof count>): string => count(...counted).replace(' ', '\u00a0')

const withMinutes = (minutes: number): string =>
  [minutes >= 60 ? `${Math.floor(minutes / 60)} ч` : '', minutes % 60 ? `${minutes % 60} мин` : ''].filter(Boolean).join(' ')

const absences: Record<Exclude<AbsenceCode, 'late'>, string> = {
  absent: 'Пропуск, причина не указана',
  sick: 'Пропуск по болезни',
  excused: 'Пропуск по уважительной причине',
  unexcused: 'Пропуск без уважительной причины',
  exempt: 'Освобождение на уроке',
}

const markNames: Record<Wanted, readonly [string, string, string]> = {
  5: ['пятёрка', 'пятёрки', 'пятёрок'],
  4: ['четвёрка', 'четвёрки', 'четвёрок'],
  3: ['тройка', 'тройки', 'троек'],
}

/** Words of the diary. */
export const texts = {
  diary: 'Дневник',
  marks: 'Отметки',
  timetable: 'Расписание',

  // week
  weekOf: (monday: PlainDate, saturday: PlainDate) => dateRange(monday, saturday),
  termWeek: (term: string, week: number | null) => (week === null ? term : `${term}, ${week}-я неделя`),
  previousWeek: 'Предыдущая неделя',
  nextWeek: 'Следующая неделя',
  today: 'Сегодня',
  print: 'Печать',
  days: 'Дни недели',
  weekday: (date: PlainDate) => capital(weekdayName(date)),
  dayAndMonth,
  dayLabel: (date: PlainDate) => `${weekdayName(date)}, ${dayAndMonth(date)}`,
  dayHasMarks: 'есть отметки',
  noLessons: 'Уроков нет',
  freeWeek: 'На этой неделе уроков нет.',
  todayBadge: 'сегодня',
  person: (name: string, className: string) => `${name}, ${className}`,
  beside: 'Коротко о главном',

  // lesson
  room: (room: string) => (/^\d/.test(room) ? `каб. ${room}` : room),
  substitution: (teacher: string) => `Замена: ${teacher}`,
  cancelled: 'Урок отменён',
  unfilled: 'Урок ещё не заполнен',
  individual: 'личное задание',
  nothingSet: 'На дом не задано',
  pages: (pages: string) => (/^\d/.test(pages) ? `с. ${pages}` : pages),
  exercises: (exercises: string) => (/^\d/.test(exercises) ? `№ ${exercises}` : exercises),
  aboutMinutes: (minutes: number) => `≈ ${withMinutes(minutes)}`,
  homeworkTotal: ({ minutes, partial }: { minutes: number; partial: boolean }) =>
    partial ? `домашнее: от ${withMinutes(minutes)}` : `домашнее: ≈ ${withMinutes(minutes)}`,
  fileSize: (bytes: number) =>
    bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} КБ` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} МБ`,
  absence: (code: AbsenceCode, minutes: number | null) =>
    code === 'late'
      ? minutes === null
        ? 'Опоздание'
        : `Опоздание на ${count(minutes, 'минуту', 'минуты', 'минут')}`
      : absences[code],
  due: (date: PlainDate) => `сдать до ${dayAndMonth(date)}`,

  // ticks
  done: 'Сделано',
  doneIsLocal: 'Пометки «Сделано» хранятся только на этом устройстве, учитель их не видит.',

  // beside the week
  forDay: (date: PlainDate) => `На ${onWeekday[weekdayName(date)] ?? weekdayName(date)}, ${dayAndMonth(date)}`,
  nothingDue: 'Домашнего задания пока нет.',
  averages: 'Средний балл',
  allMarks: 'Все отметки',

  // states
  copyOf: (iso: string) => `Данные на ${copyTime(iso)}`,
  toStart: 'На главную',
  notOpen: 'Этой страницы нет или она вам не открыта.',
  noDiary: 'Дневника у вас нет: он открыт ученикам и их родителям.',
  loading: 'Загружаем дневник',
  newMark: (subject: string, mark: string) => `Новая отметка. ${subject}: ${mark}`,
  newMarks: (marks: number) => `В дневнике ${count(marks, 'новая отметка', 'новые отметки', 'новых отметок')}`,

  // marks of a term
  term: 'Учебный период',
  termDates: (from: PlainDate, to: PlainDate) => dateRange(from, to),
  average: 'средний балл',
  formulaTerm: (value: number, weight: string, times: number) =>
    `${count(times, 'отметка', 'отметки', 'отметок')} «${value}» с весом ${weight}`,
  formulaRule: 'Каждая отметка умножается на свой вес, сумма делится на сумму весов.',
  noMarks: 'Отметок пока нет',
  ungraded: 'По этому предмету отметок не ставят.',
  ungradedClass: 'Класс учится без отметок. Здесь видно, на скольких уроках был ребёнок.',
  gradeOne: 'В первом классе отметок не ставят. Здесь видно, на скольких уроках был ребёнок.',
  missed: (missed: number, held: number) =>
    missed === 0
      ? `без пропусков, ${tight(held, 'урок', 'урока', 'уроков')}`
      : `пропущено ${missed} из\u00a0${tight(held, 'урока', 'уроков', 'уроков')}`,
  notHeld: 'уроков ещё не было',
  late: (late: number) => tight(late, 'опоздание', 'опоздания', 'опозданий'),
  running: (from: string, to: string, marks: number) =>
    `Средний балл менялся от ${from} до ${to}, ${count(marks, 'отметка', 'отметки', 'отметок')}`,
  date: 'Дата',
  type: 'Вид работы',
  title: 'Тема работы',
  weightLabel: 'Вес',
  dueLabel: 'Срок',
  left: (on: PlainDate) => `Не учится в школе с ${fullDate(on)}. Уроки и отметки до этого дня остаются здесь.`,
  earnedIn: 'Получена в',
  brought: (group: string, marks: number) => `${tight(marks, 'отметка', 'отметки', 'отметок')} из ${group}`,
  noSubjects: 'Предметов в этом периоде нет.',

  // forecast
  forecast: 'Прогноз',
  forecastLead: 'Каких следующих отметок хватит, если средний балл округлить по правилам арифметики:',
  forecastFor: 'До отметки',
  forecastIs: 'Это расчёт, а не отметка: итог ставит учитель.',
  reached: 'уже есть',
  outOfReach: 'в этой четверти не получится',
  way: (value: Wanted, times: number, control: boolean) => {
    const marks = times === 1 ? `одна ${markNames[value][0]}` : count(times, ...markNames[value])
    return control ? `${marks} за контрольную` : marks
  },
  or: ' или ',

  // timetable
  timetableOn: (date: PlainDate) => `Действует на ${dayAndMonth(date)}`,
  oddWeeks: 'по нечётным неделям',
  evenWeeks: 'по чётным неделям',
  noTimetable: 'Расписания на этот день нет.',
  lessonNumber: 'Урок',
  weekdays: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'],

  // paper
  paperSubject: 'Предмет',
  paperHomework: 'Домашнее задание',
  paperMark: 'Отм.',
  paperSignature: 'Подпись родителей',
  paperPrinted: (date: PlainDate) => `Страница дневника на ${dayAndMonth(date)}`,
}

const onWeekday: Record<string, string> = {
  понедельник: 'понедельник',
  вторник: 'вторник',
  среда: 'среду',
  четверг: 'четверг',
  пятница: 'пятницу',
  суббота: 'субботу',
}
