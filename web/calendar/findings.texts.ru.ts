import type { Finding } from '#domain/calendar/findings.ts'
import { days, range } from './texts.ru.ts'

const gradeList = (grades: readonly number[]) => (grades.length === 1 ? `${grades[0]} класс` : `${grades.join(', ')} классы`)
/** A finding in words. */
export const findingText = (finding: Finding): string => {
  if (finding.code === 'noTerms') return `Нет периодов: ${gradeList(finding.grades)}.`
  if (finding.code === 'gap') return `${range(finding.from, finding.to)} – ни периода, ни каникул: ${gradeList(finding.grades)}.`
  if (finding.code === 'shortVacation')
    return `«${finding.name}» – всего ${days(finding.days)}, а каникулы длятся не меньше семи.`
  if (finding.code === 'bellsMissing') return `Не на все дни есть звонки: ${finding.classes.join(', ')}.`
  return {
    noVacations: 'Нет каникул.',
    noHolidays: 'Не отмечены праздники.',
    noExtraWeek: 'У первого класса нет дополнительной недели каникул.',
    noBells: 'Нет расписания звонков.',
    noClasses: 'Классов этого года ещё нет.',
  }[finding.code]
}
