import { absenceLetters } from '#domain/attendance/rules.ts'
import { hoursText } from '#domain/curriculum/rules.ts'
import { fields } from '#domain/exchange/fields.ts'
import type { Kind } from '#domain/exchange/kinds.ts'
import { emptyProposal, linesOf, type Proposal } from '#domain/people/requests.ts'
import { contactKinds } from '#domain/people/rules.ts'
import { clockTime, moment, monthName, numericDate } from '#domain/platform/dateTexts.ts'
import { defaultPolicies, type PolicyKey } from '#domain/school/policies.ts'
import { policyValueText } from '#domain/school/policyValue.texts.ru.ts'
import * as texts from './codes.texts.ru.ts'

export type Values = Record<string, unknown>
type Speech = { names: ReadonlyMap<string, string>; timeZone: string }

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isDay = /^\d{4}-\d\d-\d\d$/
const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** The value of a column as a person says it: names in the place of ids, words in the place of codes, days, hours, kilobytes. */
export function valueText(table: string, column: string, row: Values, speech: Speech): string {
  const value = row[column]
  const say = ofColumn[`${table}.${column}`] ?? ofColumn[`*.${column}`]
  // Of a rule of the school nothing is a value: no limit.
  if (value === undefined || (value === null && table !== 'setting') || value === '') return ''
  return say ? say(value, row, speech) : plain(value, texts.codeNames[`${table}.${column}`], speech)
}

function plain(value: unknown, codes: Record<string, string> | undefined, speech: Speech): string {
  if (typeof value === 'boolean') return texts.yesNo(value)
  if (Array.isArray(value)) return value.map((one) => plain(one, codes, speech)).join(', ')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (codes) return codes[text] ?? text
  if (isId.test(text)) return speech.names.get(text) ?? ''
  if (isDay.test(text)) return numericDate(text)
  if (isMoment.test(text)) return moment(text, speech.timeZone)
  return text === '-infinity' || text === 'infinity' ? '' : text
}

type Say = (value: unknown, row: Values, speech: Speech) => string

const weekday: Say = (value) => texts.weekdays[Number(value) - 1] ?? String(value)
const ofDay: Say = (value) => clockTime(Number(value))
const ofHour: Say = (value) => clockTime(Number(value) * 60)
const halfHours: Say = (value) => hoursText(Number(value))
const month: Say = (value) => `${monthName(String(value))} ${String(value).slice(0, 4)}`
const undone: Say = () => texts.yesNo(true)

/** Columns whose values need more than a name or a word, of one table or, with «*», of all. */
const ofColumn: Record<string, Say> = {
  '*.weekday': weekday,
  '*.starts_at': ofDay,
  '*.ends_at': ofDay,
  '*.month': month,
  '*.undone_by': undone,
  'absence.code': (value) =>
    `${absenceLetters[value as keyof typeof absenceLetters] ?? ''}: ${texts.codeNames['absence.code']![String(value)] ?? value}`,
  'assignment.weekly_half_hours': halfHours,
  'change_request.proposed': (value) => proposalText(value as Partial<Proposal>),
  'curriculum_line.half_hours': halfHours,
  'day_exception.like_weekday': weekday,
  'file.size': (value) => texts.kilobytes(Number(value)),
  'group_proposal.groups': (value, _, { names }) =>
    (value as { label?: string; studentIds?: string[] }[])
      .map(({ label = '', studentIds = [] }) => texts.studentsText(label, studentIds.map((id) => names.get(id) ?? '').join(', ')))
      .join('; '),
  'import_mapping.columns': (value, { kind }) =>
    Object.entries(value as Record<string, string>)
      .map(([heading, key]) => texts.columnText(heading, labelOf(kind as Kind, key)))
      .join('; '),
  'import_run.counts': (value) =>
    Object.entries(value as Record<string, number>)
      .filter(([, count]) => count > 0)
      .map(([key, count]) => `${texts.countNames[key] ?? key}: ${count}`)
      .join(', '),
  'mark.values': (value) => (value as number[]).join('/'),
  'mark.due_on': (value) => texts.dueText(numericDate(String(value))),
  'notice_hours.daily': ofHour,
  'notice_hours.quiet_from': ofHour,
  'notice_hours.quiet_to': ofHour,
  'processing_operator.level': (value) => texts.levelText(Number(value)),
  'setting.value': (value, { key }) =>
    String(key) in defaultPolicies
      ? policyValueText(key as PolicyKey, value as never)
      : value === null
        ? ''
        : plain(value, undefined, { names: new Map(), timeZone: 'UTC' }),
  'staff.rate': (value) => texts.postText(Number(value)),
}

function proposalText(proposed: Partial<Proposal>): string {
  const word = (field: string, value: string) =>
    field === 'sex' ? (texts.codeNames['person.sex']![value] ?? value) : isDay.test(value) ? numericDate(value) : value
  return linesOf({ ...emptyProposal, ...proposed }, contactKinds)
    .map(({ field, before, after }) => texts.changedText(field, word(field, before), word(field, after)))
    .join('; ')
}

/** The heading of a column of a list: what the file's column is read as. */
const labelOf = (kind: Kind, key: string): string =>
  key === '' ? texts.skipped : (fields[kind]?.find((field) => field.key === key)?.label ?? key.replace(/^over:/, ''))
