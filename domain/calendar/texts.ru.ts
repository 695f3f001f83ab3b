import { dayAndMonth } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import type { Exception, ExceptionKind, Grades, TermKind } from './rules.ts'

export const vacations = {
  autumn: 'Осенние каникулы',
  winter: 'Зимние каникулы',
  extra: 'Дополнительные каникулы',
  spring: 'Весенние каникулы',
}
export const holidays = {
  unity: 'День народного единства',
  defender: 'День защитника Отечества',
  women: 'Международный женский день',
  labour: 'Праздник Весны и Труда',
  victory: 'День Победы',
}
export const movedDayOff = (holiday: string) => `Выходной за праздник «${holiday}»`

const kindNames: Record<TermKind, string> = {
  quarter: 'четверть',
  trimester: 'триместр',
  halfYear: 'полугодие',
  module: 'модуль',
  year: 'год',
}
/** «2 четверть», «1 полугодие», «Учебный год» */
export const termName = (kind: TermKind, number: number): string =>
  kind === 'year' ? 'Учебный год' : `${number} ${kindNames[kind]}`

/** «1 класс», «5–9 классы», «все классы» */
export const gradesText = ({ fromGrade, toGrade }: Grades): string =>
  fromGrade <= 1 && toGrade >= 11 ? 'все классы' : fromGrade === toGrade ? `${fromGrade} класс` : `${fromGrade}–${toGrade} классы`

const orOther = ({ by }: RefusalParams) => (by ? ` (${by})` : '')

export const refusals = {
  'calendar.noYear': () => 'Учебный год ещё не открыт.',
  'calendar.yearExists': ({ name }: RefusalParams) => `Эти даты уже заняты ${name} учебным годом.`,
  'calendar.yearLength': ({ days }: RefusalParams) =>
    `Учебный год не может длиться ${count(Number(days), 'день', 'дня', 'дней')}. Проверьте даты.`,
  'calendar.dates': () => 'Проверьте даты: нужны оба дня, и последний не может быть раньше первого.',
  'calendar.grades': () => 'Проверьте классы: «по» не может быть меньше, чем «с».',
  'calendar.termOutsideYear': ({ from, to }: RefusalParams) =>
    `Период выходит за учебный год: он идёт с ${dayAndMonth(String(from))} по ${dayAndMonth(String(to))}.`,
  'calendar.termsOverlap': ({ grade, on }: RefusalParams) =>
    `Периоды пересекаются: ${dayAndMonth(String(on))} в ${grade} классе шли бы сразу два.`,
  'calendar.termNumbers': () => 'Периоды нумеруются по порядку дат, начиная с первого.',
  'calendar.termLocked': ({ number, kind }: RefusalParams) =>
    `${termName(String(kind) as TermKind, Number(number))}: период закрыт, его даты и классы не меняются, уроки в него и из него не переходят.`,
  'calendar.unknownTerm': () => 'Такого периода в этом году нет. Обновите страницу.',
  'calendar.gradeWithoutTerm': ({ grade }: RefusalParams) => `У ${grade} класса не осталось бы ни одного периода.`,
  'calendar.lessonsOutsideTerms': ({ lessons }: RefusalParams) =>
    `${count(Number(lessons), 'проведённый урок', 'проведённых урока', 'проведённых уроков')} не попали бы ни в один период: их отметки и темы пропали бы из журнала. Измените даты так, чтобы эти уроки остались внутри.`,
  'calendar.lessonsOutsideYear': ({ lessons }: RefusalParams) =>
    `За новыми границами года остались бы уроки: ${lessons}. Сначала отмените их или расширьте год.`,
  'calendar.planOutsideYear': () => 'За новыми границами года остались бы периоды, каникулы или звонки. Сначала измените их.',
  'calendar.exceptionOutsideYear': ({ name, from, to }: RefusalParams) =>
    `«${name}» выходит за учебный год: он идёт с ${dayAndMonth(String(from))} по ${dayAndMonth(String(to))}.`,
  'calendar.exceptionTwice': ({ name, on }: RefusalParams) => `«${name}»: ${dayAndMonth(String(on))} уже занято таким же днём.`,
  'calendar.exceptionLong': ({ name }: RefusalParams) => `«${name}» длится больше четырёх месяцев. Проверьте даты.`,
  'calendar.exceptionKind': () => 'Здесь меняются другие дни. Обновите страницу.',
  'calendar.noSuchException': () => 'Этих дней в календаре уже нет: их изменил другой сотрудник. Обновите страницу.',
  'calendar.unknownClass': () => 'Такого класса в этом году нет.',
  'calendar.likeWeekday': () => 'Выберите, по расписанию какого дня недели учатся в рабочий день.',
  'calendar.lessonsLocked': ({ lessons }: RefusalParams) =>
    `Уроки за эти дни (${lessons}) лежат в закрытом периоде: их не отменить и не вернуть. Добавьте дни без отмены уроков.`,
  'calendar.lessonsWritten': ({ lessons, groups }: RefusalParams) =>
    `В уроках рабочего дня уже есть записи (${count(Number(lessons), 'урок', 'урока', 'уроков')}: ${groups}). Пока они там, день остаётся рабочим. Если урока не было, учитель убирает записи, и день можно отменить.`,
  'calendar.bellPart': ({ from, to }: RefusalParams) =>
    `Часть года указывают двумя датами внутри учебного года: с ${dayAndMonth(String(from))} по ${dayAndMonth(String(to))}.`,
  'calendar.bellsEmpty': () => 'В расписании звонков нужен хотя бы один день недели и один урок.',
  'calendar.bellTimes': ({ number }: RefusalParams) =>
    `Проверьте время ${number}-го урока: он должен начинаться после конца предыдущего и заканчиваться позже, чем начался.`,
  'calendar.bellsTwice': ({ grade, number }: RefusalParams) =>
    `Для ${number}-го урока ${grade} класса указано два разных звонка, и неясно, какой верен. Разведите их по дням, классам или датам.`,
  'calendar.changedMeanwhile': (params: RefusalParams) =>
    `Пока вы правили, календарь изменил другой сотрудник${orOther(params)}. Обновите страницу и повторите.`,
  'calendar.yearOpened': ({ name }: RefusalParams) => `${name} учебный год уже открыт: его не удалить, можно только менять.`,
  'calendar.yearHasLessons': ({ lessons }: RefusalParams) =>
    `В черновике уже стоят уроки (${lessons}): расписание составлено, и удалить год нельзя.`,
  'calendar.movedSince': ({ name }: RefusalParams) =>
    `После перевода на этот год были и другие приказы, например: ${name}. Сначала отмените их в книге движения.`,
  'calendar.notReady': ({ missing }: RefusalParams) =>
    `Год ещё нельзя открыть: ${count(Number(missing), 'нужный раздел не заполнен', 'нужных раздела не заполнены', 'нужных разделов не заполнены')}.`,
}

