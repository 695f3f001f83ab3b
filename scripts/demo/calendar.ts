import { type Day, dateOf, dayOf, weekdayOf } from '#scripts/demo/days.ts'

export type Break = { name: string; kind: 'holiday' | 'vacation'; from: Day; to: Day; fromGrade: number; toGrade: number }
export type Term = {
  kind: 'quarter' | 'halfYear'
  number: number
  name: string
  fromGrade: number
  toGrade: number
  from: Day
  to: Day
}

/** The school year around a day, by the pattern that the ministry keeps to from year to year. */
export type Calendar = { name: string; from: Day; to: Day; terms: Term[]; breaks: Break[] }

/** The year that runs on this day; in summer the one that begins next. */
export function calendarAround(today: Day): Calendar {
  const [year = 0, month = 0] = dateOf(today).split('-').map(Number)
  const begins = month >= 6 ? year : year - 1
  const ends = begins + 1

  const from = notBefore(dayOf(`${begins}-09-01`))
  const autumn = weekdayOnOrAfter(dayOf(`${begins}-10-22`), 6)
  const second = autumn + 9
  const winter = dayOf(`${begins}-12-31`)
  const third = weekdayOnOrAfter(dayOf(`${ends}-01-09`), 1)
  const spring = weekdayOnOrAfter(dayOf(`${ends}-03-25`), 6)
  const fourth = spring + 9
  const to = notAfter(dayOf(`${ends}-05-26`))
  const february = weekdayOnOrAfter(dayOf(`${ends}-02-15`), 1)

  const quarters: [Day, Day][] = [
    [from, notAfter(autumn - 1)],
    [second, notAfter(winter - 1)],
    [third, notAfter(spring - 1)],
    [fourth, to],
  ]
  return {
    name: `${begins}/${String(ends).slice(2)}`,
    from,
    to,
    terms: [
      ...quarters.map(([first, last], index) => term('quarter', index + 1, first, last)),
      term('halfYear', 1, from, quarters[1]![1]),
      term('halfYear', 2, third, to),
    ],
    breaks: [
      vacation('Осенние каникулы', autumn, second - 1),
      vacation('Зимние каникулы', winter, third - 1),
      vacation('Дополнительные каникулы', february, february + 6, 1),
      vacation('Весенние каникулы', spring, fourth - 1),
      ...holiday('День народного единства', dayOf(`${begins}-11-04`)),
      ...holiday('День защитника Отечества', dayOf(`${ends}-02-23`)),
      ...holiday('Международный женский день', dayOf(`${ends}-03-08`)),
      ...holiday('Праздник Весны и Труда', dayOf(`${ends}-05-01`)),
      ...holiday('День Победы', dayOf(`${ends}-05-09`)),
    ],
  }
}

/** Whether a grade is taught on this day of a five-day week. */
export function isSchoolDay(calendar: Calendar, grade: number, day: Day): boolean {
  if (day < calendar.from || day > calendar.to || weekdayOf(day) > 5) return false
  return !calendar.breaks.some((free) => day >= free.from && day <= free.to && grade >= free.fromGrade && grade <= free.toGrade)
}

/** The first week of September is odd. */
export function isOddWeek(calendar: Calendar, day: Day): boolean {
  const monday = calendar.from - weekdayOf(calendar.from) + 1
  return Math.floor((day - monday) / 7) % 2 === 0
}

function term(kind: Term['kind'], number: number, from: Day, to: Day): Term {
  const quarter = kind === 'quarter'
  const name = `${number} ${quarter ? 'четверть' : 'полугодие'}`
  return { kind, number, name, fromGrade: quarter ? 1 : 10, toGrade: quarter ? 9 : 11, from, to }
}

function vacation(name: string, from: Day, to: Day, onlyGrade?: number): Break {
  return { name, kind: 'vacation', from, to, fromGrade: onlyGrade ?? 1, toGrade: onlyGrade ?? 12 }
}

// Трудовой кодекс, ст. 112: a holiday on a day off moves to the next working day.
function holiday(name: string, day: Day): Break[] {
  const days: [Day, string][] =
    weekdayOf(day) > 5
      ? [
          [day, name],
          [notBefore(day), `Выходной за праздник «${name}»`],
        ]
      : [[day, name]]
  return days.map(([date, text]) => ({ name: text, kind: 'holiday', from: date, to: date, fromGrade: 1, toGrade: 12 }))
}

function weekdayOnOrAfter(day: Day, weekday: number): Day {
  return day + ((weekday - weekdayOf(day) + 7) % 7)
}

// The nearest working day that is not earlier …
function notBefore(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday > 5 ? day + 8 - weekday : day
}

// … or not later.
function notAfter(day: Day): Day {
  const weekday = weekdayOf(day)
  return weekday > 5 ? day - (weekday - 5) : day
}
