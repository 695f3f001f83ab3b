import { capabilityTexts, categoryTexts } from '#domain/access/rights.texts.ru.ts'
import { roleNames } from '#domain/access/texts.ru.ts'
import { groupKindNames, movementNames } from '#domain/classes/texts.ru.ts'
import { stateNames as consentStates } from '#domain/consents/texts.ru.ts'
import { partNames } from '#domain/curriculum/texts.ru.ts'
import { kindNames as listNames } from '#domain/exchange/texts.ru.ts'
import { contactNames, relationNames } from '#domain/people/texts.ru.ts'
import { purposeNames, schoolMeasureNames } from '#domain/processing/texts.ru.ts'
import { policyTexts } from '#domain/school/texts.ru.ts'
import { presenceNames, topicNames } from '#domain/training/texts.ru.ts'

const decisions = { open: 'ждёт решения', accepted: 'принято', declined: 'отклонено', withdrawn: 'отозвано' }
const transfers = { unsaid: 'не указано', none: 'не передаются', some: 'передаются' }
const named = (texts: Readonly<Record<string, { name: string }>>) =>
  Object.fromEntries(Object.entries(texts).map(([key, { name }]) => [key, name]))

/** Words for codes that stand in columns: those of the pages on which they are chosen. A test asks for all that the schema allows. */
export const codeNames: Record<string, Record<string, string>> = {
  'absence.code': {
    absent: 'отсутствие, причина не указана',
    sick: 'болезнь',
    excused: 'уважительная причина',
    unexcused: 'без уважительной причины',
    late: 'опоздание',
    exempt: 'освобождение',
  },
  'change_request.kind': {
    data: 'изменить данные',
    arrived: 'прибыл ученик',
    departed: 'выбыл ученик',
    access: 'узнать, какие данные хранятся',
    erase: 'прекратить хранить данные',
  },
  'change_request.state': decisions,
  'consent.state': consentStates,
  'consent.carrier': { paper: 'на бумаге', electronic: 'с электронной подписью' },
  'contact.kind': contactNames,
  'course.scale': { five: 'пятибалльная', passFail: 'зачёт / незачёт' },
  'credential_issue.kind': { slip: 'листок', link: 'ссылка' },
  'curriculum_line.part': partNames,
  'custom_role.rights': capabilityTexts,
  'data_check.campaign': { monthly: 'ежемесячная', october: 'октябрьская' },
  'day_exception.kind': { holiday: 'праздник', vacation: 'каникулы', workday: 'рабочий день', quarantine: 'карантин' },
  'double_use.kind': { places: 'сразу в нескольких местах', byTurns: 'вводили по очереди' },
  'double_use.answer': { mine: 'это был(а) я', notMine: 'это не я' },
  'group_proposal.state': decisions,
  'guardian_of.relation': relationNames,
  'import_mapping.kind': listNames,
  'import_run.kind': listNames,
  'local_act.kind': { regulation: 'положение', order: 'приказ', terms: 'условия', instruction: 'инструкция' },
  'movement.kind': movementNames,
  'notice_choice.kind': {
    marks: 'отметки',
    absences: 'пропуски и опоздания',
    homework: 'домашние задания',
    answers: 'ответы на просьбы',
    tasks: 'задачи',
  },
  'notice_choice.way': { now: 'сразу', daily: 'раз в день, сводкой', off: 'не сообщать' },
  'person.sex': { f: 'женский', m: 'мужской' },
  'processing_note.purpose': purposeNames,
  'processing_note.transfer': transfers,
  'processing_purpose.transfer': transfers,
  'right_choice.capability': capabilityTexts,
  'right_choice.category': categoryTexts,
  'role_grant.role': { ...roleNames, custom: 'Роль школы' },
  'security_measure.measure': named(schoolMeasureNames),
  'setting.key': Object.fromEntries(Object.entries(policyTexts).map(([key, { title }]) => [key, title])),
  'slot.week': { every: 'каждая', odd: 'нечётная', even: 'чётная' },
  'study_group.kind': { class: 'Класс', ...groupKindNames },
  'support_service.kind': { own: 'своя, в школе', external: 'другая организация' },
  'support_ticket.kind': { compromise: 'пароль узнали посторонние', fault: 'неполадка' },
  'term.kind': { quarter: 'четверть', trimester: 'триместр', halfYear: 'полугодие', module: 'модуль', year: 'учебный год' },
  'training.topic': topicNames,
  'training.guide': {
    teacher: 'учителю',
    homeroom: 'классному руководителю',
    deputy: 'завучу',
    administrator: 'администратору',
    family: 'ученикам и родителям',
  },
  'training_person.presence': presenceNames,
}

/** Fields of what was proposed for a card, which are no columns. */
export const proposedNames: Record<string, string> = {
  surname: 'фамилия',
  givenName: 'имя',
  patronymic: 'отчество',
  sex: 'пол',
  bornOn: 'дата рождения',
  snils: 'СНИЛС',
  foreignLanguages: 'иностранный язык',
  lastDay: 'последний день',
  ...contactNames,
}
export const changedText = (field: string, before: string, after: string): string =>
  `${proposedNames[field] ?? field}: ${before ? `${before} → ` : ''}${after || '—'}`

/** How many rows of a list were brought in. */
export const countNames: Record<string, string> = {
  create: 'новых',
  change: 'изменено',
  same: 'без изменений',
  error: 'с ошибками',
}

export const yesNo = (value: boolean): string => (value ? 'да' : 'нет')
export const dueText = (day: string): string => `точка, срок ${day}`
export const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
export const postText = (hundredths: number): string =>
  `${(hundredths / 100).toLocaleString('ru-RU', { maximumFractionDigits: 2 })} ставки`
export const levelText = (level: number): string => `УЗ-${level}`
export const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString('ru-RU')} КБ`
export const columnText = (heading: string, field: string): string => `«${heading}» — ${field}`
export const skipped = 'не загружается'
export const studentsText = (name: string, students: string): string => `${name}: ${students}`
