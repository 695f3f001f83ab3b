import { isPlainDate, type PlainDate } from '#domain/platform/dates.ts'
import { fullDate, numericDate } from '#domain/platform/dateTexts.ts'
import type { RefusalParams } from '#domain/platform/refusal.ts'
import { count } from '#domain/platform/texts.ts'
import { hoursText, type Part, type StudyDays, type Violation } from './rules.ts'
import { profiles, type Template } from './templates.ts'

export const partNames: Record<Part, string> = {
  federal: 'Обязательная часть',
  school: 'Часть, формируемая участниками образовательных отношений',
  extracurricular: 'Внеурочная деятельность',
}

/** «16,5 ч» */
export const hours = (halfHours: number): string => `${hoursText(halfHours)} ч`

/** What the law says, with its source: «33 ч в неделю, а допускается не больше 32 при пятидневке (СанПиН …)». */
export function violationText({ rule, has, limit }: Violation, studyDays: StudyDays): string {
  const week = studyDays === 5 ? 'пятидневке' : 'шестидневке'
  const hygiene = 'СанПиН 1.2.3685-21, табл. 6.6'
  const order = 'федеральные программы, приказ Минпросвещения от 09.10.2024 № 704'
  return {
    firstGradeDays: `первый класс учится только пять дней в неделю (СП 2.4.3648-20, п. 3.4.16)`,
    weekly: `${hours(has)} в неделю, при ${week} допускается не больше ${hoursText(limit)} (${hygiene})`,
    annualOver: `${hours(has)} за год, допускается не больше ${hoursText(limit)} (${order})`,
    annualUnder: `${hours(has)} за год, положено не меньше ${hoursText(limit)} (${order})`,
    extracurricular: `внеурочной деятельности ${hours(has)} в неделю, допускается не больше ${hoursText(limit)} (${hygiene})`,
  }[rule]
}

/** What a curriculum from a template is called: «5 класс», «10 класс · Гуманитарный». */
export const templateName = ({ grade, profile }: Pick<Template, 'grade' | 'profile'>): string =>
  profile ? `${grade} класс · ${profiles[profile]}` : `${grade} класс`

/** A subgroup or another group of a class: «7А · алгебра, 1», «7А · разговоры о важном». */
export const groupName = (className: string, subject: string, number: number | null): string =>
  `${className} · ${subject[0]!.toLowerCase()}${subject.slice(1)}${number === null ? '' : `, ${number}`}`

/** A plan in one line, for who is told that it has changed: «5 класс, 5 дней, 34 недели». */
export const planText = ({ name, studyDays, weeks }: { name: string; studyDays: number; weeks: number }): string =>
  `${name}, ${count(studyDays, 'день', 'дня', 'дней')}, ${count(weeks, 'неделя', 'недели', 'недель')}`

/** «с 1 сентября по 31 октября 2026 г., 4 ч» */
export const assignmentText = (one: { name: string; halfHours: number; from: PlainDate; to: PlainDate | null }): string =>
  `${one.name}, ${hours(one.halfHours)}, с ${numericDate(one.from)}${one.to ? ` по ${numericDate(one.to)}` : ''}`

const day = (date: unknown) => (isPlainDate(String(date)) ? fullDate(String(date)) : String(date))

export const refusals = {
  'curriculum.nameTaken': ({ name }: RefusalParams) => `«${name}» уже есть. Проверьте и архив: оттуда можно вернуть.`,
  'curriculum.subjectOfPastYears': () =>
    'Под этим названием предмет стоит в журналах прошлых лет, поэтому переименовать его нельзя. Отправьте его в архив и добавьте новый.',
  'curriculum.changedMeanwhile': ({ by, value }: RefusalParams) =>
    `Пока вы вводили, здесь уже записали${value ? ` «${value}»` : ' другое'}${by ? ` (${by})` : ''}. Показано то, что стоит сейчас: проверьте и повторите.`,
  'curriculum.unknown': () => 'Того, что вы меняете, в этом учебном году нет. Обновите страницу.',
  'curriculum.archived': ({ name }: RefusalParams) => `«${name}» в архиве. Верните предмет из архива или выберите другой.`,
  'curriculum.yearOver': () => 'Этот учебный год завершён, его план и нагрузка больше не меняются.',
  'curriculum.planInUse': () => 'По этому плану учатся классы. Сначала переведите их на другой план.',
  'curriculum.otherGrade': ({ name }: RefusalParams) => `План не подходит: «${name}» другой параллели или другого вида.`,
  'curriculum.outsideYear': () => 'Дата выходит за учебный год.',
  'curriculum.notStaff': ({ name }: RefusalParams) => `${name} в этот день не числится среди сотрудников школы.`,
  'curriculum.alreadyTeaches': ({ name }: RefusalParams) =>
    `${name} в это время уже ведёт здесь этот предмет. Чтобы изменить часы, откройте нынешнее назначение в таблице класса.`,
  'curriculum.beforeAssignment': ({ from }: RefusalParams) =>
    `Назначение действует с ${day(from)}: более ранний день указать нельзя.`,
  'curriculum.assignmentEnded': ({ to }: RefusalParams) => `Это назначение закончилось ${day(to)}.`,
}

const named = (one: { name?: string }): string => (one.name ? ` «${one.name}»` : '')

export const sentences = {
  'curriculum.subjects': () => 'посмотрел(а) список предметов',
  'curriculum.addSubjects': () => 'добавил(а) предметы',
  'curriculum.changeSubject': ({ value }: { value: { name?: string } }) => `изменил(а) предмет${named(value)}`,
  'curriculum.rooms': () => 'посмотрел(а) список кабинетов',
  'curriculum.addRooms': () => 'добавил(а) кабинеты',
  'curriculum.changeRoom': ({ value }: { value: { name?: string } }) => `изменил(а) кабинет${named(value)}`,
  'curriculum.plans': () => 'открыл(а) учебный план',
  'curriculum.createPlan': (plan: { name?: string }) => `создал(а) учебный план${named(plan)}`,
  'curriculum.changePlan': ({ value }: { value: { name?: string; archived?: boolean } }) =>
    `${value.archived ? 'убрал(а) в архив' : 'изменил(а)'} учебный план${named(value)}`,
  'curriculum.addProfile': (profile: { name?: string }) => `добавил(а) профиль${named(profile)}`,
  'curriculum.copyPlans': () => 'скопировал(а) учебные планы прошлого года',
  'curriculum.layOutPlans': () => 'создал(а) учебные планы по федеральным шаблонам',
  'curriculum.setHours': () => 'изменил(а) часы учебного плана',
  'curriculum.attach': () => 'указал(а), по какому плану учатся классы',
  'curriculum.load': () => 'открыл(а) учебную нагрузку',
  'curriculum.openCourses': () => 'создал(а) недостающие курсы по учебному плану',
  'curriculum.assign': () => 'назначил(а) учителя',
  'curriculum.reassign': () => 'изменил(а) назначение учителя',
  'curriculum.endAssignment': () => 'изменил(а) последний день назначения',
}