const verbs: Record<ExceptionKind, string> = {
  holiday: 'выходной',
  vacation: 'каникулы',
  workday: 'рабочий день',
  quarantine: 'карантин',
}
/** Without its kind it is any of them. */
const said = ({ exception: { kind, name } }: Named) => (kind in verbs ? `${verbs[kind]} «${name}»` : 'особые дни')
type Named = { exception: Pick<Exception, 'kind' | 'name'> }

export const sentences = {
  'calendar.year': () => 'открыл(а) календарь учебного года',
  'calendar.years': () => 'открыл(а) учебные годы',
  'calendar.yearPlan': () => 'открыл(а) устройство учебного года',
  'calendar.previewTerms': () => 'посмотрел(а), что сдвинут новые даты периодов',
  'calendar.previewException': () => 'посмотрел(а), каких уроков коснутся особые дни',
  'calendar.createYear': ({ startYear }: { startYear: number }) =>
    Number.isInteger(startYear)
      ? `начал(а) готовить ${startYear}/${String(startYear + 1).slice(2)} учебный год`
      : 'начал(а) готовить учебный год',
  'calendar.setYear': () => 'изменил(а) границы учебного года',
  'calendar.setTerms': () => 'изменил(а) учебные периоды',
  'calendar.setVacations': () => 'изменил(а) каникулы',
  'calendar.setDays': () => 'изменил(а) праздники и рабочие дни',
  'calendar.setBells': () => 'изменил(а) расписание звонков',
  'calendar.setRegime': () => 'изменил(а) смены и учебную неделю классов',
  'calendar.openYear': () => 'открыл(а) учебный год',
  'calendar.discardYear': () => 'удалил(а) черновик учебного года',
  'calendar.addException': (input: Named) => `добавил(а) в календарь: ${said(input)}`,
  'calendar.cancelException': (input: Named) => `убрал(а) из календаря: ${said(input)}`,
}
