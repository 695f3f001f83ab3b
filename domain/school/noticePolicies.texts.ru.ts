import type { PolicyKey } from './policies.ts'
import type { Clause } from './sources.texts.ru.ts'
import type { PolicyText } from './texts.ru.ts'

const asked = {
  now: 'сразу',
  daily: 'раз в день, сводкой',
  off: 'не сообщать, пока семья не попросит',
  none: 'не предлагать',
}
const byFamily: Clause = {
  source: 'duties',
  at: 'классный руководитель, обязан',
  says: 'родителям сообщают о рассылках и сервисах',
}
const hour = ['час', 'часа', 'часов'] as const

/** The rules of notices in words. */
export const noticePolicyTexts: { readonly [K in Extract<PolicyKey, `notices.${string}`>]: PolicyText } = {
  'notices.marks': {
    group: 'notices',
    title: 'Уведомления об отметках',
    about: 'Как ученики и родители узнают о новых отметках, пока не выберут сами. «Не предлагать» убирает выбор у всех.',
    clauses: [byFamily],
    choices: asked,
  },
  'notices.absences': {
    group: 'notices',
    title: 'Уведомления о пропусках и опозданиях',
    about: 'Их получают только родители.',
    clauses: [byFamily],
    choices: asked,
  },
  'notices.homework': {
    group: 'notices',
    title: 'Уведомления о домашних заданиях',
    about: 'Задания и так сразу видны в дневнике: семью, которой звонят обо всём, приучают не слушать.',
    clauses: [byFamily],
    choices: asked,
  },
  'notices.delayMinutes': {
    group: 'notices',
    title: 'Через сколько минут сообщать о записи в журнале',
    about: 'За это время учитель может исправить описку, и о ней никто не услышит.',
    clauses: [],
    unit: ['минута', 'минуты', 'минут'],
  },
  'notices.dailyHour': {
    group: 'notices',
    title: 'В каком часу приходит сводка за день',
    about: 'Для тех, кто выбрал «раз в день» и не назвал своего часа. По времени школы.',
    clauses: [],
    unit: hour,
  },
  'notices.quietFrom': {
    group: 'notices',
    title: 'Тихие часы: с какого часа не беспокоить',
    about: 'Уведомления ждут утра. О безопасности учётной записи сообщается всегда. Каждый может назвать свои часы.',
    clauses: [],
    unit: hour,
  },
  'notices.quietTo': {
    group: 'notices',
    title: 'Тихие часы: до какого часа',
    about: 'Если час тот же, что и начало, тихих часов нет.',
    clauses: [],
    unit: hour,
  },
  'notices.keptDays': {
    group: 'notices',
    title: 'Сколько дней уведомление стоит в списке',
    about: 'Потом оно уходит из колокольчика. Сама запись остаётся в журнале и в истории.',
    clauses: [],
    unit: ['день', 'дня', 'дней'],
  },
}
