import type { Finding } from '#domain/calendar/findings.ts'
import { days, range } from './texts.ru.ts'

/** «1 класс», «1, 3 классы», «1–9 классы», «1–4, 9–11 классы»; grades stand in their order. */
export const gradeList = (grades: readonly number[]) => {
  const runs = [...Map.groupBy(grades, (grade, i) => grade - i).values()]
  const words = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]}–${run.at(-1)}`]))
  return `${words.join(', ')} ${grades.length === 1 ? 'класс' : 'классы'}`
}
/** A finding in words. */
export const findingText = (finding: Finding): string => {
  if (finding.code === 'noTerms') return `Нет периодов: ${gradeList(finding.grades)}.`
  if (finding.code === 'gap') return `${range(finding.from, finding.to)} – ни периода, ни каникул: ${gradeList(finding.grades)}.`
  if (finding.code === 'shortVacation')
    return `«${finding.name}» – всего ${days(finding.days)}, а каникулы длятся не меньше семи.`
  if (finding.code === 'bellsMissing') return `Не на все дни есть звонки у классов: ${finding.classes.join(', ')}.`
  return {
    noVacations: 'Нет каникул.',
    noHolidays: 'Не отмечены праздники.',
    noExtraWeek: 'У первого класса нет дополнительной недели каникул.',
    noBells: 'Нет расписания звонков.',
    noClasses: 'Классов этого года ещё нет.',
  }[finding.code]
}
