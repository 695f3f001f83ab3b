import type { AbsenceCode } from '#domain/attendance/rules.ts'
import type { PlainDate } from '#domain/platform/dates.ts'
import { fullDate, weekdayName } from '#domain/platform/dateTexts.ts'
import { count, plural } from '#domain/platform/texts.ts'

export { title } from './sections.texts.ru.ts'

export const nobodyYet = 'Отсутствующих пока не отметили'
export const allHere = 'Все на месте'
export const dayOfClass = (className: string, date: PlainDate) => `${className}, ${dayOf(date)}`
export const dayOf = (date: PlainDate) => `${fullDate(date)}, ${weekdayName(date)}`
export const total = (absent: number, students: number, late: number, known: boolean) =>
  [
    absent === 0 ? (known ? allHere : nobodyYet) : `${absent === 1 ? 'Отсутствует' : 'Отсутствуют'} ${absent} из ${students}`,
    late > 0 && `${late === 1 ? 'опоздал' : 'опоздали'} ${late}`,
  ]
    .filter(Boolean)
    .join(', ')
export const views = { label: 'Как показать', students: 'Ученики', classes: 'По классам' }
export const today = 'Сегодня'
export const earlier = 'Предыдущий учебный день'
export const later = 'Следующий учебный день'
export const day = 'День'
export const print = 'Печать'
export const search = 'Фамилия, класс или причина'
export const searchOwn = 'Фамилия или причина'
export const wholeSchool = 'Все классы'
export const className = 'Класс'
export const anyReason = 'Любая причина'
export const reason = 'Причина'
export const reasonNames: Record<AbsenceCode, string> = {
  absent: 'причина не указана',
  sick: 'болезнь',
  excused: 'уважительная причина',
  unexcused: 'без уважительной причины',
  late: 'опоздание',
  exempt: 'освобождение',
}
export const columns = { name: 'Ученик', class: 'Класс', missed: 'Пропущено уроков', reasons: 'Причина и уроки' }
export const missed = (missed: number, called: number, lessons: number) =>
  missed === 0
    ? '—'
    : called < lessons
      ? `${missed} из ${called} ${plural(called, 'проверенного урока', 'проверенных уроков', 'проверенных уроков')}`
      : `${missed} из ${lessons}`
export const missedHint = 'Уроки, на которых уже отметили отсутствующих.'
export const reasonAt = (code: AbsenceCode, numbers: readonly number[], minutes: number) =>
  `${reasonNames[code]}: ${numbers.length > 1 ? `уроки ${numbers.join(', ')}` : `${numbers[0]}-й урок`}${minutes > 0 ? ` (${count(minutes, 'минута', 'минуты', 'минут')})` : ''}`
export const classColumns = {
  name: 'Класс',
  students: 'По списку',
  here: 'На месте',
  absent: 'Отсутствуют',
  allDay: 'Весь день',
  called: 'Уроков отмечено',
}
export const called = (called: number, lessons: number) => (lessons === 0 ? 'нет уроков' : `${called} из ${lessons}`)
export const unknown = (n: number) =>
  `${count(n, 'класс', 'класса', 'классов')} ещё без отметок об отсутствующих: там пока неизвестно, кто на месте.`
export const unknownOwn = 'Пока неизвестно, кто на месте'
export const unknownOwnText = 'На уроках этого дня отсутствующих ещё не отмечали.'
export const calledOwn = (called: number, lessons: number) => `Уроков отмечено: ${called} из ${lessons}.`
export const nobodyText = 'Учителя никого не отметили отсутствующим или опоздавшим.'
export const noLessons = 'В этот день уроков нет'
export const noLessonsText = 'Выберите другой учебный день.'
export const none = 'Таких учеников нет'
