import type { PlainDate } from '#domain/platform/dates.ts'
import { fullDate, numericDate } from '#domain/platform/dateTexts.ts'
import { decimal } from '#domain/platform/numbers.ts'
import { count } from '#domain/platform/texts.ts'

export const title = 'Индивидуальный учебный план'
export const back = 'К группам'
export const change = 'Название и ученик'
export const classOf = (className: string) => `Класс ${className}`
export const subtitle = (className: string, year: string) => `${title}: ${className}, ${year}`
export const days = (from: PlainDate, to: PlainDate | null, yearTo: PlainDate) =>
  to === null || to >= yearTo ? `с ${numericDate(from)}` : `${numericDate(from)} – ${numericDate(to)}`

export const students = {
  title: 'Кто учится по плану',
  none: 'Сейчас по этому плану никто не учится.',
  diary: 'Дневник',
  timetable: 'Расписание',
}

export const subjects = {
  title: 'Предметы',
  about:
    'Отмеченные предметы ученик изучает по плану. На уроки класса по ним он не ходит: в журнале класса его клетки закрыты, в дневнике вместо этих уроков стоят его собственные.',
  alone: 'Ученик не числится в списке класса: все предметы он изучает по плану.',
  column: 'По плану',
  subject: 'Предмет',
  withClass: 'С классом, ч',
  own: 'По плану, ч',
  teacher: 'Учитель',
  journal: 'журнал',
  noTeacher: 'не назначен',
  hours: (halfHours: number) => (halfHours === 0 ? '—' : decimal(halfHours / 2, halfHours % 2 === 0 ? 0 : 1)),
  total: 'Всего в неделю',
  noHours: 'в плане нет часов',
  noLessons: 'уроков в расписании нет',
  both: 'и с классом, и отдельно',
  none: 'У класса и в плане пока нет предметов. Заполните учебный план класса.',
  asPlan: 'Отметить предметы с часами в плане',
  from: 'С какого дня',
  fromHint: 'Прошедшие уроки и отметки не меняются.',
  save: 'Сохранить предметы',
  saved: (from: PlainDate) => `Предметы изменены с ${fullDate(from)}`,
  cancel: 'Отменить',
}

export const curriculum = {
  title: 'Учебный план',
  label: 'По какому плану учится',
  none: 'не выбран',
  noneYet:
    'Индивидуальных учебных планов этой параллели пока нет. Заведите план с отметкой «Индивидуальный учебный план» и задайте часы.',
  open: 'Учебные планы и часы',
  load: 'Назначить учителей',
  saved: 'Учебный план выбран',
}

export const regime = {
  title: 'Режим',
  shift: 'Смена',
  week: 'Учебная неделя',
  asYear: 'как в школе',
  days: (n: number) => (n === 5 ? '5 дней' : '6 дней'),
  asClass: 'Как у класса. Изменится у класса — изменится и здесь.',
  own: (className: string, shift: number) =>
    `Не как у ${className}: у класса ${shift} смена. Изменения у класса сюда не переносятся.`,
  save: 'Сохранить режим',
  saved: 'Режим сохранён',
}

export const end = {
  title: 'Завершить план',
  text: (name: string) =>
    `С этого дня ${name} снова учится со всем классом. Уроки и отметки по плану останутся в его журнале и в дневнике, отметки продолжат учитываться в журнале класса.`,
  from: 'Первый день с классом',
  action: 'Завершить план',
  done: (from: PlainDate) => `С ${fullDate(from)} ученик снова с классом`,
}
export const subjectsOf = (n: number) => count(n, 'предмет', 'предмета', 'предметов')
